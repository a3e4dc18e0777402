#pragma once

#include "statement.h"

#include <model/base/result.h>

#include <optional>

namespace lockstep::sql {

/// The PostgreSQL major version whose grammar parse() knows. For a newer server a statement that
/// does not parse is unknown, not invalid.
inline constexpr int grammarMajor = 15;

/// Parses exactly one statement (a trailing semicolon is fine). Errors (Input), with the position
/// as line and column within `sql`: it does not parse, it is empty, or there are several.
/// A few forms of PostgreSQL 17 and 18 that the grammar does not know are recognised by their
/// tokens: ADD CONSTRAINT … NOT NULL, NOT ENFORCED, VIRTUAL columns, SET EXPRESSION.
/// Thread-safe.
[[nodiscard]] base::Result<Statement> parse(const QString &sql);

/// What a call of the routine runs that CREATE FUNCTION or PROCEDURE makes, in PL/pgSQL or SQL, as if it
/// were a DO block; isPartlyRead where there is more, or another language.
[[nodiscard]] Statement parseRoutine(const QString &definition);

/// The facts of a bare expression, as a CHECK or a default has it.
[[nodiscard]] base::Result<Expression> parseExpression(const QString &expression);

/// What the expression says if it is nothing but a string.
[[nodiscard]] std::optional<QString> literalText(const QString &expression);

/// The roles a statement names: new owners, grantees, roles of policies; neither PUBLIC nor CURRENT_USER
/// and the like. Sorted; empty for a statement that does not parse.
[[nodiscard]] QStringList rolesNamed(const QString &sql);

/// BEGIN, COMMIT, ROLLBACK, SAVEPOINT and the like.
[[nodiscard]] bool isTransactionControl(const Statement &statement);

/// CREATE INDEX CONCURRENTLY, VACUUM and everything else that PostgreSQL refuses inside a
/// transaction block. `serverVersion` as 150018: before 12 ALTER TYPE … ADD VALUE is one of them.
[[nodiscard]] bool mustRunOutsideTransaction(const Statement &statement, int serverVersion);

} // namespace lockstep::sql
