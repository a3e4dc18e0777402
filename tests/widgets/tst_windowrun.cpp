#include "../support/postgrestest.h"

#include <app/mainwindow.h>
#include <model/project/projectfile.h>
#include <widgets/run/historyview.h>
#include <widgets/run/runpage.h>

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QAction>
#include <QTemporaryDir>
#include <QTreeView>
#include <QTest>

using namespace lockstep;
using namespace lockstep::app;
using execution::RunState;
using widgets::StageStrip;

namespace {

constexpr int patience = 120000;

/// Rows of the table that is filled; pictures for people need a run that takes a while.
int rowCount()
{
    const int wanted = qEnvironmentVariableIntValue("LOCKSTEP_SHOT_ROWS");
    return wanted > 0 ? wanted : 30000;
}

QPushButton *visibleQuestion(const QWidget &window)
{
    for (QPushButton *button : window.findChildren<QPushButton *>(QStringLiteral("askAccept"))) {
        if (button->isVisible())
            return button;
    }
    return nullptr;
}

} // namespace

/// The whole way through the window on a live database: compare, plan, proof, run with a backfill,
/// a gate and a loss, as a person does it. Leaves pictures in LOCKSTEP_SHOTS if that is set.
class TestWindowRun : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void runsAPlanOnALiveDatabase();
    void remembersTheRunAndSavesItsEvents();
    void rollsBackARunThatAnotherWindowLeft();

private:
    void openWindow();
    void shoot(const QString &name);
    [[nodiscard]] QString writeProject() const;
    void confirmAndStart();
    void watchToTheEnd();

    QTemporaryDir m_directory;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<widgets::Theme> m_theme;
    std::unique_ptr<scratch::ScratchDatabase> m_database;
    std::unique_ptr<postgres::Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindowRun::initTestCase()
{
    QString why;
    const auto server = testing::server(&why);
    QVERIFY2(server, qPrintable(why));
    auto database = scratch::ScratchDatabase::create(server, QStringLiteral("shop"));
    QVERIFY(database.has_value());
    m_database = std::move(*database);
    auto session = m_database->open();
    QVERIFY(session.has_value());
    m_session = std::move(*session);
    const auto made = m_session->executeScript(
        QStringLiteral(
            "CREATE TABLE public.users (id bigint PRIMARY KEY, email text NOT NULL, old_flags text);"
            "INSERT INTO public.users SELECT i, 'user' || i || '@example.net', 'x' FROM generate_series(1, "
            "%1) i;"
            "ANALYZE public.users")
            .arg(rowCount()));
    QVERIFY2(made.has_value(), made.has_value() ? "" : qPrintable(made.error().toText()));
    m_settings = std::make_unique<Settings>(m_directory.filePath(QStringLiteral("settings.ini")));
    m_theme = std::make_unique<widgets::Theme>();
    m_theme->setMode(widgets::ThemeMode::Light);
    openWindow();
}

void TestWindowRun::openWindow()
{
    m_window = std::make_unique<MainWindow>(
        scratch::ScratchOptions{ testing::server()->maintenance().text, 0 }, m_settings.get(), m_theme.get());
    m_window->resize(1600, 1000);
    m_window->show();
}

void TestWindowRun::shoot(const QString &name)
{
    const QString directory = qEnvironmentVariable("LOCKSTEP_SHOTS");
    if (directory.isEmpty())
        return;
    for (const auto mode : { widgets::ThemeMode::Dark, widgets::ThemeMode::Light }) {
        m_theme->setMode(mode);
        QApplication::processEvents();
        const QString theme =
            mode == widgets::ThemeMode::Dark ? QStringLiteral("dark") : QStringLiteral("light");
        QVERIFY(m_window->grab().save(
            QDir(directory).filePath(name + QLatin1Char('-') + theme + QStringLiteral(".png"))));
    }
}

QString TestWindowRun::writeProject() const
{
    QFile target(m_directory.filePath(QStringLiteral("shop_v42.sql")));
    if (!target.open(QIODevice::WriteOnly))
        return {};
    target.write(
        "CREATE TABLE public.users (id bigint PRIMARY KEY, email text NOT NULL, tier text NOT NULL);\n"
        "CREATE INDEX users_email_idx ON public.users (email);\n");
    target.close();
    project::Project project;
    project.current = m_database->target().text;
    project.target = target.fileName();
    project.environment = QStringLiteral("production");
    project.intents.backfills = { { QStringLiteral("public.users.tier"), QStringLiteral("'free'") } };
    const QString path = m_directory.filePath(QStringLiteral("shop.lockstep"));
    return project::writeProject(project, path).has_value() ? path : QString();
}

void TestWindowRun::confirmAndStart()
{
    m_window->pages()->show(StageStrip::Run);
    auto *start = m_window->findChild<QPushButton *>(QStringLiteral("runStart"));
    const QString name = m_database->name();
    QVERIFY(!start->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(start->text().contains(name), patience);
    QTest::keyClicks(m_window->findChild<QLineEdit *>(QStringLiteral("runName")), name);
    QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), patience);
    shoot(QStringLiteral("run-setup"));
    start->click();
    QVERIFY(m_window->pages()->run()->isRunning());
}

void TestWindowRun::watchToTheEnd()
{
    const widgets::RunPage *page = m_window->pages()->run();
    bool wasShot = false;
    int questions = 0;
    QElapsedTimer clock;
    clock.start();
    while (page->isRunning() && clock.elapsed() < patience) {
        QTest::qWait(20);
        const QString rows = m_window->findChild<QLabel *>(QStringLiteral("runRows"))->text();
        if (!wasShot && clock.elapsed() > 2500 && rows.contains(QStringLiteral("of about"))) {
            shoot(QStringLiteral("run"));
            wasShot = true;
        }
        if (QPushButton *answer = visibleQuestion(*m_window)) {
            if (questions++ == 0)
                shoot(QStringLiteral("run-gate"));
            answer->click();
        }
    }
    QVERIFY(!page->isRunning());
    QVERIFY(questions > 0);
    shoot(QStringLiteral("run-done"));
}

void TestWindowRun::runsAPlanOnALiveDatabase()
{
    QSignalSpy proved(m_window->pipeline(), &project::Pipeline::proofReady);
    QSignalSpy failed(m_window->pipeline(), &project::Pipeline::stageFailed);
    m_window->files()->open(writeProject());
    QTRY_VERIFY_WITH_TIMEOUT(!proved.isEmpty() || !failed.isEmpty(), patience);
    QVERIFY2(failed.isEmpty(),
             failed.isEmpty() ? "" : qPrintable(failed.first().at(1).value<base::Error>().toText()));
    const plan::PlanPtr plan = m_window->pipeline()->plan();
    QVERIFY2(plan->isProved(),
             qPrintable((plan->proof.forward + plan->proof.rollback).join(QLatin1Char('\n'))));
    shoot(QStringLiteral("compare"));
    m_window->pages()->show(StageStrip::Plan);
    shoot(QStringLiteral("plan"));
    confirmAndStart();
    watchToTheEnd();
    QCOMPARE(m_window->pages()->run()->state(), RunState::Done);
    const auto rows =
        m_session->query(QStringLiteral("SELECT count(*) FROM public.users WHERE tier = 'free'"));
    QVERIFY(rows.has_value());
    QCOMPARE(rows->integer(0, 0), rowCount());
}

void TestWindowRun::remembersTheRunAndSavesItsEvents()
{
    auto *history = m_window->findChild<QAction *>(QStringLiteral("history"));
    QVERIFY(history->isEnabled());
    history->trigger();
    const auto rows = [this](const char *table) {
        return m_window->findChild<QTreeView *>(QLatin1String(table))->model()->rowCount();
    };
    QTRY_VERIFY_WITH_TIMEOUT(rows("historySteps") > 0, patience);
    QCOMPARE(rows("historyRuns"), 1);
    QCOMPARE(rows("historySteps"), int(m_window->pipeline()->plan()->steps.size()));
    QTRY_VERIFY(rows("historyEvents") > 0);
    shoot(QStringLiteral("run-history"));
    const QString path = m_directory.filePath(QStringLiteral("events.csv"));
    connect(m_window->pages()->run()->history(), &widgets::HistoryView::exportRequested, this,
            [this, path](const QString &run, const auto &events) {
                m_window->history()->save(path, run, events);
            });
    m_window->findChild<QPushButton *>(QStringLiteral("historyExport"))->click();
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("\r\n"), rows("historyEvents") + 1);
    m_window->findChild<QPushButton *>(QStringLiteral("historyClose"))->click();
}

/// As at two in the morning from another computer, where nobody has the plan: the journal has it.
void TestWindowRun::rollsBackARunThatAnotherWindowLeft()
{
    const QByteArray ran = m_window->pipeline()->plan()->digest();
    openWindow();
    m_window->files()->open(writeProject());
    QTRY_VERIFY_WITH_TIMEOUT(m_window->pipeline()->plan(), patience);
    QVERIFY(m_window->pipeline()->plan()->digest() != ran);
    m_window->pages()->show(StageStrip::Run);
    auto *history = m_window->findChild<QAction *>(QStringLiteral("history"));
    QTRY_VERIFY_WITH_TIMEOUT(history->isEnabled(), patience);
    history->trigger();
    auto *open = m_window->findChild<QPushButton *>(QStringLiteral("historyPlan"));
    QTRY_VERIFY_WITH_TIMEOUT(open->isEnabled(), patience);
    open->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->pipeline()->plan()->digest(), ran, patience);
    QVERIFY(m_window->pipeline()->plan()->isProved());
    widgets::RunPage *page = m_window->pages()->run();
    QTRY_VERIFY_WITH_TIMEOUT(visibleQuestion(*m_window), patience);
    shoot(QStringLiteral("run-found"));
    QVERIFY2(visibleQuestion(*m_window)->text().startsWith(QLatin1String("Roll it back")),
             qPrintable(visibleQuestion(*m_window)->text()));
    visibleQuestion(*m_window)->click();
    QCOMPARE(visibleQuestion(*m_window)->text(), QStringLiteral("Roll back"));
    visibleQuestion(*m_window)->click();
    QVERIFY(page->isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning(), patience);
    shoot(QStringLiteral("run-rolled-back"));
    QCOMPARE(page->state(), RunState::RolledBack);
    const auto columns = m_session->query(
        QStringLiteral("SELECT string_agg(attname, ' ' ORDER BY attname) FROM pg_attribute WHERE attrelid = "
                       "'public.users'::regclass AND attnum > 0 AND NOT attisdropped"));
    QCOMPARE(columns->text(0, 0), QStringLiteral("email id old_flags"));
}

QTEST_MAIN(TestWindowRun)
#include "tst_windowrun.moc"
