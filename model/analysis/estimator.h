#pragma once

#include "locktable.h"
#include "sizes.h"

namespace lockstep::analysis {

/// Speeds that are assumed until a rehearsal has measured this server.
struct Rates
{
    double scanBytes = 400e6; ///< Per second.
    double rewriteBytes = 80e6; ///< Per second, table and indexes.
    double indexRows = 1.0e6; ///< Per second and index.
    double foreignKeyRows = 0.5e6; ///< Per second.
    double backfillRows = 30e3; ///< Per second.
    double dataRows = 0.2e6; ///< Per second, INSERT ... SELECT and queries.
};
inline constexpr Rates defaultRates;

/// Metadata only: opening the lock, catalog rows, commit.
inline constexpr qint64 metadataLowMs = 3;
inline constexpr qint64 metadataLikelyMs = 8;
inline constexpr qint64 metadataHighMs = 40;

/// A batch aims at this, so nobody waits longer for the rows it holds.
inline constexpr qint64 backfillBatchMs = 150;

/// Where no size is known this many rows are assumed, and the basis says so.
inline constexpr qint64 assumedRows = 1000000;

/// How long one piece of work on one relation takes, with a whole sentence about why.
[[nodiscard]] plan::Estimate estimateWork(Work work, const QString &relation, const Size &size);
[[nodiscard]] plan::Estimate estimateBackfill(const QString &relation, const Size &size);
/// One after the other.
[[nodiscard]] plan::Estimate sum(const plan::Estimate &first, const plan::Estimate &second);

} // namespace lockstep::analysis
