#pragma once

#include "runcontext.h"
#include "sessionsettings.h"

namespace lockstep::execution {

/// What the gate found.
enum class Start { Run, AlreadyThere };

/// Connects, checks everything that must hold before the first write, takes the advisory lock and
/// opens the journal: afterwards `context` has its sessions and its journal.
[[nodiscard]] base::Result<Start> startRun(RunContext &context);
/// The same for a rollback: the newest run of the plan, finished or not. `check` may refuse it
/// before anything is written.
[[nodiscard]] base::Result<Start> startRollback(
    RunContext &context, const std::function<base::Result<void>(const RunRecord &)> &check);
/// Roles the plan names that the server does not have, one text each with the step that names it.
[[nodiscard]] base::Result<QStringList> missingRoles(postgres::Session &session, const plan::Plan &plan);
/// Refuses a plan with letters that the encoding of the database does not have, naming all such steps.
[[nodiscard]] base::Result<void> checkEncoding(postgres::Session &session, const plan::Plan &plan);
/// What the statements of the plan need besides ownership and this role lacks: CREATE on schemas, USAGE on
/// types, REFERENCES on tables, EXECUTE on functions, membership in roles. One text each, with the step.
[[nodiscard]] base::Result<QStringList> missingUse(postgres::Session &session, const plan::Plan &plan);
/// What this role may not do with what the plan touches, ownership and missingUse(); all of it, one text
/// each.
[[nodiscard]] base::Result<QStringList> missingPrivileges(postgres::Session &session, const plan::Plan &plan);

} // namespace lockstep::execution
