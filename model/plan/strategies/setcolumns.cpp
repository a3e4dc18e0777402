#include "setcolumns.h"

#include <model/plan/plain/tableddl.h>

namespace lockstep::plan {

QString setClause(const QVector<SetColumn> &columns)
{
    QStringList parts;
    for (const SetColumn &column : columns)
        parts += QStringLiteral("%1 = (%2)").arg(schema::quoteIdent(column.column.id.sub), column.expression);
    return parts.join(QStringLiteral(", "));
}

QString alterSetColumn(const Action &action, const SetColumn &column, const QString &what)
{
    return alterTable(
        relationSql(action),
        QStringLiteral("ALTER COLUMN %1 %2").arg(schema::quoteIdent(column.column.id.sub), what));
}

QStringList addEmpty(const Action &action, const QVector<SetColumn> &columns)
{
    QStringList sql;
    for (const SetColumn &column : columns) {
        schema::Fact empty = column.column;
        std::get<schema::ColumnAttributes>(empty.attributes).notNull = false;
        sql += alterTable(relationSql(action),
                          QStringLiteral("ADD COLUMN ") + ddl::columnClause(empty, nullptr));
        sql += column.said;
    }
    return sql;
}

QStringList dropAll(const Action &action, const QVector<SetColumn> &columns)
{
    QStringList sql;
    for (const SetColumn &column : columns)
        sql += alterTable(relationSql(action),
                          QStringLiteral("DROP COLUMN ") + schema::quoteIdent(column.column.id.sub));
    return sql;
}

QStringList defaults(const Action &action, const QVector<SetColumn> &columns, bool isSet)
{
    QStringList sql;
    for (const SetColumn &column : columns) {
        if (!column.defaultValue.isEmpty())
            sql += alterSetColumn(action, column,
                                  isSet ? QStringLiteral("SET DEFAULT ") + column.defaultValue
                                        : QStringLiteral("DROP DEFAULT"));
    }
    return sql;
}

QStringList notNulls(const QVector<SetColumn> &columns)
{
    QStringList sql;
    for (const SetColumn &column : columns) {
        if (column.column.as<schema::ColumnAttributes>()->notNull)
            sql += ddl::setNotNull(column.column);
    }
    return sql;
}

QStringList notNullsAgain(const Action &action, const Context &context, const QVector<SetColumn> &columns)
{
    QStringList sql;
    for (const SetColumn &column : columns) {
        if (!column.column.as<schema::ColumnAttributes>()->notNull)
            continue;
        schema::Fact notValid = column.column;
        auto &attributes = std::get<schema::ColumnAttributes>(notValid.attributes);
        if (context.major() >= 18) {
            attributes.notNullValidated = false;
            const QString name = attributes.notNullName.isEmpty()
                                     ? schema::defaultNotNullName(notValid.id.name, notValid.id.sub)
                                     : attributes.notNullName;
            sql += { ddl::setNotNull(notValid), validateSql(action, name) };
            continue;
        }
        const QString name = ownName(column.column.id, QStringLiteral("not_null"));
        const QString check = QStringLiteral("ADD CONSTRAINT %1 CHECK (%2 IS NOT NULL) NOT VALID")
                                  .arg(name, schema::quoteIdent(column.column.id.sub));
        sql += { alterTable(relationSql(action), check), validateSql(action, name),
                 ddl::setNotNull(column.column),
                 alterTable(relationSql(action), QStringLiteral("DROP CONSTRAINT ") + name) };
    }
    return sql;
}

} // namespace lockstep::plan
