#pragma once

#include "actions.h"
#include "filecontroller.h"
#include "pagecontroller.h"

#include <model/project/demoservice.h>
#include <model/project/recentprojects.h>

namespace lockstep::app {

/// The Home page: how to begin, and what there was. Leaves it as soon as something is chosen, from wherever.
class HomeController final : public QObject
{
    Q_OBJECT
public:
    HomeController(QWidget *window, Actions *actions, Pages *pages, Document *document, FileController *files,
                   PageController *pageController, Settings *settings);

    /// For a start without arguments: shows the page and offers work that was recovered.
    void begin();
    void show();
    /// Where the demo's files go; without it there is none to try.
    void setDemoDirectory(const QString &directory) { m_demoDirectory = directory; }
    /// A comparison whose current side is this.
    void compare(const QString &connectionText);

private:
    void connectPage();
    void connectDemo();
    void readProjects();
    void offerRecovered();
    void choosePlan();
    void leaveIfChosen();

    QWidget *m_window;
    Pages *m_pages;
    Document *m_document;
    FileController *m_files;
    PageController *m_pageController;
    Settings *m_settings;
    project::RecentProjectsReader m_reader;
    project::DemoService m_demo;
    QString m_demoDirectory;
    QString m_shownFor; ///< What was chosen when the page was shown.
};

} // namespace lockstep::app
