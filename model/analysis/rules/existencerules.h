#pragma once

#include "rule.h"

/// What is not there, is there already, or is needed by others: PostgreSQL refuses the statement. They speak
/// only where the schema is known, and no longer once something has run that cannot be read.
namespace lockstep::analysis::rules {

/// A kind that is looked up among the relations.
[[nodiscard]] bool namesRelation(sql::ObjectKind kind);
[[nodiscard]] bool knowsWhatIsThere(const StatementInput &in);

Verdicts objectMissing(const StatementInput &in);
Verdicts objectExists(const StatementInput &in);
Verdicts dropRefused(const StatementInput &in);

} // namespace lockstep::analysis::rules
