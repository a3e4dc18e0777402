#include "rehearsalway.h"

#include <model/execution/runner.h>
#include <model/sources/catalogreader.h>

#include <QElapsedTimer>

namespace lockstep::proof {

namespace {

using execution::RunState;

double msOf(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

base::Result<QByteArray> fingerprintOf(postgres::Session &session)
{
    const auto catalog = sources::readCatalog(session);
    return catalog.has_value() ? base::Result<QByteArray>((*catalog)->fingerprint()) : catalog.error();
}

/// Marks the run in its journal, so that nobody takes it for the real one.
void tagRun(const postgres::ConnectionTarget &database, const QString &runId)
{
    const auto session = postgres::Session::open(database);
    if (session.has_value())
        (void)(*session)->execute(QStringLiteral("INSERT INTO lockstep.event (run_id, level, step_id, msg) "
                                                 "VALUES ($1::uuid, 'info', '', 'This run is a rehearsal.')"),
                                  { runId });
}

base::Error alreadyThere(const postgres::ConnectionTarget &database)
{
    base::Error error;
    error.kind = base::ErrorKind::Refused;
    error.message = QStringLiteral("%1 already has the target schema: there is nothing to rehearse.")
                        .arg(database.display());
    error.hint = QStringLiteral("Name a copy of the database as it is before the change.");
    return error;
}

} // namespace

RehearsalWalker::RehearsalWalker(plan::PlanPtr plan, const PlanSides &sides, const RehearsalBase &base,
                                 scratch::ScratchServerPtr scratch, const RehearsalSink &sink,
                                 std::stop_token stop)
    : m_plan(std::move(plan))
    , m_sides(sides)
    , m_base(base)
    , m_scratch(std::move(scratch))
    , m_sink(sink)
    , m_stop(std::move(stop))
    , m_expected(*m_plan, sides.renames)
{ }

void RehearsalWalker::report(const QString &text, int done) const
{
    if (m_sink)
        m_sink(
            { text, done, done > 0 ? int(m_plan->steps.size()) : 0, {}, execution::StepState::Pending, 0 });
}

void RehearsalWalker::reportStep(const execution::StepStatus &status) const
{
    if (!m_sink)
        return;
    int done = 0;
    QString title;
    for (int i = 0; i < m_plan->steps.size(); ++i) {
        if (m_plan->steps[i].id != status.step)
            continue;
        done = i;
        title = m_plan->steps[i].title;
    }
    m_sink({ QStringLiteral("%1: %2").arg(status.step, title), done, int(m_plan->steps.size()), status.step,
             status.state, status.tookMs });
}

base::Result<void> RehearsalWalker::readStart()
{
    report(QStringLiteral("Summing up what the tables hold."));
    auto session = postgres::Session::open(m_base.target);
    if (!session.has_value())
        return session.error();
    const postgres::CancelOnStop canceler(**session, m_stop);
    auto sums = readContentSums(**session, m_stop);
    if (!sums.has_value())
        return sums.error();
    m_start = std::move(*sums);
    return {};
}

base::Result<void> RehearsalWalker::forward(const postgres::ConnectionTarget &database, WayFindings *found)
{
    RehearsedWay &way = found->way;
    const bool isMeasured = way.gate.isEmpty();
    std::unique_ptr<StepMeter> meter;
    if (isMeasured) {
        auto started = StepMeter::start(database);
        if (!started.has_value())
            return started.error();
        meter = std::move(*started);
    }
    execution::RunOptions options;
    options.requireProof = false; // A rehearsal is one.
    options.skipFingerprintCheck = m_base.database != nullptr;
    options.readFingerprint = fingerprintOf;
    options.allowAllLoss = true;
    options.waitAtGates = false;
    options.approveAllGates = isMeasured;
    for (const plan::Step &step : m_plan->steps) {
        if (step.id == way.gate)
            break;
        options.approvedGates.insert(step.id);
    }
    const auto onEvent = [&](const execution::RunEvent &event) {
        if (const auto *started = std::get_if<execution::RunStarted>(&event)) {
            found->runId = started->runId;
            tagRun(database, started->runId);
        }
        if (meter)
            meter->see(event);
        const auto *changed = std::get_if<execution::StepChanged>(&event);
        if (changed && isMeasured)
            reportStep(changed->status);
        if (const auto *failed = std::get_if<execution::RunFailed>(&event))
            found->failures.insert(failed->step, failed->error);
    };
    execution::RunControl control;
    QElapsedTimer timer;
    timer.start();
    const auto outcome = execution::runPlan(m_plan, database, options, control, onEvent, m_stop);
    way.forwardMs = msOf(timer);
    if (meter) {
        found->measures = meter->finish();
        found->sampledEveryMs = meter->sampledEveryMs();
    }
    if (m_stop.stop_requested())
        return base::canceled();
    if (!outcome.has_value()
        && (found->runId.isEmpty() || outcome.error().kind == base::ErrorKind::Connection))
        return outcome.error();
    if (found->runId.isEmpty())
        return alreadyThere(database);
    if (!outcome.has_value())
        way.error = outcome.error();
    for (auto failed = found->failures.begin(); failed != found->failures.end(); ++failed) {
        const plan::Step *step = m_plan->find(failed.key());
        if (step && failed->detail.isEmpty())
            failed->detail = offendingRows(database, *step, *failed);
    }
    return {};
}

base::Result<void> RehearsalWalker::back(const postgres::ConnectionTarget &database, WayFindings *found)
{
    RehearsedWay &way = found->way;
    execution::RunOptions options;
    options.requireProof = false;
    options.skipFingerprintCheck = true;
    options.allowAllLoss = true;
    options.approveAllGates = true;
    std::unique_ptr<StepMeter> meter;
    if (way.gate.isEmpty()) {
        auto started = StepMeter::start(database);
        if (!started.has_value())
            return started.error();
        meter = std::move(*started);
    }
    const auto onEvent = [&](const execution::RunEvent &event) {
        if (meter)
            meter->see(event);
    };
    execution::RunControl control;
    QElapsedTimer timer;
    timer.start();
    const auto outcome = execution::rollBackRun(m_plan, database, options, control, onEvent, m_stop);
    way.backMs = msOf(timer);
    if (meter)
        found->measuresBack = meter->finish();
    if (m_stop.stop_requested())
        return base::canceled();
    if (outcome.has_value()) {
        way.isWhole = !way.error && outcome->state == RunState::RolledBack;
        return compareBack(database, &way);
    }
    if (outcome.error().kind == base::ErrorKind::Connection)
        return outcome.error();
    if (outcome.error().kind == base::ErrorKind::Refused)
        way.notes.append(outcome.error().message); // Steps without a way back, named.
    else if (!way.error)
        way.error = outcome.error();
    return {};
}

base::Result<void> RehearsalWalker::compareContent(const postgres::ConnectionTarget &database, Moment moment,
                                                   RehearsedWay *way)
{
    auto session = postgres::Session::open(database);
    if (!session.has_value())
        return session.error();
    const postgres::CancelOnStop canceler(**session, m_stop);
    const auto now = readContentSums(**session, m_stop);
    if (!now.has_value())
        return now.error();
    const ContentFindings findings = compareSums(m_start, *now, m_expected, moment);
    way->lost += findings.lost;
    way->notes += findings.notes;
    return {};
}

base::Result<void> RehearsalWalker::compareThere(const postgres::ConnectionTarget &database,
                                                 RehearsedWay *way)
{
    report(QStringLiteral("Comparing with the target."), int(m_plan->steps.size()));
    if (m_base.database) {
        const auto differences =
            differencesFrom(m_sides.target, database, m_scratch->toolDirectory(), m_sides.filter, m_stop);
        if (!differences.has_value())
            return differences.error();
        for (const QString &difference : *differences)
            way->differences.append(QStringLiteral("After the plan: ") + difference);
    } else {
        const auto session = postgres::Session::open(database);
        if (!session.has_value())
            return session.error();
        const auto fingerprint = fingerprintOf(**session);
        if (!fingerprint.has_value())
            return fingerprint.error();
        if (*fingerprint != m_plan->targetFingerprint)
            way->differences.append(QStringLiteral("After the plan the schema is not the plan's target."));
    }
    return compareContent(database, Moment::AfterPlan, way);
}

base::Result<void> RehearsalWalker::compareBack(const postgres::ConnectionTarget &database, RehearsedWay *way)
{
    report(QStringLiteral("Comparing with the current schema."));
    const ProofSide &expected = m_base.database ? m_sides.current : m_base.named;
    const auto differences = differencesFrom(expected, database, m_scratch->toolDirectory(), {}, m_stop);
    if (!differences.has_value())
        return differences.error();
    for (const QString &difference : *differences) {
        const QString teller = tellerOf(difference, *m_plan, *expected.catalog);
        if (teller.isEmpty())
            way->differences.append(QStringLiteral("After the way back: ") + difference);
        else
            way->notes.append(QStringLiteral("After the way back: %1 %2 says so.").arg(difference, teller));
    }
    return compareContent(database, Moment::AfterRollback, way);
}

base::Result<void> RehearsalWalker::readTraces(const postgres::ConnectionTarget &database, WayFindings *found)
{
    const auto session = postgres::Session::open(database);
    if (!session.has_value())
        return session.error();
    const auto written = (*session)->query(
        QStringLiteral("SELECT step_id, sum(rows_done)::bigint FROM lockstep.backfill_range GROUP BY 1"));
    const auto rejected = (*session)->query(
        QStringLiteral("SELECT step_id, count(*) FROM lockstep.backfill_reject GROUP BY 1"));
    if (!written.has_value() || !rejected.has_value())
        return {}; // Nothing was run.
    for (int i = 0; i < written->count(); ++i)
        found->backfills[written->text(i, 0)].rowsWritten = written->integer(i, 1);
    for (int i = 0; i < rejected->count(); ++i)
        found->backfills[rejected->text(i, 0)].rejects = rejected->integer(i, 1);
    for (const plan::Step &step : m_plan->steps) {
        if (step.backfill && found->backfills.contains(step.id))
            readUpdates(**session, step, &found->backfills[step.id]);
    }
    return {};
}

/// A named database is not left half changed: what this run began is taken back, whatever stopped it.
void RehearsalWalker::leaveNamed(const postgres::ConnectionTarget &database, const QString &runId) const
{
    const auto status = execution::runStatus(database);
    if (runId.isEmpty() || !status.has_value() || status->runId != runId)
        return;
    if (status->state != RunState::RolledBack) {
        report(QStringLiteral("Taking back what was begun in %1.").arg(database.display()));
        execution::RunOptions options;
        options.requireProof = false;
        options.skipFingerprintCheck = true;
        execution::RunControl control;
        if (!execution::rollBackRun(m_plan, database, options, control, {}, {}).has_value())
            return; // Its journal stays for a person to look at.
    }
    if (!m_base.hadJournal)
        (void)execution::removeJournal(database);
}

base::Result<WayFindings> RehearsalWalker::go(const QString &gate)
{
    WayFindings found;
    found.way.gate = gate;
    const plan::Step *step = m_plan->find(gate);
    found.way.title = step ? step->title : QStringLiteral("the end of the plan");
    std::unique_ptr<scratch::ScratchDatabase> copy;
    if (m_base.database) {
        report(gate.isEmpty() ? QStringLiteral("Running the plan.")
                              : QStringLiteral("To %1 and back.").arg(gate));
        auto made =
            scratch::ScratchDatabase::create(m_scratch, QStringLiteral("way"), m_base.database->name());
        if (!made.has_value())
            return made.error();
        copy = std::move(*made);
    }
    const postgres::ConnectionTarget database = copy ? copy->target() : m_base.target;
    base::Result<void> went = forward(database, &found);
    if (went.has_value() && gate.isEmpty())
        went = readTraces(database, &found);
    if (went.has_value() && gate.isEmpty() && !found.way.error)
        went = compareThere(database, &found.way);
    if (went.has_value()) {
        report(QStringLiteral("Taking it back."));
        went = back(database, &found);
    }
    if (!copy)
        leaveNamed(database, found.runId);
    if (m_stop.stop_requested())
        return base::canceled();
    if (!went.has_value())
        return went.error();
    return found;
}

} // namespace lockstep::proof
