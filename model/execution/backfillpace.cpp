#include "backfillpace.h"

#include <algorithm>

namespace lockstep::execution {

namespace {

constexpr double observeEverySeconds = 0.8; // So that the first reaction comes within a second.
constexpr double beatEverySeconds = 2;
constexpr double waitStepMs = 10'000;
constexpr double longestWaitMs = 60'000;
constexpr int toldRows = 10;

QString rejectText(const RejectedRow &row)
{
    return QStringLiteral("%1: %2").arg(row.key.join(QStringLiteral(", ")), row.message);
}

} // namespace

BackfillPace::BackfillPace(RunContext &context, const plan::Step &step)
    : size(context.options.targetBatchMs)
    , m_context(context)
    , m_step(step)
    , m_table(schema::qualified(step.backfill->table.schema, step.backfill->table.name))
    , m_duty(context.options.limits.calmSeconds)
{
    m_clock.start();
}

void BackfillPace::begin(qint64 rowsSeen)
{
    m_rate.add(seconds(), rowsSeen);
    observe();
}

void BackfillPace::slowed(const QString &because)
{
    // The first reason's moment stays while reasons follow each other.
    if (because.isEmpty())
        m_slowedSince = {};
    else if (!m_slowedSince.isValid())
        m_slowedSince = QDateTime::currentDateTimeUtc();
    m_slowedBecause = because;
}

void BackfillPace::observeGrowth()
{
    m_walBytes = m_context.monitor->walBytesSince(m_walStart);
    const auto now = m_context.monitor->countersOf(m_table);
    if (!now)
        return;
    if (!m_countersAtStart)
        m_countersAtStart = now;
    m_growth = { now->bytes, m_countersAtStart->bytes, now->updates - m_countersAtStart->updates,
                 now->hotUpdates - m_countersAtStart->hotUpdates, now->deadRows };
}

void BackfillPace::observeArchive()
{
    if (m_signals.currentSegment < 0)
        return;
    if (m_firstSegment < 0)
        m_firstSegment = m_signals.currentSegment;
    // Where nothing was ever archived, what is written since the start is what waits.
    const qint64 archived = m_signals.archivedSegment >= 0 ? m_signals.archivedSegment : m_firstSegment - 1;
    m_signals.archiveQueue = std::max<qint64>(m_signals.currentSegment - archived - 1, 0);
}

void BackfillPace::observeDisk()
{
    // Only where the server is on this machine can its disk be looked at.
    const QString host = m_context.work->server().host;
    if (m_signals.dataDirectory.isEmpty() || !host.startsWith(QLatin1Char('/')))
        return;
    const QStorageInfo disk(m_signals.dataDirectory);
    if (disk.isValid())
        m_signals.freeDiskBytes = disk.bytesAvailable();
}

/// Slots and standbys tell no time, but one that wants the same transaction for long holds vacuum back.
void BackfillPace::observeHorizon()
{
    if (m_signals.pinnedXid != m_pinnedXid) {
        m_pinnedXid = m_signals.pinnedXid;
        m_pinnedSince = seconds();
    }
    const double since = m_pinnedXid.isEmpty() ? 0 : seconds() - m_pinnedSince;
    if (since <= m_signals.horizonSeconds)
        return;
    m_signals.horizonSeconds = since;
    m_signals.horizonOwner = m_signals.pinnedBy;
}

void BackfillPace::observeCommits()
{
    constexpr qsizetype remembered = 10;
    if (seconds() - m_beatAt >= beatEverySeconds) {
        m_beatAt = seconds();
        QElapsedTimer timer;
        timer.start();
        // Batches do not wait for their commits; the heartbeat does, as the application's writes do.
        if (m_context.journal.beat().has_value())
            m_commits.append(double(timer.nsecsElapsed()) / 1e6);
        if (m_commits.size() > remembered)
            m_commits.removeFirst();
    }
    if (m_commits.size() < 3)
        return;
    // The second slowest: one hiccup is none of ours.
    QVector<double> sorted = m_commits;
    std::sort(sorted.begin(), sorted.end());
    m_signals.commitMs = sorted[sorted.size() - 2];
}

Verdict BackfillPace::verdict() const
{
    return judge(m_signals, m_activeAtStart, m_context.options.limits);
}

void BackfillPace::observe()
{
    const double since = seconds() - m_observedAt;
    if (since < observeEverySeconds)
        return;
    m_observedAt = seconds();
    const double walBefore = m_walBytes;
    m_signals = m_context.monitor->readSignals(m_pids, m_table);
    if (m_activeAtStart < 0) {
        m_activeAtStart = m_signals.activeBackends;
        m_walStart = m_signals.walPosition;
    }
    observeGrowth();
    m_signals.walBytesPerSecond = since < 5 ? (m_walBytes - walBefore) / since : 0;
    observeArchive();
    observeDisk();
    observeHorizon();
    observeCommits();
    const RunOptions &options = m_context.options;
    if (!options.throttleSql.isEmpty())
        m_signals.throttle = m_context.monitor->throttleValue(options.throttleSql);
    m_signals.outsideWindow = options.window && !options.window->contains(QTime::currentTime());
    const Verdict now = verdict();
    m_duty.limit(now.shareLimit);
    m_duty.observe(now.health, seconds());
    m_workers.observe(now.shareLimit < 1 && now.health == Health::Good ? Health::Soft : now.health,
                      seconds());
    if (!now.because.isEmpty() && now.because != m_slowedBecause)
        m_context.log(EventLevel::Slowed, m_step.id, now.because);
    if (!now.because.isEmpty())
        slowed(now.because);
    else if (m_duty.share() >= 1 && !m_duty.isHeld())
        slowed({});
    if (m_signals.waitingOnUs > 0)
        size.shrink(2);
}

void BackfillPace::setWorkers(const QVector<int> &pids)
{
    m_pids = pids;
    m_isAtWork = QVector<bool>(pids.size(), true);
    m_workers = WorkerLaw(int(pids.size()));
}

int BackfillPace::workersAtWork() const
{
    return std::min(int(m_isAtWork.count(true)), m_workers.allowed());
}

/// Those with higher numbers rest first; where they alone have rows left, they are the first.
bool BackfillPace::isOneTooMany(int worker) const
{
    return m_isAtWork.first(worker).count(true) >= m_workers.allowed();
}

base::Result<StepEnd> BackfillPace::keep(const BackfillRecord &record, int worker, double batchMs)
{
    observe();
    while (m_duty.isHeld() || isOneTooMany(worker)) {
        const RunState state = m_duty.isHeld() ? RunState::Throttled : RunState::Running;
        if (const auto held = m_context.enter(state, m_slowedBecause); !held.has_value())
            return held.error();
        m_rate.add(seconds(), record.rowsSeen());
        report(record, m_fraction, false);
        if (!m_context.sleepFor(m_duty.isHeld() ? 1000 : 200))
            return StepEnd::Stopped;
        if (const auto goOn = m_context.passPause(state); !goOn.has_value())
            return goOn.error();
        observe();
    }
    if (const auto on = m_context.enter(RunState::Running); !on.has_value())
        return on.error();
    const double pause = m_duty.pauseMs(batchMs);
    if (pause >= 1 && !m_context.sleepFor(pause, [this] { return m_context.control().paused(); }))
        return StepEnd::Stopped;
    return StepEnd::Done;
}

base::Result<StepEnd> BackfillPace::waitForRoom(const BackfillRecord &record, const base::Error &error)
{
    const double wait = std::min(longestWaitMs, waitStepMs * ++m_waits);
    slowed(QStringLiteral("The server has run out of something (%1); the next try is in %2 s.")
               .arg(error.message, QString::number(wait / 1000, 'f', 0)));
    m_context.log(EventLevel::Slowed, m_step.id, m_slowedBecause);
    if (const auto held = m_context.enter(RunState::Throttled, m_slowedBecause); !held.has_value())
        return held.error();
    report(record, m_fraction, true);
    return m_context.sleepFor(wait, [this] { return m_context.control().paused(); }) ? StepEnd::Done
                                                                                     : StepEnd::Stopped;
}

void BackfillPace::batchDone(const BackfillRecord &record, double ms)
{
    m_waits = 0;
    m_lastBatchMs = ms;
    m_rate.add(seconds(), record.rowsSeen());
}

int BackfillPace::stripesFor(const OpenRange &open)
{
    m_stripes = 1;
    if (open.stripes == 1)
        return m_stripes;
    if (m_signals.horizonSeconds <= m_context.options.limits.horizonSoftSeconds) {
        m_stripes = open.stripes;
        return m_stripes;
    }
    if (!m_horizonTold) {
        m_context.log(
            EventLevel::Warning, m_step.id,
            QStringLiteral("A transaction has been open or wanted for %1 s (%2): the space of old row "
                           "versions cannot be used again, so the table will grow.")
                .arg(m_signals.horizonSeconds, 0, 'f', 0)
                .arg(m_signals.horizonOwner));
    }
    m_horizonTold = true;
    return m_stripes;
}

BackfillProgress BackfillPace::progressOf(const BackfillRecord &record, double fraction) const
{
    BackfillProgress progress;
    progress.step = m_step.id;
    progress.rowsDone = record.rowsDone();
    progress.rowsSeen = record.rowsSeen();
    progress.rowsTotal = std::max(record.estimatedRows, fraction >= 1 ? progress.rowsSeen : 0);
    progress.rowsPerSecond = m_rate.rate();
    progress.lastBatchMs = m_lastBatchMs;
    progress.batchRows = size.rows();
    progress.batches = record.batches();
    progress.slowedBecause = m_slowedBecause;
    progress.slowedSince = m_slowedSince;
    progress.isHeld = m_duty.isHeld();
    progress.dutyShare = m_duty.share();
    progress.stripes = m_stripes;
    progress.workers = workersAtWork();
    progress.sessionsWaitingOnUs = m_signals.waitingOnUs;
    progress.replicaLagSeconds = m_signals.replicaLagSeconds;
    progress.rowsParked = parked.size();
    for (qsizetype i = 0; i < std::min<qsizetype>(parked.size(), toldRows); ++i)
        progress.parked.append(rejectText(parked[i]));
    progress.walBytes = m_walBytes;
    progress.table = m_growth;
    progress.fractionDone = fraction;
    return progress;
}

void BackfillPace::report(const BackfillRecord &record, double fraction, bool always)
{
    m_fraction = fraction;
    if (!always && seconds() - m_reportedAt < 0.1)
        return;
    m_reportedAt = seconds();
    if (fraction >= 1)
        observeGrowth();
    BackfillProgress progress = progressOf(record, fraction);
    const RateMeter::Eta eta = m_rate.eta(progress.rowsSeen, progress.rowsTotal, fraction);
    progress.etaLowSeconds = eta.low;
    progress.etaHighSeconds = eta.high;
    m_context.emitEvent(BackfillAdvanced{ progress });
}

void BackfillPace::end(const BackfillRecord &record)
{
    m_rate.add(seconds() + 0.5, record.rowsSeen());
    report(record, 1, true);
}

} // namespace lockstep::execution
