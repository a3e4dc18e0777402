#include "../support/pooler.h"
#include "../support/postgrestest.h"
#include "windowfixture.h"

#include <model/items/eventlogmodel.h>
#include <widgets/common/banner.h>
#include <widgets/run/runpage.h>

#include <tests/support/patience.h>

#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace lockstep;
using namespace lockstep::app;
using execution::RunState;

namespace {

constexpr int patience = testing::windowPatience;

} // namespace

/// A run that failed over rows that cannot be written, over what somebody else changed meanwhile or over its
/// journal being gone, goes on from the window once a person has agreed to what that means. One that a pooler
/// is in the way of begins beside it.
class TestWindowWaysOn : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void putsRowsAsideOnceThatIsConfirmed();
    void takesAsManyAsWereChosenBefore();
    void acceptsAChangeOnceThatIsConfirmed();
    void goesOnFromAStepWithoutItsJournal();
    void goesOnWithoutItsJournalAfterARestart();
    void runsBesideAPooler();

private:
    void dropOldFlags();
    void createUsers(const QByteArray &target, const std::function<void(project::Project *)> &change);
    void createBadRows();
    void start();
    /// Answers whatever the run asks until it has ended.
    void answerToTheEnd();
    /// The button beside that back to the start, its question, and the answer.
    void agree(const QString &button, const QStringList &saying);
    [[nodiscard]] widgets::RunPage *page() const { return m_fixture->pages()->run(); }
    [[nodiscard]] widgets::Banner *banner() const
    {
        return page()->findChild<widgets::Banner *>(QStringLiteral("banner"), Qt::FindDirectChildrenOnly);
    }

    std::unique_ptr<testing::WindowFixture> m_fixture;
};

void TestWindowWaysOn::init()
{
    m_fixture = std::make_unique<testing::WindowFixture>();
}

void TestWindowWaysOn::cleanup()
{
    m_fixture->verifyNoStall();
    const testing::StallWatch::Excuse excuse;
    m_fixture.reset();
}

void TestWindowWaysOn::createUsers(const QByteArray &target,
                                   const std::function<void(project::Project *)> &change)
{
    m_fixture->createDatabase(
        QStringLiteral("shop"),
        QStringLiteral(
            "CREATE TABLE public.users (id bigint PRIMARY KEY, code text NOT NULL, old_flags text);"
            "INSERT INTO public.users SELECT i, CASE WHEN i IN (77, 500) THEN 'bad' ELSE i::text END, 'x'"
            " FROM generate_series(1, 1000) i; ANALYZE public.users"));
    QVERIFY(!QTest::currentTestFailed());
    m_fixture->openWindow();
    m_fixture->openAndProve(m_fixture->writeProject(target, change));
}

void TestWindowWaysOn::createBadRows()
{
    createUsers("CREATE TABLE public.users (id bigint PRIMARY KEY, code text NOT NULL, old_flags text,"
                " n integer);\n",
                [](project::Project *project) {
                    project->intents.backfills = { { QStringLiteral("public.users.n"),
                                                     QStringLiteral("CASE WHEN code = 'bad' THEN "
                                                                    "1 / (length(code) - 3) ELSE 7 END") } };
                });
}

void TestWindowWaysOn::dropOldFlags()
{
    createUsers("CREATE TABLE public.users (id bigint PRIMARY KEY, code text NOT NULL, tier text);\n",
                [](project::Project *project) {
                    project->intents.drop = QStringList{ QStringLiteral("column public.users.old_flags") };
                });
}

void TestWindowWaysOn::start()
{
    m_fixture->confirmName();
    QVERIFY(!QTest::currentTestFailed());
    m_fixture->find<QPushButton>("runStart")->click();
}

void TestWindowWaysOn::answerToTheEnd()
{
    QElapsedTimer clock;
    clock.start();
    while (page()->isRunning() && clock.elapsed() < patience) {
        QTest::qWait(20);
        if (QPushButton *answer = m_fixture->visibleButton("askAccept"))
            answer->click();
    }
    QVERIFY(!page()->isRunning());
}

void TestWindowWaysOn::agree(const QString &button, const QStringList &saying)
{
    auto *action = banner()->findChild<QToolButton *>(QStringLiteral("bannerAction2"));
    QVERIFY(action && action->isVisible());
    QCOMPARE(action->text(), button);
    // What to do about it is said by what is there, not by flags.
    QVERIFY2(banner()->plainText().contains(button), qPrintable(banner()->plainText()));
    QVERIFY2(!banner()->plainText().contains(QStringLiteral("--")), qPrintable(banner()->plainText()));
    const auto *events = m_fixture->find<QTreeView>("runEvents")->model();
    for (int row = 0; row < events->rowCount(); ++row) {
        const QString text = events->index(row, items::EventLogModel::Text).data().toString();
        QVERIFY2(!text.contains(QStringLiteral("--")), qPrintable(text));
    }
    QTest::mouseClick(action, Qt::LeftButton);
    QVERIFY(!page()->isRunning());
    QPushButton *accept = m_fixture->visibleButton("askAccept");
    QVERIFY(accept);
    const auto *question = accept->parentWidget()->findChild<QLabel *>(QStringLiteral("askQuestion"));
    for (const QString &words : saying)
        QVERIFY2(question->text().contains(words), qPrintable(question->text()));
    m_fixture->shoot(QStringLiteral("way-on-%1").arg(button.section(QLatin1Char(' '), 0, 0).toLower()));
    QTest::mouseClick(accept, Qt::LeftButton);
    QVERIFY(page()->isRunning());
}

void TestWindowWaysOn::putsRowsAsideOnceThatIsConfirmed()
{
    createBadRows();
    QVERIFY(!QTest::currentTestFailed());
    start();
    answerToTheEnd();
    QCOMPARE(page()->state(), RunState::Failed);
    QVERIFY2(banner()->title().contains(QStringLiteral("id = 77")), qPrintable(banner()->title()));
    agree(QStringLiteral("Put such rows aside\u2026"),
          { QStringLiteral("100 rows"), QStringLiteral("stay as they are") });
    QVERIFY(!QTest::currentTestFailed());
    answerToTheEnd();
    QCOMPARE(page()->state(), RunState::Done);
    QVERIFY2(banner()->plainText().contains(QStringLiteral("2 rows were put aside")),
             qPrintable(banner()->plainText()));
    QVERIFY2(banner()->plainText().contains(QStringLiteral("(77)")), qPrintable(banner()->plainText()));
    m_fixture->shoot(QStringLiteral("rows-aside"));
    QCOMPARE(m_fixture->value(QStringLiteral("SELECT count(*) FROM public.users WHERE n = 7")),
             QStringLiteral("998"));
    // In the journal as the command line writes it.
    QCOMPARE(
        m_fixture->value(QStringLiteral(
            "SELECT string_agg(pk::text, ',' ORDER BY pk::text) FROM lockstep.backfill_reject WHERE parked")),
        QStringLiteral("[\"500\"],[\"77\"]"));
    QCOMPARE(
        m_fixture->value(QStringLiteral("SELECT count(*) FROM lockstep.event WHERE msg LIKE '%put aside%'")),
        QStringLiteral("2"));
}

void TestWindowWaysOn::takesAsManyAsWereChosenBefore()
{
    createBadRows();
    QVERIFY(!QTest::currentTestFailed());
    m_fixture->find<QSpinBox>("runParkedRows")->setValue(1);
    start();
    answerToTheEnd();
    QCOMPARE(page()->state(), RunState::Failed);
    QVERIFY2(banner()->title().contains(QStringLiteral("id = 500")), qPrintable(banner()->title()));
    QCOMPARE(m_fixture->value(QStringLiteral("SELECT count(*) FROM lockstep.backfill_reject WHERE parked")),
             QStringLiteral("1"));
}

void TestWindowWaysOn::acceptsAChangeOnceThatIsConfirmed()
{
    dropOldFlags();
    QVERIFY(!QTest::currentTestFailed());
    start();
    QTRY_COMPARE_WITH_TIMEOUT(page()->state(), RunState::WaitingGate, patience);
    m_fixture->execute(QStringLiteral("CREATE INDEX theirs ON public.users (code)"));
    answerToTheEnd();
    QCOMPARE(page()->state(), RunState::Failed);
    agree(QStringLiteral("Accept the change\u2026"), { QStringLiteral("index theirs is new") });
    QVERIFY(!QTest::currentTestFailed());
    answerToTheEnd();
    QCOMPARE(page()->state(), RunState::Done);
    QCOMPARE(m_fixture->value(QStringLiteral("SELECT to_regclass('public.theirs') IS NOT NULL")),
             QStringLiteral("t"));
    QCOMPARE(
        m_fixture->value(QStringLiteral(
            "SELECT count(*) FROM lockstep.event WHERE msg LIKE 'Changed by somebody else, and accepted%'")),
        QStringLiteral("1"));
}

void TestWindowWaysOn::goesOnFromAStepWithoutItsJournal()
{
    dropOldFlags();
    QVERIFY(!QTest::currentTestFailed());
    start();
    QTRY_COMPARE_WITH_TIMEOUT(page()->state(), RunState::WaitingGate, patience);
    m_fixture->execute(QStringLiteral("DROP SCHEMA lockstep CASCADE"));
    answerToTheEnd();
    QCOMPARE(page()->state(), RunState::Failed);
    auto *goOn = banner()->findChild<QToolButton *>(QStringLiteral("bannerAction2"));
    QVERIFY(goOn && goOn->isVisible());
    QCOMPARE(goOn->text(), QStringLiteral("Go on from a step\u2026"));
    QVERIFY2(banner()->plainText().contains(goOn->text()), qPrintable(banner()->plainText()));
    QVERIFY2(!banner()->plainText().contains(QStringLiteral("--")), qPrintable(banner()->plainText()));
    m_fixture->shoot(QStringLiteral("journal-gone"));
    QTest::mouseClick(goOn, Qt::LeftButton);
    // The gate is the first step that was not done.
    auto *step = m_fixture->find<QComboBox>("runAdopt");
    QVERIFY(step->isVisible());
    const QString gate = step->currentData().toString();
    const plan::PlanPtr plan = m_fixture->window()->pipeline()->plan();
    QCOMPARE(plan->find(gate)->kind, plan::StepKind::Gate);
    m_fixture->shoot(QStringLiteral("journal-gone-step"));
    // One that the database contradicts.
    step->setCurrentIndex(1);
    auto *run = m_fixture->find<QPushButton>("runStart");
    QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), patience);
    run->click();
    QTRY_COMPARE_WITH_TIMEOUT(page()->state(), RunState::Failed, patience);
    QVERIFY2(banner()->plainText().contains(QStringLiteral("does not agree")),
             qPrintable(banner()->plainText()));
    banner()->findChild<QToolButton *>(QStringLiteral("bannerAction"))->click();
    QVERIFY(step->isVisible());
    step->setCurrentIndex(step->findData(gate));
    QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), patience);
    run->click();
    answerToTheEnd();
    QCOMPARE(page()->state(), RunState::Done);
    QCOMPARE(m_fixture->value(QStringLiteral("SELECT count(*) FROM pg_attribute WHERE attrelid = "
                                             "'public.users'::regclass AND attname = 'old_flags'")),
             QStringLiteral("0"));
}

void TestWindowWaysOn::goesOnWithoutItsJournalAfterARestart()
{
    dropOldFlags();
    QVERIFY(!QTest::currentTestFailed());
    const QString file = m_fixture->path(QStringLiteral("shop.lockplan"));
    m_fixture->window()->files()->writePlan(file);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), testing::longEnoughMs);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(page()->state(), RunState::WaitingGate, patience);
    m_fixture->find<QPushButton>("runStop")->click();
    m_fixture->visibleButton("askAccept")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!page()->isRunning(), patience);
    m_fixture->execute(QStringLiteral("DROP SCHEMA lockstep CASCADE"));
    m_fixture->openWindow()->files()->open(file);
    page()->setTarget(m_fixture->database()->target().text);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(page()->state(), RunState::Failed, patience);
    auto *goOn = banner()->findChild<QToolButton *>(QStringLiteral("bannerAction2"));
    QVERIFY(goOn && goOn->isVisible());
    QVERIFY2(banner()->plainText().contains(goOn->text()), qPrintable(banner()->plainText()));
    m_fixture->shoot(QStringLiteral("journal-gone-restart"));
    QTest::mouseClick(goOn, Qt::LeftButton);
    auto *step = m_fixture->find<QComboBox>("runAdopt");
    QVERIFY(step->isVisible());
    const plan::PlanPtr plan = m_fixture->window()->pipeline()->plan();
    const auto gate = std::find_if(plan->steps.cbegin(), plan->steps.cend(),
                                   [](const plan::Step &each) { return each.kind == plan::StepKind::Gate; });
    step->setCurrentIndex(step->findData(gate->id));
    auto *run = m_fixture->find<QPushButton>("runStart");
    QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), patience);
    run->click();
    answerToTheEnd();
    QCOMPARE(page()->state(), RunState::Done);
}

void TestWindowWaysOn::runsBesideAPooler()
{
    QString why;
    std::unique_ptr<testing::Pooler> pooler;
    {
        const testing::StallWatch::Excuse excuse;
        pooler = testing::Pooler::start(testing::server(), QStringLiteral("transaction"), 10, &why);
    }
    QVERIFY2(pooler, qPrintable(why));
    dropOldFlags();
    QVERIFY(!QTest::currentTestFailed());
    m_fixture->pages()->show(widgets::StageStrip::Run);
    const auto type = [this](const char *field, const QString &text) {
        auto *edit = m_fixture->find<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    };
    auto *direct = m_fixture->find<QLineEdit>("runDirect");
    QVERIFY(!direct->isVisible());
    const QString database = m_fixture->database()->target().text;
    type("runTarget", pooler->through(m_fixture->database()->target()).text);
    QTRY_VERIFY_WITH_TIMEOUT(direct->isVisible(), patience);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(page()->state(), RunState::Failed, patience);
    QVERIFY2(banner()->plainText().contains(QStringLiteral("behind a pooler in transaction mode")),
             qPrintable(banner()->plainText()));
    QVERIFY2(!banner()->plainText().contains(QStringLiteral("--")), qPrintable(banner()->plainText()));
    banner()->findChild<QToolButton *>(QStringLiteral("bannerAction"))->click();
    type("runDirect", database);
    m_fixture->shoot(QStringLiteral("pooler"));
    auto *run = m_fixture->find<QPushButton>("runStart");
    QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), patience);
    run->click();
    answerToTheEnd();
    QCOMPARE(page()->state(), RunState::Done);
    m_fixture->closeWindow();
}

QTEST_MAIN(TestWindowWaysOn)
#include "tst_windowwayson.moc"
