#pragma once

#include "runfixture.h"

#include "../../support/faultproxy.h"

namespace lockstep::testing {

/// What a run says of rows that its first pass has not met.
inline const QString byKeys = QStringLiteral("they are written by their keys");
inline const QString anotherPass = QStringLiteral("another pass");
/// Counts what a finished backfill of fillPlan() has left or written wrongly.
inline const QString notFilled =
    QStringLiteral("SELECT count(*) FROM users WHERE tier IS DISTINCT FROM 'tier' || (100 / id)");

/// What the runner counts after a pass, and how it writes rows by their keys.
inline const QByteArray theCount = "count(*) FROM public.users WHERE tier IS NULL";
inline const QByteArray theKeys = "= $1::bigint OR id";

/// One backfill of users.tier, in the order of `key`, whose columns have `types`.
[[nodiscard]] plan::PlanPtr fillPlan(const QStringList &key = { QStringLiteral("id") },
                                     const QStringList &types = { QStringLiteral("bigint") });

/// A statement that adds rows behind every other one.
[[nodiscard]] QString insertRows(int rows);

/// A run between whose first pass and its sweep something happens.
class SweptRun
{
public:
    SweptRun(RunDatabase &db, const QStringList &before, const plan::PlanPtr &plan = fillPlan(),
             const execution::RunOptions &options = quickOptions());
    [[nodiscard]] FaultProxy &proxy() { return m_proxy; }
    std::unique_ptr<BackgroundRun> run;

private:
    FaultProxy m_proxy;
};

} // namespace lockstep::testing
