#pragma once

#include "altertablefix.h"

namespace lockstep::analysis::lint {

struct ColumnFixInput
{
    const FixInput &input;
    ConstraintFixes constraints;
    QString table; ///< As the statement names it.
};

/// In the place of ADD COLUMN: the column by itself first; then its volatile default, and values for the rows
/// that are there; then what was written with it, NOT VALID first. Empty where the statement is as good, or
/// where every row must get its value at once (serial, identity, stored generated columns).
[[nodiscard]] QStringList addColumnFix(const sql::AddColumn &add, const sql::TokenText &text,
                                       QPair<int, int> range, const ColumnFixInput &input);

} // namespace lockstep::analysis::lint
