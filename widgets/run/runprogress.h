#pragma once

#include <model/execution/runevents.h>
#include <model/plan/plan.h>

#include <QDateTime>
#include <QFrame>

class QLabel;
class QProgressBar;

namespace lockstep::widgets {

/// The step that is running: its title, how far it is, how fast, how long still as a range, and
/// the strip that says why it is slow or whom it waits for, and since when.
class RunProgress final : public QWidget
{
    Q_OBJECT
public:
    explicit RunProgress(QWidget *parent = nullptr);
    void showStep(const plan::Plan *plan, int row); ///< Null: nothing runs.
    void setState(execution::RunState state, const QString &reason, const QDateTime &now);
    void setBackfill(const execution::BackfillProgress &progress, const QDateTime &now);
    void setBuild(const execution::BuildAdvanced &build);
    void setLockWait(const execution::LockWait &wait, const QDateTime &now);
    /// Of what was asked of the run and is not so yet; until the next state.
    void setAsked(const QString &words);
    /// Keeps the "since" of the strip true between events.
    void tick(const QDateTime &now);
    [[nodiscard]] QString stripText() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Why { Nothing, Slowed, Waiting, State };
    void explain(Why why, const QString &text, const QDateTime &since, const QDateTime &now);
    void showCosts(const QStringList &texts);
    void dress();
    [[nodiscard]] QWidget *numbersRow();

    Why m_why = Why::Nothing;
    QString m_whyText;
    QDateTime m_since;
    execution::RunState m_state = execution::RunState::NotStarted;
    QLabel *m_title;
    QLabel *m_stateWords;
    QProgressBar *m_bar;
    QLabel *m_rows;
    QLabel *m_rate;
    QLabel *m_left;
    QLabel *m_batch;
    QLabel *m_costs;
    QLabel *m_place;
    QFrame *m_strip;
    QLabel *m_stripLabel;
};

} // namespace lockstep::widgets
