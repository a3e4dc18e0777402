#pragma once

#include <model/execution/runvalues.h>
#include <model/plan/plan.h>

#include <QWidget>

class QCheckBox;
class QLabel;

namespace lockstep::widgets {

class AskStrip;

/// What the journal of the chosen database holds of this plan, and what can be done with it: resume it or
/// take it back. Hidden while there is nothing.
class FoundRun final : public QWidget
{
    Q_OBJECT
public:
    explicit FoundRun(QWidget *parent = nullptr);
    void setPlan(const plan::PlanPtr &plan);
    void setStatus(const execution::RunStatus &status);
    void clear();
    /// A run that keeps another one from beginning.
    [[nodiscard]] bool isUnfinished() const;
    [[nodiscard]] bool isRunnerAlive() const { return m_status.runnerAlive; }
    /// Its rollback has begun, whatever it waits for or has ended with: there is no way forward any more.
    [[nodiscard]] bool isGoingBack() const;
    /// Ticked by the user: goes on although the server may have lost what was committed last.
    [[nodiscard]] bool acceptsFailover() const;

signals:
    void resumeRequested();
    void rollBackRequested(); ///< Confirmed.
    void takeOverRequested(bool isGoingBack); ///< Confirmed: from the runner that is at work.
    void planRequested(const QString &runId); ///< The journal's, to be opened.
    void remoteStopRequested(); ///< Of that runner, by way of the journal.

private:
    void offer();
    void askToRollBack();
    void askToTakeOver();
    void accepted(const QString &id);
    void declined(const QString &id);
    [[nodiscard]] bool isOfThisPlan() const;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString aliveSentence() const;
    /// About a run that nothing can be done with here; empty: none.
    [[nodiscard]] QString remark() const;

    plan::PlanPtr m_plan;
    execution::RunStatus m_status;
    AskStrip *m_strip;
    QLabel *m_remark;
    QCheckBox *m_failover;
};

} // namespace lockstep::widgets
