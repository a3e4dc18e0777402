#pragma once

#include "columncopy.h"
#include "strategies/context.h"

namespace lockstep::plan {

/// What a partition's column has of its own that the new column of its parent would not bring along: a whole
/// sentence; empty where there is nothing.
[[nodiscard]] QString whyNotOfPartitions(const CopiedColumn &column, const Context &context);

} // namespace lockstep::plan
