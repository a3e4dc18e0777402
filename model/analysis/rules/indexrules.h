#pragma once

#include "rule.h"

/// How indexes are made, dropped and built anew.
namespace lockstep::analysis::rules {

std::optional<Verdict> createIndexBlocking(const RuleInput &in);
std::optional<Verdict> dropIndexBlocking(const RuleInput &in);
Verdicts dropIndexRefused(const StatementInput &in);
Verdicts concurrentlyInTransaction(const StatementInput &in);
Verdicts concurrentlyOnPartitioned(const StatementInput &in);
Verdicts reindexBlocking(const StatementInput &in);
Verdicts unnamedConcurrentIndex(const StatementInput &in);
Verdicts indexExistsUnchecked(const StatementInput &in);
std::optional<Verdict> longIndexBuild(const RuleInput &in);
std::optional<Verdict> concurrentlyCorrupts(const RuleInput &in);

} // namespace lockstep::analysis::rules
