#pragma once

#include "dumpowners.h"

#include <model/scratch/scratchserver.h>

#include <QString>
#include <QStringList>

#include <functional>

namespace lockstep::proof {

/// Brings `pg_dump -s` text into a form in which two equal schemas have equal statements: comments,
/// SET and \restrict lines out, columns inside CREATE TABLE and storage parameters sorted. Tablespace and
/// access method that are set for a statement become part of it.
[[nodiscard]] QStringList normalisedDump(const QString &dump);

/// CREATE TABLE without the columns and constraints whose line `isOut` takes out.
[[nodiscard]] QString withoutColumns(const QString &createTable,
                                     const std::function<bool(const QString &line)> &isOut);

/// Compares normalised statements in any order. Statements only one side has, "- " before what only
/// `actual` has, "+ " before what only `expected` has. Empty: equal.
[[nodiscard]] QStringList compareStatements(const QStringList &actual, const QStringList &expected,
                                            const OwnerComparison &owners);
/// The same for two whole texts of `pg_dump -s`.
[[nodiscard]] QStringList compareDumps(const QString &actual, const QString &expected,
                                       const QString &unstatedRole = scratch::scratchRole());

} // namespace lockstep::proof
