#include "firstanswerlimit.h"

#include <chrono>
#include <sys/socket.h>

namespace lockstep::postgres {

namespace {

constexpr std::chrono::seconds firstAnswerLimit{ 10 };

} // namespace

FirstAnswerLimit::FirstAnswerLimit(int socket, const std::stop_token &stop)
    : m_socket(socket)
    , m_onStop(stop, [this] { hangUp(); })
    , m_timer([this](const std::stop_token &answered) { watch(answered); })
{ }

void FirstAnswerLimit::hangUp() const
{
    ::shutdown(m_socket, SHUT_RDWR);
}

void FirstAnswerLimit::watch(const std::stop_token &answered)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, answered, firstAnswerLimit, [] { return false; });
    if (answered.stop_requested())
        return;
    m_isOver = true;
    hangUp();
}

base::Error FirstAnswerLimit::error(const QString &display)
{
    base::Error error;
    error.kind = base::ErrorKind::Connection;
    error.message = QStringLiteral("%1 took the connection and did not answer within %2 seconds.")
                        .arg(display)
                        .arg(qlonglong(firstAnswerLimit.count()));
    error.hint =
        QStringLiteral("A pooler does this when all places of its pool are taken (default_pool_size), an "
                       "overloaded server as well. Connect to the server itself, or try again later.");
    return error;
}

} // namespace lockstep::postgres
