#include "homecontroller.h"

#include <widgets/compare/comparepage.h>
#include <widgets/connection/sourcepicker.h>
#include <widgets/home/homepage.h>

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QStackedWidget>

namespace lockstep::app {

using project::Side;
using widgets::HomePage;
using widgets::StageStrip;

namespace {

QString chosenIn(const Document &document)
{
    return document.source(Side::Current) + QLatin1Char('\n') + document.source(Side::Target)
           + QLatin1Char('\n') + document.path();
}

QString sideWords(const QString &text)
{
    postgres::ConnectionTarget target;
    target.text = text;
    if (text.isEmpty())
        return HomeController::tr("nothing yet");
    const bool isLive = text.contains(QLatin1String("://")) || text.contains(QLatin1Char('='));
    return isLive ? target.display() : QFileInfo(text).fileName();
}

} // namespace

HomeController::HomeController(QWidget *window, Actions *actions, Pages *pages, Document *document,
                               FileController *files, PageController *pageController, Settings *settings)
    : QObject(window)
    , m_window(window)
    , m_pages(pages)
    , m_document(document)
    , m_files(files)
    , m_pageController(pageController)
    , m_settings(settings)
{
    connect(actions->showHome, &QAction::triggered, this, &HomeController::show);
    connect(pages->home(), &HomePage::reviewRequested, pages, &Pages::showReview);
    connect(document, &Document::changed, this, &HomeController::leaveIfChosen);
    connect(document, &Document::keptAside, this, [this](const QString &path) {
        m_settings->addRecentProject(path);
        if (!m_document->unsaved()->hasFound())
            m_pages->home()->offerRecovered({}, {});
    });
    connect(files, &FileController::opened, this, &HomeController::leaveIfChosen);
    connect(files, &FileController::failed, pages->home(), &HomePage::showError);
    connectPage();
    connectDemo();
}

void HomeController::connectPage()
{
    HomePage *page = m_pages->home();
    connect(page, &HomePage::newComparisonRequested, this, [this] {
        if (!m_files->newProject())
            return;
        m_pages->show(StageStrip::Compare);
        m_pages->compare()->currentPicker()->focusText();
    });
    connect(page, &HomePage::openPlanRequested, this, &HomeController::choosePlan);
    connect(page, &HomePage::projectChosen, m_files, &FileController::open);
    connect(page, &HomePage::projectForgotten, this, [this](const QString &path) {
        m_settings->removeRecentProject(path);
        readProjects();
    });
    connect(&m_reader, &project::RecentProjectsReader::ready, page, &HomePage::setProjects);
    connect(page, &HomePage::recoveredWanted, this, [this] {
        m_pages->home()->offerRecovered({}, {});
        if (m_files->mayLeave() && m_document->openUnsaved())
            m_pageController->showDocument();
    });
    connect(page, &HomePage::recoveredDiscarded, this, [this] {
        m_pages->home()->offerRecovered({}, {});
        m_document->unsaved()->discard();
    });
}

void HomeController::connectDemo()
{
    using project::DemoService;
    HomePage *page = m_pages->home();
    connect(page, &HomePage::demoRequested, this, [this, page] {
        page->setDemoProgress(tr("Preparing the demo"));
        m_demo.start(m_demoDirectory);
    });
    connect(page, &HomePage::demoCancelRequested, this, [this, page] {
        m_demo.cancel();
        page->setDemoIdle();
    });
    connect(&m_demo, &DemoService::progress, page, &HomePage::setDemoProgress);
    connect(&m_demo, &DemoService::failed, page, [page](const base::Error &error) {
        page->setDemoIdle();
        page->showError(error);
    });
    connect(&m_demo, &DemoService::ready, this, [this, page](const QString &path) {
        page->setDemoIdle();
        m_files->open(path);
        m_settings->removeRecentProject(QFileInfo(path).absoluteFilePath()); // Its server ends with us.
    });
}

void HomeController::begin()
{
    show();
    offerRecovered();
}

void HomeController::show()
{
    m_shownFor = chosenIn(*m_document);
    m_pages->showHome();
    readProjects();
}

void HomeController::compare(const QString &connectionText)
{
    if (!m_files->newProject())
        return;
    m_pageController->choose(Side::Current, connectionText);
    m_pages->show(StageStrip::Compare);
}

void HomeController::readProjects()
{
    m_reader.ask(m_settings->recentProjects());
}

void HomeController::offerRecovered()
{
    const UnsavedWork &unsaved = *m_document->unsaved();
    const auto found = unsaved.hasFound() ? unsaved.read() : std::nullopt;
    if (found)
        m_pages->home()->offerRecovered(
            tr("%1 \u2192 %2").arg(sideWords(found->current), sideWords(found->target)), unsaved.writtenAt());
}

void HomeController::choosePlan()
{
    auto *dialog = new QFileDialog(m_window, tr("Open a plan"));
    dialog->setObjectName(QStringLiteral("openPlanDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({ tr("Plans (*.lockplan)"), tr("All files (*)") });
    connect(dialog, &QFileDialog::fileSelected, m_files, &FileController::open);
    dialog->open();
}

void HomeController::leaveIfChosen()
{
    const QString chosen = chosenIn(*m_document);
    if (chosen == m_shownFor || chosen.size() <= 2)
        return;
    m_document->putFoundAside();
    m_shownFor = chosen;
    if (m_pages->stack()->currentWidget() == m_pages->home())
        m_pages->show(StageStrip::Compare);
}

} // namespace lockstep::app
