#include "backfilloptions.h"
#include "commands.h"
#include "lockoptions.h"
#include "runchecks.h"
#include "runreport.h"

#include <model/execution/journal.h>
#include <model/execution/journalgone.h>
#include <model/execution/runhistory.h>
#include <model/execution/runner.h>
#include <model/sources/catalogreader.h>

#include <cstdio>
#include <poll.h>
#include <unistd.h>

namespace lockstep::cli {

namespace {

using execution::RunState;

QSet<QString> idsOf(const Arguments &arguments, const char *flag, bool *all)
{
    const QString value = arguments.value(flag);
    *all = value == QLatin1String("all");
    if (*all)
        return {};
    const QStringList ids = value.split(QLatin1Char(','), Qt::SkipEmptyParts);
    return { ids.begin(), ids.end() };
}

/// An id that no step has is a typing mistake, not something to find out at the gate.
base::Result<void> checkIds(const plan::Plan &plan, const Arguments &arguments)
{
    for (const char *flag : { "--approve-gates", "--allow-loss" }) {
        bool all = false;
        for (const QString &id : idsOf(arguments, flag, &all)) {
            if (!plan.find(id))
                return usageError(QStringLiteral("%1 names step %2, which the plan does not have.")
                                      .arg(QLatin1String(flag), id));
        }
    }
    return {};
}

execution::RunOptions runOptions(const Arguments &arguments, bool interactive)
{
    execution::RunOptions options;
    options.resume = arguments.has("--resume");
    options.approvedGates = idsOf(arguments, "--approve-gates", &options.approveAllGates);
    options.allowedLoss = idsOf(arguments, "--allow-loss", &options.allowAllLoss);
    options.approveAllGates = options.approveAllGates || arguments.has("--yes");
    options.waitAtGates = interactive;
    options.acceptDrift = arguments.has("--accept-drift");
    options.adoptFrom = arguments.value("--adopt");
    options.takeOver = arguments.has("--take-over");
    options.acceptFailover = arguments.has("--accept-failover");
    if (arguments.has("--direct"))
        options.direct = postgres::ConnectionTarget{ arguments.value("--direct") };
    options.readFingerprint = [](postgres::Session &session) -> base::Result<QByteArray> {
        const auto catalog = sources::readCatalog(session);
        if (!catalog.has_value())
            return catalog.error();
        return (*catalog)->fingerprint();
    };
    return options;
}

/// Asks until the answer is y or n; a stop request or the end of the input is no.
bool confirm(const QString &question, const std::stop_token &stop)
{
    for (;;) {
        std::fputs(qPrintable(question + QStringLiteral(" [y/n] ")), stderr);
        pollfd input{ STDIN_FILENO, POLLIN, 0 };
        while (::poll(&input, 1, 200) == 0) {
            if (stop.stop_requested())
                return false;
        }
        char answer[64] = "";
        const ssize_t length = stop.stop_requested() ? 0 : ::read(STDIN_FILENO, answer, sizeof answer - 1);
        if (length <= 0)
            return false;
        const QByteArray word = QByteArray(answer, qsizetype(length)).trimmed().toLower();
        if (word == "y" || word == "yes")
            return true;
        if (word == "n" || word == "no")
            return false;
    }
}

void answer(const execution::RunEvent &event, execution::RunControl &control, bool interactive,
            const std::stop_token &stop)
{
    if (const auto *gate = std::get_if<execution::GateReached>(&event); gate && interactive) {
        if (confirm(QStringLiteral("Pass this gate?"), stop))
            control.approveGate(gate->step);
        else
            control.stop();
    }
    if (const auto *loss = std::get_if<execution::LossAsked>(&event); loss && interactive) {
        if (confirm(QStringLiteral("Allow this loss?"), stop))
            control.allowLoss(loss->step);
        else
            control.stop();
    }
}

/// Half a way back is gone to its end, never forward.
QString howToGoOn(bool back)
{
    return back ? QStringLiteral("What is taken back stays so; --rollback goes on.")
                : QStringLiteral("What is done is kept; --resume goes on, --rollback takes it back.");
}

void explainOutcome(const execution::RunOutcome &outcome, const plan::Plan &plan, bool back)
{
    for (const QString &line : outcome.parked)
        complain(QStringLiteral("lockstep-cli: ") + line);
    const plan::Step *step = plan.find(outcome.stoppedAt);
    if (outcome.state == RunState::WaitingGate && step) {
        const bool isGate = step->kind == plan::StepKind::Gate;
        complain(QStringLiteral("lockstep-cli: stopped at %1 (%2). What is done is kept.")
                     .arg(step->id, step->title));
        complain(
            QStringLiteral("  Hint: go on with --resume %1 %2.")
                .arg(isGate ? QStringLiteral("--approve-gates") : QStringLiteral("--allow-loss"), step->id));
    } else if (outcome.state != RunState::Done && outcome.state != RunState::RolledBack) {
        complain(
            QStringLiteral("lockstep-cli: %1%2. %3")
                .arg(execution::name(outcome.state),
                     outcome.stoppedAt.isEmpty() ? QString() : QStringLiteral(" at ") + outcome.stoppedAt,
                     howToGoOn(back)));
    }
}

int showStatus(const Arguments &arguments, const postgres::ConnectionTarget &target)
{
    const auto status = execution::runStatus(target);
    if (!status.has_value())
        return fail(status.error());
    const bool json = arguments.value("--progress", "plain") == QLatin1String("json");
    const auto written = writeResult({}, json ? statusJson(*status) : statusText(*status).toUtf8());
    return written.has_value() ? exitWith(Exit::Done) : fail(written.error());
}

int sendRequest(const postgres::ConnectionTarget &target, execution::RemoteRequest request)
{
    const auto sent = execution::requestRun(target, request);
    if (!sent.has_value())
        return fail(sent.error());
    progress(QStringLiteral("The runner was asked."));
    return exitWith(Exit::Done);
}

/// A failed step leaves a run behind that has to be taken up; errors with a hint of their own say so.
int failAfter(bool begun, bool back, base::Error error)
{
    if (execution::isJournalGone(error) && back)
        error.hint = QStringLiteral(
            "What is taken back stays so. Without its journal a run cannot be taken back: --adopt STEP goes "
            "forward again from the first step that is gone from the database, and --rollback takes that run "
            "back.");
    else if (execution::isJournalGone(error))
        error.hint += QStringLiteral(" --adopt STEP does that.");
    if (begun && error.hint.isEmpty())
        error.hint = howToGoOn(back);
    return fail(error);
}

int dropJournal(const postgres::ConnectionTarget &target)
{
    const auto removed = execution::removeJournal(target);
    if (!removed.has_value())
        return fail(removed.error());
    progress(QStringLiteral("The journal is gone from %1.").arg(target.display()));
    return exitWith(Exit::Done);
}

int runOrRollBack(const Arguments &arguments, const plan::PlanPtr &plan,
                  const postgres::ConnectionTarget &target, const std::stop_token &stop)
{
    const bool back = arguments.has("--rollback");
    const bool interactive = ::isatty(STDIN_FILENO) != 0 && ::isatty(STDERR_FILENO) != 0;
    execution::RunOptions options = runOptions(arguments, interactive);
    if (const auto read = readLockOptions(arguments, &options); !read.has_value())
        return fail(read.error());
    if (const auto read = readBackfillOptions(arguments, &options); !read.has_value())
        return fail(read.error());
    if (!back) {
        const auto checked = checkBeforeRun(arguments, plan, target, stop);
        if (!checked.has_value())
            return fail(checked.error());
    }
    const QString question = back ? QStringLiteral("Roll the run back on %1?").arg(target.display())
                                  : QStringLiteral("Run %1 steps on %2?")
                                        .arg(QString::number(plan->steps.size()), target.display());
    if (interactive && !arguments.has("--yes") && !confirm(question, stop))
        return exitWith(stop.stop_requested() ? Exit::Interrupted : Exit::Stopped);
    const bool json = arguments.value("--progress", "plain") == QLatin1String("json");
    RunReport report(json);
    bool begun = false;
    execution::RunControl control;
    // A batch is finished and kept, so that the run can be resumed.
    const std::stop_callback stopRun(stop, [&control] { control.stop(); });
    const auto onEvent = [&](const execution::RunEvent &event) {
        begun = begun || std::holds_alternative<execution::RunStarted>(event);
        // The outcome carries the error too; it is printed once, at the end.
        if (json || !std::holds_alternative<execution::RunFailed>(event))
            report.show(event);
        answer(event, control, interactive, stop);
    };
    const auto outcome = back ? execution::rollBackRun(plan, target, options, control, onEvent, stop)
                              : execution::runPlan(plan, target, options, control, onEvent, stop);
    if (!outcome.has_value()) {
        const int code = failAfter(begun, back, outcome.error());
        // What is an unreadable input elsewhere is a failed step here.
        return code == exitWith(Exit::Input) ? exitWith(Exit::Stopped) : code;
    }
    explainOutcome(*outcome, *plan, back);
    if (outcome->state == RunState::Done || outcome->state == RunState::RolledBack)
        return exitWith(Exit::Done);
    return exitWith(stop.stop_requested() ? Exit::Interrupted : Exit::Stopped);
}

/// What resumes or takes back a run needs no file: the journal keeps the plan it was begun with.
base::Result<plan::PlanPtr> planToRun(const Arguments &arguments, const postgres::ConnectionTarget &target,
                                      const QString &mode, const std::stop_token &stop)
{
    const bool isKept = mode == QLatin1String("--resume") || mode == QLatin1String("--rollback");
    if (!arguments.positional().isEmpty() || !isKept)
        return readPlan(arguments);
    const auto status = execution::runStatus(target);
    if (!status.has_value())
        return status.error();
    if (!status->hasRun)
        return execution::refused(QStringLiteral("No run is recorded in %1.").arg(target.display()));
    return execution::readRunPlan(target, status->runId, stop);
}

int run(const Arguments &arguments, Context &context)
{
    const auto format =
        choice(arguments, "--progress", "plain", { QStringLiteral("plain"), QStringLiteral("json") });
    if (!format.has_value())
        return fail(format.error());
    QStringList modes;
    for (const char *mode : { "--status", "--pause", "--continue", "--cancel", "--rollback", "--resume",
                              "--remove-journal", "--adopt" }) {
        if (arguments.has(mode))
            modes.append(QLatin1String(mode));
    }
    if (modes.size() > 1)
        return fail(
            usageError(QStringLiteral("%1 do not go together.").arg(modes.join(QStringLiteral(" and ")))));
    if (arguments.value("--database").isEmpty())
        return fail(usageError(QStringLiteral("--database is missing."),
                               QStringLiteral("It takes a connection such as postgresql://user@host/shop.")));
    postgres::ConnectionTarget target;
    target.text = arguments.value("--database");
    const QString mode = modes.value(0);
    if (mode == QLatin1String("--status"))
        return showStatus(arguments, target);
    if (mode == QLatin1String("--pause"))
        return sendRequest(target, execution::RemoteRequest::Pause);
    if (mode == QLatin1String("--continue"))
        return sendRequest(target, execution::RemoteRequest::Continue);
    if (mode == QLatin1String("--cancel"))
        return sendRequest(target, execution::RemoteRequest::Cancel);
    if (mode == QLatin1String("--remove-journal"))
        return dropJournal(target);
    const auto plan = planToRun(arguments, target, mode, context.stop());
    if (!plan.has_value())
        return fail(plan.error());
    const auto ids = checkIds(**plan, arguments);
    if (!ids.has_value())
        return fail(ids.error());
    return runOrRollBack(arguments, *plan, target, context.stop());
}

} // namespace

Command runCommand()
{
    CommandSpec spec;
    spec.name = QStringLiteral("run");
    spec.positional = QStringLiteral("[PLAN]");
    spec.summary =
        QStringLiteral("Runs a proved plan on a database, or looks after a run that is under way.\n"
                       "Ctrl-C cancels what runs now, keeps what is committed (exit 7); --resume goes on.");
    spec.flags = {
        { QStringLiteral("--database"), QStringLiteral("URI"), QStringLiteral("Where to run it.") },
        { QStringLiteral("--direct"), QStringLiteral("URI"),
          QStringLiteral("The same database without the pooler that --database goes through.") },
        { QStringLiteral("--yes"), QString(),
          QStringLiteral("Do not ask; gates count as confirmed (losses do not).") },
        { QStringLiteral("--approve-gates"), QStringLiteral("all|ID,..."),
          QStringLiteral("Gates that are confirmed.") },
        { QStringLiteral("--allow-loss"), QStringLiteral("all|ID,..."),
          QStringLiteral("Steps that may lose data.") },
        { QStringLiteral("--ignore-check"), QStringLiteral("ID,..."),
          QStringLiteral("Run although these items of the checklist say stop; \"check\" shows them.") },
        { QStringLiteral("--resume"), QString(),
          QStringLiteral("Go on with the unfinished run in the journal.") },
        { QStringLiteral("--rollback"), QString(), QStringLiteral("Take the run back, last step first.") },
        { QStringLiteral("--lock-wait"), QStringLiteral("SECONDS"),
          QStringLiteral("How long to try for one lock before the step fails (900).") },
        { QStringLiteral("--end-blockers"), QStringLiteral("none|autovacuum|idle|statements|sessions"),
          QStringLiteral("Sessions that may be ended to get a lock: an autovacuum, who is idle in a "
                         "transaction, statements, everybody. Each includes those before it.") },
        { QStringLiteral("--blocker-seconds"), QStringLiteral("N"),
          QStringLiteral("Only who has been at it for so long (idle 300, statements 60).") },
        { QStringLiteral("--adopt"), QStringLiteral("STEP"),
          QStringLiteral("The journal was removed: take what comes before this step as done, if the database "
                         "agrees, and go on.") },
        { QStringLiteral("--take-over"), QString(),
          QStringLiteral("Disconnect the runner that is at work, or what an interrupted one left.") },
        { QStringLiteral("--accept-drift"), QString(),
          QStringLiteral("Go on although somebody else changed tables of the plan during the run.") },
        { QStringLiteral("--accept-failover"), QString(),
          QStringLiteral("Go on with a run on a server that was promoted or restored since.") },
        { QStringLiteral("--status"), QString(),
          QStringLiteral("Print what the journal says; needs no PLAN.") },
        { QStringLiteral("--pause"), QString(), QStringLiteral("Ask the runner to pause after its batch.") },
        { QStringLiteral("--continue"), QString(), QStringLiteral("Let a paused runner go on.") },
        { QStringLiteral("--cancel"), QString(), QStringLiteral("Ask the runner to stop.") },
        { QStringLiteral("--remove-journal"), QString(),
          QStringLiteral("Remove schema lockstep after a finished run; needs no PLAN.") },
        { QStringLiteral("--progress"), QStringLiteral("plain|json"),
          QStringLiteral("How progress is written to stderr.") },
    };
    const std::vector<Flag> ofBackfills = backfillFlags();
    spec.flags.insert(spec.flags.end() - 1, ofBackfills.begin(), ofBackfills.end());
    spec.examples = {
        QStringLiteral(
            "lockstep-cli run change.lockplan --database postgresql://app@db1/shop --approve-gates s05"),
        QStringLiteral("lockstep-cli run --database service=shop --status"),
        QStringLiteral("lockstep-cli run --database service=shop --rollback")
    };
    return { spec, &run };
}

} // namespace lockstep::cli
