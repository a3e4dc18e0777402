#pragma once

#include "rule.h"

/// What messages say alike, beside what StatementInput has for them.
namespace lockstep::analysis::rules {

/// The names as SQL writes them: a, "B", c.
[[nodiscard]] QString quotedList(const QStringList &names);

} // namespace lockstep::analysis::rules
