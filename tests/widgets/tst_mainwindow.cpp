#include "../support/postgrestest.h"
#include "../support/stallwatch.h"

#include <app/mainwindow.h>
#include <widgets/common/banner.h>
#include <widgets/compare/comparepage.h>
#include <widgets/connection/sourcepicker.h>
#include <widgets/plan/planpage.h>

#include <QAction>
#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace lockstep;
using namespace lockstep::app;
using widgets::StageStrip;

namespace {

constexpr int patience = 60000;

struct Desk
{
    QTemporaryDir directory;
    Settings settings{ directory.filePath(QStringLiteral("settings.ini")) };
    widgets::Theme theme;
    MainWindow window{ { testing::server()->maintenance().text, 0 }, &settings, &theme };
    std::unique_ptr<testing::StallWatch> watch;

    Desk()
    {
        window.resize(1400, 900);
        window.show();
        QApplication::processEvents();
        watch = std::make_unique<testing::StallWatch>(); // Not of the opening, which tests/bench measures.
    }
    ~Desk()
    {
        const QString report = watch ? watch->takeReport() : QString();
        if (!report.isEmpty())
            QTest::qFail(qPrintable(report), __FILE__, __LINE__);
    }
    QString write(const QString &name, const QByteArray &content) const
    {
        const QString path = directory.filePath(name);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        return path;
    }
    QString current() const
    {
        return write(QStringLiteral("a.sql"), "CREATE TABLE users (id bigint PRIMARY KEY, name text);\n");
    }
    QString target() const
    {
        return write(QStringLiteral("b.sql"),
                     "CREATE TABLE users (id bigint PRIMARY KEY, name text, tier text);\n");
    }
    void drop(const QString &path)
    {
        QMimeData data;
        data.setUrls({ QUrl::fromLocalFile(path) });
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        QDropEvent event(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &event);
    }
};

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void leadsTwoDroppedFilesToAProvedPlan();
    void provesAgainWhatWasEdited();
    void saysWhyAProofFailedUntilItIsMended();
    void namesTheLineOfAFileThatDoesNotLoad();
    void comesBackFromItsProjectFile();
    void saysWhatIsWrongWithAPlanCutInHalf();
    void switchesBetweenLightAndDark();
};

void TestMainWindow::initTestCase()
{
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
}

void TestMainWindow::leadsTwoDroppedFilesToAProvedPlan()
{
    Desk desk;
    QSignalSpy proved(desk.window.pipeline(), &project::Pipeline::proofReady);
    desk.drop(desk.current());
    desk.drop(desk.target());
    QVERIFY(proved.wait(patience));
    Pages *pages = desk.window.pages();
    pages->show(StageStrip::Plan);
    QVERIFY(pages->plan()->plan());
    QCOMPARE(pages->plan()->plan()->steps.size(), 1);
    QVERIFY(pages->plan()->plan()->isProved());
    QCOMPARE(pages->strip()->tab(StageStrip::Plan)->tone(), widgets::StageTone::Good);
    QVERIFY(pages->strip()->tab(StageStrip::Compare)->line().startsWith(QStringLiteral("1 change")));
    QVERIFY(pages->plan()->isVisible());
    QVERIFY(!pages->compare()->isVisible());
}

void TestMainWindow::provesAgainWhatWasEdited()
{
    Desk desk;
    project::Pipeline *pipeline = desk.window.pipeline();
    QSignalSpy proved(pipeline, &project::Pipeline::proofReady);
    desk.drop(desk.current());
    desk.drop(desk.target());
    QVERIFY(proved.wait(patience));
    const auto *tab = desk.window.pages()->strip()->tab(StageStrip::Plan);
    QCOMPARE(tab->tone(), widgets::StageTone::Good);
    const auto addGate = [&](const QString &title) {
        QSignalSpy updated(pipeline, &project::Pipeline::planUpdated);
        pipeline->edit(plan::AddGate{ {}, {}, title, title });
        return updated.wait(patience);
    };
    proved.clear();
    QVERIFY(addGate(QStringLiteral("One")));
    QVERIFY(tab->tone() != widgets::StageTone::Good);
    QVERIFY2(tab->line().contains(QStringLiteral("not proved")), qPrintable(tab->line()));
    QTRY_COMPARE_WITH_TIMEOUT(pipeline->state(project::Stage::Proof), project::StageState::Working, patience);
    QVERIFY2(tab->line().contains(QStringLiteral("being proved")), qPrintable(tab->line()));
    // The next edit ends that proof: what is proved is the plan as it is now.
    QVERIFY(addGate(QStringLiteral("Two")));
    QVERIFY(!pipeline->plan()->isProved());
    QTRY_VERIFY_WITH_TIMEOUT(pipeline->plan()->isProved(), patience);
    QCOMPARE(pipeline->plan()->steps.size(), 3);
    QCOMPARE(tab->tone(), widgets::StageTone::Good);
}

void TestMainWindow::saysWhyAProofFailedUntilItIsMended()
{
    Desk desk;
    project::Pipeline *pipeline = desk.window.pipeline();
    QSignalSpy proved(pipeline, &project::Pipeline::proofReady);
    desk.drop(desk.current());
    desk.drop(desk.target());
    QVERIFY(proved.wait(patience));
    pipeline->editStep(pipeline->plan()->steps.first().id, plan::SqlPart::Forward,
                       QStringLiteral("ALTER TABLE public.users ADD COLUMN tier integer"));
    QVERIFY(proved.wait(patience));
    widgets::Banner *banner = desk.window.pages()->planBanner();
    QVERIFY(!banner->isHidden());
    QVERIFY2(banner->plainText().contains(QStringLiteral("tier")), qPrintable(banner->plainText()));
    pipeline->undo();
    QVERIFY(banner->isHidden());
    QVERIFY(pipeline->plan()->isProved());
}

void TestMainWindow::namesTheLineOfAFileThatDoesNotLoad()
{
    Desk desk;
    QSignalSpy failed(desk.window.pipeline(), &project::Pipeline::stageFailed);
    desk.drop(desk.write(QStringLiteral("bad.sql"), "CREATE TABLE a (id int);\nCREATE TABEL b (id int);\n"));
    QVERIFY(failed.wait(patience));
    auto *banner = desk.window.findChild<widgets::Banner *>(QStringLiteral("compareError"));
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->plainText().contains(QStringLiteral("bad.sql:2")), qPrintable(banner->plainText()));
    QVERIFY(desk.window.pages()->compare()->currentPicker()->stateLine().contains(QStringLiteral("Line 2")));
    QCOMPARE(desk.window.pages()->strip()->tab(StageStrip::Compare)->tone(), widgets::StageTone::Bad);
    // The other side changes nothing about that.
    QSignalSpy read(desk.window.pipeline(), &project::Pipeline::sourceReady);
    desk.drop(desk.target());
    QVERIFY(read.wait(patience));
    QVERIFY(banner->isVisible());
    desk.window.document()->setSource(project::Side::Current, desk.current());
    QVERIFY(read.wait(patience));
    QVERIFY(!banner->isVisible());
}

void TestMainWindow::comesBackFromItsProjectFile()
{
    Desk desk;
    QSignalSpy ready(desk.window.pipeline(), &project::Pipeline::planReady);
    desk.drop(desk.current());
    desk.drop(desk.target());
    QVERIFY(ready.wait(patience));
    const QString path = desk.directory.filePath(QStringLiteral("shop.lockstep"));
    desk.window.document()->save(path);
    desk.window.document()->finishWriting();
    QVERIFY(!desk.window.document()->isChanged());
    desk.watch.reset(); // Another window opens.

    Desk other;
    QSignalSpy again(other.window.pipeline(), &project::Pipeline::planReady);
    other.window.files()->open(path);
    QVERIFY(again.wait(patience));
    QCOMPARE(other.window.pipeline()->plan()->digest(), desk.window.pipeline()->plan()->digest());
    QTest::qWait(100);
    QVERIFY(!other.window.document()->isChanged());
    QVERIFY(other.window.windowTitle().contains(QStringLiteral("shop.lockstep")));
    QCOMPARE(other.settings.recentProjects().size(), 1);
}

void TestMainWindow::saysWhatIsWrongWithAPlanCutInHalf()
{
    Desk desk;
    QSignalSpy failed(desk.window.files(), &FileController::failed);
    desk.window.files()->open(
        desk.write(QStringLiteral("half.lockplan"), "{\"format\":\"lockstep-plan/1\",\"steps\":[{"));
    QCOMPARE(failed.count(), 1);
    QVERIFY(!desk.window.pipeline()->plan());
}

void TestMainWindow::switchesBetweenLightAndDark()
{
    Desk desk;
    desk.window.findChild<QAction *>(QStringLiteral("themeDark"))->trigger();
    QVERIFY(desk.theme.isDark());
    QCOMPARE(desk.settings.themeMode(), widgets::ThemeMode::Dark);
    desk.window.findChild<QAction *>(QStringLiteral("themeLight"))->trigger();
    QVERIFY(!desk.theme.isDark());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
