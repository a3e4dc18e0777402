#include "runfixture.h"

#include <model/execution/runhistory.h>
#include <model/plan/planjson.h>

#include <algorithm>

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// What the journal of a real database remembers of its runs.
class RunHistoryTest : public QObject
{
    Q_OBJECT
private slots:
    void isEmptyWithoutAJournal();
    void remembersEveryRunNewestFirst();
    void tellsStepsAndEventsOfOneRun();
    void namesARunThatIsNotThere();
    void readsBesideARunThatGoesOn();
    void keepsThePlanOfEachRun();
    void goesOnWithAJournalThatKeptNoPlans();
};

void RunHistoryTest::isEmptyWithoutAJournal()
{
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    const auto runs = readRuns(db.target());
    VERIFY_OK(runs);
    QVERIFY(runs->isEmpty());
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM pg_namespace WHERE nspname = 'lockstep'")),
             QStringLiteral("0"));
}

void RunHistoryTest::remembersEveryRunNewestFirst()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    VERIFY_OK(db.run(tierPlan()));
    VERIFY_OK(db.rollBack(tierPlan()));
    VERIFY_OK(db.run(tierPlan()));
    const auto runs = readRuns(db.target());
    VERIFY_OK(runs);
    QCOMPARE(runs->size(), 2);
    const RunSummary &last = runs->at(0);
    const RunSummary &first = runs->at(1);
    QCOMPARE(first.state, RunState::RolledBack);
    QCOMPARE(last.state, RunState::Done);
    QCOMPARE(last.planDigest, tierPlan()->digest());
    QCOMPARE(last.steps, 5);
    QCOMPARE(last.stepsDone, 5);
    QCOMPARE(first.stepsDone, 0);
    QVERIFY(last.owner.contains(QSysInfo::machineHostName()));
    QVERIFY(first.began < last.began);
    QVERIFY(last.began <= last.ended);
    QVERIFY(qAbs(last.ended.secsTo(QDateTime::currentDateTimeUtc())) < 60);
}

void RunHistoryTest::tellsStepsAndEventsOfOneRun()
{
    RunDatabase db(1000);
    REQUIRE_DATABASE(db);
    const auto outcome = db.run(tierPlan());
    VERIFY_OK(outcome);
    db.exec(QStringLiteral(
        "INSERT INTO lockstep.event (run_id, level, step_id, msg) SELECT id, 'warning', 's01', "
        "'A quiet \"word\"' FROM lockstep.run"));
    const auto run = readRun(db.target(), outcome->runId);
    VERIFY_OK(run);
    QCOMPARE(run->summary.id, outcome->runId);
    QCOMPARE(run->steps.size(), 5);
    for (const RecordedStep &step : run->steps) {
        QCOMPARE(step.status.state, StepState::Done);
        QVERIFY(step.began.isValid() && step.began <= step.ended);
        QVERIFY(!step.title.isEmpty() || !step.status.step.isEmpty());
    }
    QVERIFY(!run->events.isEmpty());
    QCOMPARE(run->events.last().level, EventLevel::Warning);
    QCOMPARE(run->events.last().step, QStringLiteral("s01"));
    QCOMPARE(run->events.last().text, QStringLiteral("A quiet \"word\""));
    QCOMPARE(run->eventsLeftOut, 0);
    QVERIFY(std::is_sorted(run->events.begin(), run->events.end(),
                           [](const LogLine &a, const LogLine &b) { return a.at < b.at; }));
}

void RunHistoryTest::namesARunThatIsNotThere()
{
    RunDatabase db(10);
    REQUIRE_DATABASE(db);
    VERIFY_OK(db.run(tierPlan()));
    const auto run = readRun(db.target(), QStringLiteral("7f3c'; no uuid"));
    QVERIFY(!run.has_value());
    QCOMPARE(run.error().kind, base::ErrorKind::Input);
    QVERIFY(run.error().message.contains(QLatin1String("7f3c")));
}

void RunHistoryTest::readsBesideARunThatGoesOn()
{
    RunDatabase db(200);
    REQUIRE_DATABASE(db);
    VERIFY_OK(db.run(tierPlan()));
    // As a runner that is in the middle of writing its journal.
    const auto runner = db.open();
    VERIFY_OK(runner->execute(QStringLiteral("BEGIN")));
    VERIFY_OK(runner->execute(QStringLiteral("UPDATE lockstep.run SET heartbeat = clock_timestamp()")));
    QElapsedTimer clock;
    clock.start();
    VERIFY_OK(readRuns(db.target()));
    QVERIFY(clock.elapsed() < longEnoughMs);
}

void RunHistoryTest::keepsThePlanOfEachRun()
{
    RunDatabase db(200);
    REQUIRE_DATABASE(db);
    const auto outcome = db.run(tierPlan());
    VERIFY_OK(outcome);
    const auto kept = readRunPlan(db.target(), outcome->runId);
    VERIFY_OK(kept);
    QCOMPARE(plan::toJson(**kept), plan::toJson(*tierPlan()));
    QCOMPARE((*kept)->digest(), tierPlan()->digest());
    QVERIFY(runStatus(db.target())->hasPlan);
    // From the journal alone, as on another computer.
    VERIFY_OK(db.rollBack(*kept));
    QCOMPARE(runStatus(db.target())->state, RunState::RolledBack);
}

void RunHistoryTest::goesOnWithAJournalThatKeptNoPlans()
{
    RunDatabase db(200);
    REQUIRE_DATABASE(db);
    const auto first = db.run(tierPlan());
    VERIFY_OK(first);
    db.exec(QStringLiteral("DROP TABLE lockstep.run_plan"));
    db.exec(QStringLiteral("UPDATE lockstep.journal SET version = 4"));
    const auto none = readRunPlan(db.target(), first->runId);
    QVERIFY(!none.has_value());
    QCOMPARE(none.error().kind, base::ErrorKind::Input);
    QVERIFY(none.error().message.contains(first->runId));
    QVERIFY(!runStatus(db.target())->hasPlan);
    VERIFY_OK(db.rollBack(tierPlan()));
    const auto second = db.run(tierPlan());
    VERIFY_OK(second);
    VERIFY_OK(readRunPlan(db.target(), second->runId));
    QVERIFY(!readRunPlan(db.target(), first->runId).has_value());
}

QTEST_GUILESS_MAIN(RunHistoryTest)
#include "tst_runhistory.moc"
