#include "capturingpolicy.h"

#include <chrono>
#include <poll.h>

namespace lockstep::postgres {

namespace {

using Clock = std::chrono::steady_clock;

/// Waits for the socket as PQconnectPoll asks. False: the time is up.
bool awaitSocket(PGconn *connection, PostgresPollingStatusType wanted, Clock::time_point deadline)
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0)
        return false;
    pollfd entry{ PQsocket(connection), short(wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0 };
    return ::poll(&entry, 1, int(left)) != 0;
}

int timeLimitSeconds(PGconn *connection)
{
    constexpr int usual = 10;
    PQconninfoOption *all = PQconninfo(connection);
    int seconds = 0;
    qsizetype hosts = 1;
    for (const PQconninfoOption *option = all; option && option->keyword; ++option) {
        if (qstrcmp(option->keyword, "connect_timeout") == 0 && option->val)
            seconds = QByteArray(option->val).toInt();
        if (qstrcmp(option->keyword, "host") == 0 && option->val)
            hosts = QByteArray(option->val).count(',') + 1;
    }
    PQconninfoFree(all);
    return (seconds > 0 ? seconds : usual) * int(hosts);
}

} // namespace

CapturingPolicy::handle CapturingPolicy::do_startconnect(handle existing)
{
    if (existing)
        return existing;
    PGconn *connection = PQconnectStart(options().c_str());
    PQsetErrorVerbosity(connection, PQERRORS_VERBOSE);
    const auto deadline = Clock::now() + std::chrono::seconds(timeLimitSeconds(connection));
    PostgresPollingStatusType status = PGRES_POLLING_WRITING;
    bool timedOut = false;
    while (PQstatus(connection) != CONNECTION_BAD && status != PGRES_POLLING_OK
           && status != PGRES_POLLING_FAILED) {
        timedOut = !awaitSocket(connection, status, deadline);
        if (timedOut)
            break;
        status = PQconnectPoll(connection);
    }
    if (timedOut || PQstatus(connection) != CONNECTION_OK) {
        ConnectFailure failure{ timedOut ? QStringLiteral("The server did not answer in time.")
                                         : QString::fromUtf8(PQerrorMessage(connection)),
                                PQconnectionNeedsPassword(connection) != 0 };
        PQfinish(connection);
        throw failure;
    }
    PQsetErrorVerbosity(connection, PQERRORS_DEFAULT);
    captured() = connection;
    return connection;
}

PGconn *&CapturingPolicy::captured()
{
    static thread_local PGconn *connection = nullptr;
    return connection;
}

} // namespace lockstep::postgres
