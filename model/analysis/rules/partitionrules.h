#pragma once

#include "rule.h"

/// Partitions that come and go, and what else they lock and read.
namespace lockstep::analysis::rules {

std::optional<Verdict> detachBlocking(const RuleInput &in);
std::optional<Verdict> detachScansReferencing(const RuleInput &in);
std::optional<Verdict> attachPartitionScan(const RuleInput &in);
std::optional<Verdict> attachBuildsIndexes(const RuleInput &in);
std::optional<Verdict> defaultPartitionScan(const RuleInput &in);
std::optional<Verdict> partitionLocksParent(const RuleInput &in);
std::optional<Verdict> dropPartitionLocksParent(const RuleInput &in);

} // namespace lockstep::analysis::rules
