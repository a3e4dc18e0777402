#include <model/analysis/rehearsalfit.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::analysis;

/// Rates as a rehearsal corrects them.
class RehearsalFitTest : public QObject
{
    Q_OBJECT

private slots:
    void eachKindOfWorkFollowsItsSteps();
    void kindsThatWereNotDoneFollowTheRest();
    void shortStepsTeachNothing();
    void stepsThatDisagreeWidenTheRange();

private:
    const QDateTime m_at = QDateTime::fromString(QStringLiteral("2026-11-22T10:00:00Z"), Qt::ISODate);
};

void RehearsalFitTest::eachKindOfWorkFollowsItsSteps()
{
    const Rates given;
    const FittedRates fitted =
        fitToRehearsal(given, { { plan::Effect::Scan, 200, 100 }, { plan::Effect::Batched, 500, 1000 } },
                       QStringLiteral("s"), m_at);
    QCOMPARE(fitted.learnedFrom, 2);
    QCOMPARE(fitted.rates->origin, RatesOrigin::Rehearsal);
    QCOMPARE(fitted.rates->costs.row, given.costs.row * 2);
    QCOMPARE(fitted.rates->costs.updateRow, given.costs.updateRow / 2);
    QCOMPARE(fitted.rates->costs.statement, given.costs.statement);
}

void RehearsalFitTest::kindsThatWereNotDoneFollowTheRest()
{
    const Rates given;
    const FittedRates fitted =
        fitToRehearsal(given, { { plan::Effect::IndexBuild, 300, 100 } }, QStringLiteral("s"), m_at);
    QCOMPARE(fitted.rates->costs.writeRow, given.costs.writeRow * 3);
}

void RehearsalFitTest::shortStepsTeachNothing()
{
    const FittedRates fitted = fitToRehearsal(
        {}, { { plan::Effect::Scan, 12, 1 }, { plan::Effect::Instant, 4000, 3 } }, QStringLiteral("s"), m_at);
    QVERIFY(!fitted.rates);
    QCOMPARE(fitted.learnedFrom, 0);
}

void RehearsalFitTest::stepsThatDisagreeWidenTheRange()
{
    const QVector<StepTiming> timings{ { plan::Effect::Scan, 100, 100 }, { plan::Effect::Scan, 400, 100 } };
    const FittedRates fitted = fitToRehearsal({}, timings, QStringLiteral("s"), m_at);
    QCOMPARE(fitted.rates->noise, 2.0);
    const auto again = ratesFromJson(toJson(*fitted.rates), QStringLiteral("r.json"));
    QVERIFY(again.has_value());
    QVERIFY(**again == *fitted.rates);
}

QTEST_GUILESS_MAIN(RehearsalFitTest)
#include "tst_rehearsalfit.moc"
