#include "generatorstate.h"

#include <model/schema/objectid.h>
#include <model/sources/catalogqueries.h>

namespace lockstep::proof {

namespace {

/// True if the sequence will give a number that the other one has given.
bool beginsAgain(const GeneratorState &now, const GeneratorState &before)
{
    if (!before.last || now.isRising != before.isRising || now.last == now.bound)
        return false;
    if (!now.last)
        return !now.next || (now.isRising ? *now.next <= *before.last : *now.next >= *before.last);
    return now.isRising ? *now.last < *before.last : *now.last > *before.last;
}

} // namespace

base::Result<GeneratorStates> readGenerators(postgres::Session &session, const GeneratorStates &before)
{
    const auto rows =
        session.query(sources::catalogQuery(QStringLiteral("generators"), session.server().version));
    if (!rows.has_value())
        return rows.error();
    GeneratorStates states;
    for (int i = 0; i < rows->count(); ++i) {
        GeneratorState state;
        state.column = schema::dottedName(
            schema::subId(schema::Kind::Column, rows->text(i, 2), rows->text(i, 3), rows->text(i, 4)));
        state.sequence = quint32(rows->integer(i, 5));
        state.isRising = rows->boolean(i, 6);
        if (!rows->isNull(i, 7))
            state.last = rows->integer(i, 7);
        state.bound = rows->integer(i, 8);
        const QPair<quint32, int> key(quint32(rows->integer(i, 0)), int(rows->integer(i, 1)));
        if (!state.last && before.value(key).last) {
            const auto next = session.query(QStringLiteral("SELECT last_value FROM ") + rows->text(i, 9));
            if (!next.has_value())
                return next.error();
            state.next = next->integer(0, 0);
        }
        states.insert(key, state);
    }
    return states;
}

GeneratorFindings compareGenerators(const GeneratorStates &before, const GeneratorStates &now,
                                    const QString &when, const GeneratorStates &between)
{
    GeneratorFindings findings;
    for (auto it = before.begin(); it != before.end(); ++it) {
        const auto found = now.constFind(it.key());
        if (found == now.constEnd())
            continue;
        if (beginsAgain(*found, *it)) {
            QStringList &list = between.contains(it.key()) ? findings.again : findings.notes;
            list << QStringLiteral("Column %1 gets numbers a second time %2: %3 was the last one before.")
                        .arg(found->column, when)
                        .arg(*it->last);
        } else if (found->sequence != it->sequence && it->last && found->last) {
            findings.notes << QStringLiteral("Another sequence numbers %1 %2, and goes on after %3.")
                                  .arg(found->column, when)
                                  .arg(*found->last);
        }
    }
    return findings;
}

} // namespace lockstep::proof
