#pragma once

#include "accessfacts.h"
#include "codefacts.h"
#include "constraintfacts.h"
#include "objectid.h"
#include "relationfacts.h"
#include "typefacts.h"

#include <variant>

/// The typed attributes of each kind of fact. Texts that hold SQL are exactly what the server's
/// pg_get_…() functions print with an empty search_path, so names in them are qualified.
/// Single characters from pg_catalog become enums where Lockstep decides on them.
namespace lockstep::schema {

using Attributes =
    std::variant<SchemaAttributes, ExtensionAttributes, EnumAttributes, DomainAttributes, CompositeAttributes,
                 SequenceAttributes, TableAttributes, ColumnAttributes, DefaultAttributes,
                 ConstraintAttributes, IndexAttributes, ViewAttributes, MaterializedViewAttributes,
                 RoutineAttributes, TriggerAttributes, RuleAttributes, PolicyAttributes, CommentAttributes,
                 GrantAttributes, DefinitionAttributes>;

/// One fact: what it is called and what it is. The owner "" is not stated: a script says who owns
/// something only where it wants to, a database always knows.
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

[[nodiscard]] bool isForeignTable(const Fact &fact);
/// As displayName() of its id, but a foreign table is called one.
[[nodiscard]] QString displayName(const Fact &fact);
/// True if both state an owner and not the same one. A sequence that belongs to a column always has
/// the owner of its table.
[[nodiscard]] bool ownersDiffer(const Fact &before, const Fact &after);

/// The name PostgreSQL 18 gives a NOT NULL constraint by itself: table_column_not_null, the longer
/// part cut first until the whole fits into 63 bytes.
[[nodiscard]] QString defaultNotNullName(const QString &table, const QString &column);
/// The same for a domain, whose NOT NULL is a constraint from PostgreSQL 17 on.
[[nodiscard]] QString defaultNotNullName(const QString &domain);

} // namespace lockstep::schema
