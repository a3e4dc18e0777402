#pragma once

#include "objectid.h"

namespace lockstep::schema {

/// What is true of every object of a kind. All of it stands in one table (kindtraits.cpp), which the compiler
/// checks to have each kind in its place.
enum class KindTrait : unsigned {
    Part = 1, ///< Named by what it hangs on (a relation, a domain, an enum) and a name of its own.
    Owned = 2, ///< ALTER … OWNER TO exists.
    Renameable = 4, ///< ALTER … RENAME exists.
    Routine = 8, ///< Named with its arguments.
    NamedInBodies = 16, ///< The body of a routine may name it, which PostgreSQL does not record.
};
[[nodiscard]] bool has(Kind kind, KindTrait trait);

/// What SQL calls it in CREATE, ALTER, DROP and COMMENT ON; empty where no statement does.
[[nodiscard]] QString keyword(Kind kind);

} // namespace lockstep::schema
