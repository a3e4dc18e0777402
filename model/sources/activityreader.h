#pragma once

#include <model/base/result.h>
#include <model/postgres/session.h>
#include <model/schema/activity.h>

#include <stop_token>

namespace lockstep::sources {

/// What the database does just now. Counters are read twice, `sampleMs` apart: sessions report theirs about
/// once a second, so that less than three seconds measure little. 0: one reading, and the rates are averages
/// since the counters were reset. What the role may not see is said in the value, not an error.
/// Errors: Canceled, Connection, Server.
[[nodiscard]] base::Result<schema::ActivityPtr> readActivity(postgres::Session &session, int sampleMs = 3000,
                                                             std::stop_token stop = {});

} // namespace lockstep::sources
