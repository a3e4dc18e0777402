#include "backfillsweep.h"

#include "backfillbatch.h"

#include <algorithm>

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

base::Result<void> tryParked(RunContext &context, const plan::Step &step, const BackfillRecord &record,
                             QVector<RejectedRow> *parked)
{
    QVector<RejectedRow> still;
    for (const RejectedRow &row : std::as_const(*parked)) {
        const BackfillRange *range = rangeOfRelation(record, row.relation);
        bool isWritten = !range || range->name.name.isEmpty(); // Gone with its partition.
        if (!isWritten) {
            OpenRange open = narrowOpen(context, step, *range);
            const auto written = writeRow(context, open, row.key);
            if (!written.has_value())
                return written.error();
            isWritten = *written;
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
