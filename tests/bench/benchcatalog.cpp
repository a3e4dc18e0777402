#include "benchdatabase.h"

#include <model/analysis/analysis.h>
#include <model/plan/planner.h>
#include <model/sources/catalogreader.h>

#include <QProcess>
#include <QProcessEnvironment>
#include <QTextStream>

#include <cmath>

namespace lockstep::bench {

namespace {

void runPgDump(const scratch::ScratchServerPtr &server, const postgres::ConnectionTarget &target)
{
    const postgres::ProcessConnection connection = postgres::forProcess(target);
    QProcess dump;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PGPASSWORD"), connection.password);
    dump.setProcessEnvironment(environment);
    dump.setStandardOutputFile(QProcess::nullDevice());
    dump.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    dump.start(server->toolDirectory() + QStringLiteral("/pg_dump"),
               { QStringLiteral("-s"), QStringLiteral("-d"), connection.conninfo });
    if (!dump.waitForFinished(-1) || dump.exitCode() != 0)
        fail(QStringLiteral("pg_dump -s"), base::internalError(dump.errorString()));
}

struct Chain
{
    double diffMs = 0;
    double planMs = 0;
    double analysisMs = 0;
    plan::PlanPtr plan;
    [[nodiscard]] double ms() const { return diffMs + planMs + analysisMs; }
};

/// Everything measured at one size, the least of all repeats.
struct CatalogTimes
{
    int tables = 0;
    size_t facts = 0;
    double dumpMs = 0;
    double readMs = 0;
    Chain chain;
    int readPeakMb = 0; ///< While one catalog was read.
    int peakMb = 0; ///< Both catalogs, change set and plan included.
};

Chain runChain(const schema::CatalogPtr &current, const schema::CatalogPtr &target)
{
    Chain result;
    diff::ChangeSetPtr changes;
    result.diffMs = leastMs(1, [&] { changes = require(diff::diff(current, target, {}, {}), "diff"); });
    plan::PlanOptions options;
    options.current = current;
    result.planMs =
        leastMs(1, [&] { result.plan = require(plan::makePlan(changes, nullptr, options, {}), "plan"); });
    result.analysisMs = leastMs(
        1, [&] { result.plan = require(analysis::analyse(result.plan, current, {}, {}), "analysis"); });
    return result;
}

double lesser(double least, double ms)
{
    return least > 0 && least < ms ? least : ms;
}

/// In turns, because what else runs on the machine changes from minute to minute; each with a
/// connection of its own and so with cold caches.
schema::CatalogPtr measureReading(const scratch::ScratchServerPtr &server,
                                  const postgres::ConnectionTarget &target, int repeats, CatalogTimes *times)
{
    schema::CatalogPtr catalog;
    for (int i = 0; i < repeats; ++i) {
        times->dumpMs = lesser(times->dumpMs, leastMs(1, [&] { runPgDump(server, target); }));
        catalog.reset();
        resetPeakMemory();
        times->readMs = lesser(times->readMs, leastMs(1, [&] {
                                   const auto reader = require(postgres::Session::open(target), "connection");
                                   catalog = require(sources::readCatalog(*reader), "reading");
                               }));
    }
    times->readPeakMb = peakMemoryMb();
    times->facts = catalog->facts().size();
    return catalog;
}

CatalogTimes measureSize(const scratch::ScratchServerPtr &server, int tables, int repeats)
{
    QTextStream(stderr) << "Making " << tables << " tables." << Qt::endl;
    const auto database =
        require(scratch::ScratchDatabase::create(server, QStringLiteral("bench")), "scratch database");
    const auto session = require(database->open(), "connection");
    makeTables(*session, tables);
    require(session->execute(QStringLiteral("VACUUM ANALYZE")), "VACUUM");
    CatalogTimes times;
    times.tables = tables;
    const schema::CatalogPtr before = measureReading(server, database->target(), repeats, &times);
    changeOnePercent(*session, tables);
    resetPeakMemory();
    const schema::CatalogPtr after = require(sources::readCatalog(*session), "reading");
    for (int i = 0; i < repeats; ++i) {
        Chain next = runChain(before, after);
        if (i == 0 || next.ms() < times.chain.ms())
            times.chain = std::move(next);
    }
    times.peakMb = peakMemoryMb();
    return times;
}

/// b in time = a * tables^b, from the size before: 1 is linear, n log n about 1.1.
double growth(double ms, int tables, double earlierMs, int earlierTables)
{
    return std::log(ms / earlierMs) / std::log(double(tables) / earlierTables);
}

void printTimes(const QVector<CatalogTimes> &all)
{
    QTextStream out(stdout);
    out.setRealNumberNotation(QTextStream::FixedNotation);
    out << "| tables | facts | pg_dump -s ms | read ms | ratio | diff ms | plan ms | analysis ms | steps | "
           "ratio to read "
           "| peak MB reading | peak MB in all |\n|---|---|---|---|---|---|---|---|---|---|---|---|"
        << Qt::endl;
    for (const CatalogTimes &t : all) {
        out.setRealNumberPrecision(2);
        out << "| " << t.tables << " | " << t.facts << " | " << qRound(t.dumpMs) << " | " << qRound(t.readMs)
            << " | " << t.readMs / t.dumpMs << " | " << qRound(t.chain.diffMs) << " | "
            << qRound(t.chain.planMs) << " | " << qRound(t.chain.analysisMs) << " | "
            << t.chain.plan->steps.size() << " | " << t.chain.ms() / t.readMs << " | " << t.readPeakMb
            << " | " << t.peakMb << " |" << Qt::endl;
    }
    for (qsizetype i = 1; i < all.size(); ++i) {
        const CatalogTimes &a = all[i - 1];
        const CatalogTimes &b = all[i];
        out << "growth from " << a.tables << " to " << b.tables << " tables: pg_dump "
            << growth(b.dumpMs, b.tables, a.dumpMs, a.tables) << ", read "
            << growth(b.readMs, b.tables, a.readMs, a.tables) << ", diff + plan + analysis "
            << growth(b.chain.ms(), b.tables, a.chain.ms(), a.tables) << " (1 is linear)" << Qt::endl;
    }
}

} // namespace

Ratios measureDatabase(const scratch::ScratchServerPtr &server, const Options &options)
{
    CatalogTimes times;
    const postgres::ConnectionTarget target{ options.database };
    const size_t facts = measureReading(server, target, options.repeats, &times)->facts().size();
    return { { QStringLiteral("read %1 facts of %2").arg(facts).arg(target.display()), times.readMs,
               QStringLiteral("pg_dump -s"), times.dumpMs, 0.5, false } };
}

Ratios measureCatalog(const scratch::ScratchServerPtr &server, const Options &options)
{
    QVector<CatalogTimes> all;
    Ratios ratios;
    for (const int tables : options.tables) {
        const CatalogTimes times = measureSize(server, tables, options.repeats);
        all.append(times);
        ratios.append({ QStringLiteral("read a live catalog of %1 tables").arg(tables), times.readMs,
                        QStringLiteral("pg_dump -s"), times.dumpMs, 0.5, false });
        ratios.append({ QStringLiteral("diff + plan + analysis, 1 % of %1 tables changed").arg(tables),
                        times.chain.ms(), QStringLiteral("reading the catalog"), times.readMs, 0.3, false });
    }
    printTimes(all);
    return ratios;
}

} // namespace lockstep::bench
