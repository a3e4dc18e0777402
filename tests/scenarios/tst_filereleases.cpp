#include "filerows.h"
#include "verify.h"

#include <tests/support/postgrestest.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using execution::RunOutcome;
using execution::RunState;

/// S1 to S14 as tests/data/scenarios has them, run with both releases at work to the end, and taken back.
class TestFileReleases : public QObject
{
    Q_OBJECT

private slots:
    void bothReleasesWorkToTheEndAndBack_data() { addFileRows(); }
    void bothReleasesWorkToTheEndAndBack();
};

namespace {

bool bothAgree(const Scenario &scenario, const ScenarioFile &file, int gate)
{
    const QString both = file.both.value(gate, file.both.value(0));
    const QString answer = both.isEmpty() ? QStringLiteral("t") : scenario.one(both);
    if (answer != QLatin1String("t"))
        qWarning("The two shapes differ: %s", qPrintable(answer));
    return answer == QLatin1String("t");
}

} // namespace

void TestFileReleases::bothReleasesWorkToTheEndAndBack()
{
    QFETCH(int, index);
    const ScenarioFile &file = knownFiles()[size_t(index)];
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

QTEST_GUILESS_MAIN(TestFileReleases)
#include "tst_filereleases.moc"
