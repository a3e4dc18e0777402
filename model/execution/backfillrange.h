#pragma once

#include "backfilljournal.h"
#include "runcontext.h"

namespace lockstep::execution {

/// A range with what walks it.
struct OpenRange
{
    BackfillRange range;
    postgres::Session *session = nullptr; ///< Where its batches run.
    plan::BackfillSpec spec; ///< The step's, narrowed to the range's relation.
    std::unique_ptr<Batcher> batcher;
    int stripes = 1; ///< Into how many its stretches are cut, unless nothing can be used again anyway.
    int mostRows = 0; ///< Of one batch: so few that a write seldom meets one of them.
};

/// Chooses the batcher of a range that was not begun, or was of blocks that are no more, finds its bound
/// and begins it in the journal; takes one that was begun up again as it was.
/// Errors: Input, where the rows can be told apart neither by a key nor by a condition.
[[nodiscard]] base::Result<OpenRange> openRange(RunContext &context, postgres::Session &session,
                                                const plan::Step &step, const BackfillRange &range, int pass);

/// Cuts a range that was not begun into so many slices at most, which several workers can fill at a time, and
/// begins all of them; a small one is begun as it is. The record has to be read again afterwards.
[[nodiscard]] base::Result<void> sliceRange(RunContext &context, const plan::Step &step,
                                            const BackfillRange &range, int slices);

/// Whether the relation was rewritten since the range was begun, so that its blocks mean nothing now.
[[nodiscard]] base::Result<bool> wasRewritten(RunContext &context, const BackfillRange &range);

} // namespace lockstep::execution
