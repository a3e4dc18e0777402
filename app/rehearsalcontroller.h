#pragma once

#include "pages.h"

#include <model/project/pipeline.h>
#include <model/project/rehearsalservice.h>
#include <model/project/serverprobe.h>

class QFileDialog;

namespace lockstep::app {

/// Between the rehearsal page and the service that rehearses; rates that were learned go to the pipeline.
class RehearsalController final : public QObject
{
    Q_OBJECT
public:
    RehearsalController(scratch::ScratchOptions scratch, QWidget *window, Pages *pages,
                        project::Pipeline *pipeline);
    [[nodiscard]] bool isWorking() const { return m_service.isWorking(); }
    [[nodiscard]] project::RehearsalService *service() { return &m_service; }

public slots:
    void start();

private:
    void connectPage();
    void connectService();
    void takePlan(const plan::PlanPtr &plan);
    void ask(const QString &database);
    void browse();
    void save();
    void useRates();
    void showState();
    [[nodiscard]] proof::RehearsalMaterial material() const;

    scratch::ScratchOptions m_scratch;
    QWidget *m_window;
    Pages *m_pages;
    project::Pipeline *m_pipeline;
    plan::PlanPtr m_plan;
    project::ServerProbe m_probe;
    project::RehearsalService m_service;
};

} // namespace lockstep::app
