#include "backfill.h"

#include "backfillbatch.h"
#include "backfillsweep.h"

#include <QRandomGenerator>

#include <algorithm>

namespace lockstep::execution {

namespace {

constexpr int manyStripes = 8;
constexpr qint64 stripedFromRows = 20'000;
constexpr int maximumPasses = 3;
constexpr int maximumTries = 8;

class BackfillRun
{
public:
    BackfillRun(RunContext &context, const plan::Step &step)
        : m_context(context)
        , m_step(step)
        , m_spec(*step.backfill)
        , m_size(context.options.targetBatchMs)
    {
        m_clock.start();
    }
    base::Result<StepEnd> run();

private:
    base::Result<void> prepare();
    base::Result<void> create();
    base::Result<void> restart();
    base::Result<int> chooseStripes(qint64 rows);
    base::Result<StepEnd> onePass();
    base::Result<std::optional<Stretch>> nextStretch();
    base::Result<StepEnd> advance();
    base::Result<StepEnd> afterFailure(const base::Error &error, const Stretch &stretch);
    base::Error badRow(const base::Error &error, const Stretch &stretch);
    base::Result<StepEnd> keepPace(const BatchDone &batch);
    void observe();
    void observeGrowth();
    void slowed(const QString &because);
    void report(bool always);
    [[nodiscard]] double seconds() const { return double(m_clock.elapsed()) / 1000; }

    RunContext &m_context;
    const plan::Step &m_step;
    const plan::BackfillSpec &m_spec;
    std::unique_ptr<Batcher> m_batcher;
    BackfillRecord m_record;
    BatchSize m_size;
    DutyCycle m_duty;
    RateMeter m_rate;
    QElapsedTimer m_clock;
    double m_observedAt = -10;
    double m_reportedAt = -10;
    Signals m_signals;
    int m_activeAtStart = -1;
    QString m_slowedBecause;
    QDateTime m_slowedSince;
    QString m_walStart;
    double m_walBytes = 0;
    std::optional<TableCounters> m_countersAtStart;
    TableGrowth m_growth;
    double m_lastBatchMs = 0;
    int m_tries = 0;
    int m_cutFor = -1; ///< Batch size that the stretch under way was cut for.
};

base::Result<int> BackfillRun::chooseStripes(qint64 rows)
{
    // Stripes leave room for new versions of rows; copies need none.
    const bool isCopy = !m_spec.into.name.isEmpty();
    if (isCopy || rows < stripedFromRows || m_batcher->stripe(manyStripes, 0).isEmpty())
        return 1;
    const Signals now = m_context.monitor->readSignals(m_context.work->server().backendPid);
    if (now.horizonSeconds > 60) {
        m_context.log(
            EventLevel::Warning, m_step.id,
            QStringLiteral(
                "A transaction has been open for %1 s: the space of old row versions cannot be used again,"
                " so the table will grow.")
                .arg(now.horizonSeconds, 0, 'f', 0));
        return 1;
    }
    return manyStripes;
}

base::Result<void> BackfillRun::prepare()
{
    const QString table = schema::qualified(m_spec.table.schema, m_spec.table.name);
    observeGrowth();
    const auto facts = m_context.work->query(
        QStringLiteral(
            "SELECT greatest(c.reltuples::bigint, coalesce(pg_stat_get_live_tuples(c.oid), 0), 0), "
            "greatest(c.relpages, 1),"
            " coalesce(pg_relation_filenode(c.oid)::text, '') FROM pg_class c WHERE c.oid = to_regclass($1)"),
        { table });
    if (!facts.has_value())
        return facts.error();
    if (facts->count() == 0)
        return base::inputError(QStringLiteral("There is no table %1 to fill.").arg(table));
    if (m_spec.batcher == plan::Batcher::Ctid) {
        if (m_spec.where.isEmpty())
            return base::inputError(
                QStringLiteral("A backfill of %1 without a key needs a condition for the rows still to do.")
                    .arg(table));
        m_batcher = makeCtidBatcher(m_spec, facts->real(0, 0) / facts->real(0, 1),
                                    m_context.work->server().version >= 140000);
    } else {
        m_batcher = makeKeysetBatcher(m_spec);
    }
    auto known = readBackfill(*m_context.fence, m_context.journal.runId(), m_step.id);
    if (!known.has_value())
        return known.error();
    if (!*known) {
        m_record.estimatedRows = facts->integer(0, 0);
        return create();
    }
    m_record = **known;
    // Also tells the batcher where the keys begin.
    if (const auto bound = m_batcher->bound(*m_context.work); !bound.has_value())
        return bound.error();
    if (m_spec.batcher == plan::Batcher::Ctid && m_record.relfilenode != facts->text(0, 2))
        return restart(); // Rewritten meanwhile: the blocks of before mean nothing now.
    m_context.log(EventLevel::Info, m_step.id,
                  QStringLiteral("Going on after %1 rows.").arg(m_record.rowsSeen));
    return {};
}

base::Result<void> BackfillRun::create()
{
    const auto bound = m_batcher->bound(*m_context.work);
    if (!bound.has_value())
        return bound.error();
    m_record.bound = bound->value_or(Position());
    const auto stripes = chooseStripes(m_record.estimatedRows);
    if (!stripes.has_value())
        return stripes.error();
    m_record.stripes = *stripes;
    if (const auto made = createBackfill(*m_context.fence, m_context.journal, m_step, m_record);
        !made.has_value())
        return made;
    auto stored = readBackfill(*m_context.fence, m_context.journal.runId(), m_step.id);
    if (!stored.has_value())
        return stored.error();
    if (!*stored)
        return base::internalError(QStringLiteral("The backfill's journal row is not there."));
    m_record = **stored;
    return {};
}

base::Result<void> BackfillRun::restart()
{
    const auto bound = m_batcher->bound(*m_context.work);
    if (!bound.has_value())
        return bound.error();
    m_record.bound = bound->value_or(Position());
    if (const auto again = restartBackfill(*m_context.fence, m_context.journal, m_record); !again.has_value())
        return again;
    auto stored = readBackfill(*m_context.fence, m_context.journal.runId(), m_step.id);
    if (!stored.has_value())
        return stored.error();
    m_record = stored->value_or(m_record);
    return {};
}

base::Result<std::optional<Stretch>> BackfillRun::nextStretch()
{
    if (m_record.bound.isEmpty())
        return std::optional<Stretch>();
    if (!m_record.hi.isEmpty())
        return std::optional<Stretch>(Stretch{ m_record.cursor, m_record.hi, m_record.stretchRows });
    m_cutFor = m_size.rows();
    auto stretch = m_batcher->next(*m_context.work, m_record.cursor, m_record.bound,
                                   qint64(m_size.rows()) * m_record.stripes);
    if (!stretch.has_value())
        return stretch.error();
    if (stretch->to.isEmpty())
        return std::optional<Stretch>();
    return std::optional<Stretch>(std::move(stretch).value());
}

/// One batch, or one failed try of it.
base::Result<StepEnd> BackfillRun::advance()
{
    const auto stretch = nextStretch();
    if (!stretch.has_value()) {
        if (classify(stretch.error()) == BatchFailure::Retry)
            return afterFailure(stretch.error(), {});
        return stepError(m_step, stretch.error());
    }
    if (!*stretch)
        return StepEnd::Waiting; // Nothing is left of this pass.
    const auto batch = runBatch(m_context, m_step, *m_batcher, **stretch, m_tries < 2, &m_record);
    if (!batch.has_value())
        return afterFailure(batch.error(), **stretch);
    m_tries = 0;
    m_lastBatchMs = batch->ms;
    m_size.feedback(m_cutFor, batch->visited, batch->affected, batch->ms);
    m_rate.add(seconds(), m_record.rowsSeen);
    report(false);
    return keepPace(*batch);
}

base::Error BackfillRun::badRow(const base::Error &error, const Stretch &stretch)
{
    const auto key = findBadRow(m_context, m_step, *m_batcher, stretch, m_record);
    if (!key.has_value())
        return key.error();
    (void)recordReject(*m_context.fence, m_context.journal, m_step.id, *key, error);
    base::Error named = error;
    named.message = QStringLiteral("The row with %1 = %2 cannot be written: %3")
                        .arg(m_batcher->rowName(), key->join(QStringLiteral(", ")), error.message);
    named.hint = QStringLiteral(
        "Correct that row or the expression, then resume the run. Everything before it is done and stays.");
    return stepError(m_step, named);
}

base::Result<StepEnd> BackfillRun::afterFailure(const base::Error &error, const Stretch &stretch)
{
    if (error.kind == base::ErrorKind::Connection)
        return error;
    m_context.rollBackOpen();
    if (m_context.stopRequested())
        return StepEnd::Stopped;
    switch (classify(error)) {
    case BatchFailure::Fatal: return stepError(m_step, error);
    case BatchFailure::BadRow: return badRow(error, stretch);
    case BatchFailure::Retry: break;
    }
    // A row that somebody keeps locked is waited for as long as it takes, and told.
    const bool isLocked = error.sqlstate == QLatin1String("55P03");
    if (++m_tries > maximumTries && !isLocked)
        return stepError(m_step, error);
    if (isLocked && m_tries >= 3) {
        if (const auto waiting = m_context.enter(RunState::WaitingLock, error.message); !waiting.has_value())
            return waiting.error();
    }
    m_size.shrink(error.sqlstate == QLatin1String("57014") ? 4 : 2);
    slowed(QStringLiteral("A batch could not have its rows (%1) and is tried again.").arg(error.message));
    m_context.log(EventLevel::Retry, m_step.id, m_slowedBecause);
    report(false);
    return m_context.sleepFor(batchRetryMs(m_tries, QRandomGenerator::global()->generateDouble()))
               ? StepEnd::Done
               : StepEnd::Stopped;
}

/// The first reason's moment stays while reasons follow each other.
void BackfillRun::slowed(const QString &because)
{
    if (because.isEmpty())
        m_slowedSince = {};
    else if (!m_slowedSince.isValid())
        m_slowedSince = QDateTime::currentDateTimeUtc();
    m_slowedBecause = because;
}

void BackfillRun::observeGrowth()
{
    m_walBytes = m_context.monitor->walBytesSince(m_walStart);
    const auto now = m_context.monitor->countersOf(schema::qualified(m_spec.table.schema, m_spec.table.name));
    if (!now)
        return;
    if (!m_countersAtStart)
        m_countersAtStart = now;
    m_growth = { now->bytes, m_countersAtStart->bytes, now->updates - m_countersAtStart->updates,
                 now->hotUpdates - m_countersAtStart->hotUpdates, now->deadRows };
}

void BackfillRun::observe()
{
    if (seconds() - m_observedAt < 1)
        return;
    m_observedAt = seconds();
    m_signals = m_context.monitor->readSignals(m_context.work->server().backendPid);
    if (m_activeAtStart < 0) {
        m_activeAtStart = m_signals.activeBackends;
        m_walStart = m_signals.walPosition;
    }
    observeGrowth();
    const Verdict verdict = judge(m_signals, m_activeAtStart);
    m_duty.observe(verdict.health, seconds());
    if (verdict.health != Health::Good && verdict.because != m_slowedBecause)
        m_context.log(EventLevel::Slowed, m_step.id, verdict.because);
    if (verdict.health != Health::Good)
        slowed(verdict.because);
    else if (m_duty.share() >= 1 && !m_duty.isHeld())
        slowed({});
    if (m_signals.waitingOnUs > 0)
        m_size.shrink(2);
}

/// Between two batches: the user's wishes, the server's health, the pause that the duty cycle asks.
base::Result<StepEnd> BackfillRun::keepPace(const BatchDone &batch)
{
    observe();
    while (m_duty.isHeld()) {
        if (const auto held = m_context.enter(RunState::Throttled, m_slowedBecause); !held.has_value())
            return held.error();
        m_rate.add(seconds(), m_record.rowsSeen);
        report(false);
        if (!m_context.sleepFor(1000))
            return StepEnd::Stopped;
        observe();
    }
    if (const auto on = m_context.enter(RunState::Running); !on.has_value())
        return on.error();
    const double pause = m_duty.pauseMs(batch.ms);
    if (pause >= 1 && !m_context.sleepFor(pause))
        return StepEnd::Stopped;
    return StepEnd::Done;
}

void BackfillRun::report(bool always)
{
    if (!always && seconds() - m_reportedAt < 0.1)
        return;
    m_reportedAt = seconds();
    BackfillProgress progress;
    progress.step = m_step.id;
    progress.rowsDone = m_record.rowsDone;
    progress.rowsSeen = m_record.rowsSeen;
    progress.rowsTotal = std::max(m_record.estimatedRows, always ? m_record.rowsSeen : 0);
    progress.rowsPerSecond = m_rate.rate();
    progress.lastBatchMs = m_lastBatchMs;
    progress.batchRows = m_size.rows();
    progress.batches = m_record.batches;
    progress.slowedBecause = m_slowedBecause;
    progress.sessionsWaitingOnUs = m_signals.waitingOnUs;
    progress.fractionDone = m_batcher->fraction(m_record.cursor, m_record.bound);
    if (progress.fractionDone < 0)
        progress.fractionDone = progress.rowsTotal > 0
                                    ? std::min(1.0, double(m_record.rowsSeen) / double(progress.rowsTotal))
                                    : 0;
    progress.slowedSince = m_slowedSince;
    progress.isHeld = m_duty.isHeld();
    progress.dutyShare = m_duty.share();
    progress.stripes = m_record.stripes;
    progress.replicaLagSeconds = m_signals.replicaLagSeconds;
    if (always && m_observedAt >= 0)
        observeGrowth();
    progress.walBytes = m_walBytes;
    progress.table = m_growth;
    const qint64 left = std::max<qint64>(progress.rowsTotal - m_record.rowsSeen, 0);
    const RateMeter::Eta eta = m_rate.eta(left, progress.fractionDone);
    progress.etaLowSeconds = eta.low;
    progress.etaHighSeconds = eta.high;
    m_context.emitEvent(BackfillAdvanced{ progress });
}

base::Result<StepEnd> BackfillRun::onePass()
{
    // Without statistics the planner may prefer to read the whole table for every batch. JIT would
    // compile each of them.
    const bool hasJit = m_context.work->server().version >= 110000;
    const auto set = m_context.work->executeScript(
        QStringLiteral("SET statement_timeout = '30s'; SET lock_timeout = '250ms'; SET enable_seqscan = off")
        + (hasJit ? QStringLiteral("; SET jit = off") : QString()));
    if (!set.has_value())
        return set.error();
    base::Result<StepEnd> end = StepEnd::Done;
    while (end.has_value() && *end == StepEnd::Done) {
        const auto goOn = m_context.passPause();
        if (!goOn.has_value())
            return goOn.error();
        end = *goOn ? advance() : base::Result<StepEnd>(StepEnd::Stopped);
    }
    if (m_context.work->isConnected()) {
        const auto reset = m_context.work->executeScript(
            QStringLiteral("RESET enable_seqscan; SET statement_timeout = 0; SET lock_timeout = 0")
            + (hasJit ? QStringLiteral("; RESET jit") : QString()));
        if (!reset.has_value() && end.has_value())
            return reset.error();
    }
    if (end.has_value() && *end == StepEnd::Waiting)
        return StepEnd::Done;
    return end;
}

base::Result<StepEnd> BackfillRun::run()
{
    if (const auto prepared = prepare(); !prepared.has_value())
        return stepError(m_step, prepared.error());
    report(true);
    qint64 before = -1;
    for (int pass = 1;; ++pass) {
        const auto end = onePass();
        if (!end.has_value() || *end == StepEnd::Stopped)
            return end;
        const auto left = countRowsLeft(m_context, m_step);
        if (!left.has_value()) {
            if (m_context.stopRequested() && left.error().kind != base::ErrorKind::Connection)
                return StepEnd::Stopped;
            return stepError(m_step, left.error());
        }
        if (*left == 0)
            break;
        if (pass >= maximumPasses || *left == before)
            return leftoverError(m_context, m_step, m_batcher->rowName(), *left, pass);
        before = *left;
        m_context.log(EventLevel::Info, m_step.id,
                      QStringLiteral("%1 rows are left; another pass.").arg(*left));
        if (const auto again = restart(); !again.has_value())
            return again.error();
    }
    if (const auto finished = finishBackfill(*m_context.fence, m_context.journal, m_record);
        !finished.has_value())
        return finished.error();
    m_rate.add(seconds() + 0.5, m_record.rowsSeen);
    report(true);
    return StepEnd::Done;
}

} // namespace

base::Result<StepEnd> runBackfill(RunContext &context, const plan::Step &step)
{
    return BackfillRun(context, step).run();
}

} // namespace lockstep::execution
