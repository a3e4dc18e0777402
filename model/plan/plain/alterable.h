#pragma once

#include "fates.h"

namespace lockstep::plan::plain {

/// True if PostgreSQL has an ALTER that turns one fact into the other in place.
[[nodiscard]] bool isAlterable(const schema::Fact &before, const schema::Fact &after,
                               const schema::Catalog &target);
/// DETACH and ATTACH of its table take an index off its parent's and put it on another.
[[nodiscard]] bool isAlteredByDetaching(const Sides &sides, const schema::Fact &before,
                                        const schema::Fact &after);
/// A partition that is detached keeps the columns, indexes and constraints it has of its parent: by index of
/// current.
[[nodiscard]] bool isLeftToPartition(const Sides &sides, int parentsPart, int dependant);
/// When a column changes its type PostgreSQL makes the index of a partitioned table anew and names those of
/// the partitions itself: they would take the names of another index that went and shall come back. Indexes
/// of current that are not yet among those that go.
[[nodiscard]] Indexes takersOfFreedNames(const Sides &sides, const Fates &fates);
/// Foreign keys between tables that become logged (or unlogged) in a circle, which cannot do so one after
/// the other: by index of current.
[[nodiscard]] Indexes keysInLoggingCircles(const Sides &sides);

} // namespace lockstep::plan::plain
