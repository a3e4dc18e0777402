#include <tests/items/sampleplan.h>
#include <widgets/common/banner.h>
#include <widgets/common/stagestrip.h>
#include <widgets/common/theme.h>
#include <widgets/plan/planpage.h>
#include <widgets/plan/stepeditor.h>
#include <widgets/timeline/timelineview.h>

#include <QDir>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace lockstep;
using namespace lockstep::widgets;

namespace {

/// As the window puts it together.
struct Window
{
    QWidget widget;
    StageStrip *strip = new StageStrip;
    Banner *banner = new Banner;
    PlanPage *page = new PlanPage;

    Window()
    {
        auto *layout = new QVBoxLayout(&widget);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        layout->addWidget(strip);
        layout->addWidget(banner);
        layout->addWidget(page, 1);
        strip->setState(StageStrip::Compare, StageTone::Attention,
                        QStringLiteral("14 changes, 1 decision open"));
        strip->setState(StageStrip::Plan, StageTone::Active, QStringLiteral("14 steps, 1 gate"));
        strip->setState(StageStrip::Check, StageTone::Attention, QStringLiteral("2 warnings"));
        strip->setState(StageStrip::Rehearse, StageTone::Good,
                        QStringLiteral("yesterday, on copy, 7 min 20 s"));
        strip->setCurrent(StageStrip::Plan);
        strip->addTrailing(page->actions());
        page->setSides(QStringLiteral("shop @ db1.example.net"), QStringLiteral("shop_v42.sql"),
                       Environment::Production, QStringLiteral("PostgreSQL 15.18 \u00b7 41 GB"));
        widget.resize(1600, 940);
    }
};

} // namespace

/// Grabs the plan page as pictures into LOCKSTEP_SHOTS (skipped without it), and checks that light
/// and dark really differ.
class TestPlanPageShots final : public QObject
{
    Q_OBJECT
private slots:
    void looksInLightAndDark();
};

void TestPlanPageShots::looksInLightAndDark()
{
    const QString folder = qEnvironmentVariable("LOCKSTEP_SHOTS");
    const auto save = [&](QWidget &widget, const QString &name) {
        const QImage image = widget.grab().toImage();
        if (!folder.isEmpty() && QDir().mkpath(folder))
            image.save(QDir(folder).filePath(name));
        return image;
    };
    Theme theme;
    theme.setMode(ThemeMode::Light);
    Window window;
    auto plan = testing::samplePlan();
    plan->proof.status = plan::ProofStatus::Proved;
    plan->proof.planDigest = plan->digest();
    window.page->setPlan(plan);
    window.page->selectStep(QStringLiteral("s05"));
    window.widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window.widget));
    const QImage light = save(window.widget, QStringLiteral("plan-light.png"));

    theme.setMode(ThemeMode::Dark);
    QVERIFY(theme.isDark());
    const QImage dark = save(window.widget, QStringLiteral("plan-dark.png"));
    QCOMPARE(dark.size(), light.size());
    QVERIFY(qGray(dark.pixel(dark.width() / 2, dark.height() - 20)) < 100);
    QVERIFY(qGray(light.pixel(light.width() / 2, light.height() - 20)) > 200);

    window.page->timeline()->setMeasured(QStringLiteral("s05"), 140000, true);
    window.page->selectStep(QStringLiteral("s07"));
    save(window.widget, QStringLiteral("plan-dark-running.png"));

    theme.setMode(ThemeMode::Light);
    window.page->timeline()->clearMeasured();
    window.page->selectStep(QStringLiteral("s14"));
    window.page->timeline()->setScale(TimeScale::Linear);
    base::Error error =
        base::inputError(QStringLiteral("syntax error at or near \"COLUM\""),
                         QStringLiteral("Correct the statement; the plan keeps its last good form."));
    error.position = base::TextPosition{ {}, 1, 33 };
    window.page->setEditError(QStringLiteral("s14"), error);
    save(window.widget, QStringLiteral("plan-linear-error.png"));

    window.page->findChild<QToolButton *>(QStringLiteral("showTable"))->click();
    save(window.widget, QStringLiteral("plan-table.png"));
    window.page->setPlan(nullptr);
    save(window.widget, QStringLiteral("plan-empty.png"));
}

QTEST_MAIN(TestPlanPageShots)
#include "tst_planpageshots.moc"
