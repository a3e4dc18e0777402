#pragma once

#include "catalog.h"

/// Where plans put what they take away without dropping it: schemas of a name that no person chooses.
/// What is in them is no part of any schema that is compared: neither a difference nor a part of a
/// catalog's fingerprint. It is read all the same, since a later change may meet what it hangs on.
namespace lockstep::schema {

/// The graveyard of a schema's objects; `number` from 1 on tells those of several plans apart.
[[nodiscard]] QString graveyardName(const QString &home, int number);
/// True of the graveyards themselves, what is in them, and what is said about either.
[[nodiscard]] bool isParked(const ObjectId &id);
[[nodiscard]] bool hasGraveyard(const Catalog &catalog);
/// "table lockstep_graveyard_public.users" of what a person parked, without its parts.
[[nodiscard]] QStringList parkedNames(const Catalog &catalog);

} // namespace lockstep::schema
