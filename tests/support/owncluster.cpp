#include "owncluster.h"

#include <model/scratch/scratchserver.h>

#include <QFile>
#include <QProcess>

#include <unistd.h>

namespace lockstep::testing {

OwnCluster::OwnCluster()
{
    const auto found = scratch::findServerBinaries(0);
    if (found.has_value())
        m_binaries = *found;
    if (::geteuid() == 0)
        QProcess::execute(QStringLiteral("chown"), { QStringLiteral("postgres"), m_directory.path() });
}

bool OwnCluster::tool(const QString &program, const QStringList &arguments) const
{
    return run(m_binaries + QLatin1Char('/') + program, arguments);
}

bool OwnCluster::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(QStringLiteral("/"));
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    QStringList all = arguments;
    QString first = program;
    if (::geteuid() == 0) {
        // PostgreSQL does not run as root.
        all = QStringList{ QStringLiteral("--reuid=postgres"), QStringLiteral("--regid=postgres"),
                           QStringLiteral("--clear-groups"), first }
              + arguments;
        first = QStringLiteral("setpriv");
    }
    process.start(first, all);
    return process.waitForFinished(60'000) && process.exitCode() == 0;
}

void OwnCluster::append(const QString &file, const QStringList &lines) const
{
    QFile config(data() + QLatin1Char('/') + file);
    if (config.open(QIODevice::Append))
        config.write(lines.join(QLatin1Char('\n')).toUtf8() + '\n');
}

bool OwnCluster::initialise() const
{
    return tool(QStringLiteral("initdb"),
                { QStringLiteral("-D"), data(), QStringLiteral("-U"), QStringLiteral("postgres"),
                  QStringLiteral("-A"), QStringLiteral("trust"), QStringLiteral("-E"), QStringLiteral("UTF8"),
                  QStringLiteral("-N") });
}

std::unique_ptr<OwnCluster> OwnCluster::create(const QStringList &settings)
{
    // initdb takes most of the time that a server needs to be there: once a program.
    static const std::unique_ptr<OwnCluster> fresh = [] {
        std::unique_ptr<OwnCluster> made(new OwnCluster);
        return !made->m_binaries.isEmpty() && made->initialise() ? std::move(made) : nullptr;
    }();
    if (!fresh)
        return nullptr;
    std::unique_ptr<OwnCluster> cluster(new OwnCluster);
    if (QProcess::execute(QStringLiteral("cp"), { QStringLiteral("-a"), fresh->data(), cluster->data() })
        != 0)
        return nullptr;
    cluster->append(
        QStringLiteral("postgresql.conf"),
        QStringList{ QStringLiteral("listen_addresses = ''"),
                     QStringLiteral("unix_socket_directories = '%1'").arg(cluster->m_directory.path()),
                     QStringLiteral("fsync = off"), QStringLiteral("wal_level = replica"),
                     QStringLiteral("max_wal_senders = 4"), QStringLiteral("hot_standby = on") }
            + settings);
    return cluster->start() ? std::move(cluster) : nullptr;
}

std::unique_ptr<OwnCluster> OwnCluster::standby(const QString &named) const
{
    std::unique_ptr<OwnCluster> copy(new OwnCluster);
    if (!copy->tool(
            QStringLiteral("pg_basebackup"),
            { QStringLiteral("-D"), copy->data(), QStringLiteral("-c"), QStringLiteral("fast"),
              QStringLiteral("-X"), QStringLiteral("stream"), QStringLiteral("-R"), QStringLiteral("-d"),
              QStringLiteral("host=%1 user=postgres application_name=%2").arg(m_directory.path(), named) }))
        return nullptr;
    copy->append(QStringLiteral("postgresql.conf"),
                 { QStringLiteral("unix_socket_directories = '%1'").arg(copy->m_directory.path()),
                   QStringLiteral("synchronous_standby_names = ''") });
    return copy->start() ? std::move(copy) : nullptr;
}

OwnCluster::~OwnCluster()
{
    if (m_isRunning)
        (void)stopNow();
}

bool OwnCluster::start()
{
    m_isRunning = tool(QStringLiteral("pg_ctl"), { QStringLiteral("-D"), data(), QStringLiteral("-l"),
                                                   m_directory.filePath(QStringLiteral("log")),
                                                   QStringLiteral("-w"), QStringLiteral("start") });
    return m_isRunning;
}

bool OwnCluster::stopNow()
{
    m_isRunning = false;
    return tool(QStringLiteral("pg_ctl"), { QStringLiteral("-D"), data(), QStringLiteral("-m"),
                                            QStringLiteral("immediate"), QStringLiteral("stop") });
}

bool OwnCluster::restartNow()
{
    return stopNow() && start();
}

bool OwnCluster::promote()
{
    return tool(QStringLiteral("pg_ctl"),
                { QStringLiteral("-D"), data(), QStringLiteral("-w"), QStringLiteral("promote") });
}

postgres::ConnectionTarget OwnCluster::target() const
{
    postgres::ConnectionTarget target;
    target.text = QStringLiteral("host=%1 user=postgres dbname=postgres").arg(m_directory.path());
    return target;
}

bool OwnCluster::limitMemory(int pid, qint64 bytes) const
{
    // Only the soft limit: it can be taken back.
    return run(
        QStringLiteral("prlimit"),
        { QStringLiteral("--pid"), QString::number(pid),
          QStringLiteral("--as=%1:").arg(bytes > 0 ? QString::number(bytes) : QStringLiteral("unlimited")) });
}

void OwnCluster::exec(const QString &sql)
{
    const auto session = postgres::Session::open(target());
    if (!session.has_value())
        qFatal("%s", qPrintable(session.error().toText()));
    const auto done = (*session)->execute(sql);
    if (!done.has_value())
        qFatal("%s", qPrintable(done.error().toText()));
}

QString OwnCluster::one(const QString &sql)
{
    const auto session = postgres::Session::open(target());
    if (!session.has_value())
        return session.error().message;
    const auto rows = (*session)->query(sql);
    if (!rows.has_value())
        return rows.error().message;
    return rows->count() > 0 ? rows->text(0, 0) : QString();
}

} // namespace lockstep::testing
