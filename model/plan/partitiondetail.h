#pragma once

#include <memory>

namespace lockstep::plan {

struct TableCopy;

/// The rows of a table go to another one beside it (onlinepartitions.h).
struct CopyTable
{
    std::shared_ptr<const TableCopy> copy;
};
/// The new table takes the name.
struct SwapTable
{
    std::shared_ptr<const TableCopy> copy;
};
/// The old table goes.
struct DropOldTable
{
    std::shared_ptr<const TableCopy> copy;
};
/// All of that in one transaction, while nobody else can reach the table.
struct MoveTable
{
    std::shared_ptr<const TableCopy> copy;
};

} // namespace lockstep::plan
