#pragma once

#include <model/analysis/calibrationfit.h>

#include <QStringList>

#include <span>

/// What a calibration runs, as data. `@` stands for its schema.
namespace lockstep::proof {

struct ProbeStatement
{
    analysis::Probe probe;
    const char *what; ///< For people: "Building an index on text".
    const char *before; ///< Not timed; may be empty.
    const char *sql; ///< What is timed.
    const char *after; ///< So that it can be run again; may be empty.
    int since = 0; ///< Server version from which on it can be run.
    int times = 1; ///< How often in a row.
};

/// In the order in which they run.
[[nodiscard]] std::span<const ProbeStatement> probeStatements();

/// Makes and fills the tables. %1 narrow rows, %2 wide ones, %3 keys, %4 rows to write, %5 wide ones.
[[nodiscard]] QStringList probeTableStatements();
/// The indexes that Probe::UpdateIndexed writes to.
[[nodiscard]] QString moreIndexesStatement();

} // namespace lockstep::proof
