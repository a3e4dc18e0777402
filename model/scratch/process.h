#pragma once

#include <model/base/result.h>

#include <QString>
#include <QStringList>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <sys/types.h>
#include <thread>

/// Server programs as child processes: run as an unprivileged user when we are root, gone when we
/// are gone, with a clean environment.
namespace lockstep::scratch {

/// Who runs the server programs. Not set: ourselves.
struct ServerUser
{
    uid_t uid = 0;
    gid_t gid = 0;
};
/// `postgres`, else `nobody`, when we are root; nothing otherwise.
[[nodiscard]] std::optional<ServerUser> serverUser();

struct Command
{
    QString program;
    QStringList arguments;
    QString logFile; ///< stdout and stderr are appended.
    std::optional<ServerUser> user;
};

/// A child that a thread of its own started and waits for. The kernel ends the child when that
/// thread ends, and so also when this program is killed: an immediate stop, as there is nothing to
/// save in a scratch server.
class ChildProcess
{
public:
    explicit ChildProcess(Command command);
    ~ChildProcess();
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    [[nodiscard]] pid_t pid() const;
    [[nodiscard]] bool hasEnded() const;
    /// Waits at most `milliseconds`; true if the child has ended.
    bool waitForEnd(int milliseconds);
    /// Exit status, or 128 + signal; -1 while it runs or if it could not start.
    [[nodiscard]] int exitCode() const;
    void signal(int number);

private:
    void run(const Command &command);

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    pid_t m_pid = -1;
    bool m_started = false;
    bool m_ended = false;
    int m_exitCode = -1;
    std::thread m_thread;
};

/// Runs to the end, or stops it when `stop` is requested. Value: the exit code.
[[nodiscard]] base::Result<int> runCommand(const Command &command, std::stop_token stop);

/// The last lines of a log, for error messages.
[[nodiscard]] QString tailOf(const QString &logFile, int lines = 12);

} // namespace lockstep::scratch
