#include "drafts.h"

namespace lockstep::plan {

namespace {

Draft nullCheck(const Action &action, const schema::ObjectId &column)
{
    const QString isNull = schema::quoteIdent(column.sub) + QStringLiteral(" IS NULL");
    return verifyDraft(action, QStringLiteral("Check that %1 has no NULL in %2").arg(column.name, column.sub),
                       countWhere(relationSql(action), isNull), QStringLiteral("0"),
                       QStringLiteral("One row with NULL would make the next steps fail."),
                       sampleWhere(relationSql(action), isNull));
}

Draft validateDraft(const Action &action, const QString &constraint)
{
    return validateConstraintDraft(action, constraint,
                                   QStringLiteral("Validate that %1 has no NULL").arg(action.relation.name));
}

std::vector<Draft> byNotNullConstraint(const Action &action, const Context &context,
                                       const schema::ObjectId &column, const QStringList &back)
{
    const auto *attributes = context.target().attributes<schema::ColumnAttributes>(column);
    const QString name = attributes && !attributes->notNullName.isEmpty()
                             ? attributes->notNullName
                             : schema::defaultNotNullName(column.name, column.sub);
    const QString add = QStringLiteral("ADD CONSTRAINT %1 NOT NULL %2 NOT VALID")
                            .arg(schema::quoteIdent(name), schema::quoteIdent(column.sub));
    Draft notValid =
        ddlDraft(action, Phase::Validate, QStringLiteral("Make %1 NOT NULL for new rows").arg(column.sub),
                 { alterTable(relationSql(action), add) }, back,
                 QStringLiteral("PostgreSQL 18 takes NOT NULL as NOT VALID: no row is read under the lock."));
    Draft validate = validateDraft(action, name);
    validate.step.verify = { columnIsThere(action, column.sub, true) };
    return { nullCheck(action, column), notValid, validate };
}

std::vector<Draft> byCheckConstraint(const Action &action, const schema::ObjectId &column,
                                     const QStringList &back)
{
    const QString relation = relationSql(action);
    const QString name = ownName(column, QStringLiteral("not_null"));
    const QString quoted = schema::quoteIdent(column.sub);
    const QString addCheck = alterTable(
        relation, QStringLiteral("ADD CONSTRAINT %1 CHECK (%2 IS NOT NULL) NOT VALID").arg(name, quoted));
    const QString dropCheck = alterTable(relation, QStringLiteral("DROP CONSTRAINT %1").arg(name));
    Draft notValid = ddlDraft(
        action, Phase::Validate,
        QStringLiteral("Keep new rows of %1 from NULL in %2").arg(column.name, column.sub), { addCheck },
        { dropCheck },
        QStringLiteral(
            "SET NOT NULL would read the whole table while nobody may read or write. A CHECK that is NOT "
            "VALID reads no row, and once validated it lets SET NOT NULL skip the scan."));
    // Two statements on purpose: with the CHECK dropped in the same ALTER TABLE the scan is back.
    Draft setNotNull = ddlDraft(
        action, Phase::Switch, QStringLiteral("Set %1 NOT NULL").arg(column.sub),
        { alterTable(relation, QStringLiteral("ALTER COLUMN %1 SET NOT NULL").arg(quoted)), dropCheck },
        back + QStringList{ addCheck },
        QStringLiteral(
            "The validated CHECK proves that there is no NULL, so SET NOT NULL reads nothing; the CHECK has "
            "done its work and goes in the same transaction."));
    setNotNull.step.verify = { columnIsThere(action, column.sub, true) };
    setNotNull.needsCommitBefore = true;
    return { nullCheck(action, column), notValid, validateDraft(action, name), setNotNull };
}

} // namespace

std::vector<Draft> notNullDrafts(const Action &action, const Context &context, const schema::ObjectId &column,
                                 const QStringList &back)
{
    if (context.major() >= 18)
        return byNotNullConstraint(action, context, column, back);
    if (context.major() >= 12)
        return byCheckConstraint(action, column, back);
    Draft plain = ddlDraft(
        action, Phase::Switch, QStringLiteral("Set %1 NOT NULL").arg(column.sub),
        { alterTable(relationSql(action),
                     QStringLiteral("ALTER COLUMN %1 SET NOT NULL").arg(schema::quoteIdent(column.sub))) },
        back,
        QStringLiteral(
            "Before PostgreSQL 12 no CHECK spares SET NOT NULL its scan: reads and writes wait for it."));
    plain.step.timeouts = scanTimeouts;
    plain.step.verify = { columnIsThere(action, column.sub, true) };
    return { nullCheck(action, column), plain };
}

/// NOT NULL proved by a validated constraint first; with a backfill before it if the user gave an
/// expression for the rows that have none.
std::optional<Rewrite> setNotNullOnline(const Action &action, const Context &context)
{
    const auto *notNull = std::get_if<SetNotNull>(&action.detail);
    if (!notNull || !context.needsOnlineWay(action) || action.forward.size() != 1)
        return std::nullopt;
    const schema::ObjectId &column = notNull->column;
    Rewrite result;
    const QString expression = context.backfillExpression(column);
    std::optional<SyncTrigger> trigger;
    if (!expression.isEmpty()) {
        trigger = syncTrigger(action, column, {}, expression);
        result.drafts.push_back(ddlDraft(
            action, Phase::Expand, QStringLiteral("Fill %1 in every row written from now on").arg(column.sub),
            trigger->create, trigger->drop,
            QStringLiteral("While old rows are filled, new and changed ones must not bring NULL back.")));
        result.drafts.push_back(backfillDraft(
            action, context, column, expression,
            QStringLiteral("Values that were filled into %1 of %2 stay.").arg(column.sub, column.name)));
    }
    const std::vector<Draft> drafts = notNullDrafts(action, context, column, action.backward);
    result.drafts.insert(result.drafts.end(), drafts.begin(), drafts.end());
    if (trigger) {
        result.drafts.push_back(
            ddlDraft(action, Phase::Switch, QStringLiteral("Stop filling %1 by trigger").arg(column.sub),
                     trigger->drop, trigger->create, QStringLiteral("From here on NOT NULL does the work.")));
    }
    return result;
}

} // namespace lockstep::plan
