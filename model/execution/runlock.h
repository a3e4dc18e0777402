#pragma once

#include "runcontext.h"

namespace lockstep::execution {

/// Key of the advisory lock that every runner of a database holds.
inline constexpr int runLockClass = 0x4c6f636b; // "Lock"
inline constexpr int runLockId = 1;

/// Takes the lock on the fence; waits a moment for a runner that was just killed. `byForce`: who holds it is
/// shut out of the journal first and disconnected then. Refused, naming who holds it, to be taken over.
[[nodiscard]] base::Result<void> takeRunLock(RunContext &context, bool byForce);

/// A killed runner's backend may still be in its statement: nothing starts beside it. Waits for it, showing
/// it, or disconnects it with consent (`options.takeOver`, RunControl::endBlocker()).
[[nodiscard]] base::Result<void> waitForOrphans(RunContext &context, const RunRecord &run);

/// Disconnects what is left on the server of the sessions that this runner has lost, those of further workers
/// by the name they begin with; not while one still works.
void dropLostSessions(RunContext &context);

/// Gives the sessions their names and writes them into the journal.
[[nodiscard]] base::Result<void> nameSessions(RunContext &context);

} // namespace lockstep::execution
