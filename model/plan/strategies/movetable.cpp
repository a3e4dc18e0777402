#include "tablesync.h"

namespace lockstep::plan {

namespace {

QString lockTable(const TableCopy &copy)
{
    return QStringLiteral("LOCK TABLE %1 IN ACCESS EXCLUSIVE MODE")
        .arg(schema::qualified(copy.table.schema, copy.table.name));
}

QString from(const TableCopy &copy)
{
    return QStringLiteral(" FROM ") + schema::qualified(copy.table.schema, copy.table.name);
}

/// Rows that a policy hides would stay behind.
const QString allRows = QStringLiteral("SET LOCAL row_security = off");

QString whyMoved(const TableCopy &copy)
{
    return QStringLiteral(
               "%1 The rows are copied in the transaction in which the new table takes the name, and "
               "all who want to read or write them wait for it. %2")
        .arg(whyAnotherTable(copy), copy.whyLocked);
}

/// Columns that go are lost with the old table, and who counts on them fails.
void waitForReleases(const TableCopy &copy, Draft *draft)
{
    if (copy.breaking.isEmpty())
        return;
    draft->step.phase = Phase::Contract;
    draft->step.loses = copy.loses;
    draft->confirm = copy.breaking.join(QLatin1Char(' '));
    if (!copy.loses.isEmpty())
        draft->step.rollback.caution = QStringLiteral("Columns that went come back without their values.");
}

} // namespace

/// The rows of a table go to the one that takes its name, under a lock.
std::optional<Rewrite> moveTable(const Action &action, const Context &)
{
    const auto *change = std::get_if<MoveTable>(&action.detail);
    if (!change)
        return std::nullopt;
    const TableCopy &copy = *change->copy;
    Rewrite result{ misfitDrafts(action, copy), -1 };
    const QStringList forward = QStringList{ lockTable(copy), allRows }
                                + QStringList{ insertIntoNew(copy, copy.beside) + from(copy) } + copy.swap
                                + copy.drop;
    const QStringList back = QStringList{ lockTable(copy), allRows } + copy.make
                             + QStringList{ insertIntoOld(copy, copy.aside) + from(copy) } + copy.swapBack
                             + QStringList{ QStringLiteral("TRUNCATE ")
                                            + schema::qualified(copy.beside.schema, copy.beside.name) };
    Draft draft = ddlDraft(action, Phase::Switch, action.title, forward, back, whyMoved(copy));
    draft.note = copy.note;
    draft.needsCommitBefore = true;
    draft.step.timeouts = scanTimeouts;
    waitForReleases(copy, &draft);
    if (!copy.noWayBack.isEmpty())
        draft.step.rollback.caution =
            QStringLiteral("The way back stops while there are rows: ") + copy.noWayBack;
    result.drafts.push_back(draft);
    result.drafts.push_back(analyzeDraft(action, copy, copy.table));
    result.drafts.back().step.phase = draft.step.phase;
    return result;
}

} // namespace lockstep::plan
