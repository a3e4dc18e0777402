#include "tableddl.h"

#include "optionsddl.h"

namespace lockstep::plan::ddl {

using namespace schema;

namespace {

/// NOT NULL of a column that comes from a parent.
QString ownNotNull(const Fact &column)
{
    const auto &attributes = *column.as<ColumnAttributes>();
    return QStringLiteral("CONSTRAINT %1 NOT NULL %2%3")
        .arg(quoteIdent(notNullName(column)), quoteIdent(column.id.sub),
             attributes.notNullNoInherit ? QStringLiteral(" NO INHERIT") : QString());
}

QString tableColumns(const Fact &table, const Catalog &catalog, const IsInline &isInline)
{
    const auto &attributes = *table.as<TableAttributes>();
    QStringList lines;
    for (const Fact *column : catalog.columnsOf(table.id)) {
        if (column->as<ColumnAttributes>()->notNullOwn)
            lines << ownNotNull(*column);
        if (!isInline(column->id))
            continue;
        const Fact *value =
            catalog.find(subId(Kind::Default, table.id.schema, table.id.name, column->id.sub));
        const bool inlineValue = value && isInline(value->id);
        if (!attributes.ofType.isEmpty()) {
            QString options = inlineValue
                                  ? QStringLiteral(" DEFAULT ") + value->as<DefaultAttributes>()->expression
                                  : QString();
            if (column->as<ColumnAttributes>()->notNull)
                options += QStringLiteral(" NOT NULL");
            if (!options.isEmpty())
                lines << quoteIdent(column->id.sub) + QStringLiteral(" WITH OPTIONS") + options;
            continue;
        }
        lines << columnClause(*column, inlineValue ? value->as<DefaultAttributes>() : nullptr,
                              attributes.partitionOf.has_value());
    }
    if (lines.isEmpty())
        return attributes.ofType.isEmpty() ? QStringLiteral(" (\n)") : QString();
    return QStringLiteral(" (\n    ") + lines.join(QStringLiteral(",\n    ")) + QStringLiteral("\n)");
}

QString storageClauses(const TableAttributes &attributes)
{
    QString sql;
    if (!attributes.inherits.isEmpty()) {
        QStringList parents;
        for (const ObjectId &parent : attributes.inherits)
            parents << relationName(parent);
        sql += QStringLiteral("\nINHERITS (%1)").arg(parents.join(QStringLiteral(", ")));
    }
    if (!attributes.partitionKey.isEmpty())
        sql += QStringLiteral("\nPARTITION BY ") + attributes.partitionKey;
    if (!attributes.accessMethod.isEmpty())
        sql += QStringLiteral("\nUSING ") + quoteIdent(attributes.accessMethod);
    if (!attributes.options.isEmpty())
        sql += QStringLiteral("\nWITH ") + optionList(attributes.options);
    if (!attributes.tablespace.isEmpty())
        sql += QStringLiteral("\nTABLESPACE ") + quoteIdent(attributes.tablespace);
    if (!attributes.foreignServer.isEmpty())
        sql += QStringLiteral("\nSERVER ") + quoteIdent(attributes.foreignServer)
               + createForeignOptions(attributes.foreignOptions);
    return sql;
}

QString rowSecurity(const ObjectId &table, bool enabled)
{
    return alterTable(table, enabled ? QStringLiteral("ENABLE ROW LEVEL SECURITY")
                                     : QStringLiteral("DISABLE ROW LEVEL SECURITY"));
}

QString forceRowSecurity(const ObjectId &table, bool forced)
{
    return alterTable(table, forced ? QStringLiteral("FORCE ROW LEVEL SECURITY")
                                    : QStringLiteral("NO FORCE ROW LEVEL SECURITY"));
}

} // namespace

QStringList createTable(const Fact &table, const Catalog &catalog, const IsInline &isInline)
{
    const auto &attributes = *table.as<TableAttributes>();
    QString sql = attributes.persistence == Persistence::Unlogged ? QStringLiteral("CREATE UNLOGGED TABLE ")
                  : isForeignTable(table)                         ? QStringLiteral("CREATE FOREIGN TABLE ")
                                                                  : QStringLiteral("CREATE TABLE ");
    sql += relationName(table.id);
    if (!attributes.ofType.isEmpty())
        sql += QStringLiteral(" OF ") + attributes.ofType;
    QStringList statements{ sql + tableColumns(table, catalog, isInline) + storageClauses(attributes) };
    for (const Fact *column : catalog.columnsOf(table.id)) {
        if (isInline(column->id))
            statements += columnSettings(nullptr, *column);
    }
    if (attributes.rowSecurity)
        statements << rowSecurity(table.id, true);
    if (attributes.forceRowSecurity)
        statements << forceRowSecurity(table.id, true);
    return statements;
}

QString attachPartition(const Fact &table)
{
    const auto &attributes = *table.as<TableAttributes>();
    return alterTable(
        *attributes.partitionOf,
        QStringLiteral("ATTACH PARTITION %1 %2").arg(relationName(table.id), attributes.partitionBound));
}

QString detachPartition(const Fact &table)
{
    return alterTable(*table.as<TableAttributes>()->partitionOf,
                      QStringLiteral("DETACH PARTITION ") + relationName(table.id));
}

QString clusterOn(const Fact &table)
{
    const QString &index = table.as<TableAttributes>()->clusterIndex;
    return alterTable(table.id, index.isEmpty() ? QStringLiteral("SET WITHOUT CLUSTER")
                                                : QStringLiteral("CLUSTER ON ") + quoteIdent(index));
}

QStringList notNullNamesApart(const Catalog &from, const Catalog &to, const ObjectId &table)
{
    QStringList statements;
    for (const Fact *column : to.columnsOf(table)) {
        const Fact *was = from.find(column->id);
        if (!was)
            continue;
        const auto &before = *was->as<ColumnAttributes>();
        const auto &after = *column->as<ColumnAttributes>();
        const bool isInherited =
            !before.inheritedNotNullName.isEmpty() || !after.inheritedNotNullName.isEmpty();
        if (!isInherited || !before.notNull || !after.notNull || notNullName(*was) == notNullName(*column))
            continue;
        statements << alterTable(table,
                                 QStringLiteral("RENAME CONSTRAINT %1 TO %2")
                                     .arg(quoteIdent(notNullName(*was)), quoteIdent(notNullName(*column))));
    }
    return statements;
}

QString replicaIdentity(const Fact &table)
{
    const auto &attributes = *table.as<TableAttributes>();
    QString what;
    switch (attributes.replicaIdentity) {
    case ReplicaIdentity::Default: what = QStringLiteral("DEFAULT"); break;
    case ReplicaIdentity::Nothing: what = QStringLiteral("NOTHING"); break;
    case ReplicaIdentity::Full: what = QStringLiteral("FULL"); break;
    case ReplicaIdentity::Index:
        what = QStringLiteral("USING INDEX ") + quoteIdent(attributes.replicaIdentityIndex);
        break;
    }
    return alterTable(table.id, QStringLiteral("REPLICA IDENTITY ") + what);
}

QStringList alterTable(const Fact &before, const Fact &after)
{
    const auto &a = *before.as<TableAttributes>();
    const auto &b = *after.as<TableAttributes>();
    QStringList statements;
    const auto add = [&](const QString &clause) { statements << alterTable(after.id, clause); };
    if (a.ofType != b.ofType)
        add(b.ofType.isEmpty() ? QStringLiteral("NOT OF") : QStringLiteral("OF ") + b.ofType);
    if (a.persistence != b.persistence)
        add(b.persistence == Persistence::Unlogged ? QStringLiteral("SET UNLOGGED")
                                                   : QStringLiteral("SET LOGGED"));
    for (const QString &clause : optionClauses(a.options, b.options))
        add(clause);
    if (a.accessMethod != b.accessMethod) {
        const QString method = b.accessMethod.isEmpty() ? QStringLiteral("heap") : quoteIdent(b.accessMethod);
        add(QStringLiteral("SET ACCESS METHOD ") + method);
    }
    if (a.tablespace != b.tablespace) {
        const QString place =
            b.tablespace.isEmpty() ? QStringLiteral("pg_default") : quoteIdent(b.tablespace);
        add(QStringLiteral("SET TABLESPACE ") + place);
    }
    if (const QString options = alterForeignOptions(a.foreignOptions, b.foreignOptions); !options.isEmpty())
        statements << QStringLiteral("ALTER FOREIGN TABLE %1 ").arg(relationName(after.id)) + options;
    return statements;
}

QStringList changeRowSecurity(const Fact &before, const Fact &after)
{
    const auto &a = *before.as<TableAttributes>();
    const auto &b = *after.as<TableAttributes>();
    QStringList statements;
    if (a.rowSecurity != b.rowSecurity)
        statements << rowSecurity(after.id, b.rowSecurity);
    if (a.forceRowSecurity != b.forceRowSecurity)
        statements << forceRowSecurity(after.id, b.forceRowSecurity);
    return statements;
}

} // namespace lockstep::plan::ddl
