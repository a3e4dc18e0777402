#pragma once

#include <model/analysis/checklist.h>
#include <model/base/result.h>
#include <model/postgres/session.h>

#include <QSet>

#include <functional>
#include <stop_token>

namespace lockstep::project {

struct PreflightOptions
{
    bool watchTraffic = true;
    int sampleMs = 3000; ///< How long it is watched; 0: averages since the counters were reset.
    bool askRows = true; ///< The plan's own queries about rows, which may read whole tables.
    int rowsTimeoutMs = 30000; ///< For each of them.
    QSet<QString> rowsAgain; ///< Where `askRows` is false: ask these all the same, by the ids of their items.
    bool readSchema = true; ///< For drift; takes as long as reading the catalog.
    double longTransactionSeconds = 60;
    double stuckTransactionSeconds = 300;

    /// What a run asks before it begins: not what its own start gate and its verify steps ask anyway, but
    /// for `rowsAgain`, which have said stop.
    [[nodiscard]] static PreflightOptions beforeRun(const QSet<QString> &rowsAgain = {});
};

/// Asks a database everything that should be known before the plan runs on it. Only reads, and never waits
/// for a lock; blocking. What could not be asked is an item that says so. Errors: Connection, Canceled.
[[nodiscard]] base::Result<analysis::ChecklistPtr> readChecklist(const plan::PlanPtr &plan,
                                                                 const postgres::ConnectionTarget &target,
                                                                 const PreflightOptions &options,
                                                                 std::stop_token stop = {});

} // namespace lockstep::project
