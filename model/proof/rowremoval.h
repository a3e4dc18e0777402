#pragma once

#include "steprunner.h"

namespace lockstep::proof {

/// What came of looking for the rows that a step does not pass on.
struct RowRemoval
{
    bool isFound = false; ///< False: no set of rows explains the failure.
    QString sentence; ///< How many rows of which table, why, one of them, and what to do.
};

/// A step failed because of rows. Finds by trying which of the rows in `tables` (names as SQL
/// writes them) it does not pass on, and takes them out together with what refers to them, so
/// that the step can be run on the others. Errors: Server, Canceled.
[[nodiscard]] base::Result<RowRemoval> removeOffendingRows(StepRunner &runner, const plan::Step &step,
                                                           StepRunner::Way way, const StepFailure &failure,
                                                           const QStringList &tables,
                                                           const std::stop_token &stop);

} // namespace lockstep::proof
