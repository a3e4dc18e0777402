#pragma once

#include "release.h"

#include <model/execution/runner.h>
#include <model/plan/planner.h>
#include <model/proof/comparison.h>

#include <vector>

/// A change of a database in use: planned, run to its gates and beyond, taken back, with releases
/// of an application at work.
namespace lockstep::testing {

class Scenario
{
public:
    /// Makes the database from `current`, which may have rows, and plans its way to `target`.
    Scenario(const QString &current, const QString &target, const QByteArray &intents,
             plan::Policy policy = plan::Policy::ZeroDowntime);

    /// Empty if all is ready; else why not.
    [[nodiscard]] QString fault() const { return m_fault; }
    [[nodiscard]] const plan::PlanPtr &plan() const { return m_plan; }
    [[nodiscard]] const schema::CatalogPtr &current() const { return m_start.catalog; }
    [[nodiscard]] QStringList statements() const;
    /// What the steps say to people: titles, conditions of gates and reasons, a line each.
    [[nodiscard]] QString said() const;
    /// Where it is, for connections of a test's own.
    [[nodiscard]] const postgres::ConnectionTarget &database() const { return m_start.database->target(); }

    /// Runs to the next gate or, with all gates approved, to the end.
    [[nodiscard]] base::Result<execution::RunOutcome> run(bool approveGates);
    /// Runs until nothing but the last gate is in the way of the end.
    [[nodiscard]] base::Result<execution::RunOutcome> runToLastGate();
    /// Goes on from a gate to the next one or to the end.
    [[nodiscard]] base::Result<execution::RunOutcome> approve(const QString &gate);
    /// Runs, or goes on, until so many rows of a backfill are done, and stops there.
    [[nodiscard]] base::Result<execution::RunOutcome> runIntoBackfill(qint64 rows);
    /// Runs until a step is done, and stops there.
    [[nodiscard]] base::Result<execution::RunOutcome> runThrough(const QString &step);
    [[nodiscard]] base::Result<execution::RunOutcome> rollBack();
    /// Runs beside a transaction that has run `held` and stays open, and stops once the query `sign` gives 1.
    /// True if it came to that.
    [[nodiscard]] bool stopWhile(const QString &held, const QString &sign);

    /// Sends two connections of a release to work.
    void deploy(const Release &release);
    /// Ends all connections of it.
    void retire(const Release &release);
    /// What all retired connections did together. Of a key the value written last.
    [[nodiscard]] const Traffic &traffic() const { return m_traffic; }
    /// Keys that do not hold what was written last, by `read`.
    [[nodiscard]] QStringList lost(const QString &read) const;

    [[nodiscard]] QString one(const QString &sql) const;
    void exec(const QString &sql);
    [[nodiscard]] base::Result<schema::CatalogPtr> read() const;
    /// By our own reader and by pg_dump, where the intents keep nothing; what differs is said as a warning.
    [[nodiscard]] bool isAtTarget() const;
    [[nodiscard]] bool isAtStart() const;

private:
    [[nodiscard]] bool isAt(const proof::ProofSide &side) const;
    [[nodiscard]] base::Result<execution::RunOutcome> resume(const execution::RunOptions &options);

    QString m_fault;
    proof::ProofSide m_start;
    proof::ProofSide m_target;
    QSet<QString> m_approved;
    std::unique_ptr<postgres::Session> m_session;
    plan::PlanPtr m_plan;
    bool m_isStarted = false;
    std::vector<std::pair<QString, std::unique_ptr<Session>>> m_sessions;
    int m_deployed = 0;
    Traffic m_traffic;
};

} // namespace lockstep::testing
