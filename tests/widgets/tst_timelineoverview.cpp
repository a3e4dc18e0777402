#include <tests/items/sampleplan.h>
#include <tests/support/patience.h>
#include <widgets/common/theme.h>
#include <widgets/timeline/timelinecanvas.h>
#include <widgets/timeline/timelineminimap.h>
#include <widgets/timeline/timelinepicture.h>
#include <widgets/timeline/timelineview.h>

#include <QImage>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QXmlStreamReader>

using namespace lockstep;
using namespace lockstep::widgets;

/// What stands under the bars: the whole plan with its window, the way back, rows by table; and the picture.
class TestTimelineOverview final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void dragsTheWindow();
    void dragsASideOfTheWindow();
    void bringsIntoSightWhatIsClicked();
    void goesBackToWhatWasInSight();
    void putsTheStepsOfATableTogether();
    void standsUnderTheBars();
    void drawsAllOfThePlanAsSvg();
    void drawsOnLightPaperInADarkWindowToo();
    void drawsAllOfThePlanAsPng();
    void refusesAPngThatNoPainterHolds();

private:
    TimelineCanvas *canvas() { return m_view->canvas(); }
    TimelineMinimap *minimap() { return m_view->findChild<TimelineMinimap *>(); }
    QToolButton *tool(const char *name)
    {
        return m_view->findChild<QToolButton *>(QString::fromLatin1(name));
    }
    void zoomIn();

    std::unique_ptr<items::PlanModel> m_model;
    std::unique_ptr<TimelineView> m_view;
};

void TestTimelineOverview::init()
{
    m_model = std::make_unique<items::PlanModel>();
    m_model->setPlan(testing::samplePlan());
    m_view = std::make_unique<TimelineView>(m_model.get());
    m_view->resize(1300, 560);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestTimelineOverview::cleanup()
{
    m_view.reset();
    m_model.reset();
}

void TestTimelineOverview::zoomIn()
{
    m_view->range()->setVisible({ 0, m_view->range()->total() / 4 });
}

void TestTimelineOverview::dragsTheWindow()
{
    zoomIn();
    const QPoint from = minimap()->windowRect().center().toPoint();
    QTest::mousePress(minimap(), Qt::LeftButton, {}, from);
    QTest::mouseMove(minimap(), from + QPoint(100, 0));
    QTest::mouseRelease(minimap(), Qt::LeftButton, {}, from + QPoint(100, 0));
    const double perPixel = m_view->range()->total() / minimap()->width();
    QVERIFY(std::abs(m_view->range()->visible().from - 100 * perPixel) < 2 * perPixel);
    QVERIFY(qFuzzyCompare(m_view->range()->visible().length(), m_view->range()->total() / 4));
}

void TestTimelineOverview::dragsASideOfTheWindow()
{
    zoomIn();
    const QRectF window = minimap()->windowRect();
    const QPoint side(int(window.right()), int(window.center().y()));
    QTest::mousePress(minimap(), Qt::LeftButton, {}, side);
    QTest::mouseMove(minimap(), side + QPoint(60, 0));
    QTest::mouseRelease(minimap(), Qt::LeftButton, {}, side + QPoint(60, 0));
    QCOMPARE(m_view->range()->visible().from, 0.0);
    QVERIFY(std::abs(minimap()->windowRect().right() - side.x() - 60) < 2);
}

void TestTimelineOverview::bringsIntoSightWhatIsClicked()
{
    zoomIn();
    const QPoint at(minimap()->width() * 3 / 4, minimap()->height() / 2);
    QTest::mouseClick(minimap(), Qt::LeftButton, {}, at);
    QVERIFY(std::abs(minimap()->windowRect().center().x() - at.x()) < 2);
}

void TestTimelineOverview::goesBackToWhatWasInSight()
{
    QVERIFY(!tool("timelineBack")->isEnabled());
    const UnitSpan all = m_view->range()->visible();
    zoomIn();
    QTest::qWait(450); // Another movement.
    const UnitSpan zoomed = m_view->range()->visible();
    m_view->zoomIn();
    QTest::keyClick(canvas(), Qt::Key_Backspace);
    QVERIFY(m_view->range()->visible() == zoomed);
    QTest::keyClick(canvas(), Qt::Key_Left, Qt::AltModifier);
    QVERIFY(m_view->range()->visible() == all);
    QVERIFY(!tool("timelineBack")->isEnabled());
    QVERIFY(!tool("timelineFit")->isEnabled());
}

void TestTimelineOverview::putsTheStepsOfATableTogether()
{
    tool("timelineByTable")->click();
    TimelineRows *rows = canvas()->rows();
    QString last;
    QStringList seen;
    for (int place = 0; place < rows->count(); ++place) {
        const QString table = m_model->stepAt(rows->rowAtPlace(place))->relations.value(0);
        if (table != last)
            QVERIFY2(!seen.contains(table), qPrintable(table));
        seen += table;
        last = table;
    }
    // The fifth step fills users, whose steps come first.
    QCOMPARE(rows->placeOf(4), 2);
    QCOMPARE(canvas()->barAt(canvas()->barRect(4).center()), 4);
    QCOMPARE(rows->at(int(canvas()->barRect(4).center().y())), 4);
    rows->select(1);
    canvas()->setFocus();
    QTest::keyClick(canvas(), Qt::Key_Down);
    QCOMPARE(rows->selected(), 4);
    tool("timelineByTable")->click();
    QCOMPARE(rows->placeOf(4), 4);
}

void TestTimelineOverview::standsUnderTheBars()
{
    const int bars = canvas()->mapTo(m_view.get(), QPoint(0, 0)).x();
    QTRY_VERIFY_WITH_TIMEOUT(std::abs(minimap()->mapTo(m_view.get(), QPoint(0, 0)).x() - bars) <= 2,
                             testing::longEnoughMs);
    QVERIFY(std::abs(minimap()->width() - canvas()->width()) <= 4);
}

void TestTimelineOverview::drawsAllOfThePlanAsSvg()
{
    const plan::PlanPtr plan = testing::samplePlan();
    const auto svg = timelinePicture(plan, TimeScale::Compressed, PictureFormat::Svg);
    QVERIFY(svg.has_value());
    QXmlStreamReader xml(*svg);
    QString text;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::Characters)
            text += xml.text();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    for (const plan::Step &step : plan->steps)
        QVERIFY2(text.contains(step.title), qPrintable(step.title));
    QVERIFY(!text.contains(QStringLiteral("wheel"))); // Nobody scrolls on paper.
}

void TestTimelineOverview::drawsOnLightPaperInADarkWindowToo()
{
    Theme theme;
    theme.setMode(ThemeMode::Dark);
    const auto png = timelinePicture(testing::samplePlan(), TimeScale::Compressed, PictureFormat::Png);
    theme.setMode(ThemeMode::Light);
    QVERIFY(png.has_value());
    const QImage image = QImage::fromData(*png, "PNG");
    const int right = image.width() - 3;
    const int bottom = image.height() - 3;
    for (const QPoint &point :
         { QPoint(20, 3), QPoint(20, bottom / 2), QPoint(image.width() / 2, bottom - 90),
           QPoint(right, bottom / 2), QPoint(3, bottom) })
        QVERIFY2(image.pixelColor(point).lightness() > 180,
                 qPrintable(QStringLiteral("%1, %2").arg(point.x()).arg(point.y())));
}

void TestTimelineOverview::drawsAllOfThePlanAsPng()
{
    const auto png = timelinePicture(testing::samplePlan(), TimeScale::Linear, PictureFormat::Png);
    QVERIFY(png.has_value());
    const QImage image = QImage::fromData(*png, "PNG");
    QVERIFY(image.width() >= 3200);
    QVERIFY(image.height() > 14 * 40);
}

void TestTimelineOverview::refusesAPngThatNoPainterHolds()
{
    auto plan = testing::samplePlan();
    while (plan->steps.size() < 2000)
        plan->steps += plan->steps.mid(0, 14);
    const auto png = timelinePicture(plan, TimeScale::Linear, PictureFormat::Png);
    QVERIFY(!png.has_value());
    QVERIFY(png.error().hint.contains(QStringLiteral("SVG")));
}

QTEST_MAIN(TestTimelineOverview)
#include "tst_timelineoverview.moc"
