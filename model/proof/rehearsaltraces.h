#pragma once

#include <model/base/error.h>
#include <model/plan/plan.h>
#include <model/postgres/session.h>
#include <model/schema/catalog.h>

/// What a run leaves in a database, read from there.
namespace lockstep::proof {

/// What a backfill left behind.
struct BackfillTrace
{
    qint64 rowsWritten = -1;
    double hotShare = -1;
    qint64 deadRows = -1;
    qint64 rejects = 0;
};

/// What the server counted of the updates of a backfill's table. A backend tells its counts when it ends, or
/// a moment later.
void readUpdates(postgres::Session &session, const plan::Step &step, BackfillTrace *trace);

/// Some of the rows that a check of the step was about, as the check itself says how to see them; may be
/// empty.
[[nodiscard]] QString offendingRows(const postgres::ConnectionTarget &database, const plan::Step &step,
                                    const base::Error &error);

/// The step that says that a foreign key cannot be validated on its way back, since rows are gone; may be
/// empty.
[[nodiscard]] QString tellerOf(const QString &difference, const plan::Plan &plan,
                               const schema::Catalog &current);

} // namespace lockstep::proof
