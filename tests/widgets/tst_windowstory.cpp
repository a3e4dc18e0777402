#include "killedwindow.h"

#include <model/items/eventlogmodel.h>
#include <model/items/format.h>
#include <model/items/runstepsmodel.h>
#include <model/schema/helpers.h>
#include <widgets/common/badge.h>
#include <widgets/common/banner.h>
#include <widgets/run/runpage.h>

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace lockstep;
using namespace lockstep::app;
using execution::RunState;
using testing::KilledWindow;

namespace {

constexpr int patience = testing::windowPatience / 2;
constexpr int rowCount = 120000;
const QString edit = QStringLiteral(" AND id IS NOT NULL");

const QByteArray target =
    "CREATE TABLE public.users (id bigint PRIMARY KEY, mail text NOT NULL, seen timestamptz);\n";

/// Edits, proves and runs until the backfill is half done.
int runUntilPaused()
{
    KilledWindow child;
    const QString project = child.path(QStringLiteral("shop.lockstep"));
    child.window()->files()->open(project);
    if (!KilledWindow::waitFor([&] { return child.isProved(); }))
        return 1;
    child.shoot("story-compare");
    if (!child.editBackfill(edit, project))
        return 2;
    child.shoot("story-edited");
    child.find<QAction>("prove")->trigger();
    if (!KilledWindow::waitFor([&] { return child.isProved(); }))
        return 3;
    child.shoot("story-proved");
    child.pages()->show(widgets::StageStrip::Run);
    auto *start = child.find<QPushButton>("runStart");
    if (!KilledWindow::waitFor([&] { return start->text().contains(KilledWindow::databaseName()); }))
        return 4;
    QTest::keyClicks(child.find<QLineEdit>("runName"), KilledWindow::databaseName());
    if (!KilledWindow::waitFor([&] { return start->isEnabled(); }))
        return 5;
    QTest::mouseClick(start, Qt::LeftButton);
    auto *rows = child.find<QLabel>("runRows");
    const auto hasBegun = [rows] {
        return rows->text().contains(QStringLiteral("of about"))
               && !rows->text().startsWith(QLatin1String("0 "));
    };
    if (!KilledWindow::waitFor(hasBegun))
        return 6;
    QTest::mouseClick(child.find<QPushButton>("runPause"), Qt::LeftButton);
    if (!KilledWindow::waitFor([&] { return child.pages()->run()->state() == RunState::Paused; }))
        return 7;
    QTest::qWait(200);
    child.shoot("story-paused");
    return KilledWindow::sayAndStay("paused");
}

} // namespace

/// The whole story of a change in the window: compare, plan, edit, prove, run with a backfill, pause, the
/// program is killed, open again, resume, gate, roll back, and the database is as before.
class TestWindowStory : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { m_fixture.verifyNoStall(); }
    void isKilledWhileItsRunIsPaused();
    void comesBackWithItsEdits();
    void resumesWhatTheKilledOneBegan();
    void rollsBackToWhatWasThere();

private:
    /// What was done before the kill is listed at the time when it was done.
    void verifyEarlierTimes();
    /// Whenever it was told.
    void verifyNewestOnTop();
    [[nodiscard]] QString schema();
    [[nodiscard]] QString content();
    [[nodiscard]] MainWindow *window() const { return m_fixture.window(); }
    [[nodiscard]] QPushButton *question() const { return m_fixture.visibleButton("askAccept"); }

    testing::WindowFixture m_fixture;
    QString m_schemaBefore;
    QString m_contentBefore;
};

void TestWindowStory::initTestCase()
{
    m_fixture.createDatabase(
        QStringLiteral("shop"),
        QStringLiteral(
            "CREATE TABLE public.users (id bigint PRIMARY KEY, email text NOT NULL);"
            "INSERT INTO public.users SELECT i, 'user' || i || '@example.net' FROM generate_series(1, %1) i;"
            "ANALYZE public.users")
            .arg(rowCount));
    QVERIFY(!QTest::currentTestFailed());
    m_schemaBefore = schema();
    m_contentBefore = content();
    m_fixture.writeProject(target, [](project::Project *project) {
        project->environment = QStringLiteral("staging");
        project->intents.renames = { { schema::Kind::Column, QStringLiteral("public.users.email"),
                                       QStringLiteral("public.users.mail") } };
    });
}

QString TestWindowStory::schema()
{
    return m_fixture.value(QStringLiteral(
        "SELECT string_agg(line, E'\\n' ORDER BY line) FROM ("
        "SELECT attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull AS line FROM "
        "pg_attribute WHERE attrelid = 'public.users'::regclass AND attnum > 0 AND NOT attisdropped "
        "UNION ALL SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = "
        "'public.users'::regclass "
        "UNION ALL SELECT indexdef FROM pg_indexes WHERE tablename = 'users' "
        "UNION ALL SELECT tgname FROM pg_trigger WHERE tgrelid = 'public.users'::regclass "
        "UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace) lines"));
}

QString TestWindowStory::content()
{
    return m_fixture.value(
        QStringLiteral("SELECT count(*) || ' ' || md5(string_agg(to_jsonb(users)::text, ',' ORDER BY id)) "
                       "FROM public.users"));
}

void TestWindowStory::isKilledWhileItsRunIsPaused()
{
    KilledWindow::killAfter(m_fixture, "run", "paused");
    QVERIFY(!QTest::currentTestFailed());
    // Half of the work is there, the other half is not.
    const int filled =
        m_fixture.value(QStringLiteral("SELECT count(*) FROM public.users WHERE mail IS NOT NULL")).toInt();
    QVERIFY2(filled > 0 && filled < rowCount, qPrintable(QString::number(filled)));
}

void TestWindowStory::comesBackWithItsEdits()
{
    m_fixture.openWindow();
    window()->files()->open(m_fixture.path(QStringLiteral("shop.lockstep")));
    QCOMPARE(window()->document()->environment(), QStringLiteral("staging"));
    // What the run has put there for itself is not for anybody to drop.
    auto *banner = m_fixture.find<widgets::Banner>("unfinishedRun");
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), patience);
    window()->pipeline()->decide({}); // There is no more to rename: both names are there.
    QTRY_VERIFY_WITH_TIMEOUT(window()->pipeline()->changes(), patience);
    for (const diff::Change &change : window()->pipeline()->changes()->changes)
        QVERIFY2(!schema::isHelper(diff::idOf(change)), qPrintable(schema::displayName(diff::idOf(change))));
    m_fixture.shoot(QStringLiteral("story-unfinished"));
    QTest::mouseClick(banner->findChild<QToolButton *>(QStringLiteral("bannerAction")), Qt::LeftButton);
    QVERIFY(m_fixture.pages()->run()->isVisible());
    QCOMPARE(m_fixture.value(QStringLiteral("SELECT count(*) > 0 FROM pg_proc WHERE proname LIKE 'zzz%'")),
             QStringLiteral("t"));
    // The journal has the plan that ran.
    QTRY_VERIFY_WITH_TIMEOUT(question(), patience);
    m_fixture.shoot(QStringLiteral("story-found"));
    if (question()->text() == QLatin1String("Open that plan"))
        QTest::mouseClick(question(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(question() && question()->text() == QLatin1String("Resume it"), patience);
    QCOMPARE(window()->document()->environment(), QStringLiteral("staging"));
    QCOMPARE(m_fixture.pages()->run()->findChild<widgets::Badge *>()->environment(),
             widgets::Environment::Staging);
    const plan::PlanPtr plan = window()->pipeline()->plan();
    QVERIFY(plan->isProved());
    QVERIFY(std::any_of(plan->steps.cbegin(), plan->steps.cend(), [](const plan::Step &step) {
        return step.edited && step.sql.join(QLatin1Char(';')).contains(edit);
    }));
}

void TestWindowStory::resumesWhatTheKilledOneBegan()
{
    m_fixture.shoot(QStringLiteral("story-resume"));
    QTest::mouseClick(question(), Qt::LeftButton);
    const widgets::RunPage *page = window()->pages()->run();
    QVERIFY(page->isRunning());
    int gates = 0;
    QElapsedTimer clock;
    clock.start();
    while (page->isRunning() && clock.elapsed() < patience) {
        QTest::qWait(20);
        if (QPushButton *answer = question()) {
            if (page->state() == RunState::WaitingGate && gates++ == 0)
                m_fixture.shoot(QStringLiteral("story-gate"));
            QTest::mouseClick(answer, Qt::LeftButton);
        }
    }
    m_fixture.shoot(QStringLiteral("story-done"));
    QCOMPARE(page->state(), RunState::Done);
    verifyEarlierTimes();
    QVERIFY(gates > 0);
    QCOMPARE(m_fixture.value(QStringLiteral("SELECT count(*) FROM public.users WHERE mail LIKE 'user%'")),
             QString::number(rowCount));
}

void TestWindowStory::verifyEarlierTimes()
{
    const auto *events = m_fixture.find<QTreeView>("runEvents")->model();
    const auto *steps = m_fixture.find<QTreeView>("runSteps")->model();
    const QString firstDone = m_fixture.value(
        QStringLiteral("SELECT to_char(finished, 'HH24:MI:SS') FROM lockstep.step ORDER BY ord LIMIT 1"));
    const double tookMs =
        m_fixture.value(QStringLiteral("SELECT took_ms FROM lockstep.step ORDER BY ord LIMIT 1")).toDouble();
    QStringList times;
    for (int row = 0; row < events->rowCount(); ++row) {
        const QString text = events->index(row, items::EventLogModel::Text).data().toString();
        if (text.startsWith(QLatin1String("Step 1, ")) && text.contains(QLatin1String("done")))
            times.append(events->index(row, items::EventLogModel::Time).data().toString());
    }
    QCOMPARE(times, QStringList{ firstDone });
    QCOMPARE(steps->index(0, items::RunStepsModel::Took).data().toString(), items::durationText(tookMs));
    verifyNewestOnTop();
}

void TestWindowStory::verifyNewestOnTop()
{
    const auto *events = m_fixture.find<QTreeView>("runEvents")->model();
    QString last = QStringLiteral("99");
    for (int row = 0; row < events->rowCount(); ++row) {
        const QString time = events->index(row, items::EventLogModel::Time).data().toString();
        QVERIFY2(time <= last, qPrintable(time + QStringLiteral(" is under ") + last));
        last = time;
    }
}

void TestWindowStory::rollsBackToWhatWasThere()
{
    const widgets::RunPage *page = window()->pages()->run();
    QTest::mouseClick(m_fixture.visibleButton("runRollBack"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(question(), patience);
    m_fixture.shoot(QStringLiteral("story-roll-back"));
    QElapsedTimer clock;
    clock.start();
    while ((page->state() != RunState::RolledBack || page->isRunning()) && clock.elapsed() < patience) {
        if (QPushButton *answer = question())
            QTest::mouseClick(answer, Qt::LeftButton);
        QTest::qWait(20);
    }
    m_fixture.shoot(QStringLiteral("story-rolled-back"));
    QCOMPARE(page->state(), RunState::RolledBack);
    verifyNewestOnTop();
    // Another run is confirmed anew.
    QVERIFY(m_fixture.find<QLineEdit>("runName")->text().isEmpty());
    QCOMPARE(schema(), m_schemaBefore);
    QCOMPARE(content(), m_contentBefore);
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    if (!KilledWindow::task().isEmpty())
        return runUntilPaused();
    TestWindowStory test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "tst_windowstory.moc"
