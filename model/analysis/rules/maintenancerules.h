#pragma once

#include "rule.h"

/// Rewrites, and locks that are stronger than the statement looks.
namespace lockstep::analysis::rules {

std::optional<Verdict> rewritesUnderLock(const RuleInput &in);
Verdicts rewritesWholeDatabase(const StatementInput &in);
std::optional<Verdict> refreshBlocking(const RuleInput &in);
std::optional<Verdict> refreshRefused(const RuleInput &in);
std::optional<Verdict> setNotNullUseValidate(const RuleInput &in);
std::optional<Verdict> compositeChangeLocksTables(const RuleInput &in);
std::optional<Verdict> shortExclusiveLock(const RuleInput &in);
std::optional<Verdict> noOpTakesLock(const RuleInput &in);
std::optional<Verdict> deleteScansReferencing(const RuleInput &in);
std::optional<Verdict> largeTable(const RuleInput &in);
std::optional<Verdict> busyTable(const RuleInput &in);

} // namespace lockstep::analysis::rules
