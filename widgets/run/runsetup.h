#pragma once

#include <widgets/common/badge.h>

#include <model/base/error.h>
#include <model/execution/runvalues.h>
#include <model/plan/plan.h>

#include <QHash>
#include <QSet>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace lockstep::widgets {

class BackfillChoice;
class FoundRun;
class UnusualStart;

/// Before a run: which database, its name typed to confirm, what may be lost. Says why the button
/// is disabled while it is.
class RunSetup final : public QWidget
{
    Q_OBJECT
public:
    explicit RunSetup(QWidget *parent = nullptr);

    void setPlan(const plan::PlanPtr &plan);
    /// `text` is what the user sees and edits, without a password.
    void setTarget(const QString &text);
    [[nodiscard]] QString target() const;
    /// On what has to be filled in next.
    void focusNext();
    /// The server answered: its database's name is what has to be typed.
    void setServer(const QString &database, const QString &description);
    void setServerError(const base::Error &error);
    /// A pooler answered for the server.
    void askForDirect();
    /// The journal is gone; what comes before step `proposed` is probably done.
    void askWhereItStands(const QString &proposed);
    void setEnvironment(Environment environment);
    /// What the journal of that database says.
    void setStatus(const execution::RunStatus &status);
    [[nodiscard]] QSet<QString> allowedLoss() const;
    /// Who may be ended without being asked about, whether a failover is accepted, how backfills go.
    void choose(execution::RunOptions *options) const;
    /// Rows that backfills may put aside because they cannot be written.
    [[nodiscard]] int parkedRows() const;
    void setParkedRows(int rows);
    [[nodiscard]] bool canStart() const;
    /// The next run is confirmed anew.
    void forgetName();

signals:
    void targetEdited(const QString &text);
    void startRequested(bool resume);
    /// Of the run that the journal holds.
    void rollBackRequested();
    void takeOverRequested(bool isGoingBack);
    void remoteStopRequested();
    void runPlanRequested(const QString &runId);
    void canceled();
    void historyRequested();

private:
    void buildTarget(QVBoxLayout *column);
    void buildConsent(QVBoxLayout *column);
    void buildConfirmation(QVBoxLayout *column);
    void addLoss(const plan::Step &step, int number, bool isTicked);
    void showLosses();
    void refresh();
    [[nodiscard]] QString whyNot() const;

    plan::PlanPtr m_plan;
    QString m_database;
    QHash<QString, QCheckBox *> m_losses;
    QLabel *m_summary;
    QLineEdit *m_target;
    QLabel *m_server;
    Badge *m_badge;
    QWidget *m_lossBox;
    QVBoxLayout *m_lossRows;
    QComboBox *m_consent;
    QWidget *m_backfills;
    BackfillChoice *m_pace;
    UnusualStart *m_unusual;
    QLabel *m_typeHere;
    QLineEdit *m_name;
    QLabel *m_reason;
    FoundRun *m_found;
    QPushButton *m_start;
    QPushButton *m_cancel;
    QPushButton *m_history;
};

} // namespace lockstep::widgets
