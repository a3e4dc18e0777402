#pragma once

#include <model/plan/plan.h>
#include <model/scratch/scratchserver.h>

#include <QElapsedTimer>
#include <QString>

namespace lockstep::bench {

struct Options
{
    QVector<int> tables{ 2000 };
    std::optional<qint64> rows; ///< As each part has it if not told.
    QStringList scenarios; ///< Of the waits; what the names of their files start with.
    QStringList
        parts; ///< Of the backfill: "speed", "loop", "size", "journal", "traffic", "workers"; empty: all.
    int batchMs = 0; ///< Of the backfill beside traffic, as `--batch-ms` of the command line; 0: not told.
    double shareBesideOthers = 0; ///< As `--beside-others`, 0 to 1; 0: not told.
    int repeats = 3;
    QString server = QStringLiteral("auto"); ///< As ScratchOptions::server.
    QString database; ///< To read instead of one that is made.
    QString only; ///< "catalog", "backfill", "lint", "waits" or "estimates"; empty: the first two.
};

/// One line of the result table.
struct Ratio
{
    QString what;
    double ms = 0;
    QString against;
    double againstMs = 0;
    double aim = 0;
    bool atLeast = false; ///< The aim is a lower limit.
};
using Ratios = QVector<Ratio>;

/// Prints the reason and ends the program: a benchmark that half ran says nothing.
[[noreturn]] void fail(const QString &what, const base::Error &error);

template <typename T>
T require(base::Result<T> result, const char *what)
{
    if (!result.has_value())
        fail(QLatin1String(what), result.error());
    return std::move(result).value();
}
inline void require(const base::Result<void> &result, const char *what)
{
    if (!result.has_value())
        fail(QLatin1String(what), result.error());
}

/// Milliseconds a call takes, the least of several: what the machine can do, not what else ran.
template <typename F>
double leastMs(int repeats, F &&call)
{
    double least = -1;
    for (int i = 0; i < repeats; ++i) {
        QElapsedTimer timer;
        timer.start();
        call();
        const double ms = double(timer.nsecsElapsed()) / 1e6;
        least = least < 0 || ms < least ? ms : least;
    }
    return least;
}

/// The schema of a grown application: tables of ten columns and three indexes each, a quarter of them
/// partitioned tables and partitions, with foreign keys, views, routines, triggers, policies,
/// comments and grants.
void makeTables(postgres::Session &session, int tables);
/// Changes one table in a hundred: a column, an index, a default, a check, a comment, a grant, a
/// function.
void changeOnePercent(postgres::Session &session, int tables);

/// Of one step, for a run that checks no fingerprint.
[[nodiscard]] plan::PlanPtr planOfOne(const plan::Step &step, int serverVersion);

/// Lets the peak count from what is in use now.
void resetPeakMemory();
[[nodiscard]] int peakMemoryMb();

/// Reads a database that exists.
[[nodiscard]] Ratios measureDatabase(const scratch::ScratchServerPtr &server, const Options &options);
[[nodiscard]] Ratios measureCatalog(const scratch::ScratchServerPtr &server, const Options &options);
/// Lint of a script of so many statements, against parsing them; prints its own table. Needs no server.
void measureLint(int statements, int repeats);

} // namespace lockstep::bench
