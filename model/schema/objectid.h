#pragma once

#include <QString>

#include <compare>

namespace lockstep::schema {

/// Every kind of fact a catalog holds. Constraints, defaults, grants and comments are facts of
/// their own: the plan sorts them one by one and joins them again afterwards.
enum class Kind {
    Schema,
    Extension,
    Collation,
    Enum,
    Domain,
    CompositeType,
    RangeType,
    Sequence,
    Table,
    Column,
    Default,
    Constraint,
    DomainConstraint,
    Index,
    View,
    MaterializedView,
    Function,
    Procedure,
    Aggregate,
    Trigger,
    Rule,
    Policy,
    EventTrigger,
    StatisticsObject,
    Publication,
    Language,
    AccessMethod,
    BaseType,
    Operator,
    OperatorFamily,
    OperatorClass,
    Cast,
    Conversion,
    Transform,
    TextSearchParser,
    TextSearchTemplate,
    TextSearchDictionary,
    TextSearchConfiguration,
    ForeignDataWrapper,
    ForeignServer,
    UserMapping,
    Subscription,
    PublicationMember,
    Comment,
    SecurityLabel,
    Grant,
    DefaultPrivilege,
    EnumLabel, ///< Never a fact: names a label that is renamed.
    Unmodelled, ///< Seen in the catalog, named, not compared.
};

/// Lower-case English name of a kind as messages, JSON and SQL comments use it
/// ("materialized view").
[[nodiscard]] QString kindName(Kind kind);
/// The inverse of kindName; false if the text names no kind.
[[nodiscard]] bool parseKind(const QString &text, Kind *kind);

/// Names one fact, the same way in every catalog. Which fields are used depends on the kind:
///  - Schema, Extension, EventTrigger, Publication, Language, AccessMethod, ForeignDataWrapper,
///    ForeignServer, Subscription: name
///  - types, sequences, tables, views, indexes, collations, statistics, conversions and text search
///    objects: schema, name
///  - Function, Procedure, Aggregate: schema, name, signature ("integer, text", input types only)
///  - Operator: schema, name (its symbol), signature ("integer, NONE")
///  - OperatorFamily, OperatorClass: schema, name, signature (the access method)
///  - Cast: signature ("integer AS text"); Transform: name (language), signature (type)
///  - UserMapping: name (server), sub (user; "" = PUBLIC)
///  - PublicationMember: name (publication), sub ("TABLE public.t" or "TABLES IN SCHEMA s")
///  - Column, Default, Constraint, Trigger, Rule, Policy: schema, name (of the table), sub
///  - DomainConstraint: schema, name (of the domain), sub; EnumLabel: schema, name (of the enum), sub
///  - Comment: the fields of what is commented, and its kind in `on`
///  - SecurityLabel: as Comment, and the provider in `grantee`
///  - Grant: the fields of what is granted on, its kind in `on`, and `grantee` ("" = PUBLIC,
///    ownerGrantee() = whoever owns it)
///  - DefaultPrivilege: schema ("" = all), name (role; "" = not stated), sub (object type letter),
///    grantee (ownerGrantee() = that role)
/// All names are raw, not quoted.
struct ObjectId
{
    Kind kind = Kind::Schema;
    Kind on = Kind::Schema;
    QString schema;
    QString name;
    QString sub;
    QString signature;
    QString grantee;

    friend bool operator==(const ObjectId &a, const ObjectId &b);
    friend bool operator<(const ObjectId &a, const ObjectId &b);

    /// The relation, type or other parent this fact hangs on (a column's table, a comment's
    /// target); itself where it hangs on nothing.
    [[nodiscard]] ObjectId parent(Kind parentKind = Kind::Table) const;
};

[[nodiscard]] size_t qHash(const ObjectId &id, size_t seed = 0);

[[nodiscard]] ObjectId schemaId(const QString &name);
[[nodiscard]] ObjectId objectId(Kind kind, const QString &schema, const QString &name);
[[nodiscard]] ObjectId routineId(Kind kind, const QString &schema, const QString &name,
                                 const QString &signature);
[[nodiscard]] ObjectId subId(Kind kind, const QString &schema, const QString &table, const QString &sub);
/// Kinds that say something about another object: comment, security label, grant.
[[nodiscard]] bool isTargeting(Kind kind);
/// What a comment, security label or grant is on.
[[nodiscard]] ObjectId targetOf(const ObjectId &id);
[[nodiscard]] ObjectId commentId(const ObjectId &target);
[[nodiscard]] ObjectId securityLabelId(const ObjectId &target, const QString &provider);
[[nodiscard]] ObjectId grantId(const ObjectId &target, const QString &grantee);
/// The grantee that stands for the owner: privileges are kept relative to him, as PostgreSQL carries
/// them over to a new one. No role can be called so.
[[nodiscard]] QString ownerGrantee();
/// Kinds with an owner of their own that ALTER … OWNER TO can change. Indexes, triggers and the like
/// belong to their table; the owner of an extension cannot be changed.
[[nodiscard]] bool hasOwner(Kind kind);

/// Quotes an identifier when PostgreSQL's quote_ident() would (keywords of 10 to 18 included).
[[nodiscard]] QString quoteIdent(const QString &name);
/// Quotes a string literal; uses E'' only where a backslash needs it.
[[nodiscard]] QString quoteLiteral(const QString &text);
/// schema.name, both quoted as needed.
[[nodiscard]] QString qualified(const QString &schema, const QString &name);

/// The name as SQL writes it in DDL: `public.users`, `public.f(integer)`, a constraint's own
/// name only. For columns and others below a table: the bare quoted sub name.
[[nodiscard]] QString sqlName(const ObjectId &id);
/// The name as a person reads it, kind first: "column public.users.tier",
/// "function public.f(integer)", "constraint users_pkey on public.users".
[[nodiscard]] QString displayName(const ObjectId &id);
/// Dotted name without the kind: "public.users.tier". What intents and --allow-loss use.
[[nodiscard]] QString dottedName(const ObjectId &id);

} // namespace lockstep::schema
