#include "windowfixture.h"

#include <widgets/compare/comparepage.h>
#include <widgets/connection/sourcepicker.h>
#include <widgets/home/homepage.h>
#include <widgets/home/startcard.h>
#include <widgets/plan/planpage.h>
#include <widgets/review/reviewpage.h>

#include <tests/support/patience.h>

#include <QAction>
#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace lockstep;
using widgets::StageStrip;

namespace {

QString l1(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// The window as it is when somebody starts it without naming anything.
class TestWindowHome : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void beginsAtHomeOnlyWithoutArguments();
    void leavesForWhatIsDroppedOnIt();
    void opensARecentProject();
    void continuesWorkThatWasRecovered();
    void putsRecoveredWorkAsideForOtherWork();
    void triesTheDemo();
    void saysWhyThereIsNoDemo();
    void cleanup() { m_fixture.reset(); }

private:
    [[nodiscard]] bool isHome() const { return m_fixture->pages()->home()->isVisible(); }
    void drop(const QString &path);
    /// A project from one script to another.
    [[nodiscard]] QString project(const char *name);

    std::unique_ptr<testing::WindowFixture> m_fixture;
};

void TestWindowHome::init()
{
    m_fixture = std::make_unique<testing::WindowFixture>();
}

void TestWindowHome::drop(const QString &path)
{
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(path) });
    QDragEnterEvent enter(QPoint(20, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_fixture->window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(20, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_fixture->window(), &event);
}

QString TestWindowHome::project(const char *name)
{
    project::Project project;
    project.current = m_fixture->write(l1("a.sql"), "CREATE TABLE users (id bigint PRIMARY KEY);\n");
    project.target =
        m_fixture->write(l1("b.sql"), "CREATE TABLE users (id bigint PRIMARY KEY, name text);\n");
    const QString path = m_fixture->path(QLatin1String(name));
    return project::writeProject(project, path).has_value() ? path : QString();
}

void TestWindowHome::beginsAtHomeOnlyWithoutArguments()
{
    app::CommandLine line;
    m_fixture->openWindow()->openFrom(line);
    QVERIFY(isHome());
    QCOMPARE(m_fixture->pages()->strip()->current(), -1);
    m_fixture->shoot(l1("home-empty"));
    m_fixture->find<widgets::StartCard>("homeNew")->click();
    QVERIFY(m_fixture->pages()->compare()->isVisible());
    m_fixture->find<QAction>("showHome")->trigger();
    QVERIFY(isHome());
    line.file = project("named.lockstep");
    m_fixture->openWindow()->openFrom(line);
    QVERIFY(!isHome());
    m_fixture->verifyNoStall();
}

void TestWindowHome::leavesForWhatIsDroppedOnIt()
{
    m_fixture->openWindow()->openFrom({});
    drop(m_fixture->write(l1("dropped.sql"), "CREATE TABLE a (id int);\n"));
    QVERIFY(m_fixture->pages()->compare()->isVisible());
    QVERIFY(m_fixture->pages()->compare()->currentPicker()->text().endsWith(l1("dropped.sql")));
}

void TestWindowHome::opensARecentProject()
{
    m_fixture->settings()->addRecentProject(m_fixture->path(l1("gone.lockstep")));
    m_fixture->settings()->addRecentProject(project("recent.lockstep"));
    m_fixture->openWindow()->openFrom({});
    auto *list = m_fixture->find<QListView>("recentProjects");
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 2, testing::longEnoughMs);
    m_fixture->shoot(l1("home-recent"));
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(!isHome());
    QVERIFY(m_fixture->window()->document()->path().endsWith(l1("recent.lockstep")));
    m_fixture->find<QAction>("showHome")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 2, testing::longEnoughMs);
    list->setCurrentIndex(list->model()->index(1, 0));
    m_fixture->find<QPushButton>("forgetProject")->click();
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, testing::longEnoughMs);
}

void TestWindowHome::continuesWorkThatWasRecovered()
{
    const QString autosaved = project("unsaved.lockstep");
    m_fixture->openWindow()->document()->unsaved()->begin(autosaved);
    m_fixture->window()->openFrom({});
    QVERIFY(m_fixture->find<QWidget>("recovered")->isVisible());
    m_fixture->shoot(l1("home-recovered"));
    const QSignalSpy planned(m_fixture->window()->pipeline(), &project::Pipeline::planReady);
    m_fixture->find<QPushButton>("continueRecovered")->click();
    QVERIFY(m_fixture->pages()->compare()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!planned.isEmpty(), testing::windowPatience);
    QVERIFY(QFile::exists(autosaved));
    // Under a name of its own it need not be recovered any more.
    m_fixture->window()->document()->save(m_fixture->path(l1("mine.lockstep")));
    m_fixture->window()->document()->finishWriting();
    QVERIFY(!QFile::exists(autosaved));
}

void TestWindowHome::putsRecoveredWorkAsideForOtherWork()
{
    const QString autosaved = project("unsaved.lockstep");
    m_fixture->openWindow()->document()->unsaved()->begin(autosaved);
    m_fixture->window()->openFrom({});
    drop(m_fixture->write(l1("other.sql"), "CREATE TABLE a (id int);\n"));
    QVERIFY(!QFile::exists(autosaved));
    const QStringList recent = m_fixture->settings()->recentProjects();
    QCOMPARE(recent.size(), 1);
    QVERIFY(QFile::exists(recent.first()));
    QVERIFY(project::readProject(recent.first())->target.endsWith(l1("b.sql")));
}

void TestWindowHome::triesTheDemo()
{
    m_fixture->openWindow()->home()->setDemoDirectory(m_fixture->path(l1("demo")));
    m_fixture->window()->openFrom({});
    const QSignalSpy proved(m_fixture->window()->pipeline(), &project::Pipeline::proofReady);
    auto *card = m_fixture->find<widgets::StartCard>("homeDemo");
    card->click();
    QVERIFY(!card->isEnabled());
    auto *cancel = m_fixture->pages()->home()->findChild<QToolButton *>(l1("busyCancel"));
    QTRY_VERIFY_WITH_TIMEOUT(cancel->isVisible(), testing::windowPatience);
    cancel->click();
    QVERIFY(card->isEnabled());
    card->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->pages()->compare()->isVisible(), testing::windowPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!proved.isEmpty(), testing::windowPatience);
    QVERIFY(m_fixture->window()->pipeline()->plan()->isProved());
    QVERIFY(m_fixture->window()->pipeline()->plan()->steps.size() > 5);
    QVERIFY(m_fixture->settings()->recentProjects().isEmpty());
    m_fixture->shoot(l1("home-demo"));
    m_fixture->verifyNoStall();
}

void TestWindowHome::saysWhyThereIsNoDemo()
{
    m_fixture->openWindow()->home()->setDemoDirectory(l1("/proc/nowhere"));
    m_fixture->window()->openFrom({});
    m_fixture->find<widgets::StartCard>("homeDemo")->click();
    auto *title = m_fixture->pages()->home()->findChild<QLabel *>(l1("bannerTitle"));
    QTRY_VERIFY_WITH_TIMEOUT(title->isVisible(), testing::windowPatience);
    QVERIFY2(title->text().contains(l1("cannot be written")), qPrintable(title->text()));
}

QTEST_MAIN(TestWindowHome)
#include "tst_windowhome.moc"
