#include "backfillvacuum.h"

#include <algorithm>

namespace lockstep::execution {

namespace {

QString nameOf(const BackfillRange &range)
{
    return schema::qualified(range.name.schema, range.name.name);
}

} // namespace

base::Result<std::optional<BackfillVacuum::Size>> BackfillVacuum::sizeOf(postgres::Session &session,
                                                                         const BackfillRange &range) const
{
    const auto rows =
        session.query(QStringLiteral("SELECT pg_relation_size(c.oid) / current_setting('block_size')::bigint,"
                                     " coalesce(pg_stat_get_dead_tuples(c.oid), 0), greatest(c.reltuples, 1)"
                                     " FROM pg_catalog.pg_class c WHERE c.oid = $1 AND c.relkind = 'r'"),
                      { QString::number(range.relation) });
    if (!rows.has_value())
        return rows.error();
    if (rows->count() == 0)
        return std::optional<Size>();
    return std::optional<Size>(
        Size{ rows->integer(0, 0), rows->real(0, 1) / rows->real(0, 2), rows->real(0, 1) });
}

bool BackfillVacuum::isWorthwhile(const Size &size) const
{
    constexpr double fewestRows = 1000;
    return size.deadRows >= fewestRows && size.deadShare > m_context.options.limits.vacuumDeadShare;
}

base::Result<void> BackfillVacuum::vacuum(postgres::Session &session, const BackfillRange &range,
                                          const Size &size)
{
    m_context.log(EventLevel::Info, m_step.id,
                  QStringLiteral("Vacuuming %1: %2 % of its rows are old versions.")
                      .arg(nameOf(range), QString::number(size.deadShare * 100, 'f', 0)));
    // With pauses, as autovacuum has them: reading a huge table at full speed is felt by everybody.
    if (const auto set = session.executeScript(QStringLiteral(
            "SET statement_timeout = 0; SET vacuum_cost_delay = '2ms'; SET vacuum_cost_limit = 1000"));
        !set.has_value())
        return set;
    const auto isUnwanted = [this] { return m_context.control().paused(); };
    // Giving empty pages at the end back to the disk takes the table for itself, here and on every standby.
    const auto done = m_context.watchedOn(
        session, m_step.id, QStringLiteral("VACUUM (SKIP_LOCKED, TRUNCATE false) %1").arg(nameOf(range)), {},
        isUnwanted, 200);
    if (!done.has_value() && done.error().kind == base::ErrorKind::Connection)
        return done.error();
    if (!done.has_value())
        m_context.log(
            EventLevel::Warning, m_step.id,
            QStringLiteral("%1 could not be vacuumed: %2").arg(nameOf(range), done.error().message));
    return session.executeScript(
        QStringLiteral("SET statement_timeout = '30s'; RESET vacuum_cost_delay; RESET vacuum_cost_limit"));
}

base::Result<void> BackfillVacuum::afterBatch(postgres::Session &session, const BackfillRange &range,
                                              double fraction, bool isPinned)
{
    const int tenth = int(std::clamp(fraction, 0.0, 1.0) * 10);
    int &looked = m_tenths[range.id];
    // A pooler's session is not ours between two transactions.
    if (tenth <= looked || isPinned || session.server().isPooled())
        return {};
    looked = tenth;
    const auto size = sizeOf(session, range);
    if (!size.has_value())
        return size.error();
    const bool isHuge = *size && (*size)->pages >= m_context.options.limits.vacuumFromPages;
    return isHuge && isWorthwhile(**size) ? vacuum(session, range, **size) : base::Result<void>();
}

base::Result<void> BackfillVacuum::betweenPasses(postgres::Session &session, const BackfillRecord &record,
                                                 bool isPinned)
{
    m_tenths.clear();
    if (isPinned || session.server().isPooled())
        return {};
    QSet<quint32> seen;
    for (const BackfillRange &range : record.ranges) {
        if (seen.contains(range.relation) || m_context.stopRequested())
            continue;
        seen.insert(range.relation);
        const auto size = sizeOf(session, range);
        if (!size.has_value())
            return size.error();
        if (!*size || !isWorthwhile(**size))
            continue;
        if (const auto done = vacuum(session, range, **size); !done.has_value())
            return done;
    }
    return {};
}

} // namespace lockstep::execution
