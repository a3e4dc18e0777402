#include "proofcontroller.h"

#include <QAction>

namespace lockstep::app {

namespace {

using project::Pipeline;
using project::Stage;
using project::StageState;

/// Long enough to type on or to make the next change, short enough to be waited for.
constexpr int pauseMs = 1500;

/// A proof that failed says something of these steps too.
bool needsProof(const plan::PlanPtr &plan)
{
    const bool isOfThese =
        plan && plan->proof.status != plan::ProofStatus::None && plan->proof.planDigest == plan->digest();
    return plan && !plan->steps.isEmpty() && !isOfThese;
}

} // namespace

ProofController::ProofController(Actions *actions, Pipeline *pipeline, QObject *parent)
    : QObject(parent)
    , m_pipeline(pipeline)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ProofController::proveEdited);
    connect(actions->cancel, &QAction::triggered, &m_pause, &QTimer::stop);
    connect(pipeline, &Pipeline::planReady, this, [this](const plan::PlanPtr &plan) {
        m_pause.stop();
        if (!plan->steps.isEmpty() && plan->proof.status == plan::ProofStatus::None)
            m_pipeline->prove();
    });
    connect(pipeline, &Pipeline::planUpdated, this, &ProofController::followEdit);
}

void ProofController::followEdit(const plan::PlanPtr &plan)
{
    if (needsProof(plan))
        m_pause.start();
    else
        m_pause.stop();
}

void ProofController::proveEdited()
{
    // An edit that is being looked at comes back as another update.
    const bool isBusy = m_pipeline->state(Stage::Analysis) == StageState::Working
                        || m_pipeline->state(Stage::Proof) == StageState::Working;
    if (!isBusy && needsProof(m_pipeline->plan()))
        m_pipeline->prove();
}

} // namespace lockstep::app
