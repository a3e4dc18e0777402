#include <tests/items/sampleplan.h>
#include <widgets/timeline/timelinegeometry.h>

#include <QTest>

#include <cmath>

using namespace lockstep;
using namespace lockstep::widgets;

Q_DECLARE_METATYPE(lockstep::widgets::TimeScale)

class TestTimelineGeometry final : public QObject
{
    Q_OBJECT
private slots:
    void putsStepsOneAfterTheOther_data();
    void putsStepsOneAfterTheOther();
    void compressesLongStepsButKeepsTheirOrder();
    void comesBackFromTimeToUnits_data();
    void comesBackFromTimeToUnits();
    void comesBackFromUnitsToX_data();
    void comesBackFromUnitsToX();
    void keepsTheAnchorInPlaceWhenZooming_data();
    void keepsTheAnchorInPlaceWhenZooming();
    void staysInsideWhenZoomingAndMoving();
    void roundsDurationsUp_data();
    void roundsDurationsUp();
    void keepsTicksApart_data();
    void keepsTicksApart();
    void putsTicksAtEndsOfLongSteps();
    void findsRows_data();
    void findsRows();
    void leavesOutDependenciesThatFollow();
    void copesWithAnEmptyPlan();
    void makesRoomForTheLastWhisker();
};

namespace {

QVector<TimelineStep> sketchSteps()
{
    QVector<TimelineStep> steps;
    for (const testing::SampleStep &each : testing::sampleSteps())
        steps.append(
            { double(each.low), double(each.likely), double(each.high), each.kind == plan::StepKind::Gate });
    return steps;
}

void addScales()
{
    QTest::addColumn<TimeScale>("scale");
    QTest::newRow("compressed") << TimeScale::Compressed;
    QTest::newRow("linear") << TimeScale::Linear;
}

} // namespace

void TestTimelineGeometry::putsStepsOneAfterTheOther_data()
{
    addScales();
}

void TestTimelineGeometry::putsStepsOneAfterTheOther()
{
    QFETCH(TimeScale, scale);
    const TimelineAxis axis = makeAxis(sketchSteps(), scale);
    QCOMPARE(axis.places.size(), 14);
    double end = 0;
    for (const TimelinePlace &place : axis.places) {
        QCOMPARE(place.from, end);
        QVERIFY(place.low <= place.to && place.to <= place.high);
        end = place.to;
    }
    QCOMPARE(axis.units(), end);
    QCOMPARE(axis.totalMs(), 439051.0);
}

void TestTimelineGeometry::compressesLongStepsButKeepsTheirOrder()
{
    const double tiny = widthInUnits(6, TimeScale::Compressed);
    const double minutes = widthInUnits(252000, TimeScale::Compressed);
    const double hours = widthInUnits(6 * 3600 * 1000, TimeScale::Compressed);
    QVERIFY(tiny < minutes && minutes < hours);
    QVERIFY(hours / tiny < 10);
    QVERIFY(widthInUnits(0, TimeScale::Compressed) > 0);
    QCOMPARE(widthInUnits(-5, TimeScale::Linear), 0.0);
}

void TestTimelineGeometry::comesBackFromTimeToUnits_data()
{
    QTest::addColumn<TimeScale>("scale");
    QTest::addColumn<double>("ms");
    for (const TimeScale scale : { TimeScale::Compressed, TimeScale::Linear }) {
        for (const double ms : { 0.0, 3.0, 6.0, 23.0, 1000.0, 252023.0, 300000.0, 439050.0 })
            QTest::addRow("%d at %.0f ms", int(scale), ms) << scale << ms;
    }
}

void TestTimelineGeometry::comesBackFromTimeToUnits()
{
    QFETCH(TimeScale, scale);
    QFETCH(double, ms);
    const TimelineAxis axis = makeAxis(sketchSteps(), scale);
    const double back = msAt(axis, unitsAt(axis, ms));
    QVERIFY2(std::abs(back - ms) < 1e-6, qPrintable(QString::number(back)));
}

void TestTimelineGeometry::comesBackFromUnitsToX_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<double>("width");
    QTest::newRow("all") << 0.0 << 40.0 << 600.0;
    QTest::newRow("zoomed in") << 12.25 << 12.5 << 1900.0;
    QTest::newRow("narrow") << 0.0 << 1e6 << 3.0;
}

void TestTimelineGeometry::comesBackFromUnitsToX()
{
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(double, width);
    const UnitSpan span{ from, to };
    QCOMPARE(xAt(from, span, width), 0.0);
    QCOMPARE(xAt(to, span, width), width);
    for (double x = 0; x <= width; x += width / 7)
        QVERIFY(std::abs(xAt(unitsAtX(x, span, width), span, width) - x) < 1e-6);
}

void TestTimelineGeometry::keepsTheAnchorInPlaceWhenZooming_data()
{
    QTest::addColumn<double>("anchor");
    QTest::addColumn<double>("factor");
    for (const double anchor : { 20.0, 33.3, 50.0, 79.9 }) {
        for (const double factor : { 1.2, 2.0, 1 / 1.2 })
            QTest::addRow("%.1f times %.2f", anchor, factor) << anchor << factor;
    }
}

void TestTimelineGeometry::keepsTheAnchorInPlaceWhenZooming()
{
    QFETCH(double, anchor);
    QFETCH(double, factor);
    const UnitSpan before{ 20, 80 };
    const UnitSpan after = zoomed(before, anchor, factor, 1000, 0.01);
    // At the very edge zooming out would leave the plan; that is another test.
    if (after.from <= 0)
        QSKIP("reached the beginning");
    QVERIFY(std::abs(xAt(anchor, before, 600) - xAt(anchor, after, 600)) < 1e-6);
    QVERIFY(std::abs(after.length() - before.length() / factor) < 1e-9);
}

void TestTimelineGeometry::staysInsideWhenZoomingAndMoving()
{
    QCOMPARE(zoomed({ 0, 100 }, 50, 0.1, 100, 1), (UnitSpan{ 0, 100 }));
    QCOMPARE(zoomed({ 0, 100 }, 50, 1e9, 100, 1).length(), 1.0);
    QCOMPARE(moved({ 10, 30 }, -500, 100), (UnitSpan{ 0, 20 }));
    QCOMPARE(moved({ 10, 30 }, 500, 100), (UnitSpan{ 80, 100 }));
    QCOMPARE(zoomed({ 10, 30 }, 20, 0, 100, 1), (UnitSpan{ 10, 30 }));
}

void TestTimelineGeometry::roundsDurationsUp_data()
{
    QTest::addColumn<double>("ms");
    QTest::addColumn<double>("rounded");
    const QVector<QPair<double, double>> cases = { { 0.3, 0.5 },      { 1, 1 },          { 3, 5 },
                                                   { 7, 10 },         { 1200, 2000 },    { 2500, 5000 },
                                                   { 12000, 15000 },  { 31000, 60000 },  { 1e6, 1800000 },
                                                   { 9e6, 10800000 }, { 9e7, 172800000 } };
    for (const auto &[ms, rounded] : cases)
        QTest::addRow("%.1f", ms) << ms << rounded;
}

void TestTimelineGeometry::roundsDurationsUp()
{
    QFETCH(double, ms);
    QFETCH(double, rounded);
    QVERIFY2(std::abs(roundDuration(ms) - rounded) < 1e-9, qPrintable(QString::number(roundDuration(ms))));
}

void TestTimelineGeometry::keepsTicksApart_data()
{
    addScales();
}

void TestTimelineGeometry::keepsTicksApart()
{
    QFETCH(TimeScale, scale);
    const TimelineAxis axis = makeAxis(sketchSteps(), scale);
    const QVector<UnitSpan> spans = { { 0, axis.units() }, { axis.units() * 0.4, axis.units() * 0.41 } };
    for (const UnitSpan &span : spans) {
        const QVector<TimelineTick> found = ticks(axis, span, 620, 84);
        QVERIFY(found.size() >= 2);
        for (int i = 0; i < found.size(); ++i) {
            QVERIFY(found.at(i).x >= -0.5 && found.at(i).x <= 620.5);
            QVERIFY(i == 0 || found.at(i).x - found.at(i - 1).x >= 84 - 1e-6);
            QVERIFY(i == 0 || found.at(i).label != found.at(i - 1).label);
        }
    }
}

void TestTimelineGeometry::putsTicksAtEndsOfLongSteps()
{
    const TimelineAxis axis = makeAxis(sketchSteps(), TimeScale::Compressed);
    QStringList labels;
    for (const TimelineTick &tick : ticks(axis, { 0, axis.units() }, 620, 84))
        labels.append(tick.label);
    QVERIFY(labels.contains(QStringLiteral("0")));
    QVERIFY2(labels.contains(QStringLiteral("4 min 12 s")), qPrintable(labels.join(QLatin1Char('|'))));
    QVERIFY(labels.contains(QStringLiteral("5 min 48 s")));
}

void TestTimelineGeometry::findsRows_data()
{
    QTest::addColumn<int>("y");
    QTest::addColumn<int>("scroll");
    QTest::addColumn<int>("row");
    QTest::newRow("first pixel") << 0 << 0 << 0;
    QTest::newRow("last pixel of the first row") << 29 << 0 << 0;
    QTest::newRow("second row") << 30 << 0 << 1;
    QTest::newRow("scrolled") << 0 << 45 << 1;
    QTest::newRow("below the rows") << 300 << 0 << -1;
    QTest::newRow("above") << -1 << 0 << -1;
}

void TestTimelineGeometry::findsRows()
{
    QFETCH(int, y);
    QFETCH(int, scroll);
    QTEST(rowAt(y, scroll, 30, 10), "row");
    QCOMPARE(visibleRows(45, 60, 30, 10), qMakePair(1, 3));
    QCOMPARE(visibleRows(0, 60, 30, 0).second, -1);
}

void TestTimelineGeometry::leavesOutDependenciesThatFollow()
{
    // 2 needs 0 and 1, 1 needs 0: the arrow from 0 to 2 says nothing new.
    const QVector<QPair<int, int>> expected{ { 0, 1 }, { 1, 2 } };
    QCOMPARE(arrows({ {}, { 0 }, { 0, 1 } }), expected);
    QCOMPARE(arrows({ { 1 }, { -1, 7 } }), (QVector<QPair<int, int>>()));
}

void TestTimelineGeometry::copesWithAnEmptyPlan()
{
    const TimelineAxis axis = makeAxis({}, TimeScale::Compressed);
    QCOMPARE(axis.units(), 0.0);
    QCOMPARE(unitsAt(axis, 5), 0.0);
    QCOMPARE(msAt(axis, 5), 0.0);
    QVERIFY(ticks(axis, { 0, 1 }, 600, 84).isEmpty());
}

void TestTimelineGeometry::makesRoomForTheLastWhisker()
{
    const TimelineAxis axis = makeAxis({ { 1, 10, 12, false } }, TimeScale::Linear);
    QCOMPARE(axis.units(), 10.0);
    QCOMPARE(axis.extent(), 11.2);
    QCOMPARE(makeAxis({ { 1, 10, 11, false } }, TimeScale::Linear).extent(), 11.0);
}

QTEST_GUILESS_MAIN(TestTimelineGeometry)
#include "tst_timelinegeometry.moc"
