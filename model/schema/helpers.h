#pragma once

#include "catalog.h"

/// What a run puts beside people's objects for a while: columns, tables, triggers and functions of names
/// that no person chooses. They are the business of that run and its rollback.
namespace lockstep::schema {

/// zzz_lockstep_…: sorts behind people's triggers, which fire in the order of their names.
[[nodiscard]] QString helperName(const QString &rest);
[[nodiscard]] bool isHelperName(const QString &name);
/// True of the helpers themselves, what is in them, and what is said about either.
[[nodiscard]] bool isHelper(const ObjectId &id);
/// The same catalog where there are none.
[[nodiscard]] CatalogPtr withoutHelpers(const CatalogPtr &catalog);

} // namespace lockstep::schema
