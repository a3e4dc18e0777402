#pragma once

#include <model/base/result.h>
#include <model/postgres/session.h>
#include <model/schema/catalog.h>
#include <model/schema/statistics.h>

#include <stop_token>

namespace lockstep::sources {

/// Reads the whole catalog in one REPEATABLE READ, READ ONLY transaction with one query a kind
/// (resources/sql/*.sql), search_path empty. Servers 12 to 18. Leaves out what belongs to
/// extensions and the journal schema `lockstep`.
[[nodiscard]] base::Result<schema::CatalogPtr> readCatalog(postgres::Session &session,
                                                           std::stop_token stop = {});

/// Sizes, row counts, column statistics and read/write rates of all tables and indexes.
[[nodiscard]] base::Result<schema::StatisticsPtr> readStatistics(postgres::Session &session,
                                                                 std::stop_token stop = {});

} // namespace lockstep::sources
