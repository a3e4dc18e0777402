#include "readers.h"

#include <QHash>

#include <algorithm>

namespace lockstep::sql::readers {

using ast::flag;
using ast::string;

namespace {

QualifiedName named(const QJsonValue &parts)
{
    const RelationName name = ast::relationOf(ast::strings(parts));
    return { name.schema, name.name, {} };
}

StatementDetail readAlterEnum(const QJsonObject &m)
{
    return AlterEnum{ named(m.value(QLatin1String("typeName"))), string(m, QLatin1String("newVal")),
                      string(m, QLatin1String("oldVal")), string(m, QLatin1String("newValNeighbor")) };
}

StatementDetail readTypeNamed(const QJsonObject &m)
{
    return CreateType{ named(m.value(QLatin1String("typeName"))) };
}

StatementDetail readEnum(const QJsonObject &m)
{
    return CreateType{ named(m.value(QLatin1String("typeName"))), ObjectKind::Type, true };
}

StatementDetail readComposite(const QJsonObject &m)
{
    const RelationName name = ast::relation(m.value(QLatin1String("typevar")).toObject());
    return CreateType{ { name.schema, name.name, {} }, ObjectKind::Type, false, true };
}

StatementDetail readDefine(const QJsonObject &m)
{
    const QualifiedName name = named(m.value(QLatin1String("defnames")));
    const ObjectKind kind = ast::objectKind(string(m, QLatin1String("kind")));
    if (kind == ObjectKind::Function)
        return CreateFunction{ name, flag(m, QLatin1String("replace")) };
    return CreateType{ name, kind };
}

StatementDetail readDomain(const QJsonObject &m)
{
    const QJsonArray clauses = m.value(QLatin1String("constraints")).toArray();
    const bool isConstrained = std::any_of(clauses.begin(), clauses.end(), [](const QJsonValue &clause) {
        const QString kind = string(ast::unwrap(clause).members, QLatin1String("contype"));
        return kind == QLatin1String("CONSTR_CHECK") || kind == QLatin1String("CONSTR_NOTNULL");
    });
    return CreateDomain{ named(m.value(QLatin1String("domainname"))),
                         ast::type(m.value(QLatin1String("typeName")).toObject()), isConstrained };
}

DomainAction domainAction(const QString &subtype, bool hasDefinition)
{
    if (subtype == QLatin1String("N"))
        return DomainAction::DropNotNull;
    if (subtype == QLatin1String("O"))
        return DomainAction::SetNotNull;
    if (subtype == QLatin1String("C"))
        return DomainAction::AddConstraint;
    if (subtype == QLatin1String("X"))
        return DomainAction::DropConstraint;
    if (subtype == QLatin1String("V"))
        return DomainAction::ValidateConstraint;
    return hasDefinition ? DomainAction::SetDefault : DomainAction::DropDefault;
}

StatementDetail readAlterDomain(const QJsonObject &m)
{
    const QJsonValue definition = m.value(QLatin1String("def"));
    return AlterDomain{ named(m.value(QLatin1String("typeName"))),
                        domainAction(string(m, QLatin1String("subtype")), definition.isObject()),
                        flag(ast::unwrap(definition).members, QLatin1String("skip_validation")) };
}

StatementDetail readFunction(const QJsonObject &m, const ast::Source &source)
{
    CreateFunction result;
    result.function = named(m.value(QLatin1String("funcname")));
    result.replace = flag(m, QLatin1String("replace"));
    for (const QJsonValue &value : m.value(QLatin1String("options")).toArray()) {
        const QJsonObject option = ast::unwrap(value).members;
        if (string(option, QLatin1String("defname")) == QLatin1String("volatility"))
            result.volatility = ast::strings(option.value(QLatin1String("arg"))).value(0);
    }
    result.definition = source.text();
    return result;
}

StatementDetail readSchema(const QJsonObject &m)
{
    return CreateSchema{ string(m, QLatin1String("schemaname")) };
}

StatementDetail readExtension(const QJsonObject &m)
{
    return CreateExtension{ string(m, QLatin1String("extname")) };
}

StatementDetail readAlterExtension(const QJsonObject &m)
{
    return AlterExtension{ string(m, QLatin1String("extname")) };
}

StatementDetail readPublication(const QJsonObject &m)
{
    Publication result;
    result.name = string(m, QLatin1String("pubname"));
    result.isCreate = !m.contains(QLatin1String("action"));
    result.replaces = string(m, QLatin1String("action")) == QLatin1String("AP_SetObjects");
    for (const QJsonValue &value : m.value(QLatin1String("pubobjects")).toArray()) {
        // A row filter names no relation of its own.
        const QJsonObject table = ast::unwrap(value).members.value(QLatin1String("pubtable")).toObject();
        if (!table.isEmpty())
            result.relations.append(ast::relation(table.value(QLatin1String("relation")).toObject()));
    }
    return result;
}

QVector<RelationName> grantedRelations(const QJsonObject &m)
{
    QVector<RelationName> result;
    const QJsonArray objects = m.value(QLatin1String("objects")).toArray();
    for (const QJsonValue &object : objects) {
        const ast::Node node = ast::unwrap(object);
        if (node.tag == QLatin1String("RangeVar"))
            result.append(ast::relation(node.members));
    }
    return result;
}

StatementDetail readGrant(const QJsonObject &m)
{
    return Grant{ flag(m, QLatin1String("is_grant")), ast::objectKind(string(m, QLatin1String("objtype"))),
                  grantedRelations(m) };
}

template <typename T>
StatementDetail plain(const QJsonObject &)
{
    return T{};
}

} // namespace

Reading define(const ast::Node &node, const ast::Source &source)
{
    if (node.tag == QLatin1String("CreateFunctionStmt"))
        return readFunction(node.members, source);
    using Reader = StatementDetail (*)(const QJsonObject &);
    static const QHash<QString, Reader> readers = {
        { QStringLiteral("AlterEnumStmt"), readAlterEnum },
        { QStringLiteral("CreateEnumStmt"), readEnum },
        { QStringLiteral("CreateRangeStmt"), readTypeNamed },
        { QStringLiteral("CompositeTypeStmt"), readComposite },
        { QStringLiteral("DefineStmt"), readDefine },
        { QStringLiteral("CreateCastStmt"), plain<CreateType> },
        { QStringLiteral("CreateDomainStmt"), readDomain },
        { QStringLiteral("AlterDomainStmt"), readAlterDomain },
        { QStringLiteral("AlterFunctionStmt"), plain<AlterFunction> },
        { QStringLiteral("CreateEventTrigStmt"), plain<CreateFunction> },
        { QStringLiteral("AlterEventTrigStmt"), plain<AlterFunction> },
        { QStringLiteral("CreateSchemaStmt"), readSchema },
        { QStringLiteral("CreateExtensionStmt"), readExtension },
        { QStringLiteral("AlterExtensionStmt"), readAlterExtension },
        { QStringLiteral("CreatePublicationStmt"), readPublication },
        { QStringLiteral("AlterPublicationStmt"), readPublication },
        { QStringLiteral("GrantStmt"), readGrant },
        { QStringLiteral("GrantRoleStmt"), plain<Grant> },
        { QStringLiteral("AlterDefaultPrivilegesStmt"), plain<AlterDefaultPrivileges> },
    };
    const Reader reader = readers.value(node.tag, nullptr);
    return reader ? Reading(reader(node.members)) : std::nullopt;
}

} // namespace lockstep::sql::readers
