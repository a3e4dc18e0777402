#include "backfilljournal.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace lockstep::execution {

std::optional<QString> positionJson(const Position &position)
{
    if (position.isEmpty())
        return std::nullopt;
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(position)).toJson(QJsonDocument::Compact));
}

Position positionFromJson(const QString &json)
{
    Position position;
    for (const QJsonValue value : QJsonDocument::fromJson(json.toUtf8()).array())
        position.append(value.toString());
    return position;
}

base::Result<std::optional<BackfillRecord>> readBackfill(postgres::Session &session, const QString &runId,
                                                         const QString &step)
{
    const auto rows = session.query(
        QStringLiteral("SELECT r.id, coalesce(b.relfilenode::text, ''), b.bound, b.stripe_k, b.est_rows, "
                       "r.pass, r.cursor, r.hi,"
                       " r.range_rows, r.stripe, r.rows_done, r.rows_seen, r.batches"
                       " FROM lockstep.backfill b JOIN lockstep.backfill_range r USING (run_id, step_id)"
                       " WHERE b.run_id = $1 AND b.step_id = $2"),
        { runId, step });
    if (!rows.has_value())
        return rows.error();
    if (rows->count() == 0)
        return std::optional<BackfillRecord>();
    BackfillRecord record;
    record.rangeId = rows->integer(0, 0);
    record.relfilenode = rows->text(0, 1);
    record.bound = positionFromJson(rows->text(0, 2));
    record.stripes = int(rows->integer(0, 3));
    record.estimatedRows = rows->integer(0, 4);
    record.pass = int(rows->integer(0, 5));
    record.cursor = positionFromJson(rows->text(0, 6));
    record.hi = positionFromJson(rows->text(0, 7));
    record.stretchRows = rows->integer(0, 8);
    record.stripe = int(rows->integer(0, 9));
    record.rowsDone = rows->integer(0, 10);
    record.rowsSeen = rows->integer(0, 11);
    record.batches = rows->integer(0, 12);
    return std::optional<BackfillRecord>(record);
}

base::Result<void> createBackfill(postgres::Session &session, const Journal &journal, const plan::Step &step,
                                  const BackfillRecord &record)
{
    const plan::BackfillSpec &spec = *step.backfill;
    const QByteArray sha = QCryptographicHash::hash((spec.set + QLatin1Char('\n') + spec.where).toUtf8(),
                                                    QCryptographicHash::Sha256);
    return session.execute(
        QStringLiteral("WITH made AS (INSERT INTO lockstep.backfill (run_id, step_id, table_oid, "
                       "relfilenode, batcher, key_cols, bound,"
                       " stripe_k, expr_sha, est_rows) VALUES ($1, $2, to_regclass($3)::oid, "
                       "pg_relation_filenode(to_regclass($3)),"
                       " $4, $5, $6, $7, $8, $9) RETURNING run_id, step_id)"
                       " INSERT INTO lockstep.backfill_range (run_id, step_id, state, epoch) SELECT run_id, "
                       "step_id, 'running', $10::bigint"
                       " FROM made"),
        { journal.runId(), step.id, schema::qualified(spec.table.schema, spec.table.name),
          spec.batcher == plan::Batcher::Keyset ? QStringLiteral("keyset") : QStringLiteral("ctid"),
          positionJson(spec.key).value_or(QStringLiteral("[]")), positionJson(record.bound),
          QString::number(record.stripes), QString::fromLatin1(sha.toHex()),
          QString::number(record.estimatedRows), QString::number(journal.epoch()) });
}

base::Result<void> restartBackfill(postgres::Session &session, const Journal &journal,
                                   const BackfillRecord &record)
{
    return session.execute(
        QStringLiteral("WITH b AS (UPDATE lockstep.backfill b SET bound = $3, relfilenode = "
                       "pg_relation_filenode(table_oid)"
                       " FROM lockstep.backfill_range r WHERE r.id = $1 AND r.run_id = b.run_id AND "
                       "r.step_id = b.step_id)"
                       " UPDATE lockstep.backfill_range SET cursor = NULL, hi = NULL, stripe = 0, pass = "
                       "pass + 1, state = 'running',"
                       " batches = batches + 1 WHERE id = $1 AND epoch = $2"),
        { QString::number(record.rangeId), QString::number(journal.epoch()), positionJson(record.bound) });
}

base::Result<void> finishBackfill(postgres::Session &session, const Journal &journal,
                                  const BackfillRecord &record)
{
    return session.execute(
        QStringLiteral("UPDATE lockstep.backfill_range SET state = 'done' WHERE id = $1 AND epoch = $2"),
        { QString::number(record.rangeId), QString::number(journal.epoch()) });
}

base::Result<void> recordReject(postgres::Session &session, const Journal &journal, const QString &step,
                                const Position &key, const base::Error &error)
{
    return session.execute(
        QStringLiteral("INSERT INTO lockstep.backfill_reject (run_id, step_id, pk, sqlstate, msg)"
                       " VALUES ($1, $2, $3, $4, $5)"),
        { journal.runId(), step, positionJson(key).value_or(QStringLiteral("[]")), error.sqlstate,
          error.message });
}

} // namespace lockstep::execution
