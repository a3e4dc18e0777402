#include "sessionsettings.h"

#include "journal.h"

#include <model/plan/script.h>

#include <utility>

namespace lockstep::execution {

namespace {

using SettingList = QVector<std::pair<QString, QString>>;

/// Limits that would end a statement or a session of ours, as pg_settings writes them.
SettingList limitsOf(int serverVersion)
{
    SettingList limits{ { QStringLiteral("statement_timeout"), QStringLiteral("0") },
                        { QStringLiteral("lock_timeout"), QStringLiteral("0") },
                        { QStringLiteral("idle_in_transaction_session_timeout"), QStringLiteral("60000") },
                        { QStringLiteral("default_transaction_isolation"), QStringLiteral("read committed") },
                        { QStringLiteral("default_transaction_deferrable"), QStringLiteral("off") } };
    if (serverVersion >= 140000)
        limits.append({ QStringLiteral("idle_session_timeout"), QStringLiteral("0") });
    if (serverVersion >= 170000)
        limits.append({ QStringLiteral("transaction_timeout"), QStringLiteral("0") });
    return limits;
}

/// Triggers and foreign keys must work for us as they do for the application; only a superuser may set it.
constexpr char replicationRole[] = "session_replication_role";

base::Result<void> verifySettings(postgres::Session &session, const SettingList &wanted)
{
    QStringList names;
    for (const auto &setting : wanted)
        names.append(setting.first);
    const auto rows = session.query(
        QStringLiteral("SELECT name, setting FROM pg_catalog.pg_settings WHERE name = ANY ($1::text[])"),
        { QStringLiteral("{%1}").arg(names.join(QLatin1Char(','))) });
    if (!rows.has_value())
        return rows.error();
    QHash<QString, QString> now;
    for (int i = 0; i < rows->count(); ++i)
        now.insert(rows->text(i, 0), rows->text(i, 1));
    QStringList wrong;
    for (const auto &[name, value] : wanted) {
        if (now.value(name) != value)
            wrong.append(QStringLiteral("%1 is %2 and not %3").arg(name, now.value(name), value));
    }
    if (wrong.isEmpty())
        return {};
    return refused(
        QStringLiteral("The server, or what stands before it, does not keep the settings of this session: "
                       "%1.")
            .arg(wrong.join(QStringLiteral("; "))),
        QStringLiteral("Connect to the server itself, as a role that may set them."));
}

/// Ends what a killed or cut-off client left, where the platform can do that.
void watchTheClient(postgres::Session &session)
{
    QStringList settings{ QStringLiteral("SET tcp_keepalives_idle = 30"),
                          QStringLiteral("SET tcp_keepalives_interval = 10"),
                          QStringLiteral("SET tcp_keepalives_count = 3") };
    if (session.server().version >= 120000)
        settings.append(QStringLiteral("SET tcp_user_timeout = '30s'"));
    if (session.server().version >= 140000)
        settings.append(QStringLiteral("SET client_connection_check_interval = '500ms'"));
    // One message for all; one that the platform refuses would take the others with it.
    if (session.executeScript(settings.join(QStringLiteral("; "))).has_value() || !session.isConnected())
        return;
    for (const QString &setting : std::as_const(settings))
        (void)session.execute(setting);
}

} // namespace

base::Result<BackendId> backendOf(postgres::Session &session)
{
    // A pooler gives a process that one client left to the next one.
    if (session.server().isPooled())
        return BackendId{ session.server().backendPid, {} };
    const auto rows =
        session.query(QStringLiteral("SELECT pid, backend_start FROM pg_catalog.pg_stat_activity WHERE pid = "
                                     "pg_catalog.pg_backend_pid()"));
    if (!rows.has_value())
        return rows.error();
    if (rows->count() == 0)
        return BackendId{ session.server().backendPid, {} };
    return BackendId{ int(rows->integer(0, 0)), rows->text(0, 1) };
}

base::Result<void> prepareSession(postgres::Session &session)
{
    const SettingList limits = limitsOf(session.server().version);
    QStringList settings;
    for (const auto &[name, value] : limits)
        settings.append(QStringLiteral("SET %1 = '%2'").arg(name, value));
    settings += plan::sessionSettings(session.server().version);
    if (const auto set = session.executeScript(settings.join(QStringLiteral("; "))); !set.has_value())
        return set;
    watchTheClient(session);
    const QString role = QLatin1String(replicationRole);
    (void)session.execute(QStringLiteral("SET %1 = origin").arg(role));
    return verifySettings(session, limits + SettingList{ { role, QStringLiteral("origin") } });
}

base::Result<void> prepareFence(postgres::Session &session)
{
    // A standby that does not answer must not keep a pause or a stop from being noticed. What is not there
    // after a failover is found by probing, like after a crash. The order of what is written is the same on
    // the standby, so it never has a batch without its cursor.
    return session.executeScript(QStringLiteral(
        "SET synchronous_commit = local; SET lock_timeout = '30s'; SET statement_timeout = '60s'"));
}

base::Result<void> renewSession(postgres::Session &session, const QString &name)
{
    if (const auto discarded = session.execute(QStringLiteral("DISCARD ALL")); !discarded.has_value())
        return discarded;
    if (const auto prepared = prepareSession(session); !prepared.has_value())
        return prepared;
    return session.execute(QStringLiteral("SELECT pg_catalog.set_config('application_name', $1, false)"),
                           { name });
}

base::Result<qint64> timelineOf(postgres::Session &session)
{
    const auto rows = session.query(QStringLiteral(
        "SELECT ('x' || pg_catalog.left(pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_insert_lsn()),"
        " 8))::bit(32)::integer"));
    if (!rows.has_value())
        return rows.error();
    return rows->integer(0, 0);
}

} // namespace lockstep::execution
