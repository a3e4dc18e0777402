#include "filerows.h"
#include "verify.h"

#include <tests/support/postgrestest.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using execution::RunState;

/// S1 to S14 as tests/data/scenarios has them, stopped in the middle of filling and taken back.
class TestFileFillings : public QObject
{
    Q_OBJECT

private slots:
    void comesBackFromTheMiddleOfTheFilling_data() { addFileRows(); }
    void comesBackFromTheMiddleOfTheFilling();
};

namespace {

constexpr qint64 middleOfFilling = 3000;

bool fillsBehindGate(const plan::Plan &plan)
{
    for (const plan::Step &step : plan.steps) {
        if (step.kind == plan::StepKind::Gate || step.backfill)
            return step.kind == plan::StepKind::Gate;
    }
    return false;
}

} // namespace

void TestFileFillings::comesBackFromTheMiddleOfTheFilling()
{
    QFETCH(int, index);
    const ScenarioFile &file = knownFiles()[size_t(index)];
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

QTEST_GUILESS_MAIN(TestFileFillings)
#include "tst_filefillings.moc"
