#pragma once

#include "rule.h"

/// Constraints that are added or verified.
namespace lockstep::analysis::rules {

std::optional<Verdict> addForeignKeyValidated(const RuleInput &in);
std::optional<Verdict> addCheckValidated(const RuleInput &in);
std::optional<Verdict> validateInSameTransaction(const RuleInput &in);
std::optional<Verdict> foreignKeyWithoutIndex(const RuleInput &in);
std::optional<Verdict> setNotNullScan(const RuleInput &in);
std::optional<Verdict> locksReferencedTable(const RuleInput &in);
std::optional<Verdict> domainScan(const RuleInput &in);

} // namespace lockstep::analysis::rules
