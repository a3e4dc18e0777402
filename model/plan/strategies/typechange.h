#pragma once

#include <QString>

namespace lockstep::plan {

/// Whether ALTER COLUMN ... TYPE from one type to the other (as format_type() prints them) changes
/// the catalog only: no row is rewritten and no index rebuilt. Measured on 12 to 18.
[[nodiscard]] bool isInstantTypeChange(const QString &from, const QString &to);

} // namespace lockstep::plan
