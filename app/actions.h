#pragma once

#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;

namespace lockstep::app {

/// Every action of the window with its shortcut and menu. Knows no pages: whoever does the work
/// connects to triggered().
class Actions final : public QObject
{
    Q_OBJECT
public:
    explicit Actions(QMenuBar *bar, QObject *parent = nullptr);

    QAction *newProject, *open, *reviewScript, *save, *saveAs, *savePlan, *saveReport, *savePicture, *quit;
    QAction *undo, *redo, *completeWhileTyping, *showFindings;
    QAction *showCompare, *showPlan, *showCheck, *showRehearsal, *showRun, *showReview, *showHome, *showLog;
    QAction *themeSystem, *themeLight, *themeDark, *themeContrastLight, *themeContrastDark;
    QAction *compareAgain, *swapSides, *policyZeroDowntime, *policyWindow, *prove, *calibrate, *lintRules,
        *cancel;
    QAction *run, *pause, *resume, *stop, *rollBack, *history;
    QAction *palette, *shortcuts, *about;
    QMenu *recent;
    QMenu *view, *plan; ///< To which the Plan page adds its own.
    /// Their data is the code of the language; empty: as the system.
    QActionGroup *language;

    /// All of them, for the page of shortcuts.
    [[nodiscard]] QList<QAction *> all() const;
    /// Those of the menu bar, in their order.
    [[nodiscard]] QList<const QMenu *> menus() const;

private:
    QAction *add(QMenu *menu, const char *name, const QString &text, const QList<QKeySequence> &keys = {});
    QAction *choice(QActionGroup *group, QMenu *menu, const char *name, const QString &text);
    void buildFile(QMenuBar *bar);
    void buildEdit(QMenuBar *bar);
    void buildView(QMenuBar *bar);
    void buildLanguages(QMenu *menu);
    void buildPlan(QMenuBar *bar);
    void buildRun(QMenuBar *bar);
    void buildHelp(QMenuBar *bar);

    QMenuBar *m_bar;
};

} // namespace lockstep::app
