#pragma once

#include "objectid.h"

#include <QStringList>
#include <QVector>

#include <optional>
#include <variant>

/// The typed attributes of each kind of fact. Texts that hold SQL are exactly what the server's
/// pg_get_…() functions print with an empty search_path, so names in them are qualified.
/// Single characters from pg_catalog become enums where Lockstep decides on them.
namespace lockstep::schema {

struct SchemaAttributes
{
    friend bool operator==(const SchemaAttributes &, const SchemaAttributes &) = default;
};

struct ExtensionAttributes
{
    QString version; ///< Not part of the fingerprint: pg_dump does not write it.
    QString schema;
    friend bool operator==(const ExtensionAttributes &, const ExtensionAttributes &) = default;
};

struct EnumAttributes
{
    QStringList labels; ///< In sort order.
    friend bool operator==(const EnumAttributes &, const EnumAttributes &) = default;
};

struct DomainAttributes
{
    QString type;
    QString collation; ///< Qualified; empty where it is the type's own.
    QString defaultExpression;
    bool notNull = false;
    friend bool operator==(const DomainAttributes &, const DomainAttributes &) = default;
};

struct CompositeField
{
    QString name;
    QString type;
    QString collation;
    friend bool operator==(const CompositeField &, const CompositeField &) = default;
};

struct CompositeAttributes
{
    QVector<CompositeField> fields;
    friend bool operator==(const CompositeAttributes &, const CompositeAttributes &) = default;
};

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
    std::optional<ObjectId> ownedBy; ///< A column; identity sequences are no facts of their own.
    friend bool operator==(const SequenceAttributes &, const SequenceAttributes &) = default;
};

enum class ReplicaIdentity { Default, Nothing, Full, Index };

struct TableAttributes
{
    Persistence persistence = Persistence::Permanent;
    QString partitionKey; ///< "RANGE (created_at)" of a partitioned table.
    std::optional<ObjectId> partitionOf; ///< Parent of a partition.
    QString partitionBound; ///< "FOR VALUES FROM … TO …" or "DEFAULT".
    QVector<ObjectId> inherits; ///< Plain inheritance parents, in order.
    QString ofType; ///< Typed table's composite type, qualified.
    QStringList options; ///< reloptions, "toast." prefixed ones included.
    QString accessMethod; ///< Empty for heap and for partitioned tables.
    QString tablespace; ///< Empty for the database's own.
    ReplicaIdentity replicaIdentity = ReplicaIdentity::Default;
    QString replicaIdentityIndex;
    bool rowSecurity = false;
    bool forceRowSecurity = false;
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
    Identity identity = Identity::None;
    std::optional<SequenceAttributes> identitySequence;
    QString identitySequenceName;
    Generated generated = Generated::None; ///< The expression is the Default fact.
    QString storage; ///< Empty where it is the type's own.
    QString compression; ///< Empty for the default.
    int statistics = -1; ///< -1 for the default.
    QStringList options; ///< attoptions without PostgreSQL's internal pg_… ones.
    bool inherited = false; ///< Not defined locally: comes with a parent or partition root.
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
    std::optional<ObjectId> referencedTable; ///< FOREIGN KEY only.
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
    std::optional<ObjectId> partitionOf; ///< Parent index of an attached one.
    bool clustered = false;
    friend bool operator==(const IndexAttributes &, const IndexAttributes &) = default;
};

struct ViewAttributes
{
    QString query; ///< pg_get_viewdef(), without the trailing semicolon.
    QStringList options; ///< security_invoker, security_barrier, check_option.
    QVector<CompositeField> columns; ///< CREATE OR REPLACE works only if these stay a prefix.
    friend bool operator==(const ViewAttributes &, const ViewAttributes &) = default;
};

struct MaterializedViewAttributes
{
    QString query;
    bool populated = true; ///< Not part of equality: it is a state of the data.
    QStringList options;
    QString accessMethod;
    QString tablespace;
    QVector<CompositeField> columns;
    friend bool operator==(const MaterializedViewAttributes &a, const MaterializedViewAttributes &b);
};

enum class Volatility { Immutable, Stable, Volatile };

struct RoutineAttributes
{
    QString definition; ///< pg_get_functiondef(), or the CREATE AGGREGATE Lockstep builds.
    QString arguments; ///< pg_get_function_arguments(): names, modes and defaults.
    QString result; ///< pg_get_function_result(); empty for procedures.
    QString language;
    QString body; ///< prosrc; for reading dependencies PostgreSQL does not record.
    Volatility volatility = Volatility::Volatile;
    friend bool operator==(const RoutineAttributes &, const RoutineAttributes &) = default;
};

enum class TriggerState { Enabled, Disabled, Replica, Always };

struct TriggerAttributes
{
    QString definition; ///< pg_get_triggerdef().
    TriggerState state = TriggerState::Enabled;
    bool isConstraint = false;
    bool inherited = false; ///< Cloned from a partitioned parent.
    ObjectId function;
    friend bool operator==(const TriggerAttributes &, const TriggerAttributes &) = default;
};

struct RuleAttributes
{
    QString definition;
    TriggerState state = TriggerState::Enabled;
    friend bool operator==(const RuleAttributes &, const RuleAttributes &) = default;
};

struct PolicyAttributes
{
    QString command; ///< ALL, SELECT, INSERT, UPDATE, DELETE.
    bool permissive = true;
    QStringList roles; ///< Sorted; PUBLIC as "public".
    QString usingExpression;
    QString checkExpression;
    friend bool operator==(const PolicyAttributes &, const PolicyAttributes &) = default;
};

struct CommentAttributes
{
    QString text;
    friend bool operator==(const CommentAttributes &, const CommentAttributes &) = default;
};

/// Privileges of one grantee on one object, as the difference from what PostgreSQL grants by
/// itself: an untouched object has no Grant facts.
struct GrantAttributes
{
    QStringList granted; ///< Sorted privilege words, beyond the default ones.
    QStringList grantable; ///< Those of them WITH GRANT OPTION.
    QStringList revoked; ///< Default privileges taken away (EXECUTE from PUBLIC).
    friend bool operator==(const GrantAttributes &, const GrantAttributes &) = default;
};

/// A kind that is created and dropped as a whole by its definition.
struct DefinitionAttributes
{
    QString definition; ///< CREATE … as SQL, without a semicolon.
    friend bool operator==(const DefinitionAttributes &, const DefinitionAttributes &) = default;
};

using Attributes =
    std::variant<SchemaAttributes, ExtensionAttributes, EnumAttributes, DomainAttributes, CompositeAttributes,
                 SequenceAttributes, TableAttributes, ColumnAttributes, DefaultAttributes,
                 ConstraintAttributes, IndexAttributes, ViewAttributes, MaterializedViewAttributes,
                 RoutineAttributes, TriggerAttributes, RuleAttributes, PolicyAttributes, CommentAttributes,
                 GrantAttributes, DefinitionAttributes>;

/// One fact: what it is called and what it is. The owner is kept but not compared.
struct Fact
{
    ObjectId id;
    Attributes attributes;
    QString owner;

    template <typename T>
    [[nodiscard]] const T *as() const
    {
        return std::get_if<T>(&attributes);
    }
};

} // namespace lockstep::schema
