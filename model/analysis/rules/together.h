#pragma once

#include "rule.h"

/// What the other statements of the same transaction do about what one of them breaks.
namespace lockstep::analysis::rules {

/// True if one of them makes a view of that name.
[[nodiscard]] bool makesView(const StatementInput &in, const Key &name);
/// True if one of them makes a function of that name, or makes it anew.
[[nodiscard]] bool makesFunction(const StatementInput &in, const Key &name);

} // namespace lockstep::analysis::rules
