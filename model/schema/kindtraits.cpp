#include "kindtraits.h"

#include <iterator>

namespace lockstep::schema {

namespace {

struct KindTraits
{
    Kind kind;
    const char *name; ///< For people, JSON and SQL comments.
    const char *keyword;
    unsigned traits;
};

constexpr unsigned part = unsigned(KindTrait::Part);
constexpr unsigned owned = unsigned(KindTrait::Owned);
constexpr unsigned renameable = unsigned(KindTrait::Renameable);
constexpr unsigned routine = unsigned(KindTrait::Routine);
constexpr unsigned namedInBodies = unsigned(KindTrait::NamedInBodies);

// clang-format off
constexpr KindTraits allKinds[] = {
    { Kind::Schema, "schema", "SCHEMA", owned | renameable },
    { Kind::Extension, "extension", "EXTENSION", 0 },
    { Kind::Collation, "collation", "COLLATION", owned | renameable },
    { Kind::Enum, "enum", "TYPE", owned | renameable | namedInBodies },
    { Kind::Domain, "domain", "DOMAIN", owned | renameable | namedInBodies },
    { Kind::CompositeType, "composite type", "TYPE", owned | renameable | namedInBodies },
    { Kind::RangeType, "range type", "TYPE", owned | renameable | namedInBodies },
    { Kind::Sequence, "sequence", "SEQUENCE", owned | renameable | namedInBodies },
    { Kind::Table, "table", "TABLE", owned | renameable | namedInBodies },
    { Kind::Column, "column", "COLUMN", part | renameable },
    { Kind::Default, "default", "COLUMN", part },
    { Kind::Constraint, "constraint", "CONSTRAINT", part | renameable },
    { Kind::DomainConstraint, "domain constraint", "CONSTRAINT", part | renameable },
    { Kind::Index, "index", "INDEX", renameable },
    { Kind::View, "view", "VIEW", owned | renameable | namedInBodies },
    { Kind::MaterializedView, "materialized view", "MATERIALIZED VIEW", owned | renameable | namedInBodies },
    { Kind::Function, "function", "FUNCTION", owned | renameable | routine | namedInBodies },
    { Kind::Procedure, "procedure", "PROCEDURE", owned | renameable | routine | namedInBodies },
    { Kind::Aggregate, "aggregate", "AGGREGATE", owned | renameable | routine | namedInBodies },
    { Kind::Trigger, "trigger", "TRIGGER", part | renameable },
    { Kind::Rule, "rule", "RULE", part | renameable },
    { Kind::Policy, "policy", "POLICY", part | renameable },
    { Kind::EventTrigger, "event trigger", "EVENT TRIGGER", owned | renameable },
    { Kind::StatisticsObject, "statistics object", "STATISTICS", owned | renameable },
    { Kind::Publication, "publication", "PUBLICATION", owned | renameable },
    { Kind::Language, "language", "LANGUAGE", owned | renameable },
    { Kind::AccessMethod, "access method", "ACCESS METHOD", 0 },
    { Kind::BaseType, "base type", "TYPE", owned | renameable | namedInBodies },
    { Kind::Operator, "operator", "OPERATOR", owned },
    { Kind::OperatorFamily, "operator family", "OPERATOR FAMILY", owned | renameable },
    { Kind::OperatorClass, "operator class", "OPERATOR CLASS", owned | renameable },
    { Kind::Cast, "cast", "CAST", 0 },
    { Kind::Conversion, "conversion", "CONVERSION", owned | renameable },
    { Kind::Transform, "transform", "TRANSFORM", 0 },
    { Kind::TextSearchParser, "text search parser", "TEXT SEARCH PARSER", renameable },
    { Kind::TextSearchTemplate, "text search template", "TEXT SEARCH TEMPLATE", renameable },
    { Kind::TextSearchDictionary, "text search dictionary", "TEXT SEARCH DICTIONARY", owned | renameable },
    { Kind::TextSearchConfiguration, "text search configuration", "TEXT SEARCH CONFIGURATION", owned | renameable },
    { Kind::ForeignDataWrapper, "foreign-data wrapper", "FOREIGN DATA WRAPPER", owned | renameable },
    { Kind::ForeignServer, "foreign server", "SERVER", owned | renameable },
    { Kind::UserMapping, "user mapping", "USER MAPPING", 0 },
    { Kind::Subscription, "subscription", "SUBSCRIPTION", owned | renameable },
    { Kind::PublicationMember, "publication member", "", 0 },
    { Kind::Comment, "comment", "COMMENT", 0 },
    { Kind::SecurityLabel, "security label", "SECURITY LABEL", 0 },
    { Kind::Grant, "grant", "", 0 },
    { Kind::DefaultPrivilege, "default privilege", "", 0 },
    { Kind::EnumLabel, "enum label", "", part | renameable },
    { Kind::Unmodelled, "unmodelled object", "", 0 },
};
// clang-format on

constexpr bool isInOrderOfKind()
{
    for (size_t i = 0; i < std::size(allKinds); ++i) {
        if (size_t(allKinds[i].kind) != i)
            return false;
    }
    return std::size(allKinds) == size_t(Kind::Unmodelled) + 1;
}
static_assert(isInOrderOfKind(), "Every kind has its row, in the order of Kind.");

const KindTraits &traitsOf(Kind kind)
{
    return allKinds[size_t(kind)];
}

} // namespace

bool has(Kind kind, KindTrait trait)
{
    return (traitsOf(kind).traits & unsigned(trait)) != 0;
}

bool hasOwner(Kind kind)
{
    return has(kind, KindTrait::Owned);
}

QString keyword(Kind kind)
{
    return QLatin1String(traitsOf(kind).keyword);
}

QString kindName(Kind kind)
{
    return QLatin1String(traitsOf(kind).name);
}

bool parseKind(const QString &text, Kind *kind)
{
    for (const KindTraits &traits : allKinds) {
        if (text == QLatin1String(traits.name)) {
            *kind = traits.kind;
            return true;
        }
    }
    return false;
}

} // namespace lockstep::schema
