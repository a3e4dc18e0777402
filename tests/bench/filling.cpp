#include "filling.h"

#include <model/execution/runner.h>

#include <chrono>
#include <limits>
#include <thread>

namespace lockstep::bench {

namespace {

plan::PlanPtr backfillPlan(int serverVersion, bool hasRandomKey)
{
    plan::Step step;
    step.id = QStringLiteral("s01");
    step.title = QStringLiteral("Fill users.tier");
    step.kind = plan::StepKind::Backfill;
    step.phase = plan::Phase::Backfill;
    step.transaction = plan::TransactionMode::None;
    step.relations = { QStringLiteral("public.users") };
    step.backfill =
        plan::BackfillSpec{ schema::objectId(schema::Kind::Table, QStringLiteral("public"),
                                             QStringLiteral("users")),
                            QStringLiteral("tier = 'tier' || n % 3"),
                            QStringLiteral("tier IS NULL"),
                            plan::Batcher::Keyset,
                            { QStringLiteral("id") },
                            { hasRandomKey ? QStringLiteral("uuid") : QStringLiteral("bigint") } };
    return planOfOne(step, serverVersion);
}

/// A statement that is repeated until it finds nothing: as most advice has it, and as pgroll does.
QString loopStatement(Way way)
{
    const auto loop = [](const char *rows) {
        return QStringLiteral("UPDATE public.users SET tier = 'tier' || n % 3"
                              " WHERE id IN (SELECT id FROM public.users WHERE tier IS NULL %1)")
            .arg(QLatin1String(rows));
    };
    switch (way) {
    case Way::SmallLoop: return loop("LIMIT 1000");
    case Way::LimitLoop: return loop("LIMIT 5000");
    case Way::OrderedLoop: return loop("ORDER BY id LIMIT 5000 FOR UPDATE SKIP LOCKED");
    default:
        return QStringLiteral(
            "WITH batch AS (SELECT id FROM public.users WHERE tier IS NULL AND id > $1 ORDER BY id"
            " LIMIT 1000 FOR NO KEY UPDATE), written AS (UPDATE public.users"
            " SET tier = 'tier' || public.users.n % 3 FROM batch WHERE public.users.id = batch.id"
            " RETURNING public.users.id) SELECT max(id) FROM written");
    }
}

void runLoop(postgres::Session &session, Way way)
{
    const QString statement = loopStatement(way);
    postgres::Parameters last;
    if (way == Way::CursorLoop)
        last = { QStringLiteral("0") };
    for (;;) {
        const auto rows = require(session.query(statement, last), "batch");
        if (way == Way::CursorLoop ? rows.isNull(0, 0) : rows.affected == 0)
            return;
        if (way == Way::CursorLoop)
            last = { rows.text(0, 0) };
    }
}

/// Batches of one size with nothing but the statement, or with a journal's row in the same transaction.
void runRanges(postgres::Session &session, const Setup &setup)
{
    constexpr qint64 batch = 20'000;
    const QString update =
        QStringLiteral("UPDATE public.users SET tier = 'tier' || n %% 3 WHERE id > $1 AND id <= $2 AND tier "
                       "IS NULL")
            .replace(QLatin1String("%%"), QLatin1String("%"));
    if (setup.way == Way::RangesJournaled) {
        require(session.executeScript(QStringLiteral(
                    "CREATE TABLE cursors (id integer PRIMARY KEY, cursor jsonb, batches bigint, "
                    "rows_done bigint) WITH (fillfactor = 10); INSERT INTO cursors VALUES (1, "
                    "NULL, 0, 0)")),
                "journal");
    }
    const QString cursor =
        QStringLiteral("UPDATE cursors SET cursor = to_jsonb($1::bigint), batches = batches + 1, rows_done = "
                       "rows_done + $2::bigint WHERE id = 1 RETURNING rows_done");
    for (qint64 from = 0; from < setup.rows; from += batch) {
        require(session.executeScript(QStringLiteral("BEGIN; SET LOCAL synchronous_commit = off")), "BEGIN");
        const QString end = QString::number(from + batch);
        const auto rows = require(session.query(update, { QString::number(from), end }), "batch");
        if (setup.way == Way::RangesJournaled)
            require(session.execute(cursor, { end, QString::number(rows.affected) }), "journal");
        require(session.execute(QStringLiteral("COMMIT")), "COMMIT");
    }
}

double numberOf(postgres::Session &session, const QString &sql)
{
    return require(session.query(sql), "question").real(0, 0);
}

} // namespace

void makeRows(postgres::Session &session, const Setup &setup)
{
    const QString key = setup.hasRandomKey ? QStringLiteral("md5(g::text)::uuid") : QStringLiteral("g");
    require(
        session.execute(QStringLiteral("CREATE TABLE public.users (id %1 PRIMARY KEY, n bigint, name text, "
                                       "mail text, made timestamptz, tier text)")
                            .arg(setup.hasRandomKey ? QStringLiteral("uuid") : QStringLiteral("bigint"))),
        "table");
    require(session.execute(
                QStringLiteral("INSERT INTO public.users SELECT %1, g, 'user number ' || g, md5(g::text), "
                               "'2020-01-01'::timestamptz + g * interval '1 s' FROM generate_series(1, %2) g")
                    .arg(key)
                    .arg(setup.rows)),
            "rows");
    static const QStringList columns{ QStringLiteral("mail"), QStringLiteral("made"),
                                      QStringLiteral("name") };
    for (int i = 0; i < setup.indexes; ++i)
        require(session.execute(QStringLiteral("CREATE INDEX ON public.users (%1)").arg(columns[i])),
                "index");
    require(session.execute(QStringLiteral("VACUUM ANALYZE public.users")), "VACUUM");
    require(session.execute(QStringLiteral("CHECKPOINT")), "CHECKPOINT");
}

void runBatches(const postgres::ConnectionTarget &target, const Setup &setup, int serverVersion)
{
    execution::RunOptions options;
    options.requireProof = false;
    options.skipFingerprintCheck = true;
    options.workers = setup.workers;
    if (!setup.isVacuumed)
        options.limits.vacuumFromPages = std::numeric_limits<qint64>::max();
    if (setup.batchMs > 0)
        options.targetBatchMs = setup.batchMs;
    if (setup.shareBesideOthers > 0)
        options.limits.shareBesideOthers = setup.shareBesideOthers;
    execution::RunControl control;
    const auto outcome = execution::runPlan(backfillPlan(serverVersion, setup.hasRandomKey), target, options,
                                            control, [](const execution::RunEvent &) {}, {});
    if (require(outcome, "run").state != execution::RunState::Done)
        fail(QStringLiteral("The backfill"),
             base::internalError(QStringLiteral("It did not get to its end.")));
}

void requireFilled(postgres::Session &session)
{
    const QString left =
        QStringLiteral("SELECT count(*) FROM public.users WHERE tier IS DISTINCT FROM 'tier' || n % 3");
    if (numberOf(session, left) != 0)
        fail(QStringLiteral("The backfill"), base::internalError(QStringLiteral("It left rows.")));
}

Filling fillOnce(const scratch::ScratchServerPtr &server, const Setup &setup)
{
    const auto database =
        require(scratch::ScratchDatabase::create(server, QStringLiteral("bench_rows")), "scratch database");
    const auto session = require(database->open(), "connection");
    makeRows(*session, setup);
    const QString size = QStringLiteral("SELECT pg_total_relation_size('public.users')");
    const QString wal = QStringLiteral("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')");
    Filling filling;
    filling.rows = setup.rows;
    filling.bytesBefore = numberOf(*session, size);
    const double walBefore = numberOf(*session, wal);
    // A backfill gives way to who was at work a second ago, as this connection was.
    std::this_thread::sleep_for(std::chrono::milliseconds(2500));
    filling.ms = leastMs(1, [&] {
        switch (setup.way) {
        case Way::OneUpdate:
            require(session->execute(
                        QStringLiteral("UPDATE public.users SET tier = 'tier' || n % 3 WHERE tier IS NULL")),
                    "UPDATE");
            break;
        case Way::Batches: runBatches(database->target(), setup, session->server().version); break;
        case Way::SmallLoop:
        case Way::LimitLoop:
        case Way::OrderedLoop:
        case Way::CursorLoop: runLoop(*session, setup.way); break;
        case Way::RangesAlone:
        case Way::RangesJournaled: runRanges(*session, setup); break;
        }
    });
    filling.walBytes = numberOf(*session, wal) - walBefore;
    filling.bytesAfter = numberOf(*session, size);
    requireFilled(*session);
    return filling;
}

Filling best(const scratch::ScratchServerPtr &server, const Setup &setup, int repeats)
{
    Filling least = fillOnce(server, setup);
    for (int i = 1; i < repeats; ++i) {
        const Filling next = fillOnce(server, setup);
        if (next.ms < least.ms)
            least = next;
    }
    return least;
}

} // namespace lockstep::bench
