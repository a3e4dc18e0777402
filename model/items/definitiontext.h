#pragma once

#include <model/schema/catalog.h>

#include <QString>

namespace lockstep::items {

/// A fact as SQL for reading, one property a line so that two sides can be laid next to each
/// other. Not meant to be run: planning writes the statements that are. With a catalog, a table
/// comes whole, with its columns and constraints, and so do the facts that are parts of one.
[[nodiscard]] QString definitionText(const schema::Fact &fact, const schema::Catalog *catalog);

} // namespace lockstep::items
