#pragma once

#include "rule.h"

/// What is not there, is there already, or is needed by others: PostgreSQL refuses the statement. They speak
/// only where the schema is known, and no longer once it may be another one; see Doubts.
namespace lockstep::analysis::rules {

/// A kind that is looked up among the relations.
[[nodiscard]] bool namesRelation(sql::ObjectKind kind);
/// A temporary relation may have the name of another one, and stands before it.
[[nodiscard]] bool saysTemporary(const QString &sql);

Verdicts objectMissing(const StatementInput &in);
Verdicts objectExists(const StatementInput &in);
Verdicts dropRefused(const StatementInput &in);

} // namespace lockstep::analysis::rules
