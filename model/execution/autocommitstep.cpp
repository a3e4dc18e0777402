#include "indextwin.h"
#include "statementprobe.h"
#include "steprunner.h"

namespace lockstep::execution {

namespace {

enum class Found { Absent, Valid, Invalid, BeingBuilt, Unknown };

struct Probe
{
    Found found = Found::Unknown;
    QString qualifiedName; ///< Of an index that is there.
    QString definition;
};

/// True of an index that somebody is building or that nobody can tell about: other roles' builds are hidden
/// in the progress view, but not the lock that they hold on the table.
QString isAtWorkSql(int serverVersion)
{
    // pg_stat_progress_create_index came with 12.
    const QString progress =
        serverVersion >= 120000 ? QStringLiteral(
            "EXISTS (SELECT FROM pg_stat_progress_create_index p WHERE p.index_relid = c.oid) OR ")
                                : QString();
    return progress
           + QStringLiteral(
               "EXISTS (SELECT FROM pg_locks l LEFT JOIN pg_stat_activity a USING (pid)"
               " WHERE l.relation = i.indrelid AND l.mode = 'ShareUpdateExclusiveLock' AND l.granted"
               " AND l.pid <> pg_backend_pid() AND l.database = (SELECT oid FROM pg_database"
               "  WHERE datname = current_database())"
               " AND coalesce(a.backend_type, '') <> 'autovacuum worker')");
}

base::Result<Probe> probeIndex(RunContext &context, const ProbeTarget &target)
{
    const auto rows = context.work->query(
        QStringLiteral(
            "SELECT i.indisvalid AND i.indisready, %1, c.oid::regclass, pg_get_indexdef(c.oid), c.relkind = "
            "'I'"
            " FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid WHERE c.relname = $1"
            " AND c.relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = to_regclass($2))")
            .arg(isAtWorkSql(context.work->server().version)),
        { target.name, target.relation });
    if (!rows.has_value())
        return rows.error();
    if (rows->count() == 0)
        return Probe{ Found::Absent, {}, {} };
    Probe probe{ Found::Invalid, rows->text(0, 2), rows->text(0, 3) };
    // CREATE INDEX ON ONLY makes the parent's index invalid until every partition has its own.
    if (rows->boolean(0, 0) || rows->boolean(0, 4))
        probe.found = Found::Valid;
    else if (rows->boolean(0, 1))
        probe.found = Found::BeingBuilt;
    return probe;
}

/// What an interrupted REINDEX CONCURRENTLY leaves: a new or an old copy beside the index, invalid.
base::Result<QStringList> reindexLeftovers(RunContext &context, const ProbeTarget &target)
{
    const auto rows = context.work->query(
        QStringLiteral(
            "SELECT c.oid::regclass FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
            " WHERE NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$' AND NOT (%1)"
            " AND EXISTS (SELECT FROM pg_index o JOIN pg_class n ON n.oid = o.indexrelid"
            "  WHERE o.indrelid = i.indrelid AND o.indexrelid <> i.indexrelid"
            "  AND to_regclass($1) IN (o.indexrelid, o.indrelid)"
            "  AND starts_with(n.relname::text, regexp_replace(c.relname, '_cc(new|old)[0-9]*$', '')))"
            " ORDER BY 1")
            .arg(isAtWorkSql(context.work->server().version)),
        { target.relation });
    if (!rows.has_value())
        return rows.error();
    QStringList names;
    for (int i = 0; i < rows->count(); ++i)
        names.append(rows->text(i, 0));
    return names;
}

/// One that was interrupted is out of sight already and has to be finished.
base::Result<Probe> probeDetaching(RunContext &context, const ProbeTarget &target)
{
    const auto rows = context.work->query(
        QStringLiteral("SELECT inhdetachpending FROM pg_inherits WHERE inhrelid = to_regclass($1) AND "
                       "inhparent = to_regclass($2)"),
        { target.name, target.relation });
    if (!rows.has_value())
        return rows.error();
    if (rows->count() == 0)
        return Probe{ Found::Valid, {}, {} };
    return Probe{ rows->boolean(0, 0) ? Found::Invalid : Found::Absent, target.name, {} };
}

base::Result<Probe> probeStatement(RunContext &context, const ProbeTarget &target)
{
    QString sql;
    postgres::Parameters parameters{ target.name };
    switch (target.kind) {
    case ProbeTarget::Kind::Reindex: // Does no harm when done again.
    case ProbeTarget::Kind::Other: return Probe{};
    case ProbeTarget::Kind::CreateIndex: return probeIndex(context, target);
    case ProbeTarget::Kind::DetachPartition: return probeDetaching(context, target);
    case ProbeTarget::Kind::DropIndex: sql = QStringLiteral("SELECT to_regclass($1) IS NULL"); break;
    case ProbeTarget::Kind::AddEnumLabel:
        sql = QStringLiteral(
            "SELECT EXISTS (SELECT FROM pg_enum WHERE enumtypid = to_regtype($1) AND enumlabel = $2)");
        parameters.append(target.label);
        break;
    }
    const auto rows = context.work->query(sql, parameters);
    if (!rows.has_value())
        return rows.error();
    return Probe{ rows->boolean(0, 0) ? Found::Valid : Found::Absent, {}, {} };
}

base::Result<void> dropLeftover(RunContext &context, const plan::Step &step, const Probe &probe)
{
    context.log(EventLevel::Retry, step.id,
                QStringLiteral("Dropping the invalid index %1 that an interrupted build left.")
                    .arg(probe.qualifiedName));
    const auto dropped = context.watched(
        step.id, QStringLiteral("DROP INDEX CONCURRENTLY IF EXISTS %1").arg(probe.qualifiedName));
    if (!dropped.has_value())
        return dropped.error();
    return {};
}

base::Result<void> finishDetaching(RunContext &context, const plan::Step &step, const ProbeTarget &target)
{
    context.log(
        EventLevel::Retry, step.id,
        QStringLiteral("Finishing to detach the partition %1, which was interrupted.").arg(target.name));
    const auto finished = context.watched(
        step.id,
        QStringLiteral("ALTER TABLE %1 DETACH PARTITION %2 FINALIZE").arg(target.relation, target.name));
    if (!finished.has_value())
        return finished.error();
    return {};
}

/// What was interrupted is cleared away, or finished where it has no way back.
base::Result<void> settleLeftover(RunContext &context, const plan::Step &step, const ProbeTarget &target,
                                  const Probe &probe)
{
    return target.kind == ProbeTarget::Kind::DetachPartition ? finishDetaching(context, step, target)
                                                             : dropLeftover(context, step, probe);
}

/// Is there anything to do? Clears leftovers and waits for a build that is under way on the way. `isBuilt`:
/// the index was made just now.
base::Result<StepEnd> settle(RunContext &context, const StepWork &work, const QString &sql,
                             const ProbeTarget &target, bool isBuilt, bool *toDo)
{
    for (;;) {
        const auto probe = probeStatement(context, target);
        if (!probe.has_value())
            return probe.error();
        switch (probe->found) {
        case Found::Absent:
        case Found::Unknown: *toDo = true; return StepEnd::Done;
        case Found::Valid:
            if (target.kind == ProbeTarget::Kind::CreateIndex && !isBuilt) {
                const IndexThere there{ probe->qualifiedName, probe->definition };
                if (const auto same = checkIndex(context, work.step, sql, target, there); !same.has_value())
                    return same.error();
            }
            *toDo = false;
            return StepEnd::Done;
        case Found::Invalid:
            if (const auto settled = settleLeftover(context, work.step, target, *probe); !settled.has_value())
                return settled.error();
            break;
        case Found::BeingBuilt:
            context.log(
                EventLevel::Info, work.step.id,
                QStringLiteral("Somebody else is building %1 or at work on its table; waiting for that.")
                    .arg(probe->qualifiedName));
            if (!context.sleepFor(1000))
                return StepEnd::Stopped;
            if (const auto held = context.checkFence(); !held.has_value())
                return held.error();
            break;
        }
    }
}

base::Error withDuplicates(const ProbeTarget &target, base::Error error)
{
    const QString columns = duplicateKeyColumns(error.detail);
    if (error.sqlstate != QLatin1String("23505") || columns.isEmpty())
        return error;
    error.hint = QStringLiteral(
                     "Find the duplicates with: SELECT %1, count(*) FROM %2 GROUP BY %1 HAVING count(*) > 1;"
                     " then resume the run. The unfinished index was dropped.")
                     .arg(columns, target.relation);
    return error;
}

bool worthAnotherTry(const base::Error &error)
{
    return error.sqlstate == QLatin1String("40P01") || error.sqlstate == QLatin1String("55P03");
}

base::Result<void> clearReindex(RunContext &context, const StepWork &work, const ProbeTarget &target,
                                const QStringList &others)
{
    const auto left = reindexLeftovers(context, target);
    if (!left.has_value())
        return left.error();
    for (const QString &index : *left) {
        if (others.contains(index))
            continue;
        if (const auto dropped = dropLeftover(context, work.step, { Found::Invalid, index, {} });
            !dropped.has_value())
            return dropped;
    }
    return {};
}

/// After a failed build: nothing invalid stays behind to slow writes down. `others` was there before.
base::Result<void> clearFailedBuild(RunContext &context, const StepWork &work, const ProbeTarget &target,
                                    const QStringList &others)
{
    if (target.kind == ProbeTarget::Kind::Reindex)
        return clearReindex(context, work, target, others);
    if (target.kind != ProbeTarget::Kind::CreateIndex)
        return {};
    const auto probe = probeStatement(context, target);
    if (!probe.has_value())
        return probe.error();
    return probe->found == Found::Invalid ? dropLeftover(context, work.step, *probe) : base::Result<void>();
}

/// Which indexes a run set about to make stands in its journal, whatever becomes of it.
base::Result<void> recordIntent(RunContext &context, const StepWork &work, const ProbeTarget &target)
{
    if (target.kind != ProbeTarget::Kind::CreateIndex)
        return {};
    return context.journal.recordOwned(work.step.id, QStringLiteral("index"), target.name);
}

base::Result<postgres::Rows> runWatchingTheBuild(RunContext &context, const StepWork &work,
                                                 const QString &sql)
{
    QElapsedTimer since;
    QElapsedTimer told;
    since.start();
    const int pid = context.work->server().backendPid;
    const auto tellOfTheBuild = [&] {
        if (told.isValid() && told.elapsed() < 500)
            return false;
        told.start();
        if (auto build = context.monitor->buildOf(pid)) {
            build->step = work.step.id;
            build->seconds = double(since.elapsed()) / 1000;
            context.emitEvent(*build);
        }
        return false;
    };
    return context.watched(work.step.id, sql, {}, tellOfTheBuild, 200);
}

base::Result<StepEnd> actOnce(RunContext &context, const StepWork &work, const QString &sql,
                              const ProbeTarget &target, bool begun)
{
    constexpr int tries = 5;
    bool isBuilt = false;
    QStringList others;
    if (target.kind == ProbeTarget::Kind::Reindex) {
        // An earlier start of this run may have left some; what others left is theirs.
        const auto cleared = begun ? clearReindex(context, work, target, {}) : base::Result<void>();
        const auto left = cleared.has_value() ? reindexLeftovers(context, target) : cleared.error();
        if (!left.has_value())
            return left.error();
        others = *left;
    }
    for (int attempt = 0;; ++attempt) {
        bool toDo = true;
        const auto settled = settle(context, work, sql, target, isBuilt, &toDo);
        if (!settled.has_value() || *settled == StepEnd::Stopped || !toDo)
            return settled;
        if (const auto ours = context.journal.checkOwner(); !ours.has_value())
            return ours.error();
        if (const auto intent = recordIntent(context, work, target); !intent.has_value())
            return intent.error();
        const auto done = runWatchingTheBuild(context, work, sql);
        if (done.has_value()) {
            if (target.kind != ProbeTarget::Kind::CreateIndex)
                return StepEnd::Done;
            // "IF NOT EXISTS" succeeds on an invalid index: only the catalog tells.
            isBuilt = true;
            if (attempt + 1 < tries)
                continue;
            return base::internalError(QStringLiteral("The index %1 is still not valid after %2 builds.")
                                           .arg(target.name, QString::number(tries)));
        }
        if (done.error().kind == base::ErrorKind::Connection)
            return done.error();
        if (context.stopRequested())
            return StepEnd::Stopped;
        if (begun && target.kind == ProbeTarget::Kind::Other && saysAlreadyDone(sql, done.error().sqlstate)) {
            context.log(
                EventLevel::Warning, work.step.id,
                QStringLiteral("Taken as done before the interruption: %1").arg(done.error().message));
            return StepEnd::Done;
        }
        if (const auto cleared = clearFailedBuild(context, work, target, others); !cleared.has_value())
            return cleared.error();
        if (!worthAnotherTry(done.error()) || attempt + 1 >= tries)
            return withDuplicates(target, done.error());
        if (!context.sleepFor(lockPauseMs(attempt, 300, 0.5)))
            return StepEnd::Stopped;
    }
}

/// CREATE INDEX CONCURRENTLY waits for every older snapshot, and a time limit would count that wait. The
/// statement before may have set one.
base::Result<void> liftLimits(RunContext &context)
{
    return context.work->executeScript(QStringLiteral("SET lock_timeout = 0; SET statement_timeout = 0"));
}

} // namespace

base::Result<bool> isStillAttached(RunContext &context, const plan::Step &step)
{
    const ProbeTarget target = probeTargetOf(step.sql.value(0));
    if (target.kind != ProbeTarget::Kind::DetachPartition)
        return false;
    const auto probe = probeDetaching(context, target);
    if (!probe.has_value())
        return probe.error();
    if (probe->found != Found::Invalid)
        return probe->found == Found::Absent;
    const auto finished = finishDetaching(context, step, target);
    return finished.has_value() ? base::Result<bool>(false) : finished.error();
}

base::Result<StepEnd> runOutsideTransaction(RunContext &context, const StepWork &work)
{
    for (int i = work.statementsDone; i < work.statements.size(); ++i) {
        if (const auto goOn = context.passPause(work.runState); !goOn.has_value() || !*goOn)
            return goOn.has_value() ? base::Result<StepEnd>(StepEnd::Stopped) : goOn.error();
        if (const auto limits = liftLimits(context); !limits.has_value())
            return limits.error();
        const QString &sql = work.statements[i];
        const ProbeTarget target = probeTargetOf(sql);
        // What a way back takes away may never have been made: any of its statements may have nothing to do.
        const bool unknown =
            work.wasBegun && (i == work.statementsDone || work.doneState == StepState::Undone);
        const auto acted = actOnce(context, work, sql, target, unknown);
        if (!acted.has_value()) {
            // A stop cancels whatever runs, the clearing of leftovers too: that is no failure.
            if (context.stopRequested() && acted.error().isCanceled())
                return StepEnd::Stopped;
            return stepError(work.step, acted.error());
        }
        if (*acted == StepEnd::Stopped)
            return acted;
        const auto noted = work.doneState == StepState::Done
                               ? context.journal.statementDone(work.step.id, i + 1)
                               : context.journal.statementUndone(work.step.id, i + 1);
        if (!noted.has_value())
            return noted.error();
    }
    return StepEnd::Done;
}

} // namespace lockstep::execution
