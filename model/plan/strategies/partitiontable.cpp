#include "tablesync.h"

#include <model/plan/script.h>

namespace lockstep::plan {

namespace {

BackfillSpec copySpec(const TableCopy &copy, const schema::ObjectId &into, const QVector<CopiedValue> &values,
                      bool overrides)
{
    BackfillSpec spec;
    spec.table = copy.table;
    spec.batcher = Batcher::Keyset;
    spec.key = copy.key;
    spec.keyTypes = copy.keyTypes;
    spec.into = into;
    QStringList read;
    bool isSame = true;
    for (const CopiedValue &value : values) {
        spec.columns += value.column;
        read += value.value;
        isSame = isSame && value.value == schema::quoteIdent(value.column);
    }
    if (!isSame)
        spec.values = read;
    spec.overridesIdentity = overrides;
    return spec;
}

Draft fillDraft(const Action &action, const TableCopy &copy)
{
    const BackfillSpec spec = copySpec(copy, copy.beside, copy.up, !copy.numberedUp.isEmpty());
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
    const auto sums = [&](const schema::ObjectId &table) {
        return QStringLiteral("SELECT count(*), sum(pg_catalog.hashtextextended(ROW(%1)::text, 0)) FROM %2")
            .arg(columnList(copy.columns), schema::qualified(table.schema, table.name));
    };
    Draft draft = verifyDraft(
        action, QStringLiteral("Check that both tables hold the same rows"),
        QStringLiteral("SELECT count(*) FROM (%1 EXCEPT %2) AS apart").arg(sums(copy.table), sums(other)),
        QStringLiteral("0"),
        QStringLiteral("Their number and a checksum over all their values, read at one moment. ") + why);
    draft.step.verify.first().isInterim = true;
    draft.needsCommitBefore = true;
    return draft;
}

QString whyCopied(const TableCopy &copy)
{
    return QStringLiteral(
               "%1 The %2 table is made beside %3, filled and kept in step, and takes the name in one "
               "short transaction.%4")
        .arg(whyAnotherTable(copy), copy.shape, schema::dottedName(copy.table),
             copy.isBoundChecked
                 ? QString()
                 : QStringLiteral(" No condition can tell here whether there is a partition for "
                                  "every row; one without stops the copying, and from here on "
                                  "its writer."));
}

Action ofReference(const CopiedReference &reference)
{
    Action action;
    action.object = reference.constraint;
    action.relation = reference.constraint.parent();
    return action;
}

/// The swap lets them refer to the new table, and its way back to the old one, without reading a row.
std::vector<Draft> checkedReferences(const TableCopy &copy)
{
    std::vector<Draft> drafts;
    for (const CopiedReference &reference : copy.references) {
        Draft draft = validateConstraintDraft(
            ofReference(reference), reference.constraint.sub,
            QStringLiteral("Validate constraint %1 of %2")
                .arg(reference.constraint.sub, schema::dottedName(reference.constraint.parent())));
        draft.step.why =
            QStringLiteral("It held for the old table until the swap and holds for the new one since, "
                           "row by row; this says so of all rows, while reads and writes go on.");
        drafts.push_back(draft);
    }
    return drafts;
}

QString whyReferencesHold(const TableCopy &copy)
{
    if (copy.references.isEmpty())
        return {};
    return QStringLiteral(" Foreign keys that refer to the table refer to the new one from here on: what is "
                          "written is checked at every moment, and the rows that are there held for the old "
                          "table, which has the same.");
}

/// What takes back comes here after the way back of the swap.
QStringList referencesChecked(const TableCopy &copy)
{
    QStringList statements;
    for (const CopiedReference &reference : copy.references)
        statements += validateSql(ofReference(reference), reference.constraint.sub);
    return statements;
}

} // namespace

Draft analyzeDraft(const Action &action, const TableCopy &copy, const schema::ObjectId &table)
{
    Draft draft = ddlDraft(
        action, Phase::Validate,
        QStringLiteral("Tell the planner of the rows of the %1 table").arg(copy.shape),
        { QStringLiteral("ANALYZE ") + schema::qualified(table.schema, table.name) }, {},
        QStringLiteral(
            "Without statistics queries of the new table would be planned as if it were empty; nobody "
            "waits for this."));
    draft.step.timeouts = scanTimeouts;
    draft.needsCommitBefore = true;
    return draft;
}

/// The rows of a table in a partitioned one beside it, and all that is written from now on.
std::optional<Rewrite> copyTable(const Action &action, const Context &context)
{
    const auto *change = std::get_if<CopyTable>(&action.detail);
    if (!change)
        return std::nullopt;
    const TableCopy &copy = *change->copy;
    Rewrite result{ misfitDrafts(action, copy), -1 };
    const SyncTrigger sync = newTableFollows(copy, context);
    Draft follow = ddlDraft(
        action, Phase::Expand,
        QStringLiteral("Write to the %1 %2 whatever is written from now on").arg(copy.shape, copy.table.name),
        sync.create, sync.drop, whyCopied(copy));
    follow.needsCommitBefore = true;
    result.drafts.push_back(follow);
    result.drafts.push_back(fillDraft(action, copy));
    result.drafts.push_back(analyzeDraft(action, copy, copy.beside));
    result.drafts.push_back(
        agreeDraft(action, copy, copy.beside, QStringLiteral("Only then may the new table take the name.")));
    result.drafts.back().step.rollback.sql = referencesChecked(copy);
    return result;
}

namespace {

/// Applications write a row that refers to another one first and look at that one then; who locks in the
/// other order keeps them waiting for each other until one gives up.
QStringList lockReferrers(const TableCopy &copy)
{
    QStringList tables;
    for (const CopiedReference &reference : copy.references) {
        const schema::ObjectId table = reference.constraint.parent();
        tables += schema::qualified(table.schema, table.name);
    }
    tables.removeDuplicates();
    tables.sort();
    if (tables.isEmpty())
        return {};
    return {
        QStringLiteral("LOCK TABLE %1 IN ACCESS EXCLUSIVE MODE").arg(tables.join(QStringLiteral(", ")))
    };
}

/// The old key may be a part of the new one.
QString whyKeyHolds(const TableCopy &copy)
{
    return copy.key.size() < copy.newKey.size()
               ? QStringLiteral("; a second row of the same %1 is refused until then")
                     .arg(columnList(copy.key))
               : QString();
}

} // namespace

std::optional<Rewrite> swapTable(const Action &action, const Context &context)
{
    const auto *change = std::get_if<SwapTable>(&action.detail);
    if (!change)
        return std::nullopt;
    const TableCopy &copy = *change->copy;
    const SyncTrigger forward = newTableFollows(copy, context);
    const SyncTrigger backward = oldTableFollows(copy, context);
    Draft draft = ddlDraft(
        action, Phase::Switch, action.title, lockReferrers(copy) + forward.drop + copy.swap + backward.create,
        lockReferrers(copy) + backward.drop + copy.swapBack + forward.create,
        QStringLiteral(
            "Names, triggers and what reads the table change in one transaction, and no row is read. "
            "Until the gate the old table stays as %1 and gets what is written, so that the way back "
            "keeps it%2.%3")
            .arg(copy.aside.name, whyKeyHolds(copy), whyReferencesHold(copy)));
    draft.note = copy.note;
    draft.confirmAlone = copy.breaking.join(QLatin1Char(' '));
    draft.needsCommitBefore = true;
    draft.step.timeouts.statementMs = 0;
    Rewrite result{ { draft }, -1 };
    for (const Draft &check : checkedReferences(copy))
        result.drafts.push_back(check);
    return result;
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
    agree.step.rollback.sql = { backfillBlock(
        copySpec(copy, copy.aside, copy.down, !copy.numberedDown.isEmpty())) };
    agree.step.rollback.transaction = TransactionMode::None;
    Draft draft = ddlDraft(
        action, Phase::Contract, action.title, backward.drop + copy.drop, copy.make + backward.create,
        QStringLiteral(
            "All its rows are in the %1 table; only dropping it ends the way back that finds them there.")
            .arg(copy.shape));
    draft.step.rollback.caution =
        QStringLiteral("The way back makes the old table again and copies all rows into it, batch by batch.");
    if (!copy.loses.isEmpty()) {
        draft.step.loses = copy.loses;
        draft.step.rollback.caution += QStringLiteral(" Columns that went come back without their values.");
    }
    draft.needsCommitBefore = true;
    Rewrite result{ { agree, draft }, -1 };
    const QString ready = QStringLiteral("Every release works with the %1 %2; none needs it as it was.")
                              .arg(copy.shape, schema::dottedName(copy.table));
    if (copy.isBehindGate)
        result.drafts.front().confirmAlone = ready;
    else
        result.drafts.front().confirm = result.drafts.back().confirm = ready;
    return result;
}

} // namespace lockstep::plan
