#include "setsync.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

QString typeOf(const SetColumn &column)
{
    return column.column.as<schema::ColumnAttributes>()->type;
}

QString expressionList(const QVector<SetColumn> &columns)
{
    QStringList expressions;
    for (const SetColumn &column : columns)
        expressions += QLatin1Char('(') + column.expression + QLatin1Char(')');
    return expressions.join(QStringLiteral(", "));
}

/// All at once, so that no expression sees what another one has made. The row is offered as a one-row
/// relation under the table's name: the expressions read the same here as in an UPDATE.
QString assign(const QVector<SetColumn> &columns, const ColumnSets &sets, const QString &indent)
{
    return QStringLiteral("%1SELECT %2 INTO %3\n%1  FROM (SELECT NEW.*) AS %4;\n")
        .arg(indent, expressionList(columns), columnList(columns, QStringLiteral("NEW.")),
             schema::quoteIdent(sets.table.name));
}

QString isChanged(const QVector<SetColumn> &columns)
{
    return differs(columnList(columns, QStringLiteral("NEW.")), columnList(columns, QStringLiteral("OLD.")));
}

/// "NEW.a IS NOT NULL OR NEW.b IS NOT NULL"
QString isGiven(const QVector<SetColumn> &columns)
{
    QStringList terms;
    for (const SetColumn &column : columns)
        terms += QStringLiteral("NEW.%1 IS NOT NULL").arg(schema::quoteIdent(column.column.id.sub));
    return terms.join(QStringLiteral(" OR "));
}

/// An old release cannot leave out a column that must have a value, so who does is a new one.
QString isLeftOut(const QVector<SetColumn> &columns)
{
    QString terms;
    for (const SetColumn &column : columns) {
        if (column.column.as<schema::ColumnAttributes>()->notNull && column.defaultValue.isEmpty())
            terms += QStringLiteral(" OR NEW.%1 IS NULL").arg(schema::quoteIdent(column.column.id.sub));
    }
    return terms;
}

bool mayBeNull(const QVector<SetColumn> &columns)
{
    return std::none_of(columns.begin(), columns.end(), [](const SetColumn &column) {
        return column.column.as<schema::ColumnAttributes>()->notNull;
    });
}

/// Expressions mean the same in every session that writes.
QString settings(const Action &action)
{
    const QString own = action.relation.schema == QLatin1String("public")
                            ? QString()
                            : schema::quoteIdent(action.relation.schema) + QStringLiteral(", ");
    return QStringLiteral(" SET search_path = %1public, pg_temp SET TimeZone FROM CURRENT SET DateStyle FROM "
                          "CURRENT SET IntervalStyle FROM CURRENT")
        .arg(own);
}

QString lastName(const ColumnSets &sets)
{
    return ownName(sets.after.first().column.id, QStringLiteral("sync"));
}

QString firstName(const ColumnSets &sets)
{
    const QString last = lastName(sets);
    return QLatin1Char('!') + last.mid(last.indexOf(QLatin1String("lockstep")));
}

QString always(const QVector<SetColumn> &columns, const ColumnSets &sets)
{
    return QStringLiteral("BEGIN\n%1  RETURN NEW;\nEND").arg(assign(columns, sets, QStringLiteral("  ")));
}

QStringList create(const Action &action, const QString &name, const QString &body)
{
    return createRowTrigger(action, name, body, settings(action));
}

QString replaceFunction(const Action &action, const QString &name, const QString &body)
{
    return create(action, name, body)
        .first()
        .replace(QStringLiteral("CREATE FUNCTION"), QStringLiteral("CREATE OR REPLACE FUNCTION"));
}

/// Hands what a new release writes to the old columns before the user's own triggers see the row.
QString firstBody(const ColumnSets &sets)
{
    const QString given = isGiven(sets.after) + (mayBeNull(sets.after) ? isLeftOut(sets.before) : QString());
    const QString assignment = assign(sets.before, sets, QStringLiteral("      "));
    return QStringLiteral("BEGIN\n  IF TG_OP = 'INSERT' THEN\n    IF %1 THEN\n%2    END IF;\n"
                          "  ELSE\n    IF %3 THEN\n%2    END IF;\n  END IF;\n  RETURN NEW;\nEND")
        .arg(given, assignment, isChanged(sets.after));
}

/// Makes the new columns of what an old release has written and the user's own triggers have made of it.
QString lastBody(const ColumnSets &sets)
{
    QString given = isGiven(sets.after);
    // Rows of a new release that gave no value at all.
    if (mayBeNull(sets.after) && !isLeftOut(sets.before).isEmpty())
        given += QStringLiteral(" OR NOT (SELECT %1 FROM (SELECT NEW.*) AS %2)")
                     .arg(differs(columnList(sets.before), expressionList(sets.before)),
                          schema::quoteIdent(sets.table.name));
    const QString assignment = assign(sets.after, sets, QStringLiteral("      "));
    return QStringLiteral(
               "BEGIN\n  IF TG_OP = 'INSERT' THEN\n    IF NOT (%1) THEN\n%2    END IF;\n"
               "  ELSE\n    IF NOT (%3) AND (%4) THEN\n%2    END IF;\n  END IF;\n  RETURN NEW;\nEND")
        .arg(given, assignment, isChanged(sets.after), isChanged(sets.before));
}

QString testName(const Action &action, const ColumnSets &sets)
{
    return schema::qualified(action.relation.schema,
                             ownName(sets.after.first().column.id, QStringLiteral("test")));
}

} // namespace

SyncTrigger followOld(const Action &action, const ColumnSets &sets)
{
    return { create(action, lastName(sets), always(sets.after, sets)),
             dropRowTrigger(action, lastName(sets)) };
}

SyncTrigger followNew(const Action &action, const ColumnSets &sets)
{
    return { create(action, lastName(sets), always(sets.before, sets)),
             dropRowTrigger(action, lastName(sets)) };
}

QStringList openBothWays(const Action &action, const ColumnSets &sets)
{
    return create(action, firstName(sets), firstBody(sets))
           + QStringList{ replaceFunction(action, lastName(sets), lastBody(sets)) };
}

QStringList closeBothWays(const Action &action, const ColumnSets &sets)
{
    return QStringList{ replaceFunction(action, lastName(sets), always(sets.after, sets)) }
           + dropRowTrigger(action, firstName(sets));
}

QStringList dropBothWays(const Action &action, const ColumnSets &sets)
{
    return dropRowTrigger(action, firstName(sets)) + dropRowTrigger(action, lastName(sets));
}

QString areBehind(const QVector<SetColumn> &columns)
{
    QStringList expressions;
    for (const SetColumn &column : columns)
        expressions += QStringLiteral("(%1)::%2").arg(column.expression, typeOf(column));
    return differs(columnList(columns), expressions.join(QStringLiteral(", ")));
}

SyncTrigger rowTest(const Action &action, const ColumnSets &sets)
{
    QString declarations;
    QStringList variables;
    for (const SetColumn &column : sets.after) {
        variables += QStringLiteral("zzz_lockstep_value_%1").arg(variables.size() + 1);
        declarations += QStringLiteral("  %1 %2;\n").arg(variables.last(), typeOf(column));
    }
    const QString body = QStringLiteral("DECLARE\n%1BEGIN\n  SELECT %2 INTO %3\n    FROM (SELECT "
                                        "(zzz_lockstep_row).*) AS %4;\n  RETURN true;\nEXCEPTION WHEN OTHERS "
                                        "THEN\n  RETURN false;\nEND")
                             .arg(declarations, expressionList(sets.after),
                                  variables.join(QStringLiteral(", ")), schema::quoteIdent(sets.table.name));
    return { { QStringLiteral("CREATE FUNCTION %1(zzz_lockstep_row %2) RETURNS boolean LANGUAGE plpgsql%3 AS "
                              "$lockstep$\n#variable_conflict use_column\n%4\n$lockstep$")
                   .arg(testName(action, sets), relationSql(action), settings(action), body) },
             { QStringLiteral("DROP FUNCTION %1(%2)").arg(testName(action, sets), relationSql(action)) } };
}

RowTestQuery rowTestQuery(const Action &action, const ColumnSets &sets)
{
    return { relationSql(action) + QStringLiteral(" AS zzz_lockstep_row"),
             QStringLiteral("NOT %1(zzz_lockstep_row)").arg(testName(action, sets)) };
}

} // namespace lockstep::plan
