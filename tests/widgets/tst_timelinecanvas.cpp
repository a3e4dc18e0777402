#include <tests/items/sampleplan.h>
#include <widgets/timeline/timelinecanvas.h>

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace lockstep;
using namespace lockstep::widgets;

/// The bars under a real mouse and real keys.
class TestTimelineCanvas final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void hitsTheBarThatIsDrawn();
    void drawsAtLeastTwoPixels();
    void selectsTheRowThatIsClicked();
    void movesTheSelectionByKeys_data();
    void movesTheSelectionByKeys();
    void clearsTheSelectionWithEscape();
    void keepsTheTimeUnderTheMouseWhenZooming();
    void zoomsByKeysAndFits();
    void dragsTheTimeAlong();
    void scrollsToTheSelectedRow();
    void leavesTheWheelToOthersWhenAllIsSeen();
    void drawsWhatWasMeasured();
    void asksToEditOnDoubleClick();
    void paintsOnlyRowsInSight();

private:
    struct Fixture
    {
        items::PlanModel model;
        TimelineRows rows{ &model };
        TimelineRange range;
        TimelineCanvas canvas{ &rows, &range };
    };
    void wheel(const QPointF &at, int delta, Qt::KeyboardModifiers modifiers);
    void key(int code) { QTest::keyClick(&m_f->canvas, Qt::Key(code)); }

    std::unique_ptr<Fixture> m_f;
};

void TestTimelineCanvas::init()
{
    m_f = std::make_unique<Fixture>();
    m_f->model.setPlan(testing::samplePlan());
    m_f->canvas.resize(700, 460);
    m_f->canvas.show();
    QVERIFY(QTest::qWaitForWindowExposed(&m_f->canvas));
    m_f->canvas.setFocus();
}

void TestTimelineCanvas::cleanup()
{
    m_f.reset();
}

void TestTimelineCanvas::wheel(const QPointF &at, int delta, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(at, m_f->canvas.mapToGlobal(at), {}, QPoint(0, delta), Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&m_f->canvas, &event);
}

void TestTimelineCanvas::hitsTheBarThatIsDrawn()
{
    for (int row = 0; row < m_f->rows.count(); ++row)
        QCOMPARE(m_f->canvas.barAt(m_f->canvas.barRect(row).center()), row);
    const QRectF bar = m_f->canvas.barRect(4);
    QCOMPARE(m_f->canvas.barAt(bar.center() + QPointF(bar.width(), 0)), -1);
    QCOMPARE(m_f->canvas.barAt(bar.topLeft() - QPointF(0, 3)), -1);
    QCOMPARE(m_f->canvas.barAt(QPointF(10, 5000)), -1);
}

void TestTimelineCanvas::drawsAtLeastTwoPixels()
{
    m_f->canvas.setScale(TimeScale::Linear);
    QVERIFY(m_f->canvas.barRect(0).width() >= 2);
    QCOMPARE(m_f->canvas.barAt(m_f->canvas.barRect(0).center()), 0);
    QVERIFY(m_f->canvas.barRect(4).width() > 300);
}

void TestTimelineCanvas::selectsTheRowThatIsClicked()
{
    QTest::mouseClick(&m_f->canvas, Qt::LeftButton, {}, m_f->canvas.barRect(6).center().toPoint());
    QCOMPARE(m_f->rows.selected(), 6);
    // Beside the bar, in its row.
    QTest::mouseClick(&m_f->canvas, Qt::LeftButton, {}, QPoint(5, int(m_f->canvas.barRect(2).center().y())));
    QCOMPARE(m_f->rows.selected(), 2);
}

void TestTimelineCanvas::movesTheSelectionByKeys_data()
{
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("expected");
    QTest::newRow("down") << 3 << int(Qt::Key_Down) << 4;
    QTest::newRow("up") << 3 << int(Qt::Key_Up) << 2;
    QTest::newRow("down from nothing") << -1 << int(Qt::Key_Down) << 0;
    QTest::newRow("up at the top") << 0 << int(Qt::Key_Up) << 0;
    QTest::newRow("down at the end") << 13 << int(Qt::Key_Down) << 13;
    QTest::newRow("home") << 9 << int(Qt::Key_Home) << 0;
    QTest::newRow("end") << 9 << int(Qt::Key_End) << 13;
}

void TestTimelineCanvas::movesTheSelectionByKeys()
{
    QFETCH(int, start);
    QFETCH(int, code);
    m_f->rows.select(start);
    key(code);
    QTEST(m_f->rows.selected(), "expected");
}

void TestTimelineCanvas::clearsTheSelectionWithEscape()
{
    m_f->rows.select(5);
    key(Qt::Key_Escape);
    QCOMPARE(m_f->rows.selected(), -1);
}

void TestTimelineCanvas::keepsTheTimeUnderTheMouseWhenZooming()
{
    const QPointF at(320, 100);
    for (int i = 0; i < 6; ++i) {
        const double before = m_f->canvas.toUnits(at.x());
        wheel(at, 120, Qt::ControlModifier);
        QVERIFY(std::abs(m_f->canvas.toUnits(at.x()) - before) < 1e-6);
    }
    QVERIFY(m_f->range.visible().length() < m_f->range.total() / 2);
    for (int i = 0; i < 20; ++i)
        wheel(at, -120, Qt::ControlModifier);
    QVERIFY(m_f->range.isFitted());
}

void TestTimelineCanvas::zoomsByKeysAndFits()
{
    QTest::keyClick(&m_f->canvas, '+');
    const double once = m_f->range.visible().length();
    QVERIFY(once < m_f->range.total());
    QTest::keyClick(&m_f->canvas, '+');
    QVERIFY(m_f->range.visible().length() < once);
    QTest::keyClick(&m_f->canvas, '-');
    QVERIFY(std::abs(m_f->range.visible().length() - once) < 1e-9);
    const double from = m_f->range.visible().from;
    key(Qt::Key_Right);
    QVERIFY(m_f->range.visible().from > from);
    key(Qt::Key_F);
    QVERIFY(m_f->range.isFitted());
}

void TestTimelineCanvas::dragsTheTimeAlong()
{
    m_f->range.zoomAt(m_f->range.total() / 2, 4);
    const UnitSpan before = m_f->range.visible();
    QTest::mousePress(&m_f->canvas, Qt::LeftButton, {}, QPoint(300, 40));
    QTest::mouseMove(&m_f->canvas, QPoint(340, 40));
    QTest::mouseMove(&m_f->canvas, QPoint(400, 40));
    QTest::mouseRelease(&m_f->canvas, Qt::LeftButton, {}, QPoint(400, 40));
    QVERIFY(m_f->range.visible().from < before.from);
    QVERIFY(std::abs(m_f->range.visible().length() - before.length()) < 1e-9);
}

void TestTimelineCanvas::scrollsToTheSelectedRow()
{
    m_f->canvas.resize(700, 120);
    QCOMPARE(m_f->rows.scroll(), 0);
    key(Qt::Key_End);
    QCOMPARE(m_f->rows.scroll(), m_f->rows.maximumScroll());
    QVERIFY(m_f->canvas.rect().contains(m_f->canvas.barRect(13).center().toPoint()));
    wheel({ 50, 50 }, 12000, Qt::NoModifier);
    QCOMPARE(m_f->rows.scroll(), 0);
}

void TestTimelineCanvas::leavesTheWheelToOthersWhenAllIsSeen()
{
    const QPointF at(50, 50);
    QWheelEvent event(at, m_f->canvas.mapToGlobal(at), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    m_f->canvas.resize(700, 2000);
    QCoreApplication::sendEvent(&m_f->canvas, &event);
    QVERIFY(!event.isAccepted());
}

void TestTimelineCanvas::drawsWhatWasMeasured()
{
    QCOMPARE(m_f->canvas.nowUnits(), -1.0);
    m_f->canvas.setMeasured(QStringLiteral("s05"), 252000, true);
    QCOMPARE(m_f->canvas.nowUnits(), m_f->canvas.axis().places.at(4).to);
    m_f->canvas.setMeasured(QStringLiteral("s05"), 300000, false);
    QCOMPARE(m_f->canvas.nowUnits(), -1.0);
    m_f->canvas.setMeasured(QStringLiteral("not there"), 10, true);
    QCOMPARE(m_f->canvas.nowUnits(), -1.0);
}

void TestTimelineCanvas::asksToEditOnDoubleClick()
{
    QSignalSpy activated(&m_f->canvas, &TimelineCanvas::stepActivated);
    QTest::mouseDClick(&m_f->canvas, Qt::LeftButton, {}, m_f->canvas.barRect(3).center().toPoint());
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().toString(), QStringLiteral("s04"));
}

void TestTimelineCanvas::paintsOnlyRowsInSight()
{
    // 5 000 steps: not timed, but it would not end in time if all were painted on every step.
    auto plan = std::make_shared<plan::Plan>();
    const auto samples = testing::sampleSteps();
    for (int i = 0; i < 5000; ++i)
        plan->steps.append(testing::toStep(samples.at(i % 12), i + 1));
    m_f->model.setPlan(plan);
    QCOMPARE(m_f->rows.count(), 5000);
    for (int i = 0; i < 200; ++i) {
        m_f->rows.setScroll(i * 500);
        m_f->canvas.repaint();
    }
    QCOMPARE(m_f->canvas.barAt(m_f->canvas.barRect(m_f->rows.at(60)).center()), m_f->rows.at(60));
}

QTEST_MAIN(TestTimelineCanvas)
#include "tst_timelinecanvas.moc"
