#include "setcolumns.h"
#include "setsync.h"

#include <model/plan/script.h>

namespace lockstep::plan {

namespace {

QString names(const QVector<SetColumn> &columns)
{
    return columnNames(columns).join(QStringLiteral(", "));
}

/// A batched UPDATE of all these columns at once.
Draft fillDraft(const Action &action, const Context &context, const QVector<SetColumn> &columns)
{
    Draft draft = backfillDraft(action, context, columns.first().column.id, columns.first().expression,
                                QStringLiteral("The values of %1 of %2 go with the columns.")
                                    .arg(names(columns), action.relation.name),
                                areBehind(columns));
    const QString set = setClause(columns);
    draft.step.sql.first().replace(QStringLiteral(" SET ") + draft.step.backfill->set + QLatin1Char(' '),
                                   QStringLiteral(" SET %1 ").arg(set));
    draft.step.backfill->set = set;
    draft.step.title = QStringLiteral("Fill %1 of %2 in batches").arg(names(columns), action.relation.name);
    return draft;
}

/// The first steps: new columns beside the old ones, filled and in step both ways.
class FillWriter
{
public:
    FillWriter(const Action &action, const Context &context, const ColumnSets &sets)
        : m_action(action)
        , m_context(context)
        , m_sets(sets)
        , m_old(names(sets.before))
        , m_new(names(sets.after))
    { }

    [[nodiscard]] Rewrite drafts()
    {
        addTest();
        addColumns();
        addFilling();
        addNotNulls();
        open();
        return std::move(m_result);
    }

private:
    void add(Draft draft)
    {
        for (Verification &verification : draft.step.verify)
            verification.isInterim = true;
        m_result.drafts.push_back(std::move(draft));
    }

    void addTest()
    {
        const SyncTrigger test = rowTest(m_action, m_sets);
        add(ddlDraft(m_action, Phase::Expand,
                     QStringLiteral("Prepare a test of the rows of ") + m_action.relation.name, test.create,
                     test.drop,
                     QStringLiteral(
                         "The function makes %1 of a row and says whether that can be done, so that counting "
                         "the rows where it cannot does not fail at the first of them.")
                         .arg(m_new)));
        const RowTestQuery failing = rowTestQuery(m_action, m_sets);
        Draft check = verifyDraft(
            m_action, QStringLiteral("Check that every row's %1 gives %2").arg(m_old, m_new),
            countWhere(failing.relation, failing.condition), QStringLiteral("0"),
            QStringLiteral("A row that the expressions fail on would stop the fill in its middle, "
                           "and the application at every write of it; better to know before "
                           "anything is changed."),
            sampleWhere(failing.relation, failing.condition));
        check.step.phase = Phase::Expand;
        check.needsCommitBefore = true;
        add(check);
    }

    void addColumns()
    {
        const SyncTrigger test = rowTest(m_action, m_sets);
        Draft draft = ddlDraft(
            m_action, Phase::Expand,
            QStringLiteral("Add %1 to %2, empty at first").arg(m_new, m_action.relation.name),
            test.drop + addEmpty(m_action, m_sets.after), dropAll(m_action, m_sets.after) + test.create,
            QStringLiteral(
                "Releases that know %1 and releases that know %2 run side by side until the gate, so "
                "both are there until then; empty columns are added in an instant.")
                .arg(m_old, m_new));
        for (const SetColumn &column : m_sets.after)
            draft.step.verify += columnIsThere(m_action, column.column.id.sub, false);
        add(draft);
    }

    void addFilling()
    {
        const SyncTrigger sync = followOld(m_action, m_sets);
        add(ddlDraft(
            m_action, Phase::Expand,
            QStringLiteral("Make %1 of %2 in every row written from now on").arg(m_new, m_old), sync.create,
            sync.drop,
            QStringLiteral("The trigger is named to run last, so that it sees what other triggers have made "
                           "of the row. It assigns to the row that is being written and reads no other.")));
        add(fillDraft(m_action, m_context, m_sets.after));
        Draft agree =
            verifyDraft(m_action, QStringLiteral("Check that %1 and %2 agree in every row").arg(m_old, m_new),
                        countWhere(relationSql(m_action), areBehind(m_sets.after)), QStringLiteral("0"),
                        QStringLiteral("Only then may a release read %1.").arg(m_new),
                        sampleWhere(relationSql(m_action), areBehind(m_sets.after)));
        agree.needsCommitBefore = true;
        add(agree);
        m_result.readyAfter = int(m_result.drafts.size()) - 1;
    }

    void addNotNulls()
    {
        for (const SetColumn &column : m_sets.after) {
            if (!column.column.as<schema::ColumnAttributes>()->notNull)
                continue;
            const QString back = alterSetColumn(m_action, column, QStringLiteral("DROP NOT NULL"));
            std::vector<Draft> drafts = notNullDrafts(m_action, m_context, column.column.id, { back });
            drafts[1].note = QStringLiteral("From here on a row of an old release is refused where its "
                                            "expression makes NULL.");
            for (const Draft &draft : drafts)
                add(draft);
        }
    }

    void open()
    {
        Draft draft =
            ddlDraft(m_action, Phase::Switch, QStringLiteral("Let %1 be written as well").arg(m_new),
                     openBothWays(m_action, m_sets), closeBothWays(m_action, m_sets),
                     QStringLiteral(
                         "Once all steps before the gate are done, the new release may be deployed. Which "
                         "columns a statement changes "
                         "decides: of %1 that a new release writes %2 is made before other triggers run, and "
                         "of %2 that an old release writes %1; where one statement writes both, %1 counts.")
                         .arg(m_new, m_old));
        draft.needsCommitBefore = true;
        add(draft);
    }

    const Action &m_action;
    const Context &m_context;
    const ColumnSets &m_sets;
    const QString m_old;
    const QString m_new;
    Rewrite m_result;
};

QString whyAtOnce(const Action &action, const Context &context, const ColumnSets &sets)
{
    const QString why = context.whyPlain(action);
    return why.isEmpty() ? sets.whyNotOnline : why;
}

/// While nobody writes: one UPDATE.
Rewrite fillAtOnce(const Action &action, const Context &context, const ColumnSets &sets)
{
    const QString update = QStringLiteral("UPDATE %1 SET %2").arg(relationSql(action), setClause(sets.after));
    Draft draft = ddlDraft(action, Phase::Switch,
                           QStringLiteral("Make %1 of %2 in %3")
                               .arg(names(sets.after), names(sets.before), action.relation.name),
                           addEmpty(action, sets.after) + QStringList{ update }
                               + defaults(action, sets.after, true) + notNulls(sets.after),
                           dropAll(action, sets.after), whyAtOnce(action, context, sets));
    draft.step.timeouts = scanTimeouts;
    if (context.whyPlain(action).isEmpty()) {
        draft.step.why += QStringLiteral(
            " So nothing keeps the columns in step, and reads and writes wait while all rows are written.");
        draft.confirm = QStringLiteral("No release writes to %1 until the old columns are gone.")
                            .arg(schema::dottedName(action.relation));
    }
    return Rewrite{ { draft }, -1 };
}

bool hasTriggersBefore(const schema::Catalog &catalog, const schema::ObjectId &table)
{
    for (const int part : catalog.partsOf(table)) {
        const auto *trigger = catalog.facts()[std::size_t(part)].as<schema::TriggerAttributes>();
        if (trigger && trigger->definition.contains(QLatin1String(" BEFORE ")))
            return true;
    }
    return false;
}

/// Rows of an old release agree in one direction, those of a new one in the other: what the expressions
/// lose is lost in one of them only.
Draft lastAgreement(const Action &action, const ColumnSets &sets)
{
    const QString disagree = QStringLiteral("CASE WHEN %1 THEN %2 ELSE false END")
                                 .arg(areBehind(sets.before), areBehind(sets.after));
    Draft agree = verifyDraft(
        action,
        QStringLiteral("Check once more that %1 and %2 agree").arg(names(sets.before), names(sets.after)),
        countWhere(relationSql(action), disagree), QStringLiteral("0"),
        QStringLiteral("After this the old columns are gone: of every row either the one must be made of the "
                       "other or the other of the one."),
        sampleWhere(relationSql(action), disagree));
    agree.step.phase = Phase::Contract;
    agree.step.verify.first().isInterim = true;
    return agree;
}

QStringList oldColumnsAgain(const Action &action, const Context &context, const ColumnSets &sets)
{
    return defaults(action, sets.after, false) + addEmpty(action, sets.before)
           + followNew(action, sets).create + defaults(action, sets.before, true)
           + QStringList{ backfillBlock(*fillDraft(action, context, sets.before).step.backfill) }
           + notNullsAgain(action, context, sets.before) + openBothWays(action, sets);
}

QStringList oldColumnsAtOnce(const Action &action, const ColumnSets &sets)
{
    return addEmpty(action, sets.before)
           + QStringList{ QStringLiteral("UPDATE %1 SET %2")
                              .arg(relationSql(action), setClause(sets.before)) }
           + defaults(action, sets.before, true) + notNulls(sets.before);
}

} // namespace

/// Columns that take the place of others: filled beside the traffic, in step until the gate.
std::optional<Rewrite> fillColumns(const Action &action, const Context &context)
{
    const auto *fill = std::get_if<FillColumns>(&action.detail);
    if (!fill)
        return std::nullopt;
    return whyAtOnce(action, context, *fill->sets).isEmpty()
               ? FillWriter(action, context, *fill->sets).drafts()
               : fillAtOnce(action, context, *fill->sets);
}

/// The columns whose place others have taken, behind the gate.
std::optional<Rewrite> dropColumns(const Action &action, const Context &context)
{
    const auto *drop = std::get_if<DropColumns>(&action.detail);
    if (!drop)
        return std::nullopt;
    const ColumnSets &sets = *drop->sets;
    const bool isAtOnce = !whyAtOnce(action, context, sets).isEmpty();
    Rewrite result;
    const bool canAgree = !isAtOnce && !hasTriggersBefore(context.current(), sets.table)
                          && !hasTriggersBefore(context.target(), sets.table);
    if (canAgree)
        result.drafts.push_back(lastAgreement(action, sets));
    const QStringList gone = dropAll(action, sets.before);
    Draft draft = ddlDraft(
        action, Phase::Contract,
        QStringLiteral("Drop %1 of %2, now %3")
            .arg(names(sets.before), action.relation.name, names(sets.after)),
        isAtOnce ? gone : dropBothWays(action, sets) + gone + defaults(action, sets.after, true),
        isAtOnce ? oldColumnsAtOnce(action, sets) : oldColumnsAgain(action, context, sets),
        QStringLiteral("%1 has what the release needs now; what the way back cannot make of it again is lost "
                       "here.")
            .arg(names(sets.after)));
    if (!isAtOnce)
        draft.step.rollback.transaction = TransactionMode::None;
    draft.step.rollback.caution =
        QStringLiteral(
            "The way back makes %1 of %2 again, in batches and with what new releases have written; "
            "where that is something else than %1 held before, that is lost.")
            .arg(names(sets.before), names(sets.after));
    if (isAtOnce)
        draft.step.rollback.caution.remove(QStringLiteral(", in batches and"));
    draft.step.timeouts = isAtOnce ? metadataTimeouts : scanTimeouts;
    for (const SetColumn &column : sets.before)
        draft.step.loses += columnLoss(column.column.id, action, context);
    draft.confirm = QStringLiteral("Every release uses %1 of %2; none uses %3 any more.")
                        .arg(names(sets.after), schema::dottedName(sets.table), names(sets.before));
    draft.needsCommitBefore = true;
    result.drafts.push_back(draft);
    for (Draft &each : result.drafts)
        each.confirm = draft.confirm;
    return result;
}

} // namespace lockstep::plan
