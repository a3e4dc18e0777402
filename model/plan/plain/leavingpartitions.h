#pragma once

#include "nodes.h"

namespace lockstep::plan::plain {

/// Partitions that are dropped while their parent stays. A drop comes late, so on the way back the
/// partition is made again while the parent still is what earlier steps made of it: it has to be like that
/// to be attached, and what is taken back afterwards reaches it through the parent.
///
/// `place`: by node, where it stands in the order. Completes the way back of the actions concerned and
/// returns which node must stay before which for that to hold.
[[nodiscard]] QVector<QPair<int, int>> settleLeavingPartitions(const NodeInput &input, Nodes &nodes,
                                                               const Indexes &place);
/// An index of a partitioned table is complete once each partition has one that is attached: the last one
/// is attached, or the index made if none is, when the partitions that go have gone.
void orderIndexesAfterLeaving(const NodeInput &input, Nodes &nodes);

} // namespace lockstep::plan::plain
