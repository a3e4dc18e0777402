#include "editorcontroller.h"

#include <widgets/editor/sqleditor.h>
#include <widgets/plan/planpage.h>
#include <widgets/plan/stepeditor.h>
#include <widgets/review/reviewpage.h>

#include <QAction>

namespace lockstep::app {

EditorController::EditorController(Actions *actions, Pages *pages, project::Pipeline *pipeline,
                                   Settings *settings, QObject *parent)
    : QObject(parent)
    , m_pages(pages)
{
    connect(pipeline, &project::Pipeline::sourceReady, this,
            [this](project::Side side, const sources::LoadedSourcePtr &source) {
                (side == project::Side::Current ? m_scope.current : m_scope.target) = source->catalog;
                for (widgets::SqlEditor *editor : editors())
                    editor->setCompletionScope(m_scope);
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

QVector<widgets::SqlEditor *> EditorController::editors() const
{
    return { m_pages->plan()->stepEditor()->editor(), m_pages->review()->editor() };
}

} // namespace lockstep::app
