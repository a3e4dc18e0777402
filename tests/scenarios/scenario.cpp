#include "scenario.h"

#include <model/sources/catalogreader.h>

#include <tests/support/postgrestest.h>

namespace lockstep::testing {

namespace {

constexpr int keysASession = 100;
constexpr qint64 newKeys = 1'000'000;

schema::CatalogPtr targetCatalog(const QString &sql, QString *fault)
{
    auto database = scratch::ScratchDatabase::create(server(), QStringLiteral("target"));
    const auto session = (*database)->open();
    const auto loaded = (*session)->executeScript(sql);
    const auto catalog = loaded.has_value() ? sources::readCatalog(**session) : loaded.error();
    if (!catalog.has_value())
        *fault = catalog.error().toText();
    return catalog.has_value() ? *catalog : nullptr;
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
    options.waitAtGates = false;
    options.approveAllGates = approveGates;
    options.allowAllLoss = approveGates;
    return options;
}

} // namespace

Scenario::Scenario(const QString &current, const QString &target, const QByteArray &intents,
                   plan::Policy policy)
{
    const auto started = server(&m_fault);
    if (!started)
        return;
    m_database = scratch::ScratchDatabase::create(started, QStringLiteral("scenario")).value();
    m_session = m_database->open().value();
    const schema::CatalogPtr wanted = targetCatalog(target, &m_fault);
    const auto loaded = m_session->executeScript(current);
    if (!loaded.has_value() || !wanted) {
        m_fault += loaded.has_value() ? QString() : loaded.error().toText();
        return;
    }
    exec(QStringLiteral("ANALYZE"));
    const auto catalog = sources::readCatalog(*m_session);
    const auto plan = planBetween(*catalog, wanted, intents, policy);
    if (!plan.has_value()) {
        m_fault = plan.error().toText();
        return;
    }
    m_plan = *plan;
    m_start = (*catalog)->fingerprint();
}

QStringList Scenario::statements() const
{
    QStringList all;
    for (const plan::Step &step : m_plan->steps)
        all += step.sql;
    return all;
}

base::Result<execution::RunOutcome> Scenario::run(bool approveGates)
{
    execution::RunControl control;
    const bool resumes = std::exchange(m_isStarted, true);
    return execution::runPlan(m_plan, m_database->target(), runOptions(resumes, approveGates), control, {},
                              {});
}

base::Result<execution::RunOutcome> Scenario::runIntoBackfill(qint64 rows)
{
    execution::RunControl control;
    m_isStarted = true;
    const auto stopAt = [&](const execution::RunEvent &event) {
        const auto *advanced = std::get_if<execution::BackfillAdvanced>(&event);
        if (advanced && advanced->progress.rowsSeen >= rows)
            control.stop();
    };
    return execution::runPlan(m_plan, m_database->target(), runOptions(false, false), control, stopAt, {});
}

base::Result<execution::RunOutcome> Scenario::rollBack()
{
    execution::RunControl control;
    return execution::rollBackRun(m_plan, m_database->target(), runOptions(true, true), control, {}, {});
}

bool Scenario::stopWhile(const QString &held, const QString &sign)
{
    const auto holder = m_database->open().value();
    if (!holder->executeScript(QStringLiteral("BEGIN; ") + held).has_value())
        return false;
    execution::RunControl control;
    const bool resumes = std::exchange(m_isStarted, true);
    std::atomic<bool> ends = false;
    std::thread runner([&] {
        (void)execution::runPlan(m_plan, m_database->target(), runOptions(resumes, true), control, {}, {});
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
                                std::make_unique<Session>(m_database->target(), release, first, keysASession,
                                                          newKeys * (m_deployed + 1)));
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

QByteArray Scenario::fingerprint() const
{
    const auto catalog = read();
    return catalog.has_value() ? (*catalog)->fingerprint() : catalog.error().toText().toUtf8();
}

bool Scenario::isAtTarget() const
{
    return fingerprint() == m_plan->targetFingerprint;
}

bool Scenario::isAtStart() const
{
    return fingerprint() == m_start;
}

} // namespace lockstep::testing
