#pragma once

#include "rule.h"

/// Relations as a whole, and what belongs nowhere else.
namespace lockstep::analysis::rules {

std::optional<Verdict> dropTable(const RuleInput &in);
std::optional<Verdict> truncate(const RuleInput &in);
std::optional<Verdict> renameBreaksCode(const RuleInput &in);
std::optional<Verdict> writeWithoutWhere(const RuleInput &in);
std::optional<Verdict> unknownStatement(const RuleInput &in);

} // namespace lockstep::analysis::rules
