#pragma once

#include "strategy.h"

#include <model/plan/ownname.h>

/// Steps that several strategies make.
namespace lockstep::plan {

inline constexpr Timeouts metadataTimeouts{ 500, 5000 };
/// Short wait for the lock, no limit for the scan that follows.
inline constexpr Timeouts scanTimeouts{ 500, 0 };
/// lock_timeout would count the wait for old snapshots and leave an invalid index behind.
inline constexpr Timeouts concurrentTimeouts{ 0, 0 };
inline constexpr Timeouts backfillTimeouts{ 250, 30000 };

/// One transaction with exactly these statements, about the action's relation.
[[nodiscard]] Draft ddlDraft(const Action &action, Phase phase, const QString &title, const QStringList &sql,
                             const QStringList &back, const QString &why);
/// Statements outside a transaction block, without timeouts, and so is their way back.
[[nodiscard]] Draft concurrentDraft(const Action &action, Phase phase, const QString &title,
                                    const QStringList &sql, const QStringList &back, const QString &why);
/// A query that must give `expect` before the plan goes on; `sample` as Verification's.
[[nodiscard]] Draft verifyDraft(const Action &action, const QString &title, const QString &sql,
                                const QString &expect, const QString &why, const QString &sample = {});
/// The action as one plain step.
[[nodiscard]] Draft plainDraft(const Action &action, Phase phase, const QString &why);

/// Rows that have a value in the column, and about how much room the values take.
[[nodiscard]] Loss columnLoss(const schema::ObjectId &column, const Action &action, const Context &context);
/// True if values stay in their places and lose something of themselves there.
[[nodiscard]] bool losesParts(const Action &action);
/// Counts the values for such an action's step and says what a person confirms.
void keepPartLosses(Draft &draft, const Action &action, const Context &context);

/// What a person confirms before something goes because its table, the table it refers to or one of its
/// columns goes.
[[nodiscard]] QString nothingUsesItAnyMore(const Action &action, const Context &context);
/// "public.orders" of the relation an action works on.
[[nodiscard]] QString relationSql(const Action &action);
[[nodiscard]] QString alterTable(const QString &relation, const QString &what);

/// Catalog queries that say "1" when all is well.
[[nodiscard]] Verification indexIsValid(const QString &schema, const QString &index);
[[nodiscard]] Verification constraintIsThere(const Action &action, const QString &constraint,
                                             bool mustBeValid);
[[nodiscard]] Verification columnIsThere(const Action &action, const QString &column, bool mustBeNotNull);
/// A column of a domain that checks its values is rewritten row by row, default or not.
[[nodiscard]] bool isConstrainedDomain(const schema::Catalog &catalog, const QString &type);
/// Subscribers would miss a new column, and without a replica identity rows could not be updated.
[[nodiscard]] bool isPublished(const schema::Catalog &catalog, const schema::ObjectId &table);
/// Counts rows of the relation; "0" when all is well.
[[nodiscard]] QString countWhere(const QString &relation, const QString &condition);
/// Some of the rows that it counts.
[[nodiscard]] QString sampleWhere(const QString &relation, const QString &condition);

/// CREATE [UNIQUE] INDEX with CONCURRENTLY; empty if the statement is none.
[[nodiscard]] QString concurrently(const QString &createIndex);

/// The drafts that set a column NOT NULL without a scan under a strong lock; `back` is the way
/// back of the last of them.
[[nodiscard]] std::vector<Draft> notNullDrafts(const Action &action, const Context &context,
                                               const schema::ObjectId &column, const QStringList &back);

/// What keeps new rows filled while old ones are: a trigger named to sort last.
struct SyncTrigger
{
    QStringList create;
    QStringList drop;
};
/// With a `type`, a new column's: while its value is the expression's, it follows what that is made of.
[[nodiscard]] SyncTrigger syncTrigger(const Action &action, const schema::ObjectId &column,
                                      const QString &type, const QString &expression);
/// The batched UPDATE of rows where the column is NULL, or where `where` says.
[[nodiscard]] Draft backfillDraft(const Action &action, const Context &context,
                                  const schema::ObjectId &column, const QString &expression,
                                  const QString &caution, const QString &where = {});
/// Whether the expression can be a column's default: no column of the table, no query in it.
[[nodiscard]] bool canBeDefault(const QString &expression, const QStringList &columns);

/// A unique or primary key built beside the traffic: the index statement and the constraint made
/// of it. nullopt where the definition has a part that USING INDEX does not take.
struct KeyByIndex
{
    QString createIndex;
    QString addConstraint;
    QString dropIndex;
};
[[nodiscard]] std::optional<KeyByIndex> keyByIndex(const QString &relation,
                                                   const schema::ObjectId &constraint,
                                                   const schema::ConstraintAttributes &attributes,
                                                   const QString &indexName = {});
/// Reads rows that would break a CHECK or foreign key; nullopt where no query can tell. `query` in brackets
/// gives the rows where they are not in the action's relation.
[[nodiscard]] std::optional<Draft> violationCheck(const Action &action, const QString &constraint,
                                                  const schema::ConstraintAttributes &attributes,
                                                  const QString &query = {});
[[nodiscard]] Draft duplicateCheck(const Action &action, const schema::ConstraintAttributes &attributes,
                                   const QString &query = {});
/// VALIDATE in a transaction of its own, after a commit.
[[nodiscard]] Draft validateConstraintDraft(const Action &action, const QString &constraint,
                                            const QString &title);
[[nodiscard]] QString validateSql(const Action &action, const QString &constraint);

} // namespace lockstep::plan
