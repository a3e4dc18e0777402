#pragma once

#include "sides.h"

/// Types made of functions that name the type themselves (input, output, canonical): the type is
/// announced as a shell, then come the functions, then the type. They come and go as one.
namespace lockstep::plan::plain {

/// The functions a type is made of that need the type in turn.
[[nodiscard]] Indexes functionsOf(const Side &side, int type);
/// `besideOutgoing`: while the old type of that name is there under another one.
[[nodiscard]] QStringList createWithFunctions(const Side &side, int type, bool besideOutgoing = false);
/// CASCADE only where PostgreSQL has no other way: the functions need the type as it needs them.
[[nodiscard]] QStringList dropWithFunctions(const Side &side, int type);

/// The statements around a type (or collation) that makes room for a new one of its name.
struct Outgoing
{
    QStringList rename; ///< It and what belongs to it get their outgoing names.
    QStringList renameBack;
    QStringList drop; ///< Under the outgoing names.
    QStringList create; ///< The same again, with its comments and privileges.
};
/// `swapped`: by index, the facts that go the same way and have outgoing names while this happens.
[[nodiscard]] Outgoing outgoing(const Side &side, int type, const std::vector<char> &swapped);

} // namespace lockstep::plan::plain
