#include "filerows.h"
#include "verify.h"

#include <model/plan/strategyinfo.h>

#include <tests/support/postgrestest.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;

/// S1 to S14 as tests/data/scenarios has them, reviewed as text. LOCKSTEP_KEEP_TEXTS=1 writes the texts
/// anew; from the oldest version to the newest, so that only what differs is kept.
class TestFileTexts : public QObject
{
    Q_OBJECT

private slots:
    void readsAsReviewed_data() { addFileRows(); }
    void readsAsReviewed();
};

void TestFileTexts::readsAsReviewed()
{
    QFETCH(int, index);
    const ScenarioFile &file = knownFiles()[size_t(index)];
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

QTEST_GUILESS_MAIN(TestFileTexts)
#include "tst_filetexts.moc"
