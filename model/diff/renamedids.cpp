#include "renaming.h"
#include "sqlnames.h"

#include <model/schema/kindtraits.h>

namespace lockstep::diff {

using namespace schema;

namespace {

bool isRelationKind(Kind kind)
{
    return kind == Kind::Table || kind == Kind::View || kind == Kind::MaterializedView
           || kind == Kind::Sequence || kind == Kind::Index || kind == Kind::CompositeType;
}

bool isTypeKind(Kind kind)
{
    return kind == Kind::Enum || kind == Kind::Domain || kind == Kind::RangeType || kind == Kind::BaseType
           || kind == Kind::CompositeType;
}

/// The kind that decides how an id's fields are read: of the target for comments and grants.
Kind fieldKind(const ObjectId &id)
{
    return isTargeting(id.kind) ? id.on : id.kind;
}

/// Members and mappings carry the name of what they belong to instead of a relation's.
bool isMemberOf(Kind kind, Kind owner)
{
    return (owner == Kind::Publication && kind == Kind::PublicationMember)
           || (owner == Kind::ForeignServer && kind == Kind::UserMapping)
           || (owner == Kind::Language && kind == Kind::Transform);
}

/// True if `id` is the renamed object itself or something that carries its name.
bool carriesNameOf(const ObjectId &id, const ObjectId &renamed)
{
    const Kind kind = fieldKind(id);
    if (id.schema != renamed.schema || id.name != renamed.name || kind == Kind::DefaultPrivilege)
        return false;
    if (renamed.kind == Kind::EnumLabel)
        return false;
    if (renamed.kind == Kind::Column)
        return (kind == Kind::Column || kind == Kind::Default) && id.sub == renamed.sub;
    if (hasSub(renamed.kind))
        return kind == renamed.kind && id.sub == renamed.sub;
    if (isRoutineKind(renamed.kind))
        return isRoutineKind(kind) && id.signature == renamed.signature;
    if (kind == renamed.kind || isMemberOf(kind, renamed.kind))
        return id.signature == renamed.signature || isMemberOf(kind, renamed.kind);
    if (renamed.kind == Kind::Domain)
        return kind == Kind::DomainConstraint;
    if (renamed.kind == Kind::Enum)
        return kind == Kind::EnumLabel;
    return isRelationKind(renamed.kind) && renamed.kind != Kind::Index && hasSub(kind)
           && kind != Kind::DomainConstraint;
}

ObjectId inRenamedSchema(ObjectId id, const QString &from, const QString &to)
{
    const bool isIt = fieldKind(id) == Kind::Schema;
    QString &field = isIt ? id.name : id.schema;
    if (field == from)
        field = to;
    id.signature = withSchemaName(id.signature, from, to);
    if (id.kind == Kind::PublicationMember) {
        const QString whole = QStringLiteral("TABLES IN SCHEMA ");
        const bool isWhole = id.sub == whole + quoteIdent(from);
        id.sub = isWhole ? whole + quoteIdent(to) : withSchemaName(id.sub, from, to);
    }
    return id;
}

} // namespace

bool hasSub(Kind kind)
{
    return has(kind, KindTrait::Part);
}

bool isRoutineKind(Kind kind)
{
    return has(kind, KindTrait::Routine);
}

bool isViewKind(Kind kind)
{
    return kind == Kind::View || kind == Kind::MaterializedView || kind == Kind::Rule;
}

bool isRenameable(Kind kind)
{
    return has(kind, KindTrait::Renameable);
}

ObjectId changedId(const ObjectId &id, const RenameStep &step)
{
    const auto &[from, to] = step;
    if (from.kind == Kind::Schema)
        return inRenamedSchema(id, from.name, to.name);
    ObjectId changed = id;
    if (carriesNameOf(id, from)) {
        changed.schema = to.schema;
        changed.name = to.name;
        if (hasSub(from.kind))
            changed.sub = to.sub;
        return changed;
    }
    if (!isRelationKind(from.kind) && !isTypeKind(from.kind))
        return changed;
    QString &text = id.kind == Kind::PublicationMember ? changed.sub : changed.signature;
    if (!text.isEmpty())
        text = withQualifiedName(text, from.schema, from.name, to.schema, to.name);
    return changed;
}

} // namespace lockstep::diff
