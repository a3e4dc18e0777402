#include "benchdatabase.h"

#include <model/analysis/analysis.h>
#include <model/plan/planner.h>
#include <model/sources/catalogreader.h>

#include <QProcess>
#include <QProcessEnvironment>
#include <QTextStream>

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

} // namespace

Ratios measureCatalog(const scratch::ScratchServerPtr &server, const Options &options)
{
    const auto current = require(scratch::ScratchDatabase::create(server, QStringLiteral("bench_current")),
                                 "scratch database");
    {
        const auto session = require(current->open(), "connection");
        makeTables(*session, options.tables);
        require(session->execute(QStringLiteral("VACUUM ANALYZE")), "VACUUM");
    }
    const auto target =
        require(scratch::ScratchDatabase::create(server, QStringLiteral("bench_target"), current->name()),
                "scratch database");
    const auto targetSession = require(target->open(), "connection");
    changeOnePercent(*targetSession, options.tables);

    const auto session = require(current->open(), "connection");
    schema::CatalogPtr before;
    const double readMs =
        leastMs(options.repeats, [&] { before = require(sources::readCatalog(*session), "reading"); });
    const double dumpMs = leastMs(options.repeats, [&] { runPgDump(server, current->target()); });
    const schema::CatalogPtr after = require(sources::readCatalog(*targetSession), "reading");
    Chain best = runChain(before, after);
    for (int i = 1; i < options.repeats; ++i) {
        const Chain next = runChain(before, after);
        best = next.ms() < best.ms() ? next : best;
    }
    QTextStream(stdout) << before->facts().size() << " facts; the plan for one table in a hundred has "
                        << best.plan->steps.size() << " steps (diff " << qRound(best.diffMs) << " ms, plan "
                        << qRound(best.planMs) << " ms, analysis " << qRound(best.analysisMs) << " ms)"
                        << Qt::endl;
    return { { QStringLiteral("read a live catalog of %1 tables").arg(options.tables), readMs,
               QStringLiteral("pg_dump -s"), dumpMs, 0.5, false },
             { QStringLiteral("diff + plan + analysis, 1 % changed"), best.ms(),
               QStringLiteral("reading the catalog"), readMs, 0.3, false } };
}

} // namespace lockstep::bench
