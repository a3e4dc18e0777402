#include "windowfixture.h"

#include <model/items/blockersmodel.h>
#include <model/plan/planjson.h>
#include <widgets/run/runpage.h>

#include <QComboBox>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace lockstep;
using namespace lockstep::app;
using execution::RunState;
using widgets::StageStrip;

namespace {

constexpr int patience = testing::windowPatience;

} // namespace

/// A run that waits for somebody's lock, and one that another window is at work on: what a person can do
/// about it in the window, on a real database.
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
    void start(MainWindow *window);
    /// The first window runs and waits for the lock of m_holder.
    void startBlocked();
    [[nodiscard]] bool holderIsThere();
    [[nodiscard]] static RunState stateOf(MainWindow *window) { return window->pages()->run()->state(); }
    [[nodiscard]] MainWindow *window() const { return m_fixture.window(); }
    [[nodiscard]] MainWindow *other() const { return m_other.get(); }

    testing::WindowFixture m_fixture;
    std::unique_ptr<postgres::Session> m_holder;
    std::unique_ptr<MainWindow> m_other;
    QString m_planFile;
};

void TestWindowLocks::initTestCase()
{
    m_planFile = m_fixture.path(QStringLiteral("shop.lockplan"));
}

void TestWindowLocks::init()
{
    // The holder is no superuser: those are never ended.
    m_fixture.createDatabase(
        QStringLiteral("locked"),
        QStringLiteral(
            "DO $$ BEGIN CREATE ROLE billing LOGIN; EXCEPTION WHEN duplicate_object THEN END $$;"
            "CREATE TABLE public.orders (id bigint PRIMARY KEY, note text); INSERT INTO public.orders "
            "SELECT i FROM generate_series(1, 100) i; GRANT SELECT ON public.orders TO billing"));
    QVERIFY(!QTest::currentTestFailed());
    postgres::ConnectionTarget holder = m_fixture.database()->target();
    holder.text += QStringLiteral(" user='billing' application_name='billing report'");
    holder.applicationName = QStringLiteral("billing report");
    auto opened = postgres::Session::open(holder);
    QVERIFY2(opened.has_value(), opened.has_value() ? "" : qPrintable(opened.error().toText()));
    m_holder = std::move(*opened);
    m_fixture.openWindow();
    m_fixture.openAndProve(
        m_fixture.writeProject("CREATE TABLE public.orders (id bigint PRIMARY KEY, note text, tier text);\n"
                               "GRANT SELECT ON public.orders TO billing;\n"));
    QVERIFY(!QTest::currentTestFailed());
    m_fixture.write(QStringLiteral("shop.lockplan"), plan::toJson(*window()->pipeline()->plan()));
}

void TestWindowLocks::cleanup()
{
    for (MainWindow *one : { window(), other() }) {
        if (one && one->pages()->run()->isRunning())
            emit one->pages()->run()->stopRequested();
    }
    m_holder.reset();
    const testing::StallWatch::Excuse excuse; // A window that goes waits for its run.
    m_other.reset();
    m_fixture.closeWindow();
    m_fixture.verifyNoStall();
}

void TestWindowLocks::start(MainWindow *window)
{
    m_fixture.confirmName(window);
    QVERIFY(!QTest::currentTestFailed());
    window->findChild<QPushButton *>(QStringLiteral("runStart"))->click();
}

void TestWindowLocks::startBlocked()
{
    {
        const testing::StallWatch::Excuse excuse;
        QVERIFY(
            m_holder->executeScript(QStringLiteral("BEGIN; SELECT count(*) FROM public.orders")).has_value());
    }
    start(window());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(window()), RunState::WaitingLock, patience);
}

bool TestWindowLocks::holderIsThere()
{
    const testing::StallWatch::Excuse excuse;
    return m_holder->execute(QStringLiteral("SELECT 1")).has_value();
}

void TestWindowLocks::disconnectsWhoIsInTheWay()
{
    startBlocked();
    auto *blockers = window()->findChild<QTreeView *>(QStringLiteral("blockers"));
    QTRY_VERIFY_WITH_TIMEOUT(blockers->isVisible() && blockers->model()->rowCount() == 1, patience);
    QVERIFY(blockers->model()->index(0, 0).data().toString().contains(QLatin1String("billing report")));
    m_fixture.shoot(QStringLiteral("run-blocked"));
    // Its transaction grows old before the user's eyes, also while nobody asks the server again.
    QStringList ages;
    for (int i = 0; i < 20; ++i) {
        QTest::qWait(100);
        const QString age = blockers->model()->index(0, items::BlockersModel::Age).data().toString();
        if (age != ages.value(ages.size() - 1))
            ages.append(age);
    }
    QVERIFY2(ages.size() >= 3, qPrintable(ages.join(QLatin1Char(' '))));
    auto *terminate = m_fixture.visibleButton("blockerTerminate");
    QVERIFY2(terminate, qPrintable(blockers->model()->index(0, 0).data(Qt::ToolTipRole).toString()));
    terminate->click();
    QVERIFY(holderIsThere());
    m_fixture.shoot(QStringLiteral("run-blocked-asked"));
    m_fixture.visibleButton("askAccept")->click();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(window()), RunState::Done, patience);
    QVERIFY(!holderIsThere());
    QVERIFY(!blockers->isVisible());
}

void TestWindowLocks::endsNobodyUnlessThatWasAgreed()
{
    const widgets::RunPage *page = window()->pages()->run();
    auto *consent = window()->findChild<QComboBox *>(QStringLiteral("runConsent"));
    const auto chosen = [page] {
        execution::RunOptions options;
        page->choose(&options);
        return options.consent.upTo;
    };
    QCOMPARE(chosen(), execution::BlockerTier::Nobody);
    window()->pages()->show(StageStrip::Run);
    m_fixture.shoot(QStringLiteral("run-consent"));
    startBlocked();
    QTest::qWait(2000);
    QVERIFY(holderIsThere());
    // Each agreement includes those before it.
    QCOMPARE(consent->count(), int(execution::BlockerTier::Session) + 1);
    consent->setCurrentIndex(consent->count() - 1);
    QCOMPARE(chosen(), execution::BlockerTier::Session);
}

void TestWindowLocks::stopsARunOfAnotherWindow()
{
    startBlocked();
    m_other = m_fixture.openAnother();
    other()->files()->open(m_planFile);
    other()->pages()->show(StageStrip::Run);
    other()->pages()->run()->setTarget(m_fixture.database()->target().text);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture.visibleButton("askAccept", other()), patience);
    QCOMPARE(m_fixture.visibleButton("askAccept", other())->text(), QStringLiteral("Stop it there"));
    m_fixture.shoot(QStringLiteral("run-elsewhere"), other());
    m_fixture.visibleButton("askAccept", other())->click();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(window()), RunState::Stopped, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture.visibleButton("askAccept", other())
                                 && m_fixture.visibleButton("askAccept", other())->text()
                                        == QLatin1String("Resume it"),
                             patience);
    QVERIFY(holderIsThere());
}

void TestWindowLocks::takesARunOfAnotherWindowOver()
{
    startBlocked();
    m_other = m_fixture.openAnother();
    other()->files()->open(m_planFile);
    other()->pages()->show(StageStrip::Run);
    other()->pages()->run()->setTarget(m_fixture.database()->target().text);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture.visibleButton("askDecline", other()), patience);
    m_fixture.visibleButton("askDecline", other())->click();
    QCOMPARE(m_fixture.visibleButton("askAccept", other())->text(), QStringLiteral("Take it over"));
    m_fixture.visibleButton("askAccept", other())->click();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(other()), RunState::WaitingLock, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!window()->pages()->run()->isRunning(), patience);
    QCOMPARE(stateOf(window()), RunState::Failed);
    QVERIFY(m_holder->execute(QStringLiteral("COMMIT")).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(other()), RunState::Done, patience);
}

QTEST_MAIN(TestWindowLocks)
#include "tst_windowlocks.moc"
