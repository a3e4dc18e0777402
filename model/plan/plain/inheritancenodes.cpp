#include "ddl.h"
#include "nodes.h"
#include "tableddl.h"

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

constexpr int kInheritRank = 33;

bool isInheritedKind(const Fact &part)
{
    const auto *constraint = part.as<ConstraintAttributes>();
    return part.id.kind == Kind::Column
           || (part.id.kind == Kind::Constraint && constraint->type == ConstraintType::Check);
}

/// A table inherits once it has the columns and checks of its parent, and while it inherits it cannot lose
/// or change them.
class InheritanceNodes
{
public:
    InheritanceNodes(const NodeInput &input, Nodes &nodes)
        : m_in(input)
        , m_nodes(nodes)
    { }

    void add(int table)
    {
        const Fact *was = factBefore(m_in, table);
        if (!was)
            return;
        const Fact &after = m_in.sides.target.fact(table);
        QVector<ObjectId> left;
        QVector<ObjectId> joined;
        for (const ObjectId &parent : was->as<TableAttributes>()->inherits) {
            if (!after.as<TableAttributes>()->inherits.contains(parent) || isMadeAnew(parent))
                left.append(parent);
        }
        for (const ObjectId &parent : after.as<TableAttributes>()->inherits) {
            if (!was->as<TableAttributes>()->inherits.contains(parent) || isMadeAnew(parent))
                joined.append(parent);
        }
        const int leave = left.isEmpty() ? -1 : addLeaving(*was, after, left);
        const int join = joined.isEmpty() ? -1 : addJoining(*was, after, table, joined);
        if (leave < 0 || join < 0)
            return;
        if (changesWhatIsInherited(table))
            m_nodes.before.append({ leave, join });
        else // What the table has of both stays inherited all along; afterwards it would be its own, too.
            m_nodes.before.append({ join, leave });
    }

private:
    [[nodiscard]] bool isMadeAnew(const ObjectId &parent) const
    {
        const int index = m_in.sides.current.indexOf(parent);
        return index >= 0 && m_in.fates.goes(index);
    }

    /// Between the parents that it leaves and those it joins.
    [[nodiscard]] bool changesWhatIsInherited(int table) const
    {
        const Side &target = m_in.sides.target;
        const auto parts = target.catalog->partsOf(target.fact(table).id);
        return std::any_of(parts.begin(), parts.end(), [&](int part) {
            return isInheritedKind(target.fact(part)) && m_in.sides.currentOf[size_t(part)] >= 0
                   && (m_in.fates.comes(part) || !m_nodes.alterOf[size_t(part)].empty());
        });
    }

    [[nodiscard]] static QStringList clauses(const ObjectId &table, const QString &verb,
                                             const QVector<ObjectId> &parents)
    {
        QStringList statements;
        for (const ObjectId &parent : parents)
            statements << ddl::alterTable(table, verb + ddl::relationName(parent));
        return statements;
    }

    /// Only a table without parents can rename its NOT NULL constraints.
    [[nodiscard]] QStringList notNullNames(const Side &from, const Side &to, const Fact &without,
                                           const Fact &with) const
    {
        const bool isFree = without.as<TableAttributes>()->inherits.isEmpty()
                            && !with.as<TableAttributes>()->inherits.isEmpty();
        return isFree ? ddl::notNullNamesApart(*from.catalog, *to.catalog, without.id) : QStringList();
    }

    int addLeaving(const Fact &was, const Fact &after, const QVector<ObjectId> &parents)
    {
        const Sides &sides = m_in.sides;
        QStringList names;
        for (const ObjectId &parent : parents)
            names << displayName(parent);
        Action action = makeAction(
            after.id,
            QStringLiteral("Take %1 out of %2").arg(displayName(after.id), names.join(QStringLiteral(", "))),
            clauses(after.id, QStringLiteral("NO INHERIT "), parents)
                + notNullNames(sides.current, sides.target, after, was),
            notNullNames(sides.target, sides.current, after, was)
                + clauses(after.id, QStringLiteral("INHERIT "), parents));
        action.detail = LeaveParent{ after.id };
        action.isDestructive = true; // Who asks the parent misses its rows from here on.
        action.note =
            QStringLiteral("Queries of %1 find its rows no longer.").arg(names.join(QStringLiteral(", ")));
        const int node = addNode(m_nodes, std::move(action), kTakeDownRank);
        changeAfter(node, was.id, was.id);
        for (const ObjectId &parent : parents) {
            changeAfter(node, parent, was.id);
            const int index = sides.current.indexOf(parent);
            m_nodes.before.append({ node, index < 0 ? -1 : m_nodes.dropOf[size_t(index)] });
        }
        return node;
    }

    /// What changes in either table does so afterwards, but for what goes from both at once.
    void changeAfter(int node, const ObjectId &table, const ObjectId &child)
    {
        const Side &current = m_in.sides.current;
        const Side &target = m_in.sides.target;
        for (int part : current.catalog->partsOf(table)) {
            const ObjectId &id = current.fact(part).id;
            const int own = current.indexOf(subId(id.kind, child.schema, child.name, id.sub));
            if (!isInheritedKind(current.fact(part)))
                continue;
            if (own >= 0 && goesFromAbove(own) && m_nodes.dropOf[size_t(own)] == m_nodes.dropOf[size_t(part)])
                m_nodes.before.append({ m_nodes.dropOf[size_t(part)], node });
            else
                m_nodes.before.append({ node, m_nodes.dropOf[size_t(part)] });
        }
        for (int part : target.catalog->partsOf(table)) {
            if (!isInheritedKind(target.fact(part)))
                continue;
            m_nodes.before.append({ node, m_nodes.createOf[size_t(part)] });
            for (int alter : m_nodes.alterOf[size_t(part)])
                m_nodes.before.append({ node, alter });
        }
    }

    /// A part of a child that its parent's takes along.
    [[nodiscard]] bool goesFromAbove(int part) const
    {
        const Side &current = m_in.sides.current;
        const int root = m_in.fates.goes(part) ? m_in.membership.droppedWith(part) : part;
        return root >= 0 && ddl::tableOf(current.fact(root).id) != ddl::tableOf(current.fact(part).id);
    }

    int addJoining(const Fact &was, const Fact &after, int table, const QVector<ObjectId> &parents)
    {
        const Sides &sides = m_in.sides;
        QStringList names;
        for (const ObjectId &parent : parents)
            names << displayName(parent);
        Action action = makeAction(after.id,
                                   QStringLiteral("Let %1 inherit from %2")
                                       .arg(displayName(after.id), names.join(QStringLiteral(", "))),
                                   notNullNames(sides.current, sides.target, was, after)
                                       + clauses(after.id, QStringLiteral("INHERIT "), parents),
                                   clauses(after.id, QStringLiteral("NO INHERIT "), parents)
                                       + notNullNames(sides.target, sides.current, was, after));
        const int node = addLate(m_nodes, table, std::move(action), kInheritRank);
        for (int part : sides.target.catalog->partsOf(after.id)) {
            if (!isInheritedKind(sides.target.fact(part)))
                continue;
            if (comesFromAbove(part))
                m_nodes.before.append({ node, m_nodes.createOf[size_t(part)] });
            else
                needCreation(m_nodes, node, part);
        }
        for (const ObjectId &parent : parents)
            needParent(node, parent, after.id);
        return node;
    }

    /// A part of a child that its parent's new one brings.
    [[nodiscard]] bool comesFromAbove(int part) const
    {
        const Side &target = m_in.sides.target;
        const int root = m_in.fates.comes(part) ? m_in.membership.createdWith(part) : part;
        return root >= 0 && ddl::tableOf(target.fact(root).id) != ddl::tableOf(target.fact(part).id);
    }

    void needParent(int node, const ObjectId &parent, const ObjectId &child)
    {
        const Side &target = m_in.sides.target;
        const Side &current = m_in.sides.current;
        needCreation(m_nodes, node, target.indexOf(parent));
        for (int part : target.catalog->partsOf(parent)) {
            const ObjectId &id = target.fact(part).id;
            const int own = target.indexOf(subId(id.kind, child.schema, child.name, id.sub));
            if (isInheritedKind(target.fact(part)) && (own < 0 || !comesFromAbove(own)))
                needCreation(m_nodes, node, part);
        }
        for (int part : current.catalog->partsOf(parent)) {
            if (isInheritedKind(current.fact(part)))
                m_nodes.before.append({ m_nodes.dropOf[size_t(part)], node });
        }
    }

    const NodeInput &m_in;
    Nodes &m_nodes;
};

} // namespace

void addInheritanceNodes(const NodeInput &input, Nodes &nodes)
{
    const Side &target = input.sides.target;
    InheritanceNodes inheritance(input, nodes);
    for (int i = 0; i < target.size(); ++i) {
        if (target.fact(i).id.kind == Kind::Table)
            inheritance.add(i);
    }
}

} // namespace lockstep::plan::plain
