#include "benchdatabase.h"

#include <model/execution/runner.h>

namespace lockstep::bench {

namespace {

constexpr qint64 backfillRows = 1'000'000;

void makeRows(postgres::Session &session, qint64 rows)
{
    require(session.execute(
                QStringLiteral("CREATE TABLE public.users (id bigint PRIMARY KEY, name text, tier text)")),
            "table");
    require(session.execute(
                QStringLiteral(
                    "INSERT INTO public.users SELECT g, 'user number ' || g FROM generate_series(1, %1) g")
                    .arg(rows)),
            "rows");
    require(session.execute(QStringLiteral("VACUUM ANALYZE public.users")), "VACUUM");
    require(session.execute(QStringLiteral("CHECKPOINT")), "CHECKPOINT");
}

plan::PlanPtr backfillPlan(int serverVersion)
{
    plan::Step step;
    step.id = QStringLiteral("s01");
    step.title = QStringLiteral("Fill users.tier");
    step.kind = plan::StepKind::Backfill;
    step.phase = plan::Phase::Backfill;
    step.transaction = plan::TransactionMode::None;
    step.relations = { QStringLiteral("public.users") };
    step.backfill = plan::BackfillSpec{ schema::objectId(schema::Kind::Table, QStringLiteral("public"),
                                                         QStringLiteral("users")),
                                        QStringLiteral("tier = 'tier' || id % 3"),
                                        QStringLiteral("tier IS NULL"),
                                        plan::Batcher::Keyset,
                                        { QStringLiteral("id") },
                                        { QStringLiteral("bigint") } };
    auto plan = std::make_shared<plan::Plan>();
    plan->serverVersion = serverVersion;
    plan->fingerprint = "sha256:before";
    plan->targetFingerprint = "sha256:after";
    plan->steps = { step };
    return plan;
}

double runOnce(const scratch::ScratchServerPtr &server, qint64 rows, bool batched)
{
    const auto database =
        require(scratch::ScratchDatabase::create(server, QStringLiteral("bench_rows")), "scratch database");
    const auto session = require(database->open(), "connection");
    makeRows(*session, rows);
    if (!batched)
        return leastMs(1, [&] {
            require(session->execute(
                        QStringLiteral("UPDATE public.users SET tier = 'tier' || id % 3 WHERE tier IS NULL")),
                    "UPDATE");
        });
    execution::RunOptions options;
    options.requireProof = false;
    options.skipFingerprintCheck = true;
    execution::RunControl control;
    const double ms = leastMs(1, [&] {
        const auto outcome = execution::runPlan(backfillPlan(session->server().version), database->target(),
                                                options, control, [](const execution::RunEvent &) {}, {});
        if (require(outcome, "run").state != execution::RunState::Done)
            fail(QStringLiteral("The backfill"),
                 base::internalError(QStringLiteral("It did not get to its end.")));
    });
    const auto left = require(
        session->query(QStringLiteral("SELECT count(*) FROM public.users WHERE tier IS NULL")), "count");
    if (left.integer(0, 0) != 0)
        fail(QStringLiteral("The backfill"), base::internalError(QStringLiteral("It left rows.")));
    return ms;
}

} // namespace

Ratios measureBackfill(const scratch::ScratchServerPtr &server, const Options &options)
{
    const double update = runOnce(server, options.rows.value_or(backfillRows), false);
    const double batched = runOnce(server, options.rows.value_or(backfillRows), true);
    return { { QStringLiteral("backfill rows/s, %1 rows, no load").arg(options.rows.value_or(backfillRows)),
               batched, QStringLiteral("one UPDATE of the whole table"), update, 0.9, true } };
}

} // namespace lockstep::bench
