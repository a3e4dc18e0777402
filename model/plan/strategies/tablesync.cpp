#include "tablesync.h"

namespace lockstep::plan {

namespace {

QString tableSql(const schema::ObjectId &table)
{
    return schema::qualified(table.schema, table.name);
}

QString sameKey(const QStringList &key, const QString &left, const QString &right)
{
    return QStringLiteral("ROW(%1) = ROW(%2)").arg(columnList(key, left), columnList(key, right));
}

/// One direction.
struct Following
{
    schema::ObjectId from;
    schema::ObjectId to;
    QStringList fromKey;
    QStringList toKey; ///< A unique one of `to`.
    QString name;
    QString insert;
    QStringList assigned; ///< Columns of `to` that can be set.
};

QString insertInto(const schema::ObjectId &into, const QVector<CopiedValue> &values, bool overrides)
{
    QStringList columns;
    QStringList read;
    for (const CopiedValue &value : values) {
        columns += schema::quoteIdent(value.column);
        read += value.value;
    }
    return QStringLiteral("INSERT INTO %1 (%2)%3 SELECT %4")
        .arg(tableSql(into), columns.join(QStringLiteral(", ")),
             overrides ? QStringLiteral(" OVERRIDING SYSTEM VALUE") : QString(),
             read.join(QStringLiteral(", ")));
}

/// A column that its table always numbers is part of the key, and has its value.
QStringList assignable(const QVector<CopiedValue> &values, const QStringList &numbered)
{
    QStringList columns;
    for (const CopiedValue &value : values) {
        if (!numbered.contains(value.column))
            columns += value.column;
    }
    return columns;
}

/// The key of the table that is written says less than that of the other one: a row that is another one there
/// may be in the way. Asked after the writing, so that no concurrent row slips through.
QString refusal(const Following &way)
{
    return QStringLiteral("  IF NOT FOUND AND EXISTS (SELECT FROM %1 AS f WHERE %2) THEN\n"
                          "    RAISE EXCEPTION USING ERRCODE = 'unique_violation', MESSAGE =\n"
                          "      'Until the old table goes, its key holds as well: there is such a row.';\n"
                          "  END IF;\n")
        .arg(tableSql(way.from), sameKey(way.fromKey, QStringLiteral("f."), QStringLiteral("NEW.")));
}

/// What has become of the row is read again: other triggers may have changed it since.
QString followBody(const Following &way, const TableCopy &copy)
{
    const bool saysLess = way.toKey.size() < way.fromKey.size() && !way.assigned.isEmpty();
    const QString there = schema::quoteIdent(way.to.name) + QLatin1Char('.');
    const QString ofTheRow =
        saysLess ? QStringLiteral("\n      WHERE ") + sameKey(way.fromKey, there, QStringLiteral("EXCLUDED."))
                 : QString();
    const QString last = saysLess ? refusal(way) : QString();
    QStringList assigned;
    for (const QString &column : way.assigned)
        assigned += QStringLiteral("%1 = EXCLUDED.%1").arg(schema::quoteIdent(column));
    return QStringLiteral("BEGIN\n"
                          "  IF TG_OP = 'TRUNCATE' THEN\n    TRUNCATE %1;\n    RETURN NULL;\n  END IF;\n"
                          "  IF TG_OP = 'DELETE' THEN\n    DELETE FROM %1 AS t WHERE %2;\n    RETURN NULL;\n"
                          "  END IF;\n"
                          "  IF TG_OP = 'UPDATE' THEN\n    IF NOT (%3) THEN\n"
                          "      DELETE FROM %1 AS t WHERE %2;\n    END IF;\n  END IF;\n"
                          "  %4 FROM %5 AS f WHERE %6\n"
                          "    ON CONFLICT (%7) DO %8;\n")
               .arg(tableSql(way.to), sameKey(way.toKey, QStringLiteral("t."), QStringLiteral("OLD.")),
                    sameKey(copy.newKey, QStringLiteral("NEW."), QStringLiteral("OLD.")), way.insert,
                    tableSql(way.from), sameKey(way.fromKey, QStringLiteral("f."), QStringLiteral("NEW.")),
                    columnList(way.toKey),
                    assigned.isEmpty()
                        ? QStringLiteral("NOTHING")
                        : QStringLiteral("UPDATE SET ") + assigned.join(QStringLiteral(", ")) + ofTheRow)
           + last + QStringLiteral("  RETURN NULL;\nEND");
}

/// Runs with the rights of who makes it, because those who write the one table may not write the other.
SyncTrigger follow(const Following &way, const QString &body, const QVector<schema::ObjectId> &clonesOn)
{
    const QString function = schema::qualified(way.from.schema, way.name);
    const QString from = tableSql(way.from);
    const QString emptied = way.name + QStringLiteral("_all");
    SyncTrigger result;
    result.create = {
        QStringLiteral(
            "CREATE FUNCTION %1() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path "
            "= pg_catalog, pg_temp AS $lockstep$\n#variable_conflict use_column\n%2\n$lockstep$")
            .arg(function, body),
        QStringLiteral("REVOKE ALL ON FUNCTION %1() FROM PUBLIC").arg(function),
        QStringLiteral(
            "CREATE TRIGGER %1 AFTER INSERT OR UPDATE OR DELETE ON %2 FOR EACH ROW EXECUTE FUNCTION %3()")
            .arg(way.name, from, function),
        QStringLiteral("CREATE TRIGGER %1 AFTER TRUNCATE ON %2 FOR EACH STATEMENT EXECUTE FUNCTION %3()")
            .arg(emptied, from, function),
        alterTable(from, QStringLiteral("ENABLE ALWAYS TRIGGER ") + way.name),
        alterTable(from, QStringLiteral("ENABLE ALWAYS TRIGGER ") + emptied),
    };
    for (const schema::ObjectId &partition : clonesOn)
        result.create += alterTable(tableSql(partition), QStringLiteral("ENABLE ALWAYS TRIGGER ") + way.name);
    result.drop = { QStringLiteral("DROP TRIGGER %1 ON %2").arg(emptied, from),
                    QStringLiteral("DROP TRIGGER %1 ON %2").arg(way.name, from),
                    QStringLiteral("DROP FUNCTION %1()").arg(function) };
    return result;
}

/// Before PostgreSQL 15 a partition does not take over the state of its parent's trigger.
QVector<schema::ObjectId> clonesIn(const schema::ObjectId &table, QVector<schema::ObjectId> leaves,
                                   const Context &context)
{
    leaves.removeAll(table);
    return context.major() < 15 ? leaves : QVector<schema::ObjectId>();
}

} // namespace

QString columnList(const QStringList &columns, const QString &prefix)
{
    QStringList names;
    for (const QString &column : columns)
        names += prefix + schema::quoteIdent(column);
    return names.join(QStringLiteral(", "));
}

std::vector<Draft> misfitDrafts(const Action &action, const TableCopy &copy)
{
    std::vector<Draft> drafts;
    for (const QString &condition : copy.misfits) {
        drafts.push_back(verifyDraft(
            action, QStringLiteral("Check that the %1 %2 takes every row").arg(copy.shape, copy.table.name),
            countWhere(relationSql(action), condition), QStringLiteral("0"),
            QStringLiteral("One such row would stop the copying; correct it, or give it a partition.")));
        drafts.back().step.verify.first().isInterim = true;
    }
    return drafts;
}

QString whyAnotherTable(const TableCopy &copy)
{
    if (copy.shape == copy.oldShape)
        return QStringLiteral("PostgreSQL does not change how a table is partitioned.");
    return QStringLiteral("PostgreSQL does not make a %1 table of a %2 one.").arg(copy.shape, copy.oldShape);
}

QString insertIntoNew(const TableCopy &copy, const schema::ObjectId &into)
{
    return insertInto(into, copy.up, !copy.numberedUp.isEmpty());
}

QString insertIntoOld(const TableCopy &copy, const schema::ObjectId &into)
{
    return insertInto(into, copy.down, !copy.numberedDown.isEmpty());
}

SyncTrigger newTableFollows(const TableCopy &copy, const Context &context)
{
    const Following way{ copy.table,
                         copy.beside,
                         copy.key,
                         copy.newKey,
                         ownName(copy.table, QStringLiteral("sync")),
                         insertIntoNew(copy, copy.beside),
                         assignable(copy.up, copy.numberedUp) };
    return follow(way, followBody(way, copy), clonesIn(copy.table, copy.oldPartitions, context));
}

SyncTrigger oldTableFollows(const TableCopy &copy, const Context &context)
{
    const Following way{ copy.table,
                         copy.aside,
                         copy.newKey,
                         copy.key,
                         ownName(copy.table, QStringLiteral("back")),
                         insertIntoOld(copy, copy.aside),
                         assignable(copy.down, copy.numberedDown) };
    return follow(way, followBody(way, copy), clonesIn(copy.table, copy.partitions, context));
}

} // namespace lockstep::plan
