#pragma once

#include "../statementassessor.h"

namespace lockstep::analysis::lint {

/// Tells a migration from a history of them that was joined into one stream. In one migration a table is made
/// and then completed: indexes, keys, grants. Where columns are changed of a table that was made here, and
/// other things happened in between, the table was made long before: it is in use, and not new.
class NewTables
{
public:
    /// Before a statement that runs in a transaction of its own. True if `statement` shows that the table it
    /// changes is not new any more.
    [[nodiscard]] bool showsHistory(const sql::Statement &statement, const SchemaState &state) const;
    /// After every statement.
    void follow(const StatementAssessment &assessment, const SchemaState &state);

private:
    struct Mention
    {
        int last = 0; ///< Number of the statement that last was about the table.
        bool isUnbroken = true; ///< All since the one that made it were.
    };
    void mention(const Key &table);

    QHash<Key, Mention> m_mentions;
    int m_count = 0;
};

} // namespace lockstep::analysis::lint
