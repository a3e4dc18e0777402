#pragma once

#include "plan.h"

/// Pieces the scripts are written from.
namespace lockstep::plan::script {

/// The text as SQL comment lines, each starting with `prefix`.
[[nodiscard]] QString comment(const QString &text, const QString &prefix = QStringLiteral("-- "));
/// A statement with its semicolon, safe even if it ends in a comment.
[[nodiscard]] QString terminated(const QString &statement);
/// '500ms', or 0 for none.
[[nodiscard]] QString duration(int milliseconds);
/// Statements in one transaction with its own timeouts, or one by one outside of any.
[[nodiscard]] QString statements(const QStringList &sql, TransactionMode mode, const Timeouts &timeouts);
/// A dollar-quoted DO block.
[[nodiscard]] QString doBlock(const QString &body);
/// Fails the script if the query's value is not the expected one.
[[nodiscard]] QString check(const Verification &verification, const QString &title);
/// "-- s03 | validate | Validate constraint x" between rules.
[[nodiscard]] QString heading(const Step &step);
/// What the plan is, for which schema, and what psql has to be told before the first step.
[[nodiscard]] QString preamble(const Plan &plan, const QString &purpose);

} // namespace lockstep::plan::script
