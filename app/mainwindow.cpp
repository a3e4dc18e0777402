#include "mainwindow.h"

#include "help.h"

#include <widgets/common/banner.h>
#include <widgets/common/sections.h>
#include <widgets/compare/comparepage.h>
#include <widgets/connection/connectionform.h>
#include <widgets/connection/passwordstrip.h>
#include <widgets/connection/sourcepicker.h>
#include <widgets/plan/planpage.h>
#include <widgets/run/runbuttons.h>
#include <widgets/run/runpage.h>
#include <widgets/timeline/timelineview.h>

#include <QAction>
#include <QActionGroup>
#include <QDockWidget>
#include <QEvent>
#include <QHeaderView>
#include <QMenuBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTreeView>
#include <QVBoxLayout>

namespace lockstep::app {

using project::Side;
using widgets::StageStrip;
using widgets::StageTone;

namespace {

constexpr int edgeHeight = 3;

StageTone toneOf(execution::RunState state)
{
    using execution::RunState;
    switch (state) {
    case RunState::NotStarted: return StageTone::Idle;
    case RunState::Checking:
    case RunState::Running:
    case RunState::RollingBack: return StageTone::Active;
    case RunState::WaitingLock:
    case RunState::Throttled:
    case RunState::Paused:
    case RunState::WaitingGate:
    case RunState::Stopping:
    case RunState::Stopped: return StageTone::Attention;
    case RunState::Failed: return StageTone::Bad;
    case RunState::Done:
    case RunState::RolledBack: return StageTone::Good;
    }
    return StageTone::Idle;
}

} // namespace

MainWindow::MainWindow(scratch::ScratchOptions scratch, Settings *settings, widgets::Theme *theme,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_pipeline(scratch)
    , m_document(&m_pipeline)
    , m_settings(settings)
    , m_theme(theme)
    , m_pages(this)
    , m_actions(menuBar(), this)
    , m_pageController(&m_pages, &m_pipeline, &m_document, settings)
    , m_runs(m_pages.run(), &m_pipeline, &m_document)
    , m_checks(&m_pages, &m_pipeline, &m_runs)
    , m_history(this, &m_actions, &m_pages, &m_runs)
    , m_rehearsals(scratch, this, &m_pages, &m_pipeline)
    , m_calibration(std::move(scratch), this, &m_actions, &m_pages, &m_pipeline, &m_document, &m_runs)
    , m_lintRules(this, &m_actions, &m_pages, &m_pipeline)
    , m_files(this, &m_actions, &m_document, &m_pipeline, &m_pageController, settings)
    , m_conflict(&m_document, &m_files)
    , m_review(this, &m_actions, &m_pages, &m_pipeline, &m_document)
    , m_drops(this, &m_pages, &m_document, &m_files, &m_pageController, &m_review)
    , m_palette(this, &m_actions, &m_pages, &m_pipeline, settings)
    , m_report(this, &m_actions, &m_pages, &m_pipeline)
    , m_picture(this, &m_actions, &m_pages, &m_pipeline)
    , m_proofs(&m_actions, &m_pipeline)
    , m_editors(&m_actions, &m_pages, &m_pipeline, settings)
    , m_status(new StatusLine(statusBar()))
    , m_banner(new widgets::Banner)
    , m_passwordStrip(new widgets::PasswordStrip)
    , m_connections(this, &m_pages, &m_pageController, &m_runs, &m_pipeline, &m_document, m_passwordStrip)
    , m_home(this, &m_actions, &m_pages, &m_document, &m_files, &m_pageController, settings)
    , m_edge(new QWidget)
    , m_logDock(new QDockWidget(tr("Log")))
{
    setObjectName(QStringLiteral("mainWindow"));
    m_banner->setObjectName(QStringLiteral("windowBanner"));
    buildCentre();
    buildLog();
    connectFileActions();
    connectWorkActions();
    connectViewActions();
    connectLanguages();
    connectRuns();
    connectStatus();
    showTitle();
    m_pages.setRunning(false);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildCentre()
{
    m_edge->setObjectName(QStringLiteral("windowEdge"));
    m_edge->setFixedHeight(edgeHeight);
    m_edge->hide();
    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_edge);
    column->addWidget(m_pages.strip());
    column->addWidget(m_conflict.banner());
    column->addWidget(m_banner);
    column->addWidget(m_passwordStrip);
    column->addWidget(m_pages.stack(), 1);
    setCentralWidget(centre);
}

void MainWindow::buildLog()
{
    using Log = items::LogModel;
    auto *view = new QTreeView;
    view->setAccessibleName(tr("Log of Lockstep"));
    view->setModel(m_log.model());
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->header()->setStretchLastSection(true);
    widgets::setSectionWidth(view->header(), Log::Time, 110);
    widgets::setSectionWidth(view->header(), Log::Level, 80);
    widgets::setSectionWidth(view->header(), Log::Channel, 100);
    m_logDock->setObjectName(QStringLiteral("logDock"));
    m_logDock->setWidget(view);
    addDockWidget(Qt::BottomDockWidgetArea, m_logDock);
    m_logDock->hide();
    connect(m_log.model(), &QAbstractItemModel::rowsInserted, view, &QTreeView::scrollToBottom);
    connect(m_actions.showLog, &QAction::toggled, m_logDock, &QDockWidget::setVisible);
    connect(m_logDock, &QDockWidget::visibilityChanged, m_actions.showLog, &QAction::setChecked);
}

void MainWindow::connectFileActions()
{
    connect(&m_files, &FileController::failed, m_banner, &widgets::Banner::showError);
    connect(&m_document, &Document::saveComing, m_pages.plan(), &widgets::PlanPage::flush);
    connect(&m_document, &Document::saveFailed, this,
            [this](const base::Error &error) { m_saveError = error.message; });
    connect(&m_document, &Document::saved, this, [this] {
        if (m_banner->title() == std::exchange(m_saveError, {}))
            m_banner->dismiss();
    });
    connect(&m_drops, &DropController::refused, m_banner, &widgets::Banner::showError);
    connect(&m_history, &HistoryController::planRead, this, [this](const plan::PlanPtr &plan) {
        // It comes from the same database, which stays what it is.
        const QString environment = m_document.environment();
        if (!m_files.showPlan(plan))
            return;
        m_document.setEnvironment(environment);
        m_pageController.showDocument();
        m_pages.run()->closeHistory();
        m_pages.show(StageStrip::Run);
    });
    connect(&m_files, &FileController::opened, m_banner, &widgets::Banner::dismiss);
    connect(&m_files, &FileController::noticed, m_banner, [this](const QString &what, const QString &more) {
        m_banner->showMessage(widgets::Banner::Kind::Warning, what, more);
    });
    connect(&m_report, &ReportController::failed, m_banner, &widgets::Banner::showError);
    connect(&m_picture, &PictureController::failed, m_banner, &widgets::Banner::showError);
    connect(&m_picture, &PictureController::written, m_banner, [this](const QString &path) {
        m_banner->showMessage(widgets::Banner::Kind::Info, tr("The timeline is saved as %1.").arg(path));
    });
    connect(&m_report, &ReportController::written, m_banner, [this](const QString &path) {
        m_banner->showMessage(widgets::Banner::Kind::Info, tr("The report is saved as %1.").arg(path));
    });
    m_files.setSaverBefore([this] { return m_review.saveShown(); });
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(&m_document, &Document::changed, this, &MainWindow::showTitle);
    connectClosing();
    connect(m_actions.about, &QAction::triggered, this, [this] { openAbout(this); });
    connect(m_actions.shortcuts, &QAction::triggered, this, [this] { openShortcuts(this, m_actions); });
}

void MainWindow::connectWorkActions()
{
    using project::Pipeline;
    connect(m_actions.compareAgain, &QAction::triggered, &m_pipeline, [this] {
        m_pipeline.reload(Side::Current);
        m_pipeline.reload(Side::Target);
    });
    connect(m_actions.swapSides, &QAction::triggered, m_pages.compare(),
            &widgets::ComparePage::swapRequested);
    connect(m_actions.policyZeroDowntime, &QAction::triggered, &m_pipeline,
            [this] { m_pipeline.setPolicy(plan::Policy::ZeroDowntime); });
    connect(m_actions.policyWindow, &QAction::triggered, &m_pipeline,
            [this] { m_pipeline.setPolicy(plan::Policy::Window); });
    connect(m_actions.prove, &QAction::triggered, &m_pageController, &PageController::prove);
    connect(m_actions.cancel, &QAction::triggered, &m_pipeline, &Pipeline::cancel);
    // What is being typed is the last thing that was done.
    for (const QAction *action : { m_actions.undo, m_actions.redo })
        connect(action, &QAction::triggered, m_pages.plan(), &widgets::PlanPage::flush);
    connect(m_actions.undo, &QAction::triggered, &m_pipeline, &Pipeline::undo);
    connect(m_actions.redo, &QAction::triggered, &m_pipeline, &Pipeline::redo);
    const auto refreshUndo = [this] {
        m_actions.undo->setEnabled(m_pipeline.canUndo());
        m_actions.undo->setText(m_pipeline.canUndo() ? tr("&Undo %1").arg(m_pipeline.undoText())
                                                     : tr("&Undo"));
        m_actions.redo->setEnabled(m_pipeline.canRedo());
    };
    connect(&m_pipeline, &Pipeline::undoChanged, this, refreshUndo);
    refreshUndo();
    const auto refreshPlanActions = [this](const plan::PlanPtr &plan) {
        m_actions.savePlan->setEnabled(true);
        const bool isWindow = plan->policy == plan::Policy::Window;
        (isWindow ? m_actions.policyWindow : m_actions.policyZeroDowntime)->setChecked(true);
    };
    connect(&m_pipeline, &Pipeline::planReady, this, refreshPlanActions);
    m_actions.savePlan->setEnabled(false);
}

void MainWindow::connectViewActions()
{
    using widgets::ThemeMode;
    connect(m_actions.showCompare, &QAction::triggered, &m_pages,
            [this] { m_pages.show(StageStrip::Compare); });
    connect(m_actions.showPlan, &QAction::triggered, &m_pages, [this] { m_pages.show(StageStrip::Plan); });
    connect(m_actions.showReview, &QAction::triggered, &m_pages, &Pages::showReview);
    connect(m_actions.showCheck, &QAction::triggered, &m_pages, [this] { m_pages.show(StageStrip::Check); });
    connect(m_actions.showRehearsal, &QAction::triggered, &m_pages,
            [this] { m_pages.show(StageStrip::Rehearse); });
    connect(m_actions.showRun, &QAction::triggered, &m_pages, [this] { m_pages.show(StageStrip::Run); });
    connect(m_actions.run, &QAction::triggered, &m_pages, &Pages::showRun);
    m_actions.view->addMenu(m_pages.plan()->timeline()->menu());
    m_actions.plan->addSeparator();
    m_actions.plan->addMenu(m_pages.plan()->stepMenu());
    const std::array<std::pair<QAction *, ThemeMode>, 5> themes{
        { { m_actions.themeSystem, ThemeMode::System },
          { m_actions.themeLight, ThemeMode::Light },
          { m_actions.themeDark, ThemeMode::Dark },
          { m_actions.themeContrastLight, ThemeMode::ContrastLight },
          { m_actions.themeContrastDark, ThemeMode::ContrastDark } }
    };
    for (const auto &[action, mode] : themes) {
        action->setChecked(m_theme->mode() == mode);
        connect(action, &QAction::triggered, this, [this, mode = mode] {
            m_theme->setMode(mode);
            m_settings->setThemeMode(mode);
        });
    }
}

void MainWindow::connectLanguages()
{
    for (QAction *action : m_actions.language->actions())
        action->setChecked(action->data().toString() == m_settings->language());
    connect(m_actions.language, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_settings->setLanguage(action->data().toString());
        m_banner->showMessage(widgets::Banner::Kind::Info, tr("The language changes at the next start."),
                              tr("Close Lockstep and open it again; nothing is lost by that."));
    });
}

void MainWindow::connectRuns()
{
    using widgets::RunPage;
    RunPage *page = m_pages.run();
    connect(m_actions.pause, &QAction::triggered, page, &RunPage::pauseRequested);
    connect(m_actions.resume, &QAction::triggered, page, &RunPage::continueRequested);
    connect(m_actions.stop, &QAction::triggered, page->buttons(), &widgets::RunButtons::stopRequested);
    connect(m_actions.rollBack, &QAction::triggered, page->buttons(),
            &widgets::RunButtons::rollBackRequested);
    for (const auto signal : { &widgets::RunButtons::stopRequested, &widgets::RunButtons::rollBackRequested })
        connect(page->buttons(), signal, &m_pages, [this] { m_pages.show(StageStrip::Run); });
    connect(page, &RunPage::stateChanged, this, &MainWindow::showRunState);
    connect(&m_runs, &RunController::runningChanged, this, &MainWindow::showRunState);
    connect(&m_runs, &RunController::happened, m_pages.plan(), &widgets::PlanPage::handleRunEvent);
    connect(&m_runs, &RunController::finished, this, [this] {
        if (std::exchange(m_isClosing, false))
            close();
    });
    connect(&m_pageController, &PageController::testRequested, this, [this](Side side, const QString &text) {
        postgres::ConnectionTarget target;
        target.text = text;
        m_probe.ask(side == Side::Current ? QStringLiteral("current") : QStringLiteral("target"), target);
    });
    const auto form = [this](const QString &tag) {
        return tag == QLatin1String("current") ? m_pages.compare()->currentPicker()->form()
                                               : m_pages.compare()->targetPicker()->form();
    };
    connect(&m_probe, &project::ServerProbe::answered, this,
            [form](const QString &tag, const postgres::ServerInfo &server) {
                form(tag)->showTestResult(tr("It answers: PostgreSQL %1, database %2, as %3.")
                                              .arg(server.versionText, server.database, server.user));
            });
    connect(&m_probe, &project::ServerProbe::failed, this,
            [form](const QString &tag, const base::Error &error) { form(tag)->showTestError(error); });
    showRunState();
}

void MainWindow::connectStatus()
{
    connect(&m_pageController, &PageController::currentReady, this,
            [this](const sources::LoadedSourcePtr &source, const QDateTime &at) {
                m_status->setServer(source->display,
                                    source->isLive ? std::optional(source->server) : std::nullopt);
                m_status->setReadAt(at);
                if (source->isLive)
                    m_runs.suggestTarget(m_document.source(Side::Current));
            });
    connect(&m_pageController, &PageController::environmentChanged, this, &MainWindow::tintEdge);
    connect(&m_connections, &ConnectionsController::environmentChanged, this, &MainWindow::tintEdge);
    connect(&m_connections, &ConnectionsController::useRequested, &m_home, &HomeController::compare);
}

void MainWindow::showRunState()
{
    using execution::RunState;
    widgets::RunPage *page = m_pages.run();
    const bool isRunning = page->isRunning();
    m_pages.setRunning(isRunning);
    m_pages.strip()->setState(StageStrip::Run, toneOf(page->state()), page->stateLine());
    m_status->setRun(m_runs.target().display(), isRunning, page->state());
    m_actions.pause->setEnabled(isRunning && page->state() != RunState::Paused);
    m_actions.resume->setEnabled(isRunning && page->state() == RunState::Paused);
    m_actions.stop->setEnabled(isRunning);
    m_actions.rollBack->setEnabled(page->state() != RunState::NotStarted);
}

void MainWindow::showTitle()
{
    setWindowTitle(tr("%1[*] \u2013 Lockstep").arg(m_document.title()));
    setWindowModified(m_document.isChanged() && !m_document.path().isEmpty());
    m_status->setSaved(m_document.savedAt(), m_document.cannotSave()  ? SaveState::Failing
                                             : m_document.isChanged() ? SaveState::Waiting
                                                                      : SaveState::Saved);
}

void MainWindow::tintEdge()
{
    using widgets::Environment;
    const Environment read = m_pageController.environment();
    const Environment known = m_connections.runEnvironment();
    const Environment written = known != Environment::Unknown ? known : read;
    m_status->setEnvironment(read);
    m_pages.strip()->setEnvironment(StageStrip::Compare, read);
    m_pages.strip()->setEnvironment(StageStrip::Check, written);
    m_pages.strip()->setEnvironment(StageStrip::Run, written);
    const Environment environment = written == Environment::Production ? written : read;
    const QString sheet =
        QStringLiteral("background: %1").arg(widgets::environmentColor(environment, palette()).name());
    if (sheet != m_edge->styleSheet())
        m_edge->setStyleSheet(sheet);
    m_edge->setVisible(environment == Environment::Production);
}

void MainWindow::openFrom(const CommandLine &line)
{
    m_review.recover();
    if (!line.file.isEmpty())
        m_files.open(line.file);
    if (!line.current.isEmpty())
        m_pageController.choose(Side::Current, line.current);
    if (!line.target.isEmpty())
        m_pageController.choose(Side::Target, line.target);
    if (!line.script.isEmpty())
        m_review.open({ line.script });
    const bool isBare =
        line.file.isEmpty() && line.script.isEmpty() && line.current.isEmpty() && line.target.isEmpty();
    if (isBare)
        m_home.begin();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_edge)
        tintEdge();
    QMainWindow::changeEvent(event);
}

} // namespace lockstep::app
