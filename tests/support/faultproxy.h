#pragma once

#include <model/postgres/session.h>

#include <QDeadlineTimer>
#include <QMetaType>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace lockstep::testing {

/// What happens to a message of a client that contains the text.
enum class Fault {
    None, ///< Nothing; it is only told.
    CutBefore, ///< It never arrives; both sides lose the connection.
    CutAfter, ///< It arrives with its values, and both sides lose the connection at once.
    SwallowAnswer, ///< It arrives and is answered; the client loses the connection instead of the answer.
    Silence, ///< It arrives, and nobody hears of each other again, with the connection open on both sides.
    Strand, ///< It arrives; the client loses the connection and the server is not told.
    Replace, ///< Another text of the same length arrives.
};

struct FaultRule
{
    QByteArray text; ///< Empty: every statement, and what opens a connection.
    Fault fault = Fault::CutBefore;
    int after = 0; ///< Of so many matching messages nothing happens.
    int times = 1;
    QByteArray instead = {};
    std::function<void()> call = {}; ///< Called first; with SwallowAnswer when the answer is there.
};

/// A TCP proxy before a PostgreSQL server that reads what clients send and breaks connections at a word.
class FaultProxy
{
public:
    /// `server` is where the clients really get to: a socket directory in its "host".
    explicit FaultProxy(const postgres::ConnectionTarget &server);
    ~FaultProxy();
    FaultProxy(const FaultProxy &) = delete;
    FaultProxy &operator=(const FaultProxy &) = delete;

    [[nodiscard]] const postgres::ConnectionTarget &target() const { return m_target; }
    void add(const FaultRule &rule);
    [[nodiscard]] int faults() const { return m_faults; }
    /// All connections, at once.
    void cutAll();
    /// For so long nobody gets a new connection.
    void refuseFor(int milliseconds);
    /// From now on each connection on which nothing is said for so long, as proxies with a time limit do.
    void cutIdleAfter(int milliseconds) { m_idleMs = milliseconds; }
    [[nodiscard]] int idleCuts() const { return m_idleCuts; }

private:
    struct Connection
    {
        int client = -1;
        int server = -1;
        bool isStarted = false;
        bool swallows = false;
        bool isSilent = false;
        Fault onceWhole = Fault::None; ///< The statement has arrived.
        std::atomic<bool> isDone = false;
        std::function<void()> onAnswer;
        std::thread thread;
    };
    void accept();
    void serve(Connection &connection);
    bool fromClient(Connection &connection, QByteArray *pending);
    bool passOn(Connection &connection, QByteArray message, bool isFirst);
    std::optional<FaultRule> matching(const QByteArray &message, bool isFirst);
    [[nodiscard]] int connectToServer() const;

    QByteArray m_serverPath;
    postgres::ConnectionTarget m_target;
    int m_listener = -1;
    std::atomic<bool> m_isStopping = false;
    std::atomic<int> m_faults = 0;
    std::atomic<int> m_idleMs = 0;
    std::atomic<int> m_idleCuts = 0;
    QDeadlineTimer m_refusesUntil;
    std::mutex m_mutex;
    std::vector<FaultRule> m_rules;
    std::vector<std::unique_ptr<Connection>> m_connections;
    std::thread m_thread;
};

} // namespace lockstep::testing

Q_DECLARE_METATYPE(lockstep::testing::Fault)
