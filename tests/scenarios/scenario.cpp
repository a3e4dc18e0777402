#include "scenario.h"

#include <model/sources/catalogreader.h>
#include <model/sources/pgdump.h>

#include <tests/support/filleddatabase.h>
#include <tests/support/postgrestest.h>

namespace lockstep::testing {

namespace {

constexpr int keysASession = 100;
constexpr qint64 newKeys = 1'000'000;

/// A database as both observers see it, with the rows that the script writes.
base::Result<proof::ProofSide> loaded(const QString &name, const QString &sql)
{
    auto filled = filledDatabase(name, sql);
    if (!filled.has_value())
        return filled.error();
    const auto dump = sources::dumpSchema(filled->database->target(), server()->toolDirectory(), {});
    if (!dump.has_value())
        return dump.error();
    return proof::ProofSide{ std::move(filled->database), std::move(filled->catalog), *dump };
}

base::Result<plan::PlanPtr> planBetween(const schema::CatalogPtr &current, const schema::CatalogPtr &target,
                                        const QByteArray &json, plan::Policy policy)
{
    plan::PlanOptions options;
    options.policy = policy;
    const auto intents =
        plan::intentsFromJson(json.isEmpty() ? QByteArray("{}") : json, QStringLiteral("intents"));
    if (!intents.has_value())
        return intents.error();
    options.intents = *intents;
    const auto diffOptions = plan::diffOptions(options.intents, *current, *target);
    if (!diffOptions.has_value())
        return diffOptions.error();
    const auto changes = diff::diff(current, target, *diffOptions, {});
    if (!changes.has_value())
        return changes.error();
    return plan::makePlan(*changes, nullptr, options, {});
}

execution::RunOptions runOptions(bool resumes, bool approveGates)
{
    execution::RunOptions options;
    options.resume = resumes;
    options.requireProof = false;
    options.skipFingerprintCheck = true;
    options.limits.shareBesideOthers = 1; // Its traffic is all that there is to do.
    options.waitAtGates = false;
    options.approveAllGates = approveGates;
    options.allowAllLoss = approveGates;
    return options;
}

} // namespace

Scenario::Scenario(const QString &current, const QString &target, const QByteArray &intents,
                   plan::Policy policy)
{
    if (!server(&m_fault))
        return;
    auto wanted = loaded(QStringLiteral("target"), target);
    auto start = loaded(QStringLiteral("current"), current);
    if (!wanted.has_value() || !start.has_value()) {
        m_fault = (wanted.has_value() ? start : wanted).error().toText();
        return;
    }
    m_target = std::move(*wanted);
    m_start = std::move(*start);
    m_session = m_start.database->open().value();
    // Not all of the server's own tables, which takes ten times as long.
    exec(QStringLiteral("DO $$ DECLARE r regclass; BEGIN FOR r IN SELECT oid FROM pg_class WHERE relkind IN "
                        "('r', 'p', 'm') AND oid >= 16384 AND relpersistence <> 't' LOOP EXECUTE 'ANALYZE ' "
                        "|| r; END LOOP; END $$"));
    const auto plan = planBetween(m_start.catalog, m_target.catalog, intents, policy);
    if (!plan.has_value())
        m_fault = plan.error().toText();
    else
        m_plan = *plan;
}

QStringList Scenario::statements() const
{
    QStringList all;
    for (const plan::Step &step : m_plan->steps)
        all += step.sql;
    return all;
}

QString Scenario::said() const
{
    QStringList all;
    for (const plan::Step &step : m_plan->steps)
        all << step.title << step.gateText << step.why;
    return all.join(QLatin1Char('\n'));
}

base::Result<execution::RunOutcome> Scenario::run(bool approveGates)
{
    return resume(runOptions(std::exchange(m_isStarted, true), approveGates));
}

base::Result<execution::RunOutcome> Scenario::runToLastGate()
{
    auto outcome = run(false);
    const auto isGate = [](const plan::Step &step) { return step.kind == plan::StepKind::Gate; };
    auto left = std::count_if(m_plan->steps.begin(), m_plan->steps.end(), isGate);
    while (outcome.has_value() && --left > 0)
        outcome = approve(outcome->stoppedAt);
    return outcome;
}

base::Result<execution::RunOutcome> Scenario::approve(const QString &gate)
{
    m_approved += gate;
    execution::RunOptions options = runOptions(true, false);
    options.approvedGates = m_approved;
    options.allowAllLoss = true;
    return resume(options);
}

base::Result<execution::RunOutcome> Scenario::resume(const execution::RunOptions &options)
{
    execution::RunControl control;
    return execution::runPlan(m_plan, m_start.database->target(), options, control, {}, {});
}

base::Result<execution::RunOutcome> Scenario::runIntoBackfill(qint64 rows)
{
    execution::RunControl control;
    const execution::RunOptions options = runOptions(m_isStarted, true);
    m_isStarted = true;
    const auto stopAt = [&](const execution::RunEvent &event) {
        const auto *advanced = std::get_if<execution::BackfillAdvanced>(&event);
        if (advanced && advanced->progress.rowsSeen >= rows)
            control.stop();
    };
    return execution::runPlan(m_plan, m_start.database->target(), options, control, stopAt, {});
}

base::Result<execution::RunOutcome> Scenario::runThrough(const QString &step)
{
    execution::RunControl control;
    m_isStarted = true;
    const auto stopBehind = [&](const execution::RunEvent &event) {
        const auto *changed = std::get_if<execution::StepChanged>(&event);
        if (changed && changed->status.step == step && changed->status.state == execution::StepState::Done)
            control.stop();
    };
    return execution::runPlan(m_plan, m_start.database->target(), runOptions(false, true), control,
                              stopBehind, {});
}

base::Result<execution::RunOutcome> Scenario::rollBack()
{
    execution::RunControl control;
    return execution::rollBackRun(m_plan, m_start.database->target(), runOptions(true, true), control, {},
                                  {});
}

bool Scenario::stopWhile(const QString &held, const QString &sign)
{
    const auto holder = m_start.database->open().value();
    if (!holder->executeScript(QStringLiteral("BEGIN; ") + held).has_value())
        return false;
    execution::RunControl control;
    const bool resumes = std::exchange(m_isStarted, true);
    std::atomic<bool> ends = false;
    std::thread runner([&] {
        (void)execution::runPlan(m_plan, m_start.database->target(), runOptions(resumes, true), control, {},
                                 {});
        ends = true;
    });
    bool isSeen = false;
    while (!ends && !isSeen) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        isSeen = one(sign) == QLatin1String("1");
    }
    control.stop();
    runner.join();
    return isSeen;
}

void Scenario::deploy(const Release &release)
{
    for (int i = 0; i < 2; ++i, ++m_deployed) {
        const qint64 first = 1 + m_deployed * keysASession;
        m_sessions.emplace_back(release.name,
                                std::make_unique<Session>(m_start.database->target(), release, first,
                                                          keysASession, newKeys * (m_deployed + 1)));
    }
}

void Scenario::retire(const Release &release)
{
    for (auto &[name, session] : m_sessions) {
        if (name != release.name)
            continue;
        const Traffic done = session->stop();
        m_traffic.written.insert(done.written);
        m_traffic.failures += done.failures;
        m_traffic.statements += done.statements;
        m_traffic.longestMs = std::max(m_traffic.longestMs, done.longestMs);
    }
    std::erase_if(m_sessions, [&](const auto &session) { return session.first == release.name; });
}

QStringList Scenario::lost(const QString &read) const
{
    QStringList keys;
    for (auto it = m_traffic.written.cbegin(); it != m_traffic.written.cend(); ++it) {
        const QString found = one(read.arg(it.key()));
        if (found != it.value())
            keys += QStringLiteral("%1: %2, not %3").arg(QString::number(it.key()), found, it.value());
    }
    return keys;
}

QString Scenario::one(const QString &sql) const
{
    const auto rows = m_session->query(sql);
    if (!rows.has_value())
        return rows.error().message;
    return rows->count() > 0 ? rows->text(0, 0) : QStringLiteral("no row");
}

void Scenario::exec(const QString &sql)
{
    const auto done = m_session->execute(sql);
    if (!done.has_value())
        m_fault = done.error().toText();
}

base::Result<schema::CatalogPtr> Scenario::read() const
{
    return sources::readCatalog(*m_session);
}

bool Scenario::isAt(const proof::ProofSide &side) const
{
    const auto rest =
        proof::differencesFrom(side, m_start.database->target(), server()->toolDirectory(), {}, {});
    const QStringList lines = rest.has_value() ? *rest : QStringList{ rest.error().toText() };
    if (!lines.isEmpty())
        qWarning("%s", qPrintable(lines.join(QLatin1Char('\n'))));
    return lines.isEmpty();
}

bool Scenario::isAtTarget() const
{
    if (m_plan->intents.keep.isEmpty())
        return isAt(m_target);
    // What is kept is nowhere to be dumped from.
    const auto catalog = read();
    return catalog.has_value() && (*catalog)->fingerprint() == m_plan->targetFingerprint;
}

bool Scenario::isAtStart() const
{
    return isAt(m_start);
}

} // namespace lockstep::testing
