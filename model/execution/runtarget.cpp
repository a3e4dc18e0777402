#include "runtarget.h"

#include "journal.h"

#include <model/postgres/pooling.h>

#include <chrono>
#include <thread>

namespace lockstep::execution {

namespace {

using postgres::Pooling;

/// What tells one database from every other, also for roles that may not read the system identifier.
base::Result<QString> identityOf(postgres::Session &session)
{
    const auto rows = session.query(
        QStringLiteral("SELECT pg_catalog.concat_ws(' ', d.oid, d.datname,"
                       " extract(epoch FROM pg_catalog.pg_postmaster_start_time()))"
                       " FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()"));
    return rows.has_value() ? base::Result<QString>(rows->text(0, 0)) : rows.error();
}

base::Result<postgres::ConnectionTarget> checkedDirect(postgres::Session &named,
                                                       const postgres::ConnectionTarget &direct,
                                                       const std::stop_token &stop)
{
    auto session = postgres::Session::open(direct, stop);
    if (!session.has_value())
        return session.error();
    const auto there = identityOf(**session);
    const auto here = identityOf(named);
    if (!there.has_value() || !here.has_value())
        return there.has_value() ? here.error() : there.error();
    if (*there != *here) {
        return refused(
            QStringLiteral("The direct connection %1 leads to another database than the one to change.")
                .arg(direct.display()),
            QStringLiteral("Both must reach the same database of the same server."));
    }
    const auto pooling = postgres::detectPooling(**session, stop);
    if (!pooling.has_value())
        return pooling.error();
    if (*pooling == Pooling::None || *pooling == Pooling::Session)
        return direct;
    return refused(
        QStringLiteral("The direct connection %1 goes through a pooler, too.").arg(direct.display()),
        QStringLiteral("Name the host and the port of PostgreSQL itself."));
}

/// Poolers hide the server, but it knows its own address; over a socket there is none.
QString serverBehind(postgres::Session &session)
{
    const auto rows = session.query(QStringLiteral(
        "SELECT pg_catalog.format('host=%s port=%s', pg_catalog.host(pg_catalog.inet_server_addr()),"
        " pg_catalog.inet_server_port()) WHERE pg_catalog.inet_server_addr() IS NOT NULL"));
    return rows.has_value() && rows->count() == 1 ? rows->text(0, 0) : QString();
}

base::Error pooled(postgres::Session &session, const postgres::ConnectionTarget &target, Pooling pooling)
{
    const QString behind = pooling == Pooling::Statement ? QString() : serverBehind(session);
    const QString mode =
        pooling == Pooling::Statement ? QStringLiteral("statement") : QStringLiteral("transaction");
    QString hint = QStringLiteral(
        "Connect to the server itself, or keep this connection and name a direct one beside it.");
    if (!behind.isEmpty())
        hint += QStringLiteral(" It answers as %1.").arg(behind);
    return refused(
        QStringLiteral(
            "%1 is behind a pooler in %2 mode: the lock, the settings and the statements of a run would go "
            "to different sessions.")
            .arg(target.display(), mode),
        hint);
}

} // namespace

base::Result<postgres::ConnectionTarget> runTarget(const postgres::ConnectionTarget &target,
                                                   const RunOptions &options, const std::stop_token &stop)
{
    auto session = postgres::Session::open(target, stop);
    if (!session.has_value())
        return session.error();
    if (options.direct)
        return checkedDirect(**session, *options.direct, stop);
    const auto pooling = postgres::detectPooling(**session, stop);
    if (!pooling.has_value())
        return pooling.error();
    if (*pooling == Pooling::None || *pooling == Pooling::Session)
        return target;
    return pooled(**session, target, *pooling);
}

base::Result<std::unique_ptr<postgres::Session>> openPatiently(const postgres::ConnectionTarget &target)
{
    constexpr int tries = 6;
    auto session = postgres::Session::open(target);
    for (int i = 1; i < tries && !session.has_value() && session.error().sqlstate == QLatin1String("53300");
         ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50 * i));
        session = postgres::Session::open(target);
    }
    return session;
}

base::Result<RunOutcome> failedToStart(const EventSink &events, const base::Error &error)
{
    if (error.isCanceled())
        return RunOutcome{ {}, RunState::Stopped, {} };
    if (events)
        events(RunFailed{ {}, error });
    return error;
}

} // namespace lockstep::execution
