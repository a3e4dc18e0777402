#include "everypage.h"

#include "readyrunpage.h"

#include <widgets/compare/comparepage.h>
#include <widgets/home/homepage.h>
#include <widgets/plan/calibrationdialog.h>
#include <widgets/plan/planpage.h>
#include <widgets/review/reviewpage.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

namespace lockstep::testing {

namespace {

using app::MainWindow;
using widgets::StageStrip;

constexpr int lintPatience = 30000;

Sight page(const char *name, StageStrip::Stage stage)
{
    return { QLatin1String(name), [stage](MainWindow *window) -> QWidget * {
                window->pages()->show(stage);
                return window;
            } };
}

/// The dialog that an action opens.
Sight dialog(const char *action)
{
    return { QLatin1String(action), [action](MainWindow *window) -> QWidget * {
                window->findChild<QAction *>(QLatin1String(action))->trigger();
                for (QWidget *widget : QApplication::topLevelWidgets()) {
                    if (widget->isVisible() && widget != window && widget->parentWidget() == window)
                        return widget;
                }
                return nullptr;
            } };
}

plan::PlanPtr samplePlanWithEverything()
{
    plan::Plan plan = samplePlan();
    plan.current.display = QStringLiteral("shop on db1.example.net");
    plan.target.display = QStringLiteral("shop_v42.sql");
    plan.serverVersion = 150018;
    for (plan::Step &step : plan.steps) {
        step.assessment.estimate.lowMs = 3;
        step.assessment.estimate.likelyMs = 800;
        step.assessment.estimate.highMs = 90000;
        step.assessment.findings = { plan::Finding{} };
        step.assessment.findings.first().message = QStringLiteral("A finding.");
    }
    plan.proof.planDigest = plan.digest();
    return shared(plan);
}

/// Over rows that cannot be written, with the question whether they may be put aside.
void showFailedRun(widgets::RunPage *page)
{
    base::Error error;
    error.kind = base::ErrorKind::Server;
    error.message = QStringLiteral("The row id = 77 of public.users cannot be written: division by zero.");
    error.sqlstate = QStringLiteral("22012");
    error.statement = QStringLiteral("UPDATE public.users SET tier = 'free' WHERE id > 0 AND id <= 1000");
    error.remedy = base::Remedy::CorrectRow;
    page->beginRun(QStringLiteral("shop on db1.example.net"));
    page->handleEvent(execution::StateChanged{ execution::RunState::Running, {} });
    page->handleEvent(
        execution::StepChanged{ { QStringLiteral("s01"), execution::StepState::Done, 4, 1, {} } });
    page->handleEvent(
        execution::StepChanged{ { QStringLiteral("s02"), execution::StepState::Failed, 4, 1, {} } });
    page->runFailed(error);
    page->findChild<QToolButton *>(QStringLiteral("bannerAction2"))->click();
}

} // namespace

QVector<Sight> everySight()
{
    QVector<Sight> sights{
        page("compare", StageStrip::Compare),
        page("plan", StageStrip::Plan),
        page("check", StageStrip::Check),
        page("rehearse", StageStrip::Rehearse),
        page("run", StageStrip::Run),
        dialog("calibrate"),
        dialog("lintRules"),
        dialog("palette"),
        dialog("shortcuts"),
        dialog("about"),
    };
    sights.append({ QStringLiteral("review"), [](MainWindow *window) -> QWidget * {
                       window->pages()->showReview();
                       return window;
                   } });
    sights.append({ QStringLiteral("home"), [](MainWindow *window) -> QWidget * {
                       window->home()->show();
                       return window;
                   } });
    sights.append(
        { QStringLiteral("connection"), [](MainWindow *window) -> QWidget * {
             window->home()->show();
             window->findChild<QPushButton *>(QStringLiteral("newConnection"))->click();
             window->pages()->home()->findChild<QToolButton *>(QStringLiteral("more"))->setChecked(true);
             return window;
         } });
    sights.append({ QStringLiteral("log"), [](MainWindow *window) -> QWidget * {
                       window->pages()->show(StageStrip::Plan);
                       window->findChild<QAction *>(QStringLiteral("showLog"))->setChecked(true);
                       return window;
                   } });
    sights.append(
        { QStringLiteral("server"),
          [](MainWindow *window) -> QWidget * {
              window->pages()->show(StageStrip::Compare);
              window->pages()->compare()->findChild<QToolButton *>(QStringLiteral("server"))->click();
              return window;
          },
          false });
    sights.append(
        { QStringLiteral("ignore-rules"),
          [](MainWindow *window) -> QWidget * {
              window->pages()->show(StageStrip::Compare);
              auto *server = window->pages()->compare()->findChild<QToolButton *>(QStringLiteral("server"));
              server->click();
              window->pages()->compare()->findChild<QToolButton *>(QStringLiteral("rules"))->click();
              return window;
          },
          false });
    sights.append(
        { QStringLiteral("unsaved-scripts"), [](MainWindow *window) -> QWidget * {
             window->pages()->showReview();
             QApplication::clipboard()->setText(QStringLiteral("SELECT 1"));
             window->pages()->review()->findChild<QAbstractButton *>(QStringLiteral("pasteScript"))->click();
             return window;
         } });
    sights.append({ QStringLiteral("failed"),
                    [](MainWindow *window) -> QWidget * {
                        showFailedRun(window->pages()->run());
                        window->pages()->show(StageStrip::Run);
                        return window;
                    },
                    false });
    return sights;
}

FilledWindow::FilledWindow(widgets::Theme *theme, const QString &settingsFile)
    : settings(settingsFile.isEmpty() ? this->settingsFile() : settingsFile)
    , window({ QStringLiteral("auto"), 0 }, &settings, theme)
{
    window.resize(1400, 900);
    window.show();
    window.files()->showPlan(samplePlanWithEverything());
    window.pages()->plan()->selectStep(QStringLiteral("s02"));
    window.pages()->review()->setScripts(
        { { {}, QStringLiteral("CREATE INDEX orders_at ON orders (created_at);\n"), true } });
    static_cast<void>(QTest::qWaitFor([this] { return !window.review()->isWorking(); }, lintPatience));
}

void FilledWindow::leave(QWidget *sight)
{
    if (auto *dialog = qobject_cast<QDialog *>(sight)) {
        dialog->reject();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

} // namespace lockstep::testing
