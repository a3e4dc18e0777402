#pragma once

#include "../rules/scene.h"

#include <model/sql/statement.h>

namespace lockstep::analysis::lint {

struct FixInput
{
    const SchemaState &state; ///< Before the statement.
    const rules::Scene &scene;
    int serverVersion = 0;
};

/// The same change in statements that keep nobody waiting, in the order they run in, each in a transaction of
/// its own unless it is CONCURRENTLY, which runs outside any. Empty where the statement is as good, where its
/// tables are new, and where there is no such way that one statement tells of: a plan may know one.
[[nodiscard]] QStringList safeWay(const sql::Statement &statement, const QString &sql, const FixInput &input);

} // namespace lockstep::analysis::lint
