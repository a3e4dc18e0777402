#pragma once

#include <model/plan/plan.h>
#include <widgets/run/runpage.h>

#include <memory>

/// The plan that the tests of the run page show, and a page that is ready to run it.
namespace lockstep::testing {

inline plan::Step stepOf(const QString &id, const QString &title, const QStringList &sql)
{
    plan::Step step;
    step.id = id;
    step.title = title;
    step.sql = sql;
    step.assessment.analysed = true;
    return step;
}

/// Adds a column, fills it, drops another behind a gate.
inline plan::Plan samplePlan()
{
    plan::Plan plan;
    plan.steps = { stepOf(QStringLiteral("s01"), QStringLiteral("Add column tier"),
                          { QStringLiteral("ALTER TABLE public.users ADD COLUMN tier text") }) };
    plan::Step fill =
        stepOf(QStringLiteral("s02"), QStringLiteral("Fill users.tier"),
               { QStringLiteral("UPDATE public.users SET tier = 'free' WHERE id > :from AND id <= :to") });
    fill.kind = plan::StepKind::Backfill;
    fill.phase = plan::Phase::Backfill;
    fill.transaction = plan::TransactionMode::None;
    fill.backfill = plan::BackfillSpec{ schema::objectId(schema::Kind::Table, QStringLiteral("public"),
                                                         QStringLiteral("users")),
                                        QStringLiteral("tier = 'free'"),
                                        QStringLiteral("tier IS NULL"),
                                        plan::Batcher::Keyset,
                                        { QStringLiteral("id") },
                                        { QStringLiteral("bigint") } };
    plan.steps.append(fill);
    plan::Step gate = stepOf(QStringLiteral("s03"), QStringLiteral("Gate"), {});
    gate.kind = plan::StepKind::Gate;
    gate.phase = plan::Phase::Contract;
    gate.gateText = QStringLiteral("The release that uses tier is live");
    plan.steps.append(gate);
    plan::Step drop = stepOf(QStringLiteral("s04"), QStringLiteral("Drop column old"),
                             { QStringLiteral("ALTER TABLE public.users DROP COLUMN old") });
    drop.phase = plan::Phase::Contract;
    drop.loses = { { QStringLiteral("column public.users.old"), 2300000, 91000000 } };
    plan.steps.append(drop);
    plan.steps[0].rollback.sql = { QStringLiteral("ALTER TABLE public.users DROP COLUMN tier") };
    plan.steps[3].rollback.sql = { QStringLiteral("ALTER TABLE public.users ADD COLUMN old text") };
    plan.proof.status = plan::ProofStatus::Proved;
    plan.proof.planDigest = plan.digest();
    return plan;
}

inline plan::PlanPtr shared(const plan::Plan &plan)
{
    return std::make_shared<const plan::Plan>(plan);
}

/// A page with a proved plan and a server that answered.
struct ReadyRunPage
{
    widgets::RunPage page;
    ReadyRunPage()
    {
        page.show();
        page.setPlan(shared(samplePlan()));
        page.setTarget(QStringLiteral("dbname=shop"));
        page.setServer(QStringLiteral("shop"), QStringLiteral("PostgreSQL 15.18"));
    }
    template <typename T>
    T *child(const char *name) const
    {
        return page.findChild<T *>(QLatin1String(name));
    }
    void state(execution::RunState state, const QString &why = {})
    {
        page.handleEvent(execution::StateChanged{ state, why });
    }
    /// The second step of samplePlan() is at work.
    void beginFilling()
    {
        page.beginRun(QStringLiteral("shop @ db1"));
        state(execution::RunState::Running);
        step(QStringLiteral("s02"), execution::StepState::Running);
    }
    void step(const QString &id, execution::StepState state)
    {
        page.handleEvent(execution::StepChanged{ { id, state, 4, 1, {} } });
    }
};

} // namespace lockstep::testing
