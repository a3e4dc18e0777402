#include "backfillsweep.h"

#include "backfillbatch.h"
#include "controllaw.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace lockstep::execution {

namespace {

/// FROM the rows that are still to do.
QString rowsLeft(const plan::BackfillSpec &spec)
{
    const QString each = spec.each.isEmpty() ? QString() : QStringLiteral(", LATERAL ") + spec.each;
    return QStringLiteral("FROM %1%2 WHERE %3")
        .arg(schema::qualified(spec.table.schema, spec.table.name), each, spec.where);
}

/// What tells a row from the others; what `each` gives may have columns of the same names.
QString namesOfRow(const plan::BackfillSpec &spec)
{
    const QString table = schema::quoteIdent(spec.table.name) + QLatin1Char('.');
    QStringList names;
    for (const QString &column : spec.key)
        names += table + schema::quoteIdent(column);
    return names.isEmpty() ? table + QStringLiteral("ctid") : names.join(QStringLiteral(", "));
}

const BackfillRange *rangeOfRelation(const BackfillRecord &record, quint32 relation)
{
    const auto found = std::find_if(record.ranges.cbegin(), record.ranges.cend(),
                                    [&](const BackfillRange &range) { return range.relation == relation; });
    return found == record.ranges.cend() ? nullptr : &*found;
}

/// Enough of an open range to reach single rows of it.
OpenRange narrowOpen(RunContext &context, const plan::Step &step, const BackfillRange &range)
{
    OpenRange open;
    open.range = range;
    open.session = context.work.get();
    open.spec = *step.backfill;
    if (!range.isWhole)
        open.spec.part = range.name;
    open.batcher = range.batcher == plan::Batcher::Keyset ? makeKeysetBatcher(open.spec)
                                                          : makeCtidBatcher(open.spec, 1, true);
    return open;
}

/// Rows of all the table's tree, whatever partition they are in.
OpenRange wholeOpen(RunContext &context, const plan::Step &step, const BackfillRecord &record)
{
    OpenRange open;
    open.range = record.ranges.constFirst();
    open.session = context.work.get();
    open.spec = *step.backfill;
    open.batcher = makeKeysetBatcher(open.spec);
    return open;
}

/// Whether PostgreSQL finds a row of that key without reading the table.
base::Result<bool> isFoundByIndex(RunContext &context, const OpenRange &open, const Position &key)
{
    postgres::Parameters parameters;
    const QString isRow = open.batcher->isRow(key, &parameters);
    // A partition of a page is read faster than its index, however well that would do.
    const auto begun = context.work->executeScript(QStringLiteral("BEGIN; SET LOCAL enable_seqscan = off"));
    if (!begun.has_value())
        return begun.error();
    const auto plan = context.work->query(
        QStringLiteral("EXPLAIN (COSTS off) SELECT FROM %1 WHERE %2").arg(relationText(open.spec), isRow),
        parameters);
    rollBackOpen(*context.work);
    if (!plan.has_value())
        return plan.error();
    for (int i = 0; i < plan->count(); ++i) {
        if (plan->text(i, 0).contains(QLatin1String("Seq Scan")))
            return false;
    }
    return true;
}

/// Writes rows by their keys and keeps those that are locked.
class KeyWriter
{
public:
    KeyWriter(RunContext &context, const plan::Step &step, const BackfillRecord &record)
        : m_context(context)
        , m_step(step)
        , m_open(wholeOpen(context, step, record))
    { }

    /// So many of them `together`; what is locked is `left` afterwards. Nothing more is tried, nor left,
    /// where the server has run out of something.
    base::Result<StepEnd> write(QVector<Position> *left, qsizetype together,
                                const std::function<base::Result<StepEnd>(double ms)> &afterBatch)
    {
        const QVector<Position> keys = std::exchange(*left, {});
        for (qsizetype first = 0; first < keys.size(); first += together) {
            const auto goOn = m_context.passPause();
            if (!goOn.has_value())
                return goOn.error();
            if (!*goOn)
                return StepEnd::Stopped;
            QElapsedTimer timer;
            timer.start();
            const QVector<Position> batch = keys.mid(first, together);
            const auto written = writeBatch(batch);
            const auto failure =
                written.has_value() ? std::nullopt : std::optional(classify(written.error()));
            if (failure == BatchFailure::Fatal)
                return written.error();
            // The next pass waits for room, and knows what to do about rows that cannot be written.
            if (failure == BatchFailure::Resources) {
                left->clear();
                return StepEnd::Done;
            }
            if (failure == BatchFailure::Retry)
                *left += batch;
            const auto paced = afterBatch(double(timer.nsecsElapsed()) / 1e6);
            if (!paced.has_value() || *paced != StepEnd::Done)
                return paced;
        }
        return StepEnd::Done;
    }

private:
    base::Result<void> writeBatch(const QVector<Position> &keys)
    {
        QStringList rows;
        postgres::Parameters parameters;
        for (const Position &key : keys)
            rows.append(m_open.batcher->isRow(key, &parameters));
        return writeWhere(m_context, m_step, m_open,
                          QStringLiteral("(%1)").arg(rows.join(QStringLiteral(" OR "))), parameters);
    }

    RunContext &m_context;
    const plan::Step &m_step;
    OpenRange m_open;
};

/// Matches of the condition in one row; several where `each` makes several of it.
base::Result<qint64> countOf(RunContext &context, const plan::Step &step, const BackfillRecord &record,
                             const RejectedRow &row)
{
    const BackfillRange *range = rangeOfRelation(record, row.relation);
    if (!range || range->name.name.isEmpty())
        return qint64(0);
    const OpenRange open = narrowOpen(context, step, *range);
    postgres::Parameters parameters;
    const QString isRow = open.batcher->isRow(row.key, &parameters);
    const QString each = open.spec.each.isEmpty() ? QString() : QStringLiteral(", LATERAL ") + open.spec.each;
    const auto rows = context.work->query(
        QStringLiteral("SELECT count(*) FROM (SELECT * FROM %1 WHERE %2) AS %3%4 WHERE %5")
            .arg(relationText(open.spec), isRow, schema::quoteIdent(open.spec.table.name), each,
                 open.spec.where),
        parameters);
    if (!rows.has_value())
        return rows.error();
    return rows->integer(0, 0);
}

} // namespace

base::Result<qint64> countRowsLeft(RunContext &context, const plan::Step &step, const BackfillRecord &record,
                                   const QVector<RejectedRow> &parked)
{
    const plan::BackfillSpec &spec = *step.backfill;
    if (spec.where.isEmpty())
        return qint64(0);
    const auto rows = context.watched(step.id, QStringLiteral("SELECT count(*) ") + rowsLeft(spec));
    if (!rows.has_value())
        return rows.error();
    qint64 left = rows->integer(0, 0);
    for (const RejectedRow &row : parked) {
        const auto there = countOf(context, step, record, row);
        if (!there.has_value())
            return there.error();
        left -= *there;
    }
    return std::max<qint64>(left, 0);
}

base::Result<QVector<Position>> keysLeft(RunContext &context, const plan::Step &step,
                                         const BackfillRecord &record, qint64 left)
{
    constexpr qint64 always = 1000;
    constexpr qint64 most = 100'000; // Of what is kept in memory.
    const plan::BackfillSpec &spec = *step.backfill;
    const qint64 few = std::clamp<qint64>(record.estimatedRows / 20, always, most);
    QVector<Position> keys;
    if (left > few || spec.key.isEmpty() || !spec.each.isEmpty() || !spec.into.name.isEmpty()
        || record.ranges.isEmpty())
        return keys;
    const OpenRange open = wholeOpen(context, step, record);
    // At once: a condition with %1 in it is no place for anything of ours.
    const auto rows =
        context.watched(step.id, QStringLiteral("SELECT %1 %2 LIMIT %3")
                                     .arg(open.batcher->identity(), rowsLeft(spec), QString::number(most)));
    if (!rows.has_value())
        return rows.error();
    for (int i = 0; i < rows->count(); ++i) {
        Position key;
        for (int column = 0; column < rows->columns().size() && !rows->isNull(i, column); ++column)
            key.append(rows->text(i, column));
        if (key.size() == spec.key.size())
            keys.append(key);
    }
    if (keys.isEmpty())
        return keys;
    const auto isFound = isFoundByIndex(context, open, keys.constFirst());
    if (!isFound.has_value())
        return isFound.error();
    return *isFound ? keys : QVector<Position>();
}

base::Result<StepEnd> writeByKeys(RunContext &context, const plan::Step &step, const BackfillRecord &record,
                                  const QVector<Position> &keys,
                                  const std::function<base::Result<StepEnd>(double ms)> &afterBatch)
{
    constexpr int rounds = 6;
    // So many that all of them may be locked for long and it does not take minutes to find out.
    constexpr qsizetype mostBatchesAgain = 100;
    KeyWriter writer(context, step, record);
    QVector<Position> left = keys;
    qsizetype together = 100;
    for (int round = 1;; ++round) {
        const auto end = writer.write(&left, together, afterBatch);
        if (!end.has_value() || *end != StepEnd::Done)
            return end;
        together = std::max<qsizetype>(together / 10, 1);
        if (left.isEmpty() || round == rounds || left.size() > mostBatchesAgain * together)
            return StepEnd::Done;
        const double pause = batchRetryMs(round, QRandomGenerator::global()->generateDouble(),
                                          context.options.limits.longestRetryMs);
        if (!context.sleepFor(pause, [&] { return context.control().paused(); }))
            return StepEnd::Stopped;
    }
}

base::Result<void> tryParked(RunContext &context, const plan::Step &step, const BackfillRecord &record,
                             QVector<RejectedRow> *parked)
{
    QVector<RejectedRow> still;
    for (const RejectedRow &row : std::as_const(*parked)) {
        const BackfillRange *range = rangeOfRelation(record, row.relation);
        bool isWritten = !range || range->name.name.isEmpty(); // Gone with its partition.
        if (!isWritten) {
            OpenRange open = narrowOpen(context, step, *range);
            const auto written = writeRow(context, step, open, row.key);
            // Somebody is at that very row, perhaps to correct it: it stays aside for now.
            const bool isBusy = !written.has_value() && !context.stopRequested()
                                && classify(written.error()) == BatchFailure::Retry;
            if (!written.has_value() && !isBusy)
                return written.error();
            isWritten = !isBusy && *written;
        }
        if (!isWritten) {
            still.append(row);
            continue;
        }
        if (const auto forgotten = forgetReject(*context.fence, context.journal, step.id, row);
            !forgotten.has_value())
            return forgotten;
    }
    *parked = still;
    return {};
}

base::Error leftoverError(RunContext &context, const plan::Step &step, const QString &rowName, qint64 rows,
                          int passes)
{
    const plan::BackfillSpec &spec = *step.backfill;
    const QString sql =
        QStringLiteral("SELECT concat_ws(', ', %1) %2 LIMIT 5").arg(namesOfRow(spec), rowsLeft(spec));
    base::Error error;
    error.kind = base::ErrorKind::Server;
    error.message =
        QStringLiteral("after %1 passes %2 rows still match \"%3\".").arg(passes).arg(rows).arg(spec.where);
    const auto samples = context.work->query(sql);
    if (!samples.has_value() && samples.error().kind == base::ErrorKind::Connection)
        return samples.error();
    QStringList keys;
    for (int i = 0; samples.has_value() && i < samples->count(); ++i)
        keys.append(samples->text(i, 0));
    error.detail = QStringLiteral("For example %1 = %2.").arg(rowName, keys.join(QStringLiteral(" | ")));
    error.statement = sql;
    error.hint = QStringLiteral(
        "The expression leaves these rows as they are, or something writes them without the new value."
        " Correct that and resume the run.");
    return stepError(step, error);
}

} // namespace lockstep::execution
