#pragma once

#include <QtGlobal>

#include <algorithm>

/// How a backfill walks a table, as far as its size and its indexes decide it: what runs it, what estimates
/// it and what measures a server go by the same.
namespace lockstep::plan {

/// From this server version on a range of blocks can be read without the rest.
inline constexpr int tidRangeScansSince = 140000;
/// Smaller relations are quick however they are read.
inline constexpr qint64 walkedByBlocksFromPages = 1000;

/// Into how many stripes a stretch is cut, each a transaction of its own: what one leaves behind is room for
/// the next. 1: it is not.
[[nodiscard]] constexpr int backfillStripes(qint64 rows, int secondaryIndexes, bool isByBlocks)
{
    constexpr qint64 stripedFromRows = 20'000;
    if (rows < stripedFromRows)
        return 1;
    // Each stripe reads all of its stretch, which costs more by an index; each further one saves entries in
    // the indexes.
    if (secondaryIndexes == 0)
        return 4;
    return isByBlocks && secondaryIndexes > 1 ? 16 : 8;
}

/// Rows of one batch at most: so few that a write seldom meets one of them.
[[nodiscard]] constexpr qint64 mostBatchRows(qint64 rows)
{
    constexpr qint64 fewRows = 500;
    constexpr qint64 manyRows = 20'000;
    constexpr qint64 share = 500; // A write meets a batch once in so many.
    return std::clamp<qint64>(rows / share, fewRows, manyRows);
}

} // namespace lockstep::plan
