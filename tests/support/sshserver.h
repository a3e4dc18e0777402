#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace lockstep::testing {

/// An OpenSSH server of the test's own on this computer, and an ssh that reaches it as "bastion" with a key
/// of the test's own, which LOCKSTEP_SSH names while this object lives.
class SshServer
{
public:
    /// Null if OpenSSH's server is not installed or does not start; `why` says which.
    [[nodiscard]] static std::unique_ptr<SshServer> start(QString *why);
    ~SshServer();
    SshServer(const SshServer &) = delete;
    SshServer &operator=(const SshServer &) = delete;

    [[nodiscard]] int port() const { return m_port; }
    /// Ends the server and every connection through it, as a crash of the computer would.
    void stop();
    /// What its ssh was called with, one call a line.
    [[nodiscard]] QStringList calls() const;
    void forgetHostKey(); ///< Its ssh no longer knows the server.
    void takeKeyAway(); ///< The server no longer knows its ssh.

private:
    SshServer();
    [[nodiscard]] bool prepare(const QString &sshd);
    [[nodiscard]] QString path(const char *name) const { return m_directory.filePath(QLatin1String(name)); }

    QTemporaryDir m_directory;
    QProcess m_server;
    int m_port = 0;
};

} // namespace lockstep::testing
