#include "reportcontroller.h"

#include "reportfile.h"

#include <widgets/run/checkpage.h>

#include <QAction>
#include <QFileDialog>

namespace lockstep::app {

ReportController::ReportController(QWidget *window, Actions *actions, Pages *pages,
                                   project::Pipeline *pipeline)
    : QObject(window)
    , m_window(window)
    , m_pages(pages)
    , m_pipeline(pipeline)
    , m_worker(QStringLiteral("report"))
{
    connect(actions->saveReport, &QAction::triggered, this, &ReportController::choose);
    connect(
        pipeline, &project::Pipeline::planReady, actions->saveReport,
        [action = actions->saveReport](const plan::PlanPtr &plan) { action->setEnabled(plan != nullptr); });
    actions->saveReport->setEnabled(false);
}

void ReportController::choose()
{
    auto *dialog = new QFileDialog(m_window, tr("Save the report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("html"));
    dialog->setNameFilters({ tr("Web page (*.html)"), tr("PDF for printing and signing (*.pdf)") });
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("*.pdf")) ? QStringLiteral("pdf")
                                                                         : QStringLiteral("html"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ReportController::write);
    dialog->open();
}

void ReportController::write(const QString &path)
{
    exporting::ReportInput input{ m_pipeline->plan(), m_pages->check()->checklist(),
                                  QDateTime::currentDateTimeUtc() };
    if (!input.plan)
        return;
    m_worker.post([this, input = std::move(input), path] {
        const auto done = writeReport(input, path);
        QMetaObject::invokeMethod(this, [this, done, path] {
            if (done.has_value())
                emit written(path);
            else
                emit failed(done.error());
        });
    });
}

} // namespace lockstep::app
