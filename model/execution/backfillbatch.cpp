#include "backfillbatch.h"

namespace lockstep::execution {

namespace {

constexpr int waitingToGiveWay = 3;
/// Asking who blocks us takes every lock partition for a moment: not during ordinary batches.
constexpr int firstLookMs = 200;

QString withoutParked(const Batcher &batcher, const QVector<Position> &parked,
                      postgres::Parameters *parameters)
{
    QString text;
    for (const Position &row : parked)
        text += QStringLiteral(" AND NOT (%1)").arg(batcher.isRow(row, parameters));
    return text;
}

QString rangeOf(const OpenRange &open, const Stretch &stretch, const BatchManner &manner,
                postgres::Parameters *parameters)
{
    QString range = open.batcher->condition(stretch, parameters);
    if (open.range.stripes > 1)
        range += QStringLiteral(" AND ") + open.batcher->stripe(open.range.stripes, open.range.stripe);
    range += withoutParked(*open.batcher, manner.parked, parameters);
    if (manner.skipsLocked)
        range += QStringLiteral(" AND ctid = ANY (ARRAY(SELECT ctid FROM %1 WHERE %2 FOR NO KEY UPDATE SKIP "
                                "LOCKED))")
                     .arg(relationText(open.spec), range);
    return range;
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
BackfillRange after(const BackfillRange &range, const Stretch &stretch)
{
    BackfillRange next = range;
    next.batches += 1;
    if (range.stripe + 1 < range.stripes) {
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

qint64 visitedBy(const Stretch &stretch, const BackfillRange &range)
{
    const qint64 share = stretch.rows / range.stripes;
    return range.stripe + 1 < range.stripes ? share : stretch.rows - share * (range.stripes - 1);
}

/// Rows and cursor move together; the cursor only from where this runner left it.
constexpr char moveCursorSql[] =
    "UPDATE lockstep.backfill_range SET cursor = $1::jsonb, hi = $2::jsonb, stripe = $3, range_rows = $4,"
    " stripe_k = $9, rows_seen = rows_seen + $5, rows_done = rows_done + $10, batches = batches + 1,"
    " at = clock_timestamp()"
    " WHERE id = $6 AND epoch = $7 AND batches = $8 AND state = 'running' RETURNING rows_done, rows_seen";

base::Error overtaken()
{
    return refused(
        QStringLiteral(
            "Another runner has taken this backfill over; this one rolled its batch back and stopped."),
        QStringLiteral("See what the other one does with --status."), base::Remedy::WatchOther);
}

base::Result<postgres::Rows> moveCursor(RunContext &context, postgres::Session &session,
                                        const BackfillRange &range, const BackfillRange &next, qint64 visited,
                                        qint64 written)
{
    auto rows = session.query(QLatin1String(moveCursorSql),
                              { positionJson(next.cursor), positionJson(next.hi),
                                QString::number(next.stripe), QString::number(next.stretchRows),
                                QString::number(visited), QString::number(range.id),
                                QString::number(context.journal.epoch()), QString::number(range.batches),
                                QString::number(range.stripes), QString::number(written) });
    if (rows.has_value() && rows->count() == 0)
        return overtaken();
    return rows;
}

/// Rows that were written beside the cursor, which stays.
base::Result<void> countWritten(RunContext &context, postgres::Session &session, const BackfillRange &range,
                                qint64 written)
{
    const auto counted = session.query(
        QStringLiteral("UPDATE lockstep.backfill_range SET rows_done = rows_done + $3,"
                       " at = clock_timestamp() WHERE id = $1 AND epoch = $2"),
        { QString::number(range.id), QString::number(context.journal.epoch()), QString::number(written) });
    if (!counted.has_value())
        return counted.error();
    return counted->affected > 0 ? base::Result<void>() : base::Result<void>(overtaken());
}

/// Writes the rows of a condition and rolls back, constraints that are checked at COMMIT included.
base::Result<void> tryRows(const OpenRange &open, const QString &range,
                           const postgres::Parameters &parameters)
{
    postgres::Session &session = *open.session;
    auto tried = beginBatch(session);
    if (tried.has_value())
        tried = session.execute(QStringLiteral("SET CONSTRAINTS ALL IMMEDIATE"));
    const QString lock = plan::backfillLock(open.spec, range);
    if (tried.has_value() && !lock.isEmpty())
        tried = session.execute(lock, parameters);
    if (tried.has_value())
        tried = session.execute(plan::backfillStatement(open.spec, range), parameters);
    rollBackOpen(session);
    return tried;
}

/// Halves a stretch down to one that fails and cannot be halved, or is quick to look at row by row.
base::Result<Stretch> narrowed(OpenRange &open, Stretch stretch, const BatchManner &manner)
{
    constexpr int most = 40;
    constexpr qint64 fewRows = 50;
    for (int i = 0; i < most && stretch.rows > fewRows; ++i) {
        const auto half = open.batcher->next(*open.session, stretch.from, stretch.to, stretch.rows / 2);
        if (!half.has_value())
            return half.error();
        if (half->to.isEmpty() || half->to == stretch.to)
            break;
        postgres::Parameters parameters;
        const QString range = rangeOf(open, *half, manner, &parameters);
        const auto tried = tryRows(open, range, parameters);
        if (!tried.has_value() && classify(tried.error()) != BatchFailure::BadRow)
            return tried.error();
        if (tried.has_value())
            stretch = { half->to, stretch.to, stretch.rows - half->rows };
        else
            stretch = *half;
    }
    return stretch;
}

Position identityOf(const postgres::Rows &rows, int row)
{
    Position identity;
    for (int column = 0; column < rows.columns().size(); ++column)
        identity.append(rows.text(row, column));
    return identity;
}

} // namespace

BatchFailure classify(const base::Error &error)
{
    static const QStringList retried{ QStringLiteral("55P03"), QStringLiteral("40P01"),
                                      QStringLiteral("40001"), QStringLiteral("57014") };
    if (retried.contains(error.sqlstate))
        return BatchFailure::Retry;
    if (error.sqlstate.startsWith(QLatin1String("53")))
        return BatchFailure::Resources;
    // What expressions, constraints and triggers say of a row: also a subquery with two rows (21),
    // routines (38, 39), an index entry that is too long (54) and RAISE (P0).
    static const QStringList ofRows{ QStringLiteral("21"), QStringLiteral("22"), QStringLiteral("23"),
                                     QStringLiteral("38"), QStringLiteral("39"), QStringLiteral("54"),
                                     QStringLiteral("P0") };
    return ofRows.contains(error.sqlstate.left(2)) ? BatchFailure::BadRow : BatchFailure::Fatal;
}

base::Result<BatchDone> runBatch(RunContext &context, const plan::Step &step, OpenRange &open,
                                 const Stretch &stretch, const BatchManner &manner)
{
    QElapsedTimer timer;
    timer.start();
    postgres::Session &session = *open.session;
    if (const auto begun = beginBatch(session); !begun.has_value())
        return begun.error();
    const BackfillRange &range = open.range;
    BackfillRange next = after(range, stretch);
    const qint64 visited = visitedBy(stretch, range);
    postgres::Parameters parameters;
    const QString sql = plan::backfillStatement(open.spec, rangeOf(open, stretch, manner, &parameters));
    const int pid = session.server().backendPid;
    const auto mustGiveWay = [&] {
        return manner.mayGiveWay && context.monitor->waitingOn({ pid }) >= waitingToGiveWay;
    };
    postgres::Parameters lockParameters;
    const QString lock = plan::backfillLock(open.spec, rangeOf(open, stretch, manner, &lockParameters));
    if (!lock.isEmpty()) {
        const auto locked =
            context.watchedOn(session, step.id, lock, lockParameters, mustGiveWay, firstLookMs);
        if (!locked.has_value())
            return locked.error();
    }
    const auto written = context.watchedOn(session, step.id, sql, parameters, mustGiveWay, firstLookMs);
    if (!written.has_value())
        return written.error();
    const auto rows = moveCursor(context, session, range, next, visited, written->affected);
    if (!rows.has_value())
        return rows.error();
    // A message of its own: what a dying client leaves behind is rolled back by the server.
    if (const auto committed = session.execute(QStringLiteral("COMMIT")); !committed.has_value())
        return committed.error();
    next.rowsDone = rows->integer(0, 0);
    next.rowsSeen = rows->integer(0, 1);
    open.range = next;
    return BatchDone{ written->affected, visited, double(timer.nsecsElapsed()) / 1e6 };
}

base::Result<std::optional<RejectedRow>> findBadRow(OpenRange &open, Stretch stretch,
                                                    const QVector<Position> &parked)
{
    const BatchManner manner{ parked, false, false };
    const auto last = narrowed(open, std::move(stretch), manner);
    if (!last.has_value())
        return last.error();
    postgres::Parameters parameters;
    const QString range = rangeOf(open, *last, manner, &parameters);
    const auto rows = open.session->query(QStringLiteral("SELECT %1 FROM %2 WHERE %3")
                                              .arg(open.batcher->identity(), relationText(open.spec), range),
                                          parameters);
    if (!rows.has_value())
        return rows.error();
    for (int i = 0; i < rows->count(); ++i) {
        const Position row = identityOf(*rows, i);
        postgres::Parameters one;
        const QString isRow = open.batcher->isRow(row, &one);
        const auto tried = tryRows(open, isRow, one);
        if (tried.has_value())
            continue;
        if (classify(tried.error()) != BatchFailure::BadRow)
            return tried.error();
        return std::optional<RejectedRow>(
            RejectedRow{ open.range.relation, row, tried.error().sqlstate, tried.error().message });
    }
    return std::optional<RejectedRow>();
}

base::Result<void> writeWhere(RunContext &context, const plan::Step &step, OpenRange &open,
                              const QString &rows, const postgres::Parameters &parameters)
{
    postgres::Session &session = *open.session;
    const auto watched = [&](const QString &sql) {
        return context.watchedOn(session, step.id, sql, parameters, {}, firstLookMs);
    };
    auto done = beginBatch(session);
    const QString lock = plan::backfillLock(open.spec, rows);
    if (done.has_value() && !lock.isEmpty()) {
        const auto locked = watched(lock);
        done = locked.has_value() ? base::Result<void>() : base::Result<void>(locked.error());
    }
    if (done.has_value()) {
        const auto written = watched(plan::backfillStatement(open.spec, rows));
        done = written.has_value() ? countWritten(context, session, open.range, written->affected)
                                   : base::Result<void>(written.error());
    }
    if (done.has_value())
        done = session.execute(QStringLiteral("COMMIT"));
    if (!done.has_value())
        rollBackOpen(session);
    return done;
}

base::Result<bool> writeRow(RunContext &context, const plan::Step &step, OpenRange &open, const Position &row)
{
    postgres::Parameters parameters;
    const QString isRow = open.batcher->isRow(row, &parameters);
    const auto written = writeWhere(context, step, open, isRow, parameters);
    if (written.has_value())
        return true;
    return classify(written.error()) == BatchFailure::BadRow ? base::Result<bool>(false)
                                                             : base::Result<bool>(written.error());
}

} // namespace lockstep::execution
