#include "roundtrip.h"

#include <model/diff/changeset.h>
#include <model/plan/planner.h>
#include <model/plan/script.h>
#include <model/proof/dumpcompare.h>
#include <model/scratch/scriptloader.h>
#include <model/sources/catalogreader.h>
#include <model/sources/pgdump.h>

#include <QProcess>

namespace lockstep::testing {

namespace {

using base::Result;
using scratch::ScratchDatabase;

constexpr int kPsqlTimeoutMs = 120000;

/// A database as both observers see it.
struct Seen
{
    schema::CatalogPtr catalog;
    QString dump;
};

Result<Seen> see(const scratch::ScratchServer &server, const postgres::ConnectionTarget &target)
{
    Seen seen;
    const auto session = postgres::Session::open(target);
    if (!session.has_value())
        return session.error();
    const auto catalog = sources::readCatalog(**session);
    if (!catalog.has_value())
        return catalog.error();
    seen.catalog = *catalog;
    const auto dump = sources::dumpSchema(target, server.toolDirectory(), {});
    if (!dump.has_value())
        return dump.error();
    seen.dump = *dump;
    return seen;
}

QString differencesOf(const Seen &reached, const Seen &wanted)
{
    QStringList lines = proof::compareDumps(reached.dump, wanted.dump);
    const auto rest = diff::diff(reached.catalog, wanted.catalog, {}, {});
    if (!rest.has_value())
        return rest.error().toText();
    for (const diff::Change &change : (*rest)->changes)
        lines << QStringLiteral("reader: ") + schema::displayName(diff::idOf(change));
    return lines.join(QLatin1Char('\n'));
}

Result<std::unique_ptr<ScratchDatabase>> load(const scratch::ScratchServerPtr &server, const QString &sql)
{
    auto database = ScratchDatabase::create(server, QStringLiteral("round"));
    if (!database.has_value())
        return database;
    const auto session = (*database)->open();
    if (!session.has_value())
        return session.error();
    const auto report = scratch::loadScript(**session, sql, QStringLiteral("random.sql"), true);
    if (!report.has_value())
        return report.error();
    return database;
}

QString runByPsql(const scratch::ScratchServer &server, const postgres::ConnectionTarget &target,
                  const QString &script)
{
    QProcess psql;
    psql.start(server.toolDirectory() + QStringLiteral("/psql"),
               { QStringLiteral("-X"), QStringLiteral("-q"), QStringLiteral("-v"),
                 QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-d"),
                 postgres::forProcess(target).conninfo });
    psql.write(script.toUtf8());
    psql.closeWriteChannel();
    const bool isDone = psql.waitForFinished(kPsqlTimeoutMs);
    if (isDone && psql.exitStatus() == QProcess::NormalExit && psql.exitCode() == 0)
        return {};
    return QStringLiteral("psql: ") + QString::fromUtf8(psql.readAllStandardError()).right(1000);
}

} // namespace

RoundTrip roundTrip(const scratch::ScratchServerPtr &server, const QString &currentSql,
                    const QString &targetSql)
{
    RoundTrip trip;
    const auto fail = [&trip](const base::Error &error) {
        trip.forward = trip.back = error.toText();
        return trip;
    };
    const auto work = load(server, currentSql);
    const auto wanted = load(server, targetSql);
    if (!work.has_value() || !wanted.has_value())
        return fail(work.has_value() ? wanted.error() : work.error());
    trip.isLoaded = true;
    const auto before = see(*server, (*work)->target());
    const auto after = see(*server, (*wanted)->target());
    if (!before.has_value() || !after.has_value())
        return fail(before.has_value() ? after.error() : before.error());
    const auto changes = diff::diff(before->catalog, after->catalog, {}, {});
    if (!changes.has_value())
        return fail(changes.error());
    const auto plan = plan::makePlan(*changes, nullptr, {}, {});
    if (!plan.has_value())
        return fail(plan.error());
    const QString forward = plan::forwardScript(**plan);
    const QString back = plan::rollbackScript(**plan);
    trip.scripts = QStringLiteral("-- forward\n%1\n-- back\n%2\n").arg(forward, back);
    const auto runAndSee = [&](const QString &script, const Seen &goal) {
        const QString failure = runByPsql(*server, (*work)->target(), script);
        if (!failure.isEmpty())
            return failure;
        const auto reached = see(*server, (*work)->target());
        return reached.has_value() ? differencesOf(*reached, goal) : reached.error().toText();
    };
    trip.forward = runAndSee(forward, *after);
    trip.back = trip.forward.startsWith(QLatin1String("psql")) ? QStringLiteral("not tried")
                                                               : runAndSee(back, *before);
    return trip;
}

} // namespace lockstep::testing
