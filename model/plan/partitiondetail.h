#pragma once

#include <memory>

namespace lockstep::plan {

struct TableCopy;

/// The rows of a table go to a partitioned one beside it (onlinepartitions.h).
struct CopyTable
{
    std::shared_ptr<const TableCopy> copy;
};
/// The partitioned table takes the name.
struct SwapTable
{
    std::shared_ptr<const TableCopy> copy;
};
/// The table that was not partitioned goes.
struct DropOldTable
{
    std::shared_ptr<const TableCopy> copy;
};

} // namespace lockstep::plan
