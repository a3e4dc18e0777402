#pragma once

#include "actions.h"
#include "document.h"
#include "pages.h"
#include "runcontroller.h"

#include <model/project/calibrationservice.h>

namespace lockstep::widgets {
class CalibrationDialog;
}

namespace lockstep::app {

/// Between the window that calibrates and the service that measures; what was measured goes to the
/// pipeline, and what estimates are made with is shown beside them.
class CalibrationController final : public QObject
{
    Q_OBJECT
public:
    CalibrationController(scratch::ScratchOptions scratch, QWidget *window, Actions *actions, Pages *pages,
                          project::Pipeline *pipeline, Document *document, RunController *runs);

    /// Where rates are kept between starts; empty (as it is at first): nowhere.
    void setDirectory(const QString &directory);
    [[nodiscard]] project::CalibrationService *service() { return &m_service; }
    [[nodiscard]] widgets::CalibrationDialog *dialog() const { return m_dialog; }
    [[nodiscard]] bool isWorking() const { return m_service.isWorking(); }

public slots:
    void open();

private:
    void connectDialog();
    void start(const QString &choice);
    void take(const analysis::RatesPtr &rates, const QString &notKept);
    void useDefaults();
    void showRates();
    void showChoices();
    [[nodiscard]] QString current() const;

    scratch::ScratchOptions m_scratch;
    Pages *m_pages;
    project::Pipeline *m_pipeline;
    Document *m_document;
    RunController *m_runs;
    widgets::CalibrationDialog *m_dialog;
    QString m_startedFor; ///< The current side when the measurement began.
    project::CalibrationService m_service;
};

} // namespace lockstep::app
