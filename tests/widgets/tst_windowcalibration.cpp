#include "windowfixture.h"

#include <widgets/common/banner.h>
#include <widgets/plan/calibrationdialog.h>
#include <widgets/plan/planpage.h>

#include <tests/support/patience.h>

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace lockstep;
using namespace lockstep::app;
using widgets::CalibrationDialog;
using widgets::StageStrip;

namespace {

constexpr int patience = testing::windowPatience;
constexpr double someRows = 0.02;

} // namespace

/// Calibrating in the window on a live database: from the button beside the total to the estimates, and
/// found again by the next window.
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
    template <typename Control>
    [[nodiscard]] Control *find(const char *name) const
    {
        return m_fixture.find<Control>(name);
    }
    [[nodiscard]] CalibrationDialog *dialog() const { return window()->calibration()->dialog(); }
    [[nodiscard]] QString indexBasis() const;

    [[nodiscard]] MainWindow *window() const { return m_fixture.window(); }

    testing::WindowFixture m_fixture;
};

void TestWindowCalibration::initTestCase()
{
    m_fixture.createDatabase(
        QStringLiteral("calibrated"),
        QStringLiteral("CREATE TABLE public.orders (id bigint PRIMARY KEY, note text);"
                       "INSERT INTO public.orders SELECT i, 'note ' || i FROM generate_series(1, 50000) i;"
                       "ANALYZE public.orders"));
}

void TestWindowCalibration::cleanup()
{
    m_fixture.verifyNoStall();
    m_fixture.closeWindow();
    QCOMPARE(
        m_fixture.value(QStringLiteral("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'lockstep%'")),
        QStringLiteral("0"));
}

void TestWindowCalibration::openWindow(const QString &environment)
{
    const QString path = m_fixture.writeProject(
        "CREATE TABLE public.orders (id bigint PRIMARY KEY, note text);\n"
        "CREATE INDEX orders_note_idx ON public.orders (note);\n",
        [environment](project::Project *project) { project->environment = environment; });
    m_fixture.openWindow();
    window()->calibration()->setDirectory(m_fixture.path(QStringLiteral("rates")));
    window()->calibration()->service()->setOptions({ someRows });
    m_fixture.openAndProve(path);
    window()->pages()->show(StageStrip::Plan);
}

QString TestWindowCalibration::indexBasis() const
{
    for (const plan::Step &step : window()->pages()->plan()->plan()->steps) {
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
    QTRY_VERIFY_WITH_TIMEOUT(dialog()->isVisible(), testing::longEnoughMs);
    QVERIFY(!dialog()->isModal());
    QVERIFY(find<QLabel>("calibrationInUse")->text().contains(QLatin1String("default rates")));
    QVERIFY(find<QLabel>("calibrationDoes")->text().contains(QLatin1String("lockstep_calibration")));
    QCOMPARE(dialog()->chosen(), QStringLiteral("current"));
    QVERIFY(!find<QPushButton>("calibrationDefaults")->isVisible());
    m_fixture.shoot(QStringLiteral("calibration-before"), dialog());

    const QSignalSpy updated(window()->pipeline(), &project::Pipeline::planUpdated);
    QTest::mouseClick(find<QPushButton>("calibrationStart"), Qt::LeftButton);
    QVERIFY(dialog()->isWorking());
    QVERIFY(!find<QPushButton>("calibrationStart")->isEnabled());
    QVERIFY(!find<QRadioButton>("calibrate_scratch")->isEnabled());
    auto *busy = dialog()->findChild<QWidget *>(QStringLiteral("busyBar"));
    QTRY_VERIFY_WITH_TIMEOUT(busy->isVisible() || !dialog()->isWorking(), patience);
    m_fixture.shoot(QStringLiteral("calibration-during"), dialog());
    QTRY_VERIFY_WITH_TIMEOUT(!dialog()->isWorking(), patience);
    auto *banner = find<widgets::Banner>("calibrationBanner");
    QVERIFY2(banner->title().startsWith(QLatin1String("Measured on PostgreSQL")),
             qPrintable(banner->title()));
    QVERIFY(banner->plainText().contains(QLatin1String("a second")));
    QTRY_VERIFY_WITH_TIMEOUT(!updated.isEmpty(), patience);
    QVERIFY2(indexBasis().contains(QLatin1String("measured on PostgreSQL")), qPrintable(indexBasis()));
    QVERIFY(window()->pipeline()->plan()->isProved());
    QCOMPARE(button->text(), QStringLiteral("measured just now"));
    m_fixture.shoot(QStringLiteral("calibration-after"), dialog());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QVERIFY(!dialog()->isVisible());
    m_fixture.shoot(QStringLiteral("calibrated-plan"));
}

void TestWindowCalibration::knowsItAtTheNextStartAndForgetsItWhenAsked()
{
    openWindow();
    QVERIFY(indexBasis().contains(QLatin1String("measured on PostgreSQL")));
    QVERIFY(find<QToolButton>("calibrateButton")->text().startsWith(QLatin1String("measured")));
    window()->findChild<QAction *>(QStringLiteral("calibrate"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(dialog()->isVisible(), testing::longEnoughMs);
    const QSignalSpy updated(window()->pipeline(), &project::Pipeline::planUpdated);
    QTest::mouseClick(find<QPushButton>("calibrationDefaults"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!updated.isEmpty(), patience);
    QVERIFY(indexBasis().contains(QLatin1String("not calibrated")));
    QTRY_VERIFY_WITH_TIMEOUT(QDir(m_fixture.path(QStringLiteral("rates"))).entryList(QDir::Files).isEmpty(),
                             testing::longEnoughMs);
}

void TestWindowCalibration::endsOnEscapeAndLeavesNothing()
{
    openWindow();
    window()->calibration()->service()->setOptions({});
    window()->calibration()->open();
    QTRY_VERIFY_WITH_TIMEOUT(dialog()->isVisible(), testing::longEnoughMs);
    QSignalSpy progress(window()->calibration()->service(), &project::CalibrationService::progress);
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
    m_fixture.openWindow();
    window()->calibration()->service()->setOptions({ someRows });
    window()->calibration()->open();
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
    window()->calibration()->open();
    QCOMPARE(dialog()->chosen(), QStringLiteral("scratch"));
    auto *current = find<QRadioButton>("calibrate_current");
    QVERIFY(!current->accessibleDescription().isEmpty());
    current->click();
    window()->calibration()->open();
    QCOMPARE(dialog()->chosen(), QStringLiteral("current"));
}

QTEST_MAIN(TestWindowCalibration)
#include "tst_windowcalibration.moc"
