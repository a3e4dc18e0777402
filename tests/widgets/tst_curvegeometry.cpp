#include <widgets/run/curvegeometry.h>

#include <QTest>

#include <algorithm>

using namespace lockstep::widgets;

namespace {

const QRectF area(8, 30, 100, 50);

std::deque<QPointF> points(int count, double everySeconds)
{
    std::deque<QPointF> result;
    for (int i = 0; i < count; ++i)
        result.emplace_back(i * everySeconds, i % 7);
    return result;
}

} // namespace

/// Where a curve's points lie, without a pixel being painted.
class TestCurveGeometry final : public QObject
{
    Q_OBJECT
private slots:
    void roundsTheTopOfTheScale_data();
    void roundsTheTopOfTheScale();
    void endsAtTheRightEdge();
    void staysInsideItsArea();
    void drawsNoMoreThanTheColumnsHold();
    void keepsThePeakOfAColumn();
    void drawsNothingOfNothing();
};

void TestCurveGeometry::roundsTheTopOfTheScale_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("top");
    QTest::newRow("nothing") << 0.0 << 1.0;
    QTest::newRow("one") << 1.0 << 1.0;
    QTest::newRow("a bit more") << 1.1 << 2.0;
    QTest::newRow("three") << 3.0 << 5.0;
    QTest::newRow("six") << 6.0 << 10.0;
    QTest::newRow("thousands") << 9387.0 << 10000.0;
    QTest::newRow("just above") << 10001.0 << 20000.0;
}

void TestCurveGeometry::roundsTheTopOfTheScale()
{
    QFETCH(double, value);
    QFETCH(double, top);
    QCOMPARE(roundedTop(value), top);
}

void TestCurveGeometry::endsAtTheRightEdge()
{
    const QPolygonF few = lineOf(points(3, 1), 10, area);
    QCOMPARE(few.size(), 3);
    QCOMPARE(few.last().x(), area.right());
    // Two seconds of the ten that are the least.
    QCOMPARE(few.first().x(), area.right() - area.width() * 0.2);
    const QPolygonF many = lineOf(points(500, 1), 10, area);
    QCOMPARE(many.first().x(), area.left());
    QCOMPARE(many.last().x(), area.right());
}

void TestCurveGeometry::staysInsideItsArea()
{
    std::deque<QPointF> wild{ { 0, -5 }, { 3, 1e9 }, { 6, 0 }, { 12, 10 } };
    for (const QPointF &point : lineOf(wild, 10, area))
        QVERIFY(area.contains(point) || point.x() == area.right() || point.y() == area.bottom());
    QCOMPARE(yOf(0, 10, area), area.bottom());
    QCOMPARE(yOf(10, 10, area), area.top());
}

void TestCurveGeometry::drawsNoMoreThanTheColumnsHold()
{
    QVERIFY(lineOf(points(100000, 0.1), 10, area).size() <= 3 * (area.width() + 2));
}

void TestCurveGeometry::keepsThePeakOfAColumn()
{
    std::deque<QPointF> line = points(10000, 0.1);
    for (QPointF &point : line)
        point.setY(1);
    line[5003].setY(9);
    const QPolygonF drawn = lineOf(line, 10, area);
    const auto peak = std::min_element(drawn.begin(), drawn.end(),
                                       [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); });
    QCOMPARE(peak->y(), yOf(9, 10, area));
}

void TestCurveGeometry::drawsNothingOfNothing()
{
    QVERIFY(lineOf({}, 10, area).isEmpty());
    QCOMPARE(spanOf({}), 10.0);
}

QTEST_GUILESS_MAIN(TestCurveGeometry)
#include "tst_curvegeometry.moc"
