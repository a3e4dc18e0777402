#include "drafts.h"

namespace lockstep::plan {

namespace {

using schema::ConstraintType;

QString keyColumnList(const QStringList &columns)
{
    QStringList quoted;
    for (const QString &column : columns)
        quoted += schema::quoteIdent(column);
    return quoted.join(QStringLiteral(", "));
}

/// FROM on: the values that more than one row has.
QString duplicates(const QString &relation, const schema::ConstraintAttributes &attributes)
{
    const QString columns = keyColumnList(attributes.columns);
    QStringList notNull;
    if (attributes.type == ConstraintType::Unique && !attributes.nullsNotDistinct) {
        for (const QString &column : attributes.columns)
            notNull += schema::quoteIdent(column) + QStringLiteral(" IS NOT NULL");
    }
    const QString where =
        notNull.isEmpty() ? QString() : QStringLiteral(" WHERE ") + notNull.join(QStringLiteral(" AND "));
    return QStringLiteral("FROM %1%2 GROUP BY %3 HAVING count(*) > 1").arg(relation, where, columns);
}

/// A primary key makes its columns NOT NULL with a scan under ACCESS EXCLUSIVE, unless they are
/// NOT NULL already: so that comes first, the online way.
void addNotNullDrafts(const Action &action, const Context &context,
                      const schema::ConstraintAttributes &attributes, Rewrite *result)
{
    for (const QString &column : attributes.columns) {
        const schema::ObjectId id =
            schema::subId(schema::Kind::Column, action.relation.schema, action.relation.name, column);
        const schema::ObjectId current = context.currentId(action.relation);
        const auto *before = context.current().attributes<schema::ColumnAttributes>(
            context.currentId(schema::subId(schema::Kind::Column, current.schema, current.name, column)));
        const bool isNullableNow = before && !before->notNull;
        if (!isNullableNow || context.setsNotNull(id))
            continue;
        const QString dropNotNull =
            alterTable(relationSql(action),
                       QStringLiteral("ALTER COLUMN %1 DROP NOT NULL").arg(schema::quoteIdent(column)));
        const std::vector<Draft> drafts = notNullDrafts(action, context, id, { dropNotNull });
        result->drafts.insert(result->drafts.end(), drafts.begin(), drafts.end());
    }
}

} // namespace

std::optional<KeyByIndex> keyByIndex(const QString &relation, const schema::ObjectId &constraint,
                                     const schema::ConstraintAttributes &attributes, const QString &indexName)
{
    const bool isKey =
        attributes.type == ConstraintType::Unique || attributes.type == ConstraintType::PrimaryKey;
    if (!isKey || attributes.columns.isEmpty()
        || attributes.definition.contains(QLatin1String("WITHOUT OVERLAPS")))
        return std::nullopt;
    const QString bareIndex = indexName.isEmpty() ? constraint.sub : indexName;
    QString index = QStringLiteral("CREATE UNIQUE INDEX CONCURRENTLY %1 ON %2 USING btree (%3)")
                        .arg(schema::quoteIdent(bareIndex), relation, keyColumnList(attributes.columns));
    if (!attributes.includedColumns.isEmpty())
        index += QStringLiteral(" INCLUDE (%1)").arg(keyColumnList(attributes.includedColumns));
    if (attributes.nullsNotDistinct)
        index += QStringLiteral(" NULLS NOT DISTINCT");
    if (!attributes.indexOptions.isEmpty())
        index += QStringLiteral(" WITH (%1)").arg(attributes.indexOptions.join(QStringLiteral(", ")));
    if (!attributes.indexTablespace.isEmpty())
        index += QStringLiteral(" TABLESPACE %1").arg(schema::quoteIdent(attributes.indexTablespace));
    const bool isPrimary = attributes.type == ConstraintType::PrimaryKey;
    QString add = QStringLiteral("ADD CONSTRAINT %1 %2 USING INDEX %3")
                      .arg(schema::quoteIdent(constraint.sub),
                           isPrimary ? QStringLiteral("PRIMARY KEY") : QStringLiteral("UNIQUE"),
                           schema::quoteIdent(bareIndex));
    if (attributes.deferrable)
        add += QStringLiteral(" DEFERRABLE");
    if (attributes.initiallyDeferred)
        add += QStringLiteral(" INITIALLY DEFERRED");
    return KeyByIndex{ index, alterTable(relation, add),
                       QStringLiteral("DROP INDEX CONCURRENTLY IF EXISTS %1")
                           .arg(schema::qualified(constraint.schema, bareIndex)) };
}

Draft duplicateCheck(const Action &action, const schema::ConstraintAttributes &attributes,
                     const QString &query)
{
    const QString several =
        duplicates(query.isEmpty() ? relationSql(action) : query + QStringLiteral(" AS moved"), attributes);
    return verifyDraft(
        action, QStringLiteral("Check that %1 has no duplicates").arg(action.relation.name),
        QStringLiteral("SELECT count(*) FROM (SELECT 1 %1) AS duplicates").arg(several), QStringLiteral("0"),
        QStringLiteral("Duplicates would make the index build fail after all its work."),
        QStringLiteral("SELECT %1, count(*) %2 LIMIT 20").arg(keyColumnList(attributes.columns), several));
}

namespace {

Rewrite partitionedKey(const Action &action)
{
    const bool isOnly = action.forward.first().startsWith(QLatin1String("ALTER TABLE ONLY "));
    const QString why =
        isOnly ? QStringLiteral(
            "ONLY makes the partitioned table's key without building anything; the partitions' keys are "
            "made one by one and attached.")
               : QStringLiteral(
                   "A key of a partitioned table cannot be made from an index built concurrently, so its "
                   "indexes are built while reads and writes wait.");
    Draft plain = plainDraft(action, Phase::Validate, why);
    plain.step.timeouts = scanTimeouts;
    return Rewrite{ { plain }, -1 };
}

Draft keyIndexDraft(const Action &action, const AddConstraint &add, const KeyByIndex &key)
{
    const bool isPrimary = add.attributes.type == ConstraintType::PrimaryKey;
    Draft build = concurrentDraft(
        action, Phase::Validate, QStringLiteral("Build unique index %1").arg(add.constraint.sub),
        { key.createIndex }, { key.dropIndex },
        QStringLiteral(
            "The index behind the constraint is built while reads and writes go on; ADD %1 alone would "
            "hold up both until it is built.")
            .arg(isPrimary ? QStringLiteral("PRIMARY KEY") : QStringLiteral("UNIQUE")));
    build.step.verify = { indexIsValid(add.constraint.schema, add.constraint.sub) };
    return build;
}

} // namespace

/// The unique index is built beside the traffic; making a constraint of it is instant.
std::optional<Rewrite> addKeyOnline(const Action &action, const Context &context)
{
    const auto *add = std::get_if<AddConstraint>(&action.detail);
    if (!add || !context.needsOnlineWay(action) || action.forward.isEmpty())
        return std::nullopt;
    const schema::ConstraintAttributes &attributes = add->attributes;
    const auto key = keyByIndex(relationSql(action), add->constraint, attributes);
    if (!key)
        return std::nullopt;
    if (context.isPartitioned(action.relation))
        return partitionedKey(action);
    Rewrite result;
    if (attributes.type == ConstraintType::PrimaryKey)
        addNotNullDrafts(action, context, attributes, &result);
    result.drafts.push_back(duplicateCheck(action, attributes));
    result.drafts.push_back(keyIndexDraft(action, *add, *key));
    Draft attach = ddlDraft(
        action, Phase::Switch, action.title, QStringList{ key->addConstraint } + action.forward.mid(1),
        action.backward,
        QStringLiteral("The constraint takes over the finished index: a change of the catalog only."));
    attach.step.verify = { constraintIsThere(action, add->constraint.sub, true) };
    attach.needsCommitBefore = true;
    result.drafts.push_back(attach);
    return result;
}

} // namespace lockstep::plan
