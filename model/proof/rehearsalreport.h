#pragma once

#include <model/analysis/rates.h>
#include <model/base/error.h>
#include <model/plan/plan.h>

#include <optional>

/// What a rehearsal found, as values. Times are milliseconds, sizes bytes.
namespace lockstep::proof {

/// The longest time in one piece that a lock was seen held which keeps others from reading or writing.
struct HeldLock
{
    plan::RelationLock lock;
    double ms = 0;
};

struct RehearsedTable
{
    QString schema;
    QString name;
    qint64 rows = 0;
};

enum class StepFlag {
    Slow, ///< Over 30 s.
    LongHold, ///< Others waited, or would have, for more than 100 ms.
    LongHoldBack, ///< The same on its way back.
    Rewrite, ///< A table that was there got a new file.
    Rejects, ///< Rows that the step did not take.
    OffEstimate, ///< Longer or shorter than the estimate's range for these rows.
};

enum class StepResult { NotReached, Done, Failed };

struct RehearsedStep
{
    QString id;
    QString title;
    plan::StepKind kind = plan::StepKind::Ddl;
    plan::Effect effect = plan::Effect::Instant;
    StepResult result = StepResult::NotReached;
    double ms = 0;
    double backMs = -1; ///< Of its way back; -1: it was not gone, or there is none.
    plan::Estimate planned; ///< As the plan has it, for the sizes it was made for.
    plan::Estimate here; ///< For the rows of the rehearsal, by the rates that were given.
    std::optional<plan::Estimate> production; ///< For the sizes of production, by what was measured.
    QVector<HeldLock> holds; ///< By time, longest first.
    QVector<HeldLock> holdsBack; ///< On its way back.
    QStringList rewritten; ///< Tables and indexes with a new file.
    qint64 walBytes = 0;
    qint64 sizeDelta = 0; ///< Of the whole database.
    qint64 rowsWritten = -1; ///< By a backfill.
    double hotShare = -1; ///< Of its updates, 0 to 1; of all updates of its table.
    qint64 deadRows = -1; ///< Left in its table.
    qint64 rejects = 0;
    QVector<StepFlag> flags;
    base::Error error; ///< Where it failed.
};

/// Forward to a gate or to the end, and back from there.
struct RehearsedWay
{
    QString gate; ///< Step id; empty: the end of the plan.
    QString title;
    bool isWhole = false; ///< It got where it wanted, and back.
    double forwardMs = 0;
    double backMs = 0;
    QStringList differences; ///< From target there, and from current after the way back.
    QStringList lost; ///< Rows and values that no step says will go.
    QStringList notes;
    std::optional<base::Error> error; ///< Why it ended before.
};

enum class RehearsalOutcome {
    Held,
    StepFailed, ///< A step or its way back failed.
    Differs, ///< Another schema than was wanted, or rows are lost.
};

struct Rehearsal
{
    RehearsalOutcome outcome = RehearsalOutcome::Held;
    QString material; ///< "120 000 made-up rows in 4 tables", "restored from shop.dump".
    QString server; ///< "PostgreSQL 15.18 (scratch)"
    QDateTime at;
    double tookMs = 0;
    double materialMs = 0; ///< Of it, for getting the rows there.
    double sampledEveryMs = 0; ///< How often locks were looked at.
    QVector<RehearsedTable> tables;
    QVector<RehearsedStep> steps;
    QVector<RehearsedWay> ways; ///< The end of the plan first.
    QStringList prepare; ///< Rows that some step does not pass, with an example; they were left out.
    QStringList notes;
    QStringList notRehearsed; ///< What this says nothing about; whole sentences.
    analysis::RatesPtr rates; ///< The given ones as the measured times correct them; null: nothing to learn.
    int learnedFrom = 0; ///< Steps with enough work to learn from.

    [[nodiscard]] const RehearsedStep *find(const QString &id) const;
    [[nodiscard]] bool held() const { return outcome == RehearsalOutcome::Held; }
};
using RehearsalPtr = std::shared_ptr<const Rehearsal>;

[[nodiscard]] QString name(StepFlag flag); ///< "slow", "long-hold", "long-hold-back", "rewrite", …
[[nodiscard]] QString name(StepResult result); ///< "not-reached", "done", "failed"
[[nodiscard]] QString name(RehearsalOutcome outcome); ///< "held", "step-failed", "differs"
/// How much longer a step took than was likely for its rows; 0 where there is nothing to compare.
[[nodiscard]] double ratio(const RehearsedStep &step);
/// A whole sentence for a person.
[[nodiscard]] QString flagText(StepFlag flag, const RehearsedStep &step);
/// "The plan and its way back did what they say."
[[nodiscard]] QString outcomeText(const Rehearsal &rehearsal);

} // namespace lockstep::proof
