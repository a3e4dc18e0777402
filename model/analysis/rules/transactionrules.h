#pragma once

#include "rule.h"

/// Timeouts, and what a transaction holds while it goes on.
namespace lockstep::analysis::rules {

QVector<ScriptVerdict> lockTimeoutMissing(const ScriptInput &in);
QVector<ScriptVerdict> lockTimeoutLong(const ScriptInput &in);
QVector<ScriptVerdict> statementTimeoutMissing(const ScriptInput &in);
QVector<ScriptVerdict> idleTimeoutMissing(const ScriptInput &in);
QVector<ScriptVerdict> applicationNameMissing(const ScriptInput &in);
QVector<ScriptVerdict> setLocalIgnored(const ScriptInput &in);
QVector<ScriptVerdict> transactionTimeoutIgnored(const ScriptInput &in);
std::optional<Verdict> workUnderLock(const RuleInput &in);
QVector<ScriptVerdict> combineAlterTable(const ScriptInput &in);
QVector<ScriptVerdict> transactionNesting(const ScriptInput &in);
QVector<ScriptVerdict> transactionNeverCommitted(const ScriptInput &in);

} // namespace lockstep::analysis::rules
