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
    const char *before; ///< Not timed; may be empty, or several with "; " between them.
    const char *sql; ///< What is timed.
    const char *after; ///< So that it can be run again; the same.
    int since = 0; ///< Server version from which on it can be run.
    int times = 1; ///< How often in a row.
};

/// Rows that are written as a backfill writes them.
struct UpdateProbe
{
    analysis::Probe probe;
    const char *table;
    const char *indexes; ///< Beside the primary key; several with "; " between them.
    const char *set;
    int secondaryIndexes;
};
[[nodiscard]] std::span<const UpdateProbe> updateProbes();

/// In the order in which they run.
[[nodiscard]] std::span<const ProbeStatement> probeStatements();

/// Makes and fills the tables. %1 narrow rows, %2 wide ones, %3 keys, %4 rows to write, %5 wide ones.
[[nodiscard]] QStringList probeTableStatements();
/// Makes and fills the table of an update anew, with the same placeholders.
[[nodiscard]] QStringList updatedTableStatements(const UpdateProbe &probe);

} // namespace lockstep::proof
