#include "readers.h"

#include <QHash>

namespace lockstep::sql::readers {

using ast::flag;
using ast::string;

namespace {

/// Triggers, rules, policies, constraints and columns are named behind their relation.
bool hangsOnRelation(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Trigger:
    case ObjectKind::Rule:
    case ObjectKind::Policy:
    case ObjectKind::Constraint:
    case ObjectKind::DomainConstraint:
    case ObjectKind::Column: return true;
    case ObjectKind::Table:
    case ObjectKind::Index:
    case ObjectKind::View:
    case ObjectKind::MaterializedView:
    case ObjectKind::Sequence:
    case ObjectKind::ForeignTable:
    case ObjectKind::Type:
    case ObjectKind::Domain:
    case ObjectKind::Function:
    case ObjectKind::Schema:
    case ObjectKind::Extension:
    case ObjectKind::Attribute:
    case ObjectKind::Collation:
    case ObjectKind::Statistics:
    case ObjectKind::Publication:
    case ObjectKind::Subscription:
    case ObjectKind::Role:
    case ObjectKind::Database:
    case ObjectKind::EventTrigger:
    case ObjectKind::Other: return false;
    }
    return false;
}

QualifiedName objectName(const QJsonValue &value, ObjectKind kind)
{
    QStringList parts = ast::strings(value);
    QualifiedName result;
    if (hangsOnRelation(kind) && parts.size() > 1)
        result.sub = parts.takeLast();
    const RelationName name = ast::relationOf(parts);
    result.schema = name.schema;
    result.name = name.name;
    return result;
}

StatementDetail readDrop(const QJsonObject &m)
{
    Drop drop;
    drop.tag = string(m, QLatin1String("removeType"));
    drop.kind = ast::objectKind(drop.tag);
    drop.concurrently = flag(m, QLatin1String("concurrent"));
    drop.cascade = string(m, QLatin1String("behavior")) == QLatin1String("DROP_CASCADE");
    drop.ifExists = flag(m, QLatin1String("missing_ok"));
    const QJsonArray objects = m.value(QLatin1String("objects")).toArray();
    for (const QJsonValue &object : objects)
        drop.names.append(objectName(object, drop.kind));
    return drop;
}

StatementDetail readDropDatabase(const QJsonObject &m)
{
    Drop drop;
    drop.kind = ObjectKind::Database;
    drop.ifExists = flag(m, QLatin1String("missing_ok"));
    drop.names.append({ {}, string(m, QLatin1String("dbname")), {} });
    return drop;
}

StatementDetail readRename(const QJsonObject &m)
{
    Rename rename;
    rename.kind = ast::objectKind(string(m, QLatin1String("renameType")));
    rename.relation = ast::relation(m.value(QLatin1String("relation")).toObject());
    rename.object = objectName(m.value(QLatin1String("object")), ObjectKind::Type);
    rename.from = string(m, QLatin1String("subname"));
    rename.to = string(m, QLatin1String("newname"));
    rename.ifExists = flag(m, QLatin1String("missing_ok"));
    rename.cascade = string(m, QLatin1String("behavior")) == QLatin1String("DROP_CASCADE");
    return rename;
}

StatementDetail readSetSchema(const QJsonObject &m)
{
    return SetSchema{ ast::objectKind(string(m, QLatin1String("objectType"))),
                      ast::relation(m.value(QLatin1String("relation")).toObject()),
                      string(m, QLatin1String("newschema")) };
}

StatementDetail readOwner(const QJsonObject &m)
{
    const ObjectKind kind = ast::objectKind(string(m, QLatin1String("objectType")));
    return ChangeOwner{ kind, objectName(m.value(QLatin1String("object")), kind) };
}

StatementDetail readComment(const QJsonObject &m)
{
    Comment comment;
    comment.kind = ast::objectKind(string(m, QLatin1String("objtype")));
    comment.object = objectName(m.value(QLatin1String("object")), comment.kind);
    return comment;
}

StatementDetail readSecurityLabel(const QJsonObject &m)
{
    const ObjectKind kind = ast::objectKind(string(m, QLatin1String("objtype")));
    return SecurityLabel{ kind, objectName(m.value(QLatin1String("object")), kind) };
}

StatementDetail readMoveAll(const QJsonObject &m)
{
    return MoveAll{ ast::objectKind(string(m, QLatin1String("objtype"))),
                    string(m, QLatin1String("orig_tablespacename")),
                    string(m, QLatin1String("new_tablespacename")) };
}

template <bool drops>
StatementDetail readOwned(const QJsonObject &m)
{
    OwnedBy result;
    result.drops = drops;
    for (const QJsonValue &role : m.value(QLatin1String("roles")).toArray())
        result.roles.append(string(ast::unwrap(role).members, QLatin1String("rolename")));
    return result;
}

} // namespace

Reading dropAndRename(const ast::Node &node, const ast::Source &)
{
    using Reader = StatementDetail (*)(const QJsonObject &);
    static const QHash<QString, Reader> readers = {
        { QStringLiteral("DropStmt"), readDrop },
        { QStringLiteral("DropdbStmt"), readDropDatabase },
        { QStringLiteral("RenameStmt"), readRename },
        { QStringLiteral("AlterObjectSchemaStmt"), readSetSchema },
        { QStringLiteral("AlterOwnerStmt"), readOwner },
        { QStringLiteral("CommentStmt"), readComment },
        { QStringLiteral("SecLabelStmt"), readSecurityLabel },
        { QStringLiteral("AlterTableMoveAllStmt"), readMoveAll },
        { QStringLiteral("ReassignOwnedStmt"), readOwned<false> },
        { QStringLiteral("DropOwnedStmt"), readOwned<true> },
    };
    const Reader reader = readers.value(node.tag, nullptr);
    return reader ? Reading(reader(node.members)) : std::nullopt;
}

} // namespace lockstep::sql::readers
