#include "calibrationupdates.h"

#include <model/execution/batcher.h>
#include <model/plan/backfillway.h>

#include <QElapsedTimer>

namespace lockstep::proof {

namespace {

constexpr qint64 manyRows = 1'000'000;

bool isByBlocks(int serverVersion)
{
    return serverVersion >= plan::tidRangeScansSince;
}

plan::BackfillSpec specOf(const UpdateProbe &probe, const QString &schema)
{
    plan::BackfillSpec spec;
    spec.table = schema::objectId(schema::Kind::Table, schema, QLatin1String(probe.table));
    spec.set = QLatin1String(probe.set);
    spec.where = QStringLiteral("filled IS NULL");
    spec.key = { QStringLiteral("id") };
    spec.keyTypes = { QStringLiteral("bigint") };
    return spec;
}

base::Result<void> writeBatch(postgres::Session &session, const QString &sql,
                              const postgres::Parameters &parameters)
{
    auto done =
        session.executeScript(QStringLiteral("BEGIN; SET LOCAL synchronous_commit = off; SET LOCAL jit = off;"
                                             " SET LOCAL enable_seqscan = off"));
    if (done.has_value())
        done = session.execute(sql, parameters);
    return done.has_value() ? session.execute(QStringLiteral("COMMIT")) : done;
}

} // namespace

int stripesOf(const UpdateProbe &probe, int serverVersion)
{
    return plan::backfillStripes(manyRows, probe.secondaryIndexes, isByBlocks(serverVersion));
}

base::Result<double> updateInBatches(postgres::Session &session, const UpdateProbe &probe,
                                     const UpdatedTable &table, const std::stop_token &stop)
{
    const plan::BackfillSpec spec = specOf(probe, table.schema);
    const bool byBlocks = isByBlocks(session.server().version);
    const auto batcher = byBlocks ? execution::makeCtidBatcher(spec, table.rows / table.pages, true)
                                  : execution::makeKeysetBatcher(spec);
    QElapsedTimer timer;
    timer.start();
    const auto bound = batcher->bound(session);
    if (!bound.has_value())
        return bound.error();
    const auto rows = qint64(table.batchRows * table.stripes);
    execution::Position at;
    while (bound->has_value()) {
        const auto stretch = batcher->next(session, at, **bound, rows);
        if (!stretch.has_value())
            return stretch.error();
        if (stretch->to.isEmpty())
            break;
        for (int stripe = 0; stripe < table.stripes; ++stripe) {
            if (stop.stop_requested())
                return base::canceled();
            postgres::Parameters parameters;
            QString range = batcher->condition(*stretch, &parameters);
            if (table.stripes > 1)
                range += QStringLiteral(" AND ") + batcher->stripe(table.stripes, stripe);
            const auto written = writeBatch(session, plan::backfillStatement(spec, range), parameters);
            if (!written.has_value())
                return written.error();
        }
        at = stretch->to;
    }
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace lockstep::proof
