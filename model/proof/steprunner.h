#pragma once

#include "locksample.h"

#include <memory>
#include <stop_token>

namespace lockstep::proof {

/// Runs the steps of a plan on a scratch database as the runner would on a real one: transactions
/// as the step says, backfills as one UPDATE since there are no rows.
class StepRunner
{
public:
    [[nodiscard]] static base::Result<std::unique_ptr<StepRunner>> open(
        const postgres::ConnectionTarget &database, std::stop_token stop);

    /// What went wrong, a whole sentence that names step and statement; empty if nothing did.
    /// Adds what it measured.
    [[nodiscard]] QString runForward(const plan::Step &step);
    [[nodiscard]] QString runRollback(const plan::Step &step);

    [[nodiscard]] const QVector<plan::MeasuredStep> &measured() const { return m_measured; }
    [[nodiscard]] const QStringList &notes() const { return m_notes; }

private:
    StepRunner(std::unique_ptr<postgres::Session> session, std::unique_ptr<postgres::Session> observer,
               std::stop_token stop);

    [[nodiscard]] QString runStatements(const QString &label, const QStringList &statements,
                                        plan::TransactionMode mode, plan::MeasuredStep *measured);
    [[nodiscard]] QString runOne(const QString &label, const QString &sql, int number);
    [[nodiscard]] QString runInTransaction(const QString &label, const QStringList &statements,
                                           plan::MeasuredStep *measured);
    [[nodiscard]] QString verify(const plan::Step &step);

    std::unique_ptr<postgres::Session> m_session;
    std::unique_ptr<postgres::Session> m_observer;
    postgres::CancelOnStop m_canceler;
    LockObserver m_locks;
    QVector<plan::MeasuredStep> m_measured;
    QStringList m_notes;
};

} // namespace lockstep::proof
