#pragma once

#include "seeder.h"

#include <model/schema/statistics.h>

#include <functional>

namespace lockstep::proof {

struct BulkOptions
{
    qint64 rows = 10'000; ///< In a table that refers to no other; five times as many in those that do.
    int seed = 1; ///< Other numbers give other rows.
    /// Tables, as SQL names them, whose first rows were chosen: only their values are used, beside keys.
    QSet<QString> chosen = {};
    schema::StatisticsPtr statistics = {}; ///< Shares of NULL, of equal values, widths; may be null.
};

struct BulkTable
{
    QString schema;
    QString name;
    qint64 rows = 0;
    qint64 wanted = 0;
};

struct BulkReport
{
    QVector<BulkTable> tables;
    QStringList missing; ///< A sentence for each table with fewer rows than wanted, and why.

    [[nodiscard]] qint64 rows() const;
};

using BulkProgress = std::function<void(const QString &table, int done, int total)>;

/// Makes many rows of the few that seedRows() put into the tables: related, in line with all constraints
/// of the schema as it is, and with those of `target` as far as its tables and columns are called the
/// same, so that a plan towards it is not stopped by rows that were made up. Set-based: a million rows take
/// seconds. Triggers and rules do not run meanwhile.
/// Errors: Server, Canceled.
[[nodiscard]] base::Result<BulkReport> seedBulk(postgres::Session &session, postgres::Session &target,
                                                const BulkOptions &options, const BulkProgress &progress,
                                                const std::stop_token &stop);

} // namespace lockstep::proof
