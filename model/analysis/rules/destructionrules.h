#pragma once

#include "rule.h"

/// What is gone afterwards, beside columns, tables and rows themselves.
namespace lockstep::analysis::rules {

std::optional<Verdict> dropColumnDropsConstraint(const RuleInput &in);
std::optional<Verdict> dropColumnDropsIndex(const RuleInput &in);
std::optional<Verdict> dropTableSeveralForeignKeys(const RuleInput &in);
std::optional<Verdict> dropCascade(const RuleInput &in);
std::optional<Verdict> dropSchema(const RuleInput &in);
std::optional<Verdict> dropSequence(const RuleInput &in);
std::optional<Verdict> truncateCascade(const RuleInput &in);
Verdicts dropDatabase(const StatementInput &in);
Verdicts unloggedTable(const StatementInput &in);

} // namespace lockstep::analysis::rules
