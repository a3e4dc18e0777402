#include "locksample.h"

#include <model/schema/objectid.h>

#include <QHash>

#include <algorithm>

namespace lockstep::proof {

using plan::LockMode;
using plan::RelationLock;

namespace {

/// "AccessExclusiveLock" as pg_locks writes it.
LockMode lockModeFromView(const QString &mode)
{
    static const QHash<QString, LockMode> modes{
        { QStringLiteral("AccessShareLock"), LockMode::AccessShare },
        { QStringLiteral("RowShareLock"), LockMode::RowShare },
        { QStringLiteral("RowExclusiveLock"), LockMode::RowExclusive },
        { QStringLiteral("ShareUpdateExclusiveLock"), LockMode::ShareUpdateExclusive },
        { QStringLiteral("ShareLock"), LockMode::Share },
        { QStringLiteral("ShareRowExclusiveLock"), LockMode::ShareRowExclusive },
        { QStringLiteral("ExclusiveLock"), LockMode::Exclusive },
    };
    return modes.value(mode, LockMode::AccessExclusive);
}

const char *const lockQuery = R"(
SELECT n.nspname, c.relname, l.mode
FROM pg_locks l
JOIN pg_class c ON c.oid = l.relation
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE l.pid = $1 AND l.locktype = 'relation' AND l.granted
  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
  AND c.oid >= 16384 AND n.nspname !~ '^pg_'
  AND NOT (c.relkind IN ('i', 'I') AND l.mode IN ('AccessShareLock', 'RowShareLock', 'RowExclusiveLock')))";

const char *const blockingQuery = R"(
SELECT l.virtualtransaction || '/' || l.relation || '/' || l.mode, n.nspname, c.relname, l.mode
FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE l.pid = $1 AND l.locktype = 'relation' AND l.granted
  AND l.mode IN ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
  AND c.oid >= 16384 AND n.nspname !~ '^pg_' AND n.nspname <> 'lockstep')";

bool isBefore(const RelationLock &a, const RelationLock &b)
{
    return a.relation < b.relation;
}

} // namespace

void mergeLocks(QVector<RelationLock> &locks, const QVector<RelationLock> &more)
{
    for (const RelationLock &lock : more) {
        const auto place = std::lower_bound(locks.begin(), locks.end(), lock, isBefore);
        if (place == locks.end() || place->relation != lock.relation)
            locks.insert(place, lock);
        else
            place->mode = std::max(place->mode, lock.mode);
    }
}

base::Result<QVector<RelationLock>> LockObserver::sample() const
{
    const auto rows = m_observer.query(QLatin1String(lockQuery), { QString::number(m_watchedPid) });
    if (!rows.has_value())
        return rows.error();
    QVector<RelationLock> locks;
    for (int i = 0; i < rows->count(); ++i)
        mergeLocks(locks, { { schema::qualified(rows->text(i, 0), rows->text(i, 1)),
                              lockModeFromView(rows->text(i, 2)) } });
    return locks;
}

base::Result<QHash<QString, RelationLock>> blockingLocks(postgres::Session &observer, int watchedPid)
{
    const auto rows = observer.query(QLatin1String(blockingQuery), { QString::number(watchedPid) });
    if (!rows.has_value())
        return rows.error();
    QHash<QString, RelationLock> locks;
    for (int i = 0; i < rows->count(); ++i)
        locks.insert(rows->text(i, 0), { schema::qualified(rows->text(i, 1), rows->text(i, 2)),
                                         lockModeFromView(rows->text(i, 3)) });
    return locks;
}

QStringList uncoveredLocks(const QString &stepId, const QVector<RelationLock> &measured,
                           const QVector<RelationLock> &stated)
{
    QStringList sentences;
    for (const RelationLock &lock : measured) {
        const auto found = std::find_if(stated.begin(), stated.end(), [&lock](const RelationLock &s) {
            return s.relation == lock.relation;
        });
        if (found != stated.end() && found->mode >= lock.mode)
            continue;
        const QString said = found == stated.end() ? QStringLiteral("nothing") : plan::name(found->mode);
        sentences.append(QStringLiteral("%1: really held %2 on %3, stated %4.")
                             .arg(stepId, plan::name(lock.mode), lock.relation, said));
    }
    return sentences;
}

} // namespace lockstep::proof
