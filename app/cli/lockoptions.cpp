#include "lockoptions.h"

#include "commands.h"

#include <utility>

namespace lockstep::cli {

namespace {

constexpr int longestSeconds = 86'400;

base::Result<int> secondsOf(const Arguments &arguments, const char *flag, int otherwise)
{
    if (!arguments.has(flag))
        return otherwise;
    bool isNumber = false;
    const int value = arguments.value(flag).toInt(&isNumber);
    if (!isNumber || value < 1 || value > longestSeconds) {
        return usageError(
            QStringLiteral("%1 takes whole seconds from 1 to %2, not \"%3\".")
                .arg(QLatin1String(flag), QString::number(longestSeconds), arguments.value(flag)));
    }
    return value;
}

/// Which sessions the run may end to get a lock, and after how long.
base::Result<execution::BlockerConsent> blockerConsent(const Arguments &arguments)
{
    using execution::BlockerTier;
    const std::pair<const char *, BlockerTier> tiers[] = { { "none", BlockerTier::Nobody },
                                                           { "autovacuum", BlockerTier::Autovacuum },
                                                           { "idle", BlockerTier::IdleInTransaction },
                                                           { "statements", BlockerTier::Statement },
                                                           { "sessions", BlockerTier::Session } };
    QStringList words;
    for (const auto &tier : tiers)
        words.append(QLatin1String(tier.first));
    const auto word = choice(arguments, "--end-blockers", "none", words);
    if (!word.has_value())
        return word.error();
    execution::BlockerConsent consent;
    consent.upTo = tiers[words.indexOf(*word)].second;
    const auto after = secondsOf(arguments, "--blocker-seconds", consent.statementSeconds);
    if (!after.has_value())
        return after.error();
    consent.statementSeconds = *after;
    if (arguments.has("--blocker-seconds"))
        consent.idleSeconds = *after;
    return consent;
}

base::Result<int> lockBudgetMs(const Arguments &arguments)
{
    constexpr int usual = 15 * 60;
    const auto seconds = secondsOf(arguments, "--lock-wait", usual);
    return seconds.has_value() ? base::Result<int>(*seconds * 1000) : seconds.error();
}

} // namespace

base::Result<void> readLockOptions(const Arguments &arguments, execution::RunOptions *options)
{
    const auto consent = blockerConsent(arguments);
    if (!consent.has_value())
        return consent.error();
    const auto budget = lockBudgetMs(arguments);
    if (!budget.has_value())
        return budget.error();
    options->consent = *consent;
    options->lockBudgetMs = *budget;
    return {};
}

} // namespace lockstep::cli
