#include "backfillworkers.h"

#include "runtarget.h"
#include "sessionsettings.h"

namespace lockstep::execution {

namespace {

/// A trigger of others that fires for our writes, on the table or a part of it; our own write nothing but
/// the row. Foreign keys that pass an UPDATE on count as well.
constexpr char triggerSql[] = R"sql(
WITH RECURSIVE tree AS (
    SELECT to_regclass($1)::oid AS relid
    UNION SELECT i.inhrelid FROM pg_inherits i JOIN tree ON i.inhparent = tree.relid
)
SELECT t.tgname FROM pg_trigger t JOIN tree ON t.tgrelid = tree.relid
WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND (t.tgtype & 16) = 16
    AND t.tgname NOT LIKE 'zzz\_lockstep\_%'
UNION ALL
SELECT c.conname FROM pg_constraint c JOIN tree ON c.confrelid = tree.relid
WHERE c.contype = 'f' AND c.confupdtype NOT IN ('a', 'r')
LIMIT 1
)sql";

} // namespace

base::Result<int> mostWorkers(RunContext &context, const plan::Step &step)
{
    const plan::BackfillSpec &spec = *step.backfill;
    if (!spec.into.name.isEmpty()) {
        context.log(EventLevel::Info, step.id,
                    QStringLiteral("Rows are copied by one worker: several could write the same row."));
        return 1;
    }
    const auto rows = context.work->query(QString::fromLatin1(triggerSql),
                                          { schema::qualified(spec.table.schema, spec.table.name) });
    if (!rows.has_value())
        return rows.error();
    if (rows->count() == 0)
        return context.options.workers;
    context.log(EventLevel::Info, step.id,
                QStringLiteral("One worker fills %1: %2 may write rows that several would wait for.")
                    .arg(spec.table.name, rows->text(0, 0)));
    return 1;
}

base::Result<std::unique_ptr<postgres::Session>> openWorker(RunContext &context, int number)
{
    auto session = openPatiently(context.target);
    if (!session.has_value())
        return session.error();
    if (const auto prepared = prepareSession(**session); !prepared.has_value())
        return prepared.error();
    const QString name = QStringLiteral("%1:%2").arg(context.sessionName).arg(number);
    if (const auto named = (*session)->execute(
            QStringLiteral("SELECT pg_catalog.set_config('application_name', $1, false)"), { name });
        !named.has_value())
        return named.error();
    return session;
}

base::Result<void> useBatchSettings(postgres::Session &session, const plan::BackfillSpec &spec)
{
    // Without statistics the planner may prefer to read the whole table for every batch. JIT would
    // compile each of them. Keys that are floats travel as text.
    const bool hasJit = session.server().version >= 110000;
    const bool hasFloats = spec.keyTypes.contains(QStringLiteral("real"))
                           || spec.keyTypes.contains(QStringLiteral("double precision"));
    return session.executeScript(
        QStringLiteral("SET statement_timeout = '30s'; SET lock_timeout = '250ms'; SET enable_seqscan = off")
        + (hasJit ? QStringLiteral("; SET jit = off") : QString())
        + (hasFloats ? QStringLiteral("; SET extra_float_digits = 1") : QString()));
}

void resetBatchSettings(postgres::Session &session)
{
    if (!session.isConnected())
        return;
    const bool hasJit = session.server().version >= 110000;
    (void)session.executeScript(
        QStringLiteral("RESET enable_seqscan; SET statement_timeout = 0; SET lock_timeout = 0")
        + (hasJit ? QStringLiteral("; RESET jit") : QString()));
}

} // namespace lockstep::execution
