#include "filerows.h"
#include "verify.h"

#include <tests/support/postgrestest.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;

/// S1 to S14 as tests/data/scenarios has them, taken back from every gate.
class TestFileReturns : public QObject
{
    Q_OBJECT

private slots:
    void comesBackFromEveryGateWithWhatTheNewReleaseWrote_data() { addFileRows(); }
    void comesBackFromEveryGateWithWhatTheNewReleaseWrote();
};

void TestFileReturns::comesBackFromEveryGateWithWhatTheNewReleaseWrote()
{
    QFETCH(int, index);
    const ScenarioFile &file = knownFiles()[size_t(index)];
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

QTEST_GUILESS_MAIN(TestFileReturns)
#include "tst_filereturns.moc"
