#pragma once

#include <model/schema/objectid.h>

#include <memory>

/// What actions do that a person's intent has made of others; part of actiondetail.h.
namespace lockstep::plan {

struct ColumnSets;

/// Moved to a graveyard instead of being dropped (parking.h).
struct Park
{
    schema::ObjectId from;
    schema::ObjectId to;
};
/// Columns that take the place of others are made, filled and kept in step (columnsets.h).
struct FillColumns
{
    std::shared_ptr<const ColumnSets> sets;
};
/// The columns that they take the place of go.
struct DropColumns
{
    std::shared_ptr<const ColumnSets> sets;
};

} // namespace lockstep::plan
