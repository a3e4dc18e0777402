#pragma once

#include "rule.h"

/// What happens to columns.
namespace lockstep::analysis::rules {

std::optional<Verdict> addColumnRewrite(const RuleInput &in);
std::optional<Verdict> addColumnInlineConstraint(const RuleInput &in);
std::optional<Verdict> addColumnNotNullWithoutDefault(const RuleInput &in);
std::optional<Verdict> alterTypeRewrite(const RuleInput &in);
std::optional<Verdict> alterTypeHoldsLock(const RuleInput &in);
std::optional<Verdict> typeChangeRefused(const RuleInput &in);
std::optional<Verdict> timestampZoneChange(const RuleInput &in);
QVector<ScriptVerdict> typeChangeStatistics(const ScriptInput &in);
Verdicts duplicateColumn(const StatementInput &in);
std::optional<Verdict> dropColumn(const RuleInput &in);

} // namespace lockstep::analysis::rules
