#pragma once

#include <model/plan/plan.h>

#include <QString>

/// A step's SQL as the editor shows it, and the way from findings to its lines.
namespace lockstep::widgets {

/// Statements with semicolons and blank lines between them; verifications with what they expect.
[[nodiscard]] QString stepText(const plan::Step &step, plan::SqlPart part);
/// True if both texts hold the same statements and comments: the blanks around them do not count.
[[nodiscard]] bool isSameSql(const QString &a, const QString &b);
/// The same for a text of the step; a gate's is prose.
[[nodiscard]] bool isSameText(const plan::Step &step, const QString &a, const QString &b);
/// The line of an editor's text that a line of its n-th statement is on. From 1.
[[nodiscard]] int lineInText(const QString &text, int statement, int line);
/// Why there is nothing to edit in this part; empty where there is.
[[nodiscard]] QString notEditableReason(const plan::Step &step, plan::SqlPart part);

} // namespace lockstep::widgets
