#pragma once

#include "lockmode.h"

#include <model/schema/objectid.h>

#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

/// One unit of the timeline as a value. Times are milliseconds, sizes bytes.
namespace lockstep::plan {

enum class Phase { Expand, Backfill, Validate, Switch, Contract };
enum class StepKind { Ddl, Backfill, Verify, Gate };
/// Own: the step's statements run in one transaction. None: each runs outside any transaction
/// block (CREATE INDEX CONCURRENTLY …, and backfills, which commit batch by batch).
enum class TransactionMode { Own, None };

enum class Effect { Instant, Scan, IndexBuild, Rewrite, Wait, Batched };
enum class Severity { Info, Warning, Error };

struct Estimate
{
    qint64 lowMs = 0;
    qint64 likelyMs = 0;
    qint64 highMs = 0;
    QString basis; ///< Where the numbers come from, a whole sentence.
    qint64 walBytes = 0; ///< Written to the log, replicas and archives; 0: next to nothing.
    qint64 diskBytes = 0; ///< Needed beyond what is there before, at the peak; without the log.
};

struct Finding
{
    QString rule; ///< "add-foreign-key-validated"
    Severity severity = Severity::Info;
    QString message; ///< Names the object and the consequence.
    int statement = 0; ///< Index into Step::sql.
    int line = 1; ///< Within that statement.
};

/// What analysis says of one step.
struct Assessment
{
    QVector<RelationLock> locks; ///< Strongest lock a relation; sorted by relation.
    Blocks blocks = Blocks::Nothing;
    Effect effect = Effect::Instant;
    Estimate estimate; ///< Time the step takes.
    qint64 lockHoldMs = 0; ///< Likely time that its strongest lock is held.
    QVector<Finding> findings;
    bool analysed = false; ///< False: the SQL does not parse here or was not looked at yet.
};

enum class Batcher { Keyset, Ctid };

struct BackfillSpec
{
    schema::ObjectId table;
    QString set; ///< "subscription_tier = billing.tier_of(id)"
    QString where; ///< Rows still to do: "subscription_tier IS NULL"; may be empty.
    Batcher batcher = Batcher::Keyset;
    QStringList key; ///< Key columns, raw names, in index order.
    QStringList keyTypes; ///< Their types, for casting a stored cursor back.
    /// Rows that are not there yet are copied to this table instead of being updated; else without a name.
    schema::ObjectId into;
    QStringList columns; ///< Which, raw names.
    QStringList values; ///< What goes into each, SQL; empty: the columns of the same names.
    bool overridesIdentity = false; ///< Numbers are copied that the table would make itself.
    QString each; ///< Makes several rows of one, as it follows LATERAL; empty: one for each.
    /// The rows are locked by a statement of its own, so that what the next one reads of other tables is as
    /// new as they are; and of rows that are there already `where` tells.
    bool locksFirst = false;
    schema::ObjectId part; ///< Set by the runner: only the rows of this relation of the table's tree.
};

/// What a batch runs; `range` is a condition on the rows, empty: all of them.
[[nodiscard]] QString backfillStatement(const BackfillSpec &spec, const QString &range);
/// What it runs before that in the same transaction; empty: nothing.
[[nodiscard]] QString backfillLock(const BackfillSpec &spec, const QString &range);

struct Loss
{
    QString what; ///< "column public.users.old"
    qint64 rows = -1; ///< -1 where unknown.
    qint64 bytes = -1;
    QString part; ///< "the time of day", where `what` stays without it; empty: all of it goes.
};

struct Verification
{
    QString sql; ///< One query with one value.
    QString expect; ///< Its text when all is well.
    /// True of the time after its step only: what it looks at is gone when the plan is done.
    bool isInterim = false;
    /// Lists some of the rows that make it fail, for a person to run; empty where it is not about rows.
    QString sample;
};

struct Rollback
{
    QStringList sql; ///< Takes back what the step did; may be empty for gates and verifies.
    QString irreversible; ///< Why there is no way back; empty where there is one.
    TransactionMode transaction = TransactionMode::Own;
    /// What the way back loses or cannot restore ("rows written to the new column"); may be empty.
    QString caution;
};

struct Timeouts
{
    int lockMs = 500; ///< 0: none (CONCURRENTLY waits for old snapshots, not in the queue).
    int statementMs = 5000; ///< 0: none.
};

struct Step
{
    QString id; ///< "s03", stable while the inputs are.
    Phase phase = Phase::Expand;
    StepKind kind = StepKind::Ddl;
    QString title; ///< "Build index orders_customer_id_idx", for people.
    QStringList relations; ///< What it is about, for the table column: "public.orders".
    QStringList dependsOn; ///< Step ids.
    TransactionMode transaction = TransactionMode::Own;
    QStringList sql; ///< Statements without semicolons. For a backfill: the UPDATE as a template
                     ///< with :from and :to, for reading; the spec is what runs.
                     ///< Empty for gates, and for verifies, whose queries are in `verify`.
    bool edited = false;
    std::optional<BackfillSpec> backfill;
    Rollback rollback;
    QVector<Verification> verify;
    Timeouts timeouts;
    Assessment assessment;
    QVector<Loss> loses;
    QString strategy; ///< Which online way made it: strategyInfo() tells more. Empty for gates.
    QString why; ///< Why this form was chosen and not another; a whole sentence.
    QString gateText; ///< What a person confirms, a sentence a line; gates only.
};

/// Which of a step's three texts an edit replaces.
enum class SqlPart { Forward, Rollback, Verify };

[[nodiscard]] QString name(Phase phase);
[[nodiscard]] QString name(StepKind kind);
[[nodiscard]] QString name(Effect effect);
[[nodiscard]] QString name(Severity severity);
/// "the time of day in column public.t.d", for people.
[[nodiscard]] QString lostText(const Loss &loss);

} // namespace lockstep::plan
