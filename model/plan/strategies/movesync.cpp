#include "movesync.h"

#include "rowtriggers.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

QString tableOfMove(const schema::ObjectId &table)
{
    return schema::qualified(table.schema, table.name);
}

QString typeOfMoved(const schema::Fact &column)
{
    return column.as<schema::ColumnAttributes>()->type;
}

QString quotedList(const QStringList &columns, const QString &prefix = {})
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

/// The key of `from` in one of its rows.
QString isRow(const RowMove &move, const QString &row, bool isOfNewTable)
{
    QStringList pairs;
    for (const auto &[to, from] : move.owner)
        pairs += QStringLiteral("%1.%2 = %3.%4")
                     .arg(schema::quoteIdent(move.from.name), schema::quoteIdent(from), row,
                          schema::quoteIdent(isOfNewTable ? to : from));
    return pairs.join(QStringLiteral(" AND "));
}

QStringList fromKey(const RowMove &move)
{
    QStringList key;
    for (const auto &[to, from] : move.owner)
        key += from;
    return key;
}

QStringList toKey(const RowMove &move)
{
    QStringList key;
    for (const auto &[to, from] : move.owner)
        key += to;
    return key;
}

QString changed(const QStringList &columns)
{
    return differs(quotedList(columns, QStringLiteral("NEW.")), quotedList(columns, QStringLiteral("OLD.")));
}

QString syncName(const RowMove &move)
{
    return ownName(move.to, QStringLiteral("sync"));
}

QString backName(const RowMove &move)
{
    return ownName(move.to, QStringLiteral("back"));
}

QString fillName(const RowMove &move)
{
    return ownName(move.to, QStringLiteral("fill"));
}

/// Set while a function of that name writes; what it writes is not written back.
QString markOf(const QString &name)
{
    return QStringLiteral("lockstep.") + name;
}

/// Expressions mean the same in every session that writes.
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

/// Runs with the rights of who makes it, because those who write the one table may not write the other.
QString functionOf(const RowMove &move, const QString &name, const QString &body)
{
    return QStringLiteral(
               "CREATE FUNCTION %1() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER%2 SET %3 = 'on' AS "
               "$lockstep$\n%4\n$lockstep$")
        .arg(schema::qualified(move.from.schema, name), settingsOf(move), markOf(name), body);
}

QStringList triggerOf(const RowMove &move, const schema::ObjectId &table, const QString &name,
                      const QString &when, const QString &function)
{
    return { QStringLiteral("CREATE TRIGGER %1 %2 EXECUTE FUNCTION %3()")
                 .arg(name, when.arg(tableOfMove(table)), schema::qualified(move.from.schema, function)),
             alterTable(tableOfMove(table), QStringLiteral("ENABLE ALWAYS TRIGGER ") + name) };
}

QString dropTriggerOf(const schema::ObjectId &table, const QString &name)
{
    return QStringLiteral("DROP TRIGGER %1 ON %2").arg(name, tableOfMove(table));
}

QString dropFunctionOf(const RowMove &move, const QString &name)
{
    return QStringLiteral("DROP FUNCTION %1()").arg(schema::qualified(move.from.schema, name));
}

/// What the other direction writes is there already.
QString leaveIfWrittenBy(const QString &name)
{
    return QStringLiteral("  IF pg_catalog.current_setting('%1', true) = 'on' THEN\n"
                          "    IF TG_OP = 'DELETE' THEN\n      RETURN OLD;\n    END IF;\n"
                          "    RETURN NEW;\n  END IF;\n")
        .arg(markOf(name));
}

/// The rows of one owner become what the row makes of them now: other triggers may have changed it since.
QString replaceRows(const RowMove &move)
{
    QStringList others;
    QStringList assigned;
    for (const QString &column : movedNames(move)) {
        if (move.key.contains(column))
            continue;
        others += column;
        assigned += QStringLiteral("%1 = EXCLUDED.%1").arg(schema::quoteIdent(column));
    }
    const QString rows = movedRows(move, isRow(move, QStringLiteral("NEW"), false));
    const QString conflict = others.isEmpty()
                                 ? QStringLiteral("NOTHING")
                                 : QStringLiteral("UPDATE SET %1\n    WHERE %2")
                                       .arg(assigned.join(QStringLiteral(", ")),
                                            differs(quotedList(others, QStringLiteral("t.")),
                                                    quotedList(others, QStringLiteral("EXCLUDED."))));
    return QStringLiteral("  IF TG_OP = 'UPDATE' THEN\n"
                          "    DELETE FROM %1 AS t WHERE %2 AND NOT EXISTS (\n"
                          "      SELECT FROM (%3) AS m WHERE ROW(%4) = ROW(%5));\n  END IF;\n"
                          "  INSERT INTO %1 AS t (%6) %3\n    ON CONFLICT (%7) DO %8;\n")
        .arg(tableOfMove(move.to), isOwner(move, QStringLiteral("t"), QStringLiteral("NEW")), rows,
             quotedList(move.key, QStringLiteral("m.")), quotedList(move.key, QStringLiteral("t.")),
             quotedList(movedNames(move)), quotedList(move.key), conflict);
}

/// `isOpen`: new releases write the new table, so that nothing is moved of a row whose columns say what the
/// new table says.
QString syncBody(const RowMove &move, bool isOpen)
{
    const QString ownerOfOld = isOwner(move, QStringLiteral("t"), QStringLiteral("OLD"));
    QString body = QStringLiteral("BEGIN\n") + leaveIfWrittenBy(backName(move));
    body += QStringLiteral("  IF TG_OP = 'TRUNCATE' THEN\n"
                           "    IF EXISTS (SELECT FROM %1) THEN\n      TRUNCATE %1;\n    END IF;\n"
                           "    RETURN NULL;\n  END IF;\n"
                           "  IF TG_WHEN = 'BEFORE' THEN\n"
                           "    IF TG_OP = 'DELETE' THEN\n      DELETE FROM %1 AS t WHERE %2;\n"
                           "      RETURN OLD;\n    END IF;\n"
                           "    IF %3 THEN\n      DELETE FROM %1 AS t WHERE %2;\n    END IF;\n"
                           "    RETURN NEW;\n  END IF;\n")
                .arg(tableOfMove(move.to), ownerOfOld, changed(fromKey(move)));
    if (!move.used.isEmpty())
        body += QStringLiteral("  IF TG_OP = 'UPDATE' THEN\n    IF NOT (%1) THEN\n      RETURN NULL;\n"
                               "    END IF;\n  END IF;\n")
                    .arg(changed(move.used));
    if (isOpen)
        body += QStringLiteral("  IF EXISTS (SELECT FROM %1 WHERE %2 AND NOT (%3)) THEN\n    RETURN NULL;\n"
                               "  END IF;\n")
                    .arg(tableOfMove(move.from), isRow(move, QStringLiteral("NEW"), false), isApart(move));
    return body + replaceRows(move) + QStringLiteral("  RETURN NULL;\nEND");
}

QString setBack(const RowMove &move)
{
    QStringList assigned;
    for (const SetColumn &column : move.leaving)
        assigned +=
            QStringLiteral("%1 = (%2)").arg(schema::quoteIdent(column.column.id.sub), column.expression);
    return assigned.join(QStringLiteral(", "));
}

/// Locks the owner first, so that what is read next is as new as the row.
QString bringBack(const RowMove &move, const QString &row, const QString &indent)
{
    const QString owner = isRow(move, row, true);
    return QStringLiteral("%5PERFORM FROM %1 WHERE %2 FOR NO KEY UPDATE;\n"
                          "%5UPDATE %1 SET %3\n%5  WHERE %2 AND (%4);\n")
        .arg(tableOfMove(move.from), owner, setBack(move), isApart(move), indent);
}

QString backBody(const RowMove &move)
{
    QString body = QStringLiteral("BEGIN\n") + leaveIfWrittenBy(syncName(move));
    body += QStringLiteral("  IF TG_OP = 'TRUNCATE' THEN\n    UPDATE %1 SET %2\n      WHERE %3;\n"
                           "    RETURN NULL;\n  END IF;\n")
                .arg(tableOfMove(move.from), setBack(move), isApart(move));
    body += QStringLiteral("  IF TG_WHEN = 'BEFORE' THEN\n"
                           "    PERFORM FROM %1 WHERE %2 FOR NO KEY UPDATE;\n    RETURN NEW;\n  END IF;\n")
                .arg(tableOfMove(move.from), isRow(move, QStringLiteral("NEW"), true));
    body += QStringLiteral("  IF TG_OP = 'DELETE' THEN\n%1    RETURN NULL;\n  END IF;\n"
                           "  IF TG_OP = 'UPDATE' THEN\n    IF %2 THEN\n%3    END IF;\n  END IF;\n%4")
                .arg(bringBack(move, QStringLiteral("OLD"), QStringLiteral("    ")), changed(toKey(move)),
                     bringBack(move, QStringLiteral("OLD"), QStringLiteral("      ")),
                     bringBack(move, QStringLiteral("NEW"), QStringLiteral("  ")));
    return body + QStringLiteral("  RETURN NULL;\nEND");
}

QStringList dropFillMissing(const RowMove &move)
{
    if (fillMissing(move).isEmpty())
        return {};
    return { dropTriggerOf(move.from, fillName(move)), dropFunctionOf(move, fillName(move)) };
}

QString beforeName(const RowMove &move)
{
    return syncName(move) + QStringLiteral("_first");
}

QString emptiedName(const QString &name)
{
    return name + QStringLiteral("_all");
}

QStringList syncTriggers(const RowMove &move, bool isOpen)
{
    const QString name = syncName(move);
    const QString each = QStringLiteral(" ON %1 FOR EACH ROW");
    return QStringList{ functionOf(move, name, syncBody(move, isOpen)) }
           + triggerOf(move, move.from, beforeName(move), QStringLiteral("BEFORE UPDATE OR DELETE") + each,
                       name)
           + triggerOf(move, move.from, name, QStringLiteral("AFTER INSERT OR UPDATE") + each, name)
           + triggerOf(move, move.from, emptiedName(name),
                       QStringLiteral("AFTER TRUNCATE ON %1 FOR EACH STATEMENT"), name);
}

QString replaceSync(const RowMove &move, bool isOpen)
{
    return functionOf(move, syncName(move), syncBody(move, isOpen))
        .replace(QStringLiteral("CREATE FUNCTION"), QStringLiteral("CREATE OR REPLACE FUNCTION"));
}

} // namespace

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
                              "$lockstep$\n%4\n$lockstep$")
                   .arg(name, tableOfMove(move.from), settingsOf(move), body) },
             { QStringLiteral("DROP FUNCTION %1(%2)").arg(name, tableOfMove(move.from)) } };
}

QString moveTestQuery(const RowMove &move)
{
    return QStringLiteral("NOT %1(zzz_lockstep_row)")
        .arg(schema::qualified(move.from.schema, ownName(move.to, QStringLiteral("test"))));
}

SyncTrigger rowsFollow(const RowMove &move)
{
    const QString name = syncName(move);
    return { syncTriggers(move, false),
             { dropTriggerOf(move.from, emptiedName(name)), dropTriggerOf(move.from, name),
               dropTriggerOf(move.from, beforeName(move)), dropFunctionOf(move, name) } };
}

SyncTrigger columnsFollow(const RowMove &move)
{
    const QString name = backName(move);
    const QString first = name + QStringLiteral("_first");
    const QString each = QStringLiteral(" ON %1 FOR EACH ROW");
    return { QStringList{ functionOf(move, name, backBody(move)) }
                 + triggerOf(move, move.to, first, QStringLiteral("BEFORE INSERT") + each, name)
                 + triggerOf(move, move.to, name, QStringLiteral("AFTER INSERT OR UPDATE OR DELETE") + each,
                             name)
                 + triggerOf(move, move.to, emptiedName(name),
                             QStringLiteral("AFTER TRUNCATE ON %1 FOR EACH STATEMENT"), name),
             { dropTriggerOf(move.to, emptiedName(name)), dropTriggerOf(move.to, name),
               dropTriggerOf(move.to, first), dropFunctionOf(move, name) } };
}

QStringList fillMissing(const RowMove &move)
{
    QString body;
    for (const SetColumn &column : move.leaving) {
        const bool mustHave = column.column.as<schema::ColumnAttributes>()->notNull;
        if (mustHave)
            body +=
                QStringLiteral("  IF NEW.%1 IS NULL THEN\n    SELECT (%2) INTO NEW.%1 FROM (SELECT NEW.*) "
                               "AS %3;\n  END IF;\n")
                    .arg(schema::quoteIdent(column.column.id.sub), column.expression,
                         schema::quoteIdent(move.from.name));
    }
    if (body.isEmpty())
        return {};
    return QStringList{ functionOf(move, fillName(move),
                                   QStringLiteral("BEGIN\n%1  RETURN NEW;\nEND").arg(body)) }
           + triggerOf(move, move.from, fillName(move), QStringLiteral("BEFORE INSERT ON %1 FOR EACH ROW"),
                       fillName(move));
}

QStringList openMove(const RowMove &move)
{
    return fillMissing(move) + QStringList{ replaceSync(move, true) } + columnsFollow(move).create;
}

QStringList closeMove(const RowMove &move)
{
    return dropFillMissing(move) + columnsFollow(move).drop + QStringList{ replaceSync(move, false) };
}

QStringList rowsFollowAsWell(const RowMove &move)
{
    return syncTriggers(move, true);
}

QStringList dropMoveSync(const RowMove &move)
{
    return columnsFollow(move).drop + dropFillMissing(move) + rowsFollow(move).drop;
}

} // namespace lockstep::plan
