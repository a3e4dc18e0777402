#include "script.h"
#include "scripttext.h"

namespace lockstep::plan {

namespace {

QString keyTuple(const QStringList &names)
{
    return names.size() == 1 ? names.first()
                             : QLatin1Char('(') + names.join(QStringLiteral(", ")) + QLatin1Char(')');
}

QStringList numbered(const QString &stem, qsizetype count)
{
    QStringList names;
    for (qsizetype i = 1; i <= count; ++i)
        names += QStringLiteral("%1_%2").arg(stem).arg(i);
    return names;
}

/// One batch, tried again while somebody else holds its rows. COMMIT must be outside the block
/// with the handler.
QString batch(const BackfillSpec &spec, const QString &range)
{
    const QString lock = backfillLock(spec, range);
    return QStringLiteral("    FOR attempt IN 1 .. 20 LOOP\n"
                          "      BEGIN\n"
                          "        ")
           + (lock.isEmpty() ? QString()
                             : QStringLiteral("PERFORM ") + lock.mid(QLatin1String("SELECT ").size())
                                   + QStringLiteral(";\n        "))
           + backfillStatement(spec, range)
           + QStringLiteral(";\n"
                            "        GET DIAGNOSTICS changed = ROW_COUNT;\n"
                            "        EXIT;\n"
                            "      EXCEPTION WHEN lock_not_available OR deadlock_detected THEN\n"
                            "        IF attempt = 20 THEN\n"
                            "          RAISE;\n"
                            "        END IF;\n"
                            "        PERFORM pg_catalog.pg_sleep(0.1 * attempt);\n"
                            "      END;\n"
                            "    END LOOP;\n"
                            "    COMMIT;\n"
                            "    total := total + changed;\n");
}

QString declarations(const QStringList &names, const QStringList &types)
{
    QString text;
    for (qsizetype i = 0; i < names.size(); ++i)
        text += QStringLiteral("  %1 %2;\n").arg(names[i], types.value(i));
    return text;
}

/// Half-open ranges of the key, their ends found on its index: no join that could be planned
/// badly, no row seen twice, none left out.
QString keysetBody(const BackfillSpec &spec, int batchRows)
{
    QStringList columns;
    for (const QString &column : spec.key)
        columns += schema::quoteIdent(column);
    const QStringList lo = numbered(QStringLiteral("lockstep_lo"), columns.size());
    const QStringList hi = numbered(QStringLiteral("lockstep_hi"), columns.size());
    const QStringList top = numbered(QStringLiteral("lockstep_top"), columns.size());
    const QString list = columns.join(QStringLiteral(", "));
    QStringList descending;
    for (const QString &column : columns)
        descending += column + QStringLiteral(" DESC");
    const QString table = schema::qualified(spec.table.schema, spec.table.name);
    const QString key = keyTuple(columns);
    const auto into = [&](const QStringList &variables, const QString &rest) {
        return QStringLiteral("SELECT %1 INTO %2 FROM %3 %4;\n")
            .arg(list, variables.join(QStringLiteral(", ")), table, rest);
    };
    const QString last = QStringLiteral("ORDER BY %1 LIMIT 1").arg(descending.join(QStringLiteral(", ")));
    const QString behind = QStringLiteral("WHERE %1 > %2 ").arg(key, keyTuple(lo));
    QString assign;
    for (qsizetype i = 0; i < lo.size(); ++i)
        assign += QStringLiteral("    %1 := %2;\n").arg(lo[i], hi[i]);
    QString body = QStringLiteral("#variable_conflict use_column\nDECLARE\n")
                   + declarations(lo, spec.keyTypes) + declarations(hi, spec.keyTypes)
                   + declarations(top, spec.keyTypes)
                   + QStringLiteral("  changed bigint := 0;\n  total bigint := 0;\nBEGIN\n");
    body += QLatin1String("  ") + into(top, last);
    body += QLatin1String("  ") + into(lo, QStringLiteral("ORDER BY %1 LIMIT 1").arg(list));
    body += QStringLiteral("  IF FOUND THEN\n") + batch(spec, key + QStringLiteral(" = ") + keyTuple(lo))
            + QStringLiteral("  END IF;\n");
    body += QStringLiteral("  WHILE %1 < %2 LOOP\n").arg(keyTuple(lo), keyTuple(top));
    body +=
        QLatin1String("    ")
        + into(
            hi,
            behind
                + QStringLiteral("ORDER BY %1 OFFSET %2 LIMIT 1").arg(list, QString::number(batchRows - 1)));
    body += QStringLiteral("    IF NOT FOUND THEN\n      ") + into(hi, behind + last)
            + QStringLiteral("      EXIT WHEN NOT FOUND;\n    END IF;\n");
    const QString range = key + QStringLiteral(" > ") + keyTuple(lo) + QStringLiteral(" AND ") + key
                          + QStringLiteral(" <= ") + keyTuple(hi);
    body += batch(spec, range);
    body += assign + QStringLiteral("  END LOOP;\n");
    return body;
}

/// Ranges of blocks. A row that somebody moves meanwhile may be missed, so passes are repeated
/// until one finds nothing to do.
QString ctidBody(const BackfillSpec &spec)
{
    const QString table = schema::quoteLiteral(schema::qualified(spec.table.schema, spec.table.name));
    QString body =
        QStringLiteral("#variable_conflict use_column\nDECLARE\n  lockstep_block bigint;\n  blocks bigint;\n "
                       " changed bigint := 0;\n"
                       "  total bigint := 0;\n  before_pass bigint;\nBEGIN\n  FOR pass IN 1 .. 3 LOOP\n"
                       "    before_pass := total;\n    lockstep_block := 0;\n");
    body += QStringLiteral("    SELECT greatest(pg_catalog.pg_relation_size(%1::regclass),\n"
                           "      (SELECT max(pg_catalog.pg_relation_size(relid)) FROM "
                           "pg_catalog.pg_partition_tree(%1::regclass)))\n"
                           "      / pg_catalog.current_setting('block_size')::bigint INTO blocks;\n")
                .arg(table);
    body += QStringLiteral("    WHILE lockstep_block <= blocks LOOP\n");
    body += batch(spec, QStringLiteral("ctid >= ('(' || lockstep_block || ',0)')::tid AND ctid < ('(' || "
                                       "lockstep_block + 25 || ',0)')::tid"));
    body += QStringLiteral("    lockstep_block := lockstep_block + 25;\n    END LOOP;\n    EXIT WHEN total = "
                           "before_pass%1;\n  END LOOP;\n")
                .arg(spec.where.isEmpty() ? QStringLiteral(" OR pass = 1") : QString());
    return body;
}

/// As it follows FROM or UPDATE.
QString rowsOf(const BackfillSpec &spec)
{
    if (spec.part.name.isEmpty())
        return schema::qualified(spec.table.schema, spec.table.name);
    return QStringLiteral("ONLY %1 AS %2")
        .arg(schema::qualified(spec.part.schema, spec.part.name), schema::quoteIdent(spec.table.name));
}

/// The range is of the table alone: what `each` makes may have columns of the same names.
QString insertMade(const BackfillSpec &spec, const QString &range, const QStringList &columns)
{
    QString rows = rowsOf(spec);
    if (!range.isEmpty())
        rows = QStringLiteral("(SELECT * FROM %1 WHERE %2) AS %3")
                   .arg(rows, range, schema::quoteIdent(spec.table.name));
    QString sql = QStringLiteral("INSERT INTO %1 (%2) SELECT %3 FROM %4")
                      .arg(schema::qualified(spec.into.schema, spec.into.name),
                           columns.join(QStringLiteral(", ")), spec.values.join(QStringLiteral(", ")), rows);
    if (!spec.each.isEmpty())
        sql += QStringLiteral(", LATERAL ") + spec.each;
    if (!spec.where.isEmpty())
        sql += QStringLiteral(" WHERE ") + spec.where;
    return sql;
}

} // namespace

QString backfillLock(const BackfillSpec &spec, const QString &range)
{
    if (!spec.locksFirst)
        return {};
    return QStringLiteral("SELECT count(*) FROM (SELECT FROM %1%2 FOR %3) AS locked")
        .arg(rowsOf(spec),
             range.isEmpty() ? QString() : QStringLiteral(" WHERE ") + range,
             spec.into.name.isEmpty() ? QStringLiteral("NO KEY UPDATE") : QStringLiteral("SHARE"));
}

QString backfillStatement(const BackfillSpec &spec, const QString &range)
{
    QStringList conditions;
    if (!range.isEmpty())
        conditions << range;
    if (!spec.where.isEmpty())
        conditions << (range.isEmpty() ? spec.where : QStringLiteral("(%1)").arg(spec.where));
    const QString where = conditions.isEmpty()
                              ? QString()
                              : QStringLiteral(" WHERE ") + conditions.join(QStringLiteral(" AND "));
    const QString table = rowsOf(spec);
    if (spec.into.name.isEmpty())
        return QStringLiteral("UPDATE %1 SET %2%3").arg(table, spec.set, where);
    QStringList columns;
    for (const QString &column : spec.columns)
        columns << schema::quoteIdent(column);
    if (spec.locksFirst)
        return insertMade(spec, range, columns);
    // The lock keeps rows from changing or going until the copy can be seen by the trigger that follows.
    return QStringLiteral("INSERT INTO %1 (%2)%3 SELECT %4 FROM %5%6 FOR SHARE ON CONFLICT DO NOTHING")
        .arg(schema::qualified(spec.into.schema, spec.into.name), columns.join(QStringLiteral(", ")),
             spec.overridesIdentity ? QStringLiteral(" OVERRIDING SYSTEM VALUE") : QString(),
             (spec.values.isEmpty() ? columns : spec.values).join(QStringLiteral(", ")), table, where);
}

QString backfillBlock(const BackfillSpec &spec, int batchRows)
{
    QString body = spec.batcher == Batcher::Keyset ? keysetBody(spec, batchRows) : ctidBody(spec);
    body += QStringLiteral("  RAISE NOTICE 'Lockstep: filled % rows of %.', total, ")
            + schema::quoteLiteral(schema::dottedName(spec.table)) + QStringLiteral(";\nEND");
    QString block = script::doBlock(body);
    block.chop(2); // ";" and the end of its line.
    return block;
}

QString backfillScript(const BackfillSpec &spec, int batchRows)
{
    return QStringLiteral("SET lock_timeout = '250ms';\nSET statement_timeout = 0;\n")
           + backfillBlock(spec, batchRows)
           + QStringLiteral(";\nRESET lock_timeout;\nRESET statement_timeout;\n");
}

} // namespace lockstep::plan
