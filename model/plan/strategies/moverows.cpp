#include "movequeries.h"
#include "movesync.h"
#include "setcolumns.h"

#include <model/plan/script.h>

namespace lockstep::plan {

namespace {

QString leavingNames(const RowMove &move)
{
    return columnNames(move.leaving).join(QStringLiteral(", "));
}

QString whyMovedAtOnce(const Action &action, const Context &context, const RowMove &move)
{
    const QString why = context.whyPlain(action);
    return why.isEmpty() ? move.whyNotOnline : why;
}

Draft interim(Draft draft)
{
    for (Verification &verification : draft.step.verify)
        verification.isInterim = true;
    return draft;
}

/// All rows of owners that have none there: what was written since the triggers are on has its own.
BackfillSpec moveSpec(const Action &action, const Context &context, const RowMove &move)
{
    const SetColumn &first = move.leaving.first();
    BackfillSpec spec = *backfillDraft(action, context, first.column.id, {}, {}).step.backfill;
    spec.set.clear();
    spec.into = move.to;
    for (const MovedColumn &column : move.columns) {
        spec.columns += column.column.id.sub;
        spec.values += column.expression;
    }
    spec.each = move.each;
    spec.where =
        QStringLiteral("NOT EXISTS (SELECT FROM %1 AS zzz_lockstep_row WHERE %2)")
            .arg(schema::qualified(move.to.schema, move.to.name),
                 isOwner(move, QStringLiteral("zzz_lockstep_row"), schema::quoteIdent(move.from.name)));
    if (!move.where.isEmpty())
        spec.where = QStringLiteral("(%1) AND %2").arg(move.where, spec.where);
    spec.locksFirst = true;
    return spec;
}

Draft moveDraft(const Action &action, const Context &context, const RowMove &move)
{
    const BackfillSpec spec = moveSpec(action, context, move);
    const QString tuple =
        spec.key.size() == 1 ? quotedList(spec.key) : QStringLiteral("(%1)").arg(quotedList(spec.key));
    const QString range = QStringLiteral("%1 > :from AND %1 <= :to").arg(tuple);
    Draft draft = ddlDraft(
        action, Phase::Backfill,
        QStringLiteral("Move %1 of %2 to %3 in batches")
            .arg(leavingNames(move), move.from.name, move.to.name),
        { backfillLock(spec, range), backfillStatement(spec, range) }, {},
        QStringLiteral(
            "Batches by %1, each committed, keep locks on rows short and let the run be slowed, stopped and "
            "resumed. Each batch locks its rows before it reads them, so that it never writes what a writer "
            "has changed meanwhile; rows that were written since the triggers are on have been moved by "
            "them.")
            .arg(quotedList(spec.key)));
    draft.step.kind = StepKind::Backfill;
    draft.step.transaction = TransactionMode::None;
    draft.step.timeouts = backfillTimeouts;
    draft.step.backfill = spec;
    draft.needsCommitBefore = true;
    return draft;
}

Draft columnsAgree(const Action &action, const RowMove &move, const QString &title, const QString &why)
{
    Draft draft =
        interim(verifyDraft(action, title, countWhere(relationSql(action), isApart(move)),
                            QStringLiteral("0"), why, sampleWhere(relationSql(action), isApart(move))));
    draft.needsCommitBefore = true;
    return draft;
}

/// From the first write to both tables to the moment when a new release may come.
class MoveWriter
{
public:
    MoveWriter(const Action &action, const Context &context, const RowMove &move)
        : m_action(action)
        , m_context(context)
        , m_move(move)
        , m_old(leavingNames(move))
        , m_new(move.to.name)
    { }

    [[nodiscard]] Rewrite drafts()
    {
        follow();
        m_result.drafts.push_back(moveDraft(m_action, m_context, m_move));
        verify();
        m_result.readyAfter = int(m_result.drafts.size()) - 1;
        verifyWithoutRows();
        open();
        return std::move(m_result);
    }

private:
    void follow()
    {
        const SyncTrigger test = moveTest(m_move);
        const SyncTrigger sync = rowsFollow(m_move);
        Draft draft = ddlDraft(
            m_action, Phase::Expand,
            QStringLiteral("Write to %1 whatever is written to %2 of %3 from now on")
                .arg(m_new, m_old, m_move.from.name),
            test.drop + sync.create, sync.drop + test.create,
            QStringLiteral("Releases that know %1 of %2 and releases that know %3 run side by side until the "
                           "gate, so both are there until then. The triggers are named to run last, so that "
                           "they see what other triggers have made of the row; rows of %3 go before the row "
                           "that they come from goes or gets another key, under which they are made anew "
                           "without what only %3 knows.")
                .arg(m_old, m_move.from.name, m_new));
        draft.note =
            QStringLiteral("From here on a row of an old release is refused where what is made of it "
                           "does not fit into %1.")
                .arg(m_new);
        draft.needsCommitBefore = true;
        m_result.drafts.push_back(draft);
    }
    void verify()
    {
        Draft rows = interim(verifyDraft(
            m_action, QStringLiteral("Check that %1 has the rows that %2 gives").arg(m_new, m_old),
            rowsApart(m_move), QStringLiteral("0"),
            QStringLiteral("Their number and a checksum over all their values, on both sides, read at one "
                           "moment."),
            sampleApart(m_move)));
        rows.needsCommitBefore = true;
        m_result.drafts.push_back(rows);
        m_result.drafts.push_back(columnsAgree(
            m_action, m_move, QStringLiteral("Check that %1 gives back %2 of every row").arg(m_new, m_old),
            QStringLiteral("What \"back\" does not make again would be lost with the column; as long as this "
                           "counts no row, nothing is, neither on the way forward nor on the way back.")));
    }
    /// A new release writes the row first, and then those that belong to it.
    void verifyWithoutRows()
    {
        QStringList missing;
        for (const SetColumn &column : m_move.leaving) {
            if (column.column.as<schema::ColumnAttributes>()->notNull)
                missing += QStringLiteral("(%1) IS NULL").arg(column.expression);
        }
        if (missing.isEmpty())
            return;
        m_result.drafts.push_back(interim(verifyDraft(
            m_action, QStringLiteral("Check that %1 has a value without rows of %2").arg(m_old, m_new),
            countWhere(QStringLiteral("(SELECT (NULL::%1).*) AS %2")
                           .arg(relationSql(m_action), schema::quoteIdent(m_move.from.name)),
                       missing.join(QStringLiteral(" OR "))),
            QStringLiteral("0"),
            QStringLiteral("A new release writes the row of %1 before it writes to %2, and until the gate %3 "
                           "must not be NULL: \"back\" has to give what it is then.")
                .arg(m_move.from.name, m_new, m_old))));
    }
    void open()
    {
        Draft draft = ddlDraft(
            m_action, Phase::Switch, QStringLiteral("Let %1 be written as well").arg(m_new), openMove(m_move),
            closeMove(m_move),
            QStringLiteral(
                "Once all steps before the gate are done, the new release may be deployed. What is written "
                "to "
                "the one table is made of it in the other, in the same transaction. Where an old and a new "
                "release write the rows of one owner at the same moment, one waits for the other, and "
                "PostgreSQL may have to end one of the two as a deadlock, to be tried again."));
        draft.needsCommitBefore = true;
        m_result.drafts.push_back(draft);
    }

    const Action &m_action;
    const Context &m_context;
    const RowMove &m_move;
    const QString m_old;
    const QString m_new;
    Rewrite m_result;
};

/// While nobody writes: one INSERT.
Rewrite moveAtOnce(const Action &action, const Context &context, const RowMove &move)
{
    const SyncTrigger test = moveTest(move);
    BackfillSpec spec = moveSpec(action, context, move);
    spec.where = move.where;
    const QString to = schema::qualified(move.to.schema, move.to.name);
    Draft draft =
        ddlDraft(action, Phase::Switch,
                 QStringLiteral("Move %1 of %2 to %3").arg(leavingNames(move), move.from.name, move.to.name),
                 test.drop + QStringList{ backfillStatement(spec, {}) },
                 QStringList{ QStringLiteral("DELETE FROM ") + to } + test.create,
                 whyMovedAtOnce(action, context, move));
    draft.step.timeouts = scanTimeouts;
    draft.step.verify = { { rowsApart(move), QStringLiteral("0"), true, {} } };
    draft.needsCommitBefore = true;
    if (context.whyPlain(action).isEmpty()) {
        draft.step.why += QStringLiteral(" So nothing keeps the two tables in step.");
        draft.confirm = QStringLiteral("No release writes to %1 until its old columns are gone.")
                            .arg(schema::dottedName(move.from));
    }
    Rewrite result{ { draft }, -1 };
    result.drafts.push_back(columnsAgree(
        action, move,
        QStringLiteral("Check that %1 gives back %2 of every row").arg(move.to.name, leavingNames(move)),
        QStringLiteral("What \"back\" does not make again would be lost with the column.")));
    result.drafts.back().step.phase = Phase::Switch;
    return result;
}

QStringList columnsAgain(const Action &action, const Context &context, const RowMove &move)
{
    BackfillSpec spec =
        *backfillDraft(action, context, move.leaving.first().column.id, {}, {}, isApart(move)).step.backfill;
    spec.set = setClause(move.leaving);
    spec.locksFirst = true;
    return addEmpty(action, move.leaving) + columnsFollow(move).create + defaults(action, move.leaving, true)
           + fillMissing(move) + QStringList{ backfillBlock(spec) }
           + notNullsAgain(action, context, move.leaving) + rowsFollowAsWell(move);
}

QStringList columnsAtOnce(const Action &action, const RowMove &move)
{
    return addEmpty(action, move.leaving)
           + QStringList{ QStringLiteral("UPDATE %1 SET %2")
                              .arg(relationSql(action), setClause(move.leaving)) }
           + defaults(action, move.leaving, true) + notNulls(move.leaving);
}

} // namespace

/// Before anything is made: whether every row can be moved, and all that comes of it stand together.
std::optional<Rewrite> testMove(const Action &action, const Context &)
{
    const auto *detail = std::get_if<TestMove>(&action.detail);
    if (!detail)
        return std::nullopt;
    const RowMove &move = *detail->move;
    const SyncTrigger test = moveTest(move);
    Rewrite result;
    result.drafts.push_back(ddlDraft(
        action, Phase::Expand, QStringLiteral("Prepare a test of the rows of ") + move.from.name, test.create,
        test.drop,
        QStringLiteral("The function makes rows for %1 of a row and says whether that can be done, so that "
                       "counting the rows where it cannot does not fail at the first of them.")
            .arg(move.to.name)));
    const QString rows = relationSql(action) + QStringLiteral(" AS zzz_lockstep_row");
    result.drafts.push_back(verifyDraft(
        action,
        QStringLiteral("Check that every row's %1 gives rows for %2").arg(leavingNames(move), move.to.name),
        countWhere(rows, moveTestQuery(move)), QStringLiteral("0"),
        QStringLiteral(
            "A value that the expressions fail on, that does not fit or that is NULL where one must "
            "be would stop the moving in its middle, and the application at every write of it; "
            "better to know before anything is changed."),
        sampleWhere(rows, moveTestQuery(move))));
    result.drafts.back().needsCommitBefore = true;
    const QString query = QLatin1Char('(') + movedRows(move) + QLatin1Char(')');
    Action on = action;
    on.relation = move.to;
    for (const schema::Fact &fact : move.constraints) {
        const auto &constraint = *fact.as<schema::ConstraintAttributes>();
        const bool isKey = constraint.type == schema::ConstraintType::PrimaryKey
                           || constraint.type == schema::ConstraintType::Unique;
        const auto check = isKey ? duplicateCheck(on, constraint, query)
                                 : violationCheck(on, fact.id.sub, constraint, query);
        if (!check)
            continue;
        result.drafts.push_back(*check);
        result.drafts.back().step.relations = result.drafts.front().step.relations;
        result.drafts.back().step.title =
            isKey ? QStringLiteral("Check that %1 would have no duplicates").arg(move.to.name)
            : constraint.type == schema::ConstraintType::ForeignKey
                ? QStringLiteral("Check that every row of %1 would have its partner").arg(move.to.name)
                : QStringLiteral("Check that no row of %1 would break %2").arg(move.to.name, fact.id.sub);
        result.drafts.back().step.why = QStringLiteral(
            "Such rows would stop the moving, and the application; better to know before anything "
            "is changed.");
    }
    for (Draft &draft : result.drafts) {
        draft = interim(draft);
        draft.step.phase = Phase::Expand;
    }
    return result;
}

/// The new table is filled beside the traffic and both are in step until the gate.
std::optional<Rewrite> fillMoved(const Action &action, const Context &context)
{
    const auto *detail = std::get_if<MoveRows>(&action.detail);
    if (!detail)
        return std::nullopt;
    const RowMove &move = *detail->move;
    return whyMovedAtOnce(action, context, move).isEmpty() ? MoveWriter(action, context, move).drafts()
                                                           : moveAtOnce(action, context, move);
}

/// The columns that the rows were in, behind the gate.
std::optional<Rewrite> dropMoved(const Action &action, const Context &context)
{
    const auto *detail = std::get_if<DropMoved>(&action.detail);
    if (!detail)
        return std::nullopt;
    const RowMove &move = *detail->move;
    const QString to = schema::dottedName(move.to);
    const QString confirm = QStringLiteral("Every release uses %1; none uses %2 of %3 any more.")
                                .arg(to, leavingNames(move), schema::dottedName(move.from));
    const bool isAtOnce = !whyMovedAtOnce(action, context, move).isEmpty();
    Rewrite result;
    if (!isAtOnce) {
        result.drafts.push_back(columnsAgree(
            action, move,
            QStringLiteral("Check once more that %1 gives back %2").arg(move.to.name, leavingNames(move)),
            QStringLiteral("After this the columns are gone, and %1 has to tell what was in them.").arg(to)));
        result.drafts.back().step.phase = Phase::Contract;
    }
    const QStringList gone = dropAll(action, move.leaving);
    Draft draft = ddlDraft(
        action, Phase::Contract,
        QStringLiteral("Drop %1 of %2, now in %3").arg(leavingNames(move), move.from.name, move.to.name),
        isAtOnce ? gone : dropMoveSync(move) + gone,
        isAtOnce ? columnsAtOnce(action, move) : columnsAgain(action, context, move),
        QStringLiteral("Nothing is lost: what was in the columns is in %1, as the step before has counted.")
            .arg(to));
    draft.step.rollback.caution =
        QStringLiteral("The way back makes the columns again of the rows of %1%2.")
            .arg(to, isAtOnce ? QString() : QStringLiteral(", in batches, and keeps both in step"));
    if (!isAtOnce)
        draft.step.rollback.transaction = TransactionMode::None;
    draft.step.timeouts = isAtOnce ? metadataTimeouts : scanTimeouts;
    draft.needsCommitBefore = true;
    result.drafts.push_back(draft);
    for (Draft &each : result.drafts)
        each.confirm = confirm;
    return result;
}

} // namespace lockstep::plan
