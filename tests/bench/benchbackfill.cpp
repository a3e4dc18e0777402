#include "benchbackfill.h"

#include "filling.h"
#include "rowtraffic.h"

#include "../support/owncluster.h"

#include <QTextStream>

#include <chrono>
#include <thread>

namespace lockstep::bench {

namespace {

constexpr qint64 backfillRows = 5'000'000;

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
                                    aim == QLatin1String("none") ? QString()
                                    : met                        ? QStringLiteral("met")
                                                                 : QStringLiteral("missed"))
                        << Qt::endl;
}

/// `aim` 0: for comparison alone.
void compare(const QString &what, const Filling &ours, const QString &against, const Filling &theirs,
             double aim)
{
    const double ratio = ours.rowsPerSecond() / theirs.rowsPerSecond();
    line(what, QStringLiteral("%1, %2").arg(rate(ours), grown(ours)), against,
         QStringLiteral("%1, %2").arg(rate(theirs), grown(theirs)), ratio,
         aim > 0 ? QStringLiteral(">= %1").arg(aim) : QStringLiteral("none"), ratio >= aim);
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

/// Whether a commit waits until the disk has the log.
enum class Disk { Synced, NotSynced };

/// A server with the memory and the log that those in production have. With the 32 MB of the scratch server a
/// table of any size is scanned from where the last scan stopped, and who writes a row has to write out
/// somebody else's page and the log before it first.
class UsualServer
{
public:
    explicit UsualServer(Disk disk)
        : m_cluster(testing::OwnCluster::create(
            { QStringLiteral("shared_buffers = 4GB"), QStringLiteral("max_wal_size = 8GB"),
              QStringLiteral("min_wal_size = 4GB"),
              disk == Disk::Synced ? QStringLiteral("fsync = on") : QStringLiteral("fsync = off") }))
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
    const UsualServer usual(Disk::Synced);
    const scratch::ScratchServerPtr &server = usual.server();
    const auto what = [](qint64 count) {
        return QStringLiteral("%1 rows, 0 secondary indexes, shared_buffers 4 GB").arg(count);
    };
    const Filling all = fillOnce(server, { rows, 0, Way::Batches });
    compare(what(rows), all,
            QStringLiteral("UPDATE ... WHERE id IN (SELECT ... IS NULL LIMIT 1000) in a loop"),
            fillOnce(server, { rows, 0, Way::SmallLoop }), aim);
    compare(what(rows), all, QStringLiteral("the same loop with LIMIT 5000"),
            fillOnce(server, { rows, 0, Way::LimitLoop }), aim);
    // These would take very long for all of them.
    const qint64 fifth = rows / 5;
    const Filling ours = fillOnce(server, { fifth, 0, Way::Batches });
    compare(what(fifth), ours,
            QStringLiteral("the same loop with ORDER BY id LIMIT 5000 FOR UPDATE SKIP LOCKED"),
            fillOnce(server, { fifth, 0, Way::OrderedLoop }), aim);
    compare(what(fifth), ours,
            QStringLiteral("pgroll's statement: a cursor, LIMIT 1000, UPDATE ... FROM batch"),
            fillOnce(server, { fifth, 0, Way::CursorLoop }), 0);
}

void compareSizes(const scratch::ScratchServerPtr &server, qint64 rows, int repeats)
{
    const qint64 fifth = rows / 5;
    const Filling small = best(server, { fifth, 0, Way::Batches }, repeats);
    const Filling big = fillOnce(server, { rows * 2, 0, Way::Batches });
    Setup withoutVacuum{ rows * 2, 0, Way::Batches };
    withoutVacuum.isVacuumed = false;
    const Filling unvacuumed = fillOnce(server, withoutVacuum);
    compare(QStringLiteral("%1 rows").arg(rows * 2), big, QStringLiteral("%1 rows").arg(fifth), small, 0.9);
    compare(QStringLiteral("%1 rows").arg(rows * 2), big,
            QStringLiteral("the same without a vacuum in between"), unvacuumed, 0);
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

/// As on a server that has run for a while: its log goes into segments that are there already. Who makes one
/// fills it with zeros first, 10 to 20 ms in which nobody can commit.
void recycleLog(postgres::Session &session)
{
    require(
        session.execute(QStringLiteral("SELECT pg_logical_emit_message(false, 'bench', repeat('x', 1000000))"
                                       " FROM generate_series(1, 2000)")),
        "log");
    for (int i = 0; i < 2; ++i)
        require(session.execute(QStringLiteral("CHECKPOINT")), "CHECKPOINT");
}

/// The traffic beside a session that only computes for as long as a batch takes and rests as long: it takes
/// the processors that the backfill takes, but no lock, no buffer and no log.
Latencies besideComputing(const postgres::ConnectionTarget &target, qint64 rows)
{
    const auto session = require(postgres::Session::open(target), "connection");
    RowTraffic traffic(target, rows);
    QElapsedTimer all;
    all.start();
    while (all.elapsed() < 15'000) {
        QElapsedTimer timer;
        timer.start();
        require(session->execute(QStringLiteral("SELECT sum(sqrt(g)) FROM generate_series(1, 40000) g")),
                "computing");
        std::this_thread::sleep_for(std::chrono::nanoseconds(timer.nsecsElapsed()));
    }
    return traffic.stop();
}

/// The same table all the time: the traffic alone, with the backfill beside it, and alone again.
void compareTraffic(qint64 rows, Disk disk, const Options &options)
{
    constexpr double aim = 1.5;
    const UsualServer usual(disk);
    const Setup setup{ rows, 1, Way::Batches, false, 1, options.batchMs, options.shareBesideOthers };
    const auto database = require(
        scratch::ScratchDatabase::create(usual.server(), QStringLiteral("bench_rows")), "scratch database");
    const auto session = require(database->open(), "connection");
    makeRows(*session, setup);
    recycleLog(*session);
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
    const QString what =
        QStringLiteral(
            "p99 of single-row UPDATEs, 300 a second, fsync %1, while %2 rows are filled (%3 rows/s)")
            .arg(disk == Disk::Synced ? QStringLiteral("on") : QStringLiteral("off"))
            .arg(rows)
            .arg(double(rows) * 1000 / ms, 0, 'f', 0);
    line(what, beside.text(), QStringLiteral("without"), alone.text(), ratio,
         QStringLiteral("<= %1").arg(aim), ratio <= aim);
    const Latencies computing = besideComputing(database->target(), rows);
    line(what, beside.text(), QStringLiteral("beside a session that only computes, half of the time"),
         computing.text(), beside.at(0.99) / computing.at(0.99), QStringLiteral("none"), true);
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
    if (wants("traffic")) {
        for (const Disk disk : { Disk::Synced, Disk::NotSynced })
            compareTraffic(rows / 5, disk, options);
    }
    if (wants("workers"))
        compareWorkers(server, rows);
}

} // namespace lockstep::bench
