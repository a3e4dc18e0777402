#pragma once

#include "rule.h"

/// Foreign keys: what they lock, what they check, what they lack.
namespace lockstep::analysis::rules {

std::optional<Verdict> addForeignKeyValidated(const RuleInput &in);
/// Of planned steps; of scripts the one at their end, where the index may have been made.
std::optional<Verdict> foreignKeyWithoutIndex(const RuleInput &in);
QVector<ScriptVerdict> foreignKeyWithoutIndexAtEnd(const ScriptInput &in);
std::optional<Verdict> addColumnReferences(const RuleInput &in);
std::optional<Verdict> createTableReferences(const RuleInput &in);
std::optional<Verdict> notValidOnPartitioned(const RuleInput &in);
std::optional<Verdict> dropForeignKey(const RuleInput &in);
Verdicts foreignKeyTypeMismatch(const StatementInput &in);
QVector<ScriptVerdict> severalForeignKeys(const ScriptInput &in);

} // namespace lockstep::analysis::rules
