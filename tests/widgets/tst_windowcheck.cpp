#include "windowfixture.h"

#include <widgets/plan/inspector.h>
#include <widgets/plan/planpage.h>
#include <widgets/run/checkpage.h>
#include <widgets/run/runpage.h>

#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

using namespace lockstep;
using namespace lockstep::app;
using analysis::CheckVerdict;
using widgets::StageStrip;

namespace {

constexpr int patience = testing::windowPatience;

} // namespace

/// The checklist in the window on a live database: asked when it is shown, and again just before a run.
class TestWindowCheck : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { m_fixture.verifyNoStall(); }
    void cleanupTestCase();
    void asksWhenItIsShown();
    void tellsThePlanPageWhoWouldWait();
    void keepsARunFromBeginning();

private:
    [[nodiscard]] MainWindow *window() const { return m_fixture.window(); }

    testing::WindowFixture m_fixture;
};

void TestWindowCheck::initTestCase()
{
    m_fixture.createDatabase(
        QStringLiteral("checked"),
        QStringLiteral(
            "CREATE TABLE public.orders (id bigint PRIMARY KEY, user_id bigint, note text);"
            "INSERT INTO public.orders SELECT i, i, nullif(i, 7)::text FROM generate_series(1, 5000) i;"
            "ANALYZE public.orders"));
    QVERIFY(!QTest::currentTestFailed());
    m_fixture.execute(QStringLiteral("BEGIN; UPDATE public.orders SET note = 'x' WHERE id = 1; PREPARE "
                                     "TRANSACTION 'forgotten by billing'"));
    m_fixture.openWindow();
    m_fixture.openAndProve(m_fixture.writeProject(
        "CREATE TABLE public.orders (id bigint PRIMARY KEY, user_id bigint, note text NOT NULL, tier text);\n"
        "CREATE INDEX orders_user_idx ON public.orders (user_id);\n"));
}

void TestWindowCheck::cleanupTestCase()
{
    m_fixture.closeWindow();
    if (m_fixture.session())
        m_fixture.execute(QStringLiteral("ROLLBACK PREPARED 'forgotten by billing'"));
}

void TestWindowCheck::asksWhenItIsShown()
{
    const widgets::CheckPage *page = window()->pages()->check();
    // The window offers the current side's database to run on.
    auto *again = page->findChild<QPushButton *>(QStringLiteral("checkAgain"));
    QTRY_VERIFY_WITH_TIMEOUT(again->isEnabled(), patience);
    window()->pages()->show(StageStrip::Check);
    QTRY_VERIFY_WITH_TIMEOUT(page->checklist(), patience);
    const analysis::ChecklistPtr list = page->checklist();
    QCOMPARE(list->find(QStringLiteral("prepared-transactions"))->verdict, CheckVerdict::Stop);
    QCOMPARE(list->find(QStringLiteral("drift"))->verdict, CheckVerdict::Ok);
    const bool countsNulls = std::any_of(list->items.cbegin(), list->items.cend(), [](const auto &item) {
        return item.id.startsWith(QLatin1String("data-s")) && item.verdict == CheckVerdict::Stop;
    });
    QVERIFY(countsNulls);
    const QRegularExpression id(QStringLiteral("\\bs[0-9]{2}\\b"));
    for (const analysis::CheckItem &item : list->items) {
        const QString said = item.consequence + item.advice;
        QVERIFY2(!said.contains(id), qPrintable(said));
    }
    QVERIFY(
        window()->pages()->strip()->tab(StageStrip::Check)->line().contains(QLatin1String("stop the run")));
    window()->pages()->check()->select(QStringLiteral("prepared-transactions"));
    m_fixture.shoot(QStringLiteral("check"));
    again->click();
    QTRY_VERIFY_WITH_TIMEOUT(page->checklist() != list, patience);
}

void TestWindowCheck::tellsThePlanPageWhoWouldWait()
{
    const auto *inspector = window()->pages()->plan()->findChild<widgets::Inspector *>();
    const analysis::ChecklistPtr list = window()->pages()->check()->checklist();
    QVERIFY(!list->blast.queues.isEmpty());
    window()->pages()->show(StageStrip::Plan);
    window()->pages()->plan()->selectStep(list->blast.queues.first().step);
    QVERIFY2(inspector->toPlainText().contains(QLatin1String("forgotten by billing")),
             qPrintable(inspector->toPlainText()));
    m_fixture.shoot(QStringLiteral("check-plan"));
}

void TestWindowCheck::keepsARunFromBeginning()
{
    m_fixture.confirmName();
    QVERIFY(!QTest::currentTestFailed());
    m_fixture.find<QPushButton>("runStart")->click();
    const widgets::RunPage *page = window()->pages()->run();
    QVERIFY(page->isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning(), patience);
    QCOMPARE(page->state(), execution::RunState::Failed);
    QCOMPARE(m_fixture.value(QStringLiteral("SELECT to_regnamespace('lockstep') IS NULL")),
             QStringLiteral("t"));
    // Rows that would stop it on its way keep it from beginning, too.
    const QStringList stopping = window()->pages()->check()->stopping();
    QCOMPARE(stopping.size(), 2);
    QCOMPARE(stopping.first(), QStringLiteral("prepared-transactions"));
    QVERIFY2(stopping.last().startsWith(QLatin1String("data-s")), qPrintable(stopping.last()));
    m_fixture.shoot(QStringLiteral("check-run"));
}

QTEST_MAIN(TestWindowCheck)
#include "tst_windowcheck.moc"
