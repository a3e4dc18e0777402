#include "tablesync.h"

#include <model/plan/script.h>

namespace lockstep::plan {

namespace {

Draft fillDraft(const Action &action, const TableCopy &copy)
{
    BackfillSpec spec;
    spec.table = copy.table;
    spec.batcher = Batcher::Keyset;
    spec.key = copy.key;
    spec.keyTypes = copy.keyTypes;
    spec.into = copy.beside;
    spec.columns = copy.columns;
    const QString tuple =
        copy.key.size() == 1 ? columnList(copy.key) : QStringLiteral("(%1)").arg(columnList(copy.key));
    Draft draft = ddlDraft(
        action, Phase::Backfill, QStringLiteral("Copy the rows of %1 in batches").arg(copy.table.name),
        { backfillStatement(spec, QStringLiteral("%1 > :from AND %1 <= :to").arg(tuple)) }, {},
        QStringLiteral("Batches by %1, each committed, keep locks on rows short and let the run be slowed, "
                       "stopped and resumed. A row that was written meanwhile is there already.")
            .arg(columnList(copy.key)));
    draft.step.kind = StepKind::Backfill;
    draft.step.transaction = TransactionMode::None;
    draft.step.timeouts = backfillTimeouts;
    draft.step.backfill = spec;
    draft.needsCommitBefore = true;
    return draft;
}

/// Number and checksum of the rows of both, as of one moment.
Draft agreeDraft(const Action &action, const TableCopy &copy, const schema::ObjectId &other,
                 const QString &why)
{
    const QString sums = QStringLiteral("SELECT count(*), sum(pg_catalog.hashtextextended(ROW(%1)::text, 0)) "
                                        "FROM %2")
                             .arg(columnList(copy.columns));
    const QString table = schema::qualified(copy.table.schema, copy.table.name);
    Draft draft = verifyDraft(
        action, QStringLiteral("Check that both tables hold the same rows"),
        QStringLiteral("SELECT count(*) FROM (%1 EXCEPT %2) AS apart")
            .arg(sums.arg(table), sums.arg(schema::qualified(other.schema, other.name))),
        QStringLiteral("0"),
        QStringLiteral("Their number and a checksum over all their values, read at one moment. ") + why);
    draft.step.verify.first().isInterim = true;
    draft.needsCommitBefore = true;
    return draft;
}

/// The rows for the old table that the way back makes again.
BackfillSpec backfillOfOld(const TableCopy &copy)
{
    BackfillSpec spec;
    spec.table = copy.table;
    spec.batcher = Batcher::Keyset;
    spec.key = copy.key;
    spec.keyTypes = copy.keyTypes;
    spec.into = copy.aside;
    spec.columns = copy.columns;
    return spec;
}

QString whyCopied(const TableCopy &copy)
{
    return QStringLiteral("PostgreSQL does not make a partitioned table of a plain one. The partitioned "
                          "table is made beside "
                          "%1, filled and kept in step, and takes the name in one short transaction.%2")
        .arg(schema::dottedName(copy.table),
             copy.isBoundChecked
                 ? QString()
                 : QStringLiteral(" No condition can tell here whether there is a partition for "
                                  "every row; one without stops the copying, and from here on "
                                  "its writer."));
}

} // namespace

/// The rows of a table in a partitioned one beside it, and all that is written from now on.
std::optional<Rewrite> copyTable(const Action &action, const Context &context)
{
    const auto *change = std::get_if<CopyTable>(&action.detail);
    if (!change)
        return std::nullopt;
    const TableCopy &copy = *change->copy;
    Rewrite result;
    for (const QString &condition : copy.misfits) {
        result.drafts.push_back(verifyDraft(
            action, QStringLiteral("Check that the partitioned %1 takes every row").arg(copy.table.name),
            countWhere(relationSql(action), condition), QStringLiteral("0"),
            QStringLiteral("One such row would stop the copying; correct it, or give it a partition.")));
        result.drafts.back().step.verify.first().isInterim = true;
    }
    const SyncTrigger sync = newTableFollows(copy, context);
    Draft follow = ddlDraft(
        action, Phase::Expand,
        QStringLiteral("Write to the partitioned %1 whatever is written from now on").arg(copy.table.name),
        sync.create, sync.drop, whyCopied(copy));
    follow.needsCommitBefore = true;
    result.drafts.push_back(follow);
    result.drafts.push_back(fillDraft(action, copy));
    result.drafts.push_back(
        agreeDraft(action, copy, copy.beside, QStringLiteral("Only then may the new table take the name.")));
    return result;
}

std::optional<Rewrite> swapTable(const Action &action, const Context &context)
{
    const auto *change = std::get_if<SwapTable>(&action.detail);
    if (!change)
        return std::nullopt;
    const TableCopy &copy = *change->copy;
    const SyncTrigger forward = newTableFollows(copy, context);
    const SyncTrigger backward = oldTableFollows(copy, context);
    Draft draft = ddlDraft(
        action, Phase::Switch, action.title, forward.drop + copy.swap + backward.create,
        backward.drop + copy.swapBack + forward.create,
        QStringLiteral(
            "Names, triggers and what reads the table change in one transaction, and no row is read. "
            "Until the gate the old table stays as %1 and gets what is written, so that the way back "
            "keeps it; a key that it has is refused until then, wherever the new row would go.")
            .arg(copy.aside.name));
    draft.note = copy.note;
    draft.needsCommitBefore = true;
    draft.step.timeouts.statementMs = 0;
    return Rewrite{ { draft }, -1 };
}

/// Behind the gate.
std::optional<Rewrite> dropOldTable(const Action &action, const Context &context)
{
    const auto *change = std::get_if<DropOldTable>(&action.detail);
    if (!change)
        return std::nullopt;
    const TableCopy &copy = *change->copy;
    const SyncTrigger backward = oldTableFollows(copy, context);
    Draft agree =
        agreeDraft(action, copy, copy.aside, QStringLiteral("Nothing is lost with the old table then."));
    agree.step.phase = Phase::Contract;
    agree.step.rollback.sql = { backfillBlock(backfillOfOld(copy)) };
    agree.step.rollback.transaction = TransactionMode::None;
    Draft draft = ddlDraft(
        action, Phase::Contract, action.title, backward.drop + copy.drop, copy.make + backward.create,
        QStringLiteral(
            "All its rows are in the partitioned table; only dropping it ends the way back that finds "
            "them there."));
    draft.step.rollback.caution =
        QStringLiteral("The way back makes the old table again and copies all rows into it, batch by batch.");
    draft.needsCommitBefore = true;
    Rewrite result{ { agree, draft }, -1 };
    for (Draft &each : result.drafts)
        each.confirm = QStringLiteral("Every release works with the partitioned %1; none needs it as it was.")
                           .arg(schema::dottedName(copy.table));
    return result;
}

} // namespace lockstep::plan
