#pragma once

#include <model/plan/plan.h>

#include <memory>

/// The plan of the sketch: 14 steps that give users a tier and orders an account, one gate.
/// Hand-made, so that models and widgets are tested without the engine.
namespace lockstep::testing {

struct SampleStep
{
    plan::Phase phase;
    plan::StepKind kind;
    const char *title;
    const char *relations;
    plan::Blocks blocks;
    plan::LockMode mode;
    qint64 low, likely, high;
    const char *dependsOn;
    const char *sql;
};

inline QVector<SampleStep> sampleSteps()
{
    using namespace plan;
    using enum LockMode;
    return {
        { Phase::Expand, StepKind::Ddl, "Add column subscription_tier, no default", "public.users",
          Blocks::ReadsAndWrites, AccessExclusive, 3, 6, 40, "",
          "ALTER TABLE public.users ADD COLUMN subscription_tier text" },
        { Phase::Expand, StepKind::Ddl, "Keep subscription_tier filled by trigger", "public.users",
          Blocks::Writes, ShareRowExclusive, 3, 5, 30, "s01",
          "CREATE TRIGGER users_tier BEFORE INSERT OR UPDATE ON public.users\n"
          "    FOR EACH ROW EXECUTE FUNCTION billing.fill_tier()" },
        { Phase::Expand, StepKind::Ddl, "Add column account_id", "public.orders", Blocks::ReadsAndWrites,
          AccessExclusive, 3, 6, 40, "", "ALTER TABLE public.orders ADD COLUMN account_id bigint" },
        { Phase::Expand, StepKind::Ddl, "Keep user_id and account_id in step (trigger)", "public.orders",
          Blocks::Writes, ShareRowExclusive, 3, 6, 35, "s03",
          "CREATE TRIGGER orders_account BEFORE INSERT OR UPDATE ON public.orders\n"
          "    FOR EACH ROW EXECUTE FUNCTION public.copy_account()" },
        { Phase::Backfill, StepKind::Backfill, "Fill users.subscription_tier", "public.users",
          Blocks::Nothing, RowExclusive, 190000, 252000, 330000, "",
          "UPDATE public.users\n   SET subscription_tier = billing.tier_of(id)\n"
          " WHERE id > :from AND id <= :to\n   AND subscription_tier IS NULL" },
        { Phase::Backfill, StepKind::Backfill, "Fill orders.account_id from user_id", "public.orders",
          Blocks::Nothing, RowExclusive, 70000, 96000, 140000, "",
          "UPDATE public.orders\n   SET account_id = user_id\n"
          " WHERE id > :from AND id <= :to\n   AND account_id IS NULL" },
        { Phase::Validate, StepKind::Ddl, "Build index orders_account_id_idx", "public.orders", Blocks::Ddl,
          ShareUpdateExclusive, 52000, 74000, 101000, "s06",
          "CREATE INDEX CONCURRENTLY orders_account_id_idx ON public.orders (account_id)" },
        { Phase::Validate, StepKind::Ddl, "Foreign key to accounts, NOT VALID",
          "public.orders,public.accounts", Blocks::Writes, ShareRowExclusive, 4, 7, 45, "",
          "ALTER TABLE public.orders ADD CONSTRAINT orders_account_id_fkey\n"
          "    FOREIGN KEY (account_id) REFERENCES public.accounts (id) NOT VALID" },
        { Phase::Validate, StepKind::Ddl, "Validate the foreign key", "public.orders,public.accounts",
          Blocks::Ddl, ShareUpdateExclusive, 8000, 12000, 17000, "",
          "ALTER TABLE public.orders VALIDATE CONSTRAINT orders_account_id_fkey" },
        { Phase::Validate, StepKind::Ddl, "Check tier IS NOT NULL, NOT VALID", "public.users",
          Blocks::ReadsAndWrites, AccessExclusive, 3, 5, 40, "s05",
          "ALTER TABLE public.users ADD CONSTRAINT tier_not_null\n"
          "    CHECK (subscription_tier IS NOT NULL) NOT VALID" },
        { Phase::Validate, StepKind::Ddl, "Validate the check", "public.users", Blocks::Ddl,
          ShareUpdateExclusive, 4000, 5000, 8000, "",
          "ALTER TABLE public.users VALIDATE CONSTRAINT tier_not_null" },
        { Phase::Validate, StepKind::Ddl, "Set NOT NULL (scan skipped), drop the check", "public.users",
          Blocks::ReadsAndWrites, AccessExclusive, 4, 7, 45, "",
          "ALTER TABLE public.users ALTER COLUMN subscription_tier SET NOT NULL" },
        { Phase::Switch, StepKind::Gate, "the release that uses account_id is live", "", Blocks::Nothing,
          AccessShare, 0, 0, 0, "", "" },
        { Phase::Contract, StepKind::Ddl, "Drop trigger, drop column user_id", "public.orders",
          Blocks::ReadsAndWrites, AccessExclusive, 5, 9, 60, "",
          "ALTER TABLE public.orders DROP COLUMN user_id" },
    };
}

inline plan::Step toStep(const SampleStep &sample, int number)
{
    const auto list = [](const char *text) {
        return QString::fromLatin1(text).split(QLatin1Char(','), Qt::SkipEmptyParts);
    };
    plan::Step step;
    step.id = QStringLiteral("s%1").arg(number, 2, 10, QLatin1Char('0'));
    step.phase = sample.phase;
    step.kind = sample.kind;
    step.title = QString::fromLatin1(sample.title);
    step.relations = list(sample.relations);
    step.dependsOn = list(sample.dependsOn);
    if (*sample.sql)
        step.sql = { QString::fromLatin1(sample.sql) };
    for (const QString &relation : std::as_const(step.relations))
        step.assessment.locks.append({ relation, sample.mode });
    step.assessment.blocks = sample.blocks;
    step.assessment.estimate = { sample.low, sample.likely, sample.high, {} };
    step.assessment.effect =
        sample.kind == plan::StepKind::Backfill ? plan::Effect::Batched : plan::Effect::Instant;
    step.assessment.lockHoldMs = sample.likely;
    step.assessment.analysed = true;
    return step;
}

inline std::shared_ptr<plan::Plan> samplePlan()
{
    auto plan = std::make_shared<plan::Plan>();
    plan->serverVersion = 150018;
    for (const SampleStep &sample : sampleSteps())
        plan->steps.append(toStep(sample, int(plan->steps.size()) + 1));
    plan::Step &fill = plan->steps[4];
    fill.assessment.lockHoldMs = 150;
    fill.assessment.estimate.basis =
        QStringLiteral("2 300 000 rows at 9 100 rows/s, measured in the rehearsal on a copy.");
    fill.why = QStringLiteral(
        "The value differs row by row, so one ALTER would rewrite the table under ACCESS EXCLUSIVE.");
    fill.rollback.sql = { QStringLiteral(
        "UPDATE public.users SET subscription_tier = NULL WHERE subscription_tier IS NOT NULL") };
    fill.verify = { { QStringLiteral("SELECT count(*) FROM public.users WHERE subscription_tier IS NULL"),
                      QStringLiteral("0") } };
    plan->steps[5].assessment.lockHoldMs = 150;
    plan->steps[6].transaction = plan::TransactionMode::None;
    plan->steps[6].assessment.findings = {
        { QStringLiteral("index-concurrently-waits"), plan::Severity::Warning,
          QStringLiteral("The build waits for every transaction older than it; a long "
                         "report keeps it from ending."),
          0, 1 }
    };
    plan->steps[12].gateText =
        QStringLiteral("Confirm that the release that uses account_id runs everywhere.");
    plan->steps[13].rollback.irreversible =
        QStringLiteral("the values of user_id are gone once the column is dropped.");
    plan->steps[13].loses = { { QStringLiteral("column public.orders.user_id"), 2300000, 18400000 } };
    return plan;
}

} // namespace lockstep::testing
