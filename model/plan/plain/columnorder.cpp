#include "columnorder.h"

#include "ddl.h"
#include "tableddl.h"

namespace lockstep::plan::plain {

using namespace schema;

namespace {

/// A column keeps its values and takes its place behind the others.
QStringList moveLast(const Side &side, const Fact &column)
{
    const QString name = quoteIdent(column.id.sub);
    const QString aside = quoteIdent(outgoingName(column.id.sub));
    Fact nullable = column;
    std::get<ColumnAttributes>(nullable.attributes).notNull = false;
    QStringList statements{
        ddl::alterTable(column.id, QStringLiteral("RENAME COLUMN %1 TO %2").arg(name, aside)),
        ddl::alterTable(column.id, QStringLiteral("ADD COLUMN ") + ddl::columnClause(nullable, nullptr)),
        QStringLiteral("UPDATE %1 SET %2 = %3").arg(ddl::relationName(column.id), name, aside),
        ddl::alterTable(column.id, QStringLiteral("DROP COLUMN ") + aside)
    };
    if (column.as<ColumnAttributes>()->notNull)
        statements << ddl::setNotNull(column);
    const ObjectId value = subId(Kind::Default, column.id.schema, column.id.name, column.id.sub);
    if (const Fact *found = side.catalog->find(value))
        statements << ddl::setDefault(*found);
    return statements + ddl::columnSettings(nullptr, column);
}

QStringList columnNames(const Side &side, const ObjectId &table)
{
    QStringList names;
    for (const Fact *column : side.catalog->columnsOf(table))
        names << column->id.sub;
    return names;
}

/// What of `wanted` is not where it belongs in `actual`, which may lack some.
QStringList behindFirstGap(const QStringList &actual, const QStringList &wanted)
{
    QStringList shared;
    for (const QString &name : actual) {
        if (wanted.contains(name))
            shared << name;
    }
    qsizetype same = 0;
    while (same < shared.size() && shared[same] == wanted[same])
        ++same;
    return same == shared.size() ? QStringList() : wanted.mid(same);
}

/// Puts the columns of a typed table into the order of its type, in which OF insists on them.
class ColumnOrder
{
public:
    ColumnOrder(const NodeInput &input, int targetTable, Nodes &nodes)
        : m_in(input)
        , m_table(input.sides.target.fact(targetTable))
        , m_nodes(nodes)
    { }

    /// The node that does it; -1 if nothing is to be done.
    int add()
    {
        const Sides &sides = m_in.sides;
        const QStringList before = columnNames(sides.current, m_table.id);
        const QStringList after = columnNames(sides.target, m_table.id);
        const QStringList forward = behindFirstGap(before, after);
        const QStringList backward = behindFirstGap(after, before);
        if (forward.isEmpty() && backward.isEmpty())
            return -1;
        Action action =
            makeAction(m_table.id,
                       QStringLiteral("Put the columns of %1 in order").arg(displayName(m_table.id)), {}, {});
        action.note = QStringLiteral("Every row of %1 is written while nobody else can use it: columns move "
                                     "behind others, because a typed table has them in its type's order.")
                          .arg(displayName(m_table.id));
        for (const QString &name : forward)
            action.forward += moveForward(idOf(name));
        for (const QString &name : backward)
            action.backward += moveBackward(idOf(name));
        const int node = addNode(m_nodes, std::move(action), kTakeDownRank);
        for (const QString &name : after) {
            const int column = sides.target.indexOf(idOf(name));
            needCreation(m_nodes, node, column);
            const bool isNew = m_in.fates.comes(column);
            (isNew ? m_nodes.lateOf : m_nodes.alterOf)[size_t(column)].push_back(node);
            for (int user : isNew ? sides.target.neededBy[size_t(column)] : Indexes()) {
                if (m_nodes.createOf[size_t(user)] != m_nodes.createOf[size_t(column)])
                    m_nodes.before.append({ node, m_nodes.createOf[size_t(user)] });
            }
        }
        for (const QString &name : before)
            m_nodes.before.append({ node, m_nodes.dropOf[size_t(sides.current.indexOf(idOf(name)))] });
        return node;
    }

private:
    [[nodiscard]] ObjectId idOf(const QString &column) const
    {
        return subId(Kind::Column, m_table.id.schema, m_table.id.name, column);
    }

    [[nodiscard]] QStringList moveForward(const ObjectId &id) const
    {
        const Sides &sides = m_in.sides;
        const int column = sides.target.indexOf(id);
        if (!m_in.fates.comes(column))
            return moveLast(sides.target, sides.target.fact(column));
        const int create = m_nodes.createOf[size_t(column)];
        return ddl::drop(sides.target.fact(column), *sides.target.catalog)
               + (create < 0 ? QStringList() : m_nodes.nodes[size_t(create)].action.forward);
    }

    [[nodiscard]] QStringList moveBackward(const ObjectId &id) const
    {
        const Sides &sides = m_in.sides;
        const int column = sides.current.indexOf(id);
        if (!m_in.fates.goes(column)) // As it is in target: other changes are taken back afterwards.
            return moveLast(sides.target, sides.target.fact(sides.targetOf[size_t(column)]));
        const int drop = m_nodes.dropOf[size_t(column)];
        return ddl::drop(sides.current.fact(column), *sides.current.catalog)
               + (drop < 0 ? QStringList() : m_nodes.nodes[size_t(drop)].action.backward);
    }

    const NodeInput &m_in;
    const Fact &m_table;
    Nodes &m_nodes;
};

} // namespace

Indexes movedColumns(const Sides &sides, int currentTable)
{
    const Fact &table = sides.current.fact(currentTable);
    const int target = sides.targetOf[size_t(currentTable)];
    const auto *before = table.as<TableAttributes>();
    const auto *after = target < 0 ? nullptr : sides.target.fact(target).as<TableAttributes>();
    if (!before || !after || before->ofType.isEmpty() || before->ofType != after->ofType)
        return {};
    const QStringList was = columnNames(sides.current, table.id);
    const QStringList will = columnNames(sides.target, table.id);
    Indexes moved;
    for (const QString &name : behindFirstGap(was, will) + behindFirstGap(will, was)) {
        const int column = sides.current.indexOf(subId(Kind::Column, table.id.schema, table.id.name, name));
        if (column >= 0 && sides.targetOf[size_t(column)] >= 0)
            moved.push_back(column);
    }
    return moved;
}

int addColumnOrder(const NodeInput &input, int targetTable, Nodes &nodes)
{
    return ColumnOrder(input, targetTable, nodes).add();
}

} // namespace lockstep::plan::plain
