#pragma once

#include "worker.h"

#include <model/execution/runhistory.h>

#include <QObject>

namespace lockstep::project {

/// Reads journals and writes event logs in the background. Of two questions of one kind only the newer is
/// answered. Lives in the GUI thread; nothing here blocks but its end.
class HistoryService final : public QObject
{
    Q_OBJECT
public:
    explicit HistoryService(QObject *parent = nullptr);
    ~HistoryService() override;

public slots:
    void readRuns(const lockstep::postgres::ConnectionTarget &target);
    void readRun(const lockstep::postgres::ConnectionTarget &target, const QString &runId);
    void readPlan(const lockstep::postgres::ConnectionTarget &target, const QString &runId);
    void saveEvents(const QString &path, const QString &runId,
                    const QVector<lockstep::execution::LogLine> &events);

signals:
    void runsRead(const QVector<lockstep::execution::RunSummary> &runs);
    void runRead(const lockstep::execution::RecordedRun &run);
    void planRead(const lockstep::plan::PlanPtr &plan);
    void saved(const QString &path);
    void failed(const lockstep::base::Error &error);

private:
    /// In the background; a newer question of the same kind ends this one.
    template <typename Value, typename Read>
    void ask(Latest *latest, void (HistoryService::*answered)(const Value &), Read read);

    Latest m_list, m_one, m_plan;
    /// Last, so that the thread ends before anything it uses.
    Worker m_worker{ QStringLiteral("history") };
};

} // namespace lockstep::project
