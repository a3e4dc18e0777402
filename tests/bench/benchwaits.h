#pragma once

#include "benchdatabase.h"

namespace lockstep::bench {

/// The longest time that any statement of an application took in each scenario of
/// tests/data/scenarios, with the plan and with its `naive` statements, as a table in this run.
/// Needs LOCKSTEP_SOURCE_DIR.
void measureWaits(qint64 rows);

} // namespace lockstep::bench
