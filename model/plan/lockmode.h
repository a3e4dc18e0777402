#pragma once

#include <QString>

namespace lockstep::plan {

/// PostgreSQL's table lock modes, weakest first.
enum class LockMode {
    AccessShare,
    RowShare,
    RowExclusive,
    ShareUpdateExclusive,
    Share,
    ShareRowExclusive,
    Exclusive,
    AccessExclusive,
};
enum class Blocks { Nothing, Ddl, Writes, ReadsAndWrites };

struct RelationLock
{
    QString relation; ///< "public.orders", quoted as needed.
    LockMode mode = LockMode::AccessShare;
    friend bool operator==(const RelationLock &, const RelationLock &) = default;
};

[[nodiscard]] QString name(LockMode mode); ///< "ACCESS EXCLUSIVE"
[[nodiscard]] QString name(Blocks blocks); ///< "reads+writes", "writes", "ddl", "nothing"
/// What holding this lock keeps others from doing.
[[nodiscard]] Blocks blockedBy(LockMode mode);
/// Whether two modes conflict (PostgreSQL documentation, "Explicit Locking", table 13.2).
[[nodiscard]] bool conflicts(LockMode a, LockMode b);

} // namespace lockstep::plan
