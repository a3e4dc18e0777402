#include "lintrulescontroller.h"

#include <widgets/plan/planpage.h>
#include <widgets/review/findingslist.h>
#include <widgets/review/lintrulesdialog.h>
#include <widgets/review/reviewpage.h>

#include <QAction>

namespace lockstep::app {

using widgets::LintRulesDialog;

LintRulesController::LintRulesController(QWidget *window, Actions *actions, Pages *pages,
                                         project::Pipeline *pipeline)
    : QObject(window)
    , m_window(window)
    , m_pipeline(pipeline)
{
    connect(actions->lintRules, &QAction::triggered, this, [this] { open({}); });
    connect(pages->review()->findings(), &widgets::FindingsList::ruleRequested, this,
            &LintRulesController::open);
    connect(pages->plan(), &widgets::PlanPage::ruleRequested, this, &LintRulesController::open);
    connect(pipeline, &project::Pipeline::rulesChanged, pages->plan(),
            [pipeline, pages] { pages->plan()->setRulesOff(int(pipeline->rules().disabled.size())); });
}

void LintRulesController::open(const QString &rule)
{
    if (!m_dialog) {
        m_dialog = new LintRulesDialog(m_window);
        m_dialog->setSettings(m_pipeline->rules());
        connect(m_dialog, &LintRulesDialog::settingsChanged, m_pipeline, &project::Pipeline::setRules);
        connect(m_pipeline, &project::Pipeline::rulesChanged, m_dialog,
                [this] { m_dialog->setSettings(m_pipeline->rules()); });
    }
    m_dialog->select(rule);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

} // namespace lockstep::app
