#pragma once

#include <model/sql/statement.h>

namespace lockstep::analysis {

/// How far SchemaState may be off about which names are there, because not all that statements make and take
/// away is followed: what CASCADE takes with it, what a condition in a DO block may leave out, temporary
/// relations that stand before others.
struct Doubts
{
    bool mayHaveMore = false; ///< There may be relations and columns that are not known of.
    bool mayHaveLess = false; ///< Some that are known may be gone.

    Doubts &operator|=(const Doubts &other)
    {
        mayHaveMore |= other.mayHaveMore;
        mayHaveLess |= other.mayHaveLess;
        return *this;
    }
};

/// What is to be doubted after the statement, its nested ones included.
[[nodiscard]] Doubts doubtsAfter(const sql::Statement &statement);
/// True of statements that change rows and settings only.
[[nodiscard]] bool leavesSchema(const sql::Statement &statement);

} // namespace lockstep::analysis
