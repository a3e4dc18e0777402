#include "ddl.h"
#include "nodes.h"

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

bool revokes(const QStringList &statements)
{
    return std::any_of(statements.begin(), statements.end(),
                       [](const QString &sql) { return sql.startsWith(QLatin1String("REVOKE ")); });
}

/// Statements for the privileges of the same grantee on the columns of the relation.
QStringList columnGrants(const Catalog &catalog, const ObjectId &grant)
{
    QStringList statements;
    for (const Fact *column : catalog.columnsOf(targetOf(grant))) {
        if (const Fact *onColumn = catalog.find(grantId(column->id, grant.grantee)))
            statements += ddl::create(*onColumn, catalog);
    }
    return statements;
}

} // namespace

/// Columns that come have been made by the time privileges are granted; those that go are still there.
void keepColumnGrants(const NodeInput &input, Nodes &nodes)
{
    for (Node &node : nodes.nodes) {
        Action &action = node.action;
        if (action.object.kind != Kind::Grant || action.object.on == Kind::Column)
            continue;
        if (revokes(action.forward))
            action.forward += columnGrants(*input.sides.target.catalog, action.object);
        if (revokes(action.backward))
            action.backward += columnGrants(*input.sides.current.catalog, action.object);
    }
}

} // namespace lockstep::plan::plain
