#pragma once

#include "rehearsalreport.h"

#include <model/execution/runevents.h>
#include <model/postgres/session.h>
#include <model/schema/statistics.h>
#include <model/scratch/scratchserver.h>

#include <functional>
#include <stop_token>
#include <variant>

namespace lockstep::proof {

/// Made-up rows in the plan's own current schema.
struct SeededMaterial
{
    qint64 rows = 10'000; ///< In tables that refer to no other; five times as many in those that do.
    int seed = 1;
};
/// A backup by pg_dump, in any of its formats.
struct ArchiveMaterial
{
    QString path;
    int jobs = 0; ///< 0: as many as the machine has processors, up to 8.
};
/// A database that somebody named and confirmed. It is run on as it is and taken back.
struct DatabaseMaterial
{
    postgres::ConnectionTarget target;
};
using RehearsalMaterial = std::variant<SeededMaterial, ArchiveMaterial, DatabaseMaterial>;

struct RehearsalBase;

/// The rows of the last rehearsal on a scratch server, so that the next one on the same rows begins at once.
/// Used by one rehearsal at a time; whoever keeps it keeps the server.
struct RehearsalStock
{
    scratch::ScratchServerPtr server;
    QByteArray key; ///< Of what the rows were made for and from.
    std::shared_ptr<RehearsalBase> base;
};

struct RehearsalOptions
{
    RehearsalMaterial material;
    schema::StatisticsPtr
        production; ///< Sizes to estimate for, and how made-up values are spread; may be null.
    analysis::RatesPtr rates; ///< What estimates go by; null: the default ones.
    std::shared_ptr<RehearsalStock> stock; ///< Null: nothing is kept.
    bool fromGates = true; ///< Also go back from each gate; needs copies of the database.
    double slowMs = 30'000;
    double longHoldMs = 100;
};

struct RehearsalProgress
{
    QString text; ///< What is being done, a whole sentence.
    int done = 0; ///< Of `total` units of it; total 0: not known.
    int total = 0;
    QString step; ///< The step at work, on the way from start to end; empty otherwise.
    execution::StepState state = execution::StepState::Pending;
    double ms = 0;
};
/// Called in the thread that rehearses.
using RehearsalSink = std::function<void(const RehearsalProgress &)>;

/// Runs a plan with rows and a clock: every step by the executor that runs it in production, with its
/// journal, then the whole way back, then to each gate and back from there, each on a copy of its own.
/// Schemas are compared by both observers of a proof, what tables hold by checksums. Locks are sampled all
/// the while. Nothing stays on the scratch server but what the stock keeps; a named database is taken back,
/// its journal removed. A plan that fails is no error but an outcome. Errors: Input (the plan holds no
/// scripts, the archive cannot be restored or is of another schema), Refused (drift of a named database),
/// Connection, Environment, Canceled.
[[nodiscard]] base::Result<RehearsalPtr> rehearse(const plan::PlanPtr &plan,
                                                  const scratch::ScratchServerPtr &scratch,
                                                  const RehearsalOptions &options, const RehearsalSink &sink,
                                                  std::stop_token stop);

} // namespace lockstep::proof
