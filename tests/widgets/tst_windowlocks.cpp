#include "../support/postgrestest.h"

#include <app/mainwindow.h>
#include <model/plan/planjson.h>
#include <model/project/projectfile.h>
#include <widgets/run/runpage.h>

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace lockstep;
using namespace lockstep::app;
using execution::RunState;
using widgets::StageStrip;

namespace {

constexpr int patience = 120000;

QPushButton *visibleButton(const MainWindow &window, const char *name)
{
    for (QPushButton *button : window.findChildren<QPushButton *>(QLatin1String(name))) {
        if (button->isVisible())
            return button;
    }
    return nullptr;
}

} // namespace

/// A run that waits for somebody's lock, and one that another window is at work on: what a person can do
/// about it in the window, on a real database. Leaves pictures in LOCKSTEP_SHOTS if that is set.
class TestWindowLocks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void disconnectsWhoIsInTheWay();
    void endsNobodyUnlessThatWasAgreed();
    void stopsARunOfAnotherWindow();
    void takesARunOfAnotherWindowOver();

private:
    [[nodiscard]] std::unique_ptr<MainWindow> openWindow();
    void shoot(MainWindow *window, const QString &name);
    void start(MainWindow *window);
    /// The first window runs and waits for the lock of m_holder.
    void startBlocked();
    [[nodiscard]] bool holderIsThere();
    [[nodiscard]] RunState stateOf(const std::unique_ptr<MainWindow> &window) const
    {
        return window->pages()->run()->state();
    }

    QTemporaryDir m_directory;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<widgets::Theme> m_theme;
    scratch::ScratchServerPtr m_server;
    std::unique_ptr<scratch::ScratchDatabase> m_database;
    std::unique_ptr<postgres::Session> m_holder;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<MainWindow> m_other;
    QString m_planFile;
};

void TestWindowLocks::initTestCase()
{
    QString why;
    m_server = testing::server(&why);
    QVERIFY2(m_server, qPrintable(why));
    const auto session = postgres::Session::open(m_server->maintenance());
    QVERIFY(session.has_value());
    QVERIFY((*session)->execute(QStringLiteral("CREATE ROLE billing LOGIN")).has_value());
    QFile target(m_directory.filePath(QStringLiteral("target.sql")));
    QVERIFY(target.open(QIODevice::WriteOnly));
    target.write("CREATE TABLE public.orders (id bigint PRIMARY KEY, note text, tier text);\n"
                 "GRANT SELECT ON public.orders TO billing;\n");
    target.close();
    m_planFile = m_directory.filePath(QStringLiteral("shop.lockplan"));
    m_settings = std::make_unique<Settings>(m_directory.filePath(QStringLiteral("settings.ini")));
    m_theme = std::make_unique<widgets::Theme>();
    m_theme->setMode(widgets::ThemeMode::Light);
}

void TestWindowLocks::init()
{
    auto database = scratch::ScratchDatabase::create(m_server, QStringLiteral("locked"));
    QVERIFY(database.has_value());
    m_database = std::move(*database);
    // Not a superuser: those are never ended.
    const auto session = m_database->open();
    QVERIFY(
        (*session)
            ->executeScript(QStringLiteral(
                "CREATE TABLE public.orders (id bigint PRIMARY KEY, note text); INSERT INTO public.orders "
                "SELECT i FROM generate_series(1, 100) i; GRANT SELECT ON public.orders TO billing"))
            .has_value());
    postgres::ConnectionTarget holder = m_database->target();
    holder.text += QStringLiteral(" user='billing' application_name='billing report'");
    holder.applicationName = QStringLiteral("billing report");
    auto opened = postgres::Session::open(holder);
    QVERIFY2(opened.has_value(), opened.has_value() ? "" : qPrintable(opened.error().toText()));
    m_holder = std::move(*opened);
    project::Project project;
    project.current = m_database->target().text;
    project.target = m_directory.filePath(QStringLiteral("target.sql"));
    const QString path = m_directory.filePath(QStringLiteral("shop.lockstep"));
    QVERIFY(project::writeProject(project, path).has_value());
    m_window = openWindow();
    const QSignalSpy proved(m_window->pipeline(), &project::Pipeline::proofReady);
    m_window->files()->open(path);
    QTRY_VERIFY_WITH_TIMEOUT(!proved.isEmpty(), patience);
    QFile file(m_planFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(plan::toJson(*m_window->pipeline()->plan()));
}

void TestWindowLocks::cleanup()
{
    for (const auto &window : { std::ref(m_window), std::ref(m_other) }) {
        if (window.get() && window.get()->pages()->run()->isRunning())
            emit window.get()->pages()->run()->stopRequested();
    }
    m_holder.reset();
    m_other.reset();
    m_window.reset();
}

std::unique_ptr<MainWindow> TestWindowLocks::openWindow()
{
    auto window = std::make_unique<MainWindow>(scratch::ScratchOptions{ m_server->maintenance().text, 0 },
                                               m_settings.get(), m_theme.get());
    window->resize(1600, 1000);
    window->show();
    return window;
}

void TestWindowLocks::shoot(MainWindow *window, const QString &name)
{
    const QString directory = qEnvironmentVariable("LOCKSTEP_SHOTS");
    if (directory.isEmpty())
        return;
    for (const auto mode : { widgets::ThemeMode::Dark, widgets::ThemeMode::Light }) {
        m_theme->setMode(mode);
        QApplication::processEvents();
        const QString theme =
            mode == widgets::ThemeMode::Dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png");
        QVERIFY(window->grab().save(QDir(directory).filePath(name + theme)));
    }
}

void TestWindowLocks::start(MainWindow *window)
{
    window->pages()->show(StageStrip::Run);
    auto *start = window->findChild<QPushButton *>(QStringLiteral("runStart"));
    const QString name = m_database->name();
    QTRY_VERIFY_WITH_TIMEOUT(start->text().contains(name), patience);
    QTest::keyClicks(window->findChild<QLineEdit *>(QStringLiteral("runName")), name);
    QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), patience);
    start->click();
}

void TestWindowLocks::startBlocked()
{
    QVERIFY(m_holder->executeScript(QStringLiteral("BEGIN; SELECT count(*) FROM public.orders")).has_value());
    start(m_window.get());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(m_window), RunState::WaitingLock, patience);
}

bool TestWindowLocks::holderIsThere()
{
    return m_holder->execute(QStringLiteral("SELECT 1")).has_value();
}

void TestWindowLocks::disconnectsWhoIsInTheWay()
{
    startBlocked();
    auto *blockers = m_window->findChild<QTreeView *>(QStringLiteral("blockers"));
    QTRY_VERIFY_WITH_TIMEOUT(blockers->isVisible() && blockers->model()->rowCount() == 1, patience);
    QVERIFY(blockers->model()->index(0, 0).data().toString().contains(QLatin1String("billing report")));
    shoot(m_window.get(), QStringLiteral("run-blocked"));
    auto *terminate = visibleButton(*m_window, "blockerTerminate");
    QVERIFY2(terminate, qPrintable(blockers->model()->index(0, 0).data(Qt::ToolTipRole).toString()));
    terminate->click();
    QVERIFY(holderIsThere());
    shoot(m_window.get(), QStringLiteral("run-blocked-asked"));
    visibleButton(*m_window, "askAccept")->click();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(m_window), RunState::Done, patience);
    QVERIFY(!holderIsThere());
    QVERIFY(!blockers->isVisible());
}

void TestWindowLocks::endsNobodyUnlessThatWasAgreed()
{
    const widgets::RunPage *page = m_window->pages()->run();
    auto *consent = m_window->findChild<QComboBox *>(QStringLiteral("runConsent"));
    QCOMPARE(page->consent(), execution::BlockerTier::Nobody);
    m_window->pages()->show(StageStrip::Run);
    shoot(m_window.get(), QStringLiteral("run-consent"));
    startBlocked();
    QTest::qWait(2000);
    QVERIFY(holderIsThere());
    // Each agreement includes those before it.
    QCOMPARE(consent->count(), int(execution::BlockerTier::Session) + 1);
    consent->setCurrentIndex(consent->count() - 1);
    QCOMPARE(page->consent(), execution::BlockerTier::Session);
}

void TestWindowLocks::stopsARunOfAnotherWindow()
{
    startBlocked();
    m_other = openWindow();
    m_other->files()->open(m_planFile);
    m_other->pages()->show(StageStrip::Run);
    m_other->pages()->run()->setTarget(m_database->target().text);
    QTRY_VERIFY_WITH_TIMEOUT(visibleButton(*m_other, "askAccept"), patience);
    QCOMPARE(visibleButton(*m_other, "askAccept")->text(), QStringLiteral("Stop it there"));
    shoot(m_other.get(), QStringLiteral("run-elsewhere"));
    visibleButton(*m_other, "askAccept")->click();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(m_window), RunState::Stopped, patience);
    QTRY_VERIFY_WITH_TIMEOUT(visibleButton(*m_other, "askAccept")
                                 && visibleButton(*m_other, "askAccept")->text()
                                        == QLatin1String("Resume it"),
                             patience);
    QVERIFY(holderIsThere());
}

void TestWindowLocks::takesARunOfAnotherWindowOver()
{
    startBlocked();
    m_other = openWindow();
    m_other->files()->open(m_planFile);
    m_other->pages()->show(StageStrip::Run);
    m_other->pages()->run()->setTarget(m_database->target().text);
    QTRY_VERIFY_WITH_TIMEOUT(visibleButton(*m_other, "askDecline"), patience);
    visibleButton(*m_other, "askDecline")->click();
    QCOMPARE(visibleButton(*m_other, "askAccept")->text(), QStringLiteral("Take it over"));
    visibleButton(*m_other, "askAccept")->click();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(m_other), RunState::WaitingLock, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->pages()->run()->isRunning(), patience);
    QCOMPARE(stateOf(m_window), RunState::Failed);
    QVERIFY(m_holder->execute(QStringLiteral("COMMIT")).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(m_other), RunState::Done, patience);
}

QTEST_MAIN(TestWindowLocks)
#include "tst_windowlocks.moc"
