#pragma once

#include "objectid.h"
#include "rare.h"

#include <QString>
#include <QStringList>

/// Attributes of constraints and indexes.
namespace lockstep::schema {

enum class ConstraintType { PrimaryKey, Unique, Check, ForeignKey, Exclude, NotNull, Trigger };

struct ConstraintAttributes
{
    ConstraintType type = ConstraintType::Check;
    QString definition; ///< pg_get_constraintdef() without a trailing NOT VALID.
    bool validated = true;
    bool enforced = true; ///< PostgreSQL 18.
    bool deferrable = false;
    bool initiallyDeferred = false;
    bool noInherit = false;
    bool inherited = false; ///< Comes with a parent (coninhcount > 0 and not conislocal).
    QStringList columns; ///< Constrained columns, in key order.
    QString expression; ///< CHECK only: the expression without "CHECK (…)".
    Rare<ObjectId> referencedTable; ///< FOREIGN KEY only.
    QStringList referencedColumns;
    QString indexName; ///< Of PRIMARY KEY, UNIQUE, EXCLUDE, in the table's schema.
    QStringList indexOptions; ///< reloptions of that index.
    QString indexTablespace;
    bool nullsNotDistinct = false;
    QStringList includedColumns;
    friend bool operator==(const ConstraintAttributes &, const ConstraintAttributes &) = default;
};

struct IndexAttributes
{
    ObjectId table; ///< Table or materialized view.
    QString definition; ///< pg_get_indexdef().
    QString method;
    QStringList columns; ///< Key columns or expressions, in order.
    QString predicate;
    bool unique = false;
    bool valid = true;
    bool ready = true;
    QString tablespace;
    QStringList options;
    Rare<ObjectId> partitionOf; ///< Parent index of an attached one.
    bool clustered = false; ///< Of materialized views; a table names its own (clusterIndex).
    friend bool operator==(const IndexAttributes &, const IndexAttributes &) = default;
};

} // namespace lockstep::schema
