#include "runhistory.h"

#include "journal.h"

#include <model/plan/planjson.h>

namespace lockstep::execution {

namespace {

constexpr int mostRuns = 1000;
constexpr int mostEvents = 50'000;

/// Milliseconds, because that is what a QDateTime keeps.
QString epochMs(const char *column)
{
    return QStringLiteral("(extract(epoch FROM %1) * 1000)::bigint").arg(QLatin1String(column));
}

QDateTime timeAt(const postgres::Rows &rows, int row, int column)
{
    return rows.isNull(row, column) ? QDateTime()
                                    : QDateTime::fromMSecsSinceEpoch(rows.integer(row, column), Qt::UTC);
}

base::Result<QVector<RunSummary>> summaries(postgres::Session &session, const QString &runId)
{
    const QString which = runId.isEmpty() ? QString() : QStringLiteral("WHERE r.id::text = $1");
    const postgres::Parameters parameters =
        runId.isEmpty() ? postgres::Parameters() : postgres::Parameters{ runId };
    const auto rows = session.query(
        QStringLiteral("SELECT r.id, r.plan_sha256, r.state, r.reason, r.owner, %1, %2, count(s),"
                       " count(s) FILTER (WHERE s.state IN ('done', 'skipped'))"
                       " FROM lockstep.run r LEFT JOIN lockstep.step s ON s.run_id = r.id %3"
                       " GROUP BY r.id ORDER BY r.created DESC LIMIT %4")
            .arg(epochMs("r.created"), epochMs("coalesce(r.finished, r.heartbeat)"), which)
            .arg(mostRuns),
        parameters);
    if (!rows.has_value())
        return rows.error();
    QVector<RunSummary> all;
    for (int i = 0; i < rows->count(); ++i) {
        all.append({ rows->text(i, 0), rows->text(i, 1).toUtf8(), runState(rows->text(i, 2)),
                     rows->text(i, 3), rows->text(i, 4), timeAt(*rows, i, 5), timeAt(*rows, i, 6),
                     int(rows->integer(i, 7)), int(rows->integer(i, 8)) });
    }
    return all;
}

base::Result<QVector<RecordedStep>> stepsOf(postgres::Session &session, const QString &runId)
{
    const auto rows =
        session.query(QStringLiteral("SELECT step_id, state, took_ms, attempts, coalesce(error, ''), title, "
                                     "%1, %2 FROM lockstep.step WHERE run_id::text = $1 ORDER BY ord")
                          .arg(epochMs("started"), epochMs("finished")),
                      { runId });
    if (!rows.has_value())
        return rows.error();
    QVector<RecordedStep> steps;
    for (int i = 0; i < rows->count(); ++i) {
        steps.append({ { rows->text(i, 0), stepState(rows->text(i, 1)), rows->real(i, 2),
                         int(rows->integer(i, 3)), rows->text(i, 4) },
                       rows->text(i, 5),
                       timeAt(*rows, i, 6),
                       timeAt(*rows, i, 7) });
    }
    return steps;
}

base::Result<void> readEvents(postgres::Session &session, RecordedRun *run)
{
    const auto rows = session.query(
        QStringLiteral("SELECT level, step_id, msg, %1, total FROM (SELECT *, count(*) OVER () AS total FROM "
                       "lockstep.event WHERE run_id::text = $1 ORDER BY seq DESC LIMIT %2) e ORDER BY seq")
            .arg(epochMs("at"))
            .arg(mostEvents),
        { run->summary.id });
    if (!rows.has_value())
        return rows.error();
    for (int i = 0; i < rows->count(); ++i)
        run->events.append(
            { timeAt(*rows, i, 3), eventLevel(rows->text(i, 0)), rows->text(i, 1), rows->text(i, 2) });
    if (rows->count() > 0)
        run->eventsLeftOut = rows->integer(0, 4) - rows->count();
    return {};
}

} // namespace

base::Result<QVector<RunSummary>> readRuns(const postgres::ConnectionTarget &target, std::stop_token stop)
{
    const auto session = postgres::Session::open(target, stop);
    if (!session.has_value())
        return session.error();
    const postgres::CancelOnStop canceler(**session, stop);
    const auto there = Journal::exists(**session);
    if (!there.has_value())
        return there.error();
    return *there ? summaries(**session, {}) : base::Result<QVector<RunSummary>>(QVector<RunSummary>());
}

base::Result<RecordedRun> readRun(const postgres::ConnectionTarget &target, const QString &runId,
                                  std::stop_token stop)
{
    const auto session = postgres::Session::open(target, stop);
    if (!session.has_value())
        return session.error();
    const postgres::CancelOnStop canceler(**session, stop);
    const auto found = summaries(**session, runId);
    if (!found.has_value())
        return found.error();
    if (found->isEmpty())
        return base::inputError(
            QStringLiteral("The journal of %1 has no run %2.").arg(target.display(), runId),
            QStringLiteral("Its journal may have been removed; read the history again."));
    RecordedRun run;
    run.summary = found->first();
    auto steps = stepsOf(**session, runId);
    if (!steps.has_value())
        return steps.error();
    run.steps = std::move(steps).value();
    if (const auto read = readEvents(**session, &run); !read.has_value())
        return read.error();
    return run;
}

base::Result<plan::PlanPtr> readRunPlan(const postgres::ConnectionTarget &target, const QString &runId,
                                        std::stop_token stop)
{
    const auto session = postgres::Session::open(target, stop);
    if (!session.has_value())
        return session.error();
    const postgres::CancelOnStop canceler(**session, stop);
    const auto there =
        (*session)->query(QStringLiteral("SELECT to_regclass('lockstep.run_plan') IS NOT NULL"));
    if (!there.has_value())
        return there.error();
    postgres::Rows rows;
    if (there->boolean(0, 0)) {
        const auto found = (*session)->query(
            QStringLiteral("SELECT plan FROM lockstep.run_plan WHERE run_id::text = $1"), { runId });
        if (!found.has_value())
            return found.error();
        rows = *found;
    }
    if (rows.count() == 0)
        return base::inputError(
            QStringLiteral("The journal of %1 does not hold the plan of run %2.")
                .arg(target.display(), runId),
            QStringLiteral("Open the plan's file: an older Lockstep began this run and did not keep it."));
    return plan::planFromJson(rows.text(0, 0).toUtf8(),
                              QStringLiteral("the journal of %1").arg(target.display()));
}

} // namespace lockstep::execution
