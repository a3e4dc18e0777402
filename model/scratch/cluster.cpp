#include "cluster.h"

#include "binaries.h"
#include "scratchserver.h"

#include <model/base/log.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStandardPaths>

#include <cstdio>

namespace lockstep::scratch {

namespace {

/// Changes when a template made by an older Lockstep must not be used any more.
constexpr int templateRevision = 2;

QString templatePath(const QString &binaries)
{
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    // Two installations of one version may differ in their libraries: the path takes part.
    return cache
           + QStringLiteral("/lockstep/pg-%1-%2-%3")
                 .arg(serverVersionText(binaries))
                 .arg(templateRevision)
                 .arg(qHash(binaries), 0, 36);
}

base::Error startError(const QString &what, const QString &logFile)
{
    base::Error error;
    error.kind = base::ErrorKind::Environment;
    error.message = what;
    error.detail = tailOf(logFile);
    error.hint = QStringLiteral(
        "The server's own words are above. Free some memory or disk space, or name another server "
        "with --scratch postgresql://... .");
    return error;
}

base::Result<void> initialise(const QString &binaries, const RunDirectory &directory,
                              const std::optional<ServerUser> &user, std::stop_token stop)
{
    Command command;
    command.program = binaries + QStringLiteral("/initdb");
    command.arguments = { QStringLiteral("-D"),
                          directory.dataPath(),
                          QStringLiteral("-U"),
                          scratchRole(),
                          QStringLiteral("-A"),
                          QStringLiteral("trust"),
                          QStringLiteral("-E"),
                          QStringLiteral("UTF8"),
                          QStringLiteral("--locale=C"),
                          QStringLiteral("-N"),
                          QStringLiteral("--wal-segsize=1") };
    command.logFile = directory.logPath();
    command.user = user;
    const auto code = runCommand(command, stop);
    if (!code.has_value())
        return code.error();
    if (*code != 0)
        return startError(QStringLiteral("initdb could not make a scratch server (exit code %1).").arg(*code),
                          directory.logPath());
    return {};
}

/// Keeps a fresh data directory for the next starts. Two processes may do this at once: the
/// rename decides, the loser throws its copy away. Without a writable cache there is no template.
void keepAsTemplate(const QString &dataPath, const QString &path)
{
    if (!QDir().mkpath(QFileInfo(path).path()))
        return;
    const QString draft = path + QStringLiteral(".new-%1").arg(QRandomGenerator::system()->generate(), 0, 36);
    const bool copied = copyTree(dataPath, draft, std::nullopt).has_value();
    if (!copied
        || std::rename(QFile::encodeName(draft).constData(), QFile::encodeName(path).constData()) != 0)
        QDir(draft).removeRecursively();
}

base::Result<void> prepareData(const QString &binaries, const RunDirectory &directory,
                               const std::optional<ServerUser> &user, std::stop_token stop)
{
    const QString stored = templatePath(binaries);
    if (QFileInfo::exists(stored + QStringLiteral("/global/pg_control")))
        return copyTree(stored, directory.dataPath(), user);
    base::log::info("scratch",
                    QStringLiteral("Making the template of the scratch server; later starts are faster."));
    const auto initialised = initialise(binaries, directory, user, stop);
    if (initialised.has_value())
        keepAsTemplate(directory.dataPath(), stored);
    return initialised;
}

QStringList serverArguments(const RunDirectory &directory)
{
    QStringList arguments{ QStringLiteral("-D"), directory.dataPath(), QStringLiteral("-k"),
                           directory.path(),     QStringLiteral("-p"), QStringLiteral("5432") };
    for (const char *setting : { "listen_addresses=",
                                 "fsync=off",
                                 "synchronous_commit=off",
                                 "full_page_writes=off",
                                 "autovacuum=off",
                                 "wal_level=logical",
                                 "max_logical_replication_workers=0", // No subscription ever works here.
                                 "max_connections=50",
                                 "max_prepared_transactions=10",
                                 "max_locks_per_transaction=4096",
                                 "shared_buffers=32MB",
                                 "max_wal_size=1GB",
                                 "checkpoint_timeout=1h",
                                 "timezone=UTC",
                                 "log_timezone=UTC",
                                 "datestyle=ISO, MDY",
                                 "logging_collector=off",
                                 "log_min_messages=error",
                                 "log_min_error_statement=panic",
                                 "unix_socket_permissions=0700",
                                 "dynamic_shared_memory_type=mmap" })
        arguments += { QStringLiteral("-c"), QString::fromLatin1(setting) };
    return arguments;
}

bool isReady(const QString &dataPath)
{
    QFile file(dataPath + QStringLiteral("/postmaster.pid"));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    constexpr int statusLine = 7;
    return file.readAll().split('\n').value(statusLine).trimmed() == "ready";
}

base::Result<void> awaitReady(ChildProcess &server, const RunDirectory &directory, std::stop_token stop)
{
    constexpr int stepMs = 5;
    constexpr int limitMs = 60000;
    for (int waited = 0; waited < limitMs; waited += stepMs) {
        if (stop.stop_requested())
            return base::canceled();
        if (isReady(directory.dataPath()))
            return {};
        if (server.waitForEnd(stepMs))
            return startError(QStringLiteral("The scratch server ended while starting (exit code %1).")
                                  .arg(server.exitCode()),
                              directory.logPath());
    }
    return startError(QStringLiteral("The scratch server was not ready within a minute."),
                      directory.logPath());
}

} // namespace

base::Result<std::unique_ptr<Cluster>> Cluster::start(const QString &binaries, std::stop_token stop)
{
    removeLeftovers();
    const QString stored = templatePath(binaries);
    const bool hadTemplate = QFileInfo::exists(stored);
    auto cluster = startOnce(binaries, stop);
    if (cluster.has_value() || cluster.error().isCanceled() || !hadTemplate)
        return cluster;
    // The template may have been damaged by a full disk or a power cut; a new one costs a second.
    base::log::warning(
        "scratch",
        QStringLiteral("The scratch server's template in %1 does not start; making it again.").arg(stored));
    QDir(stored).removeRecursively();
    return startOnce(binaries, stop);
}

base::Result<std::unique_ptr<Cluster>> Cluster::startOnce(const QString &binaries, std::stop_token stop)
{
    const auto user = serverUser();
    auto directory = RunDirectory::create(user);
    if (!directory.has_value())
        return directory.error();
    const auto prepared = prepareData(binaries, **directory, user, stop);
    if (!prepared.has_value())
        return prepared.error();

    Command command;
    command.program = binaries + QStringLiteral("/postgres");
    command.arguments = serverArguments(**directory);
    command.logFile = (*directory)->logPath();
    command.user = user;
    std::unique_ptr<Cluster> cluster(
        new Cluster(std::move(*directory), std::make_unique<ChildProcess>(std::move(command))));
    const auto ready = awaitReady(*cluster->m_server, *cluster->m_directory, stop);
    if (!ready.has_value())
        return ready.error();
    return cluster;
}

Cluster::Cluster(std::unique_ptr<RunDirectory> directory, std::unique_ptr<ChildProcess> server)
    : m_directory(std::move(directory))
    , m_server(std::move(server))
{ }

postgres::ConnectionTarget Cluster::maintenance() const
{
    // Empty options keep the user's PGOPTIONS out.
    return { QStringLiteral("host='%1' port=5432 user=%2 dbname=postgres options=''")
                 .arg(m_directory->path(), scratchRole()),
             QStringLiteral("lockstep scratch") };
}

} // namespace lockstep::scratch
