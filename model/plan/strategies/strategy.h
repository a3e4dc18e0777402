#pragma once

#include "context.h"

#include <optional>
#include <span>
#include <vector>

namespace lockstep::plan {

/// A step before it has its id and its place.
struct Draft
{
    Step step;
    bool isMergeable = false; ///< May share a transaction with its neighbours on the same relation.
    bool needsCommitBefore = false; ///< What comes before it must be committed.
    QString confirm; ///< What a person confirms before it runs, a whole sentence; empty: nothing.
    QString confirmAlone; ///< The same by a gate of its own right before it, which others do not wait for.
    QString note; ///< What a person has to do besides, whole sentences; empty: nothing.
};

/// What an action becomes: steps in order, each needing the one before it. None: an earlier action
/// on the same object does this one's work too.
struct Rewrite
{
    std::vector<Draft> drafts;
    /// Indexes and constraints on a new column may start after this draft; -1: after the last.
    int readyAfter = -1;
};

/// Rewrites one kind of action. nullopt: it does not apply, the next one is asked.
using Rewriter = std::optional<Rewrite> (*)(const Action &action, const Context &context);

/// One way of changing something while applications work, as it declares itself.
struct Strategy
{
    const char *name; ///< "change-type"; what a plan file calls it.
    const char *applies; ///< To which change of which table, a whole sentence.
    const char *costs; ///< Of the server and of whoever works on it, a whole sentence.
    std::span<const Rewriter> rewriters; ///< One an action that belongs to it.
};

/// In the order they are asked; the last one applies to everything.
[[nodiscard]] std::span<const Strategy> strategies();
/// Asks them; each step of the answer names the one that made it.
[[nodiscard]] Rewrite rewrite(const Action &action, const Context &context);

/// The strategies, one file each.
[[nodiscard]] std::optional<Rewrite> replaceIndex(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> replaceConstraint(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> addColumnOnline(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> setNotNullOnline(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> copyColumn(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> swapColumn(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> copyReference(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> dropOldColumn(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> copyTable(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> swapTable(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> dropOldTable(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> buildViews(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> swapViews(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> dropOldViews(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> moveIndex(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> moveTable(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> rewriteTable(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> changeType(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> createIndexOnline(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> attachIndexLast(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> attachPartitionOnline(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> detachPartitionOnline(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> dropIndexOnline(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> addCheckOrForeignKeyOnline(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> addKeyOnline(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> changePrimaryKey(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> addExclusion(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> dropConstraint(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> mirrorColumn(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> copyIndex(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> openMirror(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> endMirror(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> renameBesideView(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> endOldName(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> renameInPlace(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> addEnumLabel(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> fillColumns(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> dropColumns(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> testMove(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> fillMoved(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> dropMoved(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> park(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> dropWithData(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> addColumnInWindow(const Action &action, const Context &context);
[[nodiscard]] std::optional<Rewrite> plainStep(const Action &action, const Context &context);

} // namespace lockstep::plan
