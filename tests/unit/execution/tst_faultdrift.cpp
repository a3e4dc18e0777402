#include "traffic.h"

#include <model/execution/objectstate.h>

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// Objects of the plan that somebody else changes while it runs.
class FaultDriftTest : public QObject
{
    Q_OBJECT
private slots:
    void aChangeByOthersIsNoticedUnderTheLock_data();
    void aChangeByOthersIsNoticedUnderTheLock();
    void whatDoesNotMatterIsLetBe_data();
    void whatDoesNotMatterIsLetBe();
    void anAcceptedChangeStays();
    void whatTheRunDidItselfIsNoChange();
    void aDroppedTableEndsTheRun();
    void anEventTriggerIsHeardVerbatim();
    void tellsChangesApart();
};

namespace {

/// The plan up to its gate; a definition of the same table follows.
plan::PlanPtr gatedPlan()
{
    auto steps = tierPlan(true)->steps;
    steps << ddl(QStringLiteral("s07"),
                 { QStringLiteral("ALTER TABLE public.users ALTER COLUMN tier DROP DEFAULT") },
                 { QStringLiteral("ALTER TABLE public.users ALTER COLUMN tier SET DEFAULT 'tier0'") });
    steps.last().relations = { QStringLiteral("public.users") };
    steps.last().assessment.locks = { { QStringLiteral("public.users"), plan::LockMode::AccessExclusive } };
    return planOf(steps);
}

RunOptions onwards()
{
    RunOptions options = quickOptions();
    options.resume = true;
    options.approveAllGates = true;
    return options;
}

} // namespace

void FaultDriftTest::aChangeByOthersIsNoticedUnderTheLock_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("undo");
    QTest::addColumn<QString>("told");
    QTest::newRow("a column") << QStringLiteral("ALTER TABLE users ADD COLUMN extra text")
                              << QStringLiteral("ALTER TABLE users DROP COLUMN extra")
                              << QStringLiteral("column extra is new");
    QTest::newRow("a type") << QStringLiteral("ALTER TABLE users ALTER COLUMN name TYPE varchar(100)")
                            << QStringLiteral("ALTER TABLE users ALTER COLUMN name TYPE text")
                            << QStringLiteral("column name is another");
    QTest::newRow("a constraint that the run made")
        << QStringLiteral("ALTER TABLE users DROP CONSTRAINT tier_set")
        << QStringLiteral("ALTER TABLE users ADD CONSTRAINT tier_set CHECK (tier IS NOT NULL)")
        << QStringLiteral("constraint tier_set is gone");
    QTest::newRow("an index") << QStringLiteral("CREATE INDEX theirs ON users (n)")
                              << QStringLiteral("DROP INDEX theirs") << QStringLiteral("index theirs is new");
    QTest::newRow("a trigger that is off") << QStringLiteral("ALTER TABLE users DISABLE TRIGGER counted")
                                           << QStringLiteral("ALTER TABLE users ENABLE TRIGGER counted")
                                           << QStringLiteral("trigger counted is another");
    QTest::newRow("a policy") << QStringLiteral("CREATE POLICY p ON users USING (true)")
                              << QStringLiteral("DROP POLICY p ON users")
                              << QStringLiteral("policy p is new");
    QTest::newRow("row security") << QStringLiteral("ALTER TABLE users ENABLE ROW LEVEL SECURITY")
                                  << QStringLiteral("ALTER TABLE users DISABLE ROW LEVEL SECURITY")
                                  << QStringLiteral("the table is another");
    QTest::newRow("a default") << QStringLiteral("ALTER TABLE users ALTER COLUMN tier SET DEFAULT 'x'")
                               << QStringLiteral("ALTER TABLE users ALTER COLUMN tier SET DEFAULT 'tier0'")
                               << QStringLiteral("column tier is another");
}

void FaultDriftTest::aChangeByOthersIsNoticedUnderTheLock()
{
    QFETCH(QString, change);
    QFETCH(QString, undo);
    QFETCH(QString, told);
    RunDatabase db(100);
    REQUIRE_DATABASE(db);
    db.countUpdates();
    db.exec(QStringLiteral("ALTER TRIGGER zzz_lockstep_counted ON users RENAME TO counted"));
    VERIFY_OK(db.run(gatedPlan()));
    const QString before = db.shape();
    db.exec(change);
    const auto outcome = db.run(gatedPlan(), onwards());
    QVERIFY(!outcome.has_value());
    QCOMPARE(outcome.error().kind, base::ErrorKind::Refused);
    QVERIFY2(outcome.error().message.contains(told), qPrintable(outcome.error().toText()));
    QCOMPARE(runStatus(db.target()).value().state, RunState::Failed);
    db.exec(undo);
    VERIFY_OK(db.run(gatedPlan(), onwards()));
    QCOMPARE(runStatus(db.target()).value().state, RunState::Done);
}

void FaultDriftTest::whatDoesNotMatterIsLetBe_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("a comment") << QStringLiteral("COMMENT ON TABLE users IS 'x'");
    QTest::newRow("a grant") << QStringLiteral("GRANT SELECT ON users TO PUBLIC");
    QTest::newRow("statistics") << QStringLiteral("ANALYZE users");
    QTest::newRow("storage") << QStringLiteral("ALTER TABLE users SET (fillfactor = 90)");
    QTest::newRow("another table") << QStringLiteral("CREATE TABLE other (id bigint)");
    QTest::newRow("another path") << QStringLiteral("ALTER ROLE CURRENT_USER SET search_path = pg_catalog");
}

void FaultDriftTest::whatDoesNotMatterIsLetBe()
{
    QFETCH(QString, change);
    RunDatabase db(100);
    REQUIRE_DATABASE(db);
    VERIFY_OK(db.run(gatedPlan()));
    db.exec(change);
    const auto outcome = db.run(gatedPlan(), onwards());
    db.exec(QStringLiteral("ALTER ROLE CURRENT_USER RESET search_path"));
    VERIFY_OK(outcome);
}

void FaultDriftTest::anAcceptedChangeStays()
{
    RunDatabase db(100);
    REQUIRE_DATABASE(db);
    VERIFY_OK(db.run(gatedPlan()));
    db.exec(QStringLiteral("CREATE INDEX theirs ON users (n)"));
    RunOptions options = onwards();
    options.acceptDrift = true;
    VERIFY_OK(db.run(gatedPlan(), options));
    QVERIFY(db.shape().contains(QStringLiteral("theirstrue")));
}

void FaultDriftTest::whatTheRunDidItselfIsNoChange()
{
    RunDatabase db(100);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("CREATE TYPE mood AS ENUM ('ok')"));
    db.exec(QStringLiteral("CREATE TABLE moods (id bigint, m mood)"));
    QVector<plan::Step> steps{
        ddl(QStringLiteral("s01"), { QStringLiteral("ALTER TYPE public.mood RENAME TO feeling") },
            { QStringLiteral("ALTER TYPE public.feeling RENAME TO mood") }),
        ddl(QStringLiteral("s02"),
            { QStringLiteral("CREATE INDEX CONCURRENTLY moods_idx ON public.moods (id)") },
            { QStringLiteral("DROP INDEX CONCURRENTLY public.moods_idx") }, false),
        ddl(QStringLiteral("s03"), { QStringLiteral("ALTER TABLE public.moods ADD COLUMN x integer") },
            { QStringLiteral("ALTER TABLE public.moods DROP COLUMN x") }),
        ddl(QStringLiteral("s04"), { QStringLiteral("ALTER TABLE public.moods RENAME TO feelings") },
            { QStringLiteral("ALTER TABLE public.feelings RENAME TO moods") }),
        ddl(QStringLiteral("s05"), { QStringLiteral("ALTER TABLE public.feelings ADD COLUMN y integer") },
            { QStringLiteral("ALTER TABLE public.feelings DROP COLUMN y") })
    };
    for (int i = 1; i < steps.size(); ++i)
        steps[i].relations = { QStringLiteral("public.moods"), QStringLiteral("public.feelings") };
    VERIFY_OK(db.run(planOf(steps)));
    VERIFY_OK(db.rollBack(planOf(steps)));
    VERIFY_OK(db.run(planOf(steps)));
}

void FaultDriftTest::aDroppedTableEndsTheRun()
{
    RunDatabase db(60'000);
    REQUIRE_DATABASE(db);
    db.slowDown();
    BackgroundRun run(db, tierPlan());
    QVERIFY(run.waitFor([&] { return run.events.of<BackfillAdvanced>().size() > 3; }));
    db.exec(QStringLiteral("DROP TABLE users CASCADE"));
    run.join();
    QVERIFY(!run.outcome.has_value());
    QVERIFY2(run.outcome.error().kind == base::ErrorKind::Server
                 || run.outcome.error().kind == base::ErrorKind::Refused
                 || run.outcome.error().kind == base::ErrorKind::Input,
             qPrintable(run.outcome.error().toText()));
    QCOMPARE(runStatus(db.target()).value().state, RunState::Failed);
}

void FaultDriftTest::anEventTriggerIsHeardVerbatim()
{
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("CREATE FUNCTION no_changes() RETURNS event_trigger LANGUAGE plpgsql AS"
                           " $$BEGIN RAISE EXCEPTION 'Change freeze until Monday'; END$$"));
    db.exec(QStringLiteral("CREATE EVENT TRIGGER no_changes ON ddl_command_start WHEN TAG IN ('ALTER TABLE')"
                           " EXECUTE FUNCTION no_changes()"));
    const QString before = db.shape();
    const auto outcome = db.run(tierPlan());
    db.exec(QStringLiteral("DROP EVENT TRIGGER no_changes"));
    QVERIFY(!outcome.has_value());
    QVERIFY2(outcome.error().message.contains(QStringLiteral("Change freeze until Monday")),
             qPrintable(outcome.error().toText()));
    QCOMPARE(db.shape(), before);
    RunOptions options = onwards();
    VERIFY_OK(db.run(tierPlan(), options));
}

void FaultDriftTest::tellsChangesApart()
{
    const QMap<QString, QString> before{ { QStringLiteral("a"), QStringLiteral("1") },
                                         { QStringLiteral("b"), QStringLiteral("1") },
                                         { QStringLiteral("c"), QStringLiteral("1") } };
    const QMap<QString, QString> now{ { QStringLiteral("a"), QStringLiteral("1") },
                                      { QStringLiteral("b"), QStringLiteral("2") },
                                      { QStringLiteral("d"), QStringLiteral("1") } };
    QCOMPARE(changesOf(before, now),
             QStringList({ QStringLiteral("b is another"), QStringLiteral("c is gone"),
                           QStringLiteral("d is new") }));
    QVERIFY(changesOf(now, now).isEmpty());
}

QTEST_GUILESS_MAIN(FaultDriftTest)
#include "tst_faultdrift.moc"
