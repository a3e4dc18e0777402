#include "movesync.h"

#include "movequeries.h"
#include "rowtriggers.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

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

/// Runs with the rights of who makes it, because those who write the one table may not write the other.
QString functionOf(const RowMove &move, const QString &create, const QString &name, const QString &body)
{
    return QStringLiteral(
               "%1 FUNCTION %2() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER%3 SET %4 = 'on' AS "
               "$lockstep$\n#variable_conflict use_column\n%5\n$lockstep$")
        .arg(create, schema::qualified(move.from.schema, name), settingsOf(move), markOf(name), body);
}

/// For the plan's own triggers alone: on a table of somebody else's it would write with those rights, too.
QStringList newFunction(const RowMove &move, const QString &name, const QString &body)
{
    return { functionOf(move, QStringLiteral("CREATE"), name, body),
             QStringLiteral("REVOKE ALL ON FUNCTION %1() FROM PUBLIC")
                 .arg(schema::qualified(move.from.schema, name)) };
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

bool hasOtherKey(const RowMove &move)
{
    return std::any_of(move.constraints.begin(), move.constraints.end(), [&](const schema::Fact &fact) {
        const auto *constraint = fact.as<schema::ConstraintAttributes>();
        const bool isKey = constraint
                           && (constraint->type == schema::ConstraintType::PrimaryKey
                               || constraint->type == schema::ConstraintType::Unique);
        return isKey && constraint->columns != move.key;
    });
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
    // A second key holds row by row: what changes goes before anything comes.
    const QString isSame = others.isEmpty() || !hasOtherKey(move)
                               ? QString()
                               : QStringLiteral(" AND NOT (%1)")
                                     .arg(differs(quotedList(others, QStringLiteral("zzz_lockstep_new.")),
                                                  quotedList(others, QStringLiteral("zzz_lockstep_row."))));
    const QString rows = movedRows(move, isRow(move, QStringLiteral("NEW"), false));
    const QString conflict = others.isEmpty()
                                 ? QStringLiteral("NOTHING")
                                 : QStringLiteral("UPDATE SET %1\n    WHERE %2")
                                       .arg(assigned.join(QStringLiteral(", ")),
                                            differs(quotedList(others, QStringLiteral("zzz_lockstep_row.")),
                                                    quotedList(others, QStringLiteral("EXCLUDED."))));
    return QStringLiteral(
               "  IF TG_OP = 'UPDATE' THEN\n"
               "    DELETE FROM %1 AS zzz_lockstep_row WHERE %2 AND NOT EXISTS (\n"
               "      SELECT FROM (%3) AS zzz_lockstep_new WHERE ROW(%4) = ROW(%5)%9);\n  END IF;\n"
               "  INSERT INTO %1 AS zzz_lockstep_row (%6) %3\n    ON CONFLICT (%7) DO %8;\n")
        .arg(tableOfMove(move.to), isOwner(move, QStringLiteral("zzz_lockstep_row"), QStringLiteral("NEW")),
             rows, quotedList(move.key, QStringLiteral("zzz_lockstep_new.")),
             quotedList(move.key, QStringLiteral("zzz_lockstep_row.")), quotedList(movedNames(move)),
             quotedList(move.key), conflict, isSame);
}

/// True in a trigger if an UPDATE changes a column that stays and that the new table's are made of, too.
QString stayingChanged(const RowMove &move)
{
    QStringList staying = move.used;
    QString without;
    for (const SetColumn &column : move.leaving) {
        staying.removeAll(column.column.id.sub);
        without += QStringLiteral(" - ") + schema::quoteLiteral(column.column.id.sub);
    }
    if (move.used.isEmpty()) // Not known: any that stays.
        return QStringLiteral("(pg_catalog.to_jsonb(NEW)%1) IS DISTINCT FROM (pg_catalog.to_jsonb(OLD)%1)")
            .arg(without);
    return staying.isEmpty() ? QStringLiteral("false") : changed(staying);
}

/// `isOpen`: new releases write the new table, so that nothing is moved of a row whose leaving columns say
/// what the new table says.
QString syncBody(const RowMove &move, bool isOpen)
{
    const QString ownerOfOld = isOwner(move, QStringLiteral("zzz_lockstep_row"), QStringLiteral("OLD"));
    QString body = QStringLiteral("BEGIN\n") + leaveIfWrittenBy(backName(move));
    body +=
        QStringLiteral("  IF TG_OP = 'TRUNCATE' THEN\n"
                       "    IF EXISTS (SELECT FROM %1) THEN\n      TRUNCATE %1;\n    END IF;\n"
                       "    RETURN NULL;\n  END IF;\n"
                       "  IF TG_WHEN = 'BEFORE' THEN\n"
                       "    IF TG_OP = 'DELETE' THEN\n      DELETE FROM %1 AS zzz_lockstep_row WHERE %2;\n"
                       "      RETURN OLD;\n    END IF;\n"
                       "    IF %3 THEN\n      DELETE FROM %1 AS zzz_lockstep_row WHERE %2;\n    END IF;\n"
                       "    RETURN NEW;\n  END IF;\n")
            .arg(tableOfMove(move.to), ownerOfOld, changed(fromKey(move)));
    if (!move.used.isEmpty())
        body += QStringLiteral("  IF TG_OP = 'UPDATE' THEN\n    IF NOT (%1) THEN\n      RETURN NULL;\n"
                               "    END IF;\n  END IF;\n")
                    .arg(changed(move.used));
    if (isOpen)
        body += QStringLiteral("  IF TG_OP = 'INSERT' OR NOT (%4) THEN\n"
                               "    IF EXISTS (SELECT FROM %1 WHERE %2 AND NOT (%3)) THEN\n"
                               "      RETURN NULL;\n    END IF;\n  END IF;\n")
                    .arg(tableOfMove(move.from), isRow(move, QStringLiteral("NEW"), false), isApart(move),
                         stayingChanged(move));
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
    return newFunction(move, name, syncBody(move, isOpen))
           + triggerOf(move, move.from, beforeName(move), QStringLiteral("BEFORE UPDATE OR DELETE") + each,
                       name)
           + triggerOf(move, move.from, name, QStringLiteral("AFTER INSERT OR UPDATE") + each, name)
           + triggerOf(move, move.from, emptiedName(name),
                       QStringLiteral("AFTER TRUNCATE ON %1 FOR EACH STATEMENT"), name);
}

QString replaceSync(const RowMove &move, bool isOpen)
{
    return functionOf(move, QStringLiteral("CREATE OR REPLACE"), syncName(move), syncBody(move, isOpen));
}

} // namespace

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
    return { newFunction(move, name, backBody(move))
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
    return newFunction(move, fillName(move), QStringLiteral("BEGIN\n%1  RETURN NEW;\nEND").arg(body))
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
