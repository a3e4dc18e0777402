#include "watchedserver.h"

#include <model/scratch/scratchserver.h>

#include <QFile>
#include <QProcess>

#include <unistd.h>

namespace lockstep::testing {

WatchedServer::WatchedServer()
{
    const auto found = scratch::findServerBinaries(0);
    if (!found.has_value()) {
        m_fault = found.error().message;
        return;
    }
    m_binaries = *found;
    if (::geteuid() == 0)
        (void)QProcess::execute(QStringLiteral("chown"), { QStringLiteral("postgres"), m_directory.path() });
    const QString data = m_directory.filePath(QStringLiteral("data"));
    const QString options =
        QStringLiteral("-c listen_addresses= -c unix_socket_directories=%1 -c fsync=off -c max_connections=20"
                       " -c shared_preload_libraries=pg_stat_statements")
            .arg(m_directory.path());
    if (!tool(QStringLiteral("initdb"),
              { QStringLiteral("-D"), data, QStringLiteral("-U"), QStringLiteral("postgres"),
                QStringLiteral("-A"), QStringLiteral("trust"), QStringLiteral("-N") })) {
        m_fault = QStringLiteral("initdb failed");
        return;
    }
    m_isStarted =
        tool(QStringLiteral("pg_ctl"),
             { QStringLiteral("-D"), data, QStringLiteral("-o"), options, QStringLiteral("-l"),
               m_directory.filePath(QStringLiteral("log")), QStringLiteral("-w"), QStringLiteral("start") });
    if (!m_isStarted)
        m_fault =
            QStringLiteral("This build of PostgreSQL has no pg_stat_statements, or does not start with it.");
}

WatchedServer::~WatchedServer()
{
    if (m_isStarted)
        (void)tool(QStringLiteral("pg_ctl"),
                   { QStringLiteral("-D"), m_directory.filePath(QStringLiteral("data")), QStringLiteral("-m"),
                     QStringLiteral("immediate"), QStringLiteral("stop") });
}

bool WatchedServer::tool(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(QStringLiteral("/"));
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    QStringList all = arguments;
    QString first = m_binaries + QLatin1Char('/') + program;
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

postgres::ConnectionTarget WatchedServer::target() const
{
    postgres::ConnectionTarget target;
    target.text = QStringLiteral("host=%1 user=postgres dbname=postgres").arg(m_directory.path());
    return target;
}

std::unique_ptr<postgres::Session> WatchedServer::open() const
{
    return postgres::Session::open(target()).value();
}

} // namespace lockstep::testing
