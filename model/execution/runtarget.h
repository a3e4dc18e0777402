#pragma once

#include "runner.h"

#include <stop_token>

namespace lockstep::execution {

/// Where a run really connects: to `options.direct` if it is given, to `target` otherwise. A run needs
/// sessions that last: its lock, its timeouts, its cancelling and CREATE INDEX CONCURRENTLY are theirs. So a
/// pooler is passed through only in session mode. Backfills keep away from a pool as well: a batch in it
/// would take one of the places that the application waits for. Errors: Refused (transaction or statement
/// pooling without a direct connection, or a direct connection that leads to another database), Connection.
[[nodiscard]] base::Result<postgres::ConnectionTarget> runTarget(const postgres::ConnectionTarget &target,
                                                                 const RunOptions &options,
                                                                 const std::stop_token &stop);

/// Session::open(), with a little patience where all places are taken: a session that has just ended, a probe
/// of our own perhaps, keeps its place for a moment.
[[nodiscard]] base::Result<std::unique_ptr<postgres::Session>> openPatiently(
    const postgres::ConnectionTarget &target);

/// Tells the sink why nothing began. A stop that came first is no failure: the outcome is Stopped then.
[[nodiscard]] base::Result<RunOutcome> failedToStart(const EventSink &events, const base::Error &error);

} // namespace lockstep::execution
