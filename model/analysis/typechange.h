#pragma once

#include "schemastate.h"

namespace lockstep::analysis {

/// What ALTER COLUMN … TYPE costs.
enum class TypeChange {
    Instant, ///< Catalog rows only.
    IndexBuild, ///< The table stays, indexes on the column are built anew.
    Rewrite,
};

/// Decides from the old and the new type as format_type() prints them. Unknown types rewrite.
[[nodiscard]] TypeChange typeChange(const ColumnState &from, const sql::AlterType &to,
                                    const SchemaState &state);

/// True if the expression calls a function that is volatile, or that nobody here knows.
[[nodiscard]] bool isVolatile(const sql::Expression &expression, const SchemaState &state);

/// True of a domain with a DEFAULT, which a new column of it has in every row.
[[nodiscard]] bool hasDomainDefault(const QString &type, const SchemaState &state);
[[nodiscard]] bool hasVolatileDefault(const QString &type, const SchemaState &state);

} // namespace lockstep::analysis
