#pragma once

#include <model/schema/facts.h>

namespace lockstep::plan::plain {

/// Names that exclude each other: relations and indexes, types, routines, each within a schema. One
/// has to be free before it is used again.
[[nodiscard]] QStringList takenNames(const schema::Fact &fact);

} // namespace lockstep::plan::plain
