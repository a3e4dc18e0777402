#include "../support/postgrestest.h"

#include <app/mainwindow.h>
#include <model/project/projectfile.h>
#include <widgets/plan/inspector.h>
#include <widgets/plan/planpage.h>
#include <widgets/run/checkpage.h>
#include <widgets/run/runpage.h>

#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lockstep;
using namespace lockstep::app;
using analysis::CheckVerdict;
using widgets::StageStrip;

namespace {

constexpr int patience = 120000;

} // namespace

/// The checklist in the window on a live database: asked when it is shown, and again just before a run.
/// Leaves a picture in LOCKSTEP_SHOTS if that is set.
class TestWindowCheck : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void asksWhenItIsShown();
    void tellsThePlanPageWhoWouldWait();
    void keepsARunFromBeginning();

private:
    void shoot(const QString &name);

    QTemporaryDir m_directory;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<widgets::Theme> m_theme;
    std::unique_ptr<scratch::ScratchDatabase> m_database;
    std::unique_ptr<postgres::Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindowCheck::initTestCase()
{
    QString why;
    const auto server = testing::server(&why);
    QVERIFY2(server, qPrintable(why));
    auto database = scratch::ScratchDatabase::create(server, QStringLiteral("checked"));
    QVERIFY(database.has_value());
    m_database = std::move(*database);
    m_session = m_database->open().value();
    QVERIFY(
        m_session
            ->executeScript(QStringLiteral(
                "CREATE TABLE public.orders (id bigint PRIMARY KEY, user_id bigint, note text);"
                "INSERT INTO public.orders SELECT i, i, nullif(i, 7)::text FROM generate_series(1, 5000) i;"
                "ANALYZE public.orders"))
            .has_value());
    QVERIFY(
        m_session
            ->executeScript(QStringLiteral("BEGIN; UPDATE public.orders SET note = 'x' WHERE id = 1; PREPARE "
                                           "TRANSACTION 'forgotten by billing'"))
            .has_value());
    QFile target(m_directory.filePath(QStringLiteral("target.sql")));
    QVERIFY(target.open(QIODevice::WriteOnly));
    target.write(
        "CREATE TABLE public.orders (id bigint PRIMARY KEY, user_id bigint, note text NOT NULL, tier text);\n"
        "CREATE INDEX orders_user_idx ON public.orders (user_id);\n");
    target.close();
    project::Project project;
    project.current = m_database->target().text;
    project.target = target.fileName();
    const QString path = m_directory.filePath(QStringLiteral("shop.lockstep"));
    QVERIFY(project::writeProject(project, path).has_value());
    m_settings = std::make_unique<Settings>(m_directory.filePath(QStringLiteral("settings.ini")));
    m_theme = std::make_unique<widgets::Theme>();
    m_theme->setMode(widgets::ThemeMode::Light);
    m_window = std::make_unique<MainWindow>(scratch::ScratchOptions{ server->maintenance().text, 0 },
                                            m_settings.get(), m_theme.get());
    m_window->resize(1600, 1000);
    m_window->show();
    const QSignalSpy proved(m_window->pipeline(), &project::Pipeline::proofReady);
    m_window->files()->open(path);
    QTRY_VERIFY_WITH_TIMEOUT(!proved.isEmpty(), patience);
    QVERIFY(m_window->pipeline()->plan()->isProved());
}

void TestWindowCheck::cleanupTestCase()
{
    m_window.reset();
    if (m_session)
        (void)m_session->execute(QStringLiteral("ROLLBACK PREPARED 'forgotten by billing'"));
}

void TestWindowCheck::shoot(const QString &name)
{
    const QString directory = qEnvironmentVariable("LOCKSTEP_SHOTS");
    if (directory.isEmpty())
        return;
    for (const auto mode : { widgets::ThemeMode::Dark, widgets::ThemeMode::Light }) {
        m_theme->setMode(mode);
        QApplication::processEvents();
        const QString theme =
            mode == widgets::ThemeMode::Dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png");
        QVERIFY(m_window->grab().save(QDir(directory).filePath(name + theme)));
    }
}

void TestWindowCheck::asksWhenItIsShown()
{
    const widgets::CheckPage *page = m_window->pages()->check();
    // The window offers the current side's database to run on.
    auto *again = page->findChild<QPushButton *>(QStringLiteral("checkAgain"));
    QTRY_VERIFY_WITH_TIMEOUT(again->isEnabled(), patience);
    m_window->pages()->show(StageStrip::Check);
    QTRY_VERIFY_WITH_TIMEOUT(page->checklist(), patience);
    const analysis::ChecklistPtr list = page->checklist();
    QCOMPARE(list->find(QStringLiteral("prepared-transactions"))->verdict, CheckVerdict::Stop);
    QCOMPARE(list->find(QStringLiteral("drift"))->verdict, CheckVerdict::Ok);
    const bool countsNulls = std::any_of(list->items.cbegin(), list->items.cend(), [](const auto &item) {
        return item.id.startsWith(QLatin1String("data-s")) && item.verdict == CheckVerdict::Stop;
    });
    QVERIFY(countsNulls);
    QVERIFY(
        m_window->pages()->strip()->tab(StageStrip::Check)->line().contains(QLatin1String("stop the run")));
    m_window->pages()->check()->select(QStringLiteral("prepared-transactions"));
    shoot(QStringLiteral("check"));
    again->click();
    QTRY_VERIFY_WITH_TIMEOUT(page->checklist() != list, patience);
}

void TestWindowCheck::tellsThePlanPageWhoWouldWait()
{
    const auto *inspector = m_window->pages()->plan()->findChild<widgets::Inspector *>();
    const analysis::ChecklistPtr list = m_window->pages()->check()->checklist();
    QVERIFY(!list->blast.queues.isEmpty());
    m_window->pages()->show(StageStrip::Plan);
    m_window->pages()->plan()->selectStep(list->blast.queues.first().step);
    QVERIFY2(inspector->toPlainText().contains(QLatin1String("forgotten by billing")),
             qPrintable(inspector->toPlainText()));
    shoot(QStringLiteral("check-plan"));
}

void TestWindowCheck::keepsARunFromBeginning()
{
    m_window->pages()->show(StageStrip::Run);
    auto *start = m_window->findChild<QPushButton *>(QStringLiteral("runStart"));
    QTest::keyClicks(m_window->findChild<QLineEdit *>(QStringLiteral("runName")), m_database->name());
    QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), patience);
    start->click();
    const widgets::RunPage *page = m_window->pages()->run();
    QVERIFY(page->isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning(), patience);
    QCOMPARE(page->state(), execution::RunState::Failed);
    const auto journal = m_session->query(QStringLiteral("SELECT to_regnamespace('lockstep') IS NULL"));
    QVERIFY(journal.has_value() && journal->boolean(0, 0));
    QCOMPARE(m_window->pages()->check()->stopping(), QStringList{ QStringLiteral("prepared-transactions") });
    shoot(QStringLiteral("check-run"));
}

QTEST_MAIN(TestWindowCheck)
#include "tst_windowcheck.moc"
