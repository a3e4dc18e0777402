#pragma once

#include <model/items/planmodel.h>
#include <model/plan/edits/planedit.h>

#include <QKeySequence>
#include <QObject>

class QAction;
class QMenu;

namespace lockstep::widgets {

/// What can be done with the selected step beside editing its SQL: actions with shortcuts, for menus. They
/// decide nothing: the wish goes out, and where it cannot be the reason does.
class StepActions final : public QObject
{
    Q_OBJECT
public:
    explicit StepActions(items::PlanModel *model, QObject *parent = nullptr);

    /// The keys work while one of these widgets or a child of it has the focus.
    void addTo(QWidget *widget);
    void setStep(const QString &stepId);
    void fill(QMenu *menu) const;
    /// Moves a step as a drag does; says why not where it cannot.
    void move(const QString &stepId, const QString &before);

signals:
    void editRequested(const lockstep::plan::PlanEdit &edit);
    void refused(const QString &title, const QString &reason);

private:
    QAction *add(const char *name, const QString &text, const QKeySequence &keys = {});
    void moveBy(int rows);
    void switchStep(bool withDependents);
    void joinWithNext();
    void addSql();
    void addGate();
    void fillSplits();
    [[nodiscard]] const plan::Step *step() const;
    [[nodiscard]] QString nextId() const; ///< Of the step that runs after it; empty: none.

    items::PlanModel *m_model;
    QString m_stepId;
    QAction *m_up, *m_down, *m_switch, *m_switchAll, *m_join, *m_addSql, *m_addGate, *m_remove;
    QMenu *m_split;
};

} // namespace lockstep::widgets
