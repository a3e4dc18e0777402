#include "palettecontroller.h"

#include "fuzzy.h"
#include "searchwords.h"

#include <model/project/runthread.h>
#include <widgets/compare/comparepage.h>
#include <widgets/plan/planpage.h>
#include <widgets/timeline/timelineview.h>

#include <QAction>
#include <QMenu>
#include <QPointer>
#include <QRegularExpression>

#include <algorithm>

namespace lockstep::app {

namespace {

/// One letter fits nearly everything.
constexpr qsizetype enoughLetters = 2;
constexpr size_t mostObjects = 100;

QString withoutMnemonic(QString text)
{
    // Chinese and Japanese put the letter in brackets behind the word.
    static const QRegularExpression bracketed(QStringLiteral("\\(&.\\)"));
    text.remove(bracketed);
    return text.remove(QLatin1Char('&'));
}

/// Of the menu and those in it.
QList<QAction *> actionsOf(const QMenu *menu)
{
    QList<QAction *> actions;
    for (QAction *action : menu->actions()) {
        if (action->menu())
            actions += actionsOf(action->menu());
        else
            actions += action;
    }
    return actions;
}

bool isOffered(const QAction *action)
{
    return action->isEnabled() && action->isVisible() && !action->isSeparator() && !action->text().isEmpty();
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
    connect(pipeline, &project::Pipeline::changesReady, this, &PaletteController::listObjects);
}

void PaletteController::listObjects(const diff::ChangeSetPtr &changes)
{
    const project::Latest::Ticket ticket = m_listing.begin();
    m_objects = nullptr;
    if (!changes)
        return;
    const auto relay = std::make_shared<ObjectsRelay>();
    connect(relay.get(), &ObjectsRelay::listed, this,
            [this, ticket](const items::ComparedObjectsPtr &objects) {
                if (m_listing.isCurrent(ticket.generation))
                    m_objects = objects;
            });
    project::startThread([relay, changes] { emit relay->listed(items::comparedObjects(*changes)); });
}

Command PaletteController::commandFor(const items::ComparedObject &object) const
{
    return {
        QString(),
        tr("Compare: %1 %2", "kind and name of an object").arg(items::words(object.id.kind), object.name),
        items::words(object.status),
        [pages = m_pages, id = object.id, change = object.change] {
            pages->show(widgets::StageStrip::Compare);
            pages->compare()->reveal(id, change);
        }
    };
}

QVector<FoundCommand> PaletteController::objectsLike(const QString &typed) const
{
    const QString letters = typed.trimmed().toLower();
    if (!m_objects || letters.size() < enoughLetters)
        return {};
    std::vector<std::pair<int, const items::ComparedObject *>> found;
    for (const items::ComparedObject &object : *m_objects) {
        if (!items::hasLetters(letters, object.key))
            continue;
        const int score = fuzzyScore(letters, object.key);
        if (score >= 0)
            found.push_back({ score, &object });
    }
    const auto best = found.begin() + std::ptrdiff_t(std::min(found.size(), mostObjects));
    // What differs before what does not, and the shorter name before the one that it begins.
    std::partial_sort(found.begin(), best, found.end(), [](const auto &one, const auto &other) {
        if (one.first != other.first)
            return one.first > other.first;
        if ((one.second->change < 0) != (other.second->change < 0))
            return other.second->change < 0;
        return one.second->key.size() < other.second->key.size();
    });
    QVector<FoundCommand> commands;
    for (auto one = found.begin(); one != best; ++one)
        commands.append({ commandFor(*one->second), one->first });
    return commands;
}

void PaletteController::open()
{
    m_palette->offer(commands(), m_settings->recentCommands(),
                     [this](const QString &typed) { return objectsLike(typed); });
}

QVector<Command> PaletteController::commands() const
{
    QVector<Command> commands;
    for (QAction *action : m_actions->all()) {
        if (isOffered(action) && action != m_actions->palette)
            commands.append({ action->objectName(), textOf(action),
                              action->shortcut().toString(QKeySequence::NativeText),
                              [action] { action->trigger(); }, searchWords(action->objectName()) });
    }
    addPlanCommands(&commands);
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

/// What is done on the Plan page is seen there.
void PaletteController::addPlanCommands(QVector<Command> *commands) const
{
    widgets::PlanPage *page = m_pages->plan();
    if (!page->plan())
        return;
    for (const QMenu *menu : { page->stepMenu(), page->timeline()->menu() }) {
        for (const QPointer<QAction> action : actionsOf(menu)) {
            if (!isOffered(action))
                continue;
            commands->append({ action->objectName(), textOf(action),
                               action->shortcut().toString(QKeySequence::NativeText),
                               [pages = m_pages, action] {
                                   pages->show(widgets::StageStrip::Plan);
                                   if (action)
                                       action->trigger();
                               } });
        }
    }
}

} // namespace lockstep::app
