#include "seedselection.h"

namespace lockstep::proof {

namespace {

constexpr int sampleSize = 12;
constexpr int smallSchema = 60; ///< Up to here every table gets rows.
constexpr int partitionsEach = 8;
constexpr int childrenEach = 10;

/// Collects tables with all they need, parents before children.
class Selector
{
public:
    explicit Selector(const SeedSchema &schema)
        : m_schema(schema)
    {
        for (const SeedForeignKey &key : schema.foreignKeys())
            m_children[key.referenced].append(key.table);
    }

    /// Adds what holds the table's rows and everything it refers to.
    void add(Oid table)
    {
        for (const Oid holder : rowHolders(m_schema, table)) {
            if (m_seen.contains(holder))
                continue;
            m_seen.insert(holder);
            for (const SeedForeignKey &key : m_schema.find(holder)->foreignKeys)
                add(key.referenced);
            m_order.append(holder);
        }
    }
    void addChildren(Oid table)
    {
        for (const Oid child : m_children.value(table).mid(0, childrenEach))
            add(child);
    }
    [[nodiscard]] bool has(Oid table) const { return m_seen.contains(table); }
    [[nodiscard]] const QVector<Oid> &order() const { return m_order; }

private:
    const SeedSchema &m_schema;
    QHash<Oid, QVector<Oid>> m_children;
    QSet<Oid> m_seen;
    QVector<Oid> m_order;
};

} // namespace

QVector<Oid> rowHolders(const SeedSchema &schema, Oid table)
{
    const SeedTable *found = schema.find(table);
    if (!found)
        return {};
    if (found->kind != QLatin1Char('p'))
        return { table };
    QVector<Oid> leaves;
    for (const SeedTable &part : schema.tables()) {
        if (part.partitionOf == table && leaves.size() < partitionsEach)
            leaves += rowHolders(schema, part.oid);
    }
    return leaves;
}

SeedSelection selectTables(const SeedSchema &schema, const QSet<QString> &touchedNames)
{
    Selector selector(schema);
    QVector<Oid> touched;
    QVector<Oid> others;
    int holders = 0;
    for (const SeedTable &table : schema.tables()) {
        const bool isTouched = touchedNames.contains(table.sqlName())
                               || touchedNames.contains(table.schema + QLatin1Char('.') + table.name);
        (isTouched ? touched : others).append(table.oid);
        holders += table.kind == QLatin1Char('p') ? 0 : 1;
    }
    for (const Oid table : std::as_const(touched))
        selector.add(table);
    SeedSelection selection;
    selection.touched = int(selector.order().size());
    for (const Oid table : std::as_const(touched))
        selector.addChildren(table);
    // Spread over the names, so that one schema or prefix does not make up the whole sample.
    const qsizetype wanted = schema.tables().size() <= smallSchema ? others.size() : sampleSize;
    const qsizetype stride = std::max<qsizetype>(1, others.size() / std::max<qsizetype>(1, wanted));
    for (qsizetype i = 0; i < others.size(); i += stride)
        selector.add(others[i]);
    selection.tables = selector.order();
    selection.others = int(selection.tables.size()) - selection.touched;
    selection.left = holders - int(selection.tables.size());
    return selection;
}

} // namespace lockstep::proof
