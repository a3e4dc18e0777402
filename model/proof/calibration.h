#pragma once

#include <model/analysis/rates.h>
#include <model/postgres/session.h>

#include <functional>
#include <stop_token>

namespace lockstep::proof {

struct CalibrationOptions
{
    /// Rows of the tables that are made, as a share of what is usual: fewer take less time and disk and
    /// tell less. Of a server that turns out to be slow fewer are made anyway.
    double share = 1;
    int limitMs = 45'000; ///< From here on nothing new is begun; what is missing is taken from the rest.
};

/// What is being measured, and how much of it is done, 0 to 1.
using CalibrationProgress = std::function<void(const QString &what, double done)>;

[[nodiscard]] analysis::ServerKey serverKey(const postgres::ServerInfo &server);

/// Measures what reading, writing and indexing rows costs on a server: in tables of a schema of its own
/// (`lockstep_calibration`, up to 500 MB) that is gone afterwards, also when it fails or is stopped. Tables
/// of others are not touched. What a crash left is removed by the next calibration. Errors: Refused on a
/// standby, where another calibration runs, where the schema is somebody else's, and where a publication of
/// all tables would send its rows to subscribers.
[[nodiscard]] base::Result<analysis::RatesPtr> calibrate(postgres::Session &session,
                                                         const CalibrationOptions &options,
                                                         const CalibrationProgress &progress,
                                                         std::stop_token stop);

} // namespace lockstep::proof
