#include "pooler.h"

#include <QFile>
#include <QStandardPaths>
#include <QThread>

#include <sys/stat.h>
#include <unistd.h>

namespace lockstep::testing {

namespace {

constexpr int port = 6432;

QString findPooler()
{
    const QString found = QStandardPaths::findExecutable(QStringLiteral("pgbouncer"));
    return !found.isEmpty()
               ? found
               : QStandardPaths::findExecutable(QStringLiteral("pgbouncer"), { QStringLiteral("/usr/sbin") });
}

QByteArray configuration(const postgres::ConnectionTarget &server, const QString &directory,
                         const QString &mode, int poolSize)
{
    const QString serverPort = server.parameter(QStringLiteral("port"));
    return QStringLiteral("[databases]\n"
                          "* = host=%1 port=%2 user=%3\n"
                          "[pgbouncer]\n"
                          "listen_addr =\n"
                          "listen_port = %4\n"
                          "unix_socket_dir = %5\n"
                          "unix_socket_mode = 0777\n"
                          "auth_type = any\n"
                          "pool_mode = %6\n"
                          "default_pool_size = %7\n"
                          "ignore_startup_parameters = extra_float_digits\n")
        .arg(server.parameter(QStringLiteral("host")),
             serverPort.isEmpty() ? QStringLiteral("5432") : serverPort, scratch::scratchRole(),
             QString::number(port), directory, mode, QString::number(poolSize))
        .toUtf8();
}

} // namespace

std::unique_ptr<Pooler> Pooler::start(const scratch::ScratchServerPtr &server, const QString &poolMode,
                                      int poolSize, QString *why)
{
    const QString program = findPooler();
    if (program.isEmpty()) {
        *why = QStringLiteral("There is no pgbouncer; packaging/install-deps.sh installs it.");
        return nullptr;
    }
    std::unique_ptr<Pooler> pooler(new Pooler);
    const QString directory = pooler->m_directory.path();
    QFile file(pooler->m_directory.filePath(QStringLiteral("pgbouncer.ini")));
    if (!file.open(QIODevice::WriteOnly)) {
        *why = file.errorString();
        return nullptr;
    }
    file.write(configuration(server->maintenance(), directory, poolMode, poolSize));
    file.close();
    // PgBouncer does not run as root either, and whoever it runs as has to write here.
    ::chmod(qPrintable(directory), 0777);
    ::chmod(qPrintable(file.fileName()), 0644);
    scratch::Command command;
    command.program = program;
    command.arguments = { file.fileName() };
    command.logFile = pooler->m_directory.filePath(QStringLiteral("log"));
    command.user = scratch::serverUser();
    pooler->m_process = std::make_unique<scratch::ChildProcess>(command);
    const QString socket = directory + QStringLiteral("/.s.PGSQL.%1").arg(port);
    for (int i = 0; i < 100 && !QFile::exists(socket) && !pooler->m_process->hasEnded(); ++i)
        QThread::msleep(50);
    if (!QFile::exists(socket)) {
        *why = scratch::tailOf(command.logFile);
        return nullptr;
    }
    return pooler;
}

postgres::ConnectionTarget Pooler::through(const postgres::ConnectionTarget &database) const
{
    postgres::ConnectionTarget pooled;
    pooled.text =
        QStringLiteral("host=%1 port=%2 user=anybody dbname=%3")
            .arg(m_directory.path(), QString::number(port), database.parameter(QStringLiteral("dbname")));
    return pooled;
}

} // namespace lockstep::testing
