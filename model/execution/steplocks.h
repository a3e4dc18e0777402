#pragma once

#include "steprunner.h"

namespace lockstep::execution {

/// The locks on tables that a step takes before it changes anything, so that none of its statements waits
/// while it holds a lock. Kept over the tries of one step: what is taken first is learned from those that
/// failed.
class StepLocks
{
public:
    StepLocks(RunContext &context, const StepWork &work)
        : m_context(context)
        , m_work(work)
    { }
    /// In the open transaction, all tables together within `lockMs`: who waits behind us for the first of
    /// them is not to pay for the others. Errors as those of run().
    [[nodiscard]] base::Result<void> take(int lockMs);
    /// Runs a statement of the step. Where a session holds what it needs and waits for what the step has
    /// got already, it is given up at once, and what it needs is taken first from then on.
    /// Errors: Server, of the statement; 55P03 out of time, 40P01 such a circle.
    [[nodiscard]] base::Result<void> run(const QString &sql);
    /// How many tries ended in a circle.
    [[nodiscard]] int circles() const { return m_circles; }

private:
    [[nodiscard]] base::Result<QVector<TableLock>> wanted() const;
    void learn(const std::optional<TableLock> &awaited);

    RunContext &m_context;
    const StepWork &m_work;
    QVector<TableLock> m_learned; ///< What was got too late, the last such first.
    int m_circles = 0;
};

} // namespace lockstep::execution
