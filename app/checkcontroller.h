#pragma once

#include "pages.h"
#include "runcontroller.h"

#include <model/items/stepnumbers.h>
#include <model/project/checkservice.h>

namespace lockstep::app {

/// Between the checklist page and the service that asks; what is known of the traffic goes to the plan page.
class CheckController final : public QObject
{
    Q_OBJECT
public:
    CheckController(Pages *pages, project::Pipeline *pipeline, RunController *runs,
                    QObject *parent = nullptr);
    [[nodiscard]] bool isWorking() const { return m_service.isWorking(); }

public slots:
    void ask();

private:
    void connectPage();
    void showTarget();
    void forget();
    void take(const analysis::ChecklistPtr &list);
    void showState();

    Pages *m_pages;
    project::Pipeline *m_pipeline;
    RunController *m_runs;
    project::CheckService m_service;
    QString m_askedTarget;
    items::StepNumbers m_numbers; ///< Of the plan that was asked for.
};

} // namespace lockstep::app
