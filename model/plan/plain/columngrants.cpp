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

/// The privileges of the same grantee on the columns of the relation: indexes of `side`.
Indexes columnGrants(const Side &side, const ObjectId &grant)
{
    Indexes grants;
    for (const Fact *column : side.catalog->columnsOf(targetOf(grant))) {
        if (const int found = side.indexOf(grantId(column->id, grant.grantee)); found >= 0)
            grants.push_back(found);
    }
    return grants;
}

} // namespace

/// Privileges on columns that go by themselves are revoked before the table's change and granted again after
/// it is taken back. All others come after the table's and are taken back before it, so that on both ways the
/// columns have what they have in current, or nothing of what comes and goes.
void keepColumnGrants(const NodeInput &input, Nodes &nodes)
{
    const Side &current = input.sides.current;
    for (int node = 0; node < int(nodes.nodes.size()); ++node) {
        Action &action = nodes.nodes[size_t(node)].action;
        if (action.object.kind != Kind::Grant || action.object.on == Kind::Column)
            continue;
        const bool revokesForward = revokes(action.forward);
        const bool revokesBackward = revokes(action.backward);
        if (!revokesForward && !revokesBackward)
            continue;
        for (int grant : columnGrants(current, action.object)) {
            const int drop = nodes.dropOf[size_t(grant)];
            if (drop >= 0 && nodes.nodes[size_t(drop)].action.object.kind == Kind::Grant) {
                nodes.before.append({ drop, node });
                continue;
            }
            const QStringList again = ddl::create(current.fact(grant), *current.catalog);
            if (revokesForward && !input.fates.goes(grant))
                action.forward += again;
            if (revokesBackward)
                action.backward += again;
            nodes.before.append({ node, drop });
        }
        for (int grant : columnGrants(input.sides.target, action.object)) {
            nodes.before.append({ node, nodes.createOf[size_t(grant)] });
            for (int alter : nodes.alterOf[size_t(grant)])
                nodes.before.append({ node, alter });
        }
    }
}

} // namespace lockstep::plan::plain
