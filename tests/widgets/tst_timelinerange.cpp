#include <widgets/timeline/timelinerange.h>

#include <QSignalSpy>
#include <QTest>

using namespace lockstep::widgets;

class TestTimelineRange final : public QObject
{
    Q_OBJECT
private slots:
    void emitsOnlyChanges();
    void keepsShowingAllOfALongerPlan();
    void keepsItsShareWhenZoomedIn();
    void fitsAgain();
};

void TestTimelineRange::emitsOnlyChanges()
{
    TimelineRange range;
    range.setTotal(100);
    QSignalSpy changed(&range, &TimelineRange::changed);
    range.setTotal(100);
    range.fit();
    range.moveBy(10);
    range.zoomAt(50, 0.5);
    QCOMPARE(changed.count(), 0);
    range.zoomAt(50, 2);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(range.visible(), (UnitSpan{ 25, 75 }));
    range.setVisible({ 25, 75 });
    QCOMPARE(changed.count(), 1);
}

void TestTimelineRange::keepsShowingAllOfALongerPlan()
{
    TimelineRange range;
    range.setTotal(10);
    QVERIFY(range.isFitted());
    range.setTotal(400);
    QVERIFY(range.isFitted());
    QCOMPARE(range.visible(), (UnitSpan{ 0, 400 }));
}

void TestTimelineRange::keepsItsShareWhenZoomedIn()
{
    TimelineRange range;
    range.setTotal(100);
    range.setVisible({ 20, 40 });
    range.setTotal(200);
    QCOMPARE(range.visible(), (UnitSpan{ 40, 80 }));
    QVERIFY(!range.isFitted());
}

void TestTimelineRange::fitsAgain()
{
    TimelineRange range;
    range.setTotal(100);
    range.zoomAt(10, 30);
    range.fit();
    QCOMPARE(range.visible(), (UnitSpan{ 0, 100 }));
}

QTEST_GUILESS_MAIN(TestTimelineRange)
#include "tst_timelinerange.moc"
