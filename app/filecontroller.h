#pragma once

#include "actions.h"
#include "document.h"
#include "pagecontroller.h"

#include <model/project/worker.h>

#include <QObject>

#include <functional>

class QWidget;

namespace lockstep::app {

/// Opening and saving: projects, plan files, scripts, schemas dropped on the window.
class FileController final : public QObject
{
    Q_OBJECT
public:
    FileController(QWidget *window, Actions *actions, Document *document, project::Pipeline *pipeline,
                   PageController *pages, Settings *settings);
    /// Waits for a plan that is being written.
    ~FileController() override;

    /// Whether the document can be left without losing what was changed in it, or else the user has been told
    /// and does it again.
    [[nodiscard]] bool mayLeave();
    /// Asked first when the user saves: true if something else than the project was meant.
    void setSaverBefore(std::function<bool()> saver) { m_saverBefore = std::move(saver); }

public slots:
    /// Decides by the file what it is: a project, a plan, or a schema for the first empty side.
    void open(const QString &path);
    void openProject(const QString &path);
    void openPlan(const QString &path);
    /// One that is in no file. False: the document may not be left yet.
    bool showPlan(const lockstep::plan::PlanPtr &plan);
    bool newProject();
    void save();
    void saveAs();
    /// Over what somebody else has made of the file.
    void saveMine();
    void savePlan();
    void writePlan(const QString &path);

signals:
    void failed(const lockstep::base::Error &error);
    void opened(const QString &path);
    void noticed(const QString &what, const QString &more); ///< It works, but should be known.

private:
    void chooseFile();
    void fillRecent();

    QWidget *m_window;
    Actions *m_actions;
    Document *m_document;
    project::Pipeline *m_pipeline;
    PageController *m_pages;
    Settings *m_settings;
    std::function<bool()> m_saverBefore;
    int m_leaves = 0; ///< The revision that the user was told would be lost.
    /// Last, so that the thread ends before anything it uses.
    project::Worker m_worker{ QStringLiteral("plan writer") };
};

} // namespace lockstep::app
