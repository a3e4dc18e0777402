#pragma once

#include "comparison.h"

#include <model/diff/renaming.h>
#include <model/plan/plan.h>
#include <model/scratch/scratchserver.h>

#include <QHash>
#include <QSet>

#include <functional>
#include <memory>

namespace lockstep::proof {

struct RowProofInput
{
    const plan::Plan &plan;
    const ProofSide &current; ///< Loaded and without rows; it stays so.
    QVector<diff::RenameStep> renames;
    QSet<QString> touched; ///< Relations the plan was seen or said to touch, as SQL names them.
};

/// The second pass: the plan and its way back on a copy of the current schema with rows. Follows
/// every row and value from the start over the end of the plan to the end of the rollback.
/// A step that some rows do not pass is tried on the others, so that what follows is proved too.
/// Errors: Environment, Server, Canceled.
[[nodiscard]] base::Result<plan::RowProof> proveRows(const RowProofInput &input,
                                                     const scratch::ScratchServerPtr &scratch,
                                                     const std::function<void(const QString &)> &report,
                                                     const std::stop_token &stop);

/// The pass with what it leaves behind.
struct RowPass
{
    plan::RowProof proof;
    /// The current schema with those of the rows that plan and rollback passed on; null where they did not
    /// get to their end.
    std::unique_ptr<scratch::ScratchDatabase> survivors;
    QHash<QString, int> removed; ///< Rows that some step does not pass, by the table's name in the beginning.
};
[[nodiscard]] base::Result<RowPass> passRows(const RowProofInput &input,
                                             const scratch::ScratchServerPtr &scratch,
                                             const std::function<void(const QString &)> &report,
                                             const std::stop_token &stop);

} // namespace lockstep::proof
