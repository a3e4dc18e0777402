#pragma once

#include <QSet>
#include <QString>

namespace lockstep::diff {

/// Replaces names in SQL text token by token: strings, comments and parts of longer words stay as
/// they are. Texts are what PostgreSQL prints, so names are qualified where they can be.

/// schema.from becomes schema.to, also inside a string that is exactly that name (regclass casts).
[[nodiscard]] QString withQualifiedName(const QString &sql, const QString &schema, const QString &from,
                                        const QString &toSchema, const QString &to);
/// Every identifier `from` becomes `to` that can be a column: no function, no type of a cast, no
/// relation of `schema`, no alias before a dot, not the name after INDEX, TRIGGER or RULE.
[[nodiscard]] QString withColumnName(const QString &sql, const QString &schema, const QString &from,
                                     const QString &to);
/// Every identifier `from` becomes `to` that is not a function's name.
[[nodiscard]] QString withIdentifier(const QString &sql, const QString &from, const QString &to);
/// The name that follows the keyword ("INDEX", "TRIGGER", "RULE").
[[nodiscard]] QString withNameAfter(const QString &sql, const QString &keyword, const QString &from,
                                    const QString &to);
/// Every qualification `from.` becomes `to.`, also in strings that are cast to regclass and the like.
[[nodiscard]] QString withSchemaName(const QString &sql, const QString &from, const QString &to);
/// Every qualification `from.` of a name or an operator becomes `to.`, unless the name is one of `staying`.
[[nodiscard]] QString withMovedNames(const QString &sql, const QString &from, const QString &to,
                                     const QSet<QString> &staying);
/// Strings, and members of array literals, that are cast to the enum type (as SQL names it).
[[nodiscard]] QString withLabel(const QString &sql, const QString &type, const QString &from,
                                const QString &to);

} // namespace lockstep::diff
