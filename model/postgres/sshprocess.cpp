#include "sshprocess.h"

#include <model/base/log.h>

#include <QProcess>

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace lockstep::postgres {

namespace {

constexpr int idleMs = 60'000;
constexpr int lookEveryMs = 100;
constexpr auto longestStart = std::chrono::seconds(25);

/// A port of this computer that nobody listens on; 0: none.
int freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    if (socket < 0)
        return 0;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    int port = 0;
    if (::bind(socket, reinterpret_cast<sockaddr *>(&address), size) == 0
        && ::getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size) == 0)
        port = ntohs(address.sin_port);
    ::close(socket);
    return port;
}

QString hintFor(const QString &words)
{
    if (words.contains(QLatin1String("Host key verification failed")))
        return QStringLiteral("ssh does not know the server's key, or it has changed. Connect once in a "
                              "terminal with the same name, and confirm the key there.");
    if (words.contains(QLatin1String("Permission denied")))
        return QStringLiteral("ssh was let in by none of its keys. Add the key to the agent (ssh-add), or "
                              "name it as IdentityFile in ~/.ssh/config; passwords are not asked for.");
    if (words.contains(QLatin1String("Could not resolve hostname")))
        return QStringLiteral("Check the name of the SSH server, or define it as a Host in ~/.ssh/config.");
    if (words.contains(QLatin1String("Connection refused")) || words.contains(QLatin1String("timed out")))
        return QStringLiteral("Check that the SSH server runs, that its port is right, and that no firewall "
                              "is in between.");
    return QStringLiteral("Try the same in a terminal: ssh with that name must work without questions.");
}

} // namespace

QStringList tunnelArguments(const TunnelRequest &request, int localPort)
{
    QString destination = request.ssh;
    QStringList arguments;
    for (const char *option : { "BatchMode=yes", "ExitOnForwardFailure=yes", "ServerAliveInterval=15",
                                "ServerAliveCountMax=4", "ConnectTimeout=15", "ControlMaster=no",
                                "ControlPath=none", "PermitLocalCommand=no", "RequestTTY=no" })
        arguments << QStringLiteral("-o") << QLatin1String(option);
    const qsizetype colon = destination.lastIndexOf(QLatin1Char(':'));
    bool isPort = false;
    const int port = destination.mid(colon + 1).toInt(&isPort);
    if (colon > 0 && isPort) {
        arguments << QStringLiteral("-p") << QString::number(port);
        destination.truncate(colon);
    }
    const QString to = request.host.startsWith(QLatin1Char('/'))
                           ? QStringLiteral("%1/.s.PGSQL.%2").arg(request.host, request.port)
                       : request.host.contains(QLatin1Char(':'))
                           ? QStringLiteral("[%1]:%2").arg(request.host, request.port)
                           : QStringLiteral("%1:%2").arg(request.host, request.port);
    // The words of -v tell when the forwarding stands.
    arguments << QStringLiteral("-v") << QStringLiteral("-N") << QStringLiteral("-L")
              << QStringLiteral("127.0.0.1:%1:%2").arg(localPort).arg(to) << QStringLiteral("--")
              << destination;
    return arguments;
}

SshProcess::SshProcess(TunnelRequest request)
    : m_request(std::move(request))
{ }

SshProcess::~SshProcess() = default; // The thread is asked to stop, and joined.

base::Result<std::shared_ptr<SshProcess>> SshProcess::start(const TunnelRequest &request,
                                                            const std::stop_token &stop)
{
    std::shared_ptr<SshProcess> process(new SshProcess(request));
    process->m_localPort = freePort();
    process->m_sinceLastUse.start();
    SshProcess *self = process.get();
    process->m_thread = std::jthread([self](const std::stop_token &ending) { self->run(ending); });
    const auto standing = process->waitUntilStanding(stop);
    if (!standing.has_value())
        return standing.error();
    return process;
}

base::Result<void> SshProcess::waitUntilStanding(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    const bool isDecided =
        m_changed.wait_for(lock, stop, longestStart, [this] { return m_state != State::Starting; });
    if (m_state == State::Standing) {
        ++m_users; // Of the caller.
        return {};
    }
    lock.unlock();
    if (!isDecided && stop.stop_requested())
        return base::canceled();
    return failure();
}

base::Error SshProcess::failure() const
{
    const std::scoped_lock lock(m_mutex);
    base::Error error;
    error.kind = base::ErrorKind::Connection;
    if (m_state == State::Missing) {
        error.kind = base::ErrorKind::Environment;
        error.message = QStringLiteral("The program ssh cannot be started.");
        error.hint = QStringLiteral("Install openssh-client, or connect without an SSH server.");
        return error;
    }
    error.message =
        m_state == State::Starting
            ? QStringLiteral("The SSH server %1 did not let us through in time.").arg(m_request.ssh)
            : QStringLiteral("The SSH server %1 did not let us through.").arg(m_request.ssh);
    const QString words = m_words.trimmed();
    if (!words.isEmpty())
        error.message += QStringLiteral(" ssh says: %1").arg(words.section(QLatin1Char('\n'), -1));
    error.detail = words;
    error.hint = hintFor(words);
    return error;
}

void SshProcess::run(const std::stop_token &stop)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    process.start(qEnvironmentVariable("LOCKSTEP_SSH", QStringLiteral("ssh")),
                  tunnelArguments(m_request, m_localPort));
    if (!process.waitForStarted()) {
        setState(State::Missing);
        return;
    }
    while (process.state() != QProcess::NotRunning && !stop.stop_requested() && !endIfIdle()) {
        process.waitForReadyRead(lookEveryMs);
        read(&process);
    }
    if (process.state() != QProcess::NotRunning) {
        process.terminate();
        if (!process.waitForFinished(2000)) {
            process.kill();
            process.waitForFinished(2000);
        }
    }
    read(&process);
    setState(State::Ended);
}

void SshProcess::read(QProcess *process)
{
    m_line += process->readAll();
    for (qsizetype end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n')) {
        const QString line = QString::fromUtf8(m_line.left(end)).trimmed();
        m_line.remove(0, end + 1);
        if (line.contains(QLatin1String("Entering interactive session")))
            setState(State::Standing);
        if (line.isEmpty() || line.startsWith(QLatin1String("debug1:"))
            || line.startsWith(QLatin1String("OpenSSH_"))
            || line.startsWith(QLatin1String("Authenticated to")))
            continue;
        base::log::debug("ssh", line);
        const std::scoped_lock lock(m_mutex);
        m_words += line + QLatin1Char('\n');
    }
}

void SshProcess::setState(State state)
{
    const std::scoped_lock lock(m_mutex);
    m_state = state;
    m_changed.notify_all();
}

QString SshProcess::words() const
{
    const std::scoped_lock lock(m_mutex);
    return m_words.trimmed();
}

/// Under one lock with tryUse(): nobody gets a tunnel that is about to end.
bool SshProcess::endIfIdle()
{
    const std::scoped_lock lock(m_mutex);
    if (m_state == State::Standing && m_users == 0 && m_sinceLastUse.hasExpired(idleMs))
        m_state = State::Ended;
    return m_state == State::Ended;
}

bool SshProcess::tryUse()
{
    const std::scoped_lock lock(m_mutex);
    if (m_state != State::Standing)
        return false;
    ++m_users;
    return true;
}

void SshProcess::removeUser()
{
    const std::scoped_lock lock(m_mutex);
    --m_users;
    m_sinceLastUse.restart();
}

} // namespace lockstep::postgres
