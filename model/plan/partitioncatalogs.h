#pragma once

#include <model/base/result.h>
#include <model/diff/changeset.h>

#include <QSet>

namespace lockstep::plan {

/// The states that a table in use goes through while it becomes a partitioned one of the same name.
struct PartitionCatalogs
{
    schema::CatalogPtr beside; ///< The target but for the table, and the new one under a name of its own.
    schema::CatalogPtr swapped; ///< The target, and the old table under a name of its own.
    QVector<diff::RenameDecision> renames; ///< From the one to the other.
    QString why; ///< Why there are none, a whole sentence.
};

/// `table` is plain in current and partitioned in the target. Triggers of users are on the old table in the
/// first state and on the new one in the second.
[[nodiscard]] PartitionCatalogs partitionCatalogs(const schema::ObjectId &table,
                                                  const schema::CatalogPtr &current,
                                                  const schema::CatalogPtr &target);
/// What the new and the old table are called while they have not the table's name.
[[nodiscard]] schema::ObjectId besideTable(const schema::ObjectId &table);
[[nodiscard]] schema::ObjectId asideTable(const schema::ObjectId &table);
/// The table and its partitions, and theirs.
[[nodiscard]] QSet<schema::ObjectId> withPartitions(const schema::ObjectId &table,
                                                    const schema::Catalog &catalog);
/// The relation that a fact is or hangs on; its own id where there is none.
[[nodiscard]] schema::ObjectId relationOfFact(const schema::Fact &fact, const schema::Catalog &catalog);

} // namespace lockstep::plan
