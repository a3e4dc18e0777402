#pragma once

#include "filenodes.h"
#include "locksample.h"

#include <memory>
#include <stop_token>

namespace lockstep::proof {

/// What went wrong in a step: a whole sentence that names step and statement. Empty: nothing.
struct StepFailure
{
    QString text;
    QString reason; ///< The server's words alone.
    QString sqlstate;
    bool isCheck = false; ///< A verification gave another value.

    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }
    /// True if the rows are to blame and not the SQL: another value would have passed.
    [[nodiscard]] bool isOfData() const;
};

/// Runs the steps of a plan on a scratch database as the runner would on a real one: transactions
/// as the step says, backfills as one UPDATE since there are few rows.
class StepRunner
{
public:
    enum class Measuring { On, Off };
    enum class Way { Forward, Back };
    [[nodiscard]] static base::Result<std::unique_ptr<StepRunner>> open(
        const postgres::ConnectionTarget &database, Measuring measuring, std::stop_token stop);

    /// Adds what it measured.
    [[nodiscard]] StepFailure runForward(const plan::Step &step);
    /// The step's checks that hold when the whole plan has run.
    [[nodiscard]] StepFailure checkAtEnd(const plan::Step &step) { return verify(step, Moment::End); }
    [[nodiscard]] StepFailure runRollback(const plan::Step &step);
    /// Whether the step would pass after the given statements, which run without triggers. Leaves
    /// nothing behind.
    [[nodiscard]] StepFailure tryAfter(const QStringList &preparation, const plan::Step &step, Way way);

    [[nodiscard]] postgres::Session &session() { return *m_session; }
    [[nodiscard]] const QVector<plan::MeasuredStep> &measured() const { return m_measured; }
    [[nodiscard]] const QStringList &notes() const { return m_notes; }
    /// What the files of the relations say against the stated effects.
    [[nodiscard]] const QStringList &effectErrors() const { return m_effectErrors; }

private:
    StepRunner(std::unique_ptr<postgres::Session> session, std::unique_ptr<postgres::Session> observer,
               Measuring measuring, std::stop_token stop);

    [[nodiscard]] StepFailure runStatements(const QString &label, const QStringList &statements,
                                            plan::TransactionMode mode, plan::MeasuredStep *measured);
    [[nodiscard]] StepFailure runOne(const QString &label, const QString &sql, int number);
    [[nodiscard]] StepFailure runInTransaction(const QString &label, const QStringList &statements,
                                               plan::MeasuredStep *measured);
    enum class Moment { AfterStep, End };
    [[nodiscard]] StepFailure verify(const plan::Step &step, Moment moment);
    void compareEffect(const plan::Step &step);

    std::unique_ptr<postgres::Session> m_session;
    std::unique_ptr<postgres::Session> m_observer;
    postgres::CancelOnStop m_canceler;
    LockObserver m_locks;
    FileNodes m_files;
    Measuring m_measuring;
    QVector<plan::MeasuredStep> m_measured;
    QStringList m_notes;
    QStringList m_effectErrors;
};

} // namespace lockstep::proof
