#include "ddl.h"
#include "nodes.h"

namespace lockstep::plan::plain {

using namespace schema;

namespace {

/// Children that keep as their own a column that the parent loses.
Indexes keepingChildren(const NodeInput &input, int currentColumn)
{
    Indexes children;
    for (int child : input.sides.current.neededBy[size_t(currentColumn)]) {
        const bool inherits = input.sides.current.fact(child).id.kind == Kind::Column
                              && inheritedFrom(*input.sides.current.catalog, child) == currentColumn;
        if (inherits && !input.fates.goes(child))
            children.push_back(child);
    }
    return children;
}

bool isColumnUsed(const Side &side, int column)
{
    return !side.neededBy[size_t(column)].empty();
}

/// The child's column becomes an inherited one again only by being made again; its values move over.
QStringList giveBack(const Fact &child, const QString &addColumn)
{
    const QString name = quoteIdent(child.id.sub);
    const QString aside = quoteIdent(outgoingName(child.id.sub));
    const QString table = ddl::relationName(child.id);
    return { QStringLiteral("ALTER TABLE %1 RENAME COLUMN %2 TO %3").arg(table, name, aside), addColumn,
             QStringLiteral("UPDATE %1 SET %2 = %3").arg(table, name, aside),
             QStringLiteral("ALTER TABLE %1 DROP COLUMN %2").arg(table, aside) };
}

} // namespace

void keepInChildren(const NodeInput &input, int currentColumn, Action &drop)
{
    const Indexes children = keepingChildren(input, currentColumn);
    if (children.empty())
        return;
    const Fact &fact = input.sides.current.fact(currentColumn);
    drop.forward =
        QStringList{ ddl::alterTableOnly(fact.id, QStringLiteral("DROP COLUMN ") + quoteIdent(fact.id.sub)) };
    const Fact &child = input.sides.current.fact(children.front());
    if (children.size() == 1 && !isColumnUsed(input.sides.current, children.front())
        && !drop.backward.isEmpty()) {
        const QString add = drop.backward.takeFirst();
        drop.backward = giveBack(child, add) + drop.backward;
    }
}

bool takeFromChild(const NodeInput &input, int targetColumn, Action &create)
{
    const Sides &sides = input.sides;
    Indexes children;
    for (int child : sides.target.neededBy[size_t(targetColumn)]) {
        const int before = sides.currentOf[size_t(child)];
        const bool becomesInherited = sides.target.fact(child).id.kind == Kind::Column && before >= 0
                                      && inheritedFrom(*sides.target.catalog, child) == targetColumn
                                      && inheritedFrom(*sides.current.catalog, before) < 0;
        if (becomesInherited && !input.fates.comes(child))
            children.push_back(before);
    }
    if (children.size() != 1 || isColumnUsed(sides.current, children.front()) || create.forward.isEmpty())
        return false;
    const Fact &column = sides.target.fact(targetColumn);
    const QString add = create.forward.takeFirst();
    create.forward = giveBack(sides.current.fact(children.front()), add) + create.forward;
    create.backward = QStringList{ ddl::alterTableOnly(column.id, QStringLiteral("DROP COLUMN ")
                                                                      + quoteIdent(column.id.sub)) };
    return true;
}

} // namespace lockstep::plan::plain
