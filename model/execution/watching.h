#pragma once

#include "runcontext.h"

namespace lockstep::execution {

/// Opens the connection that only looks, without waiting for a place: a warning where there is none, and then
/// nothing is watched. One that is lost later is opened again while the run goes on. Used as long as the
/// context.
[[nodiscard]] std::unique_ptr<Monitor> startWatching(RunContext &context);

} // namespace lockstep::execution
