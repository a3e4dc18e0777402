#pragma once

#include "seedschema.h"

/// What two schemas ask of the rows of one table.
namespace lockstep::proof {

/// With the details of all tables. Sets the session's search_path to nothing.
[[nodiscard]] base::Result<SeedSchema> readSeedDetails(postgres::Session &session,
                                                       const std::stop_token &stop);
/// The table that is called the same; null if there is none.
[[nodiscard]] const SeedTable *tableNamed(const SeedSchema &schema, const SeedTable &like);
[[nodiscard]] const SeedColumn *columnNamed(const SeedTable &table, const QString &name);
/// The table of `schema` with the conditions that the target has for it too, as far as its columns are
/// called the same there and have the same types.
[[nodiscard]] SeedTable withTarget(const SeedTable &table, const SeedSchema &schema,
                                   const SeedSchema &targetSchema);

} // namespace lockstep::proof
