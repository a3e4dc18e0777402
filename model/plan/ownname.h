#pragma once

#include <model/schema/objectid.h>

#include <QString>

/// The names of what plans put beside people's objects for a while.
namespace lockstep::plan {

/// A name of at most 63 bytes that no person would choose: zzz_lockstep_<12 hex digits>_<suffix>.
[[nodiscard]] QString ownName(const schema::ObjectId &about, const QString &suffix);
[[nodiscard]] bool isOwnName(const QString &name);

} // namespace lockstep::plan
