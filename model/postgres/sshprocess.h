#pragma once

#include "sshtunnel.h"

#include <QElapsedTimer>

#include <condition_variable>
#include <mutex>
#include <thread>

class QProcess;

namespace lockstep::postgres {

/// One ssh as a child of a thread of its own, which alone touches it: QProcess belongs to one thread. The
/// kernel ends the child with that thread, and so also when this program is killed.
class SshProcess
{
public:
    /// Returns once the forwarding stands. Errors as openTunnel().
    [[nodiscard]] static base::Result<std::shared_ptr<SshProcess>> start(const TunnelRequest &request,
                                                                         const std::stop_token &stop);
    ~SshProcess();
    SshProcess(const SshProcess &) = delete;
    SshProcess &operator=(const SshProcess &) = delete;

    [[nodiscard]] int localPort() const { return m_localPort; }
    [[nodiscard]] QString words() const;
    /// Counts a user more, as start() counts its caller; false: it has ended or is about to.
    [[nodiscard]] bool tryUse();
    void removeUser();

private:
    enum class State { Starting, Standing, Ended, Missing };

    explicit SshProcess(TunnelRequest request);
    void run(const std::stop_token &stop);
    void read(QProcess *process);
    void setState(State state);
    [[nodiscard]] bool endIfIdle();
    [[nodiscard]] base::Result<void> waitUntilStanding(const std::stop_token &stop);
    [[nodiscard]] base::Error failure() const;

    TunnelRequest m_request;
    int m_localPort = 0;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    State m_state = State::Starting;
    QByteArray m_line; ///< Not ended yet.
    QString m_words;
    int m_users = 0;
    QElapsedTimer m_sinceLastUse;
    std::jthread m_thread;
};

} // namespace lockstep::postgres
