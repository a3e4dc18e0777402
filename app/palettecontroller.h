#pragma once

#include "actions.h"
#include "commandpalette.h"
#include "pages.h"
#include "settings.h"

#include <model/items/comparedobjects.h>
#include <model/project/pipeline.h>
#include <model/project/worker.h>

#include <QObject>

namespace lockstep::app {

/// What the command palette offers: every action that can be used now, those of the selected step too,
/// every step of the plan, and every object of the comparison.
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
    void listObjects(const diff::ChangeSetPtr &changes);
    [[nodiscard]] QVector<FoundCommand> objectsLike(const QString &typed) const;
    [[nodiscard]] Command commandFor(const items::ComparedObject &object) const;

    Actions *m_actions;
    Pages *m_pages;
    project::Pipeline *m_pipeline;
    Settings *m_settings;
    CommandPalette *m_palette;
    items::ComparedObjectsPtr m_objects; ///< Null until they are listed.
    project::Latest m_listing;
};

/// Brings the list to the GUI thread.
class ObjectsRelay final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

signals:
    void listed(const lockstep::items::ComparedObjectsPtr &objects);
};

} // namespace lockstep::app
