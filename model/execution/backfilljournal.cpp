#include "backfilljournal.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace lockstep::execution {

namespace {

/// Every relation with rows of table $3, partitions and children included; a foreign one among them
/// cannot be walked apart from the others.
constexpr char addRangesSql[] = R"sql(
WITH RECURSIVE tree AS (
    SELECT to_regclass($3)::oid AS relid
    UNION SELECT i.inhrelid FROM pg_inherits i JOIN tree ON i.inhparent = tree.relid
), relations AS (
    SELECT c.oid, c.relkind FROM tree JOIN pg_class c ON c.oid = tree.relid
), parts AS (
    SELECT oid FROM relations WHERE CASE WHEN EXISTS (SELECT FROM relations WHERE relkind NOT IN ('r', 'p'))
        THEN oid = to_regclass($3)::oid ELSE relkind = 'r' END
)
INSERT INTO lockstep.backfill_range (run_id, step_id, ord, state, epoch, relation)
    SELECT $1::uuid, $2, coalesce((SELECT max(ord) FROM lockstep.backfill_range WHERE run_id = $1::uuid AND step_id = $2), 0)
        + row_number() OVER (ORDER BY oid), 'pending', $4::bigint, oid
    FROM parts
    WHERE NOT EXISTS (SELECT FROM lockstep.backfill_range o
        WHERE o.run_id = $1::uuid AND o.step_id = $2 AND o.relation = parts.oid)
)sql";

constexpr char rangesSql[] = R"sql(
SELECT r.id, r.state, r.relation, n.nspname, c.relname, coalesce(r.relfilenode::text, ''), r.batcher,
    r.stripe_k, r.est_rows, r.pass, r.bound, r.cursor, r.hi, r.range_rows, r.stripe, r.rows_done, r.rows_seen,
    r.batches, r.lo,
    r.relation = b.table_oid AND (c.relkind <> 'r' OR NOT EXISTS (SELECT FROM pg_inherits WHERE inhparent = c.oid))
FROM lockstep.backfill b
JOIN lockstep.backfill_range r USING (run_id, step_id)
LEFT JOIN pg_class c ON c.oid = r.relation
LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE b.run_id = $1 AND b.step_id = $2
ORDER BY r.ord
)sql";

/// $3: the epoch; $4: pieces after the first, each with where it begins and ends.
constexpr char slicesSql[] = R"sql(
WITH head AS (
    UPDATE lockstep.backfill_range SET bound = $3::jsonb, est_rows = $5
    WHERE id = $1 AND epoch = $2 AND cursor IS NULL RETURNING *
)
INSERT INTO lockstep.backfill_range (run_id, step_id, ord, state, epoch, pass, relation, relfilenode, batcher,
        est_rows, lo, cursor, bound)
    SELECT h.run_id, h.step_id, (SELECT max(ord) FROM lockstep.backfill_range o
            WHERE o.run_id = h.run_id AND o.step_id = h.step_id) + piece.number,
        'running', h.epoch, h.pass, h.relation, h.relfilenode, h.batcher, $5, piece.ends -> 0, piece.ends -> 0,
        piece.ends -> 1
    FROM head h, jsonb_array_elements($4::jsonb) WITH ORDINALITY piece (ends, number)
)sql";

constexpr char mergeSlicesSql[] = R"sql(
WITH ours AS (
    SELECT * FROM lockstep.backfill_range WHERE run_id = $1 AND step_id = $2 AND epoch = $3
), merged AS (
    SELECT relation, min(ord) AS ord, sum(rows_done) AS rows_done, sum(rows_seen) AS rows_seen,
        sum(batches) AS batches
    FROM ours GROUP BY relation
), gone AS (
    DELETE FROM lockstep.backfill_range r USING ours, merged m
    WHERE r.id = ours.id AND m.relation = ours.relation AND m.ord <> ours.ord
)
UPDATE lockstep.backfill_range r
    SET state = 'pending', lo = NULL, cursor = NULL, hi = NULL, stripe = 0, pass = r.pass + 1,
        rows_done = m.rows_done, rows_seen = m.rows_seen, batches = m.batches
    FROM ours, merged m WHERE r.id = ours.id AND m.relation = ours.relation AND m.ord = ours.ord
)sql";

BackfillRange::State rangeState(const QString &text)
{
    if (text == QLatin1String("done"))
        return BackfillRange::State::Done;
    return text == QLatin1String("running") ? BackfillRange::State::Running : BackfillRange::State::Pending;
}

BackfillRange rangeOfRow(const postgres::Rows &rows, int i)
{
    BackfillRange range;
    range.id = rows.integer(i, 0);
    range.state = rangeState(rows.text(i, 1));
    range.relation = quint32(rows.integer(i, 2));
    if (!rows.isNull(i, 4))
        range.name = schema::objectId(schema::Kind::Table, rows.text(i, 3), rows.text(i, 4));
    range.relfilenode = rows.text(i, 5);
    range.batcher = rows.text(i, 6) == QLatin1String("ctid") ? plan::Batcher::Ctid : plan::Batcher::Keyset;
    range.stripes = int(rows.integer(i, 7));
    range.estimatedRows = rows.integer(i, 8);
    range.pass = int(rows.integer(i, 9));
    range.bound = positionFromJson(rows.text(i, 10));
    range.cursor = positionFromJson(rows.text(i, 11));
    range.hi = positionFromJson(rows.text(i, 12));
    range.stretchRows = rows.integer(i, 13);
    range.stripe = int(rows.integer(i, 14));
    range.rowsDone = rows.integer(i, 15);
    range.rowsSeen = rows.integer(i, 16);
    range.batches = rows.integer(i, 17);
    range.lo = positionFromJson(rows.text(i, 18));
    range.isWhole = rows.boolean(i, 19);
    return range;
}

template <typename Value>
qint64 sumOf(const QVector<BackfillRange> &ranges, Value value)
{
    qint64 sum = 0;
    for (const BackfillRange &range : ranges)
        sum += range.*value;
    return sum;
}

QString tableText(const plan::Step &step)
{
    return schema::qualified(step.backfill->table.schema, step.backfill->table.name);
}

base::Result<void> addRanges(postgres::Session &session, const Journal &journal, const plan::Step &step)
{
    return session.execute(QString::fromLatin1(addRangesSql),
                           { journal.runId(), step.id, tableText(step), QString::number(journal.epoch()) });
}

} // namespace

qint64 BackfillRecord::rowsDone() const
{
    return sumOf(ranges, &BackfillRange::rowsDone);
}

qint64 BackfillRecord::rowsSeen() const
{
    return sumOf(ranges, &BackfillRange::rowsSeen);
}

qint64 BackfillRecord::batches() const
{
    return sumOf(ranges, &BackfillRange::batches);
}

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
    const auto head = session.query(
        QStringLiteral(
            "SELECT est_rows, coalesce(guard::text, '') FROM lockstep.backfill WHERE run_id = $1 AND step_id "
            "= $2"),
        { runId, step });
    if (!head.has_value())
        return head.error();
    if (head->count() == 0)
        return std::optional<BackfillRecord>();
    const auto rows = session.query(QString::fromLatin1(rangesSql), { runId, step });
    if (!rows.has_value())
        return rows.error();
    BackfillRecord record;
    record.estimatedRows = head->integer(0, 0);
    record.guard = head->text(0, 1);
    for (int i = 0; i < rows->count(); ++i)
        record.ranges.append(rangeOfRow(*rows, i));
    return std::optional<BackfillRecord>(std::move(record));
}

base::Result<BackfillRecord> recordOf(postgres::Session &session, const QString &runId, const QString &step)
{
    auto known = readBackfill(session, runId, step);
    if (!known.has_value())
        return known.error();
    if (!*known)
        return base::internalError(QStringLiteral("The backfill's journal row is not there."));
    return std::move(**known);
}

base::Result<void> createBackfill(postgres::Session &session, const Journal &journal, const plan::Step &step,
                                  const QString &guard)
{
    const plan::BackfillSpec &spec = *step.backfill;
    const QByteArray sha = QCryptographicHash::hash((spec.set + QLatin1Char('\n') + spec.where).toUtf8(),
                                                    QCryptographicHash::Sha256);
    auto made = session.execute(QStringLiteral("BEGIN"));
    if (made.has_value()) {
        made = session.execute(
            QStringLiteral(
                "WITH RECURSIVE tree AS (SELECT to_regclass($3)::oid AS relid UNION SELECT inhrelid FROM "
                "pg_inherits JOIN tree ON inhparent = relid)"
                " INSERT INTO lockstep.backfill (run_id, step_id, table_oid, key_cols, expr_sha, guard, "
                "est_rows) SELECT $1, $2, to_regclass($3)::oid, $4, $5, $6::jsonb,"
                " coalesce(sum(CASE WHEN c.reltuples > 0 THEN c.reltuples::bigint ELSE"
                " pg_stat_get_live_tuples(c.oid) END), 0)"
                " FROM tree JOIN pg_class c ON c.oid = relid AND c.relkind <> 'p'"),
            { journal.runId(), step.id, tableText(step),
              positionJson(spec.key).value_or(QStringLiteral("[]")), QString::fromLatin1(sha.toHex()),
              guard });
    }
    if (made.has_value())
        made = addRanges(session, journal, step);
    if (made.has_value())
        made = session.execute(QStringLiteral("COMMIT"));
    if (!made.has_value() && session.isConnected() && session.inTransaction())
        (void)session.execute(QStringLiteral("ROLLBACK"));
    return made;
}

base::Result<void> beginRange(postgres::Session &session, const Journal &journal, const BackfillRange &range)
{
    return session.execute(
        QStringLiteral(
            "UPDATE lockstep.backfill_range SET state = 'running', relfilenode = "
            "pg_relation_filenode(relation), batcher = $3, stripe_k = $4, est_rows = $5, bound = $6,"
            " cursor = NULL, hi = NULL, stripe = 0, range_rows = 0"
            " WHERE id = $1 AND epoch = $2"),
        { QString::number(range.id), QString::number(journal.epoch()),
          range.batcher == plan::Batcher::Keyset ? QStringLiteral("keyset") : QStringLiteral("ctid"),
          QString::number(range.stripes), QString::number(range.estimatedRows), positionJson(range.bound) });
}

base::Result<void> insertSlices(postgres::Session &session, const Journal &journal,
                                const BackfillRange &range, const QVector<Position> &cuts)
{
    QJsonArray pieces;
    for (qsizetype i = 0; i < cuts.size(); ++i) {
        const Position &end = i + 1 < cuts.size() ? cuts[i + 1] : range.bound;
        pieces.append(QJsonArray{ QJsonArray::fromStringList(cuts[i]), QJsonArray::fromStringList(end) });
    }
    return session.execute(QString::fromLatin1(slicesSql),
                           { QString::number(range.id), QString::number(journal.epoch()),
                             positionJson(cuts.constFirst()),
                             QString::fromUtf8(QJsonDocument(pieces).toJson(QJsonDocument::Compact)),
                             QString::number(range.estimatedRows / (cuts.size() + 1)) });
}

base::Result<void> finishRange(postgres::Session &session, const Journal &journal, const BackfillRange &range)
{
    return session.execute(
        QStringLiteral("UPDATE lockstep.backfill_range SET state = 'done' WHERE id = $1 AND epoch = $2"),
        { QString::number(range.id), QString::number(journal.epoch()) });
}

base::Result<void> restartBackfill(postgres::Session &session, const Journal &journal, const plan::Step &step)
{
    const auto again = session.execute(QString::fromLatin1(mergeSlicesSql),
                                       { journal.runId(), step.id, QString::number(journal.epoch()) });
    return again.has_value() ? addRanges(session, journal, step) : again;
}

base::Result<void> recordGuard(postgres::Session &session, const Journal &journal, const QString &step,
                               const QString &guard)
{
    return session.execute(
        QStringLiteral("UPDATE lockstep.backfill SET guard = $3::jsonb WHERE run_id = $1 AND step_id = $2"),
        { journal.runId(), step, guard });
}

base::Result<void> recordReject(postgres::Session &session, const Journal &journal, const QString &step,
                                const RejectedRow &row, bool parked)
{
    if (const auto forgotten = forgetReject(session, journal, step, row); !forgotten.has_value())
        return forgotten;
    return session.execute(
        QStringLiteral(
            "INSERT INTO lockstep.backfill_reject (run_id, step_id, relation, pk, sqlstate, msg, parked)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7)"),
        { journal.runId(), step, QString::number(row.relation),
          positionJson(row.key).value_or(QStringLiteral("[]")), row.sqlstate, row.message,
          parked ? QStringLiteral("t") : QStringLiteral("f") });
}

base::Result<void> forgetReject(postgres::Session &session, const Journal &journal, const QString &step,
                                const RejectedRow &row)
{
    return session.execute(QStringLiteral("DELETE FROM lockstep.backfill_reject WHERE run_id = $1 AND "
                                          "step_id = $2 AND relation = $3 AND pk = $4::jsonb"),
                           { journal.runId(), step, QString::number(row.relation),
                             positionJson(row.key).value_or(QStringLiteral("[]")) });
}

base::Result<QVector<RejectedRow>> parkedRows(postgres::Session &session, const QString &runId,
                                              const QString &step)
{
    const auto rows =
        session.query(QStringLiteral("SELECT relation, pk, sqlstate, msg FROM lockstep.backfill_reject"
                                     " WHERE run_id = $1 AND step_id = $2 AND parked ORDER BY at"),
                      { runId, step });
    if (!rows.has_value())
        return rows.error();
    QVector<RejectedRow> parked;
    for (int i = 0; i < rows->count(); ++i)
        parked.append({ quint32(rows->integer(i, 0)), positionFromJson(rows->text(i, 1)), rows->text(i, 2),
                        rows->text(i, 3) });
    return parked;
}

QStringList parkedText(postgres::Session &session, const QString &runId)
{
    // By way of JSON: journals of before know no parked rows.
    const auto rows = session.query(
        QStringLiteral("SELECT step_id, pk, msg, (to_jsonb(r) ->> 'relation')::oid::regclass FROM "
                       "lockstep.backfill_reject r"
                       " WHERE run_id = $1 AND (to_jsonb(r) ->> 'parked')::boolean ORDER BY at"),
        { runId });
    QStringList lines;
    for (int i = 0; rows.has_value() && i < rows->count(); ++i) {
        lines.append(QStringLiteral("%1: the row (%2) of %3 is put aside: %4")
                         .arg(rows->text(i, 0), positionFromJson(rows->text(i, 1)).join(QStringLiteral(", ")),
                              rows->text(i, 3), rows->text(i, 2)));
    }
    return lines;
}

} // namespace lockstep::execution
