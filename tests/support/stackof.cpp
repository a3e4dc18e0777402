#include "stackof.h"

#include <cxxabi.h>
#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <thread>

namespace lockstep::testing {

namespace {

constexpr int signalNumber = SIGURG; // Ignored by default: harmless where it comes late.
constexpr auto answerWithin = std::chrono::milliseconds(200);

std::atomic<StackSample *> s_wanted{ nullptr };

void takeSample(int)
{
    StackSample *sample = s_wanted;
    if (!sample)
        return;
    sample->count = backtrace(sample->frames.data(), StackSample::depth);
    s_wanted = nullptr;
}

void installHandler()
{
    static const bool isInstalled = [] {
        void *first[1];
        backtrace(first, 1); // Loads libgcc, which must not happen in a signal handler.
        struct sigaction action = {};
        action.sa_handler = takeSample;
        action.sa_flags = SA_RESTART;
        return sigaction(signalNumber, &action, nullptr) == 0;
    }();
    static_cast<void>(isInstalled);
}

/// "lib.so(_ZN3foo3barEv+0x12) [0x7f]" -> "foo::bar()"
QString readable(const char *symbol)
{
    const char *begin = std::strchr(symbol, '(');
    const char *end = begin ? std::strpbrk(begin, "+)") : nullptr;
    if (!end || end == begin + 1)
        return QString::fromLocal8Bit(symbol);
    const std::string mangled(begin + 1, end);
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> plain(
        abi::__cxa_demangle(mangled.c_str(), nullptr, nullptr, &status), &std::free);
    return status == 0 ? QString::fromLatin1(plain.get()) : QString::fromStdString(mangled);
}

} // namespace

QStringList StackSample::functions() const
{
    const std::unique_ptr<char *, decltype(&std::free)> symbols(backtrace_symbols(frames.data(), count),
                                                                &std::free);
    QStringList names;
    if (!symbols)
        return names;
    constexpr int handlerFrames = 2; // Of the signal itself.
    for (int i = handlerFrames; i < count; ++i)
        names.append(readable(symbols.get()[i]));
    return names;
}

ThreadId ThreadId::current()
{
    installHandler();
    ThreadId id;
    id.m_thread = pthread_self();
    id.m_id = int(syscall(SYS_gettid));
    id.m_isSet = true;
    return id;
}

ThreadId::Times ThreadId::times() const
{
    if (!m_isSet)
        return {};
    char path[64];
    std::snprintf(path, sizeof path, "/proc/self/task/%d/schedstat", m_id);
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    char text[96] = {};
    const auto length = read(file, text, sizeof text - 1);
    close(file);
    long long ran = 0;
    long long waited = 0;
    return length > 0 && std::sscanf(text, "%lld %lld", &ran, &waited) == 2 ? Times{ ran, waited } : Times{};
}

bool ThreadId::sample(StackSample *sample) const
{
    sample->count = 0;
    s_wanted = sample;
    if (!m_isSet || pthread_kill(m_thread, signalNumber) != 0)
        return false;
    const auto until = std::chrono::steady_clock::now() + answerWithin;
    while (s_wanted && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return s_wanted.exchange(nullptr) == nullptr && sample->count > 0;
}

} // namespace lockstep::testing
