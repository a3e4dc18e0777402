#include "sweepfixture.h"

namespace lockstep::testing {

plan::PlanPtr fillPlan(const QStringList &key, const QStringList &types)
{
    return planOf({ backfill(QStringLiteral("s01"), QStringLiteral("users"),
                             QStringLiteral("tier = 'tier' || (100 / id)"), QStringLiteral("tier IS NULL"),
                             key, types) });
}

QString insertRows(int rows)
{
    return QStringLiteral(
               "INSERT INTO users (id, name) SELECT i, 'behind' FROM generate_series(100001, %1) i")
        .arg(100'000 + rows);
}

SweptRun::SweptRun(RunDatabase &db, const QStringList &before, const plan::PlanPtr &plan,
                   const execution::RunOptions &options)
    : m_proxy(db.target())
{
    m_proxy.add({ theCount, Fault::None, 0, 1, {}, [&db, before] {
                     const auto session = db.open();
                     for (const QString &sql : before)
                         VERIFY_OK(session->execute(sql));
                 } });
    run = std::make_unique<BackgroundRun>(m_proxy.target(), plan, options);
}

} // namespace lockstep::testing
