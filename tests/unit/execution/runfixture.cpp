#include "runfixture.h"

namespace lockstep::testing {

bool isRefused(const base::Result<execution::RunOutcome> &outcome, const QString &part)
{
    return !outcome.has_value() && outcome.error().kind == base::ErrorKind::Refused
           && outcome.error().message.contains(part);
}

plan::Step ddl(const QString &id, const QStringList &sql, const QStringList &back, bool own)
{
    plan::Step step;
    step.id = id;
    step.title = QStringLiteral("Step ") + id;
    step.sql = sql;
    step.rollback.sql = back;
    step.transaction = own ? plan::TransactionMode::Own : plan::TransactionMode::None;
    step.rollback.transaction = step.transaction;
    return step;
}

plan::Step backfill(const QString &id, const QString &table, const QString &set, const QString &where,
                    const QStringList &key, const QStringList &types)
{
    plan::Step step;
    step.id = id;
    step.title = QStringLiteral("Fill ") + table;
    step.kind = plan::StepKind::Backfill;
    step.phase = plan::Phase::Backfill;
    step.transaction = plan::TransactionMode::None;
    step.backfill =
        plan::BackfillSpec{ schema::objectId(schema::Kind::Table, QStringLiteral("public"), table),
                            set,
                            where,
                            plan::Batcher::Keyset,
                            key,
                            types };
    return step;
}

plan::Step gate(const QString &id)
{
    plan::Step step;
    step.id = id;
    step.title = QStringLiteral("New code is deployed");
    step.kind = plan::StepKind::Gate;
    step.gateText = QStringLiteral("Is the new code deployed?");
    return step;
}

plan::PlanPtr planOf(const QVector<plan::Step> &steps)
{
    auto plan = std::make_shared<plan::Plan>();
    plan->serverVersion = 120000;
    plan->fingerprint = "sha256:before";
    plan->targetFingerprint = "sha256:after";
    plan->steps = steps;
    return plan;
}

plan::PlanPtr tierPlan(bool withGate)
{
    QVector<plan::Step> steps;
    steps << ddl(QStringLiteral("s01"),
                 { QStringLiteral("ALTER TABLE public.users ADD COLUMN tier text"),
                   QStringLiteral("ALTER TABLE public.users ALTER COLUMN tier SET DEFAULT 'tier0'") },
                 { QStringLiteral("ALTER TABLE public.users DROP COLUMN tier") });
    steps << backfill(QStringLiteral("s02"), QStringLiteral("users"),
                      QStringLiteral("tier = 'tier' || id % 3"), QStringLiteral("tier IS NULL"));
    steps << ddl(QStringLiteral("s03"),
                 { QStringLiteral(
                     "ALTER TABLE public.users ADD CONSTRAINT tier_set CHECK (tier IS NOT NULL) NOT VALID") },
                 { QStringLiteral("ALTER TABLE public.users DROP CONSTRAINT tier_set") });
    steps << ddl(QStringLiteral("s04"),
                 { QStringLiteral("ALTER TABLE public.users VALIDATE CONSTRAINT tier_set") }, {});
    steps.last().timeouts.statementMs = 0;
    steps.last().verify = { { QStringLiteral("SELECT count(*) FROM public.users WHERE tier IS NULL"),
                              QStringLiteral("0") } };
    if (withGate)
        steps << gate(QStringLiteral("s05"));
    steps << ddl(QStringLiteral("s06"),
                 { QStringLiteral("CREATE INDEX CONCURRENTLY users_tier_idx ON public.users (tier)") },
                 { QStringLiteral("DROP INDEX CONCURRENTLY public.users_tier_idx") }, false);
    for (plan::Step &step : steps)
        step.relations = { QStringLiteral("public.users") };
    return planOf(steps);
}

plan::PlanPtr lockPlan()
{
    plan::Step step =
        ddl(QStringLiteral("s01"), { QStringLiteral("ALTER TABLE public.users ADD COLUMN x integer") },
            { QStringLiteral("ALTER TABLE public.users DROP COLUMN x") });
    step.assessment.locks = { { QStringLiteral("public.users"), plan::LockMode::AccessExclusive } };
    return planOf({ step });
}

execution::RunOptions quickOptions()
{
    execution::RunOptions options;
    options.requireProof = false;
    options.skipFingerprintCheck = true;
    options.waitAtGates = false;
    options.limits.shareBesideOthers = 1; // The test itself is always at work.
    return options;
}

RunDatabase::RunDatabase(qint64 users)
{
    QString why;
    const auto started = server(&why);
    if (!started) {
        qWarning("%s", qPrintable(why));
        return;
    }
    auto made = scratch::ScratchDatabase::create(started, QStringLiteral("run"));
    if (!made.has_value())
        return;
    m_database = std::move(made).value();
    m_target = m_database->target();
    fill(users);
}

RunDatabase::RunDatabase(const postgres::ConnectionTarget &database, qint64 users)
    : m_target(database)
{
    fill(users);
}

void RunDatabase::moveTo(const postgres::ConnectionTarget &target)
{
    m_target = target;
    m_session = open();
}

void RunDatabase::fill(qint64 users)
{
    m_session = open();
    exec(QStringLiteral(
        "CREATE TABLE users (id bigint PRIMARY KEY, name text, n integer NOT NULL DEFAULT 0)"));
    exec(QStringLiteral("INSERT INTO users SELECT i, md5(i::text) FROM generate_series(1, %1) i").arg(users));
    exec(QStringLiteral("VACUUM ANALYZE users"));
}

std::unique_ptr<postgres::Session> RunDatabase::openAsGuest() const
{
    const auto granted = open()->executeScript(QStringLiteral(
        "DO $$ BEGIN IF to_regrole('run_guest') IS NULL THEN CREATE ROLE run_guest LOGIN; END IF; END $$;"
        "GRANT SELECT, UPDATE ON users TO run_guest"));
    if (!granted.has_value())
        qFatal("%s", qPrintable(granted.error().toText()));
    auto guest = m_target;
    guest.applicationName = QStringLiteral("shop");
    guest.text += QStringLiteral(" user=run_guest");
    return postgres::Session::open(guest).value();
}

void RunDatabase::exec(const QString &sql)
{
    const auto done = m_session->execute(sql);
    if (!done.has_value())
        qFatal("%s", qPrintable(done.error().toText()));
}

QString RunDatabase::one(const QString &sql)
{
    if (!m_session->isConnected())
        m_session = open();
    const auto rows = m_session->query(sql);
    if (!rows.has_value())
        return rows.error().message;
    return rows->count() > 0 ? rows->text(0, 0) : QString();
}

void RunDatabase::countUpdates()
{
    exec(QStringLiteral("CREATE FUNCTION count_update() RETURNS trigger LANGUAGE plpgsql AS"
                        " $$BEGIN NEW.n := OLD.n + 1; RETURN NEW; END$$"));
    exec(QStringLiteral("CREATE TRIGGER zzz_lockstep_counted BEFORE UPDATE ON users FOR EACH ROW EXECUTE "
                        "FUNCTION count_update()"));
}

void RunDatabase::slowDown()
{
    exec(QStringLiteral("CREATE TABLE pace (factor double precision)"));
    exec(QStringLiteral("INSERT INTO pace VALUES (1)"));
    exec(QStringLiteral("GRANT SELECT ON pace TO PUBLIC"));
    exec(QStringLiteral(
        "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN PERFORM "
        "pg_sleep(greatest(0.005, (SELECT count(*) FROM written) * 0.00003) * (SELECT factor FROM pace)); "
        "RETURN NULL; END$$"));
    exec(QStringLiteral(
        "CREATE TRIGGER zzz_lockstep_slow AFTER UPDATE ON users REFERENCING NEW TABLE AS written FOR EACH "
        "STATEMENT EXECUTE FUNCTION slow()"));
}

void RunDatabase::setPace(double factor)
{
    exec(QStringLiteral("UPDATE pace SET factor = %1").arg(factor));
}

base::Result<execution::RunOutcome> RunDatabase::run(const plan::PlanPtr &plan,
                                                     const execution::RunOptions &options)
{
    execution::RunControl control;
    return execution::runPlan(plan, target(), options, control, events.sink(), {});
}

base::Result<execution::RunOutcome> RunDatabase::rollBack(const plan::PlanPtr &plan)
{
    execution::RunControl control;
    return execution::rollBackRun(plan, target(), quickOptions(), control, events.sink(), {});
}

void RunDatabase::endSessions(const QString &named)
{
    exec(QStringLiteral(
             "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE '%1' "
             "AND datname = current_database()")
             .arg(named));
}

QString RunDatabase::shape()
{
    return one(QStringLiteral(
        "SELECT (SELECT string_agg(attname || ':' || attnotnull, ',' ORDER BY attnum) FROM pg_attribute"
        "  WHERE attrelid = 'users'::regclass AND attnum > 0 AND NOT attisdropped) || '|' ||"
        " coalesce((SELECT string_agg(conname || convalidated, ',' ORDER BY conname) FROM pg_constraint "
        "WHERE conrelid = 'users'::regclass AND contype <> 'n'), '')"
        " || '|' || (SELECT string_agg(indexrelid::regclass::text || indisvalid, ',' ORDER BY "
        "indexrelid::regclass::text) FROM pg_index"
        "  WHERE indrelid = 'users'::regclass)"));
}

BackgroundRun::BackgroundRun(RunDatabase &db, const plan::PlanPtr &plan, bool resume)
    : BackgroundRun(db.target(), plan, [resume] {
        execution::RunOptions options = quickOptions();
        options.resume = resume;
        return options;
    }())
{ }

BackgroundRun::BackgroundRun(const postgres::ConnectionTarget &target, const plan::PlanPtr &plan,
                             const execution::RunOptions &options)
    : m_thread([this, target, plan, options] {
        outcome = execution::runPlan(plan, target, options, control, events.sink(), {});
        isDone = true;
    })
{ }

void BackgroundRun::join()
{
    if (m_thread.joinable())
        m_thread.join();
}

bool BackgroundRun::waitFor(const std::function<bool()> &isSo) const
{
    (void)QTest::qWaitFor([&] { return isSo() || isDone; }, longEnoughMs);
    if (isSo())
        return true;
    qWarning("%s", !isDone               ? "The run goes on, and it has not come."
                   : outcome.has_value() ? "The run is over, and it has not come."
                                         : qPrintable(outcome.error().toText()));
    return false;
}

bool BackgroundRun::waitFor(execution::RunState state) const
{
    return waitFor([&] { return events.has(state); });
}

bool BackgroundRun::waitForText(const QString &part) const
{
    return waitFor([&] { return events.says(part); });
}

bool BackgroundRun::waitForRows(qint64 wanted) const
{
    return waitFor([&] { return rows() > wanted; });
}

qint64 BackgroundRun::rows() const
{
    const auto all = events.of<execution::BackfillAdvanced>();
    return all.isEmpty() ? 0 : all.last().progress.rowsSeen;
}

} // namespace lockstep::testing
