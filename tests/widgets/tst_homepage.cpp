#include <model/items/recentprojectsmodel.h>
#include <model/items/roles.h>
#include <model/project/projectfile.h>
#include <model/project/recentprojects.h>
#include <widgets/common/banner.h>
#include <widgets/home/homepage.h>
#include <widgets/home/startcard.h>

#include <tests/support/patience.h>

#include <QAbstractItemModelTester>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace lockstep;
using namespace lockstep::widgets;
using project::RecentProject;

namespace {

QString l1(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// The first page: what can be begun, what there was, by mouse and by keyboard.
class TestHomePage : public QObject
{
    Q_OBJECT

private slots:
    void beginsByKeyboardAlone_data();
    void beginsByKeyboardAlone();
    void opensAProjectAndForgetsOne();
    void doesNotOpenWhatIsGone();
    void readsWhatProjectsAreAbout();
    void staysRightUnderTheModelTester();
    void offersRecoveredWork();
    void showsTheDemoBeingPrepared();
};

void TestHomePage::beginsByKeyboardAlone_data()
{
    QTest::addColumn<int>("tabs");
    QTest::addColumn<QByteArray>("signal");
    QTest::newRow("comparison") << 0 << QByteArray(SIGNAL(newComparisonRequested()));
    QTest::newRow("plan") << 1 << QByteArray(SIGNAL(openPlanRequested()));
    QTest::newRow("review") << 2 << QByteArray(SIGNAL(reviewRequested()));
    QTest::newRow("demo") << 3 << QByteArray(SIGNAL(demoRequested()));
}

void TestHomePage::beginsByKeyboardAlone()
{
    QFETCH(int, tabs);
    QFETCH(QByteArray, signal);
    HomePage page;
    page.resize(1200, 800);
    page.show();
    page.setFocus();
    QSignalSpy asked(&page, signal.constData());
    for (int i = 0; i < tabs; ++i)
        QTest::keyClick(page.focusWidget(), Qt::Key_Tab);
    QTest::keyClick(page.focusWidget(), Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
}

void TestHomePage::opensAProjectAndForgetsOne()
{
    HomePage page;
    page.resize(1200, 800);
    page.show();
    RecentProject one;
    one.path = l1("/work/one.lockstep");
    RecentProject two;
    two.path = l1("/work/two.lockstep");
    page.setProjects({ one, two });
    auto *list = page.findChild<QListView *>(l1("recentProjects"));
    QSignalSpy chosen(&page, &HomePage::projectChosen);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(chosen.first().first().toString(), two.path);
    QSignalSpy forgotten(&page, &HomePage::projectForgotten);
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(forgotten.first().first().toString(), two.path);
}

void TestHomePage::doesNotOpenWhatIsGone()
{
    HomePage page;
    page.show();
    RecentProject gone;
    gone.path = l1("/work/gone.lockstep");
    gone.isMissing = true;
    page.setProjects({ gone });
    QSignalSpy chosen(&page, &HomePage::projectChosen);
    QTest::keyClick(page.findChild<QListView *>(l1("recentProjects")), Qt::Key_Return);
    QVERIFY(chosen.isEmpty());
    QVERIFY(page.findChild<QPushButton *>(l1("forgetProject"))->isEnabled());
}

void TestHomePage::readsWhatProjectsAreAbout()
{
    const QTemporaryDir directory;
    project::Project written;
    written.current = l1("host=db1 dbname=shop password=geheim");
    written.target = directory.filePath(l1("shop_v42.sql"));
    written.environment = l1("production");
    const QString path = directory.filePath(l1("shop.lockstep"));
    QVERIFY(project::writeProject(written, path).has_value());
    const auto read = project::readRecentProjects({ path, directory.filePath(l1("gone.lockstep")) });
    QCOMPARE(read.size(), 2);
    QCOMPARE(read[0].current, l1("shop @ db1"));
    QCOMPARE(read[0].target, l1("shop_v42.sql"));
    QCOMPARE(read[0].environment, project::Environment::Production);
    QVERIFY(!read[0].isMissing && read[1].isMissing);
}

void TestHomePage::staysRightUnderTheModelTester()
{
    items::RecentProjectsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    RecentProject project;
    project.path = l1("/work/shop.lockstep");
    project.current = l1("shop @ db1");
    model.setProjects({ project });
    QCOMPARE(model.index(0).data().toString(), l1("shop"));
    QVERIFY(model.index(0).data(items::SubtitleRole).toString().contains(l1("shop @ db1")));
    project.changedAt = QDateTime(QDate(2024, 3, 9), QTime(7, 5));
    model.setProjects({ project });
    QCOMPARE(model.index(0).data(items::TrailingRole).toString(), l1("2024-03-09"));
    model.setProjects({});
    QCOMPARE(model.rowCount(), 0);
}

void TestHomePage::offersRecoveredWork()
{
    HomePage page;
    page.show();
    auto *box = page.findChild<QWidget *>(l1("recovered"));
    QVERIFY(!box->isVisible());
    page.offerRecovered(l1("shop @ db1 to shop_v42.sql"), QDateTime(QDate(2024, 3, 9), QTime(7, 5)));
    QVERIFY(box->isVisible());
    const QString said = page.findChild<QLabel *>(l1("recoveredText"))->text();
    QVERIFY2(said.contains(l1("shop_v42.sql")), qPrintable(said));
    QVERIFY2(said.contains(l1("2024-03-09 07:05:00")), qPrintable(said));
    QSignalSpy wanted(&page, &HomePage::recoveredWanted);
    QTest::keyClick(page.findChild<QPushButton *>(l1("continueRecovered")), Qt::Key_Space);
    QCOMPARE(wanted.count(), 1);
    page.offerRecovered({}, {});
    QVERIFY(!box->isVisible());
}

void TestHomePage::showsTheDemoBeingPrepared()
{
    HomePage page;
    page.show();
    page.setDemoProgress(l1("Filling"));
    QVERIFY(!page.findChild<StartCard *>(l1("homeDemo"))->isEnabled());
    auto *cancel = page.findChild<QToolButton *>(l1("busyCancel"));
    QTRY_VERIFY_WITH_TIMEOUT(cancel->isVisible(), testing::longEnoughMs);
    QSignalSpy canceled(&page, &HomePage::demoCancelRequested);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QCOMPARE(canceled.count(), 1);
    page.setDemoIdle();
    QVERIFY(page.findChild<StartCard *>(l1("homeDemo"))->isEnabled());
    base::Error error;
    error.message = l1("No server programs were found.");
    page.showError(error);
    QVERIFY(page.findChild<Banner *>(l1("homeBanner"))->isVisible());
}

QTEST_MAIN(TestHomePage)
#include "tst_homepage.moc"
