#pragma once

#include "sides.h"

namespace lockstep::plan::plain {

/// ALTER DEFAULT PRIVILEGES fires whenever something is made, also when it is only made again.
/// Statements that bring a new object from what the default privileges of either side gave it to
/// what `expected` says; usually none.
[[nodiscard]] QStringList correctedPrivileges(const schema::Fact &created, const Sides &sides,
                                              const schema::Catalog &expected);

} // namespace lockstep::plan::plain
