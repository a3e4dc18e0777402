#pragma once

#include "actions.h"
#include "pages.h"

#include <model/base/error.h>
#include <model/project/pipeline.h>
#include <model/project/worker.h>

#include <QObject>

class QWidget;

namespace lockstep::app {

/// The review report of the plan as HTML or PDF, laid out and written beside the GUI thread.
class ReportController final : public QObject
{
    Q_OBJECT
public:
    ReportController(QWidget *window, Actions *actions, Pages *pages, project::Pipeline *pipeline);

public slots:
    /// Asks where to; what the name ends in decides the format.
    void choose();
    void write(const QString &path);

signals:
    void written(const QString &path);
    void failed(const lockstep::base::Error &error);

private:
    QWidget *m_window;
    Pages *m_pages;
    project::Pipeline *m_pipeline;
    project::Worker m_worker; ///< Last: it ends before what it works with.
};

} // namespace lockstep::app
