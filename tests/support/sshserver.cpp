#include "sshserver.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace lockstep::testing {

namespace {

bool writeText(const QString &path, const QStringList &lines)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(lines.join(QLatin1Char('\n')).toUtf8() + '\n') > 0;
}

QByteArray readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

bool makeKey(const QString &path)
{
    return QProcess::execute(QStringLiteral("ssh-keygen"),
                             { QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                               QStringLiteral("-N"), QString(), QStringLiteral("-f"), path })
           == 0;
}

} // namespace

SshServer::SshServer() = default;

std::unique_ptr<SshServer> SshServer::start(QString *why)
{
    const QString sshd = QStandardPaths::findExecutable(
        QStringLiteral("sshd"), { QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin") });
    if (sshd.isEmpty()) {
        *why = QStringLiteral("OpenSSH's server is not installed (openssh-server).");
        return nullptr;
    }
    // sshd wants it where it may give up rights; a service manager would make it.
    if (::geteuid() == 0)
        QDir().mkpath(QStringLiteral("/run/sshd"));
    for (int attempt = 0; attempt < 5; ++attempt) {
        std::unique_ptr<SshServer> server(new SshServer);
        if (server->prepare(sshd))
            return server;
        *why = QStringLiteral("sshd does not start: %1").arg(QString::fromUtf8(server->m_server.readAll()));
    }
    return nullptr;
}

bool SshServer::prepare(const QString &sshd)
{
    if (!makeKey(path("host")) || !makeKey(path("user")))
        return false;
    QFile::copy(path("user.pub"), path("authorized"));
    m_port = 20'000 + int(::getpid() * 7 + qHash(m_directory.path()) % 20'000) % 20'000;
    writeText(path("sshd_config"),
              { QStringLiteral("Port %1").arg(m_port), QStringLiteral("ListenAddress 127.0.0.1"),
                QStringLiteral("HostKey %1").arg(path("host")), QStringLiteral("PidFile none"),
                QStringLiteral("AuthorizedKeysFile %1").arg(path("authorized")),
                QStringLiteral("StrictModes no"), QStringLiteral("UsePAM no"),
                QStringLiteral("PermitRootLogin yes"), QStringLiteral("PasswordAuthentication no") });
    writeText(path("ssh_config"),
              { QStringLiteral("Host bastion"), QStringLiteral("HostName 127.0.0.1"),
                QStringLiteral("Port %1").arg(m_port), QStringLiteral("IdentityFile %1").arg(path("user")),
                QStringLiteral("IdentitiesOnly yes"), QStringLiteral("IdentityAgent none"),
                QStringLiteral("UserKnownHostsFile %1").arg(path("known")),
                QStringLiteral("StrictHostKeyChecking yes") });
    writeText(path("known"), { QStringLiteral("[127.0.0.1]:%1 %2")
                                   .arg(m_port)
                                   .arg(QString::fromUtf8(readText(path("host.pub")))) });
    writeText(path("ssh"),
              { QStringLiteral("#!/bin/sh"), QStringLiteral("echo \"$*\" >> '%1'").arg(path("calls")),
                QStringLiteral("exec ssh -F '%1' \"$@\"").arg(path("ssh_config")) });
    QFile::setPermissions(path("ssh"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("LOCKSTEP_SSH", path("ssh").toUtf8());
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_server.start(sshd,
                   { QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"), path("sshd_config") });
    QByteArray said;
    while (m_server.state() != QProcess::NotRunning && m_server.waitForReadyRead(5000)) {
        said += m_server.readAll();
        if (said.contains("Server listening on"))
            return true;
    }
    return false;
}

SshServer::~SshServer()
{
    stop();
    qunsetenv("LOCKSTEP_SSH");
}

void SshServer::stop()
{
    // Connections have processes of their own.
    const QString parent = QString::number(m_server.processId());
    if (m_server.state() == QProcess::NotRunning)
        return;
    QProcess children;
    children.start(QStringLiteral("ps"),
                   { QStringLiteral("-o"), QStringLiteral("pid="), QStringLiteral("--ppid"), parent });
    children.waitForFinished();
    for (const QByteArray &line : children.readAllStandardOutput().split('\n')) {
        const int pid = line.trimmed().toInt();
        if (pid > 1)
            ::kill(pid, SIGKILL);
    }
    m_server.kill();
    m_server.waitForFinished();
}

QStringList SshServer::calls() const
{
    return QString::fromUtf8(readText(path("calls"))).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

void SshServer::forgetHostKey()
{
    QFile::resize(path("known"), 0);
}

void SshServer::takeKeyAway()
{
    QFile::resize(path("authorized"), 0);
}

} // namespace lockstep::testing
