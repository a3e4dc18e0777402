#include "objectid.h"

#include "kindtraits.h"

#include <QHashFunctions>

#include <optional>
#include <tuple>

namespace lockstep::schema {

namespace {

auto asTuple(const ObjectId &id)
{
    return std::tie(id.kind, id.on, id.schema, id.name, id.sub, id.signature, id.grantee);
}

bool hangsOnParent(Kind kind)
{
    return has(kind, KindTrait::Part);
}

/// Kinds whose name is more than schema.name. Signatures are SQL already.
std::optional<QString> specialName(const ObjectId &id)
{
    const QString userName = id.sub.isEmpty() ? QStringLiteral("PUBLIC") : quoteIdent(id.sub);
    switch (id.kind) {
    case Kind::Operator: // A symbol is never quoted.
        return quoteIdent(id.schema) + QLatin1Char('.') + id.name + QLatin1Char('(') + id.signature
               + QLatin1Char(')');
    case Kind::OperatorFamily:
    case Kind::OperatorClass:
        return qualified(id.schema, id.name) + QStringLiteral(" USING ") + quoteIdent(id.signature);
    case Kind::Cast: return QLatin1Char('(') + id.signature + QLatin1Char(')');
    case Kind::Transform: return QStringLiteral("FOR %1 LANGUAGE %2").arg(id.signature, quoteIdent(id.name));
    case Kind::UserMapping: return QStringLiteral("FOR %1 SERVER %2").arg(userName, quoteIdent(id.name));
    case Kind::PublicationMember: return id.sub;
    default: return std::nullopt;
    }
}

/// Only routines have a signature in brackets, and theirs may be empty.
QString withSignature(const ObjectId &id, const QString &name)
{
    return has(id.kind, KindTrait::Routine) ? name + QLatin1Char('(') + id.signature + QLatin1Char(')')
                                            : name;
}

QString granteeName(const QString &grantee)
{
    if (grantee == ownerGrantee())
        return QStringLiteral("the owner");
    return grantee.isEmpty() ? QStringLiteral("PUBLIC") : quoteIdent(grantee);
}

QString defaultPrivilegeName(const ObjectId &id)
{
    QString text = QStringLiteral("default privileges ");
    if (!id.name.isEmpty())
        text += QStringLiteral("of role ") + quoteIdent(id.name) + QLatin1Char(' ');
    text += QStringLiteral("for ")
            + (id.grantee == ownerGrantee() ? QStringLiteral("itself") : granteeName(id.grantee))
            + QStringLiteral(" on ") + id.sub;
    if (!id.schema.isEmpty())
        text += QStringLiteral(" in schema ") + quoteIdent(id.schema);
    return text;
}

} // namespace

bool isTargeting(Kind kind)
{
    return kind == Kind::Comment || kind == Kind::Grant || kind == Kind::SecurityLabel;
}

ObjectId targetOf(const ObjectId &id)
{
    ObjectId target = id;
    target.kind = id.on;
    target.on = Kind::Schema;
    target.grantee.clear();
    return target;
}

bool operator<(const ObjectId &a, const ObjectId &b)
{
    return asTuple(a) < asTuple(b);
}

/// Facts of one relation share its texts.
static bool isSame(const QString &a, const QString &b)
{
    return a.size() == b.size() && (a.constData() == b.constData() || a == b);
}

bool operator==(const ObjectId &a, const ObjectId &b)
{
    return a.kind == b.kind && a.on == b.on && isSame(a.sub, b.sub) && isSame(a.name, b.name)
           && isSame(a.schema, b.schema) && isSame(a.signature, b.signature) && isSame(a.grantee, b.grantee);
}

size_t qHash(const ObjectId &id, size_t seed)
{
    return qHashMulti(seed, int(id.kind), int(id.on), id.schema, id.name, id.sub, id.signature, id.grantee);
}

ObjectId ObjectId::parent(Kind parentKind) const
{
    if (isTargeting(kind))
        return targetOf(*this);
    if (!hangsOnParent(kind))
        return *this;
    if (kind == Kind::EnumLabel)
        return objectId(Kind::Enum, schema, name);
    return objectId(kind == Kind::DomainConstraint ? Kind::Domain : parentKind, schema, name);
}

ObjectId schemaId(const QString &name)
{
    ObjectId id;
    id.name = name;
    return id;
}

ObjectId objectId(Kind kind, const QString &schema, const QString &name)
{
    ObjectId id;
    id.kind = kind;
    id.schema = schema;
    id.name = name;
    return id;
}

ObjectId routineId(Kind kind, const QString &schema, const QString &name, const QString &signature)
{
    ObjectId id = objectId(kind, schema, name);
    id.signature = signature;
    return id;
}

ObjectId subId(Kind kind, const QString &schema, const QString &table, const QString &sub)
{
    ObjectId id = objectId(kind, schema, table);
    id.sub = sub;
    return id;
}

ObjectId commentId(const ObjectId &target)
{
    ObjectId id = target;
    id.on = target.kind;
    id.kind = Kind::Comment;
    return id;
}

ObjectId securityLabelId(const ObjectId &target, const QString &provider)
{
    ObjectId id = commentId(target);
    id.kind = Kind::SecurityLabel;
    id.grantee = provider;
    return id;
}

ObjectId grantId(const ObjectId &target, const QString &grantee)
{
    ObjectId id = target;
    id.on = target.kind;
    id.kind = Kind::Grant;
    id.grantee = grantee;
    return id;
}

QString ownerGrantee()
{
    return QString(QChar(u'\0'));
}

QString sqlName(const ObjectId &id)
{
    if (isTargeting(id.kind))
        return sqlName(targetOf(id));
    if (id.kind == Kind::DefaultPrivilege)
        return quoteIdent(id.name);
    if (hangsOnParent(id.kind))
        return quoteIdent(id.sub);
    if (const auto name = specialName(id))
        return *name;
    return withSignature(id, qualified(id.schema, id.name));
}

QString dottedName(const ObjectId &id)
{
    if (isTargeting(id.kind))
        return dottedName(targetOf(id));
    if (id.kind == Kind::PublicationMember)
        return quoteIdent(id.name) + QLatin1Char('.') + id.sub;
    if (const auto name = specialName(id))
        return *name;
    const QString name = withSignature(id, qualified(id.schema, id.name));
    return hangsOnParent(id.kind) ? name + QLatin1Char('.') + quoteIdent(id.sub) : name;
}

QString displayName(const ObjectId &id)
{
    if (id.kind == Kind::Comment)
        return QStringLiteral("comment on ") + displayName(targetOf(id));
    if (id.kind == Kind::SecurityLabel)
        return QStringLiteral("security label of %1 on ").arg(id.grantee) + displayName(targetOf(id));
    if (id.kind == Kind::PublicationMember)
        return QStringLiteral("%1 in publication %2").arg(id.sub, quoteIdent(id.name));
    if (id.kind == Kind::Grant)
        return QStringLiteral("privileges of %1 on ").arg(granteeName(id.grantee))
               + displayName(targetOf(id));
    if (id.kind == Kind::DefaultPrivilege)
        return defaultPrivilegeName(id);
    if (id.kind == Kind::Default)
        return QStringLiteral("default of ") + dottedName(id);
    if (id.kind != Kind::Column && hangsOnParent(id.kind))
        return kindName(id.kind) + QLatin1Char(' ') + quoteIdent(id.sub) + QStringLiteral(" on ")
               + qualified(id.schema, id.name);
    return kindName(id.kind) + QLatin1Char(' ') + dottedName(id);
}

} // namespace lockstep::schema
