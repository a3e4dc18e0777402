#pragma once

#include "objectid.h"

#include <QDateTime>
#include <QHash>

#include <memory>

namespace lockstep::schema {

struct ColumnStatistics
{
    double nullFraction = 0; ///< 0 to 1.
    double distinct = 0; ///< pg_stats.n_distinct: negative is a fraction of the rows.
    int averageWidth = 0; ///< Bytes.
    double correlation = 0; ///< Of the order of the rows with that of the values: -1 to 1.
};

struct RelationStatistics
{
    qint64 rows = -1; ///< reltuples; -1 where never analysed.
    qint64 pages = 0; ///< relpages of 8 KiB.
    qint64 heapBytes = 0; ///< Table and TOAST.
    qint64 indexBytes = 0;
    double readsPerSecond = 0; ///< Rows fetched by scans; 0 where unknown.
    double writesPerSecond = 0; ///< Rows inserted, updated and deleted; 0 where unknown.
    QHash<QString, ColumnStatistics> columns;
};

/// What is known of the data: from a live database, from a file, or typed in.
/// Rates are averages since the statistics were reset unless two readings were compared.
struct Statistics
{
    QHash<ObjectId, RelationStatistics> relations; ///< Tables, indexes, materialized views.
    QDateTime takenAt;
    qint64 databaseBytes = 0;

    /// Null where nothing is known of the relation.
    [[nodiscard]] const RelationStatistics *find(const ObjectId &relation) const
    {
        const auto it = relations.constFind(relation);
        return it == relations.constEnd() ? nullptr : &*it;
    }
};

using StatisticsPtr = std::shared_ptr<const Statistics>;

} // namespace lockstep::schema
