#pragma once

#include <model/base/result.h>
#include <model/plan/plan.h>
#include <model/postgres/session.h>

#include <QHash>

namespace lockstep::proof {

/// Sees the relation locks another session holds. It looks from a session of its own, so relations
/// that the other transaction has made but not committed do not exist for it, and dropped or
/// renamed ones still have their old names.
class LockObserver
{
public:
    LockObserver(postgres::Session &observer, int watchedPid)
        : m_observer(observer)
        , m_watchedPid(watchedPid)
    { }

    /// Strongest lock a relation, sorted by relation. What reading and writing rows takes on the
    /// indexes of a table is left out, as in the lock table: it holds up nobody that the table's
    /// own lock does not.
    [[nodiscard]] base::Result<QVector<plan::RelationLock>> sample() const;

private:
    postgres::Session &m_observer;
    int m_watchedPid;
};

/// The locks of a session that keep others from reading or writing, by transaction, relation and mode:
/// one that is taken again by another transaction has another key.
[[nodiscard]] base::Result<QHash<QString, plan::RelationLock>> blockingLocks(postgres::Session &observer,
                                                                             int watchedPid);

/// Keeps the strongest lock of each relation of both lists.
void mergeLocks(QVector<plan::RelationLock> &locks, const QVector<plan::RelationLock> &more);

/// One sentence for each measured lock that the stated ones do not cover.
[[nodiscard]] QStringList uncoveredLocks(const QString &stepId, const QVector<plan::RelationLock> &measured,
                                         const QVector<plan::RelationLock> &stated);

} // namespace lockstep::proof
