#pragma once

#include "drafts.h"

/// Triggers that keep one column in step with another, a row at a time.
namespace lockstep::plan {

/// Of any type, also of those without "=", and without taking 1.0 for 1.00. Both sides must have one type.
[[nodiscard]] QString differs(const QString &a, const QString &b);

/// A function and a trigger of that name, for rows as they are written and for rows that logical
/// replication or a restore brings. `settings`: SET clauses of the function.
[[nodiscard]] QStringList createRowTrigger(const Action &action, const QString &name, const QString &body,
                                           const QString &settings = {});
[[nodiscard]] QStringList dropRowTrigger(const Action &action, const QString &name);

} // namespace lockstep::plan
