#pragma once

#include "plan.h"

namespace lockstep::plan {

/// What a session sets before it runs statements of a plan, so that they mean the same whatever the
/// server, the database and the role have set. Nothing hides the names of pg_catalog; others are looked up
/// where they were before, for the sake of what users wrote.
[[nodiscard]] QStringList sessionSettings(int serverVersion);
/// The whole plan as a script for `psql -X -v ON_ERROR_STOP=1 -f`: steps in order, each own-
/// transaction step in BEGIN … COMMIT with its timeouts, CONCURRENTLY outside, backfills as DO
/// blocks that commit batch by batch, gates and reasons as comments.
[[nodiscard]] QString forwardScript(const Plan &plan);
/// Every step's rollback, last step first; irreversible ones as comments that say why.
[[nodiscard]] QString rollbackScript(const Plan &plan);
/// Verification queries, each failing the script if its value is not the expected one.
[[nodiscard]] QString verifyScript(const Plan &plan);
/// For reading: steps with phase, locks, estimate, why, losses.
[[nodiscard]] QString planText(const Plan &plan);
/// One backfill as SQL that psql can run by itself: a DO block, one transaction a batch.
[[nodiscard]] QString backfillScript(const BackfillSpec &spec, int batchRows = 5000);

/// The DO block of it alone, one statement without a semicolon.
[[nodiscard]] QString backfillBlock(const BackfillSpec &spec, int batchRows = 5000);

} // namespace lockstep::plan
