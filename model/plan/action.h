#pragma once

#include "actiondetail.h"
#include "plan.h"

#include <model/base/result.h>
#include <model/diff/changeset.h>

#include <QSet>
#include <QStringList>
#include <QVector>

#include <optional>
#include <stop_token>
#include <variant>
#include <vector>

/// The plain, correct way from current to target: atomic actions in an order that respects every
/// dependency of both sides. Online strategies (strategy.h) turn them into steps.
namespace lockstep::plan {

struct Action
{
    schema::ObjectId object;
    ActionDetail detail;
    QString title; ///< "Add column tier", for people; the strategy may change it.
    QStringList forward; ///< Plain SQL, without semicolons.
    QStringList backward; ///< Takes exactly this action back.
    QString irreversible; ///< Why `backward` cannot be; else empty.
    QString caution; ///< What `backward` does not bring back (rows of a dropped table).
    QString note; ///< What a person has to know or to do besides; whole sentences.
    QString confirm; ///< What a person confirms before it runs, as Draft's; plain steps only.
    QString confirmAlone;
    QVector<Loss> loses;
    schema::ObjectId relation; ///< Table or view it works on; itself where there is none.
    bool onNewRelation = false; ///< The relation is created by this plan: nothing to lock or scan.
    bool outsideTransaction = false; ///< ALTER TYPE … ADD VALUE before 12 and the like.
    bool commitBefore = false; ///< Needs what earlier actions did to be committed (a new enum label used).
    bool isRebuild = false; ///< Takes down what comes back, or makes it again.
    bool isDestructive = false; ///< Belongs after the gate, in the contract phase.
    std::vector<int> needs; ///< Actions that must come first; indexes smaller than its own.
    /// Actions in whose transaction it belongs, because nobody may see the one done without the other;
    /// indexes smaller than its own.
    std::vector<int> together;
};

struct PlainPlan
{
    std::vector<Action> actions; ///< In executable order.
    diff::ChangeSetPtr changes;
};

struct PlanOptions
{
    Policy policy = Policy::ZeroDowntime;
    Intents intents;
    int serverVersion = 0; ///< 0: that of the current catalog.
    SideScript currentScript;
    SideScript targetScript;
    schema::CatalogPtr current; ///< Set by the caller of makePlan from the change set if null.
    QSet<schema::ObjectId> anew; ///< Set by makePlan: what is made anew though a statement could change it.
    QSet<schema::ObjectId> apart; ///< Set by makePlan: what gets a statement of its own though it need not.
};

/// Orders the changes. Errors: Internal with the members if the dependencies are circular and no
/// rule breaks the circle; Usage for a conversion that needs a USING expression and has none.
[[nodiscard]] base::Result<PlainPlan> makePlainPlan(const diff::ChangeSetPtr &changes,
                                                    const PlanOptions &options, std::stop_token stop);

} // namespace lockstep::plan
