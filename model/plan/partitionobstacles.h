#pragma once

#include "strategies/context.h"
#include "tablecopy.h"

namespace lockstep::plan {

/// Why the rows of a table cannot go to the one that takes its place at all, a whole sentence; empty where
/// they can.
[[nodiscard]] QString whyNotMoved(const schema::ObjectId &table, const Context &context);
/// Why that takes a lock all the while, a whole sentence; empty where the traffic can go on.
[[nodiscard]] QString whyNotBesideTraffic(const TableCopy &copy, const Context &context);
/// What subscribers see of it; empty where it is not published.
[[nodiscard]] QString noteOnSubscribers(const schema::ObjectId &table, const Context &context);

} // namespace lockstep::plan
