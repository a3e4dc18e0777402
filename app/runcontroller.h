#pragma once

#include "document.h"

#include <model/project/checkservice.h>
#include <model/project/historyservice.h>
#include <model/project/runservice.h>
#include <model/project/serverprobe.h>

#include <QHash>
#include <QObject>

namespace lockstep::widgets {
class RunPage;
}

namespace lockstep::app {

/// Between the run page and the service that runs: what the user wants goes down, what happens
/// comes up. Knows the passwords that the page must not show.
class RunController final : public QObject
{
    Q_OBJECT
public:
    RunController(widgets::RunPage *page, project::Pipeline *pipeline, Document *document,
                  QObject *parent = nullptr);

    [[nodiscard]] bool isRunning() const { return m_service.isRunning() || m_before.isWorking(); }
    /// What the run page names and what answered, without secrets; empty: no such database.
    [[nodiscard]] QString knownTarget() const { return m_known; }
    /// The same with its password.
    [[nodiscard]] postgres::ConnectionTarget target() const { return resolved(m_known); }
    /// Items of the checklist that must not keep a run from beginning.
    void setIgnoredChecks(const QSet<QString> &ids) { m_ignoredChecks = ids; }
    /// Items about rows that said stop, to be asked again before a run begins.
    void setStoppingChecks(const QStringList &ids) { m_stoppingChecks = { ids.cbegin(), ids.cend() }; }
    /// Offers a database to run on unless the user named one.
    void suggestTarget(const QString &text);
    void askAgain(); ///< Of the database that the page names.
    /// For a window that wants to close: stops after the batch; finished() follows.
    void finishForClosing();

signals:
    void runningChanged(bool isRunning);
    void finished();
    void targetChanged();
    /// The database that the page names does not let us in.
    void targetRefused(const lockstep::postgres::ConnectionTarget &target,
                       const lockstep::base::Error &error);
    void happened(const lockstep::execution::RunEvent &event);
    /// What was asked just before a run.
    void checkedBefore(const lockstep::analysis::ChecklistPtr &list);

private:
    void connectPage();
    void connectService();
    void ask(const QString &shown);
    void start(bool resume, const QSet<QString> &allowedLoss);
    void takeOver(const QSet<QString> &allowedLoss, bool isGoingBack);
    void startWith(const execution::RunOptions &options);
    /// What was chosen before, for a run or a rollback.
    [[nodiscard]] execution::RunOptions chosenOptions() const;
    void begin(const analysis::ChecklistPtr &answer);
    void stop();
    void rollBack();
    /// The run that the journal of the page's target holds, perhaps of another start or computer.
    void rollBackFound();
    void rollBackOnTarget(const execution::RunOptions &options);
    void beginRollBack(const execution::RunOptions &options);
    void ended();
    void setKnown(const QString &shown);
    [[nodiscard]] postgres::ConnectionTarget resolved(const QString &shown) const;
    void answered(const QString &shown, const postgres::ServerInfo &server);

    widgets::RunPage *m_page;
    project::Pipeline *m_pipeline;
    Document *m_document;
    project::RunService m_service;
    project::HistoryService m_earlier;
    project::ServerProbe m_probe;
    QHash<QString, QString> m_withSecrets; ///< By the text without them.
    plan::PlanPtr m_runningPlan;
    postgres::ConnectionTarget m_runningOn;
    project::CheckService m_before;
    execution::RunOptions m_nextOptions; ///< Of the run that the checklist comes before.
    QSet<QString> m_ignoredChecks;
    QSet<QString> m_stoppingChecks;
    QString m_known;
    QString m_suggested; ///< Not chosen by the user.
    bool m_rollBackNext = false;
};

} // namespace lockstep::app
