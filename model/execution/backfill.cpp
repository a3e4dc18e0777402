#include "backfill.h"

#include "backfillguard.h"
#include "backfillsweep.h"
#include "rangeworker.h"

#include <algorithm>

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
        , m_worker(context, step, m_pace, m_record)
    {
        m_worker.report = [this](bool always) { report(always); };
    }
    base::Result<StepEnd> run();

private:
    base::Result<void> prepare();
    base::Result<void> readRecord();
    base::Result<void> useSettings();
    void resetSettings();
    base::Result<StepEnd> onePass();
    base::Result<StepEnd> passes();
    base::Result<qint64> rowsLeft();
    [[nodiscard]] double fraction() const;
    void report(bool always);

    RunContext &m_context;
    const plan::Step &m_step;
    const plan::BackfillSpec &m_spec;
    BackfillPace m_pace;
    BackfillRecord m_record;
    RangeWorker m_worker;
    int m_pass = 1;
};

base::Result<void> BackfillRun::readRecord()
{
    auto known = readBackfill(*m_context.fence, m_context.journal.runId(), m_step.id);
    if (!known.has_value())
        return known.error();
    if (!*known)
        return base::internalError(QStringLiteral("The backfill's journal row is not there."));
    m_record = std::move(**known);
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
                      QStringLiteral("Going on after %1 rows.").arg(m_record.rowsSeen()));
    return {};
}

/// Weighed by the rows that each range is thought to have.
double BackfillRun::fraction() const
{
    if (m_pass > 1)
        return 0.999;
    double done = 0;
    double all = 0;
    for (const BackfillRange &range : m_record.ranges) {
        const double rows = double(std::max<qint64>(range.estimatedRows, 1));
        done += rows * (range.state == BackfillRange::State::Done ? 1 : m_worker.fractionOf(range));
        all += rows;
    }
    return all > 0 ? std::min(done / all, 0.999) : 0;
}

void BackfillRun::report(bool always)
{
    m_pace.report(m_record, fraction(), always);
}

base::Result<void> BackfillRun::useSettings()
{
    // Without statistics the planner may prefer to read the whole table for every batch. JIT would
    // compile each of them. Keys that are floats travel as text.
    const bool hasJit = m_context.work->server().version >= 110000;
    const bool hasFloats = m_spec.keyTypes.contains(QStringLiteral("real"))
                           || m_spec.keyTypes.contains(QStringLiteral("double precision"));
    return m_context.work->executeScript(
        QStringLiteral("SET statement_timeout = '30s'; SET lock_timeout = '250ms'; SET enable_seqscan = off")
        + (hasJit ? QStringLiteral("; SET jit = off") : QString())
        + (hasFloats ? QStringLiteral("; SET extra_float_digits = 1") : QString()));
}

void BackfillRun::resetSettings()
{
    const bool hasJit = m_context.work->server().version >= 110000;
    if (m_context.work->isConnected())
        (void)m_context.work->executeScript(
            QStringLiteral("RESET enable_seqscan; SET statement_timeout = 0; SET lock_timeout = 0")
            + (hasJit ? QStringLiteral("; RESET jit") : QString()));
}

base::Result<StepEnd> BackfillRun::onePass()
{
    if (const auto set = useSettings(); !set.has_value())
        return set.error();
    base::Result<StepEnd> end = StepEnd::Done;
    for (BackfillRange &range : m_record.ranges) {
        const bool isGone = range.name.name.isEmpty() && !range.isWhole; // A partition that was dropped.
        if (range.state == BackfillRange::State::Done || isGone)
            continue;
        end = m_worker.workOn(&range, m_pass);
        if (!end.has_value() || *end != StepEnd::Done)
            break;
    }
    resetSettings();
    return end;
}

base::Result<qint64> BackfillRun::rowsLeft()
{
    if (const auto tried = tryParked(m_context, m_step, m_record, &m_pace.parked); !tried.has_value())
        return tried.error();
    return countRowsLeft(m_context, m_step, m_record, m_pace.parked);
}

base::Result<StepEnd> BackfillRun::passes()
{
    qint64 before = -1;
    for (m_pass = 1;; ++m_pass) {
        const auto end = onePass();
        if (!end.has_value() || *end == StepEnd::Stopped)
            return end;
        const auto left = rowsLeft();
        if (!left.has_value()) {
            if (m_context.stopRequested() && left.error().kind != base::ErrorKind::Connection)
                return StepEnd::Stopped;
            return stepError(m_step, left.error());
        }
        if (*left == 0)
            return StepEnd::Done;
        if (m_pass >= maximumPasses || *left == before)
            return leftoverError(m_context, m_step,
                                 m_spec.key.isEmpty() ? QStringLiteral("ctid")
                                                      : m_spec.key.join(QStringLiteral(", ")),
                                 *left, m_pass);
        before = *left;
        m_context.log(EventLevel::Info, m_step.id,
                      QStringLiteral("%1 rows are left; another pass.").arg(*left));
        if (const auto again = restartBackfill(*m_context.fence, m_context.journal, m_step);
            !again.has_value())
            return again.error();
        if (const auto read = readRecord(); !read.has_value())
            return read.error();
    }
}

base::Result<StepEnd> BackfillRun::run()
{
    // Where a synchronous standby is missing, the journal must not wait for it: the order of what is
    // written is the same on the standby, so it never has a batch without its cursor.
    (void)m_context.fence->execute(QStringLiteral("SET synchronous_commit = local"));
    if (const auto prepared = prepare(); !prepared.has_value())
        return stepError(m_step, prepared.error());
    m_pace.begin(m_record.rowsSeen());
    report(true);
    const auto end = passes();
    if (m_context.fence && m_context.fence->isConnected())
        (void)m_context.fence->execute(QStringLiteral("RESET synchronous_commit"));
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
