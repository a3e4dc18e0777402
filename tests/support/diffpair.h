#pragma once

#include <model/base/result.h>
#include <model/plan/plan.h>
#include <model/schema/catalog.h>
#include <model/scratch/scratchserver.h>

#include <QString>
#include <QStringList>

#include <memory>

namespace lockstep::testing {

/// One of other people's old/new pairs: a line of index.tsv.
struct PairName
{
    QString suite;
    QString name;
    bool isNoop = false; ///< Equal schemas: the plan must be empty.
    bool isReversed = false; ///< From the new schema to the old one.

    /// Where it is below the corpora.
    [[nodiscard]] QString path() const { return suite + QLatin1Char('/') + name; }
    /// The row of the table that it counts for.
    [[nodiscard]] QString group() const { return isReversed ? suite + QStringLiteral("-reversed") : suite; }
    [[nodiscard]] QString text() const { return group() + QLatin1Char('/') + name; }
};

/// Every pair of the suites, in the order of index.tsv.
[[nodiscard]] QVector<PairName> pairNames(const QStringList &suites);
/// Roles belong to the cluster, so all that any pair needs are made once.
[[nodiscard]] base::Result<void> createRoles(const scratch::ScratchServerPtr &server,
                                             const QVector<PairName> &pairs);

/// What came of one pair: empty where all is well, else the reason.
struct PairOutcome
{
    QString unloadable; ///< The server's version does not know what the pair is written with.
    QString forward;
    QString back;
    QString noop; ///< What the plan of equal schemas has.
    QString scripts; ///< Both ways, for reading.

    [[nodiscard]] bool isGood() const
    {
        return unloadable.isEmpty() && forward.isEmpty() && back.isEmpty() && noop.isEmpty();
    }
    [[nodiscard]] QString reason() const; ///< On one line; empty where all is well.
};

/// Loads both schemas of a pair into databases of their own and tries what lies between them.
class DiffPair
{
public:
    DiffPair(scratch::ScratchServerPtr server, PairName name);
    ~DiffPair();

    /// Plans, runs the script with psql on a copy of the old schema, compares with the new one by
    /// pg_dump and by our own reader; then the way back likewise.
    [[nodiscard]] PairOutcome check();
    /// The plan with its proof, from the scripts alone.
    [[nodiscard]] base::Result<plan::PlanPtr> prove();

private:
    struct Side;
    [[nodiscard]] base::Result<void> loadSides();
    [[nodiscard]] base::Result<void> load(Side *side);
    [[nodiscard]] base::Result<plan::PlanPtr> makePlan() const;
    [[nodiscard]] QString fileOf(const Side *side) const;
    [[nodiscard]] QString textOf(const QString &file) const;
    [[nodiscard]] QString runAndCompare(const postgres::ConnectionTarget &target, const QString &script,
                                        const Side &expected) const;
    [[nodiscard]] QString compareByReader(const postgres::ConnectionTarget &target,
                                          const Side &expected) const;
    [[nodiscard]] QString runPsql(const postgres::ConnectionTarget &target, const QString &script) const;

    scratch::ScratchServerPtr m_server;
    PairName m_name;
    std::unique_ptr<Side> m_old;
    std::unique_ptr<Side> m_new;
};

} // namespace lockstep::testing
