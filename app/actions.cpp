#include "actions.h"

#include "language.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

namespace lockstep::app {

Actions::Actions(QMenuBar *bar, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
{
    buildFile(bar);
    buildEdit(bar);
    buildView(bar);
    buildPlan(bar);
    buildRun(bar);
    buildHelp(bar);
}

QAction *Actions::add(QMenu *menu, const char *name, const QString &text, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(keys);
    menu->addAction(action);
    return action;
}

QAction *Actions::choice(QActionGroup *group, QMenu *menu, const char *name, const QString &text)
{
    QAction *action = add(menu, name, text);
    action->setCheckable(true);
    group->addAction(action);
    return action;
}

void Actions::buildFile(QMenuBar *bar)
{
    QMenu *menu = bar->addMenu(tr("&File"));
    newProject = add(menu, "newProject", tr("&New project"), { QKeySequence::New });
    open = add(menu, "open", tr("&Open\u2026"), { QKeySequence::Open });
    reviewScript = add(menu, "reviewScript", tr("Re&view a script\u2026"),
                       { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O) });
    reviewScript->setToolTip(
        tr("What a migration that somebody else wrote would do, statement by statement."));
    recent = menu->addMenu(tr("Open &recent"));
    menu->addSeparator();
    save = add(menu, "save", tr("&Save project"), { QKeySequence::Save });
    saveAs =
        add(menu, "saveAs", tr("Save project &as\u2026"), { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S) });
    savePlan = add(menu, "savePlan", tr("Save &plan\u2026"), { QKeySequence(Qt::CTRL | Qt::Key_E) });
    savePlan->setToolTip(tr("As a plan file for lockstep-cli, or as SQL for psql."));
    saveReport = add(menu, "saveReport", tr("Save the review repor&t\u2026"),
                     { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E) });
    saveReport->setToolTip(
        tr("Timeline, steps, SQL, locks, estimates, proof and lines to sign, as HTML or PDF."));
    savePicture = add(menu, "savePicture", tr("Save a &picture of the timeline\u2026"));
    savePicture->setToolTip(tr("All of the plan, as SVG or PNG."));
    menu->addSeparator();
    quit = add(menu, "quit", tr("&Quit"), { QKeySequence(Qt::CTRL | Qt::Key_Q) });
    quit->setMenuRole(QAction::QuitRole);
}

void Actions::buildEdit(QMenuBar *bar)
{
    QMenu *menu = bar->addMenu(tr("&Edit"));
    undo = add(menu, "undo", tr("&Undo"), { QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Z) });
    redo = add(menu, "redo", tr("&Redo"), { QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Y) });
    menu->addSeparator();
    completeWhileTyping = add(menu, "completeWhileTyping", tr("&Complete words while typing"));
    completeWhileTyping->setCheckable(true);
    showFindings = add(menu, "showFindings", tr("&Mark findings in the SQL"));
    showFindings->setCheckable(true);
}

void Actions::buildView(QMenuBar *bar)
{
    QMenu *menu = bar->addMenu(tr("&View"));
    view = menu;
    showHome = add(menu, "showHome", tr("Ho&me"), { QKeySequence(Qt::ALT | Qt::Key_Home) });
    showCompare = add(menu, "showCompare", tr("&Compare"));
    showPlan = add(menu, "showPlan", tr("&Plan"));
    showCheck = add(menu, "showCheck", tr("C&hecklist"));
    showRehearsal = add(menu, "showRehearsal", tr("Re&hearsal"));
    showRun = add(menu, "showRun", tr("&Run"));
    showReview = add(menu, "showReview", tr("Re&view"), { QKeySequence(Qt::CTRL | Qt::Key_0) });
    menu->addSeparator();
    QMenu *theme = menu->addMenu(tr("&Appearance"));
    auto *themes = new QActionGroup(this);
    themeSystem = choice(themes, theme, "themeSystem", tr("As the &system"));
    themeLight = choice(themes, theme, "themeLight", tr("&Light"));
    themeDark = choice(themes, theme, "themeDark", tr("&Dark"));
    themeContrastLight = choice(themes, theme, "themeContrastLight", tr("&High contrast, light"));
    themeContrastDark = choice(themes, theme, "themeContrastDark", tr("High &contrast, dark"));
    buildLanguages(menu->addMenu(tr("Lan&guage")));
    menu->addSeparator();
    showLog = add(menu, "showLog", tr("&Log"), { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L) });
    showLog->setCheckable(true);
}

void Actions::buildLanguages(QMenu *menu)
{
    language = new QActionGroup(this);
    choice(language, menu, "languageSystem", tr("As the &system"))->setData(QString());
    for (const QString &code : languages()) {
        // Each by its own name, so that who reads no other finds it.
        QAction *action = choice(language, menu, "language", languageName(code));
        action->setObjectName(QStringLiteral("language_") + code);
        action->setData(code);
    }
}

void Actions::buildPlan(QMenuBar *bar)
{
    QMenu *menu = bar->addMenu(tr("&Plan"));
    plan = menu;
    compareAgain = add(menu, "compareAgain", tr("&Read both sides again"), { QKeySequence(Qt::Key_F5) });
    swapSides = add(menu, "swapSides", tr("&Swap current and target"));
    menu->addSeparator();
    auto *policies = new QActionGroup(this);
    policyZeroDowntime = choice(policies, menu, "policyZeroDowntime", tr("&Zero downtime"));
    policyWindow = choice(policies, menu, "policyWindow", tr("&Maintenance window"));
    policyZeroDowntime->setChecked(true);
    menu->addSeparator();
    prove = add(menu, "prove", tr("&Prove"), { QKeySequence(Qt::Key_F7) });
    calibrate = add(menu, "calibrate", tr("Calibrate the &estimates\u2026"));
    calibrate->setToolTip(tr("Measures how fast a server is, so that the times of the plan are its own."));
    lintRules = add(menu, "lintRules", tr("&Rules for findings\u2026"));
    lintRules->setToolTip(tr("Which rules speak in this project, and how severe they are."));
    cancel = add(menu, "cancel", tr("&Cancel what is going on"), { QKeySequence(Qt::SHIFT | Qt::Key_F5) });
}

void Actions::buildRun(QMenuBar *bar)
{
    QMenu *menu = bar->addMenu(tr("&Run"));
    run = add(menu, "run", tr("&Run on a database\u2026"), { QKeySequence(Qt::CTRL | Qt::Key_R) });
    menu->addSeparator();
    pause = add(menu, "pause", tr("&Pause"));
    resume = add(menu, "resume", tr("&Continue"));
    stop = add(menu, "stop", tr("&Stop\u2026"));
    rollBack =
        add(menu, "rollBack", tr("Roll &back\u2026"), { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R) });
    menu->addSeparator();
    history = add(menu, "history", tr("&History of runs\u2026"), { QKeySequence(Qt::CTRL | Qt::Key_H) });
    history->setToolTip(tr("What the journal of the Run page's database remembers."));
    for (QAction *action : { pause, resume, stop, rollBack })
        action->setEnabled(false);
}

void Actions::buildHelp(QMenuBar *bar)
{
    QMenu *menu = bar->addMenu(tr("&Help"));
    palette = add(menu, "palette", tr("&Command palette\u2026"),
                  { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P) });
    palette->setToolTip(tr("Every command and every step, found by a few letters."));
    shortcuts = add(menu, "shortcuts", tr("&Keyboard shortcuts"),
                    { QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question) });
    about = add(menu, "about", tr("&About Lockstep"));
    about->setMenuRole(QAction::AboutRole);
}

QList<const QMenu *> Actions::menus() const
{
    QList<const QMenu *> menus;
    for (const QAction *action : m_bar->actions())
        menus.append(action->menu());
    return menus;
}

QList<QAction *> Actions::all() const
{
    return findChildren<QAction *>();
}

} // namespace lockstep::app
