#include "interrupt.h"

#include "context.h"

#include <QtGlobal>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace lockstep::cli {

namespace {

/// A handler may do next to nothing: it writes a byte, a thread does the rest.
int signalPipe[2] = { -1, -1 };

void onSignal(int)
{
    const int kept = errno;
    const char interrupted = 'i';
    (void)!::write(signalPipe[1], &interrupted, 1);
    errno = kept;
}

void setHandlers(void (*handler)(int))
{
    struct sigaction action
    { };
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int number : { SIGINT, SIGTERM, SIGHUP })
        ::sigaction(number, &action, nullptr);
}

} // namespace

Interrupt::Interrupt()
{
    if (::pipe2(signalPipe, O_CLOEXEC) != 0)
        qFatal("No pipe for signals");
    m_thread = std::thread([this] {
        for (;;) {
            char what = 0;
            if (::read(signalPipe[0], &what, 1) != 1)
                continue;
            if (what != 'i')
                return;
            if (m_source.stop_requested())
                ::_exit(int(Exit::Interrupted));
            complain(QStringLiteral("Stopping; once more to stop at once."));
            m_source.request_stop();
        }
    });
    setHandlers(onSignal);
}

Interrupt::~Interrupt()
{
    setHandlers(SIG_DFL);
    const char quit = 'q';
    (void)!::write(signalPipe[1], &quit, 1);
    m_thread.join();
}

} // namespace lockstep::cli
