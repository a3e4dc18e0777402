#pragma once

#include <model/schema/objectid.h>

#include <QStringList>

namespace lockstep::plan {

/// Splits a dotted name as people type it (`public."Odd.Name".tier`) into its raw parts. Unquoted
/// parts are taken as written: case matters, as in the catalog. Empty if a quote is not closed or
/// a part is missing. An argument list stays with its function's name.
[[nodiscard]] QStringList splitDottedName(const QString &text);

/// Table of a name of two parts; the column of one of three.
[[nodiscard]] schema::ObjectId tableOf(const QString &dotted);
[[nodiscard]] schema::ObjectId columnOf(const QString &dotted);

} // namespace lockstep::plan
