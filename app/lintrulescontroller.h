#pragma once

#include "actions.h"
#include "pages.h"

#include <model/project/pipeline.h>

namespace lockstep::widgets {
class LintRulesDialog;
}

namespace lockstep::app {

/// Between the dialog of the project's rules, the lists of findings that lead to it, and the pipeline.
class LintRulesController final : public QObject
{
    Q_OBJECT
public:
    LintRulesController(QWidget *window, Actions *actions, Pages *pages, project::Pipeline *pipeline);

    /// Empty: no rule in particular.
    void open(const QString &rule);

private:
    QWidget *m_window;
    project::Pipeline *m_pipeline;
    widgets::LintRulesDialog *m_dialog = nullptr; ///< Made when first asked for.
};

} // namespace lockstep::app
