#include "backfillsweep.h"

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

} // namespace

base::Result<qint64> countRowsLeft(RunContext &context, const plan::Step &step)
{
    const plan::BackfillSpec &spec = *step.backfill;
    if (spec.where.isEmpty())
        return qint64(0);
    const auto rows = context.watched(step.id, QStringLiteral("SELECT count(*) ") + rowsLeft(spec));
    if (!rows.has_value())
        return rows.error();
    return rows->integer(0, 0);
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
