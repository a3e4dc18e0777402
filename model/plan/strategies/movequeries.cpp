#include "movequeries.h"

#include "rowtriggers.h"

namespace lockstep::plan {

namespace {

QString typeOfMoved(const schema::Fact &column)
{
    return column.as<schema::ColumnAttributes>()->type;
}

/// FROM what a row of `from` stands in, to the end of the condition.
QString movedFrom(const RowMove &move, const QString &row)
{
    QString sql = QStringLiteral("FROM %1 AS %2").arg(row, schema::quoteIdent(move.from.name));
    if (!move.each.isEmpty())
        sql += QStringLiteral(", LATERAL ") + move.each;
    if (!move.where.isEmpty())
        sql += QStringLiteral(" WHERE ") + move.where;
    return sql;
}

QString expressionsOf(const RowMove &move)
{
    QStringList expressions;
    for (const MovedColumn &column : move.columns)
        expressions += QStringLiteral("(%1)").arg(column.expression);
    return expressions.join(QStringLiteral(", "));
}

} // namespace

QString tableOfMove(const schema::ObjectId &table)
{
    return schema::qualified(table.schema, table.name);
}

QString quotedList(const QStringList &columns, const QString &prefix)
{
    QStringList names;
    for (const QString &column : columns)
        names += prefix + schema::quoteIdent(column);
    return names.join(QStringLiteral(", "));
}

QStringList movedNames(const RowMove &move)
{
    QStringList names;
    for (const MovedColumn &column : move.columns)
        names += column.column.id.sub;
    return names;
}

QString settingsOf(const RowMove &move)
{
    QStringList path;
    for (const schema::ObjectId &table : { move.from, move.to }) {
        const QString name = schema::quoteIdent(table.schema);
        if (!path.contains(name) && name != QLatin1String("public"))
            path += name;
    }
    path += QStringLiteral("public, pg_temp");
    return QStringLiteral(" SET search_path = %1 SET TimeZone FROM CURRENT SET DateStyle FROM CURRENT SET "
                          "IntervalStyle FROM CURRENT")
        .arg(path.join(QStringLiteral(", ")));
}

QString movedRows(const RowMove &move, const QString &restriction)
{
    QStringList values;
    for (const MovedColumn &column : move.columns)
        values +=
            QStringLiteral("(%1)::%2 AS %3")
                .arg(column.expression, typeOfMoved(column.column), schema::quoteIdent(column.column.id.sub));
    const QString rows =
        restriction.isEmpty()
            ? tableOfMove(move.from)
            : QStringLiteral("(SELECT * FROM %1 WHERE %2)").arg(tableOfMove(move.from), restriction);
    return QStringLiteral("SELECT %1 %2").arg(values.join(QStringLiteral(", ")), movedFrom(move, rows));
}

QString isOwner(const RowMove &move, const QString &to, const QString &from)
{
    QStringList pairs;
    for (const auto &[column, owner] : move.owner)
        pairs += QStringLiteral("%1.%2 = %3.%4")
                     .arg(to, schema::quoteIdent(column), from, schema::quoteIdent(owner));
    return pairs.join(QStringLiteral(" AND "));
}

QString rowsApart(const RowMove &move)
{
    const QString sums =
        QStringLiteral("SELECT count(*), sum(pg_catalog.hashtextextended(ROW(%1)::text, 0)) FROM ")
            .arg(quotedList(movedNames(move)));
    return QStringLiteral("SELECT count(*) FROM (%1%2 EXCEPT %1(%3) AS moved) AS apart")
        .arg(sums, tableOfMove(move.to), movedRows(move));
}

QString sampleApart(const RowMove &move)
{
    const QString columns = quotedList(movedNames(move));
    const QString there = QStringLiteral("SELECT ROW(%1)::text FROM %2").arg(columns, tableOfMove(move.to));
    const QString wanted =
        QStringLiteral("SELECT ROW(%1)::text FROM (%2) AS moved").arg(columns, movedRows(move));
    return QStringLiteral("(SELECT 'only in %1' AS side, * FROM (%2 EXCEPT ALL %3) AS more) UNION ALL "
                          "(SELECT 'not in %1', * FROM (%3 EXCEPT ALL %2) AS less) LIMIT 20")
        .arg(QString(move.to.name).replace(QLatin1Char('\''), QStringLiteral("''")), there, wanted);
}

QString isApart(const RowMove &move)
{
    QStringList terms;
    for (const SetColumn &column : move.leaving) {
        const QString name = QStringLiteral("%1.%2").arg(schema::quoteIdent(move.from.name),
                                                         schema::quoteIdent(column.column.id.sub));
        const QString type = typeOfMoved(column.column);
        const QString made = QStringLiteral("(%1)::%2").arg(column.expression, type);
        // How JSON is written is no difference.
        terms += type == QLatin1String("json") || type == QLatin1String("jsonb")
                     ? QStringLiteral("%1::jsonb IS DISTINCT FROM %2::jsonb").arg(name, made)
                     : differs(name, made);
    }
    return terms.join(QStringLiteral(" OR "));
}

SyncTrigger moveTest(const RowMove &move)
{
    QString declarations;
    QStringList variables;
    QStringList missing;
    for (const MovedColumn &column : move.columns) {
        variables += QStringLiteral("zzz_lockstep_value_%1").arg(variables.size() + 1);
        declarations += QStringLiteral("  %1 %2;\n").arg(variables.last(), typeOfMoved(column.column));
        if (column.column.as<schema::ColumnAttributes>()->notNull)
            missing += variables.last() + QStringLiteral(" IS NULL");
    }
    const QString check = missing.isEmpty()
                              ? QString()
                              : QStringLiteral("    IF %1 THEN\n      RETURN false;\n    END IF;\n")
                                    .arg(missing.join(QStringLiteral(" OR ")));
    const QString body =
        QStringLiteral("DECLARE\n%1BEGIN\n  FOR %2 IN\n    SELECT %3\n    %4\n  LOOP\n%5  END LOOP;\n"
                       "  RETURN true;\nEXCEPTION WHEN OTHERS THEN\n  RETURN false;\nEND")
            .arg(declarations, variables.join(QStringLiteral(", ")), expressionsOf(move),
                 movedFrom(move, QStringLiteral("(SELECT (zzz_lockstep_row).*)")),
                 check.isEmpty() ? QStringLiteral("    NULL;\n") : check);
    const QString name = schema::qualified(move.from.schema, ownName(move.to, QStringLiteral("test")));
    return { { QStringLiteral("CREATE FUNCTION %1(zzz_lockstep_row %2) RETURNS boolean LANGUAGE plpgsql%3 AS "
                              "$lockstep$\n#variable_conflict use_column\n%4\n$lockstep$")
                   .arg(name, tableOfMove(move.from), settingsOf(move), body) },
             { QStringLiteral("DROP FUNCTION %1(%2)").arg(name, tableOfMove(move.from)) } };
}

QString moveTestQuery(const RowMove &move)
{
    return QStringLiteral("NOT %1(zzz_lockstep_row)")
        .arg(schema::qualified(move.from.schema, ownName(move.to, QStringLiteral("test"))));
}

} // namespace lockstep::plan
