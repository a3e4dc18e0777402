#include "process.h"

#include <QFile>

#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace lockstep::scratch {

namespace {

/// The environment without what would steer PostgreSQL, in a language we can read.
std::vector<QByteArray> serverEnvironment()
{
    std::vector<QByteArray> kept;
    for (char **entry = environ; *entry; ++entry) {
        const QByteArray text(*entry);
        if (!text.startsWith("PG") && !text.startsWith("LC_") && !text.startsWith("LANG")
            && !text.startsWith("TZ="))
            kept.push_back(text);
    }
    kept.push_back("LC_ALL=C");
    kept.push_back("TZ=UTC");
    return kept;
}

std::vector<char *> pointersTo(std::vector<QByteArray> &texts)
{
    std::vector<char *> pointers;
    for (QByteArray &text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// Everything here runs between fork and exec, where only async-signal-safe calls are allowed.
[[noreturn]] void becomeChild(char **arguments, char **environment, const char *logFile,
                              const ServerUser *user, pid_t parent)
{
    const int input = ::open("/dev/null", O_RDONLY);
    const int log = ::open(logFile, O_WRONLY | O_CREAT | O_APPEND, 0644);
    if (input >= 0)
        ::dup2(input, 0);
    if (log >= 0) {
        ::dup2(log, 1);
        ::dup2(log, 2);
    }
    ::close_range(3, ~0U, 0);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    // Ctrl-C in a terminal must reach us only: we decide how the server ends.
    ::setpgid(0, 0);
    if (user && (::setgroups(0, nullptr) != 0 || ::setgid(user->gid) != 0 || ::setuid(user->uid) != 0))
        ::_exit(126);
    ::umask(077);
    ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
    if (::getppid() != parent || ::chdir("/") != 0)
        ::_exit(126);
    ::execve(arguments[0], arguments, environment);
    ::_exit(127);
}

} // namespace

std::optional<ServerUser> serverUser()
{
    if (::geteuid() != 0)
        return std::nullopt;
    for (const char *name : { "postgres", "nobody" }) {
        passwd entry{};
        passwd *found = nullptr;
        char buffer[4096];
        if (::getpwnam_r(name, &entry, buffer, sizeof buffer, &found) == 0 && found)
            return ServerUser{ found->pw_uid, found->pw_gid };
    }
    return ServerUser{ 65534, 65534 };
}

ChildProcess::ChildProcess(Command command)
    : m_thread([this, command = std::move(command)] { run(command); })
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_started; });
}

ChildProcess::~ChildProcess()
{
    signal(SIGQUIT);
    if (!waitForEnd(5000))
        signal(SIGKILL);
    m_thread.join();
}

void ChildProcess::run(const Command &command)
{
    std::vector<QByteArray> arguments{ QFile::encodeName(command.program) };
    for (const QString &argument : command.arguments)
        arguments.push_back(argument.toUtf8());
    std::vector<QByteArray> environment = serverEnvironment();
    std::vector<char *> argumentPointers = pointersTo(arguments);
    std::vector<char *> environmentPointers = pointersTo(environment);
    const QByteArray log = QFile::encodeName(command.logFile);
    const pid_t parent = ::getpid();

    const pid_t pid = ::fork();
    if (pid == 0)
        becomeChild(argumentPointers.data(), environmentPointers.data(), log.constData(),
                    command.user ? &*command.user : nullptr, parent);
    {
        const std::scoped_lock lock(m_mutex);
        m_pid = pid;
        m_started = true;
        m_ended = pid < 0;
    }
    m_changed.notify_all();
    if (pid < 0)
        return;
    // Not reaped before m_ended is set: signal() must never hit a stranger with the same pid.
    siginfo_t info{};
    while (::waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT) != 0 && errno == EINTR) { }
    {
        const std::scoped_lock lock(m_mutex);
        int status = 0;
        ::waitpid(pid, &status, 0);
        m_exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        m_ended = true;
    }
    m_changed.notify_all();
}

pid_t ChildProcess::pid() const
{
    const std::scoped_lock lock(m_mutex);
    return m_pid;
}

bool ChildProcess::hasEnded() const
{
    const std::scoped_lock lock(m_mutex);
    return m_ended;
}

bool ChildProcess::waitForEnd(int milliseconds)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return m_ended; });
}

int ChildProcess::exitCode() const
{
    const std::scoped_lock lock(m_mutex);
    return m_exitCode;
}

void ChildProcess::signal(int number)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_ended && m_pid > 0)
        ::kill(m_pid, number);
}

base::Result<int> runCommand(const Command &command, std::stop_token stop)
{
    ChildProcess child(command);
    while (!child.waitForEnd(50)) {
        if (stop.stop_requested())
            return base::canceled();
    }
    return child.exitCode();
}

QString tailOf(const QString &logFile, int lines)
{
    QFile file(logFile);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    constexpr qint64 enough = 8192;
    file.seek(qMax<qint64>(0, file.size() - enough));
    const QStringList all = QString::fromUtf8(file.readAll()).trimmed().split(QLatin1Char('\n'));
    return all.mid(qMax<qsizetype>(0, all.size() - lines)).join(QLatin1Char('\n'));
}

} // namespace lockstep::scratch
