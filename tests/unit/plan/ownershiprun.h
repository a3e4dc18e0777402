#pragma once

#include <model/proof/dumpcompare.h>
#include <model/sources/catalogreader.h>

#include <QTest>

#include <tests/support/plainharness.h>

/// Schemas whose owners and privileges are planned and run, whoever runs the plan.
namespace lockstep::testing {

/// Roles belong to the cluster: made once, and the same for every case.
inline constexpr const char *kRoles[] = { "alice", "bob", "carol", "reader", "Odd \"Role\"" };

struct Loaded
{
    std::unique_ptr<scratch::ScratchDatabase> database;
    std::unique_ptr<postgres::Session> session;
    schema::CatalogPtr catalog;
    QString dump;
};

inline QString dumpOf(const scratch::ScratchDatabase &database, QString *failure)
{
    const auto dump = DumpObserver::dumpOf(database);
    if (!dump.has_value())
        *failure = dump.error().toText();
    return dump.has_value() ? *dump : QString();
}

inline bool makeDatabase(Loaded &side, const QString &templateName, QString *failure)
{
    auto database = scratch::ScratchDatabase::create(server(), QStringLiteral("owners"), templateName);
    if (!database.has_value()) {
        *failure = database.error().toText();
        return false;
    }
    side.database = std::move(*database);
    return true;
}

inline Loaded load(const QString &sql, QString *failure)
{
    Loaded side;
    if (!makeDatabase(side, {}, failure))
        return side;
    side.session = openLoaded(*side.database, sql, failure);
    if (!side.session)
        return side;
    const auto catalog = sources::readCatalog(*side.session);
    if (!catalog.has_value()) {
        *failure = catalog.error().toText();
        return side;
    }
    side.catalog = *catalog;
    side.dump = dumpOf(*side.database, failure);
    side.session.reset(); // A database in use cannot be copied.
    return side;
}

inline Loaded copyOf(const Loaded &original, QString *failure)
{
    Loaded copy;
    if (!makeDatabase(copy, original.database->name(), failure))
        return copy;
    auto session = copy.database->open();
    if (session.has_value())
        copy.session = std::move(*session);
    else
        *failure = session.error().toText();
    return copy;
}

inline QString differences(const Loaded &work, const Loaded &expected, const QString &when)
{
    QString failure = compareWith(*work.session, expected.catalog, when);
    const QString dump = dumpOf(*work.database, &failure);
    const QStringList lines = proof::compareDumps(dump, expected.dump);
    if (!lines.isEmpty())
        failure += QStringLiteral("\n%1, pg_dump:\n%2").arg(when, lines.join(QLatin1Char('\n')));
    return failure;
}

struct Run
{
    QString failure;
    QStringList forward;
    plan::PlainPlan plan;
};

/// Plans, runs forward and back as `runner`, and compares by the reader and by pg_dump after each.
inline Run runOwned(const QString &currentSql, const QString &targetSql, const QString &runner = {})
{
    Run run;
    const Loaded current = load(currentSql, &run.failure);
    const Loaded target = load(targetSql, &run.failure);
    if (!run.failure.isEmpty())
        return run;
    const Loaded work = copyOf(current, &run.failure);
    if (!run.failure.isEmpty())
        return run;
    const auto changes = diff::diff(current.catalog, target.catalog, {}, {});
    if (!changes.has_value()) {
        run.failure = changes.error().toText();
        return run;
    }
    const auto plan = plan::makePlainPlan(*changes, {}, {});
    if (!plan.has_value()) {
        run.failure = plan.error().toText();
        return run;
    }
    run.plan = *plan;
    QStringList backward;
    for (const plan::Action &action : plan->actions) {
        run.forward += action.forward;
        backward = action.backward + backward;
    }
    QStringList act{ QStringLiteral("SET check_function_bodies = off"),
                     QStringLiteral("SET search_path = ''") };
    if (!runner.isEmpty())
        act << QStringLiteral("SET ROLE ") + schema::quoteIdent(runner);
    const QStringList rest{ QStringLiteral("RESET ROLE") };
    run.failure = runAll(*work.session, act + run.forward + rest);
    if (run.failure.isEmpty())
        run.failure = differences(work, target, QStringLiteral("forward"));
    if (run.failure.isEmpty())
        run.failure = runAll(*work.session, act + backward + rest);
    if (run.failure.isEmpty())
        run.failure = differences(work, current, QStringLiteral("backward"));
    if (!run.failure.isEmpty())
        run.failure += QStringLiteral("\n") + describe(*plan);
    return run;
}

inline void makeRoles()
{
    QString why;
    const auto made = server(&why);
    QVERIFY2(made, qPrintable(why));
    const auto session = postgres::Session::open(made->maintenance());
    QVERIFY(session.has_value());
    for (const char *role : kRoles)
        QVERIFY((*session)
                    ->execute(QStringLiteral("CREATE ROLE ") + schema::quoteIdent(QLatin1String(role)))
                    .has_value());
    QVERIFY((*session)->execute(QStringLiteral("CREATE ROLE boss SUPERUSER")).has_value());
}

} // namespace lockstep::testing
