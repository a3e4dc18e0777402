#include "commands.h"
#include "planning.h"

#include <model/exporting/planreport.h>
#include <model/plan/planjson.h>
#include <model/plan/script.h>

namespace lockstep::cli {

namespace {

QByteArray formatted(const plan::PlanPtr &made, const QString &format)
{
    const plan::Plan &plan = *made;
    if (format == QLatin1String("html"))
        return exporting::planReport({ made, nullptr, {} }, exporting::ReportMedium::Browser);
    if (format == QLatin1String("sql"))
        return plan::forwardScript(plan).toUtf8();
    if (format == QLatin1String("rollback-sql"))
        return plan::rollbackScript(plan).toUtf8();
    if (format == QLatin1String("verify-sql"))
        return plan::verifyScript(plan).toUtf8();
    if (format == QLatin1String("text"))
        return plan::planText(plan).toUtf8();
    return plan::toJson(plan);
}

plan::PlanPtr withoutProof(const plan::PlanPtr &plan)
{
    plan::Plan copy = *plan;
    copy.proof = {};
    copy.proof.status = plan::ProofStatus::Skipped;
    return std::make_shared<const plan::Plan>(std::move(copy));
}

bool hasFindingAtOrAbove(const plan::Plan &plan, plan::Severity lowest)
{
    for (const plan::Step &step : plan.steps) {
        for (const plan::Finding &finding : step.assessment.findings) {
            if (finding.severity >= lowest)
                return true;
        }
    }
    return false;
}

void tellAbout(const plan::Plan &plan)
{
    for (const auto &[kind, name] : plan.unmodelled)
        complain(QStringLiteral("warning: the plan is incomplete: %1 %2 is not compared.").arg(kind, name));
    for (const QString &warning : plan.warnings)
        complain(QStringLiteral("warning: ") + warning);
    if (plan.proof.status == plan::ProofStatus::Skipped) {
        for (const QString &note : plan.proof.notes)
            complain(QStringLiteral("warning: ") + note);
    }
    progress(QStringLiteral("The plan has %1 steps.").arg(plan.steps.size()));
    if (plan.proof.status != plan::ProofStatus::Failed)
        return;
    complain(QStringLiteral("lockstep-cli: the proof failed: the plan does not do what it should."));
    for (const QString &difference : plan.proof.forward)
        complain(QStringLiteral("  forward: ") + difference);
    for (const QString &difference : plan.proof.rollback)
        complain(QStringLiteral("  rollback: ") + difference);
}

int makePlanFile(const Arguments &arguments, Context &context)
{
    const auto format =
        choice(arguments, "--format", "json",
               { QStringLiteral("json"), QStringLiteral("sql"), QStringLiteral("rollback-sql"),
                 QStringLiteral("verify-sql"), QStringLiteral("text"), QStringLiteral("html") });
    if (!format.has_value())
        return fail(format.error());
    const auto lowest = failOn(arguments);
    if (!lowest.has_value())
        return fail(lowest.error());
    auto plan = makeAnalysedPlan(arguments, context);
    if (!plan.has_value())
        return fail(plan.error());
    if (arguments.has("--no-proof"))
        plan = withoutProof(*plan);
    else
        plan = provePlan(*plan, context);
    if (!plan.has_value())
        return fail(plan.error());
    const plan::Plan &made = **plan;
    const auto written = writeResult(arguments, formatted(*plan, *format));
    if (!written.has_value())
        return fail(written.error());
    tellAbout(made);
    if (made.proof.status == plan::ProofStatus::Failed)
        return exitWith(Exit::Proof);
    const bool fails = *lowest && hasFindingAtOrAbove(made, **lowest);
    return exitWith(fails ? Exit::Different : Exit::Done);
}

} // namespace

Command planCommand()
{
    CommandSpec spec;
    spec.name = QStringLiteral("plan");
    spec.positional = QStringLiteral("FILE...");
    spec.summary =
        QStringLiteral("Makes and proves the ordered steps from one schema to another.\n"
                       "Exit 1: findings at or above --fail-on; 5: the proof failed (the plan is written all "
                       "the same).");
    spec.flags = {
        { QStringLiteral("--current"), QStringLiteral("SRC"), QStringLiteral("The schema as it is.") },
        { QStringLiteral("--target"), QStringLiteral("SRC"), QStringLiteral("The schema as it should be.") },
        { QStringLiteral("--script"), QStringLiteral("FILE"),
          QStringLiteral("Instead of --target: what this migration script makes of current. More files may "
                         "follow; a directory stands for its scripts, - for the standard input.") },
        { QStringLiteral("--intents"), QStringLiteral("FILE"),
          QStringLiteral(
              "Renames, backfill expressions, what is left out (exclude), what may be dropped (drop) and so "
              "on (JSON).") },
        { QStringLiteral("--policy"), QStringLiteral("POLICY"),
          QStringLiteral("zero-downtime (if not given) or window.") },
        { QStringLiteral("--server-version"), QStringLiteral("N"),
          QStringLiteral("Version the plan is for, e.g. 14.") },
        { QStringLiteral("--stats"), QStringLiteral("SRC|FILE"),
          QStringLiteral("Sizes and rates from a live database or a snapshot.") },
        { QStringLiteral("--rates"), QStringLiteral("FILE"),
          QStringLiteral("What the server was measured to take, from calibrate.") },
        { QStringLiteral("--no-proof"), QString(),
          QStringLiteral("Do not run the plan on the scratch server.") },
        { QStringLiteral("--fail-on"), QStringLiteral("LEVEL"),
          QStringLiteral("error (if not given), warning, info or none.") },
        { QStringLiteral("--format"), QStringLiteral("FORMAT"),
          QStringLiteral("json (if not given), sql, rollback-sql, verify-sql, text, html (a report).") },
        { QStringLiteral("-o"), QStringLiteral("FILE"),
          QStringLiteral("Write to a file instead of the standard output.") },
    };
    spec.flags.insert(spec.flags.begin() + 4, ignoreFlags().begin(), ignoreFlags().end());
    spec.examples = {
        QStringLiteral("lockstep-cli plan --current service=shop --target schema.sql -o change.lockplan"),
        QStringLiteral("lockstep-cli plan --current service=shop --script V42__orders.sql --format "
                       "text"),
        QStringLiteral("lockstep-cli plan --current a.sql --target b.sql --format sql | psql "
                       "-X -v ON_ERROR_STOP=1 shop")
    };
    return { spec, &makePlanFile };
}

} // namespace lockstep::cli
