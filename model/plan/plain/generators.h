#pragma once

#include "nodes.h"

#include <optional>

/// What numbers the new rows of a column: the sequence of an identity column, or the one that the
/// column's default asks. Where another one takes its place, it goes on where that one stopped, and
/// in the transaction in which the column changes over: no insert fails in between, and no number
/// is given twice.
namespace lockstep::plan::plain {

struct Generator
{
    schema::ObjectId sequence; ///< Of an identity column it is no fact.
    bool isIdentity = false;
    int fact = -1; ///< Of the sequence; -1 for an identity's.
};

[[nodiscard]] std::optional<Generator> generatorOf(const Side &side, int column);

/// A serial column becomes an identity column or the other way round: the node that drops or makes
/// the sequence does both, so that the name they may share is free. False where that is not the
/// case and nothing was done.
[[nodiscard]] bool addGeneratorNode(const NodeInput &input, int targetColumn, Nodes &nodes);
/// For the way back of an identity that goes for good: its sequence stands behind the rows again.
[[nodiscard]] QStringList identityBehindRows(const NodeInput &input, int currentColumn);
/// Where a column with rows gets its first generator, that begins behind their numbers.
void startFirstIdentity(const NodeInput &input, int targetColumn, Action *action);
/// Defaults that ask another, new sequence, or the first one.
void carryOverSequences(const NodeInput &input, Nodes &nodes);

} // namespace lockstep::plan::plain
