#include "backfillpass.h"

#include "backfillworkers.h"

#include <algorithm>
#include <thread>

namespace lockstep::execution {

/// Weighed by the rows that each range is thought to have.
double BackfillPass::fraction() const
{
    if (m_number > 1)
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

double BackfillPass::fractionOf(const BackfillRange &range) const
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

void BackfillPass::report(bool always)
{
    m_pace.report(m_record, fraction(), always);
}

BackfillRange *BackfillPass::nextRange()
{
    while (m_next < m_record.ranges.size()) {
        BackfillRange &range = m_record.ranges[m_next++];
        const bool isGone = range.name.name.isEmpty() && !range.isWhole; // A partition that was dropped.
        if (range.state != BackfillRange::State::Done && !isGone)
            return &range;
    }
    return nullptr;
}

base::Result<StepEnd> BackfillPass::workOn(int worker)
{
    while (BackfillRange *range = nextRange()) {
        auto end = m_workers[std::size_t(worker)]->workOn(range, m_number);
        if (!end.has_value() || *end != StepEnd::Done)
            return end;
    }
    return StepEnd::Done;
}

/// What a further worker may find missing ends nothing: the others do its part.
void BackfillPass::openSessions(int workers)
{
    m_sessions.clear();
    while (int(m_sessions.size()) + 1 < workers) {
        auto session = openWorker(m_context, int(m_sessions.size()) + 2);
        auto ready =
            session.has_value() ? useBatchSettings(**session, m_spec) : base::Result<void>(session.error());
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
base::Result<void> BackfillPass::sliceRanges(int workers)
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
    auto record = recordOf(*m_context.fence, m_context.journal.runId(), m_step.id);
    if (!record.has_value())
        return record.error();
    m_record = std::move(*record);
    return {};
}

/// How many there are for this pass.
base::Result<int> BackfillPass::prepareWorkers()
{
    m_workers.clear();
    m_sessions.clear();
    if (const auto set = useBatchSettings(*m_context.work, m_spec); !set.has_value())
        return set.error();
    int workers = 1;
    if (m_context.options.workers > 1 && m_number == 1) {
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
base::Result<StepEnd> BackfillPass::together()
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

base::Result<StepEnd> BackfillPass::run()
{
    m_next = 0;
    report(true);
    const auto workers = prepareWorkers();
    if (!workers.has_value())
        return stepError(m_step, workers.error());
    auto end = *workers > 1 ? together() : workOn(0);
    m_sessions.clear();
    resetBatchSettings(*m_context.work);
    return end;
}

} // namespace lockstep::execution
