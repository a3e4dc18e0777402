#pragma once

#include "nodes.h"

namespace lockstep::plan::plain {

/// Statements that make `members` (facts of current that one DROP took away together) again, in an order in
/// which each finds what it needs.
/// `isDetached`: a partition stays detached then, because a step of its own attaches it.
[[nodiscard]] QStringList rebuild(const NodeInput &input, const Indexes &members, bool isDetached = false);
/// ALTER INDEX … ATTACH PARTITION for the key of a partition; empty if the parent has none.
[[nodiscard]] QString attachKey(const schema::Catalog &catalog, int constraint);
/// Where a kind stands among the things that are created, from 0.
[[nodiscard]] int creationRank(const schema::Fact &fact);

} // namespace lockstep::plan::plain
