#pragma once

#include "strategies/context.h"

namespace lockstep::plan {

/// What tells rows of the old and of the new table apart.
struct TableKeys
{
    QStringList key; ///< Of the old one, raw names; empty where there is none.
    QStringList types;
    QStringList newKey; ///< Of the new one, with all of `key` in it; empty where there is none.
};
[[nodiscard]] TableKeys keysOf(const schema::ObjectId &table, const Context &context);

/// Why a table cannot be partitioned beside the traffic, a whole sentence; empty where it can.
[[nodiscard]] QString whyNotPartitioned(const schema::ObjectId &table, const Context &context);

} // namespace lockstep::plan
