#pragma once

#include "rule.h"

/// What makes scripts hard to run twice, to read or to keep.
namespace lockstep::analysis::rules {

Verdicts notRerunnable(const StatementInput &in);
std::optional<Verdict> dataChange(const RuleInput &in);
Verdicts unqualifiedName(const StatementInput &in);
Verdicts identifierTooLong(const StatementInput &in);
Verdicts identifierNeedsQuotes(const StatementInput &in);
QVector<ScriptVerdict> tableWithoutPrimaryKey(const ScriptInput &in);

} // namespace lockstep::analysis::rules
