#pragma once

#include "drafts.h"

#include <model/plan/columncopy.h>

/// An index or key of a partitioned table is made ON ONLY, which builds nothing, and of those of its
/// partitions, which are built beside the traffic and attached: a change of the catalog only.
namespace lockstep::plan {

/// Which of a twin's three.
using TwinSide = schema::Fact Twin::*;

[[nodiscard]] schema::ObjectId tableOfPart(const schema::Fact &part);
[[nodiscard]] QString indexNameOf(const schema::Fact &part);
/// Those that hold rows: the twin itself where its table has no partitions.
[[nodiscard]] std::vector<const Twin *> leavesOf(const Twin &twin);
/// The partitions, theirs included.
[[nodiscard]] QVector<schema::ObjectId> tablesOfParts(const Twin &twin);
/// ATTACH PARTITION of all that belong to it, the innermost first. Empty where there is nothing to attach.
[[nodiscard]] QStringList attachParts(const Twin &twin, TwinSide side);
/// CREATE INDEX ON ONLY of the partitioned ones.
[[nodiscard]] QStringList createOnly(const Twin &twin, TwinSide side);
/// CREATE INDEX CONCURRENTLY of one that holds rows.
[[nodiscard]] QStringList buildLeaf(const Twin &leaf, TwinSide side);

/// Unique indexes that hold rows and that a key is going to be made of.
enum class KeyIndex { Copy, WayBack };
/// The key under its last name, made of these.
[[nodiscard]] QStringList keyOfIndexes(const Twin &key, KeyIndex of, const Context &context);
/// The same action on the table of a part.
[[nodiscard]] Action actionOnPart(const Action &action, const Twin &part);

} // namespace lockstep::plan
