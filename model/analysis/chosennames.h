#pragma once

#include "schemastate.h"

namespace lockstep::analysis {

/// What the server calls an index that nobody named: "orders_customer_id_idx". `columns` as written, ""
/// for an expression; a name that is taken gets a number.
[[nodiscard]] QString chosenIndexName(const Key &table, const QStringList &columns, const SchemaState &state);
/// For chosenIndexName(), from key columns as a catalog has them: "lower(name)" is "lower".
[[nodiscard]] QStringList nameParts(const QStringList &keyColumns);
/// The same from a statement.
[[nodiscard]] QStringList indexNameParts(const sql::CreateIndex &index);
/// The same of a constraint.
[[nodiscard]] QString chosenConstraintName(const Key &table, const QStringList &columns,
                                           sql::ConstraintKind kind, const SchemaState &state);

} // namespace lockstep::analysis
