#include "backfillbatch.h"

namespace lockstep::execution {

namespace {

QString rangeOf(const Batcher &batcher, const Stretch &stretch, const BackfillRecord &record,
                postgres::Parameters *parameters)
{
    QString range = batcher.condition(stretch, parameters);
    if (record.stripes > 1)
        range += QStringLiteral(" AND ") + batcher.stripe(record.stripes, record.stripe);
    return range;
}

QString updateSql(const plan::BackfillSpec &spec, const Batcher &batcher, const Stretch &stretch,
                  const BackfillRecord &record, postgres::Parameters *parameters)
{
    return plan::backfillStatement(spec, rangeOf(batcher, stretch, record, parameters));
}

QString lockSql(const plan::BackfillSpec &spec, const Batcher &batcher, const Stretch &stretch,
                const BackfillRecord &record, postgres::Parameters *parameters)
{
    return plan::backfillLock(spec, rangeOf(batcher, stretch, record, parameters));
}

base::Result<void> beginBatch(postgres::Session &session)
{
    // synchronous_commit off loses at most the last batches in a server crash, cursor and rows
    // together, so that they are simply done again.
    return session.executeScript(QStringLiteral(
        "BEGIN; SET LOCAL lock_timeout = '250ms'; SET LOCAL statement_timeout = '30s';"
        " SET LOCAL idle_in_transaction_session_timeout = '60s'; SET LOCAL synchronous_commit = off"));
}

/// The journal's row after this batch.
BackfillRecord after(const BackfillRecord &record, const Stretch &stretch)
{
    BackfillRecord next = record;
    next.batches += 1;
    if (record.stripe + 1 < record.stripes) {
        next.stripe += 1;
        next.hi = stretch.to;
        next.stretchRows = stretch.rows;
    } else {
        next.stripe = 0;
        next.cursor = stretch.to;
        next.hi.clear();
        next.stretchRows = 0;
    }
    return next;
}

qint64 visitedBy(const Stretch &stretch, const BackfillRecord &record)
{
    const qint64 share = stretch.rows / record.stripes;
    return record.stripe + 1 < record.stripes ? share : stretch.rows - share * (record.stripes - 1);
}

/// Rows and cursor move together; the cursor only from where this runner left it.
QString batchSql(const QString &update)
{
    return QStringLiteral(
               "WITH u AS (%1 RETURNING 1), n AS (SELECT count(*) AS written FROM u)"
               " UPDATE lockstep.backfill_range SET cursor = $1::jsonb, hi = $2::jsonb, stripe = $3::integer,"
               " range_rows = $4::bigint, rows_seen = rows_seen + $5::bigint,"
               " rows_done = rows_done + (SELECT written FROM n), batches = batches + 1, at = "
               "clock_timestamp()"
               " WHERE id = $6::bigint AND epoch = $7::bigint AND batches = $8::bigint AND state = 'running'"
               " RETURNING rows_done, rows_seen, (SELECT written FROM n)")
        .arg(update);
}

} // namespace

BatchFailure classify(const base::Error &error)
{
    static const QStringList retried{ QStringLiteral("55P03"), QStringLiteral("40P01"),
                                      QStringLiteral("40001"), QStringLiteral("57014") };
    if (retried.contains(error.sqlstate))
        return BatchFailure::Retry;
    if (error.sqlstate.startsWith(QLatin1String("22")) || error.sqlstate.startsWith(QLatin1String("23")))
        return BatchFailure::BadRow;
    return BatchFailure::Fatal;
}

base::Result<BatchDone> runBatch(RunContext &context, const plan::Step &step, const Batcher &batcher,
                                 const Stretch &stretch, bool mayGiveWay, BackfillRecord *record)
{
    QElapsedTimer timer;
    timer.start();
    postgres::Session &session = *context.work;
    if (const auto begun = beginBatch(session); !begun.has_value())
        return begun.error();
    BackfillRecord next = after(*record, stretch);
    const qint64 visited = visitedBy(stretch, *record);
    postgres::Parameters parameters{ positionJson(next.cursor),
                                     positionJson(next.hi),
                                     QString::number(next.stripe),
                                     QString::number(next.stretchRows),
                                     QString::number(visited),
                                     QString::number(record->rangeId),
                                     QString::number(context.journal.epoch()),
                                     QString::number(record->batches) };
    const QString sql = batchSql(updateSql(*step.backfill, batcher, stretch, *record, &parameters));
    const int pid = session.server().backendPid;
    const auto mustGiveWay = [&] { return mayGiveWay && context.monitor->waitingOn(pid) >= 3; };
    postgres::Parameters lockParameters;
    const QString lock = lockSql(*step.backfill, batcher, stretch, *record, &lockParameters);
    if (!lock.isEmpty()) {
        const auto locked = context.watched(step.id, lock, lockParameters, mustGiveWay);
        if (!locked.has_value())
            return locked.error();
    }
    const auto rows = context.watched(step.id, sql, parameters, mustGiveWay);
    if (!rows.has_value())
        return rows.error();
    if (rows->count() == 0) {
        return refused(
            QStringLiteral(
                "Another runner has taken this backfill over; this one rolled its batch back and stopped."),
            QStringLiteral("See what the other one does with --status."));
    }
    // A message of its own: what a dying client leaves behind is rolled back by the server.
    if (const auto committed = session.execute(QStringLiteral("COMMIT")); !committed.has_value())
        return committed.error();
    next.rowsDone = rows->integer(0, 0);
    next.rowsSeen = rows->integer(0, 1);
    *record = next;
    return BatchDone{ rows->integer(0, 2), visited, double(timer.nsecsElapsed()) / 1e6 };
}

base::Result<Position> findBadRow(RunContext &context, const plan::Step &step, Batcher &batcher,
                                  Stretch stretch, const BackfillRecord &record)
{
    for (int i = 0; i < 40 && stretch.rows > 1; ++i) {
        const auto half = batcher.next(*context.work, stretch.from, stretch.to, stretch.rows / 2);
        if (!half.has_value())
            return half.error();
        if (half->to.isEmpty() || half->to == stretch.to)
            break;
        if (const auto begun = beginBatch(*context.work); !begun.has_value())
            return begun.error();
        postgres::Parameters parameters;
        const QString sql = updateSql(*step.backfill, batcher, *half, record, &parameters);
        const auto tried = context.work->query(sql, parameters);
        context.rollBackOpen();
        if (!tried.has_value() && tried.error().kind == base::ErrorKind::Connection)
            return tried.error();
        if (tried.has_value())
            stretch = { half->to, stretch.to, stretch.rows - half->rows };
        else
            stretch = *half;
    }
    return stretch.to;
}

} // namespace lockstep::execution
