#pragma once

#include <model/schema/facts.h>

#include <QString>
#include <QStringList>

/// Where sequences stand when one takes over from another, or begins on a column that has numbers.
namespace lockstep::plan::plain {

struct SequenceEnd
{
    schema::ObjectId id;
    schema::SequenceAttributes bounds;
    bool isMade = true; ///< By this plan or its way back: it stands at its start.
};

[[nodiscard]] QString sequenceName(const schema::ObjectId &id);
/// Keeps nextval() of others waiting until the transaction ends, without changing the sequence: LOCK TABLE
/// takes no sequences. What is read and set without this may have been handed out in between, and comes
/// twice.
[[nodiscard]] QString holdSequence(const QString &name, const schema::SequenceAttributes &now);
/// The statements that let `to` go on where `from` is, unless it is further already.
[[nodiscard]] QStringList carryOver(const SequenceEnd &from, const SequenceEnd &to);
/// Sets a sequence of which nobody knows where it should stand behind the rows of its column.
/// Nothing for columns that are no integers and sequences that count down.
[[nodiscard]] QStringList behindRows(const schema::Fact &column, const SequenceEnd &sequence);

} // namespace lockstep::plan::plain
