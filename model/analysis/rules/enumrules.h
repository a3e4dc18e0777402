#pragma once

#include "rule.h"

/// Enums and their labels.
namespace lockstep::analysis::rules {

Verdicts enumType(const StatementInput &in);
Verdicts enumLabelWithoutPosition(const StatementInput &in);
Verdicts newEnumLabelUsed(const StatementInput &in);
Verdicts enumLabelRenamed(const StatementInput &in);

} // namespace lockstep::analysis::rules
