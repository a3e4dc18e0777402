#pragma once

#include "actions.h"
#include "commandpalette.h"
#include "pages.h"
#include "settings.h"

#include <model/project/pipeline.h>

#include <QObject>

namespace lockstep::app {

/// What the command palette offers: every action that can be used now, those of
/// the selected step too, and every step of the plan.
class PaletteController final : public QObject
{
    Q_OBJECT
public:
    PaletteController(QWidget *window, Actions *actions, Pages *pages, project::Pipeline *pipeline,
                      Settings *settings);
    [[nodiscard]] CommandPalette *palette() const { return m_palette; }
    void open();

private:
    [[nodiscard]] QVector<Command> commands() const;
    void addPlanCommands(QVector<Command> *commands) const;

    Actions *m_actions;
    Pages *m_pages;
    project::Pipeline *m_pipeline;
    Settings *m_settings;
    CommandPalette *m_palette;
};

} // namespace lockstep::app
