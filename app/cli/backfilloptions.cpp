#include "backfilloptions.h"

#include "commands.h"

namespace lockstep::cli {

namespace {

base::Result<qint64> wholeNumber(const Arguments &arguments, const char *flag, qint64 least, qint64 most,
                                 qint64 otherwise)
{
    if (!arguments.has(flag))
        return otherwise;
    bool isNumber = false;
    const qint64 value = arguments.value(flag).toLongLong(&isNumber);
    if (!isNumber || value < least || value > most) {
        return usageError(QStringLiteral("%1 takes a whole number from %2 to %3, not \"%4\".")
                              .arg(QLatin1String(flag), QString::number(least), QString::number(most),
                                   arguments.value(flag)));
    }
    return value;
}

base::Result<std::optional<execution::DailyWindow>> windowOf(const Arguments &arguments)
{
    using Window = std::optional<execution::DailyWindow>;
    if (!arguments.has("--only-between"))
        return Window();
    const QString text = arguments.value("--only-between");
    const QString format = QStringLiteral("H:mm");
    const execution::DailyWindow window{ QTime::fromString(text.section(QLatin1Char('-'), 0, 0), format),
                                         QTime::fromString(text.section(QLatin1Char('-'), 1), format) };
    if (!window.from.isValid() || !window.until.isValid() || window.from == window.until) {
        return usageError(QStringLiteral("--only-between takes two times of the day, not \"%1\".").arg(text),
                          QStringLiteral("For example 22:00-6:00."));
    }
    return Window(window);
}

} // namespace

base::Result<void> readBackfillOptions(const Arguments &arguments, execution::RunOptions *options)
{
    constexpr qint64 mostParked = 1000;
    const auto parked = wholeNumber(arguments, "--park-rejects", 0, mostParked, 0);
    if (!parked.has_value())
        return parked.error();
    const auto batch = wholeNumber(arguments, "--batch-ms", 10, 5000, options->targetBatchMs);
    if (!batch.has_value())
        return batch.error();
    const auto wal = wholeNumber(arguments, "--max-wal", 0, 100'000, 0);
    if (!wal.has_value())
        return wal.error();
    const auto workers =
        wholeNumber(arguments, "--workers", 1, execution::RunOptions::mostWorkers, options->workers);
    if (!workers.has_value())
        return workers.error();
    const auto share =
        wholeNumber(arguments, "--beside-others", 5, 100, qRound64(options->limits.shareBesideOthers * 100));
    if (!share.has_value())
        return share.error();
    const auto window = windowOf(arguments);
    if (!window.has_value())
        return window.error();
    options->parkRejects = *parked;
    options->targetBatchMs = int(*batch);
    options->workers = int(*workers);
    options->limits.shareBesideOthers = double(*share) / 100;
    options->limits.walBytesPerSecond = double(*wal) * (1 << 20);
    options->window = *window;
    options->throttleSql = arguments.value("--throttle-query");
    return {};
}

std::vector<Flag> backfillFlags()
{
    return {
        { QStringLiteral("--park-rejects"), QStringLiteral("N"),
          QStringLiteral(
              "Put up to N rows of a backfill aside that cannot be written, instead of stopping at "
              "the first (0).") },
        { QStringLiteral("--batch-ms"), QStringLiteral("MS"),
          QStringLiteral("Time that a batch of a backfill may take (150).") },
        { QStringLiteral("--workers"), QStringLiteral("N"),
          QStringLiteral("Batches of a backfill that may be written at a time, each on a connection of its "
                         "own (1).") },
        { QStringLiteral("--beside-others"), QStringLiteral("PERCENT"),
          QStringLiteral("Share of the time that batches take while other sessions are at work (50).") },
        { QStringLiteral("--max-wal"), QStringLiteral("MB"),
          QStringLiteral("Slow backfills down when the server writes more WAL than that a second.") },
        { QStringLiteral("--only-between"), QStringLiteral("H:MM-H:MM"),
          QStringLiteral("Hours, on this machine's clock, in which backfills may write.") },
        { QStringLiteral("--throttle-query"), QStringLiteral("SQL"),
          QStringLiteral("Asked once a second: while its answer is above 0, backfills wait.") },
    };
}

} // namespace lockstep::cli
