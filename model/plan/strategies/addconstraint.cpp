#include "drafts.h"

namespace lockstep::plan {

namespace {

using schema::ConstraintType;

/// FROM on: rows of the referencing table without a partner, MATCH SIMPLE: a NULL in the key needs none.
QString orphans(const QString &rows, const schema::ConstraintAttributes &attributes)
{
    QStringList pairs;
    QStringList notNull;
    for (qsizetype i = 0; i < attributes.columns.size() && i < attributes.referencedColumns.size(); ++i) {
        const QString column = schema::quoteIdent(attributes.columns[i]);
        pairs +=
            QStringLiteral("r.%1 = c.%2").arg(schema::quoteIdent(attributes.referencedColumns[i]), column);
        notNull += QStringLiteral("c.%1 IS NOT NULL").arg(column);
    }
    const schema::ObjectId &referenced = *attributes.referencedTable;
    return QStringLiteral("FROM %1 AS c WHERE %2 AND NOT EXISTS (SELECT 1 FROM %3 AS r WHERE %4)")
        .arg(rows, notNull.join(QStringLiteral(" AND ")),
             schema::qualified(referenced.schema, referenced.name), pairs.join(QStringLiteral(" AND ")));
}

/// True if the constraint is on columns that this plan adds or fills: their rows are checked by
/// then, and a query before the backfill would count rows that are not filled yet.
bool isOnNewColumn(const Action &action, const schema::ConstraintAttributes &attributes,
                   const Context &context)
{
    for (const QString &column : attributes.columns) {
        const schema::ObjectId id =
            schema::subId(schema::Kind::Column, action.relation.schema, action.relation.name, column);
        if (context.addsColumn(id))
            return true;
    }
    return false;
}

} // namespace

QString validateSql(const Action &action, const QString &constraint)
{
    return alterTable(relationSql(action),
                      QStringLiteral("VALIDATE CONSTRAINT %1").arg(schema::quoteIdent(constraint)));
}

std::optional<Draft> violationCheck(const Action &action, const QString &constraint,
                                    const schema::ConstraintAttributes &attributes, const QString &query)
{
    const QString why =
        QStringLiteral("Rows that break the constraint would make its validation fail; better to know "
                       "before anything is changed.");
    const QString rows = query.isEmpty() ? relationSql(action) : query;
    if (attributes.type == ConstraintType::ForeignKey && attributes.referencedTable) {
        return verifyDraft(
            action, QStringLiteral("Check that every row of %1 has its partner").arg(action.relation.name),
            QStringLiteral("SELECT count(*) ") + orphans(rows, attributes), QStringLiteral("0"), why,
            QStringLiteral("SELECT c.* %1 LIMIT 20").arg(orphans(rows, attributes)));
    }
    if (attributes.type == ConstraintType::Check && !attributes.expression.isEmpty()) {
        const QString breaks = QStringLiteral("NOT (%1)").arg(attributes.expression);
        const QString named = query.isEmpty() ? rows : query + QStringLiteral(" AS moved");
        return verifyDraft(action, QStringLiteral("Check that no row breaks %1").arg(constraint),
                           countWhere(named, breaks), QStringLiteral("0"), why, sampleWhere(named, breaks));
    }
    return std::nullopt;
}

Draft validateConstraintDraft(const Action &action, const QString &constraint, const QString &title)
{
    Draft draft = ddlDraft(
        action, Phase::Validate, title, { validateSql(action, constraint) }, {},
        QStringLiteral(
            "The existing rows are checked in a transaction of its own, under a lock that lets reads and "
            "writes go on; in the same transaction the stronger lock would be held all along."));
    draft.step.timeouts = scanTimeouts;
    draft.needsCommitBefore = true;
    return draft;
}

/// NOT VALID first, which is instant and holds for new rows at once; then VALIDATE in a
/// transaction of its own, which reads the table beside the traffic.
std::optional<Rewrite> addCheckOrForeignKeyOnline(const Action &action, const Context &context)
{
    const auto *add = std::get_if<AddConstraint>(&action.detail);
    if (!add || !context.needsOnlineWay(action) || action.forward.size() != 1)
        return std::nullopt;
    const schema::ConstraintAttributes &attributes = add->attributes;
    const bool isForeignKey = attributes.type == ConstraintType::ForeignKey;
    if (!isForeignKey && attributes.type != ConstraintType::Check)
        return std::nullopt;
    if (!attributes.validated || !attributes.enforced)
        return std::nullopt;
    const QString &name = add->constraint.sub;
    if (isForeignKey && context.major() < 18 && context.isPartitioned(action.relation)) {
        Draft plain = plainDraft(action, Phase::Validate,
                                 QStringLiteral("Before PostgreSQL 18 a foreign key of a partitioned table "
                                                "cannot be NOT VALID, so all rows are checked "
                                                "while writes to both tables wait."));
        plain.step.timeouts = scanTimeouts;
        return Rewrite{ { plain }, -1 };
    }
    Rewrite result;
    if (!isOnNewColumn(action, attributes, context)) {
        if (const std::optional<Draft> check = violationCheck(action, name, attributes))
            result.drafts.push_back(*check);
    }
    result.drafts.push_back(ddlDraft(
        action, Phase::Validate, QStringLiteral("Add constraint %1 for new rows").arg(name),
        { action.forward.first() + QStringLiteral(" NOT VALID") }, action.backward,
        isForeignKey
            ? QStringLiteral("NOT VALID takes its locks on both tables for an instant and reads no row; new "
                             "rows are checked from here on.")
            : QStringLiteral("NOT VALID reads no row under its lock; new rows are checked from here on.")));
    Draft validate =
        validateConstraintDraft(action, name, QStringLiteral("Validate constraint %1").arg(name));
    validate.step.verify = { constraintIsThere(action, name, true) };
    result.drafts.push_back(validate);
    return result;
}

/// There is no online way for EXCLUDE, and saying so is all that can be done.
std::optional<Rewrite> addExclusion(const Action &action, const Context &context)
{
    const auto *add = std::get_if<AddConstraint>(&action.detail);
    if (!add || add->attributes.type != ConstraintType::Exclude || !context.needsOnlineWay(action))
        return std::nullopt;
    Draft draft = plainDraft(
        action, Phase::Validate,
        QStringLiteral(
            "PostgreSQL has no online way to add an EXCLUDE constraint: it cannot be NOT VALID and cannot "
            "use an index "
            "built before. Reads and writes wait until its index is built; plan a quiet moment for it."));
    draft.step.timeouts = scanTimeouts;
    draft.step.verify = { constraintIsThere(action, add->constraint.sub, true) };
    return Rewrite{ { draft }, -1 };
}

/// Taking a constraint away is instant. Its way back must not scan under a lock either.
namespace {

/// The table that it refers to comes back empty, which must not end the way back in its middle.
void comeBackToNoRows(Draft *draft, const Action &action, const QString &constraint,
                      const schema::ObjectId &referenced)
{
    const QString sentence =
        QStringLiteral("The rows of %1 do not come back; while rows of %2 refer to them, %3 stays NOT VALID.")
            .arg(schema::dottedName(referenced), schema::dottedName(action.relation), constraint);
    draft->step.rollback.sql.last() =
        QStringLiteral("DO $lockstep$\nBEGIN\n  %1;\nEXCEPTION WHEN foreign_key_violation THEN\n"
                       "  RAISE WARNING '%', %2;\nEND\n$lockstep$")
            .arg(validateSql(action, constraint), schema::quoteLiteral(sentence));
    draft->step.rollback.caution = sentence;
}

} // namespace

std::optional<Rewrite> dropConstraint(const Action &action, const Context &context)
{
    const auto *drop = std::get_if<DropConstraint>(&action.detail);
    if (!drop || !context.needsOnlineWay(action) || action.backward.size() != 1
        || !action.irreversible.isEmpty())
        return std::nullopt;
    const schema::ConstraintAttributes &attributes = drop->attributes;
    Draft draft = plainDraft(action, action.isDestructive ? Phase::Contract : Phase::Expand, {});
    if (action.isDestructive) {
        draft.confirm = nothingUsesItAnyMore(action, context);
        draft.step.why =
            attributes.type == ConstraintType::ForeignKey
                ? QStringLiteral("It holds until the gate. It goes by itself, in a transaction of "
                                 "its own, because it locks another table too: so neither is "
                                 "locked longer than for an instant.")
                : QStringLiteral("It holds as long as a release writes what it is about.");
    }
    const bool canBeNotValid = attributes.type == ConstraintType::Check
                               || (attributes.type == ConstraintType::ForeignKey
                                   && (context.major() >= 18 || !context.isPartitioned(action.relation)));
    if (canBeNotValid && attributes.validated && attributes.enforced) {
        draft.step.rollback.sql = { action.backward.first() + QStringLiteral(" NOT VALID"),
                                    validateSql(action, drop->constraint.sub) };
        draft.step.rollback.transaction = TransactionMode::None;
        if (attributes.referencedTable && context.losesRowsOf(*attributes.referencedTable))
            comeBackToNoRows(&draft, action, drop->constraint.sub, *attributes.referencedTable);
    } else if (!context.isPartitioned(action.relation)) {
        const auto key = keyByIndex(relationSql(action), drop->constraint, attributes);
        if (key) {
            draft.step.rollback.sql = { key->createIndex, key->addConstraint };
            draft.step.rollback.transaction = TransactionMode::None;
        }
    }
    draft.isMergeable = draft.step.rollback.transaction == TransactionMode::Own && action.loses.isEmpty()
                        && draft.confirm.isEmpty();
    return Rewrite{ { draft }, -1 };
}

} // namespace lockstep::plan
