#pragma once

#include "arguments.h"

#include <model/plan/plan.h>
#include <model/scratch/scratchserver.h>
#include <model/sources/source.h>

#include <stop_token>

namespace lockstep::cli {

/// Exit codes; README.md lists them.
enum class Exit {
    Done = 0,
    Different = 1,
    Usage = 2,
    Input = 3,
    Connection = 4,
    Proof = 5,
    Stopped = 6,
    Interrupted = 7
};
[[nodiscard]] Exit exitFor(const base::Error &error);

/// What a command works with beside its flags.
class Context
{
public:
    Context(QString scratchServer, std::stop_token stop);

    [[nodiscard]] std::stop_token stop() const { return m_stop; }
    /// The scratch server, started at first use.
    [[nodiscard]] base::Result<scratch::ScratchServerPtr> scratch();
    /// One of the major version if that is installed.
    [[nodiscard]] base::Result<scratch::ScratchServerPtr> scratchOfMajor(int major);
    /// The major version a scratch server should have if there is a choice.
    void preferMajor(int major) { m_preferredMajor = major; }

    /// A source as the command line names it; `flag` is for messages. Warnings go to stderr.
    [[nodiscard]] base::Result<sources::Source> source(const Arguments &arguments, const char *flag) const;
    [[nodiscard]] base::Result<sources::LoadedSourcePtr> load(const sources::Source &source);

private:
    QString m_scratchServer;
    std::stop_token m_stop;
    int m_preferredMajor = 0;
    scratch::ScratchServerPtr m_scratch;
};

/// stderr, a line each. progress() only where a person watches.
void complain(const QString &line);
void progress(const QString &line);
[[nodiscard]] int fail(const base::Error &error);
[[nodiscard]] int exitWith(Exit code);

[[nodiscard]] base::Result<QByteArray> readFile(const QString &path);
/// Whether -o names a file that can be written, before anybody waits for what shall be in it. Errors: Usage.
[[nodiscard]] base::Result<void> checkOutput(const Arguments &arguments);
/// Atomically; a device or a pipe is written to as it is. Errors: Usage.
[[nodiscard]] base::Result<void> writeFile(const QString &path, const QByteArray &bytes);
/// To the file that -o names, atomically, else to stdout.
[[nodiscard]] base::Result<void> writeResult(const Arguments &arguments, const QByteArray &bytes);
[[nodiscard]] base::Result<plan::PlanPtr> readPlan(const Arguments &arguments);

} // namespace lockstep::cli
