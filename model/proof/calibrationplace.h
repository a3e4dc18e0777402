#pragma once

#include <model/postgres/session.h>

/// The schema that a calibration has for itself, and whether it may have one.
namespace lockstep::proof {

[[nodiscard]] QString calibrationSchema();
/// Takes an advisory lock that removePlace() gives back. Errors (Refused) say what is in the way: a standby,
/// transactions that only read, a pooler, a missing privilege, subscribers, somebody else's schema, another
/// calibration.
[[nodiscard]] base::Result<void> mayCalibrate(postgres::Session &session);
/// What a crash left is removed before.
[[nodiscard]] base::Result<void> makePlace(postgres::Session &session);
/// Whatever happened before, the schema goes; a connection that is lost is replaced for that.
[[nodiscard]] base::Result<void> removePlace(postgres::Session &session);

} // namespace lockstep::proof
