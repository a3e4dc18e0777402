#pragma once

#include "runcontext.h"

namespace lockstep::execution {

/// Connects again after the connection was lost and goes on as the next epoch of the same run: the
/// journal knows what is committed. Tries for a minute, because a server that restarts needs a while; as long
/// as it takes, or until a stop, where the run was waiting for a person: he may come back in days.
[[nodiscard]] base::Result<void> reconnect(RunContext &context, const base::Error &lost, RunState state);

} // namespace lockstep::execution
