#pragma once

#include <widgets/common/badge.h>

#include <model/base/error.h>
#include <model/execution/runhistory.h>
#include <model/execution/runvalues.h>
#include <model/plan/plan.h>

#include <QWidget>

class QStackedWidget;

namespace lockstep::widgets {

class Banner;
class HistoryView;
class RunButtons;
class RunSetup;
class RunView;

/// Choosing a database and watching the run on it. Told everything, does nothing itself: what the
/// user wants leaves as signals.
class RunPage final : public QWidget
{
    Q_OBJECT
public:
    explicit RunPage(QWidget *parent = nullptr);
    ~RunPage() override;

    void setPlan(const plan::PlanPtr &plan);
    void setTarget(const QString &text);
    [[nodiscard]] QString target() const;
    /// Where nothing runs, also after a run: the keyboard is on what has to be filled in next.
    void focusSetup();
    void setEnvironment(lockstep::widgets::Environment environment);
    void setServer(const QString &database, const QString &description);
    /// A pooler answered for the server; a run may need a connection without it.
    void askForDirect();
    void setServerError(const base::Error &error);
    void setStatus(const execution::RunStatus &status);

    void beginRun(const QString &display);
    void handleEvent(const execution::RunEvent &event);
    /// What the journal says of a run that was resumed.
    void setEarlier(const execution::RecordedRun &run);
    void runFinished(const execution::RunOutcome &outcome);
    void runFailed(const base::Error &error);
    /// Somebody removed the journal: a new run can go on where this one stood.
    void runLostJournal(const base::Error &error);

    /// As chosen before a run begins.
    void choose(execution::RunOptions *options) const;
    /// Instead of what was shown, until it is closed.
    void showHistory();
    void closeHistory();
    [[nodiscard]] HistoryView *history() const { return m_history; }
    void setHistoryError(const base::Error &error);
    void setEventsSaved(const QString &path);

    [[nodiscard]] execution::RunState state() const { return m_state; }
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// "step 5 of 14, running": for the strip of stages.
    [[nodiscard]] QString stateLine() const;
    /// To be put where it is always in sight. Belongs to the page until then.
    [[nodiscard]] RunButtons *buttons() const { return m_buttons; }

signals:
    void targetEdited(const QString &text);
    void startRequested(bool resume, const QSet<QString> &allowedLoss);
    void pauseRequested();
    void continueRequested();
    void stopRequested();
    void rollBackRequested();
    /// Of the run that the journal of the chosen database holds.
    void foundRollBackRequested();
    /// Of a run, or of its rollback.
    void takeOverRequested(const QSet<QString> &allowedLoss, bool isGoingBack);
    void remoteStopRequested();
    void runPlanRequested(const QString &runId); ///< The journal's plan of that run, to be opened.
    void blockerEndRequested(const lockstep::execution::Blocker &blocker,
                             lockstep::execution::BlockerEnd how);
    void lockWaitExtended();
    void gateApproved(const QString &stepId);
    void lossAllowed(const QString &stepId);
    void canceled();
    void historyRequested();
    void exportRequested(const QString &runId, const QVector<lockstep::execution::LogLine> &events);
    void stateChanged();

private:
    static constexpr QLatin1String parkAnswer{ "park-rows" };
    static constexpr QLatin1String driftAnswer{ "accept-drift" };

    void connectParts();
    void connectView();
    void connectHistory();
    void backToSetup(); ///< And asks the database anew.
    /// Ways on after a failure, beside that back to the start.
    void ask(const QString &id, const QString &question, const QString &yes, const QString &no);
    void takePlan();
    [[nodiscard]] bool mayHaveLostJournal() const; ///< The run that has failed.
    void offerWaysOn(const base::Error &error);
    void takeWayOn();
    void askWhereItStands();
    void askToParkRows();
    void askToAcceptDrift();
    void resumeParking();
    void resumeAcceptingDrift();
    void answered(const QString &id);
    void setState(execution::RunState state);

    plan::PlanPtr m_plan; ///< Of the run that is shown.
    plan::PlanPtr m_nextPlan;
    execution::RunState m_state = execution::RunState::NotStarted;
    bool m_isRunning = false;
    bool m_isGoingBack = false; ///< Or was, when it ended.
    int m_currentStep = 0;
    base::Error m_failure; ///< Of the run that has ended.
    bool m_hasLostJournal = false; ///< Of the run that has ended.
    bool m_acceptsDrift = false; ///< For the run that is asked for at this moment.
    execution::Blocker m_blockerToEnd; ///< What the user is asked about.
    execution::BlockerEnd m_howToEnd = execution::BlockerEnd::Cancel;
    QStackedWidget *m_stack;
    Banner *m_banner;
    RunSetup *m_setup;
    RunView *m_view;
    HistoryView *m_history;
    QWidget *m_beforeHistory = nullptr; ///< Shown again when the history is closed.
    RunButtons *m_buttons;
};

} // namespace lockstep::widgets
