#pragma once

#include "rule.h"

/// What breaks running code, or changes what it may see, without a loss of rows.
namespace lockstep::analysis::rules {

Verdicts renameSchema(const StatementInput &in);
std::optional<Verdict> setSchemaBreaksCode(const RuleInput &in);
std::optional<Verdict> rowSecurityChange(const RuleInput &in);
QVector<ScriptVerdict> rowSecurityWithoutPolicy(const ScriptInput &in);
Verdicts grantPrivileges(const StatementInput &in);
Verdicts revokePrivileges(const StatementInput &in);
std::optional<Verdict> replicaIdentityChange(const RuleInput &in);
Verdicts createExtension(const StatementInput &in);
Verdicts extensionChange(const StatementInput &in);
std::optional<Verdict> functionBodyNamesIt(const RuleInput &in);
Verdicts createIfNotExistsExisting(const StatementInput &in);

} // namespace lockstep::analysis::rules
