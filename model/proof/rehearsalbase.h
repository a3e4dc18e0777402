#pragma once

#include "plansides.h"
#include "rehearsal.h"

namespace lockstep::proof {

/// The database that each way of a rehearsal begins with.
struct RehearsalBase
{
    std::unique_ptr<scratch::ScratchDatabase>
        database; ///< Copied for each way; null where a database was named.
    postgres::ConnectionTarget target;
    ProofSide named; ///< Of a named database: as it is before; its way back must lead there.
    bool hadJournal = false; ///< A named database has one of other runs; it stays.
    QString description; ///< "120 000 made-up rows in 4 tables"
    QVector<RehearsedTable> tables;
    QStringList prepare;
    QStringList notes;
    QStringList notRehearsed;
};

/// Seeds, restores or connects, or takes what the stock holds of the same rows. Errors: Input, Server,
/// Connection, Environment, Canceled.
[[nodiscard]] base::Result<std::shared_ptr<RehearsalBase>> makeBase(
    const plan::Plan &plan, const PlanSides &sides, const scratch::ScratchServerPtr &scratch,
    const RehearsalOptions &options, const RehearsalSink &sink, const std::stop_token &stop);

} // namespace lockstep::proof
