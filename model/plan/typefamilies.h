#pragma once

#include "actiondetail.h"

/// What the two types of a change say about all values.
namespace lockstep::plan {

/// Times, dates and intervals: how they are converted depends on the session's settings.
[[nodiscard]] bool isOfTime(const QString &type);
[[nodiscard]] bool isInteger(const QString &type);
/// No value of the old type is none of the new one.
[[nodiscard]] bool cannotFail(const ChangeType &change);
/// Values that differ in the new type differ in the old one: different numbers are written differently.
[[nodiscard]] bool isUniqueBack(const ChangeType &change);

/// The expression gives the column's own value, written in another type: casts, AT TIME ZONE, and trimming or
/// emptying of text before them. Anything else may mean something else to whoever reads it.
[[nodiscard]] bool keepsMeaning(const QString &expression, const QString &column);

} // namespace lockstep::plan
