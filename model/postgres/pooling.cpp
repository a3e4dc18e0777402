#include "pooling.h"

namespace lockstep::postgres {

namespace {

base::Result<qint64> backendOf(Session &session)
{
    const auto rows = session.query(QStringLiteral("SELECT pg_catalog.pg_backend_pid()"));
    return rows.has_value() ? base::Result<qint64>(rows->integer(0, 0)) : rows.error();
}

/// While `other` is inside a transaction, `session` asks again: what was its own backend may be taken.
base::Result<bool> sharesBackends(Session &session, Session &other, const std::stop_token &stop)
{
    constexpr int rounds = 5;
    const CancelOnStop cancelOne(session, stop);
    const CancelOnStop cancelOther(other, stop);
    const qint64 mine = session.server().backendPid;
    for (int round = 0; round < rounds; ++round) {
        const auto before = backendOf(session);
        if (!before.has_value())
            return before.error();
        if (*before != mine)
            return true;
        if (const auto begun = other.execute(QStringLiteral("BEGIN")); !begun.has_value())
            return begun.error();
        const auto theirs = backendOf(other);
        const auto ended = other.execute(QStringLiteral("ROLLBACK"));
        if (!theirs.has_value())
            return theirs.error();
        if (!ended.has_value())
            return ended.error();
        if (*theirs == *before)
            return true;
    }
    return false;
}

/// PgBouncer answers BEGIN with this and hangs up.
bool refusesTransactions(const base::Error &error)
{
    return error.detail.contains(QLatin1String("statement pooling"), Qt::CaseInsensitive);
}

} // namespace

base::Result<Pooling> detectPooling(Session &session, const std::stop_token &stop)
{
    if (!session.server().isPooled())
        return Pooling::None;
    auto other = session.openAnother(stop);
    if (!other.has_value())
        return other.error();
    const auto shared = sharesBackends(session, **other, stop);
    if (shared.has_value())
        return *shared ? Pooling::Transaction : Pooling::Session;
    return refusesTransactions(shared.error()) ? base::Result<Pooling>(Pooling::Statement) : shared.error();
}

} // namespace lockstep::postgres
