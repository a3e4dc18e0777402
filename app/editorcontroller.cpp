#include "editorcontroller.h"

#include <widgets/editor/keywords.h>
#include <widgets/editor/sqleditor.h>
#include <widgets/plan/planpage.h>
#include <widgets/plan/stepeditor.h>
#include <widgets/review/reviewpage.h>

#include <QAction>
#include <QStackedWidget>

namespace lockstep::app {

namespace {

/// 150018 is 15.18.
constexpr int versionsPerMajor = 10000;

} // namespace

EditorController::EditorController(Actions *actions, Pages *pages, project::Pipeline *pipeline,
                                   Settings *settings, QObject *parent)
    : QObject(parent)
    , m_pages(pages)
    , m_settings(settings)
{
    connect(pipeline, &project::Pipeline::sourceReady, this,
            [this](project::Side side, const sources::LoadedSourcePtr &source) {
                (side == project::Side::Current ? m_scope.current : m_scope.target) = source->catalog;
                for (widgets::SqlEditor *editor : editors())
                    editor->setCompletionScope(m_scope);
                const int major = source->catalog->serverVersion() / versionsPerMajor;
                if (!source->keywords.isEmpty())
                    m_settings->setKeywords(major, source->keywords);
                // The target will be what the current side's server runs.
                if (side == project::Side::Current || !m_scope.current)
                    showKeywords(major);
            });
    connect(pipeline, &project::Pipeline::planReady, this, [this](const plan::PlanPtr &plan) {
        if (!m_scope.current)
            showKeywords(plan->serverVersion / versionsPerMajor);
    });
    connect(actions->completeWhileTyping, &QAction::toggled, this, [this, settings](bool isWanted) {
        settings->setCompletesWhileTyping(isWanted);
        for (widgets::SqlEditor *editor : editors())
            editor->setCompletesWhileTyping(isWanted);
    });
    connect(actions->showFindings, &QAction::toggled, this, [this, settings](bool isWanted) {
        settings->setShowsFindingsInEditors(isWanted);
        for (widgets::SqlEditor *editor : editors())
            editor->setSquigglesShown(isWanted);
    });
    actions->completeWhileTyping->setChecked(settings->completesWhileTyping());
    actions->showFindings->setChecked(settings->showsFindingsInEditors());
    for (widgets::SqlEditor *editor : editors()) {
        editor->setCompletesWhileTyping(settings->completesWhileTyping());
        editor->setSquigglesShown(settings->showsFindingsInEditors());
    }
}

void EditorController::showKeywords(int major)
{
    widgets::setKeywords(m_pages->stack(), m_settings->keywords(major));
}

QVector<widgets::SqlEditor *> EditorController::editors() const
{
    return { m_pages->plan()->stepEditor()->editor(), m_pages->review()->editor() };
}

} // namespace lockstep::app
