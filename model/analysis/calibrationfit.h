#pragma once

#include "costmodel.h"
#include "probe.h"

#include <QHash>

/// Unit costs from times that were measured on a server: the arithmetic of a calibration.
namespace lockstep::analysis {

/// Settings of the server while it is probed.
inline constexpr double joinMemory = 4 << 20;
inline constexpr double clusterMemory = 16 << 20;
/// Values of the key of BuildRepeated.
inline constexpr double repeatedValues = 7;

/// The tables of a calibration as they were filled.
struct ProbeTables
{
    TableShape narrow;
    TableShape wide;
    TableShape keys; ///< What narrow's rows refer to.
    TableShape batched; ///< Narrow rows with a primary key, written as a backfill does.
    TableShape batchedWide;
    QHash<Probe, int> stripes; ///< Of the updates.
    double batchRows = 2000;
    double ginBytes = 100; ///< Of wide's indexed value.
    double keyedIndexes = 2; ///< That CopyKeyed writes to.
};

/// Milliseconds of each time a probe ran.
using ProbeTimes = QHash<Probe, QVector<double>>;

/// What was not measured is taken from the default rates, as much faster or slower as the rest is.
[[nodiscard]] Rates fitRates(const ProbeTables &tables, const ProbeTimes &times,
                             const ServerSettings &settings);

} // namespace lockstep::analysis
