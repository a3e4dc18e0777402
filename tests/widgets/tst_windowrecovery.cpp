#include "killedwindow.h"

#include <widgets/review/reviewpage.h>

#include <QApplication>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace lockstep;
using namespace lockstep::app;
using testing::KilledWindow;

namespace {

constexpr int patience = testing::windowPatience / 2;
const QString comparison = QStringLiteral("unsaved.lockstep");
const QString scripts = QStringLiteral("unsaved-review.json");
const QString saved = QStringLiteral("0001.sql");
const QString statement = QStringLiteral("DROP TABLE a;");

/// Edits a plan that was never given a name.
int editPlan()
{
    KilledWindow child;
    CommandLine line;
    line.current = child.path(QStringLiteral("current.sql"));
    line.target = child.path(QStringLiteral("target.sql"));
    child.window()->openFrom(line);
    const bool isEdited =
        KilledWindow::waitFor([&] { return child.isProved(); })
        && child.editBackfill(QStringLiteral(" AND id IS NOT NULL"), child.path(comparison));
    return isEdited ? KilledWindow::sayAndStay("edited") : 1;
}

/// Types into a script of a file, and into one that was never given a name.
int writeScript(bool hasFile)
{
    KilledWindow child;
    CommandLine line;
    if (hasFile)
        line.script = child.path(saved);
    child.window()->openFrom(line);
    child.pages()->showReview();
    if (hasFile && !KilledWindow::waitFor([&] {
            return child.pages()->review()->scripts().value(0).text.contains(QStringLiteral("SELECT"));
        }))
        return 1;
    auto *editor = child.pages()->review()->findChild<QWidget *>(QStringLiteral("sqlEditorText"));
    editor->setFocus();
    QTest::keyClicks(editor, statement);
    const bool isKept = KilledWindow::waitFor([&] {
        QFile kept(child.path(scripts));
        return kept.open(QIODevice::ReadOnly) && kept.readAll().contains(statement.toUtf8());
    });
    return isKept ? KilledWindow::sayAndStay("written") : 2;
}

int runChild(const QByteArray &task)
{
    return task == "edit" ? editPlan() : writeScript(task == "write file");
}

} // namespace

/// What was never saved comes back after the program was killed.
class TestWindowRecovery : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_fixture = std::make_unique<testing::WindowFixture>(); }
    void cleanup();
    void bringsAnEditedPlanBack();
    void bringsScriptsUnderReviewBack_data();
    void bringsScriptsUnderReviewBack();

private:
    void openAgain();

    std::unique_ptr<testing::WindowFixture> m_fixture;
};

void TestWindowRecovery::cleanup()
{
    m_fixture->verifyNoStall();
    const testing::StallWatch::Excuse excuse;
    m_fixture.reset();
}

void TestWindowRecovery::openAgain()
{
    m_fixture->openWindow()->document()->unsaved()->begin(m_fixture->path(comparison));
    m_fixture->window()->openFrom({});
}

void TestWindowRecovery::bringsAnEditedPlanBack()
{
    m_fixture->write(QStringLiteral("current.sql"), "CREATE TABLE public.users (id bigint PRIMARY KEY);\n");
    m_fixture->write(QStringLiteral("target.sql"),
                     "CREATE TABLE public.users (id bigint PRIMARY KEY, token text NOT NULL DEFAULT "
                     "clock_timestamp()::text);\n");
    KilledWindow::killAfter(*m_fixture, "edit", "edited");
    QVERIFY(!QTest::currentTestFailed());
    openAgain();
    const project::Pipeline *pipeline = m_fixture->window()->pipeline();
    const QSignalSpy proved(pipeline, &project::Pipeline::proofReady);
    QTest::mouseClick(m_fixture->visibleButton("continueRecovered"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!proved.isEmpty(), patience);
    QVERIFY(!pipeline->edits().isEmpty());
    const plan::PlanPtr plan = pipeline->plan();
    QVERIFY(std::any_of(plan->steps.cbegin(), plan->steps.cend(),
                        [](const plan::Step &step) { return step.edited; }));
    m_fixture->shoot(QStringLiteral("story-recovered"));
}

void TestWindowRecovery::bringsScriptsUnderReviewBack_data()
{
    QTest::addColumn<bool>("hasFile");
    QTest::newRow("never saved") << false;
    QTest::newRow("of a file") << true;
}

void TestWindowRecovery::bringsScriptsUnderReviewBack()
{
    QFETCH(const bool, hasFile);
    m_fixture->write(saved, "SELECT 1;\n");
    KilledWindow::killAfter(*m_fixture, hasFile ? "write file" : "write", "written");
    QVERIFY(!QTest::currentTestFailed());
    QVERIFY(QFile::exists(m_fixture->path(scripts)));
    openAgain();
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->pages()->review()->isVisible(), patience);
    const auto found = m_fixture->pages()->review()->scripts();
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.first().text.contains(statement), qPrintable(found.first().text));
    QVERIFY(found.first().isChanged);
    QCOMPARE(found.first().path, hasFile ? m_fixture->path(saved) : QString());
    QCOMPARE(m_fixture->window()->review()->unsaved().size(), 1);
    m_fixture->shoot(QStringLiteral("review-recovered"));
    // A window that is closed in order leaves nothing to bring back.
    m_fixture->closeWindow();
    QVERIFY(!QFile::exists(m_fixture->path(scripts)));
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    if (const QByteArray task = KilledWindow::task(); !task.isEmpty())
        return runChild(task);
    TestWindowRecovery test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "tst_windowrecovery.moc"
