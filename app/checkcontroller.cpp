#include "checkcontroller.h"

#include <widgets/plan/planpage.h>
#include <widgets/run/checkpage.h>

namespace lockstep::app {

using project::Pipeline;
using widgets::CheckPage;
using widgets::StageStrip;

CheckController::CheckController(Pages *pages, Pipeline *pipeline, RunController *runs, QObject *parent)
    : QObject(parent)
    , m_pages(pages)
    , m_pipeline(pipeline)
    , m_runs(runs)
{
    connectPage();
    connect(m_pipeline, &Pipeline::planReady, this, &CheckController::forget);
    connect(m_pipeline, &Pipeline::planUpdated, this, &CheckController::forget);
    connect(m_runs, &RunController::targetChanged, this, [this] {
        if (m_runs->knownTarget() != m_askedTarget)
            forget();
        showTarget();
    });
    connect(m_runs, &RunController::checkedBefore, this, [this](const analysis::ChecklistPtr &list) {
        // It asks less than the page does; what it found matters where it stops the run, or where what was
        // found before does so no more.
        CheckPage *page = m_pages->check();
        if (!page->checklist() || list->worst() == analysis::CheckVerdict::Stop
            || !page->stopping().isEmpty())
            page->setChecklist(list);
    });
    showTarget();
    showState();
}

void CheckController::connectPage()
{
    CheckPage *page = m_pages->check();
    connect(page, &CheckPage::againRequested, this, &CheckController::ask);
    connect(page, &CheckPage::cancelRequested, this, [this, page] {
        m_service.cancel();
        page->setChecklist(page->checklist());
    });
    connect(page, &CheckPage::stateChanged, this, [this, page] {
        m_runs->setIgnoredChecks(page->ignored());
        m_runs->setStoppingChecks(page->stopping());
        showState();
    });
    connect(m_pages->strip(), &StageStrip::currentChanged, this, [this, page](int stage) {
        if (stage == StageStrip::Check && !page->checklist() && !m_service.isWorking())
            ask();
    });
    connect(&m_service, &project::CheckService::ready, this, &CheckController::take);
    connect(&m_service, &project::CheckService::failed, page, &CheckPage::setError);
}

void CheckController::showState()
{
    m_pages->strip()->setState(StageStrip::Check, m_pages->check()->tone(), m_pages->check()->stateLine());
}

void CheckController::showTarget()
{
    const bool hasPlan = m_pipeline->plan() && !m_pipeline->plan()->steps.isEmpty();
    m_pages->check()->setTarget(hasPlan && !m_runs->knownTarget().isEmpty() ? m_runs->target().display()
                                                                            : QString());
}

void CheckController::forget()
{
    m_service.cancel();
    m_askedTarget.clear();
    m_pages->check()->clear();
    m_pages->plan()->setChecklist(nullptr);
    showTarget();
}

void CheckController::ask()
{
    const plan::PlanPtr plan = m_pipeline->plan();
    if (!plan || plan->steps.isEmpty() || m_runs->knownTarget().isEmpty())
        return;
    m_askedTarget = m_runs->knownTarget();
    m_numbers = items::StepNumbers(plan);
    m_pages->check()->setWorking();
    m_service.ask(plan, m_runs->target(), {});
}

void CheckController::take(const analysis::ChecklistPtr &list)
{
    const analysis::ChecklistPtr told = m_numbers.in(list);
    m_pages->check()->setChecklist(told);
    m_pages->plan()->setChecklist(told);
}

} // namespace lockstep::app
