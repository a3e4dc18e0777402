#include "palettecontroller.h"

#include <widgets/plan/planpage.h>

#include <QAction>
#include <QMenu>
#include <QRegularExpression>

namespace lockstep::app {

namespace {

QString withoutMnemonic(QString text)
{
    // Chinese and Japanese put the letter in brackets behind the word.
    static const QRegularExpression bracketed(QStringLiteral("\\(&.\\)"));
    text.remove(bracketed);
    return text.remove(QLatin1Char('&'));
}

/// "Plan: Prove"
QString textOf(const QAction *action)
{
    for (const QObject *place : action->associatedObjects()) {
        const auto *menu = qobject_cast<const QMenu *>(place);
        if (menu && !menu->title().isEmpty())
            return PaletteController::tr("%1: %2", "menu and command")
                .arg(withoutMnemonic(menu->title()), withoutMnemonic(action->text()));
    }
    return withoutMnemonic(action->text());
}

} // namespace

PaletteController::PaletteController(QWidget *window, Actions *actions, Pages *pages,
                                     project::Pipeline *pipeline, Settings *settings)
    : QObject(window)
    , m_actions(actions)
    , m_pages(pages)
    , m_pipeline(pipeline)
    , m_settings(settings)
    , m_palette(new CommandPalette(window))
{
    connect(actions->palette, &QAction::triggered, this, &PaletteController::open);
    connect(m_palette, &CommandPalette::used, this,
            [this](const QString &id) { m_settings->addRecentCommand(id); });
}

void PaletteController::open()
{
    m_palette->offer(commands(), m_settings->recentCommands());
}

QVector<Command> PaletteController::commands() const
{
    QVector<Command> commands;
    for (QAction *action : m_actions->all()) {
        if (!action->isEnabled() || action->isSeparator() || action->text().isEmpty()
            || action == m_actions->palette)
            continue;
        commands.append({ action->objectName(), textOf(action),
                          action->shortcut().toString(QKeySequence::NativeText),
                          [action] { action->trigger(); } });
    }
    const plan::PlanPtr plan = m_pipeline->plan();
    for (int i = 0; plan && i < plan->steps.size(); ++i) {
        const plan::Step &step = plan->steps.at(i);
        commands.append({ QString(), tr("Step %1: %2").arg(i + 1).arg(step.title), QString(),
                          [pages = m_pages, id = step.id] {
                              pages->show(widgets::StageStrip::Plan);
                              pages->plan()->selectStep(id);
                          } });
    }
    return commands;
}

} // namespace lockstep::app
