#pragma once

#include "rule.h"

/// Indexes, and constraints that are made of one.
namespace lockstep::analysis::rules {

std::optional<Verdict> createIndexBlocking(const RuleInput &in);
std::optional<Verdict> dropIndexBlocking(const RuleInput &in);
std::optional<Verdict> concurrentlyInTransaction(const RuleInput &in);
std::optional<Verdict> addUniqueBlocking(const RuleInput &in);
std::optional<Verdict> addPrimaryKeyNullable(const RuleInput &in);
std::optional<Verdict> addExcludeBlocking(const RuleInput &in);

} // namespace lockstep::analysis::rules
