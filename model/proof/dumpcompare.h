#pragma once

#include <QString>
#include <QStringList>

namespace lockstep::proof {

/// Brings `pg_dump -s` text into a form in which two equal schemas are equal texts: comments, SET
/// and \restrict lines out, columns inside CREATE TABLE sorted, statements sorted, owner
/// statements out.
[[nodiscard]] QStringList normalisedDump(const QString &dump);

/// Statements only one side has, "- " before what only `actual` has, "+ " before what only
/// `expected` has. Empty: equal.
[[nodiscard]] QStringList compareDumps(const QString &actual, const QString &expected);

} // namespace lockstep::proof
