#pragma once

#include "parttwins.h"

namespace lockstep::plan {

/// A foreign key of another table that refers to columns that change their types. Empty, or why it stands
/// in the way: a whole sentence.
[[nodiscard]] QString takeReference(const PlainPlan &plan, const schema::Fact &foreignKey,
                                    const PartTwins &twins, const ConvertedColumns &converted,
                                    ColumnCopy *copy);
/// Why columns that a foreign key joins cannot change their types one after the other; empty where they can.
[[nodiscard]] QString whyNotJoined(const PlainPlan &plan, const schema::Fact &foreignKey,
                                   const ColumnCopy &copy);

} // namespace lockstep::plan
