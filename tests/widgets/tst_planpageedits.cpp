#include <tests/items/sampleplan.h>
#include <widgets/common/banner.h>
#include <widgets/editor/sqleditor.h>
#include <widgets/plan/conflictbar.h>
#include <widgets/plan/planfindings.h>
#include <widgets/plan/planpage.h>
#include <widgets/plan/stepactions.h>
#include <widgets/plan/stepeditor.h>
#include <widgets/plan/stepintents.h>
#include <widgets/timeline/timelinecanvas.h>
#include <widgets/timeline/timelineview.h>

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace lockstep;
using namespace lockstep::widgets;

/// Changing the plan with mouse and keys: what is asked for, and what is said where it cannot be.
class TestPlanPageEdits final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void asksToMoveByKey();
    void saysWhyAStepCannotBeMoved();
    void movesByDragging();
    void refusesADragWhereTheGraphDoes();
    void asksForStructureByMenu_data();
    void asksForStructureByMenu();
    void splitsBeforeAStatement();
    void switchesOffWithEverythingThatNeedsIt();
    void showsWhatIsSwitchedOff();
    void selectsANewStepToBeWritten();
    void takesACommentIntoTheStep();
    void letsAGateOfOnesOwnBeWorded();
    void showsConflictsUntilTheyAreDecided();
    void listsFindingsAndGoesThere();
    void offersDecisionsAndTakesThemBack();
    void takesNothingBackThatIsNotTheLast();
    void offersNoDecisionsAboutAPlanFromAFile();
    void asksForAnExpressionInTheWindow();
    void drawsARunOverTheEstimates();

private:
    QString id(const char *text) { return QString::fromLatin1(text); }
    QWidget *canvas() { return m_page->timeline()->canvas(); }
    Banner *notice() { return m_page->findChild<Banner *>(QStringLiteral("planNotice")); }
    void trigger(const char *action);
    /// Of the step's menu; null: it is not offered.
    QAction *command(const QString &text);
    void drag(int fromRow, int beforeRow);
    plan::PlanPtr planWith(const plan::PlanEdit &edit);

    std::unique_ptr<PlanPage> m_page;
    std::unique_ptr<QSignalSpy> m_edits;
};

void TestPlanPageEdits::init()
{
    m_page = std::make_unique<PlanPage>();
    m_page->resize(1400, 900);
    m_page->setPlan(testing::samplePlan());
    m_page->setDecisions(plan::Intents());
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_edits = std::make_unique<QSignalSpy>(m_page.get(), &PlanPage::planEditRequested);
    canvas()->setFocus();
}

void TestPlanPageEdits::cleanup()
{
    m_edits.reset();
    m_page.reset();
}

void TestPlanPageEdits::trigger(const char *action)
{
    auto *found = m_page->stepActions()->findChild<QAction *>(QString::fromLatin1(action));
    QVERIFY(found && found->isEnabled());
    found->trigger();
}

QAction *TestPlanPageEdits::command(const QString &text)
{
    for (QAction *action : m_page->stepMenu()->actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

void TestPlanPageEdits::drag(int fromRow, int beforeRow)
{
    auto *names = m_page->findChild<QWidget *>(QStringLiteral("timelineLeft"));
    auto *bars = m_page->timeline()->canvas();
    const int header = names->height() - bars->height();
    const int half = bars->rows()->rowHeight() / 2;
    const QPoint from(80, header + bars->rows()->top(fromRow) + half);
    const QPoint to(80, header + bars->rows()->top(beforeRow) + 2);
    QTest::mousePress(names, Qt::LeftButton, {}, from);
    for (const QPoint &point : { (from + to) / 2, to }) {
        QMouseEvent move(QEvent::MouseMove, point, names->mapToGlobal(point), Qt::NoButton, Qt::LeftButton,
                         {});
        QCoreApplication::sendEvent(names, &move);
    }
    QTest::mouseRelease(names, Qt::LeftButton, {}, to);
}

plan::PlanPtr TestPlanPageEdits::planWith(const plan::PlanEdit &edit)
{
    const auto edited = plan::withEdit(m_page->plan(), edit);
    return edited.has_value() ? *edited : nullptr;
}

void TestPlanPageEdits::asksToMoveByKey()
{
    m_page->selectStep(id("s06"));
    QTest::keyClick(canvas(), Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(m_edits->count(), 1);
    QVERIFY(m_edits->first().first().value<plan::PlanEdit>()
            == plan::PlanEdit(plan::MoveStep{ id("s06"), id("s05") }));
    m_page->selectStep(id("s03"));
    QTest::keyClick(canvas(), Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
    QTest::keyClick(canvas(), Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(m_edits->count(), 2);
    QVERIFY(!notice()->isHidden());
}

void TestPlanPageEdits::saysWhyAStepCannotBeMoved()
{
    m_page->selectStep(id("s02"));
    QTest::keyClick(canvas(), Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(m_edits->count(), 0);
    QVERIFY2(notice()->plainText().contains(id("after step 1, which needs it"))
                 || notice()->plainText().contains(id("must come after step 1, which it needs")),
             qPrintable(notice()->plainText()));
}

void TestPlanPageEdits::movesByDragging()
{
    drag(5, 4);
    QCOMPARE(m_edits->count(), 1);
    QVERIFY(m_edits->first().first().value<plan::PlanEdit>()
            == plan::PlanEdit(plan::MoveStep{ id("s06"), id("s05") }));
    drag(5, 5); // A click with a trembling hand.
    QCOMPARE(m_edits->count(), 1);
}

void TestPlanPageEdits::refusesADragWhereTheGraphDoes()
{
    drag(6, 2);
    QCOMPARE(m_edits->count(), 0);
    QVERIFY2(notice()->plainText().contains(id("step 6")), qPrintable(notice()->plainText()));
}

void TestPlanPageEdits::asksForStructureByMenu_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<int>("kind"); // Of the variant.
    QTest::newRow("switch off") << id("s07") << QByteArray("stepSwitch") << 2;
    QTest::newRow("join") << id("s08") << QByteArray("stepJoin") << 4;
    QTest::newRow("own SQL") << id("s08") << QByteArray("stepAddSql") << 5;
    QTest::newRow("gate") << id("s08") << QByteArray("stepAddGate") << 6;
}

void TestPlanPageEdits::asksForStructureByMenu()
{
    QFETCH(QString, step);
    QFETCH(QByteArray, action);
    QFETCH(int, kind);
    m_page->selectStep(step);
    trigger(action.constData());
    QCOMPARE(m_edits->count(), 1);
    QCOMPARE(int(m_edits->first().first().value<plan::PlanEdit>().index()), kind);
}

void TestPlanPageEdits::splitsBeforeAStatement()
{
    auto plan = testing::samplePlan();
    plan->steps[7].sql = { id("A"), id("B"), id("C") };
    m_page->setPlan(plan);
    m_page->selectStep(id("s08"));
    QMenu menu;
    m_page->stepActions()->fill(&menu);
    QList<QAction *> entries;
    for (QAction *action : menu.actions()) {
        if (action->menu() && action->menu()->objectName() == id("stepSplit"))
            entries = action->menu()->actions();
    }
    QCOMPARE(entries.size(), 2);
    entries.last()->trigger();
    QVERIFY(m_edits->first().first().value<plan::PlanEdit>()
            == plan::PlanEdit(plan::SplitStep{ id("s08"), 2, {} }));
}

void TestPlanPageEdits::switchesOffWithEverythingThatNeedsIt()
{
    m_page->selectStep(id("s03"));
    trigger("stepSwitchAll");
    QCOMPARE(m_edits->count(), 2);
    QCOMPARE(plan::stepsOf(m_edits->at(0).first().value<plan::PlanEdit>()).first(), id("s04"));
    QCOMPARE(plan::stepsOf(m_edits->at(1).first().value<plan::PlanEdit>()).first(), id("s03"));
}

void TestPlanPageEdits::showsWhatIsSwitchedOff()
{
    m_page->selectStep(id("s05"));
    m_page->setPlan(planWith(plan::SwitchStep{ id("s05"), false }));
    QCOMPARE(m_page->selectedStep(), id("s05"));
    auto *warnings = m_page->findChild<Banner *>(QStringLiteral("planWarnings"));
    QVERIFY(!warnings->isHidden());
    QVERIFY2(warnings->plainText().contains(id("does not reach its target"))
                 && warnings->plainText().contains(id("9 Check tier")),
             qPrintable(warnings->plainText()));
    QVERIFY(m_page->findChild<QLabel *>(QStringLiteral("stepState"))->text().contains(id("switched off")));
    QVERIFY(m_page->stepEditor()->editor()->isReadOnly());
    trigger("stepSwitch");
    QVERIFY(m_edits->last().first().value<plan::PlanEdit>()
            == plan::PlanEdit(plan::SwitchStep{ id("s05"), true }));
}

void TestPlanPageEdits::selectsANewStepToBeWritten()
{
    m_page->setPlan(planWith(plan::AddSqlStep{ id("own1"), id("s05"), {}, {}, {} }));
    QCOMPARE(m_page->selectedStep(), id("own1"));
    QVERIFY(!m_page->stepEditor()->editor()->isReadOnly());
    QSignalSpy sql(m_page.get(), &PlanPage::editRequested);
    auto *text = m_page->findChild<QWidget *>(QStringLiteral("sqlEditorText"));
    QTest::keyClicks(text, QStringLiteral("SELECT 7;"));
    m_page->flush();
    QCOMPARE(sql.count(), 1);
    QCOMPARE(sql.first().first().toString(), id("own1"));
}

void TestPlanPageEdits::takesACommentIntoTheStep()
{
    m_page->setPlan(planWith(plan::AddSqlStep{ id("own1"), id("s05"), {}, id("SELECT 7"), {} }));
    QSignalSpy sql(m_page.get(), &PlanPage::editRequested);
    QTest::keyClicks(m_page->findChild<QWidget *>(QStringLiteral("sqlEditorText")), id("/* why */ "));
    m_page->flush();
    QCOMPARE(sql.count(), 1);
    const plan::PlanPtr noted =
        planWith(plan::EditSql{ id("own1"), plan::SqlPart::Forward, sql.first().at(2).toString() });
    QCOMPARE(noted->find(id("own1"))->sql, QStringList{ id("/* why */\nSELECT 7") });
}

void TestPlanPageEdits::letsAGateOfOnesOwnBeWorded()
{
    m_page->setPlan(planWith(plan::AddGate{ id("own1"), id("s05"), id("Look"), id("Look") }));
    QCOMPARE(m_page->stepEditor()->editor()->sqlText().trimmed(), id("Look"));
    QVERIFY(!m_page->stepEditor()->editor()->isReadOnly());
    QSignalSpy sql(m_page.get(), &PlanPage::editRequested);
    QTest::keyClicks(m_page->findChild<QWidget *>(QStringLiteral("sqlEditorText")),
                     QStringLiteral("Please "));
    m_page->flush();
    QCOMPARE(sql.count(), 1);
    const plan::PlanPtr worded =
        planWith(plan::EditSql{ id("own1"), plan::SqlPart::Forward, sql.first().at(2).toString() });
    QCOMPARE(worded->find(id("own1"))->title, id("Please Look"));
}

void TestPlanPageEdits::showsConflictsUntilTheyAreDecided()
{
    auto *bar = m_page->findChild<QWidget *>(QStringLiteral("conflictBar"));
    QVERIFY(bar->isHidden());
    project::EditConflict conflict;
    conflict.title = id("Add column tier");
    conflict.step = id("s01");
    conflict.reason = id("It has changed.");
    conflict.base = id("A");
    conflict.yours = id("B");
    conflict.now = id("C");
    conflict.mine = plan::EditSql{ id("s01"), plan::SqlPart::Forward, id("B") };
    m_page->setConflicts({ conflict, conflict });
    QVERIFY(!bar->isHidden());
    QVERIFY(m_page->findChild<QLabel *>(QStringLiteral("conflictTitle"))->text().contains(id("1 more")));
    QCOMPARE(m_page->findChild<QPlainTextEdit *>(QStringLiteral("conflictNow"))->toPlainText(), id("C"));
    QSignalSpy resolved(m_page.get(), &PlanPage::conflictResolved);
    QTest::mouseClick(m_page->findChild<QPushButton *>(QStringLiteral("conflictKeep")), Qt::LeftButton);
    QTest::mouseClick(m_page->findChild<QPushButton *>(QStringLiteral("conflictDrop")), Qt::LeftButton);
    QCOMPARE(resolved.count(), 2);
    QCOMPARE(resolved.at(0).at(1).toBool(), true);
    QCOMPARE(resolved.at(1).at(1).toBool(), false);
    m_page->setConflicts({});
    QVERIFY(bar->isHidden());
}

void TestPlanPageEdits::listsFindingsAndGoesThere()
{
    auto *tabs = m_page->findChild<QTabBar *>(QStringLiteral("aboutTabs"));
    QCOMPARE(tabs->tabText(1), id("All findings (1)"));
    tabs->setCurrentIndex(1);
    auto *list = m_page->findChild<PlanFindings *>();
    QVERIFY(list->isVisible());
    const QRect row = list->visualRect(list->model()->index(0, 2));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(m_page->selectedStep(), id("s07"));
    QVERIFY(list->isVisible());
}

void TestPlanPageEdits::offersDecisionsAndTakesThemBack()
{
    m_page->selectStep(id("s14"));
    QSignalSpy intents(m_page.get(), &PlanPage::intentsRequested);
    QSignalSpy undo(m_page.get(), &PlanPage::undoRequested);
    const QString park = id("Park public.orders.user_id instead of dropping it");
    QVERIFY(command(park));
    command(park)->trigger();
    QCOMPARE(intents.count(), 1);
    const auto decided = intents.last().first().value<plan::Intents>();
    QCOMPARE(decided.park, QStringList{ id("public.orders.user_id") });
    m_page->setDecisions(decided);
    QVERIFY(!notice()->isHidden());
    emit notice()->actionTriggered();
    QCOMPARE(undo.count(), 1);
    QCOMPARE(intents.count(), 1);
}

void TestPlanPageEdits::takesNothingBackThatIsNotTheLast()
{
    m_page->selectStep(id("s14"));
    command(id("Park public.orders.user_id instead of dropping it"))->trigger();
    QVERIFY(!notice()->isHidden());
    m_page->setDecisions(plan::Intents()); // Decided otherwise elsewhere.
    QVERIFY(notice()->isHidden());
}

void TestPlanPageEdits::offersNoDecisionsAboutAPlanFromAFile()
{
    m_page->selectStep(id("s14"));
    m_page->setDecisions(std::nullopt);
    QVERIFY(!command(id("Park public.orders.user_id instead of dropping it")));
    QVERIFY(command(id("Move &up")));
}

void TestPlanPageEdits::asksForAnExpressionInTheWindow()
{
    auto plan = testing::samplePlan();
    plan::BackfillSpec spec;
    spec.table = schema::objectId(schema::Kind::Table, id("public"), id("users"));
    spec.set = id("subscription_tier = 'free'");
    plan->steps[4].backfill = spec;
    m_page->setPlan(plan);
    m_page->selectStep(id("s05"));
    command(QStringLiteral("Fill public.users.subscription_tier with\u2026"))->trigger();
    auto *edit = m_page->findChild<QLineEdit *>(QStringLiteral("expressionEdit"));
    QVERIFY(edit->isVisible());
    QCOMPARE(edit->text(), id("'free'"));
    QSignalSpy intents(m_page.get(), &PlanPage::intentsRequested);
    edit->setText(id("'gold'"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(intents.count(), 1);
    const auto backfills = intents.first().first().value<plan::Intents>().backfills;
    QCOMPARE(backfills.size(), 1);
    QCOMPARE(backfills.first().column, id("public.users.subscription_tier"));
    QCOMPARE(backfills.first().expression, id("'gold'"));
    QVERIFY(!edit->isVisible());
}

void TestPlanPageEdits::drawsARunOverTheEstimates()
{
    TimelineCanvas *bars = m_page->timeline()->canvas();
    execution::StepChanged running{ { id("s02"), execution::StepState::Running, 0, 1, {} } };
    m_page->handleRunEvent(execution::RunStarted{});
    m_page->handleRunEvent(running);
    QVERIFY(bars->nowUnits() >= bars->axis().places.at(1).from);
    running.status.state = execution::StepState::Done;
    running.status.tookMs = 9;
    m_page->handleRunEvent(running);
    QVERIFY(bars->nowUnits() < 0);
}

QTEST_MAIN(TestPlanPageEdits)
#include "tst_planpageedits.moc"
