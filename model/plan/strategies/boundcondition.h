#pragma once

#include <model/schema/catalog.h>

namespace lockstep::plan {

/// The partition's bound as a condition on its rows, in the words PostgreSQL proves it by; empty for keys
/// of several columns, expressions and other bounds.
[[nodiscard]] QString boundCondition(const schema::ObjectId &partition, const schema::Catalog &catalog);
/// The same with what the parent's own place in a partitioned table asks for.
[[nodiscard]] QString wholeCondition(const schema::ObjectId &partition, const schema::Catalog &catalog);

} // namespace lockstep::plan
