#include "backfill.h"

#include "backfillguard.h"
#include "backfillpass.h"
#include "backfillsweep.h"
#include "backfillworkers.h"

namespace lockstep::execution {

namespace {

constexpr int maximumPasses = 3;

class BackfillRun
{
public:
    BackfillRun(RunContext &context, const plan::Step &step)
        : m_context(context)
        , m_step(step)
        , m_spec(*step.backfill)
        , m_pace(context, step)
    { }
    base::Result<StepEnd> run();

private:
    base::Result<void> prepare();
    base::Result<void> readRecord();
    base::Result<StepEnd> passes();
    base::Result<qint64> rowsLeft();
    base::Result<StepEnd> stoppedOr(const base::Error &error) const;
    base::Result<StepEnd> sweep(qint64 *left);

    RunContext &m_context;
    const plan::Step &m_step;
    const plan::BackfillSpec &m_spec;
    BackfillPace m_pace;
    BackfillRecord m_record;
};

base::Result<void> BackfillRun::readRecord()
{
    auto record = recordOf(*m_context.fence, m_context.journal.runId(), m_step.id);
    if (!record.has_value())
        return record.error();
    m_record = std::move(*record);
    return {};
}

base::Result<void> BackfillRun::prepare()
{
    const QString table = schema::qualified(m_spec.table.schema, m_spec.table.name);
    const auto there =
        m_context.fence->query(QStringLiteral("SELECT to_regclass($1) IS NOT NULL"), { table });
    if (!there.has_value())
        return there.error();
    if (!there->boolean(0, 0))
        return base::inputError(QStringLiteral("There is no table %1 to fill.").arg(table));
    const auto known = readBackfill(*m_context.fence, m_context.journal.runId(), m_step.id);
    if (!known.has_value())
        return known.error();
    if (!*known) {
        const auto guard = guardOf(*m_context.fence, table);
        if (!guard.has_value())
            return guard.error();
        if (const auto made = createBackfill(*m_context.fence, m_context.journal, m_step, *guard);
            !made.has_value())
            return made;
    }
    if (const auto read = readRecord(); !read.has_value())
        return read;
    auto parked = parkedRows(*m_context.fence, m_context.journal.runId(), m_step.id);
    if (!parked.has_value())
        return parked.error();
    m_pace.parked = std::move(*parked);
    if (*known)
        m_context.log(EventLevel::Info, m_step.id,
                      QStringLiteral("Going on: %1 rows were visited before, and %2 written.")
                          .arg(m_record.rowsSeen())
                          .arg(m_record.rowsDone()));
    return {};
}

base::Result<qint64> BackfillRun::rowsLeft()
{
    if (const auto tried = tryParked(m_context, m_step, m_record, &m_pace.parked); !tried.has_value())
        return tried.error();
    return countRowsLeft(m_context, m_step, m_record, m_pace.parked);
}

/// A failure of what asks what is left: a stop has cancelled it, or it is the step's.
base::Result<StepEnd> BackfillRun::stoppedOr(const base::Error &error) const
{
    if (m_context.stopRequested() && error.kind != base::ErrorKind::Connection)
        return StepEnd::Stopped;
    return stepError(m_step, error);
}

/// Done: nothing is left, or `left` rows are the next pass's.
base::Result<StepEnd> BackfillRun::sweep(qint64 *left)
{
    auto counted = rowsLeft();
    if (!counted.has_value())
        return stoppedOr(counted.error());
    *left = *counted;
    if (*left == 0 || !m_pace.parked.isEmpty())
        return StepEnd::Done;
    const auto keys = keysLeft(m_context, m_step, m_record, *left);
    if (!keys.has_value())
        return stoppedOr(keys.error());
    if (keys->isEmpty())
        return StepEnd::Done;
    m_context.log(EventLevel::Info, m_step.id,
                  QStringLiteral("%1 rows are left; they are written by their keys.").arg(*left));
    if (const auto set = useBatchSettings(*m_context.work, m_spec); !set.has_value())
        return stepError(m_step, set.error());
    const auto written = writeByKeys(m_context, m_step, m_record, *keys,
                                     [this](double ms) { return m_pace.keep(m_record, 0, ms); });
    resetBatchSettings(*m_context.work);
    if (!written.has_value())
        return stoppedOr(written.error());
    if (*written != StepEnd::Done)
        return written;
    if (const auto read = readRecord(); !read.has_value())
        return read.error();
    counted = rowsLeft();
    if (!counted.has_value())
        return stoppedOr(counted.error());
    *left = *counted;
    return StepEnd::Done;
}

base::Result<StepEnd> BackfillRun::passes()
{
    qint64 before = -1;
    for (int pass = 1;; ++pass) {
        const auto end = BackfillPass(m_context, m_step, m_pace, m_record, pass).run();
        if (!end.has_value() || *end == StepEnd::Stopped)
            return end;
        qint64 left = 0;
        const auto swept = sweep(&left);
        if (!swept.has_value() || *swept == StepEnd::Stopped)
            return swept;
        if (left == 0)
            return StepEnd::Done;
        if (pass >= maximumPasses || left == before)
            return leftoverError(m_context, m_step,
                                 m_spec.key.isEmpty() ? QStringLiteral("ctid")
                                                      : m_spec.key.join(QStringLiteral(", ")),
                                 left, pass);
        before = left;
        m_context.log(EventLevel::Info, m_step.id,
                      QStringLiteral("%1 rows are left; another pass.").arg(left));
        if (const auto vacuumed = BackfillVacuum(m_context, m_step)
                                      .betweenPasses(*m_context.work, m_record, m_pace.isHorizonPinned());
            !vacuumed.has_value())
            return stepError(m_step, vacuumed.error());
        if (const auto again = restartBackfill(*m_context.fence, m_context.journal, m_step);
            !again.has_value())
            return again.error();
        if (const auto read = readRecord(); !read.has_value())
            return read.error();
    }
}

base::Result<StepEnd> BackfillRun::run()
{
    if (const auto prepared = prepare(); !prepared.has_value())
        return stepError(m_step, prepared.error());
    m_pace.setWorkers({ m_context.work->server().backendPid });
    m_pace.begin(m_record.rowsSeen());
    const auto end = passes();
    if (!end.has_value() || *end == StepEnd::Stopped)
        return end;
    m_pace.end(m_record);
    if (!m_pace.parked.isEmpty())
        m_context.log(
            EventLevel::Warning, m_step.id,
            QStringLiteral("%1 rows are put aside and were not written.").arg(m_pace.parked.size()));
    return StepEnd::Done;
}

} // namespace

base::Result<StepEnd> runBackfill(RunContext &context, const plan::Step &step)
{
    return BackfillRun(context, step).run();
}

} // namespace lockstep::execution
