#include <tests/items/sampleplan.h>
#include <tests/support/patience.h>
#include <widgets/editor/sqleditor.h>
#include <widgets/plan/planpage.h>
#include <widgets/plan/stepeditor.h>
#include <widgets/timeline/timelinecanvas.h>
#include <widgets/timeline/timelineview.h>

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace lockstep;
using namespace lockstep::widgets;

Q_DECLARE_METATYPE(lockstep::plan::SqlPart)

namespace {

/// By what the style sheet chooses its colours.
bool isPrimary(const QPushButton *button)
{
    return button->property("look").toString() == QLatin1String("primary");
}

} // namespace

class TestPlanPage final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void saysThatThereIsNoPlan();
    void showsTheSelectedStepEverywhere();
    void sharesItsSelectionBetweenTimelineAndTable();
    void asksForAnEdit();
    void asksForAPendingEditBeforeAnotherStepIsShown();
    void doesNotAskForAnEditThatChangesNothing();
    void keepsWhatWasTypedWhenThePlanAnswers();
    void marksEditedStepsAndOffersToRevert();
    void showsWhyAnEditCannotBeTaken();
    void doesNotLetAGateBeEdited();
    void keepsTheSelectedStepAcrossPlans();
    void asksForProofAndRun();
    void saysHowTheProofStands_data();
    void saysHowTheProofStands();
    void asksForAnotherPolicyOnlyWhenTheUserWantsIt();
    void movesBetweenPanesByKey();
    void namesEveryControl();

private:
    template <typename T>
    T *child(const char *name)
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }
    SqlEditor *editor() { return m_page->stepEditor()->editor(); }
    QWidget *editorText() { return child<QWidget>("sqlEditorText"); }

    std::unique_ptr<PlanPage> m_page;
};

void TestPlanPage::init()
{
    m_page = std::make_unique<PlanPage>();
    m_page->resize(1400, 800);
    m_page->setPlan(testing::samplePlan());
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestPlanPage::cleanup()
{
    m_page.reset();
}

void TestPlanPage::saysThatThereIsNoPlan()
{
    QVERIFY(!child<QLabel>("planEmpty")->isVisible());
    m_page->setPlan(nullptr);
    QVERIFY(child<QLabel>("planEmpty")->isVisible());
    QVERIFY(!child<QPushButton>("runButton")->isEnabled());
    QVERIFY(!child<QPushButton>("proofButton")->isEnabled());
    QVERIFY(m_page->selectedStep().isEmpty());
    m_page->setEmptyText(QStringLiteral("Both sides are the same."));
    QCOMPARE(child<QLabel>("planEmpty")->text(), QStringLiteral("Both sides are the same."));
}

void TestPlanPage::showsTheSelectedStepEverywhere()
{
    QCOMPARE(m_page->selectedStep(), QStringLiteral("s01"));
    m_page->selectStep(QStringLiteral("s07"));
    QCOMPARE(
        editor()->sqlText(),
        QStringLiteral("CREATE INDEX CONCURRENTLY orders_account_id_idx ON public.orders (account_id);"));
    QCOMPARE(editor()->notes().size(), 1);
    QCOMPARE(child<QLabel>("stepState")->text(), QStringLiteral("step 7 \u00b7 generated \u00b7 not edited"));
    m_page->selectStep(QStringLiteral("s05"));
    child<QTabBar>("sqlTabs")->setCurrentIndex(2);
    QVERIFY(editor()->sqlText().startsWith(QStringLiteral("-- expects 0\nSELECT count(*)")));
}

void TestPlanPage::sharesItsSelectionBetweenTimelineAndTable()
{
    m_page->timeline()->canvas()->setFocus();
    QTest::keyClick(m_page->timeline()->canvas(), Qt::Key_Down);
    QCOMPARE(m_page->selectedStep(), QStringLiteral("s02"));
    QTest::mouseClick(child<QToolButton>("showTable"), Qt::LeftButton);
    auto *table = child<QTableView>("planTable");
    QVERIFY(table->isVisible());
    QCOMPARE(table->currentIndex().row(), 1);
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(m_page->selectedStep(), QStringLiteral("s03"));
    QTest::keyClick(table, Qt::Key_Escape);
    QVERIFY(m_page->selectedStep().isEmpty());
}

void TestPlanPage::asksForAnEdit()
{
    QSignalSpy edits(m_page.get(), &PlanPage::editRequested);
    editorText()->setFocus();
    QTest::keyClicks(editorText(), QStringLiteral("SELECT 1; "));
    QTRY_COMPARE_WITH_TIMEOUT(edits.count(), 1, testing::longEnoughMs);
    QCOMPARE(edits.first().at(0).toString(), QStringLiteral("s01"));
    QCOMPARE(edits.first().at(1).value<plan::SqlPart>(), plan::SqlPart::Forward);
    QVERIFY(edits.first().at(2).toString().startsWith(QStringLiteral("SELECT 1; ALTER TABLE")));
}

void TestPlanPage::asksForAPendingEditBeforeAnotherStepIsShown()
{
    QSignalSpy edits(m_page.get(), &PlanPage::editRequested);
    QTest::keyClicks(editorText(), QStringLiteral("SELECT 1; "));
    m_page->selectStep(QStringLiteral("s03"));
    QCOMPARE(edits.count(), 1);
    QCOMPARE(edits.first().at(0).toString(), QStringLiteral("s01"));
    QVERIFY(editor()->sqlText().contains(QStringLiteral("account_id")));
}

void TestPlanPage::doesNotAskForAnEditThatChangesNothing()
{
    QSignalSpy edits(m_page.get(), &PlanPage::editRequested);
    QTest::keyClicks(editorText(), QStringLiteral("  "));
    m_page->flush();
    QCOMPARE(edits.count(), 0);
}

void TestPlanPage::keepsWhatWasTypedWhenThePlanAnswers()
{
    const QString typed = QStringLiteral("-- my reason\nSELECT 1;\n");
    editor()->setSqlText(typed);
    auto answer = testing::samplePlan();
    answer->steps[0].sql = { QStringLiteral("-- my reason\nSELECT 1") };
    answer->steps[0].edited = true;
    m_page->setPlan(answer);
    QCOMPARE(editor()->sqlText(), typed);
    auto other = testing::samplePlan();
    m_page->setPlan(other);
    QVERIFY(editor()->sqlText().startsWith(QStringLiteral("ALTER TABLE")));
}

void TestPlanPage::marksEditedStepsAndOffersToRevert()
{
    QVERIFY(!child<QPushButton>("revertButton")->isVisible());
    auto edited = testing::samplePlan();
    edited->steps[0].edited = true;
    m_page->setPlan(edited);
    QCOMPARE(child<QLabel>("stepState")->text(), QStringLiteral("step 1 \u00b7 edited"));
    QSignalSpy reverts(m_page.get(), &PlanPage::revertRequested);
    QTest::mouseClick(child<QPushButton>("revertButton"), Qt::LeftButton);
    QCOMPARE(reverts.count(), 1);
    QCOMPARE(reverts.first().first().toString(), QStringLiteral("s01"));
}

void TestPlanPage::showsWhyAnEditCannotBeTaken()
{
    base::Error error = base::inputError(QStringLiteral("syntax error at or near \"COLUM\""));
    error.position = base::TextPosition{ {}, 1, 7 };
    m_page->setEditError(QStringLiteral("s02"), error);
    QVERIFY(editor()->notes().isEmpty());
    m_page->setEditError(QStringLiteral("s01"), error);
    QCOMPARE(editor()->notes().size(), 1);
    QVERIFY(child<QWidget>("banner")->isVisible());
    QVERIFY(child<QLabel>("stepState")->text().contains(QStringLiteral("cannot be taken")));
    m_page->setPlan(testing::samplePlan());
    QVERIFY(editor()->notes().isEmpty());
    QVERIFY(!child<QWidget>("banner")->isVisible());
}

void TestPlanPage::doesNotLetAGateBeEdited()
{
    m_page->selectStep(QStringLiteral("s13"));
    QVERIFY(editor()->isReadOnly());
    QVERIFY(child<QLabel>("stepState")->text().contains(QStringLiteral("a gate runs no SQL")));
    m_page->selectStep(QStringLiteral("s12"));
    QVERIFY(!editor()->isReadOnly());
}

void TestPlanPage::keepsTheSelectedStepAcrossPlans()
{
    m_page->selectStep(QStringLiteral("s05"));
    auto shorter = testing::samplePlan();
    shorter->steps.removeFirst();
    m_page->setPlan(shorter);
    QCOMPARE(m_page->selectedStep(), QStringLiteral("s05"));
    shorter = testing::samplePlan();
    shorter->steps.resize(3);
    m_page->setPlan(shorter);
    QCOMPARE(m_page->selectedStep(), QStringLiteral("s01"));
}

void TestPlanPage::asksForProofAndRun()
{
    QSignalSpy proofs(m_page.get(), &PlanPage::proveRequested);
    QSignalSpy runs(m_page.get(), &PlanPage::runRequested);
    QTest::mouseClick(child<QPushButton>("proofButton"), Qt::LeftButton);
    QTest::mouseClick(child<QPushButton>("runButton"), Qt::LeftButton);
    QCOMPARE(proofs.count(), 1);
    QCOMPARE(runs.count(), 1);
    m_page->setProving(true);
    QTest::mouseClick(child<QPushButton>("proofButton"), Qt::LeftButton);
    QCOMPARE(proofs.count(), 1);
}

void TestPlanPage::saysHowTheProofStands_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isOfThesePlanSteps");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("invitesToRun");
    QTest::newRow("none") << int(plan::ProofStatus::None) << false << QStringLiteral("Not proved yet")
                          << false;
    QTest::newRow("proved") << int(plan::ProofStatus::Proved) << true
                            << QStringLiteral("\u2713 Proved, forward and back") << true;
    QTest::newRow("of other steps") << int(plan::ProofStatus::Proved) << false
                                    << QStringLiteral("Changed since the proof") << false;
    QTest::newRow("failed") << int(plan::ProofStatus::Failed) << true << QStringLiteral("Proof failed")
                            << false;
}

void TestPlanPage::saysHowTheProofStands()
{
    QFETCH(int, status);
    QFETCH(bool, isOfThesePlanSteps);
    auto plan = testing::samplePlan();
    plan->proof.status = plan::ProofStatus(status);
    if (isOfThesePlanSteps)
        plan->proof.planDigest = plan->digest();
    m_page->setPlan(plan);
    QTEST(child<QPushButton>("proofButton")->text(), "text");
    QTEST(isPrimary(child<QPushButton>("runButton")), "invitesToRun");
    // What is proved at this moment may fail.
    m_page->setProving(true);
    QVERIFY(!child<QPushButton>("runButton")->isEnabled());
    m_page->setProving(false);
    QTEST(isPrimary(child<QPushButton>("runButton")), "invitesToRun");
}

void TestPlanPage::asksForAnotherPolicyOnlyWhenTheUserWantsIt()
{
    QSignalSpy policies(m_page.get(), &PlanPage::policyChanged);
    auto window = testing::samplePlan();
    window->policy = plan::Policy::Window;
    m_page->setPlan(window);
    auto *combo = child<QComboBox>("policyCombo");
    QCOMPARE(combo->currentText(), QStringLiteral("Maintenance window"));
    QCOMPARE(policies.count(), 0);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Up);
    QCOMPARE(policies.count(), 1);
}

void TestPlanPage::movesBetweenPanesByKey()
{
    m_page->activateWindow();
    m_page->timeline()->canvas()->setFocus();
    QTest::keyClick(m_page->timeline()->canvas(), Qt::Key_F6);
    QTRY_VERIFY_WITH_TIMEOUT(editorText()->hasFocus(), testing::longEnoughMs);
    QTest::keyClick(editorText(), Qt::Key_F6);
    QTRY_VERIFY_WITH_TIMEOUT(child<QWidget>("inspector")->hasFocus(), testing::longEnoughMs);
    QTest::keyClick(child<QWidget>("inspector"), Qt::Key_F6, Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(editorText()->hasFocus(), testing::longEnoughMs);
}

void TestPlanPage::namesEveryControl()
{
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->isHidden()
            || widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        const bool isButton = qobject_cast<const QAbstractButton *>(widget) != nullptr;
        const QString name =
            isButton ? qobject_cast<const QAbstractButton *>(widget)->text() + widget->accessibleName()
                     : widget->accessibleName();
        const bool isInside =
            widget->parentWidget() && widget->parentWidget()->inherits("QAbstractScrollArea");
        // Containers hand their focus on to a child that has a name.
        // A label is read by its text.
        if (isInside || widget->focusProxy() || widget->inherits("QLabel") || widget->inherits("QScrollBar")
            || widget->inherits("QTabBar"))
            continue;
        QVERIFY2(!name.isEmpty(), qPrintable(QString::fromLatin1(widget->metaObject()->className())
                                             + QLatin1Char(' ') + widget->objectName()));
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
    }
}

QTEST_MAIN(TestPlanPage)
#include "tst_planpage.moc"
