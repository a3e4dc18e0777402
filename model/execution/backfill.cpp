#include "backfill.h"

#include "backfillguard.h"
#include "backfillsweep.h"
#include "backfillworkers.h"
#include "rangeworker.h"

#include <algorithm>
#include <thread>
#include <vector>

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
    base::Result<void> useSettings(postgres::Session &session);
    void resetSettings();
    base::Result<StepEnd> onePass();
    base::Result<StepEnd> workOn(int worker);
    BackfillRange *nextRange();
    base::Result<int> prepareWorkers();
    void openSessions(int workers);
    base::Result<void> sliceRanges(int workers);
    base::Result<StepEnd> together();
    base::Result<StepEnd> passes();
    base::Result<qint64> rowsLeft();
    [[nodiscard]] double fraction() const;
    [[nodiscard]] double fractionOf(const BackfillRange &range) const;
    void report(bool always);

    RunContext &m_context;
    const plan::Step &m_step;
    const plan::BackfillSpec &m_spec;
    BackfillPace m_pace;
    BackfillRecord m_record;
    std::vector<std::unique_ptr<postgres::Session>> m_sessions; ///< Of the workers after the first.
    std::vector<std::unique_ptr<RangeWorker>> m_workers;
    qsizetype m_next = 0; ///< Of the ranges, the next that nobody works on.
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
        done += rows * fractionOf(range);
        all += rows;
    }
    return all > 0 ? std::min(done / all, 0.999) : 0;
}

double BackfillRun::fractionOf(const BackfillRange &range) const
{
    if (range.state != BackfillRange::State::Running)
        return range.state == BackfillRange::State::Done ? 1 : 0;
    const auto worker = std::find_if(m_workers.cbegin(), m_workers.cend(),
                                     [&](const auto &one) { return one->range() == &range; });
    const double part = worker == m_workers.cend() ? -1 : (*worker)->fractionOf(range);
    if (part >= 0)
        return part;
    return std::min(1.0, double(range.rowsSeen) / double(std::max<qint64>(range.estimatedRows, 1)));
}

void BackfillRun::report(bool always)
{
    m_pace.report(m_record, fraction(), always);
}

base::Result<void> BackfillRun::useSettings(postgres::Session &session)
{
    // Without statistics the planner may prefer to read the whole table for every batch. JIT would
    // compile each of them. Keys that are floats travel as text.
    const bool hasJit = session.server().version >= 110000;
    const bool hasFloats = m_spec.keyTypes.contains(QStringLiteral("real"))
                           || m_spec.keyTypes.contains(QStringLiteral("double precision"));
    return session.executeScript(
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

BackfillRange *BackfillRun::nextRange()
{
    while (m_next < m_record.ranges.size()) {
        BackfillRange &range = m_record.ranges[m_next++];
        const bool isGone = range.name.name.isEmpty() && !range.isWhole; // A partition that was dropped.
        if (range.state != BackfillRange::State::Done && !isGone)
            return &range;
    }
    return nullptr;
}

base::Result<StepEnd> BackfillRun::workOn(int worker)
{
    while (BackfillRange *range = nextRange()) {
        auto end = m_workers[std::size_t(worker)]->workOn(range, m_pass);
        if (!end.has_value() || *end != StepEnd::Done)
            return end;
    }
    return StepEnd::Done;
}

/// What a further worker may find missing ends nothing: the others do its part.
void BackfillRun::openSessions(int workers)
{
    m_sessions.clear();
    while (int(m_sessions.size()) + 1 < workers) {
        auto session = openWorker(m_context, int(m_sessions.size()) + 2);
        auto ready = session.has_value() ? useSettings(**session) : base::Result<void>(session.error());
        if (!ready.has_value()) {
            m_context.log(EventLevel::Warning, m_step.id,
                          QStringLiteral("There is no connection for worker %1 (%2); the others go on.")
                              .arg(m_sessions.size() + 2)
                              .arg(ready.error().message));
            return;
        }
        m_sessions.push_back(std::move(*session));
    }
}

/// Before the first of their batches, so that none of them is in the way of another's place in the record.
base::Result<void> BackfillRun::sliceRanges(int workers)
{
    constexpr int slicesEach = 4; // So that they end at about the same time.
    // One that was begun and is neither cut nor written was interrupted just there.
    const auto isUncut = [this](const BackfillRange &range) {
        return range.state == BackfillRange::State::Running && range.batches == 0
               && std::count_if(m_record.ranges.cbegin(), m_record.ranges.cend(), [&](const auto &other) {
                      return other.relation == range.relation;
                  }) == 1;
    };
    for (const BackfillRange &range : std::as_const(m_record.ranges)) {
        const bool mayBeCut = range.state == BackfillRange::State::Pending || isUncut(range);
        if (!mayBeCut || range.name.name.isEmpty())
            continue;
        if (const auto cut = sliceRange(m_context, m_step, range, workers * slicesEach); !cut.has_value())
            return cut;
    }
    return readRecord();
}

/// How many there are for this pass. What sweeps find is little, and one does it.
base::Result<int> BackfillRun::prepareWorkers()
{
    m_workers.clear();
    m_sessions.clear();
    if (const auto set = useSettings(*m_context.work); !set.has_value())
        return set.error();
    int workers = 1;
    if (m_context.options.workers > 1 && m_pass == 1) {
        const auto most = mostWorkers(m_context, m_step);
        if (!most.has_value())
            return most.error();
        workers = *most;
    }
    if (workers > 1) {
        if (const auto cut = sliceRanges(workers); !cut.has_value())
            return cut.error();
        openSessions(workers);
    }
    QVector<int> pids;
    const auto add = [&](postgres::Session &session) {
        m_workers.push_back(std::make_unique<RangeWorker>(m_context, session, int(m_workers.size()), m_step,
                                                          m_pace, m_record));
        m_workers.back()->report = [this](bool always) { report(always); };
        pids.append(session.server().backendPid);
    };
    add(*m_context.work);
    for (const auto &session : m_sessions)
        add(*session);
    m_pace.setWorkers(pids);
    return int(m_workers.size());
}

/// Each on a thread of its own; the first error or stop ends all of them.
base::Result<StepEnd> BackfillRun::together()
{
    m_context.setWorkers(int(m_workers.size()));
    base::Result<StepEnd> all = StepEnd::Done;
    std::vector<std::thread> threads;
    for (int i = 0; i < int(m_workers.size()); ++i) {
        threads.emplace_back([this, i, &all] {
            m_context.turn.take();
            auto end = workOn(i);
            const bool isDone = end.has_value() && *end == StepEnd::Done;
            m_pace.workerLeft(i);
            m_context.workerLeft(!isDone);
            // An error says more than a stop, which may only be its consequence.
            if (all.has_value() && !isDone && (!end.has_value() || *all == StepEnd::Done))
                all = std::move(end);
            m_context.turn.give();
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    m_context.setWorkers(1);
    return all;
}

base::Result<StepEnd> BackfillRun::onePass()
{
    m_next = 0;
    const auto workers = prepareWorkers();
    if (!workers.has_value())
        return stepError(m_step, workers.error());
    auto end = *workers > 1 ? together() : workOn(0);
    m_sessions.clear();
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
    // Where a synchronous standby is missing, the journal must not wait for it: the order of what is
    // written is the same on the standby, so it never has a batch without its cursor.
    (void)m_context.fence->execute(QStringLiteral("SET synchronous_commit = local"));
    if (const auto prepared = prepare(); !prepared.has_value())
        return stepError(m_step, prepared.error());
    m_pace.setWorkers({ m_context.work->server().backendPid });
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
