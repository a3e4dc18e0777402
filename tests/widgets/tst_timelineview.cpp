#include <tests/items/sampleplan.h>
#include <tests/support/patience.h>
#include <widgets/timeline/timelineaccessible.h>
#include <widgets/timeline/timelinecanvas.h>
#include <widgets/timeline/timelineview.h>

#include <QAccessible>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace lockstep;
using namespace lockstep::widgets;

/// The assembled timeline: one selection with a table, scroll bars, and what a screen reader gets.
class TestTimelineView final : public QObject
{
    Q_OBJECT
private slots:
    void sharesItsSelectionWithATable();
    void selectsByTheNamesToo();
    void showsScrollBarsOnlyWhenNeeded();
    void followsItsHorizontalBar();
    void tellsAScreenReaderEveryRow();
    void selectsForAScreenReader();
    void survivesAnotherPlanBehindAScreenReader();
};

void TestTimelineView::sharesItsSelectionWithATable()
{
    items::PlanModel model;
    model.setPlan(testing::samplePlan());
    TimelineView view(&model);
    QTableView table;
    table.setModel(&model);
    view.setSelectionModel(table.selectionModel());
    view.resize(1200, 500);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    table.selectRow(7);
    QTest::keyClick(view.canvas(), Qt::Key_Down);
    QCOMPARE(table.currentIndex().row(), 8);
    QVERIFY(table.selectionModel()->isRowSelected(8));
    QTest::keyClick(view.canvas(), Qt::Key_Escape);
    QVERIFY(!table.selectionModel()->hasSelection());
}

void TestTimelineView::selectsByTheNamesToo()
{
    items::PlanModel model;
    model.setPlan(testing::samplePlan());
    TimelineView view(&model);
    view.resize(1200, 500);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    auto *names = view.findChild<QWidget *>(QStringLiteral("timelineLeft"));
    const int y = int(view.canvas()->barRect(3).center().y()) + (names->height() - view.canvas()->height());
    QTest::mouseClick(names, Qt::LeftButton, {}, QPoint(80, y));
    QCOMPARE(view.selectionModel()->currentIndex().row(), 3);
    QCOMPARE(view.focusWidget(), view.canvas());
}

void TestTimelineView::showsScrollBarsOnlyWhenNeeded()
{
    items::PlanModel model;
    model.setPlan(testing::samplePlan());
    TimelineView view(&model);
    view.resize(1200, 700);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const auto *vertical = view.findChild<QScrollBar *>(QStringLiteral("timelineVertical"));
    const auto *horizontal = view.findChild<QScrollBar *>(QStringLiteral("timelineHorizontal"));
    QVERIFY(!vertical->isVisible());
    QVERIFY(!horizontal->isVisible());
    view.zoomIn();
    QVERIFY(horizontal->isVisible());
    view.fit();
    QVERIFY(!horizontal->isVisible());
    view.resize(1200, 200);
    QTRY_VERIFY_WITH_TIMEOUT(vertical->isVisible(), testing::longEnoughMs);
}

void TestTimelineView::followsItsHorizontalBar()
{
    items::PlanModel model;
    model.setPlan(testing::samplePlan());
    TimelineView view(&model);
    view.resize(1200, 500);
    view.zoomIn();
    view.zoomIn();
    auto *horizontal = view.findChild<QScrollBar *>(QStringLiteral("timelineHorizontal"));
    horizontal->setValue(horizontal->maximum());
    QVERIFY(view.range()->visible().to > view.range()->total() * 0.999);
    horizontal->setValue(0);
    QCOMPARE(view.range()->visible().from, 0.0);
}

void TestTimelineView::tellsAScreenReaderEveryRow()
{
    items::PlanModel model;
    model.setPlan(testing::samplePlan());
    TimelineView view(&model);
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view.canvas());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), 14);
    QCOMPARE(list->child(4)->text(QAccessible::Name),
             QStringLiteral("Step 5, Fill users.subscription_tier, blocks nothing, about 4 min 12 s"));
    QCOMPARE(list->child(12)->text(QAccessible::Name),
             QStringLiteral("Step 13, gate: the release that uses account_id is live, a person confirms"));
    QCOMPARE(list->indexOfChild(list->child(4)), 4);
    QCOMPARE(list->child(4), list->child(4));
    QVERIFY(!list->child(14));
    QCOMPARE(list->child(4)->parent(), list);
}

void TestTimelineView::selectsForAScreenReader()
{
    items::PlanModel model;
    model.setPlan(testing::samplePlan());
    TimelineView view(&model);
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view.canvas());
    list->child(2)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(view.selectionModel()->currentIndex().row(), 2);
    QVERIFY(list->child(2)->state().selected);
    QCOMPARE(list->focusChild(), list->child(2));
}

void TestTimelineView::survivesAnotherPlanBehindAScreenReader()
{
    items::PlanModel model;
    model.setPlan(testing::samplePlan());
    TimelineView view(&model);
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view.canvas());
    QAccessibleInterface *last = list->child(13);
    auto shorter = testing::samplePlan();
    shorter->steps.resize(3);
    model.setPlan(shorter);
    QCOMPARE(list->childCount(), 3);
    QVERIFY(!last->isValid());
    QCOMPARE(last->text(QAccessible::Name), QString());
}

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"
