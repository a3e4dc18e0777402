#pragma once

#include <model/plan/edits/offeredintents.h>

#include <QFrame>

class QLabel;
class QLineEdit;
class QMenu;

namespace lockstep::widgets {

/// Decisions about what a step is for, made where it stands: the entries of its menu, and the line in which
/// an expression is typed. Hidden unless something is typed.
class StepIntents final : public QFrame
{
    Q_OBJECT
public:
    explicit StepIntents(QWidget *parent = nullptr);
    /// For renames: what differs. Null: nothing is offered as renamed.
    void setChanges(const diff::ChangeSetPtr &changes) { m_changes = changes; }
    /// What was decided so far; none: the plan cannot be made anew, nothing is offered.
    void setDecisions(const std::optional<plan::Intents> &decisions) { m_decisions = decisions; }
    void setStep(const plan::PlanPtr &plan, const QString &stepId);
    void fill(QMenu *menu);

signals:
    /// `what` says what was decided, a sentence.
    void intentsRequested(const lockstep::plan::Intents &intents, const QString &what);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const plan::OfferedIntent &offer);
    void ask(const plan::OfferedIntent &offer);
    void accept();

    plan::PlanPtr m_plan;
    QString m_stepId;
    diff::ChangeSetPtr m_changes;
    std::optional<plan::Intents> m_decisions;
    plan::OfferedIntent m_asked; ///< What the line is about.
    QLabel *m_label;
    QLineEdit *m_expression;
};

} // namespace lockstep::widgets
