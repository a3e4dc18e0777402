#pragma once

#include "lockwaitclock.h"

#include <model/execution/runhistory.h>
#include <model/execution/runvalues.h>
#include <model/plan/plan.h>
#include <model/items/eventlogmodel.h>
#include <model/items/runstepsmodel.h>

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>
#include <QWidget>

class QLabel;
class QTreeView;

namespace lockstep::widgets {

class AskStrip;
class Badge;
class BlockerPanel;
class Curve;
class RunProgress;

/// A run as it happens: steps, the running one in detail, curves, events. Shows what it is told
/// and asks nothing of the server.
class RunView final : public QWidget
{
    Q_OBJECT
public:
    explicit RunView(QWidget *parent = nullptr);
    void setPlan(const plan::PlanPtr &plan);
    void setBadge(const QString &environmentName);
    /// `display` is where it runs, without secrets.
    void begin(const QString &display, const QDateTime &now);
    void end();
    /// What was asked of the run and is not so yet: "finishing what is under way, then pausing".
    void setAsked(const QString &words) const;
    void handle(const execution::RunEvent &event, const QDateTime &now);
    void setStatus(const execution::RunStatus &status);
    /// Puts before what was told here what the journal remembers of the run's earlier starts.
    void setEarlier(const execution::RecordedRun &run);
    [[nodiscard]] AskStrip *strip() const { return m_ask; }
    [[nodiscard]] RunProgress *progress() const { return m_progress; }
    [[nodiscard]] BlockerPanel *blockers() const { return m_blockers; }
    [[nodiscard]] const items::RunStepsModel &steps() const { return m_steps; }

signals:
    void exportRequested(const QString &runId, const QVector<lockstep::execution::LogLine> &events);

private:
    void on(const execution::RunStarted &started, const QDateTime &now);
    void on(const execution::StateChanged &changed, const QDateTime &now);
    void on(const execution::StepChanged &changed, const QDateTime &now);
    void holdStep(bool isPaused);
    void on(const execution::BackfillAdvanced &advanced, const QDateTime &now);
    void on(const execution::LockWait &wait, const QDateTime &now);
    void on(const execution::GateReached &gate, const QDateTime &now);
    void on(const execution::LossAsked &loss, const QDateTime &now);
    void on(const execution::LogLine &line, const QDateTime &now);
    void on(const execution::RunFailed &failure, const QDateTime &now);
    void on(const execution::BlockerEnded &ended, const QDateTime &now);
    void on(const execution::BuildAdvanced &build, const QDateTime &now);
    void buildSteps();
    [[nodiscard]] QWidget *buildDetail();
    [[nodiscard]] QWidget *buildCurves();
    [[nodiscard]] QString leftOfAll() const;
    [[nodiscard]] QString overText(const execution::StepStatus &status) const;
    void showHead(const QDateTime &now);
    void showLockWait(const QDateTime &now);
    void note(execution::EventLevel level, const QString &step, const QString &text, const QDateTime &now);

    plan::PlanPtr m_plan;
    items::RunStepsModel m_steps;
    items::StepNumbers m_numbers; ///< Of the run's plan.
    items::EventLogModel m_events;
    QString m_display, m_who, m_runId;
    QDateTime m_startedAt;
    QString m_runningStep;
    QSet<QString> m_begun; ///< Steps that were at work since this start.
    LockWaitClock m_wait;
    bool m_isGoingBack = false;
    double m_sessionsMost = 0;
    double m_lagMost = 0;
    execution::BackfillProgress m_backfill; ///< Of the running step; no step: none.
    QElapsedTimer m_clock;
    QTimer m_ticker;
    QLabel *m_head;
    QLabel *m_where;
    Badge *m_badge;
    QTreeView *m_stepsView;
    QTreeView *m_eventsView;
    AskStrip *m_ask;
    RunProgress *m_progress;
    BlockerPanel *m_blockers;
    Curve *m_rate;
    Curve *m_batch;
    Curve *m_waiting;
    Curve *m_lag;
    QWidget *m_curves;
};

} // namespace lockstep::widgets
