#pragma once

#include <model/schema/objectid.h>

#include <memory>

/// What actions do that a person's intent has made of others; part of actiondetail.h.
namespace lockstep::plan {

struct ColumnSets;
struct RowMove;

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
/// Whether all rows of a table can move to another one is seen before that one is made (rowmove.h).
struct TestMove
{
    std::shared_ptr<const RowMove> move;
};
/// They are moved and kept in step.
struct MoveRows
{
    std::shared_ptr<const RowMove> move;
};
/// The columns that they were in go.
struct DropMoved
{
    std::shared_ptr<const RowMove> move;
};

} // namespace lockstep::plan
