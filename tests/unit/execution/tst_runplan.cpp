#include "runfixture.h"

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

class RunPlanTest : public QObject
{
    Q_OBJECT
private slots:
    void runsAWholePlan();
    void rollsBackToTheSchemaBefore();
    void returnsAtAGateAndGoesOnWhenApproved();
    void waitsAtAGateInAWindow();
    void refusesLossUntilAllowed();
    void refusesAnUnprovedPlan();
    void refusesRolesThatTheServerDoesNotHave();
    void refusesDrift();
    void saysThatTheTargetIsReached();
    void refusesAReadOnlyDatabase();
    void refusesASecondRunner();
    void refusesAnotherPlanWhileOneIsUnfinished();
    void listsAllMissingPrivileges();
    void saysBeforeTheFirstStepWhatTheRoleMayNotUse();
    void failedVerificationCanBeResumed();
    void failedStepLeavesNothingBehind();
    void refusesToRollBackWhatHasNoWayBack();
    void removesTheJournalOfAFinishedRun();
};

namespace {

bool isRefused(const base::Result<RunOutcome> &outcome, const QString &part)
{
    return !outcome.has_value() && outcome.error().kind == base::ErrorKind::Refused
           && outcome.error().message.contains(part);
}

} // namespace

void RunPlanTest::runsAWholePlan()
{
    RunDatabase db(200'000);
    REQUIRE_DATABASE(db);
    db.countUpdates();
    const auto outcome = db.run(tierPlan());
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::Done);
    QCOMPARE(db.shape(), migratedShape);
    QCOMPARE(db.one(QStringLiteral(
                 "SELECT count(*) FROM users WHERE n <> 1 OR tier <> 'tier' || id % 3 OR tier IS NULL")),
             QStringLiteral("0"));
    const auto status = runStatus(db.target());
    VERIFY_OK(status);
    QCOMPARE(status->state, RunState::Done);
    QCOMPARE(status->runnerAlive, false);
    QCOMPARE(status->steps.size(), 5);
    for (const StepStatus &step : status->steps)
        QCOMPARE(step.state, StepState::Done);
    const auto progress = db.events.of<BackfillAdvanced>();
    QVERIFY(progress.size() > 2);
    QCOMPARE(progress.last().progress.rowsDone, 200'000);
    // By blocks, which are thought to be equally full.
    QVERIFY(qAbs(progress.last().progress.rowsSeen - 200'000) < 2000);
    QCOMPARE(progress.last().progress.fractionDone, 1.0);
    QCOMPARE(db.events.of<RunStarted>().size(), 1);
}

void RunPlanTest::rollsBackToTheSchemaBefore()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    const QString before = db.shape();
    VERIFY_OK(db.run(tierPlan()));
    QVERIFY(db.shape() != before);
    const auto outcome = db.rollBack(tierPlan());
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::RolledBack);
    QCOMPARE(db.shape(), before);
    const auto status = runStatus(db.target());
    VERIFY_OK(status);
    QCOMPARE(status->state, RunState::RolledBack);
    QCOMPARE(status->steps.first().state, StepState::Undone);
    // And the same plan may run again.
    VERIFY_OK(db.run(tierPlan()));
    QCOMPARE(db.shape(), migratedShape);
}

void RunPlanTest::returnsAtAGateAndGoesOnWhenApproved()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    const auto stopped = db.run(tierPlan(true));
    VERIFY_OK(stopped);
    QCOMPARE(stopped->state, RunState::WaitingGate);
    QCOMPARE(stopped->stoppedAt, QStringLiteral("s05"));
    QCOMPARE(db.events.of<GateReached>().size(), 1);
    QCOMPARE(runStatus(db.target()).value().state, RunState::WaitingGate);
    RunOptions options = quickOptions();
    options.resume = true;
    options.approvedGates = { QStringLiteral("s05") };
    const auto done = db.run(tierPlan(true), options);
    VERIFY_OK(done);
    QCOMPARE(done->state, RunState::Done);
    QCOMPARE(done->runId, stopped->runId);
    QCOMPARE(db.shape(), migratedShape);
}

void RunPlanTest::waitsAtAGateInAWindow()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    RunControl control;
    RunOptions options = quickOptions();
    options.waitAtGates = true;
    base::Result<RunOutcome> outcome = RunOutcome{};
    std::thread runner(
        [&] { outcome = runPlan(tierPlan(true), db.target(), options, control, db.events.sink(), {}); });
    const bool reached = QTest::qWaitFor([&] { return !db.events.of<GateReached>().isEmpty(); }, 20'000);
    control.approveGate(QStringLiteral("s05"));
    runner.join();
    QVERIFY(reached);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::Done);
    QCOMPARE(db.shape(), migratedShape);
}

void RunPlanTest::refusesLossUntilAllowed()
{
    RunDatabase db(100);
    REQUIRE_DATABASE(db);
    plan::Step drop =
        ddl(QStringLiteral("s01"), { QStringLiteral("ALTER TABLE users DROP COLUMN name") }, {});
    drop.rollback.irreversible = QStringLiteral("The values are gone.");
    drop.loses = { { QStringLiteral("column public.users.name"), 100, 3300 } };
    const auto plan = planOf({ drop });
    const auto asked = db.run(plan);
    VERIFY_OK(asked);
    QCOMPARE(asked->state, RunState::WaitingGate);
    QCOMPARE(db.events.of<LossAsked>().size(), 1);
    QVERIFY(db.events.of<LossAsked>().first().text.contains(QStringLiteral("100 rows")));
    QVERIFY(db.shape().contains(QStringLiteral("name")));
    RunOptions options = quickOptions();
    options.resume = true;
    options.allowedLoss = { QStringLiteral("s01") };
    const auto done = db.run(plan, options);
    VERIFY_OK(done);
    QVERIFY(!db.shape().contains(QStringLiteral("name:")));
}

void RunPlanTest::refusesAnUnprovedPlan()
{
    RunDatabase db(1);
    REQUIRE_DATABASE(db);
    RunOptions options = quickOptions();
    options.requireProof = true;
    QVERIFY(isRefused(db.run(tierPlan(), options), QStringLiteral("not proved")));
    QCOMPARE(db.one(QStringLiteral("SELECT to_regnamespace('lockstep') IS NULL")), QStringLiteral("t"));
}

void RunPlanTest::refusesRolesThatTheServerDoesNotHave()
{
    RunDatabase db(1);
    REQUIRE_DATABASE(db);
    plan::Step step = ddl(QStringLiteral("s01"),
                          { QStringLiteral("ALTER TABLE public.users OWNER TO \"No Such Role\""),
                            QStringLiteral("GRANT SELECT ON public.users TO PUBLIC, CURRENT_USER") },
                          { QStringLiteral("ALTER TABLE public.users OWNER TO CURRENT_USER") });
    step.title = QStringLiteral("Change owner of table public.users");
    QVERIFY(isRefused(db.run(planOf({ step })),
                      QStringLiteral("No Such Role (s01: Change owner of table public.users)")));
    QCOMPARE(db.one(QStringLiteral("SELECT to_regnamespace('lockstep') IS NULL")), QStringLiteral("t"));
}

void RunPlanTest::refusesDrift()
{
    RunDatabase db(1);
    REQUIRE_DATABASE(db);
    RunOptions options = quickOptions();
    options.skipFingerprintCheck = false;
    options.readFingerprint = [](postgres::Session &) {
        return base::Result<QByteArray>(QByteArray("sha256:other"));
    };
    QVERIFY(isRefused(db.run(tierPlan(), options), QStringLiteral("not the one this plan was made for")));
    QCOMPARE(db.one(QStringLiteral("SELECT to_regnamespace('lockstep') IS NULL")), QStringLiteral("t"));
}

void RunPlanTest::saysThatTheTargetIsReached()
{
    RunDatabase db(1);
    REQUIRE_DATABASE(db);
    RunOptions options = quickOptions();
    options.skipFingerprintCheck = false;
    options.readFingerprint = [](postgres::Session &) {
        return base::Result<QByteArray>(QByteArray("sha256:after"));
    };
    const auto outcome = db.run(tierPlan(), options);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::Done);
    QVERIFY(!db.shape().contains(QStringLiteral("tier")));
}

void RunPlanTest::refusesAReadOnlyDatabase()
{
    RunDatabase db(1);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only "
                           "= on', current_database()); END $$"));
    QVERIFY(isRefused(db.run(tierPlan()), QStringLiteral("read-only")));
}

void RunPlanTest::refusesASecondRunner()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    RunControl control;
    RunOptions options = quickOptions();
    options.waitAtGates = true;
    base::Result<RunOutcome> outcome = RunOutcome{};
    Events events;
    std::thread runner(
        [&] { outcome = runPlan(tierPlan(true), db.target(), options, control, events.sink(), {}); });
    const bool reached = QTest::qWaitFor([&] { return !events.of<GateReached>().isEmpty(); }, 20'000);
    const auto second = db.run(tierPlan(true));
    const auto status = runStatus(db.target());
    control.stop();
    runner.join();
    QVERIFY(reached);
    QVERIFY2(isRefused(second, QStringLiteral("Another runner is at work")),
             qPrintable(second.has_value() ? QString() : second.error().toText()));
    QVERIFY(second.error().message.contains(QStringLiteral("lockstep:")));
    VERIFY_OK(status);
    QVERIFY(status->runnerAlive);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->state, RunState::Stopped);
}

void RunPlanTest::refusesAnotherPlanWhileOneIsUnfinished()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    VERIFY_OK(db.run(tierPlan(true)));
    QVERIFY(isRefused(db.run(tierPlan()), QStringLiteral("is not finished")));
    RunOptions options = quickOptions();
    options.resume = true;
    QVERIFY(isRefused(db.run(tierPlan(), options), QStringLiteral("another plan")));
    QVERIFY(!removeJournal(db.target()).has_value());
}

void RunPlanTest::listsAllMissingPrivileges()
{
    RunDatabase db(1);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral(
        "DO $$ BEGIN IF to_regrole('run_guest') IS NULL THEN CREATE ROLE run_guest LOGIN; END IF; END $$"));
    db.exec(QStringLiteral("CREATE TABLE other (id bigint)"));
    auto target = db.target();
    target.text += target.text.contains(QLatin1String("://"))
                       ? (target.text.contains(QLatin1Char('?')) ? QStringLiteral("&user=run_guest")
                                                                 : QStringLiteral("?user=run_guest"))
                       : QStringLiteral(" user=run_guest");
    plan::Step step =
        ddl(QStringLiteral("s01"), { QStringLiteral("ALTER TABLE users ADD COLUMN x integer") }, {});
    step.relations = { QStringLiteral("public.users"), QStringLiteral("public.other"),
                       QStringLiteral("public.notyet") };
    RunControl control;
    const auto outcome = runPlan(planOf({ step }), target, quickOptions(), control, db.events.sink(), {});
    QVERIFY(isRefused(outcome, QStringLiteral("run_guest lacks")));
    QVERIFY(outcome.error().message.contains(QStringLiteral("public.users")));
    QVERIFY(outcome.error().message.contains(QStringLiteral("public.other")));
    QVERIFY(outcome.error().message.contains(QStringLiteral("CREATE on database")));
    QVERIFY(!outcome.error().message.contains(QStringLiteral("notyet")));
}

/// A table of one's own is not enough for foreign keys, types, functions, schemas and owners of others.
void RunPlanTest::saysBeforeTheFirstStepWhatTheRoleMayNotUse()
{
    RunDatabase db(1);
    REQUIRE_DATABASE(db);
    db.exec(QStringLiteral(
        "DO $$ BEGIN IF to_regrole('run_user') IS NULL THEN CREATE ROLE run_user LOGIN; CREATE "
        "ROLE run_other; END IF; EXECUTE format('GRANT CREATE ON DATABASE %I TO run_user', "
        "current_database()); END $$"));
    for (const char *sql :
         { "CREATE SCHEMA theirs", "GRANT USAGE ON SCHEMA theirs TO run_user",
           "CREATE TABLE theirs.accounts (id bigint PRIMARY KEY)", "CREATE TYPE theirs.mood AS ENUM ('ok')",
           "REVOKE USAGE ON TYPE theirs.mood FROM PUBLIC",
           "CREATE FUNCTION theirs.stamp() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$",
           "CREATE FUNCTION theirs.tier_of(bigint) RETURNS text LANGUAGE sql AS $$SELECT 'x'$$",
           "CREATE FUNCTION theirs.allowed(bigint) RETURNS text LANGUAGE sql AS $$SELECT 'x'$$",
           "REVOKE EXECUTE ON FUNCTION theirs.stamp(), theirs.tier_of(bigint) FROM PUBLIC",
           "ALTER TABLE users OWNER TO run_user" })
        db.exec(QLatin1String(sql));
    auto target = db.target();
    target.text += QStringLiteral(" user=run_user");
    const QVector<std::pair<const char *, const char *>> needs{
        { "ALTER TABLE public.users ADD COLUMN mood theirs.mood", "USAGE on type theirs.mood (step s01)" },
        { "ALTER TABLE public.users ADD CONSTRAINT fk FOREIGN KEY (id) REFERENCES theirs.accounts NOT VALID",
          "REFERENCES on theirs.accounts (step s02)" },
        { "CREATE TRIGGER stamped BEFORE UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION theirs.stamp()",
          "EXECUTE on function theirs.stamp (step s03)" },
        { "CREATE TABLE theirs.more (id bigint)", "CREATE on schema theirs (step s04)" },
        { "ALTER TABLE public.users OWNER TO run_other", "membership in role run_other (step s05)" },
        { "ALTER TABLE public.users ADD CHECK (theirs.allowed(id) = 'x') NOT VALID", nullptr },
    };
    QVector<plan::Step> steps;
    for (const auto &need : needs)
        steps << ddl(QStringLiteral("s%1").arg(steps.size() + 1, 2, 10, QLatin1Char('0')),
                     { QLatin1String(need.first) }, {});
    steps << backfill(QStringLiteral("s07"), QStringLiteral("users"),
                      QStringLiteral("name = theirs.tier_of(id), n = 1"), QStringLiteral("name IS NULL"));
    RunControl control;
    const auto outcome = runPlan(planOf(steps), target, quickOptions(), control, db.events.sink(), {});
    QVERIFY(isRefused(outcome, QStringLiteral("run_user lacks")));
    const QString text = outcome.error().message;
    for (const auto &need : needs)
        QVERIFY2(!need.second || text.contains(QLatin1String(need.second)), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("EXECUTE on function theirs.tier_of (step s07)")),
             qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("allowed")), qPrintable(text));
    QCOMPARE(db.one(QStringLiteral("SELECT to_regnamespace('lockstep') IS NULL")), QStringLiteral("t"));
    // With all of them granted, the same steps run as that role.
    for (const char *sql :
         { "GRANT USAGE ON TYPE theirs.mood TO run_user", "GRANT REFERENCES ON theirs.accounts TO run_user",
           "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA theirs TO run_user",
           "GRANT CREATE ON SCHEMA theirs, public TO run_user", "GRANT CREATE ON SCHEMA public TO run_other",
           "GRANT run_other TO run_user" })
        db.exec(QLatin1String(sql));
    const auto done = runPlan(planOf(steps), target, quickOptions(), control, db.events.sink(), {});
    db.exec(QStringLiteral("REVOKE run_other FROM run_user"));
    VERIFY_OK(done);
}

void RunPlanTest::failedVerificationCanBeResumed()
{
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    plan::Step step = ddl(QStringLiteral("s01"), { QStringLiteral("ALTER TABLE users ADD COLUMN x integer") },
                          { QStringLiteral("ALTER TABLE users DROP COLUMN x") });
    step.verify = { { QStringLiteral("SELECT count(*) FROM users WHERE x IS NULL"), QStringLiteral("0") } };
    const auto failed = db.run(planOf({ step }));
    QVERIFY(!failed.has_value());
    QCOMPARE(failed.error().kind, base::ErrorKind::Server);
    QVERIFY(failed.error().message.contains(QStringLiteral("found 10 where 0 is expected")));
    QCOMPARE(runStatus(db.target()).value().state, RunState::Failed);
    db.exec(QStringLiteral("UPDATE users SET x = 1"));
    RunOptions options = quickOptions();
    options.resume = true;
    const auto done = db.run(planOf({ step }), options);
    VERIFY_OK(done);
    QCOMPARE(done->state, RunState::Done);
}

void RunPlanTest::failedStepLeavesNothingBehind()
{
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    const QString before = db.shape();
    const auto plan = planOf({ ddl(QStringLiteral("s01"),
                                   { QStringLiteral("ALTER TABLE users ADD COLUMN x integer"),
                                     QStringLiteral("ALTER TABLE users ADD CONSTRAINT c CHECK (id > 5)") },
                                   {}) });
    const auto failed = db.run(plan);
    QVERIFY(!failed.has_value());
    QCOMPARE(failed.error().sqlstate, QStringLiteral("23514"));
    QVERIFY2(failed.error().message.startsWith(QStringLiteral("Step s01")),
             qPrintable(failed.error().message));
    QCOMPARE(failed.error().object.contains(QLatin1Char('c')), true);
    QCOMPARE(db.shape(), before);
    QCOMPARE(db.events.of<RunFailed>().size(), 1);
    QTRY_COMPARE(
        db.one(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'lockstep:%'"
                              " AND datname = current_database()")),
        QStringLiteral("0"));
    const auto back = db.rollBack(plan);
    VERIFY_OK(back);
    QCOMPARE(back->state, RunState::RolledBack);
}

void RunPlanTest::refusesToRollBackWhatHasNoWayBack()
{
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    plan::Step drop =
        ddl(QStringLiteral("s02"), { QStringLiteral("ALTER TABLE users DROP COLUMN name") }, {});
    drop.rollback.irreversible = QStringLiteral("The values are gone.");
    const auto plan =
        planOf({ ddl(QStringLiteral("s01"), { QStringLiteral("ALTER TABLE users ADD COLUMN x integer") },
                     { QStringLiteral("ALTER TABLE users DROP COLUMN x") }),
                 drop });
    VERIFY_OK(db.run(plan));
    const QString after = db.shape();
    const auto back = db.rollBack(plan);
    QVERIFY2(isRefused(back, QStringLiteral("s02")),
             qPrintable(back.has_value() ? QString() : back.error().toText()));
    QCOMPARE(db.shape(), after);
    QCOMPARE(runStatus(db.target()).value().state, RunState::Done);
}

void RunPlanTest::removesTheJournalOfAFinishedRun()
{
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    VERIFY_OK(db.run(tierPlan()));
    VERIFY_OK(removeJournal(db.target()));
    QCOMPARE(db.one(QStringLiteral("SELECT to_regnamespace('lockstep') IS NULL")), QStringLiteral("t"));
    const auto status = runStatus(db.target());
    VERIFY_OK(status);
    QVERIFY(!status->hasRun);
}

QTEST_GUILESS_MAIN(RunPlanTest)
#include "tst_runplan.moc"
