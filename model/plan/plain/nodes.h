#pragma once

#include "membership.h"

#include <model/plan/action.h>

#include <functional>

namespace lockstep::plan::plain {

struct Node
{
    Action action;
    int rank = 0;
    int position = 0; ///< Of columns.
    bool endsSwap = false; ///< Drops a type under its outgoing name.
    bool forbidsNull = false; ///< A column becomes NOT NULL.
    bool stopsGenerating = false; ///< A generated column goes on as a plain one.
};

/// All actions, not yet ordered, and which of them makes, changes or takes away which fact.
struct Nodes
{
    std::vector<Node> nodes;
    Indexes dropOf; ///< By index of current; -1: none.
    Indexes createOf; ///< By index of target; -1: none.
    std::vector<Indexes> alterOf; ///< By index of target, in their order.
    std::vector<Indexes> lateOf; ///< By index of target: what comes after the fact is made and
                                 ///< nobody waits for (attaching, owning a sequence).
    Indexes renames; ///< One a step, in their order.
    Indexes detachOf; ///< By index of current.
    QVector<QPair<int, int>> before; ///< first must come before second.
    /// Belong in one transaction, with all that comes between them: there somebody would miss what the
    /// second brings, or see what nobody may.
    QVector<QPair<int, int>> together;
};

struct NodeInput
{
    const Sides &sides;
    const Fates &fates;
    const Membership &membership;
    const diff::ChangeSet &changes;
    const PlanOptions &options;
};

[[nodiscard]] Nodes makeNodes(const NodeInput &input);

/// One node a step of the renames, each after the one before.
void addRenameNodes(const NodeInput &input, Nodes &nodes);
/// REVOKE … ON TABLE takes the privileges on its columns away as well: they are granted again.
void keepColumnGrants(const NodeInput &input, Nodes &nodes);
/// The steps that only a column has: type, NOT NULL, identity, settings.
void addColumnNodes(const NodeInput &input, int targetIndex, Nodes &nodes);
/// NOT NULL, and who below inherits it.
void addNotNullNodes(const NodeInput &input, int targetColumn, Nodes &nodes);
/// Old type renamed away, new one made, columns converted, old one dropped.
void addSwapNodes(const NodeInput &input, int currentIndex, Nodes &nodes);
void addConversionNode(const NodeInput &input, int currentIndex, Nodes &nodes);
/// Which node attaches a partition or moves it within its parent: by target table.
struct PartitionNodes
{
    QHash<int, int> attachOf;
    QHash<int, int> boundChangeOf;
};
[[nodiscard]] PartitionNodes addPartitionNodes(const NodeInput &input, Nodes &nodes);
/// Actions after the facts themselves: partitions, index attachment, replica identity, ownership.
void addLateNodes(const NodeInput &input, Nodes &nodes);
void addLabelNodes(const NodeInput &input, int targetIndex, Nodes &nodes);
/// INHERIT and NO INHERIT, and their place among the columns and checks of child and parent.
void addInheritanceNodes(const NodeInput &input, Nodes &nodes);

/// Nodes::together: what is taken down and comes back, and what says who may see a table's rows.
void joinTransactions(const NodeInput &input, Nodes &nodes);
/// ENABLE, DISABLE, FORCE: when the policies are there, and before they go.
void addRowSecurityNode(const NodeInput &input, int targetTable, Nodes &nodes);

/// ALTER … OWNER TO for what stays, and its place among the privileges.
void addOwnerNodes(const NodeInput &input, Nodes &nodes);
/// A target fact as it will be: with the owner of now where the target states none, and filled as it is now.
[[nodiscard]] schema::Fact ownedFact(const NodeInput &input, int targetIndex);
void addExtensionNodes(const NodeInput &input, int targetIndex, Nodes &nodes);
/// A child's own column becomes the inherited one: true if the action had to be written for that.
bool takeFromChild(const NodeInput &input, int targetColumn, Action &create);
/// Leaves the column in children that keep it.
void keepInChildren(const NodeInput &input, int currentColumn, Action &drop);
/// The same for a check that children have as their own before or afterwards.
bool takeCheckFromChildren(const NodeInput &input, int targetCheck, Action &create);
bool keepCheckInChildren(const NodeInput &input, int currentCheck, Action &drop);
/// Whether something is there at the moment: a partition in its parent, a parent's check.
using IsThere = std::function<bool(int index)>;
/// A child is made with the defaults its parents have at that moment, on whichever side.
[[nodiscard]] QStringList withoutParentsDefaults(const NodeInput &input, const Side &side, int table);
/// A child is made with valid checks; one that is not came from its parent, and does so again.
[[nodiscard]] QStringList unvalidatedAgain(const Side &side, int table, const IsThere &stays);
/// Of current: a check of a table that leaves, as it is taken over when the table comes back, whose parent's
/// is valid by then; nullopt for others.
[[nodiscard]] std::optional<schema::Fact> validatedMeanwhile(const NodeInput &input, int currentCheck);
/// What validates a parent's check comes before its children leave: taken back, it finds them there again.
void validateBeforeLeaving(const NodeInput &input, Nodes &nodes);
/// Of current: partitions that this plan neither detaches nor drops.
[[nodiscard]] IsThere attachedThroughout(const NodeInput &input);
/// Statements that give a trigger's clones on partitions the state they have on this side.
[[nodiscard]] QStringList cloneStates(const Side &side, int trigger, const IsThere &isThere);
/// The states of a partition's triggers, where attaching it would not give them.
[[nodiscard]] QStringList clonesAgain(const Side &side, const schema::ObjectId &partition,
                                      const IsThere &isThere);
/// The foreign keys that ATTACH makes stay with a partition that is detached: statements that drop them.
[[nodiscard]] QStringList dropAttachedKeys(const NodeInput &input, int targetPartition);
/// DROP … IF EXISTS of an index or key: where its parent's may have gone before and taken it along.
[[nodiscard]] QString dropIfThere(const schema::Fact &indexOrKey);
/// An attached index can neither be detached nor dropped: the way back of attaching it drops the parent's,
/// and all that is attached to that goes along. What was there before is built again.
void undoAttaching(const NodeInput &input, int targetIndex, int targetParent, int attach, Nodes &nodes);
/// An index or key and all that is attached below it, and what is said of them.
[[nodiscard]] Indexes withAttached(const Side &side, int indexOrKey);

[[nodiscard]] ActionDetail detailOfCreate(const schema::Fact &fact, const schema::Catalog &catalog);
[[nodiscard]] ActionDetail detailOfDrop(const schema::Fact &fact);
int addNode(Nodes &nodes, Action action, int rank);
/// A node after the fact is made and altered, which nobody waits for.
int addLate(Nodes &nodes, int targetIndex, Action action, int rank);
/// `node` comes after the target fact is made and altered; nothing for -1.
void needCreation(Nodes &nodes, int node, int targetIndex);
/// Two nodes that belong in one transaction; nothing if either is -1.
void join(Nodes &nodes, int node, int other);
/// What a target fact was, if it stays.
[[nodiscard]] const schema::Fact *factBefore(const NodeInput &input, int targetIndex);
/// Chains a further alter action of one target fact behind those it has.
void chainAlter(Nodes &nodes, int targetIndex, int node);
void addAlter(Nodes &nodes, int targetIndex, Action action, int rank);
[[nodiscard]] Action makeAction(const schema::ObjectId &object, const QString &title,
                                const QStringList &forward, const QStringList &backward);
/// SQL of the current side with the names that swapped types have while the new ones are there.
[[nodiscard]] QString outgoingText(const NodeInput &input, QString sql);
/// A type's name while a new one of the same name takes its place.
[[nodiscard]] QString outgoingName(const QString &name);
/// True if the parent's column changes the same way and takes this one along.
[[nodiscard]] bool followsParent(const NodeInput &input, int targetColumn);

inline constexpr int kLabelRank = 1;
inline constexpr int kRenameRank = 5;
inline constexpr int kColumnRank = 21;
inline constexpr int kOwnerRank = 60;
inline constexpr int kTakeDownRank = 55;
inline constexpr int kRevokeRank = 68;
inline constexpr int kDropRank = 80;
inline constexpr int kDestructiveRank = 90;

} // namespace lockstep::plan::plain
