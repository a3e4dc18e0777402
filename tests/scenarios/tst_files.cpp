#include "scenario.h"
#include "scenariofile.h"
#include "verify.h"

#include <model/plan/strategyinfo.h>

#include <tests/support/postgrestest.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using execution::RunOutcome;
using execution::RunState;

/// S1 to S14 as tests/data/scenarios has them: reviewed as text, run with both releases at work, taken
/// back from every gate, from the end and from the middle of filling. LOCKSTEP_KEEP_TEXTS=1 writes the
/// texts anew; from the oldest version to the newest, so that only what differs is kept.
class TestScenarioFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsAsReviewed_data() { files(); }
    void readsAsReviewed();
    void bothReleasesWorkToTheEndAndBack_data() { files(); }
    void bothReleasesWorkToTheEndAndBack();
    void comesBackFromEveryGateWithWhatTheNewReleaseWrote_data() { files(); }
    void comesBackFromEveryGateWithWhatTheNewReleaseWrote();
    void comesBackFromTheMiddleOfTheFilling_data() { files(); }
    void comesBackFromTheMiddleOfTheFilling();

private:
    void files() const;

    std::vector<ScenarioFile> m_files;
};

namespace {

constexpr int trafficMs = 500;
constexpr qint64 middleOfFilling = 3000;

Scenario scenarioOf(const ScenarioFile &file)
{
    return { file.current + file.rows, file.target, file.intents };
}

QStringList gatesOf(const plan::Plan &plan)
{
    QStringList gates;
    for (const plan::Step &step : plan.steps) {
        if (step.kind == plan::StepKind::Gate)
            gates += step.id;
    }
    return gates;
}

/// At which gate of the plan the old release ends.
int endOfOld(const ScenarioFile &file, const QStringList &gates)
{
    return file.oldUntilGate > 0 ? file.oldUntilGate - 1 : int(gates.size()) - 1;
}

bool fillsBehindGate(const plan::Plan &plan)
{
    for (const plan::Step &step : plan.steps) {
        if (step.kind == plan::StepKind::Gate || step.backfill)
            return step.kind == plan::StepKind::Gate;
    }
    return false;
}

bool bothAgree(const Scenario &scenario, const ScenarioFile &file, int gate)
{
    const QString both = file.both.value(gate, file.both.value(0));
    const QString answer = both.isEmpty() ? QStringLiteral("t") : scenario.one(both);
    if (answer != QLatin1String("t"))
        qWarning("The two shapes differ: %s", qPrintable(answer));
    return answer == QLatin1String("t");
}

} // namespace

void TestScenarioFiles::initTestCase()
{
    QString fault;
    m_files = scenarioFiles(&fault);
    QCOMPARE(fault, QString());
    QVERIFY(!m_files.empty());
}

void TestScenarioFiles::files() const
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < m_files.size(); ++i)
        QTest::newRow(qPrintable(m_files[i].name)) << int(i);
}

void TestScenarioFiles::readsAsReviewed()
{
    QFETCH(int, index);
    const ScenarioFile &file = m_files[index];
    const int major = server()->version() / 10000;
    if (major < file.since)
        QSKIP("This version cannot do it.");
    // Rows would only change what the statistics say.
    const Scenario scenario(file.current, file.target, file.intents);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    for (const plan::Step &step : scenario.plan()->steps)
        QVERIFY2(step.kind == plan::StepKind::Gate || plan::strategyInfo(step.strategy), qPrintable(step.id));
    const QString text = reviewedText(scenario.plan(), scenario.current());
    if (qEnvironmentVariableIsSet("LOCKSTEP_KEEP_TEXTS"))
        QVERIFY(keepText(file, major, text));
    const auto kept = keptText(file, major);
    QVERIFY2(kept.has_value(), "No text is kept for this scenario.");
    QCOMPARE(text.split(QLatin1Char('\n')), kept->split(QLatin1Char('\n')));
}

void TestScenarioFiles::bothReleasesWorkToTheEndAndBack()
{
    QFETCH(int, index);
    const ScenarioFile &file = m_files[index];
    if (server()->version() / 10000 < file.since)
        QSKIP("This version cannot do it.");
    Scenario scenario = scenarioOf(file);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const QStringList gates = gatesOf(*scenario.plan());
    scenario.deploy(file.old);
    base::Result<RunOutcome> outcome = scenario.run(false);
    VERIFY_OK(outcome);
    scenario.deploy(file.fresh);
    QTest::qWait(trafficMs);
    for (int i = 0; i < gates.size(); ++i) {
        QCOMPARE(outcome->state, RunState::WaitingGate);
        QCOMPARE(outcome->stoppedAt, gates[i]);
        QVERIFY(bothAgree(scenario, file, i + 1));
        if (i == endOfOld(file, gates))
            scenario.retire(file.old);
        outcome = scenario.approve(gates[i]);
        VERIFY_OK(outcome);
        QTest::qWait(trafficMs / 2);
    }
    QCOMPARE(outcome->state, RunState::Done);
    scenario.retire(file.old);
    scenario.retire(file.fresh);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QVERIFY(scenario.traffic().written.size() > 100);
    QCOMPARE(scenario.lost(file.fresh.read).join(QLatin1Char(10)), QString());
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
    if (file.loses.isEmpty())
        QCOMPARE(scenario.lost(file.old.read).join(QLatin1Char(10)), QString());
}

void TestScenarioFiles::comesBackFromEveryGateWithWhatTheNewReleaseWrote()
{
    QFETCH(int, index);
    const ScenarioFile &file = m_files[index];
    if (server()->version() / 10000 < file.since)
        QSKIP("This version cannot do it.");
    for (int last = 0, gateCount = 1; last < gateCount; ++last) {
        Scenario scenario = scenarioOf(file);
        QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
        const QStringList gates = gatesOf(*scenario.plan());
        gateCount = int(gates.size());
        if (gates.isEmpty())
            return;
        VERIFY_OK(scenario.run(false));
        for (int i = 0; i < last; ++i)
            VERIFY_OK(scenario.approve(gates[i]));
        const bool oldWorks = last <= endOfOld(file, gates);
        if (oldWorks)
            scenario.deploy(file.old);
        scenario.deploy(file.fresh);
        QTest::qWait(trafficMs);
        scenario.retire(file.fresh);
        VERIFY_OK(scenario.rollBack());
        scenario.retire(file.old);
        QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
        if (file.loses.isEmpty() || oldWorks)
            QCOMPARE(scenario.lost(file.old.read).join(QLatin1Char(10)), QString());
        QVERIFY(scenario.isAtStart());
    }
}

void TestScenarioFiles::comesBackFromTheMiddleOfTheFilling()
{
    QFETCH(int, index);
    const ScenarioFile &file = m_files[index];
    if (server()->version() / 10000 < file.since)
        QSKIP("This version cannot do it.");
    Scenario scenario = scenarioOf(file);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const auto &steps = scenario.plan()->steps;
    if (std::none_of(steps.begin(), steps.end(), [](const plan::Step &s) { return s.backfill.has_value(); }))
        return;
    // The old release is at work where no gate comes before.
    const bool isBehindGate = fillsBehindGate(*scenario.plan());
    if (isBehindGate)
        VERIFY_OK(scenario.run(false));
    scenario.deploy(isBehindGate ? file.fresh : file.old);
    const auto stopped = scenario.runIntoBackfill(middleOfFilling);
    VERIFY_OK(stopped);
    QCOMPARE(stopped->state, RunState::Stopped);
    scenario.retire(file.fresh);
    VERIFY_OK(scenario.rollBack());
    scenario.retire(file.old);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QCOMPARE(scenario.lost(file.old.read).join(QLatin1Char(10)), QString());
    QVERIFY(scenario.isAtStart());
}

QTEST_GUILESS_MAIN(TestScenarioFiles)
#include "tst_files.moc"
