#pragma once

#include "benchdatabase.h"

#include <span>

namespace lockstep::bench {

/// Rows of the big tables; those of a calibration are smaller.
inline constexpr qint64 estimateRows = 2'000'000;

/// One step whose estimate is compared with what it takes.
struct EstimateCase
{
    const char *title;
    const char *before; ///< Not measured; may be empty.
    const char *sql; ///< The step; "fill TABLE KEY SET WHERE" fields parted by | for a backfill.
    const char *after; ///< Puts the table back; empty: the step runs once.
};
[[nodiscard]] std::span<const EstimateCase> estimateCases();
/// Tables of `rows` rows and more: %1 rows, %2 a tenth of them.
[[nodiscard]] QStringList estimateTables();

/// Fills the tables, calibrates on that server, then prints for each step the estimate of the analysis of
/// its statement, made with statistics of that database, and what it takes.
void measureEstimates(const scratch::ScratchServerPtr &server, qint64 rows, int repeats);

} // namespace lockstep::bench
