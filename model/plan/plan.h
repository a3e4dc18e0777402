#pragma once

#include "intents.h"
#include "step.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVector>

#include <memory>

/// The plan as values: ordered steps with everything that is known of them. Written by planning
/// (`makePlan`), completed by analysis (assessments) and proof; the plan file is its JSON
/// (planjson.h). Times are milliseconds, sizes bytes.
namespace lockstep::plan {

enum class ProofStatus { None, Proved, Failed, Skipped };

struct MeasuredStep
{
    QString step;
    QVector<RelationLock> locks;
    double ms = 0;
};

/// Proved: every row came through, forward and back. NotProved: rows are missing for some tables, or
/// data must be prepared before the plan can run on it. Failed: rows were lost that no step names.
enum class RowProofStatus { None, Proved, NotProved, Failed };

/// The second pass of a proof, on tables with rows. All texts are whole sentences.
struct RowProof
{
    RowProofStatus status = RowProofStatus::None;
    int tables = 0; ///< Tables that had rows.
    int rows = 0;
    QStringList lost; ///< Rows and values that are gone without a step saying so; what fails with rows.
    QStringList prepare; ///< Statements that some rows do not pass, with an example and a hint.
    QStringList notSeeded; ///< Tables without rows, and why.
    QStringList notes;
};

struct Proof
{
    ProofStatus status = ProofStatus::None;
    QStringList forward; ///< Differences from the target after the run; empty when proved.
    QStringList rollback; ///< Differences from the current side after the rollback.
    QStringList notes; ///< What was not proved, stated against measured locks, and the like.
    QVector<MeasuredStep> measured;
    QByteArray planDigest; ///< Digest of the steps that were proved; another one means: prove again.
    RowProof rows; ///< Status None where the first pass failed already.
};

/// One side as SQL, so that a plan file can be proved and rehearsed by itself.
struct SideScript
{
    QString display; ///< Where it came from, no secrets.
    QString sql;
    QString missing; ///< Why `sql` is not known, a whole sentence; empty where it is.
};

/// A step that a person switched off: it runs nowhere, and the plan may not reach its target without it.
struct OffStep
{
    Step step;
    QString before; ///< The step it stood before; empty: the last.
    QStringList neededBy; ///< What waited for it.
};

struct Plan
{
    int serverVersion = 0; ///< Of the server the plan is for; 150018.
    QByteArray fingerprint; ///< Of the current catalog: "sha256:…".
    QByteArray targetFingerprint;
    Policy policy = Policy::ZeroDowntime;
    QVector<QPair<QString, QString>> unmodelled; ///< kind, name
    QStringList warnings; ///< Ignored objects that hang on what the plan changes.
    QVector<Step> steps;
    QVector<OffStep> off;
    Proof proof;
    Intents intents;
    SideScript current;
    SideScript target;

    [[nodiscard]] bool isComplete() const { return unmodelled.isEmpty(); }
    [[nodiscard]] const Step *find(const QString &stepId) const;
    [[nodiscard]] const OffStep *findOff(const QString &stepId) const;
    /// SHA-256 over what runs: ids, kinds, SQL, backfills, rollbacks, transaction modes, verification.
    [[nodiscard]] QByteArray digest() const;
    /// True if the proof is of exactly these steps and went well.
    [[nodiscard]] bool isProved() const;
};
using PlanPtr = std::shared_ptr<const Plan>;

[[nodiscard]] QString name(Policy policy); ///< "zero-downtime", "window"
[[nodiscard]] QString name(RowProofStatus status); ///< "none", "proved", "not-proved", "failed"
/// "proved with 21 rows in 3 tables", for people.
[[nodiscard]] QString rowProofText(const RowProof &rows);

} // namespace lockstep::plan
