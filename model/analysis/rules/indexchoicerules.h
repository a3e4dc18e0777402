#pragma once

#include "rule.h"

/// Which indexes there are: too many, too wide, dropped too early.
namespace lockstep::analysis::rules {

std::optional<Verdict> droppedIndexInUse(const RuleInput &in);
Verdicts wideIndex(const StatementInput &in);
QVector<ScriptVerdict> indexDroppedFirst(const ScriptInput &in);
QVector<ScriptVerdict> redundantIndex(const ScriptInput &in);

} // namespace lockstep::analysis::rules
