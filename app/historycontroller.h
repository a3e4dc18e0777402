#pragma once

#include "actions.h"
#include "pages.h"
#include "runcontroller.h"

#include <model/project/historyservice.h>

namespace lockstep::app {

/// Between the history of runs and the journal it is read from; also where events are saved.
class HistoryController final : public QObject
{
    Q_OBJECT
public:
    HistoryController(QWidget *window, Actions *actions, Pages *pages, RunController *runs);

public slots:
    /// Of the database that the Run page names.
    void open();
    /// What a file dialog would have chosen.
    void save(const QString &path, const QString &runId, const QVector<lockstep::execution::LogLine> &events);

signals:
    void planRead(const lockstep::plan::PlanPtr &plan);

private:
    void read();
    void chooseFile(const QString &runId, const QVector<execution::LogLine> &events);

    QWidget *m_window;
    Pages *m_pages;
    RunController *m_runs;
    project::HistoryService m_service;
};

} // namespace lockstep::app
