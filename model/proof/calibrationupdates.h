#pragma once

#include "calibrationprobes.h"

#include <model/postgres/session.h>

#include <stop_token>

namespace lockstep::proof {

/// The table of an update as it was filled, and into how many stripes it is cut.
struct UpdatedTable
{
    QString schema;
    double rows = 0;
    double pages = 0;
    int stripes = 1;
    double batchRows = 2000;
};

/// Into how many stripes a backfill would cut the table of that probe if it was bigger.
[[nodiscard]] int stripesOf(const UpdateProbe &probe, int serverVersion);

/// Milliseconds of writing all rows: the statements, the order and the stripes of a backfill, without its
/// journal and its watch over the server.
[[nodiscard]] base::Result<double> updateInBatches(postgres::Session &session, const UpdateProbe &probe,
                                                   const UpdatedTable &table, const std::stop_token &stop);

} // namespace lockstep::proof
