#include "scratchserver.h"

#include "binaries.h"
#include "cluster.h"
#include "subscriptions.h"

#include <model/base/log.h>

#include <QRegularExpression>
#include <QSet>
#include <QThread>

#include <atomic>
#include <mutex>
#include <unistd.h>

namespace lockstep::scratch {

namespace {

using postgres::ConnectionTarget;
using postgres::Session;

QString quotedName(const QString &name)
{
    QString doubled = name;
    return QLatin1Char('"') + doubled.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

/// What a scratch database on a user's server carries, so that a later start can tell whether
/// the backend that made it is still there.
QString ownerMark(int pid, const QString &startedAt)
{
    return QStringLiteral("lockstep scratch database of backend %1 started %2").arg(pid).arg(startedAt);
}

} // namespace

QString scratchRole()
{
    return QStringLiteral("lockstep_scratch");
}

QString scratchRoleMark()
{
    return QStringLiteral("lockstep scratch role of database ");
}

struct ScratchServer::Private
{
    std::unique_ptr<Cluster> cluster; ///< Null on a server the user named.
    ConnectionTarget maintenance;
    int version = 0;
    QString tools;
    QString mark;

    std::mutex mutex; ///< Guards what follows.
    std::unique_ptr<Session> admin;
    QSet<QString> databases;
    int counter = 0;

    base::Result<Session *> session();
    base::Result<void> checkPrivilege();
    void dropLeftovers();
    void dropRoles();
    base::Result<void> dropDatabase(const QString &name);
    void awaitLeaving(const QString &name);
    [[nodiscard]] bool hasSubscriptions(const QString &name) const;
    void freeOfSubscriptions(const QString &name);
    base::Result<void> copySubscriptionsOf(const QString &templateName, const ConnectionTarget &copy) const;
    QString nextName(const QString &purpose);
};

base::Result<Session *> ScratchServer::Private::session()
{
    if (admin && admin->isConnected())
        return admin.get();
    auto opened = Session::open(maintenance);
    if (!opened.has_value()) {
        base::Error error = opened.error();
        if (cluster && error.detail.isEmpty())
            error.detail = cluster->logTail();
        return error;
    }
    admin = std::move(*opened);
    const auto started = admin->query(QStringLiteral(
        "SELECT backend_start FROM pg_catalog.pg_stat_activity WHERE pid = pg_catalog.pg_backend_pid()"));
    if (!started.has_value())
        return started.error();
    mark = ownerMark(admin->server().backendPid, started->text(0, 0));
    return admin.get();
}

base::Result<void> ScratchServer::Private::checkPrivilege()
{
    auto open = session();
    if (!open.has_value())
        return open.error();
    const auto allowed = (*open)->query(QStringLiteral(
        "SELECT rolcreatedb OR rolsuper, pg_catalog.pg_is_in_recovery() FROM pg_catalog.pg_roles "
        "WHERE rolname = current_user"));
    if (!allowed.has_value())
        return allowed.error();
    base::Error error;
    error.kind = base::ErrorKind::Environment;
    if (allowed->boolean(0, 1)) {
        error.message = QStringLiteral("The scratch server %1 is a standby: no database can be made there.")
                            .arg(maintenance.display());
        error.hint = QStringLiteral("Name a primary server with --scratch, or use --scratch auto.");
        return error;
    }
    if (allowed->boolean(0, 0))
        return {};
    error.message = QStringLiteral("The role %1 may not create databases on the scratch server %2.")
                        .arg((*open)->server().user, maintenance.display());
    error.hint = QStringLiteral("ALTER ROLE %1 CREATEDB, or use --scratch auto.").arg((*open)->server().user);
    return error;
}

void ScratchServer::Private::dropLeftovers()
{
    const auto orphans = admin->query(QStringLiteral(
        "SELECT d.datname FROM pg_catalog.pg_database d "
        "JOIN pg_catalog.pg_shdescription c ON c.objoid = d.oid AND c.classoid = "
        "'pg_catalog.pg_database'::regclass "
        "WHERE d.datname LIKE 'lockstep\\_scratch\\_%' AND c.description LIKE 'lockstep scratch database of "
        "backend %' "
        "AND pg_catalog.pg_has_role(d.datdba, 'USAGE') "
        "AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity a WHERE c.description = "
        "'lockstep scratch database of backend ' || a.pid || ' started ' || a.backend_start)"));
    if (!orphans.has_value())
        return;
    for (int row = 0; row < orphans->count(); ++row)
        (void)dropDatabase(orphans->text(row, 0)).has_value();
    dropRoles();
}

/// Those whose database is gone. One that another scratch database needs goes with the last of them.
void ScratchServer::Private::dropRoles()
{
    const auto orphans = admin->query(
        QStringLiteral(
            "SELECT r.rolname FROM pg_catalog.pg_roles r JOIN pg_catalog.pg_shdescription c "
            "ON c.objoid = r.oid AND c.classoid = 'pg_catalog.pg_authid'::pg_catalog.regclass "
            "WHERE pg_catalog.left(c.description, pg_catalog.length($1)) = $1 AND NOT EXISTS (SELECT FROM "
            "pg_catalog.pg_database d WHERE c.description = $1 || d.datname) ORDER BY r.oid DESC"),
        { scratchRoleMark() });
    if (!orphans.has_value())
        return;
    for (int row = 0; row < orphans->count(); ++row)
        (void)admin->execute(QStringLiteral("DROP ROLE %1").arg(quotedName(orphans->text(row, 0))))
            .has_value();
}

bool ScratchServer::Private::hasSubscriptions(const QString &name) const
{
    const auto any = admin->query(
        QStringLiteral("SELECT s.subname FROM pg_catalog.pg_subscription s JOIN pg_catalog.pg_database d "
                       "ON d.oid = s.subdbid WHERE d.datname = $1"),
        { name });
    return any.has_value() && any->count() > 0;
}

base::Result<void> ScratchServer::Private::copySubscriptionsOf(const QString &templateName,
                                                               const ConnectionTarget &copy) const
{
    if (!hasSubscriptions(templateName))
        return {};
    const auto inside = Session::open(copy);
    return inside.has_value() ? copySubscriptions(**inside, templateName) : inside.error();
}

/// DROP DATABASE says what stays in the way if this does not work.
void ScratchServer::Private::freeOfSubscriptions(const QString &name)
{
    if (!hasSubscriptions(name))
        return;
    const auto inside = Session::open(maintenance.withDatabase(name));
    if (!inside.has_value())
        return;
    const auto dropped = dropSubscriptions(**inside);
    if (!dropped.has_value())
        base::log::warning("scratch", dropped.error().toText());
}

/// A session that was closed just now is there for some milliseconds yet. DROP DATABASE would see it and look
/// again a tenth of a second later.
void ScratchServer::Private::awaitLeaving(const QString &name)
{
    constexpr int stepMs = 2;
    constexpr int limitMs = 50;
    for (int waited = 0; waited < limitMs; waited += stepMs) {
        const auto there = admin->query(
            QStringLiteral("SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity WHERE datname = $1"),
            { name });
        if (!there.has_value() || there->text(0, 0) == QLatin1String("0"))
            return;
        QThread::msleep(stepMs);
    }
}

base::Result<void> ScratchServer::Private::dropDatabase(const QString &name)
{
    auto open = session();
    if (!open.has_value())
        return open.error();
    freeOfSubscriptions(name);
    awaitLeaving(name);
    constexpr int dropForceVersion = 130000;
    if (version >= dropForceVersion)
        return (*open)->execute(
            QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(quotedName(name)));
    const auto ended = (*open)->execute(QStringLiteral("SELECT pg_catalog.pg_terminate_backend(pid) FROM "
                                                       "pg_catalog.pg_stat_activity WHERE datname = $1"),
                                        { name });
    if (!ended.has_value())
        return ended.error();
    return (*open)->execute(QStringLiteral("DROP DATABASE IF EXISTS %1").arg(quotedName(name)));
}

QString ScratchServer::Private::nextName(const QString &purpose)
{
    ++counter;
    if (!cluster)
        return QStringLiteral("lockstep_scratch_%1_%2").arg(::getpid()).arg(counter);
    static const QRegularExpression strange(QStringLiteral("[^a-z0-9]+"));
    const QString plain = purpose.toLower().replace(strange, QStringLiteral("_")).left(40);
    return QStringLiteral("scratch_%1_%2").arg(plain).arg(counter);
}

base::Result<ScratchServerPtr> ScratchServer::start(const ScratchOptions &options, std::stop_token stop)
{
    auto d = std::make_unique<Private>();
    QString binaries;
    if (options.server.isEmpty() || options.server == QLatin1String("auto")) {
        const auto found = findServerBinaries(options.preferredMajor);
        if (!found.has_value())
            return found.error();
        binaries = *found;
        auto cluster = Cluster::start(binaries, stop);
        if (!cluster.has_value())
            return cluster.error();
        d->cluster = std::move(*cluster);
        d->maintenance = d->cluster->maintenance();
    } else {
        d->maintenance.text = options.server;
        d->maintenance.applicationName = QStringLiteral("lockstep scratch");
    }
    const auto privilege = d->checkPrivilege();
    if (!privilege.has_value())
        return privilege.error();
    d->version = d->admin->server().version;
    d->tools = findToolDirectory(binaries, d->version / 10000);
    if (!d->cluster)
        d->dropLeftovers();
    return ScratchServerPtr(new ScratchServer(std::move(d)));
}

ScratchServer::ScratchServer(std::unique_ptr<Private> d)
    : d(std::move(d))
{ }

ScratchServer::~ScratchServer()
{
    const std::scoped_lock lock(d->mutex);
    if (d->cluster)
        return;
    for (const QString &name : std::as_const(d->databases)) {
        const auto dropped = d->dropDatabase(name);
        if (!dropped.has_value())
            base::log::warning("scratch", dropped.error().toText());
    }
    if (d->session().has_value())
        d->dropRoles();
}

int ScratchServer::version() const
{
    return d->version;
}

QString ScratchServer::toolDirectory() const
{
    return d->tools;
}

ConnectionTarget ScratchServer::maintenance() const
{
    return d->maintenance;
}

base::Result<ConnectionTarget> ScratchServer::createDatabase(const QString &purpose,
                                                             const QString &templateName)
{
    const std::scoped_lock lock(d->mutex);
    auto open = d->session();
    if (!open.has_value())
        return open.error();
    const QString name = d->nextName(purpose);
    QString sql = QStringLiteral("CREATE DATABASE %1 TEMPLATE %2")
                      .arg(quotedName(name),
                           quotedName(templateName.isEmpty() ? QStringLiteral("template0") : templateName));
    if (templateName.isEmpty())
        sql += QStringLiteral(" ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
    constexpr int fileCopyVersion = 150000;
    if (d->version >= fileCopyVersion)
        sql += QStringLiteral(" STRATEGY file_copy");
    const auto created = (*open)->execute(sql);
    if (!created.has_value())
        return created.error();
    d->databases.insert(name);
    if (!d->cluster) {
        const auto marked =
            (*open)->execute(QStringLiteral("COMMENT ON DATABASE %1 IS '%2'").arg(quotedName(name), d->mark));
        if (!marked.has_value())
            return marked.error();
    }
    ConnectionTarget target = d->maintenance.withDatabase(name);
    target.applicationName = QStringLiteral("lockstep");
    if (templateName.isEmpty())
        return target;
    const auto copied = d->copySubscriptionsOf(templateName, target);
    if (!copied.has_value())
        return copied.error();
    return target;
}

void ScratchServer::drop(const ConnectionTarget &database)
{
    const QString name = databaseName(database);
    const std::scoped_lock lock(d->mutex);
    if (!d->databases.remove(name))
        return;
    const auto dropped = d->dropDatabase(name);
    if (!dropped.has_value())
        base::log::warning("scratch", dropped.error().toText());
}

QString ScratchServer::databaseName(const ConnectionTarget &database)
{
    return database.parameter(QStringLiteral("dbname"));
}

base::Result<std::unique_ptr<ScratchDatabase>> ScratchDatabase::create(ScratchServerPtr server,
                                                                       const QString &purpose,
                                                                       const QString &templateName)
{
    const auto target = server->createDatabase(purpose, templateName);
    if (!target.has_value())
        return target.error();
    return std::unique_ptr<ScratchDatabase>(new ScratchDatabase(std::move(server), *target));
}

ScratchDatabase::ScratchDatabase(ScratchServerPtr server, ConnectionTarget target)
    : m_server(std::move(server))
    , m_target(std::move(target))
{ }

ScratchDatabase::~ScratchDatabase()
{
    m_server->drop(m_target);
}

} // namespace lockstep::scratch
