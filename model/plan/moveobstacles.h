#pragma once

#include "rowmove.h"

namespace lockstep::plan {

/// Why a table's values and the rows they become cannot be kept in step, a whole sentence; empty where they
/// can.
[[nodiscard]] QString whyNotInStep(const RowMove &move, const schema::Catalog &current,
                                  const schema::Catalog &target, const Intents &intents);

} // namespace lockstep::plan
