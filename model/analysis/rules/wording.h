#pragma once

#include "rule.h"

/// What messages say alike, beside what StatementInput has for them.
namespace lockstep::analysis::rules {

/// The names as SQL writes them: a, "B", c.
[[nodiscard]] QString quotedList(const QStringList &names);
/// public.orders.total
[[nodiscard]] QString columnName(const Key &table, const QString &column);

} // namespace lockstep::analysis::rules
