#include "nodes.h"
#include "sqltext.h"

namespace lockstep::plan::plain {

using namespace schema;

namespace {

QString renameStatement(const ObjectId &from, const ObjectId &to)
{
    const QString newName = quoteIdent(to.sub.isEmpty() ? to.name : to.sub);
    switch (from.kind) {
    case Kind::Column:
        return QStringLiteral("ALTER TABLE %1 RENAME COLUMN %2 TO %3")
            .arg(ddl::relationName(from), quoteIdent(from.sub), newName);
    case Kind::Constraint:
        return QStringLiteral("ALTER TABLE %1 RENAME CONSTRAINT %2 TO %3")
            .arg(ddl::relationName(from), quoteIdent(from.sub), newName);
    case Kind::DomainConstraint:
        return QStringLiteral("ALTER DOMAIN %1 RENAME CONSTRAINT %2 TO %3")
            .arg(ddl::relationName(from), quoteIdent(from.sub), newName);
    case Kind::EnumLabel:
        return QStringLiteral("ALTER TYPE %1 RENAME VALUE %2 TO %3")
            .arg(ddl::relationName(from), quoteLiteral(from.sub), quoteLiteral(to.sub));
    case Kind::Trigger:
    case Kind::Rule:
    case Kind::Policy:
        return QStringLiteral("ALTER %1 %2 ON %3 RENAME TO %4")
            .arg(ddl::keyword(from.kind), quoteIdent(from.sub), ddl::relationName(from), newName);
    default:
        return QStringLiteral("ALTER %1 %2 RENAME TO %3")
            .arg(ddl::keyword(from.kind), sqlName(from), newName);
    }
}

QString stepStatement(const ObjectId &from, const ObjectId &to)
{
    const bool moves = from.schema != to.schema && from.name == to.name && from.sub == to.sub;
    if (!moves)
        return renameStatement(from, to);
    return QStringLiteral("ALTER %1 %2 SET SCHEMA %3")
        .arg(ddl::keyword(from.kind), sqlName(from), quoteIdent(to.schema));
}

} // namespace

void addRenameNodes(const NodeInput &input, Nodes &nodes)
{
    for (const auto &[from, to] : input.sides.renaming->steps()) {
        Action action =
            makeAction(to, QStringLiteral("Rename %1 to %2").arg(displayName(from), dottedName(to)),
                       { stepStatement(from, to) }, { stepStatement(to, from) });
        action.detail = Rename{ from, to };
        const int node = addNode(nodes, std::move(action), kRenameRank);
        if (!nodes.renames.empty())
            nodes.before.append({ nodes.renames.back(), node });
        nodes.renames.push_back(node);
    }
}

} // namespace lockstep::plan::plain
