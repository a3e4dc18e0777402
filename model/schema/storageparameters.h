#pragma once

#include <QString>

namespace lockstep::schema {

/// A statement whose list of storage parameters, `WITH (a='1', b='2')` or `SET (…)`, is sorted by name:
/// PostgreSQL keeps them in the order in which they were set, which is no difference.
[[nodiscard]] QString withSortedParameters(const QString &statement);

} // namespace lockstep::schema
