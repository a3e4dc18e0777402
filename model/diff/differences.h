#pragma once

#include "changeset.h"

namespace lockstep::diff {

/// What differs between two facts of the same kind, property by property. Empty: equal.
[[nodiscard]] QVector<Difference> differences(const schema::Fact &before, const schema::Fact &after);

} // namespace lockstep::diff
