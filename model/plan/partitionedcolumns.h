#pragma once

#include "columncopy.h"
#include "parttwins.h"
#include "strategies/context.h"

namespace lockstep::plan {

/// What a partition's column has of its own that the new column of its parent would not bring along: a whole
/// sentence; empty where there is nothing.
[[nodiscard]] QString whyNotOfPartitions(const CopiedColumn &column, const Context &context);

/// Takes the indexes of the partitions that an index or key of their parent is made of, and the comments on
/// them as statements. Empty, or which of them stands in the way.
[[nodiscard]] QString takeParts(const PlainPlan &plan, const PartTwins &twins, Twin *twin, QStringList *said);

/// Why no column can stand beside one of the table for a while: partitions that join or leave it meanwhile
/// must have the same columns. A whole sentence; empty where nothing of the kind happens.
[[nodiscard]] QString whyNotBesidePartitions(const schema::ObjectId &before, const schema::ObjectId &after,
                                             const schema::Catalog &current, const schema::Catalog &target);

} // namespace lockstep::plan
