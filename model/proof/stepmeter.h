#pragma once

#include "filenodes.h"
#include "rehearsalreport.h"

#include <model/execution/runevents.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>

namespace lockstep::proof {

/// Measures the steps of a run while it goes on: what the server wrote and grew at each step's begin
/// and end, and the locks of the run's backend, sampled by a thread of its own about every 10 ms.
class StepMeter
{
public:
    struct Measures
    {
        double ms = 0;
        QVector<HeldLock> holds;
        QStringList rewritten;
        qint64 walBytes = 0;
        qint64 sizeDelta = 0;
        bool isDone = false;
    };

    [[nodiscard]] static base::Result<std::unique_ptr<StepMeter>> start(
        const postgres::ConnectionTarget &database);
    ~StepMeter();

    /// To be called with every event of the run, in the thread that runs.
    void see(const execution::RunEvent &event);
    /// What was measured; ends the sampling.
    [[nodiscard]] QHash<QString, Measures> finish();
    [[nodiscard]] double sampledEveryMs() const;
    [[nodiscard]] const QString &lastStep() const { return m_step; }

private:
    struct Moment
    {
        qint64 wal = 0;
        qint64 bytes = 0;
    };
    struct Hold
    {
        QString step;
        qint64 firstNs = 0;
        qint64 lastNs = 0;
    };
    StepMeter(std::unique_ptr<postgres::Session> session, std::unique_ptr<postgres::Session> observer);
    void begin(const QString &step);
    void end(const execution::StepStatus &status);
    [[nodiscard]] Moment moment();
    void sampleLocks(const std::stop_token &stop);
    void seen(const QHash<QString, plan::RelationLock> &now, qint64 atNs);
    void release(const QString &key, const Hold &hold);

    std::unique_ptr<postgres::Session> m_session;
    std::unique_ptr<postgres::Session> m_observer;
    FileNodes m_files;
    Moment m_before;
    QString m_step; ///< Of the run's thread.
    std::atomic<int> m_pid = 0;
    mutable std::mutex m_mutex; ///< Guards what follows.
    QString m_current;
    QHash<QString, Measures> m_measures;
    QHash<QString, QPair<Hold, plan::RelationLock>> m_held; ///< By transaction, relation and mode.
    qint64 m_samples = 0;
    qint64 m_sampledNs = 0;
    std::jthread m_sampler;
};

} // namespace lockstep::proof
