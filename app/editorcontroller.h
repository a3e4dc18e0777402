#pragma once

#include "actions.h"
#include "pages.h"
#include "settings.h"

#include <model/items/completions.h>
#include <model/project/pipeline.h>

#include <QObject>

namespace lockstep::widgets {
class SqlEditor;
}

namespace lockstep::app {

/// What all SQL editors of the window have in common: the names they complete, their keywords, and what the
/// user switched off.
class EditorController final : public QObject
{
    Q_OBJECT
public:
    EditorController(Actions *actions, Pages *pages, project::Pipeline *pipeline, Settings *settings,
                     QObject *parent = nullptr);

private:
    [[nodiscard]] QVector<widgets::SqlEditor *> editors() const;
    void showKeywords(int major);

    Pages *m_pages;
    Settings *m_settings;
    items::CompletionScope m_scope;
};

} // namespace lockstep::app
