#include "startgate.h"

#include "adoption.h"
#include "connecting.h"
#include "objectstate.h"
#include "runlock.h"

namespace lockstep::execution {

namespace {

base::Result<void> checkConcurrentIndexes(const RunContext &context)
{
    const postgres::ServerInfo &server = context.fence->server();
    if (server.version < 140000 || server.version >= 140004)
        return {};
    for (const plan::Step &step : context.plan->steps) {
        if (step.sql.join(QLatin1Char(' ')).contains(QLatin1String("CONCURRENTLY"), Qt::CaseInsensitive)) {
            return refused(
                QStringLiteral(
                    "PostgreSQL %1 can leave rows out of an index that it builds concurrently (step %2).")
                    .arg(server.versionText, step.id),
                QStringLiteral("Update the server to 14.4 or newer first."));
        }
    }
    return {};
}

base::Result<void> checkRoles(RunContext &context)
{
    const auto missing = missingRoles(*context.fence, *context.plan);
    if (!missing.has_value())
        return missing.error();
    if (missing->isEmpty())
        return {};
    return refused(
        QStringLiteral("The plan names roles that %1 does not have: %2.")
            .arg(context.target.display(), missing->join(QStringLiteral("; "))),
        QStringLiteral("Roles belong to the whole server, so a plan does not make them: create them "
                       "there first, or change the target schema."));
}

base::Result<void> checkPrivileges(RunContext &context)
{
    const auto missing = missingPrivileges(*context.fence, *context.plan);
    if (!missing.has_value())
        return missing.error();
    if (missing->isEmpty())
        return {};
    const qsizetype hidden = missing->filter(QStringLiteral("BYPASSRLS")).size();
    QStringList hints;
    if (hidden < missing->size())
        hints += QStringLiteral("Connect as the owner of these objects, or grant the missing rights.");
    // Being the owner is no help where the policies are forced.
    if (hidden > 0)
        hints +=
            QStringLiteral("Policies bind everybody but the owner, and where they are forced the owner, "
                           "too: connect as a role with BYPASSRLS, or as the owner after ALTER TABLE ... "
                           "NO FORCE ROW LEVEL SECURITY.");
    return refused(QStringLiteral("User %1 lacks what this plan needs: %2.")
                       .arg(context.fence->server().user, missing->join(QStringLiteral("; "))),
                   hints.join(QLatin1Char(' ')));
}

base::Result<Start> checkFingerprint(RunContext &context)
{
    if (context.options.skipFingerprintCheck)
        return Start::Run;
    if (!context.options.readFingerprint)
        return base::internalError(
            QStringLiteral("The run was started without a way to read the schema's fingerprint."));
    const auto live = context.options.readFingerprint(*context.work);
    if (!live.has_value())
        return live.error();
    const plan::Plan &plan = *context.plan;
    if (*live == plan.fingerprint)
        return Start::Run;
    if (*live == plan.targetFingerprint)
        return Start::AlreadyThere;
    base::Error error =
        refused(QStringLiteral("The schema of %1 is not the one this plan was made for: it is another "
                               "database, or it was changed since.")
                    .arg(context.target.display()),
                QStringLiteral("Compare the database with the target again and make a new plan."),
                base::Remedy::PlanAnew);
    error.detail = QStringLiteral("The plan expects %1, the database has %2.")
                       .arg(QString::fromUtf8(plan.fingerprint), QString::fromUtf8(*live));
    return error;
}

/// Instead of the fingerprint, where the plan is half done and nobody wrote down how far.
base::Result<Start> checkAdoption(RunContext &context)
{
    const QString &step = context.options.adoptFrom;
    if (!context.plan->find(step))
        return refused(QStringLiteral("The plan has no step %1.").arg(step));
    const auto wrong = contradictions(*context.fence, *context.plan, step);
    if (!wrong.has_value())
        return wrong.error();
    if (wrong->isEmpty())
        return Start::Run;
    return refused(
        QStringLiteral("That everything before step %1 is done, and nothing after, does not agree with "
                       "the database: %2.")
            .arg(step, wrong->join(QStringLiteral("; "))),
        QStringLiteral("Name the step at which the plan stands, or correct what is in the way."));
}

base::Result<Start> newRun(RunContext &context)
{
    const auto start =
        context.options.adoptFrom.isEmpty() ? checkFingerprint(context) : checkAdoption(context);
    if (!start.has_value() || *start == Start::AlreadyThere)
        return start;
    if (const auto roles = checkRoles(context); !roles.has_value())
        return roles.error();
    if (const auto writable = checkEncoding(*context.fence, *context.plan); !writable.has_value())
        return writable.error();
    if (const auto allowed = checkPrivileges(context); !allowed.has_value())
        return allowed.error();
    if (const auto made = Journal::ensure(*context.fence); !made.has_value())
        return made.error();
    auto journal = Journal::begin(*context.fence, *context.plan, context.owner, context.options.adoptFrom);
    if (!journal.has_value())
        return journal.error();
    context.journal = std::move(journal).value();
    if (const auto named = nameSessions(context); !named.has_value())
        return named.error();
    if (const auto recorded = recordObjects(context, *context.fence); !recorded.has_value())
        return recorded.error();
    return Start::Run;
}

base::Result<Start> resumeUnfinished(RunContext &context, const std::optional<RunRecord> &run)
{
    if (!run || run->isFinished()) {
        return refused(QStringLiteral("There is no unfinished run in %1.").arg(context.target.display()),
                       QStringLiteral("Start the plan without --resume."), base::Remedy::StartAnew);
    }
    if (run->isGoingBack()) {
        return refused(QStringLiteral("The run %1 is being rolled back.").arg(run->id),
                       QStringLiteral("Finish that with --rollback first."), base::Remedy::FinishRollback);
    }
    if (const auto resumed = resumeRun(context, *run, RunState::Running); !resumed.has_value())
        return resumed.error();
    return Start::Run;
}

} // namespace

base::Result<Start> startRun(RunContext &context)
{
    if (context.options.requireProof && !context.plan->isProved()) {
        return refused(
            QStringLiteral("This plan is not proved: its proof is missing, failed, or is of other steps."),
            QStringLiteral("Prove the plan first (lockstep-cli prove, or Prove in the window)."),
            base::Remedy::Prove);
    }
    if (const auto connected = connectAll(context, context.options.takeOver); !connected.has_value())
        return connected.error();
    if (const auto indexes = checkConcurrentIndexes(context); !indexes.has_value())
        return indexes.error();
    const auto run = Journal::newest(*context.fence);
    if (!run.has_value())
        return run.error();
    if (context.options.resume)
        return resumeUnfinished(context, *run);
    if (*run && !(*run)->isFinished()) {
        return refused(QStringLiteral("The run %1 in this database is not finished (%2).")
                           .arg((*run)->id, name((*run)->state)),
                       QStringLiteral("Continue it with --resume, or take it back with --rollback."),
                       base::Remedy::ResumeOrRollBack);
    }
    return newRun(context);
}

base::Result<Start> startRollback(RunContext &context,
                                  const std::function<base::Result<void>(const RunRecord &)> &check)
{
    if (const auto connected = connectAll(context, context.options.takeOver); !connected.has_value())
        return connected.error();
    const auto run = Journal::newest(*context.fence);
    if (!run.has_value())
        return run.error();
    if (!*run)
        return refused(QStringLiteral("There is no run to roll back in %1.").arg(context.target.display()));
    if ((*run)->state == RunState::RolledBack)
        return Start::AlreadyThere;
    if (const auto same = checkSameRun(context, **run); !same.has_value())
        return same.error();
    if (const auto allowed = check(**run); !allowed.has_value())
        return allowed.error();
    if (const auto resumed = resumeRun(context, **run, RunState::RollingBack); !resumed.has_value())
        return resumed.error();
    return Start::Run;
}

} // namespace lockstep::execution
