#pragma once

#include "costmodel.h"

#include <QHash>

/// Unit costs from times that were measured on a server: the arithmetic of a calibration.
namespace lockstep::analysis {

/// What is timed, each on one of the tables below.
enum class Probe {
    Statement,
    Commit, // Nothing but themselves.
    ScanNarrow,
    ScanWide,
    Check,
    RewriteNarrow,
    RewriteWide,
    Convert,
    Uuid,
    CopyNarrow,
    CopyWide,
    CopyKeyed,
    BuildNumber,
    BuildOrdered,
    BuildShort,
    BuildText,
    BuildMore,
    BuildHash,
    BuildBrin,
    BuildGin,
    BuildGist,
    BuildConcurrently,
    ForeignKey,
    Query,
    UpdateBare,
    UpdateWide,
    UpdateIndexed,
};

/// The tables of a calibration as they were filled.
struct ProbeTables
{
    TableShape narrow;
    TableShape wide;
    TableShape keys; ///< What narrow's rows refer to.
    TableShape batched; ///< Narrow rows with a primary key, written in stripes.
    TableShape batchedWide;
    double ginBytes = 100; ///< Of wide's indexed value.
    double moreIndexes = 3; ///< That UpdateIndexed has beside the primary key.
    double keyedIndexes = 2; ///< That CopyKeyed writes to.
};

/// Milliseconds of each time a probe ran.
using ProbeTimes = QHash<Probe, QVector<double>>;

/// What was not measured is taken from the default rates, as much faster or slower as the rest is.
[[nodiscard]] Rates fitRates(const ProbeTables &tables, const ProbeTimes &times,
                             const ServerSettings &settings);

} // namespace lockstep::analysis
