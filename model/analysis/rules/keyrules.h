#pragma once

#include "rule.h"

/// Constraints that are made of an index.
namespace lockstep::analysis::rules {

std::optional<Verdict> addUniqueBlocking(const RuleInput &in);
std::optional<Verdict> addPrimaryKeyNullable(const RuleInput &in);
std::optional<Verdict> addExcludeBlocking(const RuleInput &in);
Verdicts uniqueMayFail(const StatementInput &in);
std::optional<Verdict> dropPrimaryKey(const RuleInput &in);

} // namespace lockstep::analysis::rules
