#include "windowfixture.h"

#include <widgets/run/historyview.h>
#include <widgets/run/runpage.h>

#include <tests/support/patience.h>

#include <QAction>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace lockstep;
using namespace lockstep::app;
using execution::RunState;
using widgets::StageStrip;

namespace {

constexpr int patience = testing::windowPatience;

/// Rows of the table that is filled; pictures for people need a run that takes a while.
int rowCount()
{
    const int wanted = qEnvironmentVariableIntValue("LOCKSTEP_SHOT_ROWS");
    return wanted > 0 ? wanted : 30000;
}

const QByteArray target =
    "CREATE TABLE public.users (id bigint PRIMARY KEY, email text NOT NULL, tier text NOT NULL);\n"
    "CREATE INDEX users_email_idx ON public.users (email);\n";

} // namespace

/// The whole way through the window on a live database: compare, plan, proof, run with a backfill,
/// a gate and a loss, as a person does it.
class TestWindowRun : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { m_fixture.verifyNoStall(); }
    void runsAPlanOnALiveDatabase();
    void remembersTheRunAndSavesItsEvents();
    void rollsBackARunThatAnotherWindowLeft();

private:
    [[nodiscard]] QString writeProject();
    void watchToTheEnd();
    [[nodiscard]] MainWindow *window() const { return m_fixture.window(); }
    [[nodiscard]] QPushButton *question() const { return m_fixture.visibleButton("askAccept"); }

    testing::WindowFixture m_fixture;
};

void TestWindowRun::initTestCase()
{
    m_fixture.createDatabase(
        QStringLiteral("shop"),
        QStringLiteral(
            "CREATE TABLE public.users (id bigint PRIMARY KEY, email text NOT NULL, old_flags text);"
            "INSERT INTO public.users SELECT i, 'user' || i || '@example.net', 'x' FROM generate_series(1, "
            "%1) i;"
            "ANALYZE public.users")
            .arg(rowCount()));
    QVERIFY(!QTest::currentTestFailed());
    m_fixture.openWindow();
}

QString TestWindowRun::writeProject()
{
    return m_fixture.writeProject(target, [](project::Project *project) {
        project->environment = QStringLiteral("production");
        project->intents.backfills = { { QStringLiteral("public.users.tier"), QStringLiteral("'free'") } };
        project->intents.drop = QStringList{ QStringLiteral("column public.users.old_flags") };
    });
}

void TestWindowRun::watchToTheEnd()
{
    const widgets::RunPage *page = window()->pages()->run();
    bool wasShot = false;
    int questions = 0;
    QElapsedTimer clock;
    clock.start();
    while (page->isRunning() && clock.elapsed() < patience) {
        QTest::qWait(20);
        const QString rows = window()->findChild<QLabel *>(QStringLiteral("runRows"))->text();
        if (!wasShot && clock.elapsed() > 2500 && rows.contains(QStringLiteral("of about"))) {
            m_fixture.shoot(QStringLiteral("run"));
            wasShot = true;
        }
        if (QPushButton *answer = question()) {
            if (questions++ == 0)
                m_fixture.shoot(QStringLiteral("run-gate"));
            answer->click();
        }
    }
    QVERIFY(!page->isRunning());
    QVERIFY(questions > 0);
    m_fixture.shoot(QStringLiteral("run-done"));
}

void TestWindowRun::runsAPlanOnALiveDatabase()
{
    m_fixture.openAndProve(writeProject());
    QVERIFY(!QTest::currentTestFailed());
    m_fixture.shoot(QStringLiteral("compare"));
    window()->pages()->show(StageStrip::Plan);
    m_fixture.shoot(QStringLiteral("plan"));
    // Who wants to run types the name next.
    m_fixture.find<QAction>("run")->trigger();
    QVERIFY(window()->focusWidget());
    QCOMPARE(window()->focusWidget()->objectName(), QStringLiteral("runName"));
    m_fixture.confirmName();
    QVERIFY(!QTest::currentTestFailed());
    m_fixture.shoot(QStringLiteral("run-setup"));
    m_fixture.find<QPushButton>("runStart")->click();
    QVERIFY(window()->pages()->run()->isRunning());
    watchToTheEnd();
    QCOMPARE(window()->pages()->run()->state(), RunState::Done);
    QCOMPARE(m_fixture.value(QStringLiteral("SELECT count(*) FROM public.users WHERE tier = 'free'")),
             QString::number(rowCount()));
}

void TestWindowRun::remembersTheRunAndSavesItsEvents()
{
    auto *history = window()->findChild<QAction *>(QStringLiteral("history"));
    QVERIFY(history->isEnabled());
    history->trigger();
    const auto rows = [this](const char *table) {
        return window()->findChild<QTreeView *>(QLatin1String(table))->model()->rowCount();
    };
    QTRY_VERIFY_WITH_TIMEOUT(rows("historySteps") > 0, patience);
    QCOMPARE(rows("historyRuns"), 1);
    QCOMPARE(rows("historySteps"), int(window()->pipeline()->plan()->steps.size()));
    QTRY_VERIFY_WITH_TIMEOUT(rows("historyEvents") > 0, testing::longEnoughMs);
    m_fixture.shoot(QStringLiteral("run-history"));
    const QString path = m_fixture.path(QStringLiteral("events.csv"));
    connect(window()->pages()->run()->history(), &widgets::HistoryView::exportRequested, this,
            [this, path](const QString &run, const auto &events) {
                window()->history()->save(path, run, events);
            });
    window()->findChild<QPushButton *>(QStringLiteral("historyExport"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), testing::longEnoughMs);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("\r\n"), rows("historyEvents") + 1);
    window()->findChild<QPushButton *>(QStringLiteral("historyClose"))->click();
}

/// As at two in the morning from another computer, where nobody has the plan: the journal has it.
void TestWindowRun::rollsBackARunThatAnotherWindowLeft()
{
    const QByteArray ran = window()->pipeline()->plan()->digest();
    m_fixture.openWindow();
    window()->files()->open(writeProject());
    QTRY_VERIFY_WITH_TIMEOUT(window()->pipeline()->plan(), patience);
    QVERIFY(window()->pipeline()->plan()->digest() != ran);
    window()->pages()->show(StageStrip::Run);
    auto *history = window()->findChild<QAction *>(QStringLiteral("history"));
    QTRY_VERIFY_WITH_TIMEOUT(history->isEnabled(), patience);
    history->trigger();
    auto *open = window()->findChild<QPushButton *>(QStringLiteral("historyPlan"));
    QTRY_VERIFY_WITH_TIMEOUT(open->isEnabled(), patience);
    open->click();
    QTRY_COMPARE_WITH_TIMEOUT(window()->pipeline()->plan()->digest(), ran, patience);
    QVERIFY(window()->pipeline()->plan()->isProved());
    widgets::RunPage *page = window()->pages()->run();
    QTRY_VERIFY_WITH_TIMEOUT(question(), patience);
    m_fixture.shoot(QStringLiteral("run-found"));
    QVERIFY2(question()->text().startsWith(QLatin1String("Roll it back")), qPrintable(question()->text()));
    question()->click();
    QCOMPARE(question()->text(), QStringLiteral("Roll back"));
    question()->click();
    QVERIFY(page->isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning(), patience);
    m_fixture.shoot(QStringLiteral("run-rolled-back"));
    QCOMPARE(page->state(), RunState::RolledBack);
    QCOMPARE(m_fixture.value(
                 QStringLiteral("SELECT string_agg(attname, ' ' ORDER BY attname) FROM pg_attribute WHERE "
                                "attrelid = 'public.users'::regclass AND attnum > 0 AND NOT attisdropped")),
             QStringLiteral("email id old_flags"));
}

QTEST_MAIN(TestWindowRun)
#include "tst_windowrun.moc"
