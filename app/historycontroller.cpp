#include "historycontroller.h"

#include <widgets/run/historyview.h>
#include <widgets/run/runpage.h>

#include <QAction>
#include <QFileDialog>

namespace lockstep::app {

using widgets::HistoryView;
using widgets::RunPage;

HistoryController::HistoryController(QWidget *window, Actions *actions, Pages *pages, RunController *runs)
    : QObject(window)
    , m_window(window)
    , m_pages(pages)
    , m_runs(runs)
{
    using project::HistoryService;
    RunPage *page = pages->run();
    HistoryView *view = page->history();
    connect(actions->history, &QAction::triggered, this, &HistoryController::open);
    connect(page, &RunPage::historyRequested, this, &HistoryController::open);
    connect(page, &RunPage::exportRequested, this, &HistoryController::chooseFile);
    connect(view, &HistoryView::refreshRequested, this, &HistoryController::read);
    connect(view, &HistoryView::exportRequested, this, &HistoryController::chooseFile);
    connect(view, &HistoryView::runChosen, this,
            [this](const QString &runId) { m_service.readRun(m_runs->target(), runId); });
    const auto readPlan = [this](const QString &runId) { m_service.readPlan(m_runs->target(), runId); };
    connect(page, &RunPage::runPlanRequested, this, readPlan);
    connect(view, &HistoryView::planRequested, this, readPlan);
    connect(&m_service, &HistoryService::planRead, this, &HistoryController::planRead);
    connect(&m_service, &HistoryService::runsRead, view, &HistoryView::setRuns);
    connect(&m_service, &HistoryService::runRead, view, &HistoryView::setRun);
    connect(&m_service, &HistoryService::saved, page, &RunPage::setEventsSaved);
    connect(&m_service, &HistoryService::failed, page, &RunPage::setHistoryError);
    const auto enable = [this, actions] { actions->history->setEnabled(!m_runs->knownTarget().isEmpty()); };
    connect(runs, &RunController::targetChanged, this, enable);
    enable();
}

void HistoryController::open()
{
    if (m_runs->knownTarget().isEmpty())
        return;
    m_pages->show(widgets::StageStrip::Run);
    m_pages->run()->showHistory();
    read();
}

void HistoryController::read()
{
    m_pages->run()->history()->setReading(m_runs->target().display());
    m_service.readRuns(m_runs->target());
}

void HistoryController::chooseFile(const QString &runId, const QVector<execution::LogLine> &events)
{
    auto *dialog = new QFileDialog(m_window, tr("Save the events of run %1").arg(runId.left(8)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("jsonl"));
    dialog->setNameFilters({ tr("JSON lines (*.jsonl)"), tr("Table (*.csv)") });
    dialog->selectFile(QStringLiteral("lockstep-run-%1.jsonl").arg(runId.left(8)));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("csv")) ? QStringLiteral("csv")
                                                                       : QStringLiteral("jsonl"));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, runId, events](const QString &path) { save(path, runId, events); });
    dialog->open();
}

void HistoryController::save(const QString &path, const QString &runId,
                             const QVector<execution::LogLine> &events)
{
    m_service.saveEvents(path, runId, events);
}

} // namespace lockstep::app
