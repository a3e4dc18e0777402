#pragma once

#include <QString>

namespace lockstep::diff {

/// Replaces names in SQL text token by token: strings, comments and parts of longer words stay as
/// they are. Texts are what PostgreSQL prints, so names are qualified where they can be.

/// schema.from becomes schema.to, also inside a string that is exactly that name (regclass casts).
[[nodiscard]] QString withQualifiedName(const QString &sql, const QString &schema, const QString &from,
                                        const QString &toSchema, const QString &to);
/// Every identifier `from` that is not a function's name becomes `to`.
[[nodiscard]] QString withIdentifier(const QString &sql, const QString &from, const QString &to);
/// Every qualification `from.` becomes `to.`.
[[nodiscard]] QString withSchemaName(const QString &sql, const QString &from, const QString &to);

} // namespace lockstep::diff
