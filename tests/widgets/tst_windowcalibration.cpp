#include "../support/postgrestest.h"

#include <app/mainwindow.h>
#include <model/project/projectfile.h>
#include <widgets/common/banner.h>
#include <widgets/plan/calibrationdialog.h>
#include <widgets/plan/planpage.h>

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace lockstep;
using namespace lockstep::app;
using widgets::CalibrationDialog;
using widgets::StageStrip;

namespace {

constexpr int patience = 120000;
constexpr double someRows = 0.02;

} // namespace

/// Calibrating in the window on a live database: from the button beside the total to the estimates, and
/// found again by the next window. Leaves pictures in LOCKSTEP_SHOTS if that is set.
class TestWindowCalibration : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void measuresTheServerOfThePlan();
    void knowsItAtTheNextStartAndForgetsItWhenAsked();
    void endsOnEscapeAndLeavesNothing();
    void offersOnlyTheScratchServerToAFile();
    void startsWithTheScratchServerForProduction();

private:
    void openWindow(const QString &environment = {});
    void shoot(QWidget *widget, const QString &name);
    template <typename Control>
    [[nodiscard]] Control *find(const char *name) const
    {
        return m_window->findChild<Control *>(QLatin1String(name));
    }
    [[nodiscard]] CalibrationDialog *dialog() const { return m_window->calibration()->dialog(); }
    [[nodiscard]] QString indexBasis() const;

    QTemporaryDir m_directory;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<widgets::Theme> m_theme;
    scratch::ScratchServerPtr m_server;
    std::unique_ptr<scratch::ScratchDatabase> m_database;
    std::unique_ptr<postgres::Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindowCalibration::initTestCase()
{
    QString why;
    m_server = testing::server(&why);
    QVERIFY2(m_server, qPrintable(why));
    auto database = scratch::ScratchDatabase::create(m_server, QStringLiteral("calibrated"));
    QVERIFY(database.has_value());
    m_database = std::move(*database);
    m_session = m_database->open().value();
    QVERIFY(m_session
                ->executeScript(QStringLiteral(
                    "CREATE TABLE public.orders (id bigint PRIMARY KEY, note text);"
                    "INSERT INTO public.orders SELECT i, 'note ' || i FROM generate_series(1, 50000) i;"
                    "ANALYZE public.orders"))
                .has_value());
    QFile target(m_directory.filePath(QStringLiteral("target.sql")));
    QVERIFY(target.open(QIODevice::WriteOnly));
    target.write("CREATE TABLE public.orders (id bigint PRIMARY KEY, note text);\n"
                 "CREATE INDEX orders_note_idx ON public.orders (note);\n");
    target.close();
    m_settings = std::make_unique<Settings>(m_directory.filePath(QStringLiteral("settings.ini")));
    m_theme = std::make_unique<widgets::Theme>();
    m_theme->setMode(widgets::ThemeMode::Light);
}

void TestWindowCalibration::cleanup()
{
    m_window.reset();
    QCOMPARE(
        m_session->query(QStringLiteral("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'lockstep%'"))
            ->text(0, 0),
        QStringLiteral("0"));
}

void TestWindowCalibration::openWindow(const QString &environment)
{
    project::Project project;
    project.current = m_database->target().text;
    project.target = m_directory.filePath(QStringLiteral("target.sql"));
    project.environment = environment;
    const QString path = m_directory.filePath(QStringLiteral("shop.lockstep"));
    QVERIFY(project::writeProject(project, path).has_value());
    m_window = std::make_unique<MainWindow>(scratch::ScratchOptions{ m_server->maintenance().text, 0 },
                                            m_settings.get(), m_theme.get());
    m_window->calibration()->setDirectory(m_directory.filePath(QStringLiteral("rates")));
    m_window->calibration()->service()->setOptions({ someRows });
    m_window->resize(1600, 1000);
    m_window->show();
    const QSignalSpy proved(m_window->pipeline(), &project::Pipeline::proofReady);
    m_window->files()->open(path);
    QTRY_VERIFY_WITH_TIMEOUT(!proved.isEmpty(), patience);
    m_window->pages()->show(StageStrip::Plan);
}

void TestWindowCalibration::shoot(QWidget *widget, const QString &name)
{
    const QString directory = qEnvironmentVariable("LOCKSTEP_SHOTS");
    if (directory.isEmpty())
        return;
    for (const auto mode : { widgets::ThemeMode::Dark, widgets::ThemeMode::Light }) {
        m_theme->setMode(mode);
        QApplication::processEvents();
        const QString theme =
            mode == widgets::ThemeMode::Dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png");
        QVERIFY(widget->grab().save(QDir(directory).filePath(name + theme)));
    }
}

QString TestWindowCalibration::indexBasis() const
{
    for (const plan::Step &step : m_window->pages()->plan()->plan()->steps) {
        if (step.sql.join(QLatin1Char(';')).contains(QLatin1String("CREATE INDEX")))
            return step.assessment.estimate.basis;
    }
    return {};
}

void TestWindowCalibration::measuresTheServerOfThePlan()
{
    openWindow();
    auto *button = find<QToolButton>("calibrateButton");
    QVERIFY(button->isVisible());
    QVERIFY(button->accessibleName().contains(QLatin1String("default rates")));
    QVERIFY(indexBasis().contains(QLatin1String("not calibrated")));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(dialog()->isVisible());
    QVERIFY(!dialog()->isModal());
    QVERIFY(find<QLabel>("calibrationInUse")->text().contains(QLatin1String("default rates")));
    QVERIFY(find<QLabel>("calibrationDoes")->text().contains(QLatin1String("lockstep_calibration")));
    QCOMPARE(dialog()->chosen(), QStringLiteral("current"));
    QVERIFY(!find<QPushButton>("calibrationDefaults")->isVisible());
    shoot(dialog(), QStringLiteral("calibration-before"));

    const QSignalSpy updated(m_window->pipeline(), &project::Pipeline::planUpdated);
    QTest::mouseClick(find<QPushButton>("calibrationStart"), Qt::LeftButton);
    QVERIFY(dialog()->isWorking());
    QVERIFY(!find<QPushButton>("calibrationStart")->isEnabled());
    QVERIFY(!find<QRadioButton>("calibrate_scratch")->isEnabled());
    auto *busy = dialog()->findChild<QWidget *>(QStringLiteral("busyBar"));
    QTRY_VERIFY_WITH_TIMEOUT(busy->isVisible() || !dialog()->isWorking(), patience);
    shoot(dialog(), QStringLiteral("calibration-during"));
    QTRY_VERIFY_WITH_TIMEOUT(!dialog()->isWorking(), patience);
    auto *banner = find<widgets::Banner>("calibrationBanner");
    QVERIFY2(banner->title().startsWith(QLatin1String("Measured on PostgreSQL")),
             qPrintable(banner->title()));
    QVERIFY(banner->plainText().contains(QLatin1String("a second")));
    QTRY_VERIFY_WITH_TIMEOUT(!updated.isEmpty(), patience);
    QVERIFY2(indexBasis().contains(QLatin1String("measured on PostgreSQL")), qPrintable(indexBasis()));
    QVERIFY(m_window->pipeline()->plan()->isProved());
    QCOMPARE(button->text(), QStringLiteral("measured just now"));
    shoot(dialog(), QStringLiteral("calibration-after"));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QVERIFY(!dialog()->isVisible());
    shoot(m_window.get(), QStringLiteral("calibrated-plan"));
}

void TestWindowCalibration::knowsItAtTheNextStartAndForgetsItWhenAsked()
{
    openWindow();
    QVERIFY(indexBasis().contains(QLatin1String("measured on PostgreSQL")));
    QVERIFY(find<QToolButton>("calibrateButton")->text().startsWith(QLatin1String("measured")));
    m_window->findChild<QAction *>(QStringLiteral("calibrate"))->trigger();
    QTRY_VERIFY(dialog()->isVisible());
    const QSignalSpy updated(m_window->pipeline(), &project::Pipeline::planUpdated);
    QTest::mouseClick(find<QPushButton>("calibrationDefaults"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!updated.isEmpty(), patience);
    QVERIFY(indexBasis().contains(QLatin1String("not calibrated")));
    QTRY_VERIFY(QDir(m_directory.filePath(QStringLiteral("rates"))).entryList(QDir::Files).isEmpty());
}

void TestWindowCalibration::endsOnEscapeAndLeavesNothing()
{
    openWindow();
    m_window->calibration()->service()->setOptions({});
    m_window->calibration()->open();
    QTRY_VERIFY(dialog()->isVisible());
    QSignalSpy progress(m_window->calibration()->service(), &project::CalibrationService::progress);
    find<QPushButton>("calibrationStart")->click();
    QTRY_VERIFY_WITH_TIMEOUT(progress.size() > 4, patience);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QVERIFY(dialog()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!dialog()->isWorking(), patience);
    QVERIFY(find<widgets::Banner>("calibrationBanner")->title().contains(QLatin1String("canceled")));
    QVERIFY(indexBasis().contains(QLatin1String("not calibrated")));
}

void TestWindowCalibration::offersOnlyTheScratchServerToAFile()
{
    m_window = std::make_unique<MainWindow>(scratch::ScratchOptions{ m_server->maintenance().text, 0 },
                                            m_settings.get(), m_theme.get());
    m_window->calibration()->service()->setOptions({ someRows });
    m_window->calibration()->open();
    QCOMPARE(dialog()->findChildren<QRadioButton *>().size(), 1);
    QCOMPARE(dialog()->chosen(), QStringLiteral("scratch"));
    find<QPushButton>("calibrationStart")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog()->isWorking(), patience);
    QVERIFY(find<widgets::Banner>("calibrationBanner")->title().contains(QLatin1String("scratch server")));
    QVERIFY(find<QLabel>("calibrationInUse")->text().contains(QLatin1String("scratch server")));
}

void TestWindowCalibration::startsWithTheScratchServerForProduction()
{
    openWindow(QStringLiteral("production"));
    m_window->calibration()->open();
    QCOMPARE(dialog()->chosen(), QStringLiteral("scratch"));
    auto *current = find<QRadioButton>("calibrate_current");
    QVERIFY(!current->accessibleDescription().isEmpty());
    current->click();
    m_window->calibration()->open();
    QCOMPARE(dialog()->chosen(), QStringLiteral("current"));
}

QTEST_MAIN(TestWindowCalibration)
#include "tst_windowcalibration.moc"
