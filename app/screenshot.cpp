#include "screenshot.h"

#include "mainwindow.h"

#include <widgets/plan/planpage.h>
#include <widgets/review/reviewpage.h>

#include <QCoreApplication>
#include <QPixmap>

namespace lockstep::app {

namespace {

constexpr int lookEveryMs = 100;
constexpr int quietRoundsWanted = 5;
constexpr int roundLimit = 3000; // five minutes

widgets::StageStrip::Stage stageOf(const QString &page)
{
    if (page == QLatin1String("compare"))
        return widgets::StageStrip::Compare;
    if (page == QLatin1String("check"))
        return widgets::StageStrip::Check;
    if (page == QLatin1String("rehearse"))
        return widgets::StageStrip::Rehearse;
    return page == QLatin1String("run") ? widgets::StageStrip::Run : widgets::StageStrip::Plan;
}

} // namespace

Screenshot::Screenshot(MainWindow *window, const CommandLine &line)
    : QObject(window)
    , m_window(window)
    , m_line(line)
{
    m_timer.setInterval(lookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &Screenshot::look);
    m_timer.start();
}

void Screenshot::look()
{
    using project::Stage;
    const project::Pipeline *pipeline = m_window->pipeline();
    bool isWorking = false;
    for (const Stage stage :
         { Stage::LoadCurrent, Stage::LoadTarget, Stage::Diff, Stage::Plan, Stage::Analysis, Stage::Proof })
        isWorking = isWorking || pipeline->state(stage) == project::StageState::Working;
    isWorking = isWorking || m_window->review()->isWorking();
    m_quietRounds = isWorking ? 0 : m_quietRounds + 1;
    if (m_quietRounds >= quietRoundsWanted || ++m_rounds > roundLimit)
        take();
}

void Screenshot::take()
{
    m_timer.stop();
    const bool isReview = m_line.page == QLatin1String("review");
    if (m_line.page == QLatin1String("home"))
        m_window->home()->show();
    else if (isReview)
        m_window->pages()->showReview();
    else
        m_window->pages()->show(stageOf(m_line.page));
    for (int i = 0; isReview && i < m_line.step; ++i)
        m_window->pages()->review()->nextFinding();
    const plan::PlanPtr plan = m_window->pipeline()->plan();
    if (plan && m_line.step > 0 && m_line.step <= plan->steps.size())
        m_window->pages()->plan()->selectStep(plan->steps.at(m_line.step - 1).id);
    QCoreApplication::processEvents();
    const bool isWritten = m_window->grab().save(m_line.screenshot, "PNG");
    QCoreApplication::exit(isWritten && m_rounds <= roundLimit ? 0 : 1);
}

} // namespace lockstep::app
