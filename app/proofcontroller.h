#pragma once

#include "actions.h"

#include <model/project/pipeline.h>

#include <QObject>
#include <QTimer>

namespace lockstep::app {

/// Nothing is shown as ready unproved: the proof follows the plan by itself, and what is edited is proved
/// again when the user pauses. The next edit ends a proof that goes on (Pipeline); one that the user
/// cancelled is not begun again.
class ProofController final : public QObject
{
    Q_OBJECT
public:
    ProofController(Actions *actions, project::Pipeline *pipeline, QObject *parent = nullptr);

private:
    void followEdit(const plan::PlanPtr &plan);
    void proveEdited();

    project::Pipeline *m_pipeline;
    QTimer m_pause;
};

} // namespace lockstep::app
