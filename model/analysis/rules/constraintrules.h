#pragma once

#include "rule.h"

/// Constraints that are added, verified, named or switched off.
namespace lockstep::analysis::rules {

std::optional<Verdict> addCheckValidated(const RuleInput &in);
std::optional<Verdict> validateInSameTransaction(const RuleInput &in);
std::optional<Verdict> setNotNullScan(const RuleInput &in);
std::optional<Verdict> dropNotNull(const RuleInput &in);
std::optional<Verdict> locksReferencedTable(const RuleInput &in);
std::optional<Verdict> domainScan(const RuleInput &in);
Verdicts domainWithConstraint(const StatementInput &in);
Verdicts unnamedConstraint(const StatementInput &in);
std::optional<Verdict> disableTrigger(const RuleInput &in);

} // namespace lockstep::analysis::rules
