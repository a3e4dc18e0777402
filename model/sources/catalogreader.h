#pragma once

#include <model/base/result.h>
#include <model/postgres/session.h>
#include <model/schema/catalog.h>
#include <model/schema/statistics.h>
#include <model/scratch/scratchserver.h>

#include <stop_token>

namespace lockstep::sources {

/// Reads the whole catalog in one REPEATABLE READ, READ ONLY transaction with one query a kind
/// (resources/sql/*.sql), search_path empty. Servers 12 to 18. Leaves out what belongs to
/// extensions and the journal schema `lockstep`.
/// A script states an owner only where it says so: what belongs to `unstatedOwner`, the role that
/// loads scripts, has the owner "". By default that is the superuser of a private scratch cluster.
[[nodiscard]] base::Result<schema::CatalogPtr> readCatalog(
    postgres::Session &session, std::stop_token stop = {},
    const QString &unstatedOwner = scratch::scratchRole());
/// The same for a database that a script was loaded into with this session.
[[nodiscard]] base::Result<schema::CatalogPtr> readLoadedCatalog(postgres::Session &session,
                                                                 std::stop_token stop = {});

/// Sizes, row counts, column statistics and read/write rates of all tables and indexes.
[[nodiscard]] base::Result<schema::StatisticsPtr> readStatistics(postgres::Session &session,
                                                                 std::stop_token stop = {});
/// Tables whose column statistics the session's role may not see.
[[nodiscard]] base::Result<QStringList> hiddenStatistics(postgres::Session &session,
                                                         std::stop_token stop = {});

} // namespace lockstep::sources
