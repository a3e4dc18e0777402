#pragma once

#include "actions.h"
#include "pages.h"

#include <model/base/error.h>
#include <model/project/pipeline.h>
#include <model/project/worker.h>

class QWidget;

namespace lockstep::app {

/// Saves the timeline as a picture: painted here, written in the background.
class PictureController final : public QObject
{
    Q_OBJECT
public:
    PictureController(QWidget *window, Actions *actions, Pages *pages, project::Pipeline *pipeline);
    /// SVG or PNG, as the path ends.
    void write(const QString &path);

signals:
    void failed(const lockstep::base::Error &error);
    void written(const QString &path);

private:
    void choose();

    QWidget *m_window;
    Pages *m_pages;
    project::Pipeline *m_pipeline;
    project::Worker m_worker;
};

} // namespace lockstep::app
