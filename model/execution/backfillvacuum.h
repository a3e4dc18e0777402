#pragma once

#include "backfilljournal.h"
#include "runcontext.h"

namespace lockstep::execution {

/// Vacuums what a backfill leaves behind: between two passes, and of a huge table after each tenth of it,
/// where many of the rows are old versions. Without that a table may grow to twice its size before autovacuum
/// comes, or where it is off. Never in the way of others: a table that is locked is left out, a vacuum that a
/// pause or a stop meets is given up, and what fails is told and ends nothing.
class BackfillVacuum
{
public:
    BackfillVacuum(RunContext &context, const plan::Step &step)
        : m_context(context)
        , m_step(step)
    { }
    /// After a batch of that range, `fraction` of which is behind the cursor. `session` is the one that
    /// writes; it is outside of a transaction. `isPinned`: an old snapshot keeps every old version. Errors:
    /// Connection.
    [[nodiscard]] base::Result<void> afterBatch(postgres::Session &session, const BackfillRange &range,
                                                double fraction, bool isPinned);
    /// Between two passes, each relation of the table.
    [[nodiscard]] base::Result<void> betweenPasses(postgres::Session &session, const BackfillRecord &record,
                                                   bool isPinned);

private:
    struct Size
    {
        qint64 pages = 0;
        double deadShare = 0;
        double deadRows = 0;
    };
    [[nodiscard]] base::Result<std::optional<Size>> sizeOf(postgres::Session &session,
                                                           const BackfillRange &range) const;
    [[nodiscard]] bool isWorthwhile(const Size &size) const;
    base::Result<void> vacuum(postgres::Session &session, const BackfillRange &range, const Size &size);

    RunContext &m_context;
    const plan::Step &m_step;
    QHash<qint64, int> m_tenths; ///< By range: how many of them were looked at.
};

} // namespace lockstep::execution
