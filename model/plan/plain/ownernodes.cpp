#include "ddl.h"
#include "nodes.h"

#include <QHash>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

/// Owners change between the revocations and the grants: PostgreSQL carries the old owner's
/// privileges over to the new one and joins them with what he had been granted.
class OwnerNodes
{
public:
    OwnerNodes(const NodeInput &input, Nodes &nodes)
        : m_in(input)
        , m_nodes(nodes)
    { }

    void add()
    {
        for (const diff::Change &change : m_in.changes.changes) {
            const auto *altered = std::get_if<diff::Altered>(&change);
            if (altered && ownersDiffer(altered->before, altered->after))
                addOwner(*altered);
        }
        orderPrivileges();
        orderSchemaPrivileges();
    }

private:
    void addOwner(const diff::Altered &altered)
    {
        const ObjectId &id = altered.after.id;
        const int index = m_in.sides.target.indexOf(id);
        if (m_in.fates.comes(index))
            return; // Made anew with its new owner.
        Action action = makeAction(
            id, QStringLiteral("Change owner of %1 to %2").arg(displayName(id), altered.after.owner),
            ddl::changeOwner(id, altered.after.owner), ddl::changeOwner(id, altered.before.owner));
        const int node = addNode(m_nodes, std::move(action), kOwnerRank);
        m_ownerOf.insert(index, node);
        // While it belongs to a column it cannot have an owner of its own.
        const auto *sequence = altered.before.as<SequenceAttributes>();
        if (sequence && sequence->ownedBy)
            m_nodes.lateOf[size_t(index)].push_back(node);
        else
            chainAlter(m_nodes, index, node);
    }

    /// What a privilege is on: a column's is on its relation.
    [[nodiscard]] static int objectOf(const Side &side, const ObjectId &grant)
    {
        const ObjectId target = targetOf(grant);
        const int index = target.kind == Kind::Column ? -1 : side.indexOf(target);
        return index >= 0 ? index : relationOf(*side.catalog, target);
    }

    /// The object whose owner must still be the old one when the way back makes `index` again: what a
    /// privilege is on, the table of an owned sequence.
    [[nodiscard]] static int goneFrom(const Side &side, int index)
    {
        const Fact &fact = side.fact(index);
        if (fact.id.kind == Kind::Grant)
            return objectOf(side, fact.id);
        const auto *sequence = fact.as<SequenceAttributes>();
        return sequence && sequence->ownedBy ? side.indexOf(ddl::tableOf(*sequence->ownedBy)) : -1;
    }

    void orderPrivileges()
    {
        if (m_ownerOf.isEmpty())
            return;
        const Sides &sides = m_in.sides;
        for (int i = 0; i < sides.current.size(); ++i) {
            if (m_nodes.dropOf[size_t(i)] < 0)
                continue;
            const int object = goneFrom(sides.current, i);
            const int target = object < 0 ? -1 : sides.targetOf[size_t(object)];
            m_nodes.before.append({ m_nodes.dropOf[size_t(i)], m_ownerOf.value(target, -1) });
        }
        for (int i = 0; i < sides.target.size(); ++i) {
            if (sides.target.fact(i).id.kind != Kind::Grant)
                continue;
            const int owner = m_ownerOf.value(objectOf(sides.target, sides.target.fact(i).id), -1);
            m_nodes.before.append({ owner, m_nodes.createOf[size_t(i)] });
            for (int alter : m_nodes.alterOf[size_t(i)])
                m_nodes.before.append({ owner, alter });
        }
    }

    /// Unless a superuser runs it, ALTER … OWNER TO wants the new owner to have CREATE on the schema.
    void orderSchemaPrivileges()
    {
        const Side &target = m_in.sides.target;
        for (int i = 0; i < target.size(); ++i) {
            const Fact &fact = target.fact(i);
            const int change = m_in.fates.comes(i) ? m_nodes.createOf[size_t(i)] : m_ownerOf.value(i, -1);
            if (change < 0 || !hasOwner(fact.id.kind) || fact.owner.isEmpty() || fact.id.schema.isEmpty())
                continue;
            const int grant = target.indexOf(grantId(schemaId(fact.id.schema), fact.owner));
            if (grant < 0)
                continue;
            m_nodes.before.append({ m_nodes.createOf[size_t(grant)], change });
            for (int alter : m_nodes.alterOf[size_t(grant)])
                m_nodes.before.append({ alter, change });
        }
    }

    const NodeInput &m_in;
    Nodes &m_nodes;
    QHash<int, int> m_ownerOf; ///< By index of target.
};

} // namespace

void addOwnerNodes(const NodeInput &input, Nodes &nodes)
{
    OwnerNodes(input, nodes).add();
}

Fact ownedFact(const NodeInput &input, int targetIndex)
{
    Fact fact = input.sides.target.fact(targetIndex);
    const int before = input.sides.currentOf[size_t(targetIndex)];
    if (before >= 0 && fact.owner.isEmpty())
        fact.owner = input.sides.current.fact(before).owner;
    auto *view = std::get_if<MaterializedViewAttributes>(&fact.attributes);
    if (view && before >= 0)
        view->populated = input.sides.current.fact(before).as<MaterializedViewAttributes>()->populated;
    return fact;
}

} // namespace lockstep::plan::plain
