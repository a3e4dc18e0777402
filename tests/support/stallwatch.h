#pragma once

#include <QObject>
#include <QString>
#include <QVector>

#include <memory>

namespace lockstep::testing {

/// A time during which the event loop of a test answered nobody.
struct Stall
{
    double ms = 0; ///< Without what the operating system kept the thread waiting for a processor.
    double workedMs = 0; ///< So long it had a processor; the rest it waited for a file, a page or somebody.
    QString test; ///< "class::function"
    QStringList stack; ///< Innermost first, of the moment the limit was reached; empty where that is unknown.
};

/// Watches the event loop of the thread that makes it. A thread of its own posts an event every few
/// milliseconds and measures until it is taken. Waiting for a processor is no stall: tests share theirs
/// with other programs. Waiting for a file, a server or a lock is one. Prints its figures when it goes.
class StallWatch
{
public:
    /// What the window promises, in the build that users get: tests/bench/stalls.sh holds it to that.
    static constexpr double promisedMs = 50;
    /// The same code takes longer without optimisation, and with sanitizers on a machine that pages and
    /// compiles beside it (516 ms were seen for joining words). What a limit so wide still finds is a wait
    /// for a server or a lock, and that lasts for seconds in the tests that make one.
    static constexpr double unoptimisedFactor = 3;
    static constexpr double sanitizedFactor = 40;
    /// The limit of this build, in ms.
    [[nodiscard]] static double usualLimitMs();

    explicit StallWatch(double limitMs = usualLimitMs());
    ~StallWatch();
    StallWatch(const StallWatch &) = delete;
    StallWatch &operator=(const StallWatch &) = delete;

    /// Those over the limit since the last call, worded for a person; empty if there were none.
    [[nodiscard]] QString takeReport();
    [[nodiscard]] QVector<Stall> stalls() const;
    [[nodiscard]] double longestMs() const;

    /// What a test itself does in the event loop's thread (asking a server, taking pictures) is not the
    /// window's doing. May be nested, and does nothing where nobody watches.
    class Excuse
    {
    public:
        Excuse();
        ~Excuse();
        Excuse(const Excuse &) = delete;
        Excuse &operator=(const Excuse &) = delete;
    };

private:
    class Answer;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace lockstep::testing
