#include "rangeworker.h"

#include "backfillguard.h"

#include <QRandomGenerator>

#include <algorithm>

namespace lockstep::execution {

namespace {

constexpr int maximumTries = 8;
constexpr int guardEveryMs = 3000;

} // namespace

RangeWorker::RangeWorker(RunContext &context, postgres::Session &session, int number, const plan::Step &step,
                         BackfillPace &pace, BackfillRecord &record)
    : m_context(context)
    , m_session(session)
    , m_number(number)
    , m_step(step)
    , m_spec(*step.backfill)
    , m_pace(pace)
    , m_record(record)
    , m_vacuum(context, step)
    , m_table(schema::qualified(m_spec.table.schema, m_spec.table.name))
{ }

double RangeWorker::fractionOf(const BackfillRange &range) const
{
    const double part = m_open.batcher->fraction(range.cursor, range.bound);
    if (part < 0)
        return -1;
    const double before = range.lo.isEmpty() ? 0 : m_open.batcher->fraction(range.lo, range.bound);
    return before < 1 ? (part - before) / (1 - before) : 1;
}

QVector<Position> RangeWorker::parkedHere() const
{
    QVector<Position> rows;
    for (const RejectedRow &row : m_pace.parked) {
        if (row.relation == m_open.range.relation)
            rows.append(row.key);
    }
    return rows;
}

base::Result<std::optional<Stretch>> RangeWorker::nextStretch()
{
    BackfillRange &range = m_open.range;
    if (range.bound.isEmpty())
        return std::optional<Stretch>();
    if (!range.hi.isEmpty())
        return std::optional<Stretch>(Stretch{ range.cursor, range.hi, range.stretchRows });
    range.stripes = m_pace.stripesFor(m_open);
    m_cutFor = m_pace.size.rows();
    auto stretch =
        m_open.batcher->next(m_session, range.cursor, range.bound, qint64(m_cutFor) * range.stripes);
    if (!stretch.has_value())
        return stretch.error();
    if (stretch->to.isEmpty())
        return std::optional<Stretch>();
    return std::optional<Stretch>(std::move(stretch).value());
}

base::Result<void> RangeWorker::vacuum()
{
    const BackfillRange &range = m_open.range;
    if (!m_open.spec.into.name.isEmpty())
        return {}; // A copy leaves nothing behind.
    const double place = fractionOf(range);
    const double done = double(range.rowsSeen) / double(std::max<qint64>(range.estimatedRows, 1));
    return m_vacuum.afterBatch(m_session, range, place < 0 ? done : place, m_pace.isHorizonPinned());
}

/// One batch, or one failed try of it.
base::Result<StepEnd> RangeWorker::advance()
{
    const auto stretch = nextStretch();
    if (!stretch.has_value())
        return afterFailure(stretch.error(), {});
    if (!*stretch)
        return StepEnd::Waiting; // Nothing is left of this range.
    // Who keeps a row locked for long does not hold up the others: the sweep comes back for it.
    const bool canSweep = !m_spec.where.isEmpty() && m_spec.into.name.isEmpty() && m_pass == 1;
    const BatchManner manner{ parkedHere(), canSweep && m_tries >= maximumTries, m_tries < 2 };
    const auto batch = runBatch(m_context, m_step, m_open, **stretch, manner);
    if (!batch.has_value())
        return afterFailure(batch.error(), **stretch);
    m_tries = 0;
    *m_range = m_open.range;
    m_pace.size.feedback(m_cutFor, batch->visited, batch->affected, batch->ms);
    m_pace.batchDone(m_record, batch->ms);
    report(false);
    if (const auto vacuumed = vacuum(); !vacuumed.has_value())
        return afterFailure(vacuumed.error(), {});
    return m_pace.keep(m_record, m_number, batch->ms);
}

base::Error RangeWorker::rowError(const RejectedRow &row) const
{
    base::Error named;
    named.kind = base::ErrorKind::Server;
    named.sqlstate = row.sqlstate;
    named.message = QStringLiteral("The row with %1 = %2 cannot be written: %3")
                        .arg(m_open.batcher->rowName(), row.key.join(QStringLiteral(", ")), row.message);
    const qint64 limit = m_context.options.parkRejects;
    named.hint =
        limit == 0
            ? QStringLiteral("Correct that row or the expression, then resume the run; or let such rows be "
                             "put aside (--park-rejects N). Everything before it is done and stays.")
            : QStringLiteral("%1 rows are put aside already, which is as many as may be. Correct rows or the "
                             "expression, then resume the run.")
                  .arg(limit);
    named.remedy = base::Remedy::CorrectRow;
    return stepError(m_step, named);
}

base::Result<StepEnd> RangeWorker::badRow(const base::Error &error, const Stretch &stretch)
{
    const auto found = findBadRow(m_open, stretch, parkedHere());
    if (!found.has_value()) {
        const bool isOwn = classify(found.error()) == BatchFailure::BadRow;
        return isOwn ? base::Result<StepEnd>(stepError(m_step, found.error()))
                     : afterFailure(found.error(), stretch);
    }
    if (!*found)
        return tryAgain(error); // Somebody corrected it meanwhile, or it takes two rows to fail.
    const bool mayPark = m_pace.parked.size() < m_context.options.parkRejects;
    if (const auto kept = recordReject(*m_context.fence, m_context.journal, m_step.id, **found, mayPark);
        !kept.has_value())
        return kept.error();
    if (!mayPark)
        return rowError(**found);
    m_pace.parked.append(**found);
    m_context.log(
        EventLevel::Warning, m_step.id,
        QStringLiteral("The row with %1 = %2 is put aside: %3")
            .arg(m_open.batcher->rowName(), (*found)->key.join(QStringLiteral(", ")), (*found)->message));
    return StepEnd::Done;
}

/// Whether what failed is a partition that somebody dropped; its rows are nobody's business any more.
bool RangeWorker::isDropped(const BackfillRange &range)
{
    if (range.isWhole)
        return false;
    const auto there =
        m_context.fence->query(QStringLiteral("SELECT 1 FROM pg_catalog.pg_class WHERE oid = $1"),
                               { QString::number(range.relation) });
    if (!there.has_value() || there->count() > 0)
        return false;
    m_context.log(EventLevel::Info, m_step.id,
                  QStringLiteral("The partition %1 was dropped meanwhile.")
                      .arg(schema::qualified(range.name.schema, range.name.name)));
    return true;
}

base::Result<StepEnd> RangeWorker::afterFailure(const base::Error &error, const Stretch &stretch)
{
    if (error.kind == base::ErrorKind::Connection)
        return error;
    rollBackOpen(m_session);
    if (m_context.stopRequested())
        return StepEnd::Stopped;
    switch (classify(error)) {
    case BatchFailure::Fatal:
        return isDropped(m_open.range) ? base::Result<StepEnd>(StepEnd::Waiting)
                                       : base::Result<StepEnd>(stepError(m_step, error));
    case BatchFailure::BadRow:
        return stretch.to.isEmpty() ? base::Result<StepEnd>(stepError(m_step, error))
                                    : badRow(error, stretch);
    case BatchFailure::Resources: return m_pace.waitForRoom(m_record, error);
    case BatchFailure::Retry: break;
    }
    return tryAgain(error);
}

base::Result<StepEnd> RangeWorker::tryAgain(const base::Error &error)
{
    // A row that somebody keeps locked is waited for as long as it takes, and told.
    const bool isLocked = error.sqlstate == QLatin1String("55P03");
    if (++m_tries > maximumTries && !isLocked)
        return stepError(m_step, error);
    if (isLocked && m_tries >= 3 && m_context.workers() == 1) {
        if (const auto waiting = m_context.enter(RunState::WaitingLock, error.message); !waiting.has_value())
            return waiting.error();
    }
    m_pace.size.shrink(error.sqlstate == QLatin1String("57014") ? 4 : 2);
    m_pace.slowed(
        QStringLiteral("A batch could not have its rows (%1) and is tried again.").arg(error.message));
    m_context.log(
        EventLevel::Retry, m_step.id,
        QStringLiteral("A batch could not have its rows (%1) and is tried again.").arg(error.message));
    report(false);
    const double pause = batchRetryMs(m_tries, QRandomGenerator::global()->generateDouble(),
                                      m_context.options.limits.longestRetryMs);
    return m_context.sleepFor(pause, [this] { return m_context.control().paused(); }) ? StepEnd::Done
                                                                                      : StepEnd::Stopped;
}

/// A person has to look; what he leaves counts from then on.
base::Result<StepEnd> RangeWorker::tableChanged(const QStringList &changes)
{
    const QString what = changes.join(QLatin1Char(' '));
    const QString because =
        QStringLiteral(
            "%1 While a trigger is missing, rows that are written may get no new value or keep an old "
            "one. Look into it; \"continue\" takes the table as it is then.")
            .arg(what);
    m_context.log(EventLevel::Warning, m_step.id, because);
    m_pace.slowed(what);
    report(true);
    const auto goOn = m_context.pauseBecause(because);
    if (!goOn.has_value())
        return goOn.error();
    if (!*goOn)
        return StepEnd::Stopped;
    m_pace.slowed({});
    const auto accepted = guardOf(*m_context.fence, m_table);
    if (!accepted.has_value())
        return accepted.error();
    m_record.guard = *accepted;
    const auto kept = recordGuard(*m_context.fence, m_context.journal, m_step.id, *accepted);
    return kept.has_value() ? base::Result<StepEnd>(StepEnd::Done) : base::Result<StepEnd>(kept.error());
}

base::Result<StepEnd> RangeWorker::checkGuard()
{
    const auto now = guardOf(*m_context.fence, m_table);
    if (!now.has_value())
        return now.error();
    const QStringList changes = guardChanges(m_record.guard, *now);
    return changes.isEmpty() ? base::Result<StepEnd>(StepEnd::Done) : tableChanged(changes);
}

/// Looks every few seconds whether somebody changed the table under us.
base::Result<StepEnd> RangeWorker::checkTable()
{
    if (m_sinceGuard.isValid() && m_sinceGuard.elapsed() < guardEveryMs)
        return StepEnd::Done;
    m_sinceGuard.start();
    if (const auto guarded = checkGuard(); !guarded.has_value() || *guarded != StepEnd::Done)
        return guarded;
    const auto rewritten = wasRewritten(m_context, m_open.range);
    if (!rewritten.has_value())
        return rewritten.error();
    if (!*rewritten)
        return StepEnd::Done;
    m_context.log(EventLevel::Info, m_step.id,
                  QStringLiteral("The table was rewritten meanwhile; its blocks are visited again."));
    auto again = openRange(m_context, m_session, m_step, m_open.range, m_pass);
    if (!again.has_value())
        return afterFailure(again.error(), {});
    m_open = std::move(*again);
    *m_range = m_open.range;
    return StepEnd::Done;
}

base::Result<StepEnd> RangeWorker::workOn(BackfillRange *range, int pass)
{
    m_pass = pass;
    m_cutFor = -1;
    auto opened = openRange(m_context, m_session, m_step, *range, m_pass);
    if (!opened.has_value())
        return isDropped(*range) ? base::Result<StepEnd>(StepEnd::Done)
                                 : base::Result<StepEnd>(stepError(m_step, opened.error()));
    m_open = std::move(*opened);
    m_range = range;
    *range = m_open.range;
    m_pace.size.limit(m_open.mostRows);
    base::Result<StepEnd> end = StepEnd::Done;
    while (end.has_value() && *end == StepEnd::Done) {
        const auto goOn = m_context.passPause();
        if (!goOn.has_value())
            return goOn.error();
        end = *goOn ? checkTable() : base::Result<StepEnd>(StepEnd::Stopped);
        if (end.has_value() && *end == StepEnd::Done)
            end = advance();
    }
    if (!end.has_value() || *end != StepEnd::Waiting)
        return end;
    if (const auto finished = finishRange(*m_context.fence, m_context.journal, m_open.range);
        !finished.has_value())
        return finished.error();
    range->state = BackfillRange::State::Done;
    m_range = nullptr;
    return StepEnd::Done;
}

} // namespace lockstep::execution
