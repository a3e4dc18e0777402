#include "benchbackfill.h"

#include "rowtraffic.h"

#include "../support/owncluster.h"

#include <model/execution/runner.h>

#include <QTextStream>

#include <chrono>
#include <cmath>
#include <thread>

namespace lockstep::bench {

namespace {

constexpr qint64 backfillRows = 5'000'000;

/// What filling a column took, however it was done.
struct Filling
{
    double ms = 0;
    double walBytes = 0;
    double bytesBefore = 0;
    double bytesAfter = 0;
    qint64 rows = 0;

    [[nodiscard]] double rowsPerSecond() const { return double(rows) * 1000 / ms; }
    [[nodiscard]] double walPerRow() const { return walBytes / double(rows); }
    [[nodiscard]] double growth() const { return bytesAfter / bytesBefore; }
};

enum class Way { OneUpdate, Batches, LimitLoop, OrderedLoop, CursorLoop, RangesAlone, RangesJournaled };

struct Setup
{
    qint64 rows = 0;
    int indexes = 0;
    Way way = Way::Batches;
    bool hasRandomKey = false;
    int workers = 1;
};

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
    auto plan = std::make_shared<plan::Plan>();
    plan->serverVersion = serverVersion;
    plan->fingerprint = "sha256:before";
    plan->targetFingerprint = "sha256:after";
    plan->steps = { step };
    return plan;
}

void runBatches(const postgres::ConnectionTarget &target, const Setup &setup, int serverVersion)
{
    execution::RunOptions options;
    options.requireProof = false;
    options.skipFingerprintCheck = true;
    options.workers = setup.workers;
    execution::RunControl control;
    const auto outcome = execution::runPlan(backfillPlan(serverVersion, setup.hasRandomKey), target, options,
                                            control, [](const execution::RunEvent &) {}, {});
    if (require(outcome, "run").state != execution::RunState::Done)
        fail(QStringLiteral("The backfill"),
             base::internalError(QStringLiteral("It did not get to its end.")));
}

/// A statement that is repeated until it finds nothing: as most advice has it, and as pgroll does.
const char *loopStatement(Way way)
{
    switch (way) {
    case Way::LimitLoop:
        return "UPDATE public.users SET tier = 'tier' || n % 3 WHERE id IN (SELECT id FROM public.users "
               "WHERE "
               "tier IS NULL LIMIT 5000)";
    case Way::OrderedLoop:
        return "UPDATE public.users SET tier = 'tier' || n % 3 WHERE id IN (SELECT id FROM public.users "
               "WHERE "
               "tier IS NULL ORDER BY id LIMIT 5000 FOR UPDATE SKIP LOCKED)";
    default:
        return "WITH batch AS (SELECT id FROM public.users WHERE tier IS NULL AND id > $1 ORDER BY id LIMIT "
               "1000 FOR NO KEY UPDATE), written AS (UPDATE public.users SET tier = 'tier' || public.users.n "
               "% 3 "
               "FROM batch WHERE public.users.id = batch.id RETURNING public.users.id) SELECT max(id) FROM "
               "written";
    }
}

void runLoop(postgres::Session &session, Way way)
{
    const QString statement = QString::fromLatin1(loopStatement(way));
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
    std::this_thread::sleep_for(std::chrono::milliseconds(1500)); // Nobody else is at work by then.
    const double walBefore = numberOf(*session, wal);
    filling.ms = leastMs(1, [&] {
        switch (setup.way) {
        case Way::OneUpdate:
            require(session->execute(
                        QStringLiteral("UPDATE public.users SET tier = 'tier' || n % 3 WHERE tier IS NULL")),
                    "UPDATE");
            break;
        case Way::Batches: runBatches(database->target(), setup, session->server().version); break;
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

/// The faster of several.
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

QString rate(const Filling &filling)
{
    return QStringLiteral("%1 rows/s").arg(filling.rowsPerSecond(), 0, 'f', 0);
}

QString grown(const Filling &filling)
{
    return QStringLiteral("%1 B of WAL a row, table x %2")
        .arg(filling.walPerRow(), 0, 'f', 0)
        .arg(filling.growth(), 0, 'f', 2);
}

void line(const QString &what, const QString &ours, const QString &against, const QString &theirs,
          double ratio, const QString &aim, bool met)
{
    QTextStream(stdout) << QStringLiteral("| %1 | %2 | %3 | %4 | %5 | %6 | %7 |")
                               .arg(what, ours, against, theirs, QString::number(ratio, 'f', 2), aim,
                                    met ? QStringLiteral("met") : QStringLiteral("missed"))
                        << Qt::endl;
}

void compare(const QString &what, const Filling &ours, const QString &against, const Filling &theirs,
             double aim)
{
    const double ratio = ours.rowsPerSecond() / theirs.rowsPerSecond();
    line(what, QStringLiteral("%1, %2").arg(rate(ours), grown(ours)), against,
         QStringLiteral("%1, %2").arg(rate(theirs), grown(theirs)), ratio, QStringLiteral(">= %1").arg(aim),
         ratio >= aim);
}

void compareSpeed(const scratch::ScratchServerPtr &server, qint64 rows, int repeats)
{
    const QString oneUpdate = QStringLiteral("one UPDATE of the whole table");
    for (const int indexes : { 0, 3 }) {
        const Filling update = best(server, { rows, indexes, Way::OneUpdate }, repeats);
        const Filling batches = best(server, { rows, indexes, Way::Batches }, repeats);
        compare(QStringLiteral("%1 rows, %2 secondary indexes").arg(rows).arg(indexes), batches, oneUpdate,
                update, indexes == 0 ? 0.9 : 1.5);
    }
    const qint64 fifth = rows / 5;
    compare(QStringLiteral("%1 rows, random uuid key").arg(fifth),
            best(server, { fifth, 0, Way::Batches, true }, repeats), oneUpdate,
            best(server, { fifth, 0, Way::OneUpdate, true }, repeats), 0.9);
}

/// A server with the memory and the log that those in production have. With the 32 MB of the scratch server a
/// table of any size is scanned from where the last scan stopped, and who writes a row has to write out
/// somebody else's page and the log before it first.
class UsualServer
{
public:
    UsualServer()
        : m_cluster(testing::OwnCluster::create(
            { QStringLiteral("shared_buffers = 4GB"), QStringLiteral("max_wal_size = 8GB") }))
    {
        if (!m_cluster)
            fail(QStringLiteral("A server with 4 GB of shared_buffers"), base::internalError({}));
        m_server = require(scratch::ScratchServer::start({ m_cluster->target().text }), "server");
    }
    [[nodiscard]] const scratch::ScratchServerPtr &server() const { return m_server; }

private:
    std::unique_ptr<testing::OwnCluster> m_cluster;
    scratch::ScratchServerPtr m_server; ///< Gone before the cluster.
};

void compareLoops(qint64 rows)
{
    constexpr double aim = 5;
    const UsualServer usual;
    const scratch::ScratchServerPtr &server = usual.server();
    compare(QStringLiteral("%1 rows, 0 secondary indexes, shared_buffers 4 GB").arg(rows),
            fillOnce(server, { rows, 0, Way::Batches }),
            QStringLiteral("UPDATE ... WHERE id IN (SELECT ... IS NULL LIMIT 5000) in a loop"),
            fillOnce(server, { rows, 0, Way::LimitLoop }), aim);
    // These would take very long for all of them.
    const qint64 fifth = rows / 5;
    const Filling ours = fillOnce(server, { fifth, 0, Way::Batches });
    const QString what = QStringLiteral("%1 rows, 0 secondary indexes, shared_buffers 4 GB").arg(fifth);
    compare(what, ours, QStringLiteral("the same loop with ORDER BY id LIMIT 5000 FOR UPDATE SKIP LOCKED"),
            fillOnce(server, { fifth, 0, Way::OrderedLoop }), aim);
    compare(what, ours, QStringLiteral("pgroll's statement: a cursor, LIMIT 1000, UPDATE ... FROM batch"),
            fillOnce(server, { fifth, 0, Way::CursorLoop }), aim);
}

void compareSizes(const scratch::ScratchServerPtr &server, qint64 rows, int repeats)
{
    const qint64 fifth = rows / 5;
    const Filling small = best(server, { fifth, 0, Way::Batches }, repeats);
    const Filling big = fillOnce(server, { rows * 2, 0, Way::Batches });
    compare(QStringLiteral("%1 rows").arg(rows * 2), big, QStringLiteral("%1 rows").arg(fifth), small, 0.9);
}

void compareJournal(const scratch::ScratchServerPtr &server, qint64 rows, int repeats)
{
    const Filling journaled = best(server, { rows, 0, Way::RangesJournaled }, repeats + 2);
    const Filling ranges = best(server, { rows, 0, Way::RangesAlone }, repeats + 2);
    const double overhead = journaled.ms / ranges.ms;
    line(QStringLiteral("batches of 20000 rows with the journal's row in the same transaction"),
         rate(journaled), QStringLiteral("the same batches without"), rate(ranges), overhead,
         QStringLiteral("< 1.03"), overhead < 1.03);
}

void compareWorkers(const scratch::ScratchServerPtr &server, qint64 rows)
{
    for (const int indexes : { 0, 3 }) {
        const Filling two = fillOnce(server, { rows, indexes, Way::Batches, false, 2 });
        const Filling one = fillOnce(server, { rows, indexes, Way::Batches });
        compare(QStringLiteral("%1 rows, %2 secondary indexes, 2 workers").arg(rows).arg(indexes), two,
                QStringLiteral("1 worker"), one, 1);
    }
}

/// The same table all the time: the traffic alone, with the backfill beside it, and alone again.
void compareTraffic(qint64 rows)
{
    constexpr double aim = 1.5;
    const UsualServer usual;
    const Setup setup{ rows, 1, Way::Batches };
    const auto database = require(
        scratch::ScratchDatabase::create(usual.server(), QStringLiteral("bench_rows")), "scratch database");
    const auto session = require(database->open(), "connection");
    makeRows(*session, setup);
    const Latencies before = quietTraffic(database->target(), rows);
    RowTraffic traffic(database->target(), rows);
    const double ms = leastMs(1, [&] { runBatches(database->target(), setup, session->server().version); });
    const Latencies beside = traffic.stop();
    requireFilled(*session);
    // After a checkpoint the first write of a page costs more, with the backfill or without: the calmer of
    // before and after counts.
    const Latencies after = quietTraffic(database->target(), rows);
    const Latencies &alone = before.at(0.99) < after.at(0.99) ? before : after;
    const double ratio = beside.at(0.99) / alone.at(0.99);
    line(QStringLiteral("p99 of single-row UPDATEs, 300 a second, while %1 rows are filled (%2 rows/s)")
             .arg(rows)
             .arg(double(rows) * 1000 / ms, 0, 'f', 0),
         beside.text(), QStringLiteral("without"), alone.text(), ratio, QStringLiteral("<= %1").arg(aim),
         ratio <= aim);
}

} // namespace

void measureBackfill(const scratch::ScratchServerPtr &server, const Options &options)
{
    const qint64 rows = options.rows.value_or(backfillRows);
    const int repeats = options.repeats;
    const auto wants = [&](const char *part) {
        return options.parts.isEmpty() || options.parts.contains(QLatin1String(part));
    };
    QTextStream(stdout)
        << "| what | Lockstep | against | figures | ratio | aim | |\n|---|---|---|---|---|---|---|"
        << Qt::endl;
    if (wants("speed"))
        compareSpeed(server, rows, repeats);
    if (wants("loop"))
        compareLoops(rows);
    if (wants("size"))
        compareSizes(server, rows, repeats);
    if (wants("journal"))
        compareJournal(server, rows / 5, repeats);
    if (wants("traffic"))
        compareTraffic(rows / 5);
    if (wants("workers"))
        compareWorkers(server, rows);
}

} // namespace lockstep::bench
