#pragma once

#include "tableparts.h"

namespace lockstep::plan {

/// The states that a table in use goes through while it becomes a partitioned one of the same name, or a
/// plain one, or one that is partitioned differently.
struct PartitionCatalogs
{
    schema::CatalogPtr beside; ///< The target but for the table, and the new one under a name of its own.
    schema::CatalogPtr swapped; ///< The target, and the old table under a name of its own.
    QVector<diff::RenameDecision> renames; ///< From the one to the other.
    /// The same two for planning what is done between them: sequences of identity columns have their last
    /// names in both, because `sequences` gives them.
    schema::CatalogPtr from;
    schema::CatalogPtr to;
    QVector<diff::RenameDecision> sequences; ///< Of identity columns, in the order to rename them.
    /// Foreign keys of other tables that refer to the table in both.
    QVector<schema::ObjectId> references;
    QString why; ///< Why there are none, a whole sentence.
};

/// `table` is there in both. What belongs to the name alone is on the old table in the first state and on
/// the new one in the second.
[[nodiscard]] PartitionCatalogs partitionCatalogs(const schema::ObjectId &table,
                                                  const schema::CatalogPtr &current,
                                                  const schema::CatalogPtr &target);
/// With these constraints not checked for the rows that are there.
[[nodiscard]] schema::CatalogPtr withUnchecked(const schema::Catalog &catalog,
                                               const QVector<schema::ObjectId> &constraints);

} // namespace lockstep::plan
