#pragma once

#include "../../support/patience.h"
#include "../../support/postgrestest.h"
#include "events.h"

#include <model/execution/runner.h>

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

/// Hand-made plans on a real database, and what their runs said.
namespace lockstep::testing {

[[nodiscard]] plan::Step ddl(const QString &id, const QStringList &sql, const QStringList &back,
                             bool own = true);

[[nodiscard]] plan::Step backfill(const QString &id, const QString &table, const QString &set,
                                  const QString &where, const QStringList &key = { QStringLiteral("id") },
                                  const QStringList &types = { QStringLiteral("bigint") });

[[nodiscard]] plan::Step gate(const QString &id);

[[nodiscard]] plan::PlanPtr planOf(const QVector<plan::Step> &steps);

/// The plan most tests run: column, default, backfill, NOT NULL through a check, index.
[[nodiscard]] plan::PlanPtr tierPlan(bool withGate = false);

/// One step that needs users for itself.
[[nodiscard]] plan::PlanPtr lockPlan();

[[nodiscard]] execution::RunOptions quickOptions();

/// A database of its own with `users`, and short ways to ask it.
class RunDatabase
{
public:
    explicit RunDatabase(qint64 users);
    /// In a database that is there, on a server of the test's own.
    RunDatabase(const postgres::ConnectionTarget &database, qint64 users);
    [[nodiscard]] bool isReady() const { return m_session != nullptr; }
    [[nodiscard]] const postgres::ConnectionTarget &target() const { return m_target; }
    /// From now on the same database is there.
    void moveTo(const postgres::ConnectionTarget &target);
    [[nodiscard]] std::unique_ptr<postgres::Session> open() const
    {
        return postgres::Session::open(m_target).value();
    }
    /// As somebody who is no superuser, like the scratch role is: those are never ended.
    [[nodiscard]] std::unique_ptr<postgres::Session> openAsGuest() const;
    void exec(const QString &sql);
    QString one(const QString &sql);
    /// Counts every UPDATE of every row in users.n, so that a row done twice shows. This trigger and the next
    /// are called as the plans' own, beside which there may be several workers.
    void countUpdates();
    /// Every batch takes a moment, so that a test gets a hand between two of them.
    void slowDown();
    /// How much slower still, of batches that begin from now on; 0: as fast as they can.
    void setPace(double factor);
    base::Result<execution::RunOutcome> run(const plan::PlanPtr &plan,
                                            const execution::RunOptions &options = quickOptions());
    base::Result<execution::RunOutcome> rollBack(const plan::PlanPtr &plan);
    /// As by an administrator: those with such names, LIKE; all of a run, if it is not said.
    void endSessions(const QString &named = QStringLiteral("lockstep:%"));
    /// Columns, constraints and indexes of users as text.
    QString shape();

    Events events;

private:
    void fill(qint64 users);
    std::unique_ptr<scratch::ScratchDatabase> m_database;
    postgres::ConnectionTarget m_target;
    std::unique_ptr<postgres::Session> m_session;
};

/// A run on a thread of its own, as the window has it.
class BackgroundRun
{
public:
    BackgroundRun(RunDatabase &db, const plan::PlanPtr &plan, bool resume = false);
    BackgroundRun(const postgres::ConnectionTarget &target, const plan::PlanPtr &plan,
                  const execution::RunOptions &options);
    ~BackgroundRun()
    {
        control.stop();
        join();
    }
    void join();
    /// Visited so far by the backfill under way.
    [[nodiscard]] qint64 rows() const;
    /// Until that is so; false, and why it ended, if the run is over before.
    [[nodiscard]] bool waitFor(const std::function<bool()> &isSo) const;
    /// Until it was in this state for a moment at least.
    [[nodiscard]] bool waitFor(execution::RunState state) const;
    [[nodiscard]] bool waitForText(const QString &part) const;
    /// Until it has visited more.
    [[nodiscard]] bool waitForRows(qint64 wanted) const;
    template <typename Event>
    [[nodiscard]] bool waitForEvent() const
    {
        return waitFor([this] { return !events.of<Event>().isEmpty(); });
    }
    execution::RunControl control;
    Events events;
    base::Result<execution::RunOutcome> outcome = execution::RunOutcome{};
    std::atomic<bool> isDone = false;

private:
    std::thread m_thread;
};

/// Refused, with that in what it says.
[[nodiscard]] bool isRefused(const base::Result<execution::RunOutcome> &outcome, const QString &part);

inline const QString migratedShape = QStringLiteral(
    "id:true,name:false,n:true,tier:false|tier_settrue,users_pkeytrue|users_pkeytrue,users_tier_idxtrue");

#define REQUIRE_DATABASE(database)                                                                           \
    if (!(database).isReady())                                                                               \
    QFAIL("No scratch server")
#define VERIFY_OK(result)                                                                                    \
    do {                                                                                                     \
        const auto &checked_ = (result);                                                                     \
        QVERIFY2(checked_.has_value(),                                                                       \
                 qPrintable(checked_.has_value() ? QString() : checked_.error().toText()));                  \
    } while (false)

} // namespace lockstep::testing
