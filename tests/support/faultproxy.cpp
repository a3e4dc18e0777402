#include "faultproxy.h"

#include <QElapsedTimer>
#include <QtEndian>

#include <cstring>
#include <utility>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace lockstep::testing {

namespace {

bool sendAll(int fd, const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t n = ::send(fd, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (n <= 0)
            return false;
        sent += n;
    }
    return true;
}

QByteArray received(int fd)
{
    QByteArray bytes(65536, Qt::Uninitialized);
    const ssize_t n = ::recv(fd, bytes.data(), size_t(bytes.size()), 0);
    bytes.truncate(std::max<qsizetype>(n, 0));
    return bytes;
}

constexpr quint32 sslRequest = 80877103;
constexpr quint32 gssRequest = 80877104;

} // namespace

FaultProxy::FaultProxy(const postgres::ConnectionTarget &server)
{
    const QString port = server.parameter(QStringLiteral("port"));
    m_serverPath = (server.parameter(QStringLiteral("host")) + QStringLiteral("/.s.PGSQL.")
                    + (port.isEmpty() ? QStringLiteral("5432") : port))
                       .toLocal8Bit();
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_listener, 64) != 0
        || ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        qFatal("The proxy cannot listen");
    m_target.text =
        QStringLiteral("host=127.0.0.1 port=%1 user='%2' dbname='%3' sslmode=disable gssencmode=disable")
            .arg(QString::number(ntohs(address.sin_port)), server.parameter(QStringLiteral("user")),
                 server.parameter(QStringLiteral("dbname")));
    m_thread = std::thread([this] { accept(); });
}

FaultProxy::~FaultProxy()
{
    m_isStopping = true;
    m_thread.join();
    ::close(m_listener);
    cutAll();
    for (const auto &connection : m_connections)
        connection->thread.join();
}

void FaultProxy::add(const FaultRule &rule)
{
    const std::lock_guard lock(m_mutex);
    m_rules.push_back(rule);
}

void FaultProxy::cutAll()
{
    const std::lock_guard lock(m_mutex);
    for (const auto &connection : m_connections)
        connection->isDone = true;
}

void FaultProxy::refuseFor(int milliseconds)
{
    const std::lock_guard lock(m_mutex);
    m_refusesUntil.setRemainingTime(milliseconds);
}

int FaultProxy::connectToServer() const
{
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, m_serverPath.constData(), sizeof address.sun_path - 1);
    if (::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0)
        return fd;
    ::close(fd);
    return -1;
}

void FaultProxy::accept()
{
    while (!m_isStopping) {
        pollfd waiting{ m_listener, POLLIN, 0 };
        if (::poll(&waiting, 1, 50) <= 0)
            continue;
        auto connection = std::make_unique<Connection>();
        connection->client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        {
            const std::lock_guard lock(m_mutex);
            if (m_refusesUntil.hasExpired())
                connection->server = connectToServer();
        }
        if (connection->client < 0 || connection->server < 0) {
            ::close(connection->client);
            ::close(connection->server);
            continue;
        }
        Connection &one = *connection;
        one.thread = std::thread([this, &one] { serve(one); });
        const std::lock_guard lock(m_mutex);
        m_connections.push_back(std::move(connection));
    }
}

std::optional<FaultRule> FaultProxy::matching(const QByteArray &message, bool isFirst)
{
    // The plan that the journal keeps holds the text of every statement.
    if (message.contains("lockstep-plan/1"))
        return std::nullopt;
    const bool begins = isFirst || message.startsWith('Q') || message.startsWith('P');
    const std::lock_guard lock(m_mutex);
    for (FaultRule &rule : m_rules) {
        if (rule.times <= 0 || !(rule.text.isEmpty() ? begins : message.contains(rule.text)))
            continue;
        if (rule.after-- > 0)
            continue;
        --rule.times;
        if (rule.fault != Fault::None)
            ++m_faults;
        return rule;
    }
    return std::nullopt;
}

/// False when the connection is to end.
bool FaultProxy::passOn(Connection &connection, QByteArray message, bool isFirst)
{
    const auto rule = matching(message, isFirst);
    const Fault fault = rule ? rule->fault : Fault::None;
    if (fault == Fault::SwallowAnswer)
        connection.onAnswer = rule->call;
    else if (rule && rule->call)
        rule->call();
    if (fault == Fault::CutBefore)
        return false;
    if (fault == Fault::Replace)
        message.replace(rule->text, rule->instead);
    if (!sendAll(connection.server, message))
        return false;
    connection.swallows = connection.swallows || fault == Fault::SwallowAnswer;
    if (fault == Fault::CutAfter || fault == Fault::Silence || fault == Fault::Strand)
        connection.onceWhole = fault;
    // A statement with values comes in several messages, of which Sync is the last.
    const bool isWhole = isFirst || !QByteArray("PBDEC").contains(message.at(0));
    const Fault now = isWhole ? std::exchange(connection.onceWhole, Fault::None) : Fault::None;
    connection.isSilent = now == Fault::Silence || now == Fault::Strand;
    if (now == Fault::Strand)
        ::shutdown(connection.client, SHUT_RDWR);
    return now != Fault::CutAfter;
}

/// Passes whole messages on; false when the connection is to end.
bool FaultProxy::fromClient(Connection &connection, QByteArray *pending)
{
    const QByteArray bytes = received(connection.client);
    if (bytes.isEmpty())
        return false;
    pending->append(bytes);
    while (!connection.isSilent) {
        const int header = connection.isStarted ? 5 : 4;
        if (pending->size() < header)
            return true;
        const auto length = qFromBigEndian<quint32>(pending->constData() + header - 4);
        const qsizetype whole = qsizetype(length) + header - 4;
        if (pending->size() < whole)
            return true;
        const QByteArray message = pending->left(whole);
        pending->remove(0, whole);
        const bool isFirst = !connection.isStarted;
        if (isFirst) {
            const auto code = qFromBigEndian<quint32>(message.constData() + 4);
            if (code == sslRequest || code == gssRequest) {
                sendAll(connection.client, "N");
                continue;
            }
            connection.isStarted = true;
        }
        if (!passOn(connection, message, isFirst))
            return false;
    }
    return true;
}

void FaultProxy::serve(Connection &connection)
{
    QByteArray pending;
    QElapsedTimer idle;
    idle.start();
    while (!connection.isDone) {
        pollfd both[2] = { { connection.client, POLLIN, 0 }, { connection.server, POLLIN, 0 } };
        if (connection.isSilent) {
            ::usleep(20'000);
            continue;
        }
        if (::poll(both, 2, 20) <= 0) {
            if (m_idleMs == 0 || idle.elapsed() < m_idleMs)
                continue;
            ++m_idleCuts;
            break;
        }
        idle.restart();
        if (both[0].revents != 0 && !fromClient(connection, &pending))
            break;
        if (both[1].revents != 0) {
            const QByteArray answer = received(connection.server);
            if (connection.swallows && connection.onAnswer)
                connection.onAnswer();
            if (answer.isEmpty() || connection.swallows || !sendAll(connection.client, answer))
                break;
        }
    }
    ::close(connection.client);
    ::close(connection.server);
    connection.isDone = true;
}

} // namespace lockstep::testing
