#pragma once

#include <model/scratch/scratchserver.h>

#include <QString>
#include <QStringList>

namespace lockstep::proof {

/// Compares two texts of `pg_dump -s`: comments, SET and \restrict lines out, columns inside CREATE
/// TABLE sorted, statements sorted. Owners differ only where both sides state one: what belongs to
/// `unstatedRole`, which loads scripts, states none.
/// Statements only one side has, "- " before what only `actual` has, "+ " before what only
/// `expected` has. Empty: equal.
[[nodiscard]] QStringList compareDumps(const QString &actual, const QString &expected,
                                       const QString &unstatedRole = scratch::scratchRole());

} // namespace lockstep::proof
