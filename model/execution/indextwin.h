#pragma once

#include "runcontext.h"
#include "statementprobe.h"

namespace lockstep::execution {

struct IndexThere
{
    QString name; ///< As SQL writes it.
    QString definition;
};

/// Whether the step's CREATE INDEX would make what the index is, whatever both are written like: made once
/// more on an empty copy of its table, which is gone afterwards. Error: it is another one, or the copy cannot
/// be made and the run has not set about to make an index of that name. `work` is in no transaction.
[[nodiscard]] base::Result<void> checkIndex(RunContext &context, const plan::Step &step,
                                            const QString &createIndex, const ProbeTarget &target,
                                            const IndexThere &there);

} // namespace lockstep::execution
