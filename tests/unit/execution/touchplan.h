#pragma once

#include "runfixture.h"

/// Backfills that write every row of `users`.
namespace lockstep::testing {

inline plan::PlanPtr touchPlan(const QStringList &key, const QStringList &types, const QString &where)
{
    return planOf({ backfill(QStringLiteral("s01"), QStringLiteral("users"), QStringLiteral("name = 'done'"),
                             where, key, types) });
}

inline plan::PlanPtr plainPlan()
{
    return touchPlan({ QStringLiteral("id") }, { QStringLiteral("bigint") }, {});
}

/// Rows that were not written, or more than once where updates are counted.
inline const QString notOnce =
    QStringLiteral("SELECT count(*) FROM users WHERE n <> 1 OR name IS DISTINCT FROM 'done'");

} // namespace lockstep::testing
