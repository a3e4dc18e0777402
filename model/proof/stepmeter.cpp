#include "stepmeter.h"

#include "locksample.h"

#include <QElapsedTimer>

#include <algorithm>
#include <chrono>

namespace lockstep::proof {

namespace {

using namespace std::chrono_literals;
constexpr auto sampleEvery = 10ms;

/// A hold that was seen again is as long as the longest piece of it.
void keepLongest(QVector<HeldLock> &holds, const HeldLock &hold)
{
    const auto same =
        std::find_if(holds.begin(), holds.end(), [&hold](const HeldLock &h) { return h.lock == hold.lock; });
    if (same == holds.end())
        holds.append(hold);
    else
        same->ms = std::max(same->ms, hold.ms);
}

} // namespace

base::Result<std::unique_ptr<StepMeter>> StepMeter::start(const postgres::ConnectionTarget &database)
{
    postgres::ConnectionTarget named = database;
    named.applicationName = QStringLiteral("lockstep meter");
    auto session = postgres::Session::open(named);
    if (!session.has_value())
        return session.error();
    auto observer = postgres::Session::open(named);
    if (!observer.has_value())
        return observer.error();
    std::unique_ptr<StepMeter> meter(new StepMeter(std::move(*session), std::move(*observer)));
    if (const auto read = meter->m_files.start(); !read.has_value())
        return read.error();
    StepMeter *own = meter.get();
    meter->m_sampler = std::jthread([own](const std::stop_token &stop) { own->sampleLocks(stop); });
    return meter;
}

StepMeter::StepMeter(std::unique_ptr<postgres::Session> session, std::unique_ptr<postgres::Session> observer)
    : m_session(std::move(session))
    , m_observer(std::move(observer))
    , m_files(*m_session)
{ }

StepMeter::~StepMeter()
{
    m_sampler.request_stop();
}

/// Numbers that cannot be read count as nothing: the run does not depend on them.
StepMeter::Moment StepMeter::moment()
{
    const auto rows =
        m_session->query(QStringLiteral("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint, "
                                        "pg_database_size(current_database())"));
    return rows.has_value() ? Moment{ rows->integer(0, 0), rows->integer(0, 1) } : m_before;
}

void StepMeter::begin(const QString &step)
{
    if (m_step == step)
        return; // Intent, then running.
    m_step = step;
    m_before = moment();
    const std::scoped_lock lock(m_mutex);
    m_current = step;
}

void StepMeter::end(const execution::StepStatus &status)
{
    const Moment now = moment();
    const auto files = m_files.changes();
    const std::scoped_lock lock(m_mutex);
    Measures &measures = m_measures[status.step];
    measures.ms = status.tookMs;
    measures.walBytes = now.wal - m_before.wal;
    measures.sizeDelta = now.bytes - m_before.bytes;
    measures.isDone =
        status.state == execution::StepState::Done || status.state == execution::StepState::Undone;
    if (files.has_value()) {
        for (const FileChange &change : *files)
            measures.rewritten.append(
                change.kind == QLatin1Char('i')
                    ? QStringLiteral("index %1 of %2").arg(change.relation, change.table)
                    : QStringLiteral("table %1").arg(change.relation));
    }
    m_step.clear();
}

void StepMeter::see(const execution::RunEvent &event)
{
    if (const auto *started = std::get_if<execution::RunStarted>(&event))
        m_pid = started->backendPid;
    const auto *changed = std::get_if<execution::StepChanged>(&event);
    if (!changed)
        return;
    switch (changed->status.state) {
    case execution::StepState::Intent:
    case execution::StepState::Running: begin(changed->status.step); return;
    case execution::StepState::Done:
    case execution::StepState::Undone:
    case execution::StepState::Failed: end(changed->status); return;
    case execution::StepState::Pending:
    case execution::StepState::WaitingLock:
    case execution::StepState::Paused:
    case execution::StepState::WaitingGate:
    case execution::StepState::Skipped: return;
    }
}

void StepMeter::release(const QString &key, const Hold &hold)
{
    // It was taken somewhere before it was first seen, and given back somewhere after it was last seen.
    constexpr double between = 10;
    const plan::RelationLock lock = m_held.value(key).second;
    keepLongest(m_measures[hold.step].holds, { lock, double(hold.lastNs - hold.firstNs) / 1e6 + between });
}

void StepMeter::seen(const QHash<QString, plan::RelationLock> &now, qint64 atNs)
{
    const std::scoped_lock lock(m_mutex);
    ++m_samples;
    m_sampledNs = atNs;
    for (auto it = now.begin(); it != now.end(); ++it) {
        auto held = m_held.find(it.key());
        if (held == m_held.end())
            m_held.insert(it.key(), { Hold{ m_current, atNs, atNs }, it.value() });
        else
            held->first.lastNs = atNs;
    }
    const QStringList keys = m_held.keys();
    for (const QString &key : keys) {
        if (now.contains(key))
            continue;
        release(key, m_held.value(key).first);
        m_held.remove(key);
    }
}

void StepMeter::sampleLocks(const std::stop_token &stop)
{
    QElapsedTimer timer;
    timer.start();
    while (!stop.stop_requested()) {
        if (m_pid != 0) {
            const auto now = blockingLocks(*m_observer, m_pid);
            if (!now.has_value())
                return; // The database is going away.
            seen(*now, timer.nsecsElapsed());
        }
        std::this_thread::sleep_for(sampleEvery);
    }
}

QHash<QString, StepMeter::Measures> StepMeter::finish()
{
    m_sampler.request_stop();
    if (m_sampler.joinable())
        m_sampler.join();
    seen({}, m_sampledNs);
    for (Measures &measures : m_measures)
        std::sort(measures.holds.begin(), measures.holds.end(),
                  [](const HeldLock &a, const HeldLock &b) { return a.ms > b.ms; });
    return m_measures;
}

double StepMeter::sampledEveryMs() const
{
    const std::scoped_lock lock(m_mutex);
    return m_samples > 1 ? double(m_sampledNs) / 1e6 / double(m_samples) : 0;
}

} // namespace lockstep::proof
