#pragma once

#include "arguments.h"

#include <model/plan/plan.h>
#include <model/postgres/session.h>

#include <stop_token>

namespace lockstep::cli {

/// Asks the checklist just before a run: what needs attention goes to stderr, what would stop the plan
/// refuses it unless --ignore-check names it. Errors: Refused, Usage (an unknown name), Connection, Canceled.
[[nodiscard]] base::Result<void> checkBeforeRun(const Arguments &arguments, const plan::PlanPtr &plan,
                                                const postgres::ConnectionTarget &target,
                                                const std::stop_token &stop);

} // namespace lockstep::cli
