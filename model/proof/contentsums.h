#pragma once

#include "contentcompare.h"

#include <QMap>

#include <stop_token>

namespace lockstep::proof {

struct ColumnSum
{
    QString name;
    QString type;
    qint64 values = 0; ///< Not NULL.
    QString sum; ///< Over a hash of each value; the order of the rows does not matter.
};

/// What a table holds, as sums: too many rows to keep.
struct TableSums
{
    QString schema;
    QString name;
    QString partitionOf; ///< As SQL names it, the one that has no parent; empty: it is no partition.
    qint64 rows = 0;
    QString sum; ///< Over whole rows.
    QVector<ColumnSum> columns;

    [[nodiscard]] const ColumnSum *find(const QString &column) const;
};

/// By the name SQL uses.
using ContentSums = QMap<QString, TableSums>;

/// Reads every table of the database, partitions by themselves too. Errors: Server, Canceled.
[[nodiscard]] base::Result<ContentSums> readContentSums(postgres::Session &session,
                                                        const std::stop_token &stop);

/// Compares what tables held in the beginning with what they hold now; what the plan itself says will go is
/// no loss but noted.
[[nodiscard]] ContentFindings compareSums(const ContentSums &before, const ContentSums &after,
                                          const Expectation &expected, Moment moment);

} // namespace lockstep::proof
