#include "typedtables.h"

#include "columnorder.h"
#include "tableddl.h"

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

/// The composite type of a table that is typed before and after, if it does not stay as it is.
int changingTypeOf(const NodeInput &input, int targetTable)
{
    const auto *after = input.sides.target.fact(targetTable).as<TableAttributes>();
    const int before = input.sides.currentOf[size_t(targetTable)];
    if (!after || after->ofType.isEmpty() || before < 0 || input.fates.goes(before)
        || input.sides.current.fact(before).as<TableAttributes>()->ofType != after->ofType)
        return -1;
    for (int needed : input.sides.current.needs[size_t(before)]) {
        const ObjectId &id = input.sides.current.fact(needed).id;
        const bool isType = id.kind == Kind::CompositeType && ddl::relationName(id) == after->ofType;
        if (isType && input.fates.current[size_t(needed)] != Fate::Keep)
            return needed;
    }
    return -1;
}

void addBetween(const Indexes &middle, int first, int last, Nodes &nodes)
{
    for (int node : middle) {
        if (node >= 0)
            nodes.before += { { first, node }, { node, last } };
    }
}

/// With the new names of the table and of its type, but before a column of it is renamed. Parts are
/// renamed last.
void freeAmongRenames(const NodeInput &input, const ObjectId &table, int node, Nodes &nodes)
{
    const auto &steps = input.sides.renaming->steps();
    const auto first = std::find_if(steps.begin(), steps.end(), [&](const diff::RenameStep &step) {
        return step.from.kind == Kind::Column && step.to.parent() == table;
    });
    const auto at = size_t(first - steps.begin());
    if (at > 0)
        nodes.before.append({ nodes.renames[at - 1], node });
    if (first != steps.end())
        nodes.before.append({ node, nodes.renames[at] });
}

void addTypedTable(const NodeInput &input, int targetTable, int type, Nodes &nodes)
{
    const Fact &table = input.sides.target.fact(targetTable);
    const QString begin = ddl::alterTable(table.id, QStringLiteral("NOT OF"));
    const QString end =
        ddl::alterTable(table.id, QStringLiteral("OF ") + table.as<TableAttributes>()->ofType);
    const int first =
        addNode(nodes,
                makeAction(table.id, QStringLiteral("Free %1 from its type").arg(displayName(table.id)),
                           { begin }, { end }),
                kTakeDownRank);
    const int last =
        addNode(nodes,
                makeAction(table.id, QStringLiteral("Give %1 its type").arg(displayName(table.id)), { end },
                           { begin }),
                kTakeDownRank);
    nodes.before.append({ first, last });
    freeAmongRenames(input, table.id, first, nodes);
    addBetween({ nodes.dropOf[size_t(type)] }, first, last, nodes);
    if (const int after = input.sides.targetOf[size_t(type)]; after >= 0) {
        addBetween({ nodes.createOf[size_t(after)] }, first, last, nodes);
        addBetween(nodes.alterOf[size_t(after)], first, last, nodes);
    }
    for (int part : input.sides.target.catalog->partsOf(table.id)) {
        if (input.sides.target.fact(part).id.kind != Kind::Column)
            continue;
        addBetween({ nodes.createOf[size_t(part)] }, first, last, nodes);
        addBetween(nodes.alterOf[size_t(part)], first, last, nodes);
    }
    for (int part : input.sides.current.catalog->partsOf(table.id)) {
        if (input.sides.current.fact(part).id.kind == Kind::Column)
            addBetween({ nodes.dropOf[size_t(part)] }, first, last, nodes);
    }
    addBetween({ addColumnOrder(input, targetTable, nodes) }, first, last, nodes);
}

} // namespace

QStringList throughLeavingTables(const NodeInput &input, const Fact &typeBefore, QStringList statements)
{
    if (typeBefore.id.kind != Kind::CompositeType)
        return statements;
    const Side &current = input.sides.current;
    for (int user : current.neededBy[size_t(current.indexOf(typeBefore.id))]) {
        const auto *table = current.fact(user).as<TableAttributes>();
        if (!table || table->ofType != ddl::relationName(typeBefore.id) || !input.fates.goes(user))
            continue;
        for (QString &sql : statements)
            sql += QStringLiteral(" CASCADE");
        break;
    }
    return statements;
}

void addTypedTableNodes(const NodeInput &input, Nodes &nodes)
{
    for (int i = 0; i < input.sides.target.size(); ++i) {
        if (input.sides.target.fact(i).id.kind != Kind::Table)
            continue;
        if (const int type = changingTypeOf(input, i); type >= 0)
            addTypedTable(input, i, type, nodes);
    }
}

} // namespace lockstep::plan::plain
