#pragma once

#include "drafts.h"

#include <model/plan/columncopy.h>

/// What gives a column its numbers goes over from one column to the other: no number is given twice, and
/// none is refused that the type has room for.
namespace lockstep::plan {

/// Statements of a transaction in which the names are as after the swap (`isBack`: as before the way back).
[[nodiscard]] QStringList moveNumbers(const Action &action, const CopiedColumn &column, bool isBack);

} // namespace lockstep::plan
