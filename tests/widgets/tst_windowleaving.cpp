#include "windowfixture.h"

#include <widgets/common/banner.h>
#include <widgets/editor/sqleditor.h>
#include <widgets/review/reviewpage.h>

#include <tests/support/patience.h>

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QSemaphore>
#include <QTest>
#include <QToolButton>

using namespace lockstep;

namespace {

QString l1(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// A window that is closed, and a project that makes way for another one: whatever was changed is in a file
/// then, or the user has been told.
class TestWindowLeaving final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void closesWithWorkThatHasNoName();
    void closesBesideAFileThatSomebodyElseHasChanged();
    void asksForScriptsEachTimeItIsClosed();
    void savesAProjectBeforeAnotherIsOpened();
    void readsItsOwnChangesAgain();
    void keepsDecisionsThatHaveNoName_data();
    void keepsDecisionsThatHaveNoName();
    void keepsNothingOfWorkWithoutDecisions();
    void keepsWhatSomebodyElsesFileKeptOut();
    void tellsBeforeItLeavesWhatCannotBeWritten();
    void keepsBesideWhatCouldNotBeWrittenAfterAll();
    void letsAForgottenProjectStayForgotten();
    void keepsRecoveredWorkThatWasOnlyLookedAt();
    void savesUnderANewNameWhereItsFileIsGone();
    void overwritesNobodyBehindAWriteUnderWay();
    void savesWhereItIsBeingSavedTo();

private:
    [[nodiscard]] app::MainWindow *window() const { return m_fixture->window(); }
    [[nodiscard]] app::Document *document() const { return window()->document(); }
    [[nodiscard]] widgets::Banner *banner() const { return m_fixture->find<widgets::Banner>("windowBanner"); }
    void openProject();
    void chooseSides() const;
    void decide() const;
    /// Every write into that file fails from now on.
    void makeUnwritable(const QString &path) const;
    [[nodiscard]] QString other();
    [[nodiscard]] bool waitForRecent(int amount) const;
    [[nodiscard]] project::Project lastKept() const;

    std::unique_ptr<testing::WindowFixture> m_fixture;
    QString m_path;
    QString m_unsaved;
};

void TestWindowLeaving::init()
{
    m_fixture = std::make_unique<testing::WindowFixture>();
    m_fixture->openWindow();
    m_unsaved = m_fixture->path(l1("unsaved.lockstep"));
    document()->unsaved()->begin(m_unsaved);
}

void TestWindowLeaving::cleanup()
{
    m_fixture->verifyNoStall();
    const testing::StallWatch::Excuse excuse;
    m_fixture.reset();
}

void TestWindowLeaving::openProject()
{
    m_path = m_fixture->openSmallProject();
    QVERIFY(!m_path.isEmpty());
    document()->unsaved()->begin(m_unsaved);
}

void TestWindowLeaving::chooseSides() const
{
    document()->setSource(project::Side::Current,
                          m_fixture->path(l1("a.sql"))); // Need not be there to be chosen.
    document()->setSource(project::Side::Target, m_fixture->path(l1("b.sql")));
}

void TestWindowLeaving::decide() const
{
    plan::Intents intents;
    intents.drop = QStringList{ l1("table public.users") };
    window()->pipeline()->setIntents(intents);
    document()->touch();
}

void TestWindowLeaving::makeUnwritable(const QString &path) const
{
    document()->writer()->setDisc([path](const app::FileWriter::Job &job) -> app::FileWriter::Content {
        const QByteArray before = app::ProjectFileWatch::contentOf(path);
        auto done = job();
        if (app::ProjectFileWatch::contentOf(path) == before)
            return done;
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(before);
        return base::inputError(l1("It cannot be saved: no space left."), {});
    });
}

QString TestWindowLeaving::other()
{
    project::Project project;
    project.target = m_fixture->write(l1("b.sql"), "CREATE TABLE b (id bigint PRIMARY KEY);\n");
    const QString path = m_fixture->path(l1("other.lockstep"));
    return project::writeProject(project, path).has_value() ? path : QString();
}

bool TestWindowLeaving::waitForRecent(int amount) const
{
    return QTest::qWaitFor([&] { return m_fixture->settings()->recentProjects().size() == amount; },
                           testing::longEnoughMs);
}

project::Project TestWindowLeaving::lastKept() const
{
    const QString path = m_fixture->settings()->recentProjects().value(0);
    const auto project = project::readProject(path);
    return project.has_value() ? *project : project::Project();
}

void TestWindowLeaving::closesWithWorkThatHasNoName()
{
    chooseSides();
    window()->close();
    QTRY_VERIFY_WITH_TIMEOUT(!window()->isVisible(), testing::longEnoughMs);
    m_fixture->closeWindow();
    app::UnsavedWork next;
    next.begin(m_unsaved);
    QVERIFY(next.hasFound());
    QVERIFY(next.read()->target.endsWith(l1("b.sql")));
}

void TestWindowLeaving::closesBesideAFileThatSomebodyElseHasChanged()
{
    openProject();
    QVERIFY(!QTest::currentTestFailed());
    m_fixture->write(l1("shop.lockstep"), "{}");
    document()->setRunTarget(l1("host=mine"));
    window()->close();
    QTRY_VERIFY_WITH_TIMEOUT(!window()->isVisible(), testing::longEnoughMs);
    QCOMPARE(app::ProjectFileWatch::contentOf(m_path), QByteArray("{}"));
    QCOMPARE(project::readProject(m_unsaved)->runTarget, l1("host=mine"));
}

void TestWindowLeaving::asksForScriptsEachTimeItIsClosed()
{
    openProject();
    QVERIFY(!QTest::currentTestFailed());
    const auto write = [this](const char *sql) {
        m_fixture->find<QAction>("showReview")->trigger();
        auto *text = m_fixture->pages()->review()->findChild<QWidget *>(l1("sqlEditorText"));
        text->setFocus();
        QTest::keyClicks(text, l1(sql));
    };
    write("SELECT 1;");
    document()->setRunTarget(l1("host=one"));
    makeUnwritable(m_path);
    window()->close();
    auto *question = m_fixture->find<widgets::Banner>("reviewBanner");
    auto *goOn = question->findChild<QToolButton *>(l1("bannerAction"));
    QVERIFY(goOn->isVisible());
    goOn->click();
    QTRY_VERIFY_WITH_TIMEOUT(banner()->isVisible(), testing::longEnoughMs);
    QVERIFY(window()->isVisible());
    // The user stays, and writes more.
    write(" SELECT 2;");
    window()->close();
    QVERIFY(goOn->isVisible());
    QTest::qWait(300);
    QVERIFY(window()->isVisible());
}

void TestWindowLeaving::savesAProjectBeforeAnotherIsOpened()
{
    openProject();
    QVERIFY(!QTest::currentTestFailed());
    document()->setRunTarget(l1("host=one"));
    window()->files()->open(other());
    QVERIFY(document()->path().endsWith(l1("other.lockstep")));
    QTRY_COMPARE_WITH_TIMEOUT(project::readProject(m_path)->runTarget, l1("host=one"), testing::longEnoughMs);
    QCOMPARE(document()->runTarget(), QString());
    QVERIFY(!document()->isChanged());
}

void TestWindowLeaving::readsItsOwnChangesAgain()
{
    openProject();
    QVERIFY(!QTest::currentTestFailed());
    document()->setRunTarget(l1("host=one"));
    window()->files()->open(m_path);
    QCOMPARE(document()->runTarget(), l1("host=one"));
    QVERIFY(!document()->isChanged());
}

void TestWindowLeaving::keepsDecisionsThatHaveNoName_data()
{
    QTest::addColumn<bool>("isOpened");
    QTest::newRow("for a new project") << false;
    QTest::newRow("for one that is opened") << true;
}

void TestWindowLeaving::keepsDecisionsThatHaveNoName()
{
    QFETCH(const bool, isOpened);
    chooseSides();
    decide();
    document()->saveNow();
    document()->finishWriting();
    QVERIFY(QFile::exists(m_unsaved));
    if (isOpened)
        window()->files()->open(other());
    else
        QVERIFY(window()->files()->newProject());
    QVERIFY(waitForRecent(isOpened ? 2 : 1));
    QCOMPARE(lastKept().intents.drop.value_or(QStringList()), QStringList{ l1("table public.users") });
    QVERIFY(!QFile::exists(m_unsaved)); // It is nothing to be recovered any more.
}

void TestWindowLeaving::keepsNothingOfWorkWithoutDecisions()
{
    chooseSides();
    QVERIFY(window()->files()->newProject());
    chooseSides();
    document()->saveNow();
    document()->finishWriting();
    QVERIFY(m_fixture->settings()->recentProjects().isEmpty());
    QVERIFY(QFile::exists(m_unsaved));
}

void TestWindowLeaving::keepsWhatSomebodyElsesFileKeptOut()
{
    openProject();
    QVERIFY(!QTest::currentTestFailed());
    m_fixture->write(l1("shop.lockstep"), "{}");
    document()->setRunTarget(l1("host=mine"));
    document()->saveNow();
    document()->finishWriting();
    QVERIFY(QFile::exists(m_unsaved));
    window()->files()->open(other());
    QVERIFY(waitForRecent(3));
    QCOMPARE(lastKept().runTarget, l1("host=mine"));
    QCOMPARE(app::ProjectFileWatch::contentOf(m_path), QByteArray("{}"));
}

void TestWindowLeaving::tellsBeforeItLeavesWhatCannotBeWritten()
{
    openProject();
    QVERIFY(!QTest::currentTestFailed());
    makeUnwritable(m_path);
    document()->setRunTarget(l1("host=one"));
    document()->saveNow();
    document()->finishWriting();
    const QString path = other();
    window()->files()->open(path);
    QCOMPARE(document()->path(), m_path);
    QVERIFY2(banner()->title().contains(l1("shop.lockstep is not saved")), qPrintable(banner()->title()));
    m_fixture->shoot(l1("leaving-unsaved"));
    window()->files()->open(path);
    QCOMPARE(document()->path(), path);
}

/// It has failed when the project was left already.
void TestWindowLeaving::keepsBesideWhatCouldNotBeWrittenAfterAll()
{
    openProject();
    QVERIFY(!QTest::currentTestFailed());
    makeUnwritable(m_path);
    document()->setRunTarget(l1("host=one"));
    window()->files()->open(other());
    QVERIFY(document()->path().endsWith(l1("other.lockstep")));
    QVERIFY(waitForRecent(3));
    QCOMPARE(lastKept().runTarget, l1("host=one"));
    QVERIFY2(banner()->title().contains(l1("no space left")), qPrintable(banner()->title()));
}

void TestWindowLeaving::letsAForgottenProjectStayForgotten()
{
    openProject();
    QVERIFY(!QTest::currentTestFailed());
    m_fixture->settings()->removeRecentProject(m_path);
    document()->setRunTarget(l1("host=one"));
    document()->saveNow();
    document()->finishWriting();
    QCOMPARE(project::readProject(m_path)->runTarget, l1("host=one"));
    QVERIFY(m_fixture->settings()->recentProjects().isEmpty());
    document()->save(m_fixture->path(l1("renamed.lockstep")));
    document()->finishWriting();
    QCOMPARE(m_fixture->settings()->recentProjects(), QStringList{ m_fixture->path(l1("renamed.lockstep")) });
}

void TestWindowLeaving::keepsRecoveredWorkThatWasOnlyLookedAt()
{
    chooseSides();
    decide();
    document()->saveNow();
    document()->finishWriting();
    m_fixture->openWindow();
    document()->unsaved()->begin(m_unsaved);
    QVERIFY(document()->openUnsaved());
    QVERIFY(window()->files()->newProject());
    QVERIFY(waitForRecent(1));
    QCOMPARE(lastKept().intents.drop.value_or(QStringList()), QStringList{ l1("table public.users") });
}

void TestWindowLeaving::savesUnderANewNameWhereItsFileIsGone()
{
    openProject();
    QVERIFY(!QTest::currentTestFailed());
    QVERIFY(QFile::remove(m_path));
    document()->setRunTarget(l1("host=one"));
    window()->files()->saveAs();
    auto *dialog = window()->findChild<QFileDialog *>();
    QVERIFY(dialog);
    const QString renamed = m_fixture->path(l1("renamed.lockstep"));
    emit dialog->fileSelected(renamed);
    dialog->close();
    document()->finishWriting();
    QCOMPARE(project::readProject(renamed)->runTarget, l1("host=one"));
    QCOMPARE(document()->path(), renamed);
    QVERIFY(!QFile::exists(m_path));
}

/// The second write was asked for before anybody had seen what the first one met.
void TestWindowLeaving::overwritesNobodyBehindAWriteUnderWay()
{
    openProject();
    QVERIFY(!QTest::currentTestFailed());
    QSemaphore disc;
    document()->writer()->setDisc([&disc](const app::FileWriter::Job &job) {
        disc.acquire();
        return job();
    });
    document()->setRunTarget(l1("host=one"));
    document()->saveNow();
    m_fixture->write(l1("shop.lockstep"), "{}");
    document()->setRunTarget(l1("host=two"));
    window()->files()->open(other());
    disc.release(10);
    QTRY_VERIFY_WITH_TIMEOUT(!document()->isWriting(), testing::longEnoughMs);
    QCOMPARE(app::ProjectFileWatch::contentOf(m_path), QByteArray("{}"));
    QVERIFY(waitForRecent(4)); // Both tries are beside.
    QCOMPARE(lastKept().runTarget, l1("host=two"));
    m_fixture->closeWindow();
}

void TestWindowLeaving::savesWhereItIsBeingSavedTo()
{
    openProject();
    QVERIFY(!QTest::currentTestFailed());
    QSemaphore disc;
    document()->writer()->setDisc([&disc](const app::FileWriter::Job &job) {
        disc.acquire();
        return job();
    });
    const QByteArray before = app::ProjectFileWatch::contentOf(m_path);
    const QString renamed = m_fixture->path(l1("renamed.lockstep"));
    document()->setRunTarget(l1("host=one"));
    document()->save(renamed);
    document()->setRunTarget(l1("host=two"));
    window()->files()->save();
    disc.release(10);
    QTRY_VERIFY_WITH_TIMEOUT(!document()->isWriting(), testing::longEnoughMs);
    QCOMPARE(document()->path(), renamed);
    QCOMPARE(project::readProject(renamed)->runTarget, l1("host=two"));
    QCOMPARE(app::ProjectFileWatch::contentOf(m_path), before);
    m_fixture->closeWindow();
}

QTEST_MAIN(TestWindowLeaving)
#include "tst_windowleaving.moc"
