#include "steplocks.h"

#include "relationname.h"

#include <algorithm>

namespace lockstep::execution {

/// What the step is known to lock, in one order, so that sessions that take them like that never wait for
/// each other; before it what applications, whose order is not known, had taken before us. A table that this
/// role may not lock by itself is left to the statement.
base::Result<QVector<TableLock>> StepLocks::wanted() const
{
    QVector<TableLock> locks;
    for (const plan::RelationLock &lock : m_work.step.assessment.locks) {
        if (m_work.doneState != StepState::Done || lock.mode <= plan::LockMode::RowExclusive
            || !isRelationName(lock.relation))
            continue;
        const auto rows = m_context.work->query(
            QStringLiteral("SELECT c.oid, c.oid::regclass FROM pg_class c WHERE c.oid = to_regclass($1) AND "
                           "c.relkind IN ('r', 'p') AND has_table_privilege(c.oid, 'UPDATE, DELETE, "
                           "TRUNCATE')"),
            { lock.relation });
        if (!rows.has_value())
            return rows.error();
        if (rows->count() == 1)
            locks.append({ rows->integer(0, 0), rows->text(0, 1), name(lock.mode) });
    }
    std::sort(locks.begin(), locks.end(),
              [](const TableLock &a, const TableLock &b) { return a.oid < b.oid; });
    return m_learned + locks;
}

base::Result<void> StepLocks::take(int lockMs)
{
    const auto locks = wanted();
    if (!locks.has_value())
        return locks.error();
    QElapsedTimer since;
    since.start();
    for (const TableLock &lock : *locks) {
        const auto taken = run(
            QStringLiteral("SET LOCAL lock_timeout = %1; LOCK TABLE ONLY %2 IN %3 MODE")
                .arg(QString::number(std::max(10, lockMs - int(since.elapsed()))), lock.relation, lock.mode));
        if (!taken.has_value())
            return taken;
    }
    if (locks->isEmpty())
        return {};
    return m_context.work->execute(QStringLiteral("SET LOCAL lock_timeout = %1").arg(lockMs));
}

base::Result<void> StepLocks::run(const QString &sql)
{
    m_context.forgetBlockers();
    bool isCircle = false;
    std::optional<TableLock> awaited;
    const auto done = m_context.watched(m_work.step.id, sql, {}, [&] {
        if (!isCircle && m_context.lastBlockers().isCircle) {
            isCircle = true;
            awaited = m_context.monitor->awaitedBy(m_context.work->server().backendPid);
        }
        return isCircle;
    });
    if (done.has_value())
        return {};
    base::Error error = done.error();
    const bool isGivenUp =
        error.sqlstate == QLatin1String("57014") || error.sqlstate == QLatin1String("55P03");
    if (!isCircle || !isGivenUp || m_context.stopRequested())
        return error;
    ++m_circles;
    learn(awaited);
    error.sqlstate = QStringLiteral("40P01");
    error.message = QStringLiteral("a session that has what this needs waits for what the step has");
    return error;
}

void StepLocks::learn(const std::optional<TableLock> &awaited)
{
    if (!awaited)
        return;
    m_learned.removeIf([&](const TableLock &lock) { return lock.oid == awaited->oid; });
    m_learned.prepend(*awaited);
}

} // namespace lockstep::execution
