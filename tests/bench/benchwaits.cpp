#include "benchwaits.h"

#include <tests/scenarios/scenario.h>
#include <tests/scenarios/scenariofile.h>
#include <tests/support/postgrestest.h>

#include <QTextStream>
#include <QThread>

#include <algorithm>

namespace lockstep::bench {

namespace {

using testing::Scenario;
using testing::ScenarioFile;
using testing::Traffic;

constexpr int settlingMs = 500;
/// As the files have it.
const QString rowsOfAFile = QStringLiteral("generate_series(1, 100000)");

void requireNone(const QString &fault, const QString &where)
{
    if (fault.isEmpty())
        return;
    base::Error error;
    error.message = fault;
    fail(where, error);
}

Scenario scenarioOf(const ScenarioFile &file, qint64 rows)
{
    QString filled = file.rows;
    filled.replace(rowsOfAFile, QStringLiteral("generate_series(1, %1)").arg(rows));
    return { file.current + filled, file.target, file.intents };
}

/// Both releases are at work while the plan runs to its last gate, the new one until its end.
Traffic withPlan(const ScenarioFile &file, qint64 rows)
{
    Scenario scenario = scenarioOf(file, rows);
    requireNone(scenario.fault(), file.name);
    int gates = 0;
    for (const plan::Step &step : scenario.plan()->steps)
        gates += step.kind == plan::StepKind::Gate ? 1 : 0;
    scenario.deploy(file.old);
    auto outcome = require(scenario.run(false), "run");
    scenario.deploy(file.fresh);
    for (int gate = 1; outcome.state == execution::RunState::WaitingGate; ++gate) {
        QThread::msleep(settlingMs);
        if (gate == (file.oldUntilGate > 0 ? file.oldUntilGate : gates))
            scenario.retire(file.old);
        outcome = require(scenario.approve(outcome.stoppedAt), "run");
    }
    QThread::msleep(settlingMs);
    scenario.retire(file.old);
    scenario.retire(file.fresh);
    return scenario.traffic();
}

/// What somebody in a hurry would run, with the old release at work.
Traffic withoutPlan(const ScenarioFile &file, qint64 rows)
{
    Scenario scenario = scenarioOf(file, rows);
    scenario.deploy(file.old);
    QThread::msleep(settlingMs);
    scenario.exec(file.naive);
    requireNone(scenario.fault(), file.name);
    QThread::msleep(settlingMs);
    scenario.retire(file.old);
    return scenario.traffic();
}

QString outcomeOf(const Traffic &traffic)
{
    return traffic.failures.isEmpty() ? QStringLiteral("works") : QStringLiteral("fails");
}

} // namespace

void measureWaits(qint64 rows, const QStringList &names)
{
    QString fault;
    const std::vector<ScenarioFile> files = testing::scenarioFiles(&fault);
    requireNone(fault, QStringLiteral("scenarios"));
    const int major = testing::server()->version() / 10000;
    QTextStream out(stdout);
    out << "PostgreSQL " << major << ", " << rows << " rows, two connections of each release write and read\n"
        << "| scenario | longest wait with the plan | applications | longest wait without | applications | "
           "ratio "
           "|\n|---|---|---|---|---|---|"
        << Qt::endl;
    for (const ScenarioFile &file : files) {
        const bool isAsked = std::any_of(names.begin(), names.end(),
                                         [&](const QString &name) { return file.name.startsWith(name); });
        if (!isAsked || file.since > major || file.naive.isEmpty())
            continue;
        const Traffic with = withPlan(file, rows);
        const Traffic without = withoutPlan(file, rows);
        out << QStringLiteral("| %1 | %2 ms | %3 | %4 ms | %5 | %6 |")
                   .arg(file.title)
                   .arg(with.longestMs, 0, 'f', 0)
                   .arg(outcomeOf(with))
                   .arg(without.longestMs, 0, 'f', 0)
                   .arg(outcomeOf(without))
                   .arg(with.longestMs / without.longestMs, 0, 'f', 2)
            << Qt::endl;
    }
}

} // namespace lockstep::bench
