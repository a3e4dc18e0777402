#pragma once

#include "objectid.h"
#include "rare.h"

#include <QString>
#include <QStringList>
#include <QVector>

/// Attributes of sequences, tables and their columns.
namespace lockstep::schema {

enum class Persistence { Permanent, Unlogged };

struct SequenceAttributes
{
    QString type; ///< smallint, integer or bigint.
    qint64 start = 1;
    qint64 increment = 1;
    qint64 minimum = 1;
    qint64 maximum = 0;
    qint64 cache = 1;
    bool cycle = false;
    Persistence persistence = Persistence::Permanent;
    Rare<ObjectId> ownedBy; ///< A column; identity sequences are no facts of their own.
    friend bool operator==(const SequenceAttributes &, const SequenceAttributes &) = default;
};

enum class ReplicaIdentity { Default, Nothing, Full, Index };

struct TableAttributes
{
    Persistence persistence = Persistence::Permanent;
    QString partitionKey; ///< "RANGE (created_at)" of a partitioned table.
    Rare<ObjectId> partitionOf; ///< Parent of a partition.
    QString partitionBound; ///< "FOR VALUES FROM … TO …" or "DEFAULT".
    QVector<ObjectId> inherits; ///< Plain inheritance parents, in order.
    QString ofType; ///< Typed table's composite type, qualified.
    QStringList options; ///< reloptions, "toast." prefixed ones included.
    QString accessMethod; ///< Empty for heap and for partitioned tables.
    QString tablespace; ///< Empty for the database's own.
    ReplicaIdentity replicaIdentity = ReplicaIdentity::Default;
    QString replicaIdentityIndex;
    QString clusterIndex; ///< What CLUSTER would order the rows by, in the table's schema.
    bool rowSecurity = false;
    bool forceRowSecurity = false;
    QString foreignServer; ///< Only of a foreign table.
    QStringList foreignOptions; ///< "name=value"; secrets are hidden.
    friend bool operator==(const TableAttributes &, const TableAttributes &) = default;
};

enum class Identity { None, Always, ByDefault };
enum class Generated { None, Stored, Virtual };

struct ColumnAttributes
{
    int position = 0; ///< 1-based, without gaps. Not part of equality: order is not a change.
    QString type; ///< format_type() with its modifier.
    QString collation; ///< Qualified; empty where it is the type's own.
    bool notNull = false;
    QString notNullName; ///< PostgreSQL 18: the constraint's name where it is not the default one.
    bool notNullValidated = true; ///< PostgreSQL 18: false for NOT NULL … NOT VALID.
    bool notNullNoInherit = false; ///< PostgreSQL 18: NOT NULL … NO INHERIT.
    /// PostgreSQL 18: an inherited column whose table says NOT NULL for itself, too.
    bool notNullOwn = false;
    /// PostgreSQL 18: the name of a NOT NULL that comes with a parent; `notNullName` is empty then.
    /// Only a table without parents can rename it, so it is no difference by itself.
    QString inheritedNotNullName;
    Identity identity = Identity::None;
    Rare<SequenceAttributes> identitySequence;
    QString identitySequenceName;
    Generated generated = Generated::None; ///< The expression is the Default fact.
    QString storage; ///< Empty where it is the type's own.
    QString compression; ///< Empty for the default.
    int statistics = -1; ///< -1 for the default.
    QStringList options; ///< attoptions without PostgreSQL's internal pg_… ones.
    bool inherited = false; ///< Not defined locally: comes with a parent or partition root.
    QStringList foreignOptions; ///< Of a foreign table's column, as there.
    friend bool operator==(const ColumnAttributes &a, const ColumnAttributes &b);
};

struct DefaultAttributes
{
    QString expression;
    bool isGenerated = false;
    /// True if any function it calls is volatile (pg_proc.provolatile): an ADD COLUMN with it
    /// rewrites the table. Not part of equality.
    bool isVolatile = false;
    friend bool operator==(const DefaultAttributes &a, const DefaultAttributes &b);
};

} // namespace lockstep::schema
