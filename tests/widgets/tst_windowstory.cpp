#include "../support/postgrestest.h"
#include "windowfixture.h"

#include <app/language.h>
#include <model/items/eventlogmodel.h>
#include <model/items/format.h>
#include <model/items/runstepsmodel.h>
#include <model/schema/helpers.h>
#include <widgets/common/banner.h>
#include <widgets/plan/planpage.h>
#include <widgets/run/runpage.h>

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace lockstep;
using namespace lockstep::app;
using execution::RunState;
using widgets::StageStrip;

namespace {

constexpr int patience = testing::windowPatience / 2;
constexpr int rowCount = 120000;
constexpr auto childVariable = "LOCKSTEP_STORY_CHILD"; ///< What the program does if it is started by itself.
constexpr auto serverVariable = "LOCKSTEP_STORY_SERVER";
constexpr auto directoryVariable = "LOCKSTEP_STORY_DIRECTORY";
const QString edit = QStringLiteral(" AND id IS NOT NULL");

const QByteArray target =
    "CREATE TABLE public.users (id bigint PRIMARY KEY, mail text NOT NULL, seen timestamptz);\n";

/// A window as another start of the program has it, which shall be killed.
struct Child
{
    QString directory = qEnvironmentVariable(directoryVariable);
    Settings settings{ directory + QStringLiteral("/settings.ini") };
    widgets::Theme theme;
    MainWindow window{ { qEnvironmentVariable(serverVariable), 0 }, &settings, &theme };

    Child()
    {
        window.document()->setAutosavePath(directory + QStringLiteral("/unsaved.lockstep"));
        window.resize(1600, 1000);
        window.show();
    }
    template <typename Control>
    Control *find(const char *name)
    {
        return window.findChild<Control *>(QLatin1String(name));
    }
    bool waitFor(const std::function<bool()> &condition) { return QTest::qWaitFor(condition, patience); }
    bool isProved()
    {
        const plan::PlanPtr plan = window.pipeline()->plan();
        return plan && plan->isProved();
    }
    /// Says to who started it how far it is.
    static void say(const char *what)
    {
        std::printf("%s\n", what);
        std::fflush(stdout);
    }
    void shoot(const char *name)
    {
        window.grab().save(QCoreApplication::applicationDirPath() + QStringLiteral("/shots/story-")
                           + QLatin1String(name) + QStringLiteral(".png"));
    }

    /// Types behind the statement of the backfill and waits until that is in the file.
    bool editBackfill(const QString &file)
    {
        window.pages()->show(StageStrip::Plan);
        const plan::PlanPtr plan = window.pipeline()->plan();
        const auto step = std::find_if(plan->steps.cbegin(), plan->steps.cend(),
                                       [](const auto &each) { return each.backfill.has_value(); });
        if (step == plan->steps.cend())
            return false;
        window.pages()->plan()->selectStep(step->id);
        shoot("plan");
        auto *editor = window.pages()->plan()->findChild<QWidget *>(QStringLiteral("sqlEditorText"));
        editor->setFocus();
        // Before the semicolon.
        QTest::keyClick(editor, Qt::Key_End, Qt::ControlModifier);
        QTest::keyClick(editor, Qt::Key_Left);
        QTest::keyClicks(editor, edit);
        return waitFor([this] { return !window.pipeline()->edits().isEmpty(); }) && waitFor([file] {
                   QFile saved(file);
                   return saved.open(QIODevice::ReadOnly) && saved.readAll().contains("id IS NOT NULL");
               });
    }

    int editOnly()
    {
        CommandLine line;
        line.current = directory + QStringLiteral("/current.sql");
        line.target = directory + QStringLiteral("/target.sql");
        window.openFrom(line);
        if (!waitFor([this] { return isProved(); })
            || !editBackfill(directory + QStringLiteral("/unsaved.lockstep")))
            return 1;
        say("edited");
        return QApplication::exec();
    }

    int runUntilPaused()
    {
        const QString project = directory + QStringLiteral("/shop.lockstep");
        window.files()->open(project);
        if (!waitFor([this] { return isProved(); }))
            return 1;
        shoot("compare");
        if (!editBackfill(project))
            return 2;
        shoot("edited");
        find<QAction>("prove")->trigger();
        if (!waitFor([this] { return isProved(); }))
            return 3;
        shoot("proved");
        window.pages()->show(StageStrip::Run);
        auto *start = find<QPushButton>("runStart");
        const QString name = qEnvironmentVariable("LOCKSTEP_STORY_DATABASE");
        if (!waitFor([&] { return start->text().contains(name); }))
            return 4;
        QTest::keyClicks(find<QLineEdit>("runName"), name);
        if (!waitFor([&] { return start->isEnabled(); }))
            return 5;
        QTest::mouseClick(start, Qt::LeftButton);
        auto *rows = find<QLabel>("runRows");
        if (!waitFor([&] { return rows->text().contains(QStringLiteral("of about")); }))
            return 6;
        QTest::mouseClick(find<QPushButton>("runPause"), Qt::LeftButton);
        if (!waitFor([this] { return window.pages()->run()->state() == RunState::Paused; }))
            return 7;
        QTest::qWait(200);
        shoot("paused");
        say("paused");
        return QApplication::exec();
    }
};

int runChild(const QByteArray &what)
{
    useLanguage(QStringLiteral("en"));
    Child child;
    return what == "edit" ? child.editOnly() : child.runUntilPaused();
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
    void bringsUnsavedWorkBackAfterAKill();

private:
    /// What was done before the kill is listed at the time when it was done.
    void verifyEarlierTimes();
    /// Starts this program as a child, waits until it says that, and kills it.
    void killAfter(const QString &what, const QByteArray &said);
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

void TestWindowStory::killAfter(const QString &what, const QByteArray &said)
{
    const QByteArray line = said + '\n';
    QDir().mkpath(QCoreApplication::applicationDirPath() + QStringLiteral("/shots"));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1String(childVariable), what);
    environment.insert(QLatin1String(serverVariable), testing::server()->maintenance().text);
    environment.insert(QLatin1String(directoryVariable), QFileInfo(m_fixture.path(what)).path());
    environment.insert(QStringLiteral("LOCKSTEP_STORY_DATABASE"), m_fixture.database()->name());
    QProcess child;
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::MergedChannels);
    {
        const testing::StallWatch::Excuse excuse; // The window is another process.
        child.start(QCoreApplication::applicationFilePath(), {});
        QVERIFY(child.waitForStarted());
    }
    QByteArray output;
    QTRY_VERIFY_WITH_TIMEOUT(
        (output += child.readAll()).contains(line) || child.state() == QProcess::NotRunning, 2 * patience);
    QVERIFY2(
        child.state() == QProcess::Running,
        qPrintable(QStringLiteral("It ended with %1: ").arg(child.exitCode()) + QString::fromUtf8(output)));
    const testing::StallWatch::Excuse excuse;
    child.kill();
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
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
    killAfter(QStringLiteral("run"), "paused");
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
    // The newest is on top, whenever it was told.
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
    while (page->state() != RunState::RolledBack && clock.elapsed() < patience) {
        if (QPushButton *answer = question())
            QTest::mouseClick(answer, Qt::LeftButton);
        QTest::qWait(20);
    }
    m_fixture.shoot(QStringLiteral("story-rolled-back"));
    QCOMPARE(page->state(), RunState::RolledBack);
    QCOMPARE(schema(), m_schemaBefore);
    QCOMPARE(content(), m_contentBefore);
}

void TestWindowStory::bringsUnsavedWorkBackAfterAKill()
{
    m_fixture.closeWindow();
    m_fixture.write(QStringLiteral("current.sql"), "CREATE TABLE public.users (id bigint PRIMARY KEY);\n");
    m_fixture.write(QStringLiteral("target.sql"),
                    "CREATE TABLE public.users (id bigint PRIMARY KEY, token text NOT NULL DEFAULT "
                    "clock_timestamp()::text);\n");
    killAfter(QStringLiteral("edit"), "edited");
    QVERIFY(!QTest::currentTestFailed());
    m_fixture.openWindow();
    window()->document()->setAutosavePath(m_fixture.path(QStringLiteral("unsaved.lockstep")));
    window()->openFrom({});
    const QSignalSpy proved(window()->pipeline(), &project::Pipeline::proofReady);
    QTest::mouseClick(m_fixture.visibleButton("continueRecovered"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!proved.isEmpty(), patience);
    QVERIFY(!window()->pipeline()->edits().isEmpty());
    const plan::PlanPtr plan = window()->pipeline()->plan();
    QVERIFY(std::any_of(plan->steps.cbegin(), plan->steps.cend(),
                        [](const plan::Step &step) { return step.edited; }));
    m_fixture.shoot(QStringLiteral("story-recovered"));
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QByteArray child = qgetenv(childVariable);
    if (!child.isEmpty())
        return runChild(child);
    TestWindowStory test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "tst_windowstory.moc"
