#pragma once

#include "../schemastate.h"

#include <model/plan/plan.h>

#include <QSet>

#include <optional>

/// What a statement stands in, as far as rules ask for it.
namespace lockstep::analysis::rules {

/// What the statements before it have left open in the same transaction.
struct TransactionFacts
{
    QSet<QString> addedNotValid; ///< "public.t name": constraints added NOT VALID.
    QSet<QString> newLabels; ///< Enum labels added, which cannot be used before the transaction commits.
    QHash<Key, plan::LockMode> held; ///< Locks on relations that others know.
    Keys exclusive; ///< Those of them under ACCESS EXCLUSIVE, but indexes, in the order they were taken.
};

/// What SET has said so far, of the session or of the transaction. Milliseconds; 0: no limit.
struct SessionFacts
{
    std::optional<qint64> lockTimeoutMs;
    std::optional<qint64> statementTimeoutMs;
    std::optional<qint64> idleTimeoutMs;
};

/// The step of a plan, or a script that somebody else wrote.
struct Scene
{
    plan::Policy policy = plan::Policy::ZeroDowntime;
    const plan::Intents *intents = nullptr; ///< Null: no decisions are known.
    bool isScript = false; ///< Not planned: matters of taste and of the session count too.
    bool isEdited = false; ///< A planned step whose SQL a person has changed.
    bool knowsSchema = true; ///< False: relations that were not made here are known by their names only.
    bool isDdl = true; ///< Else it is a verification or a batch.
    bool inTransaction = false; ///< Others can stand before and after it in the same transaction.
    QString strategy; ///< Step::strategy
    QStringList relations; ///< What the step says it is about, as SQL writes it.
    QStringList together; ///< All statements of the same transaction, this one among them.
    SessionFacts session;
    QSet<QString> requested; ///< Of rules that speak on request: those that are asked for of steps.
};

} // namespace lockstep::analysis::rules
