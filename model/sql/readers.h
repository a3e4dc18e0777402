#pragma once

#include "ast.h"
#include "statement.h"

#include <optional>

/// One reader a family of statements; each returns nothing for a tag that is not its own.
namespace lockstep::sql::readers {

using Reading = std::optional<StatementDetail>;

[[nodiscard]] Reading alterTable(const ast::Node &node, const ast::Source &source);
[[nodiscard]] Reading create(const ast::Node &node, const ast::Source &source);
[[nodiscard]] Reading define(const ast::Node &node, const ast::Source &source);
[[nodiscard]] Reading dropAndRename(const ast::Node &node, const ast::Source &source);
[[nodiscard]] Reading manipulate(const ast::Node &node, const ast::Source &source);
[[nodiscard]] Reading maintain(const ast::Node &node, const ast::Source &source);

/// Shared by CREATE TABLE and ALTER TABLE.
[[nodiscard]] ColumnClause column(const QJsonObject &columnDef, const ast::Source &source);
[[nodiscard]] ConstraintClause constraint(const QJsonObject &constraint, const ast::Source &source);

/// Function names that stand for grammar the parser does not have; see newersyntax.h.
inline constexpr auto notNullMarker = "lockstep_not_null";
inline constexpr auto virtualMarker = "lockstep_virtual";
inline constexpr auto expressionMarker = "lockstep_expression";
/// In front of a constraint's name.
inline constexpr auto enforcedMarker = "lockstep_enforced:";
inline constexpr auto notEnforcedMarker = "lockstep_not_enforced:";

} // namespace lockstep::sql::readers
