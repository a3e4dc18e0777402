#include "catalog.h"

#include "fingerprint.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <bit>
#include <future>
#include <numeric>
#include <tuple>

namespace lockstep::schema {

namespace {

/// Places of texts among all their like, so that sorting compares numbers.
class Ranks
{
public:
    void collect(const QString &text)
    {
        if (!isLast(text))
            m_ranks.insert(text, 0);
        m_last = text;
    }
    void sort()
    {
        QStringList texts = m_ranks.keys();
        std::sort(texts.begin(), texts.end());
        for (qsizetype i = 0; i < texts.size(); ++i)
            m_ranks[texts[i]] = quint64(i);
        m_last.clear();
    }
    [[nodiscard]] quint64 of(const QString &text)
    {
        if (!isLast(text))
            m_lastRank = m_ranks.value(text);
        m_last = text;
        return m_lastRank;
    }

private:
    /// What belongs to one table comes together and shares the text.
    [[nodiscard]] bool isLast(const QString &text) const
    {
        return text.constData() == m_last.constData() && text.size() == m_last.size() && !text.isEmpty();
    }

    QHash<QString, quint64> m_ranks;
    QString m_last;
    quint64 m_lastRank = 0;
};

struct SortKey
{
    quint64 rank = 0; ///< Kinds, schema and name in one number.
    int index = 0;
};

std::vector<SortKey> sortKeys(const std::vector<Fact> &facts)
{
    Ranks schemas;
    Ranks names;
    for (const Fact &fact : facts) {
        schemas.collect(fact.id.schema);
        names.collect(fact.id.name);
    }
    schemas.sort();
    names.sort();
    std::vector<SortKey> keys(facts.size());
    for (size_t i = 0; i < facts.size(); ++i) {
        const ObjectId &id = facts[i].id;
        // 28 bits of names, 20 of schemas: more than PostgreSQL could bear.
        keys[i] = { quint64(id.kind) << 56 | quint64(id.on) << 48 | schemas.of(id.schema) << 28
                        | names.of(id.name),
                    int(i) };
    }
    return keys;
}

/// Puts facts[order[i]] in place i without a second copy of them all. Uses up `order`.
void permute(std::vector<Fact> &facts, std::vector<int> &order)
{
    for (int start = 0; start < int(order.size()); ++start) {
        if (order[size_t(start)] == start)
            continue;
        Fact first = std::move(facts[size_t(start)]);
        int hole = start;
        while (order[size_t(hole)] != start) {
            const int from = std::exchange(order[size_t(hole)], hole);
            facts[size_t(hole)] = std::move(facts[size_t(from)]);
            hole = from;
        }
        facts[size_t(hole)] = std::move(first);
        order[size_t(hole)] = hole;
    }
}

/// Where each fact of the given order ends up. Facts of equal ids collapse into the first.
std::vector<int> sortFacts(std::vector<Fact> &facts)
{
    std::vector<SortKey> keys = sortKeys(facts);
    std::sort(keys.begin(), keys.end(), [&facts](const SortKey &a, const SortKey &b) {
        if (a.rank != b.rank)
            return a.rank < b.rank;
        const ObjectId &x = facts[size_t(a.index)].id;
        const ObjectId &y = facts[size_t(b.index)].id;
        return std::tie(x.sub, x.signature, x.grantee, a.index)
               < std::tie(y.sub, y.signature, y.grantee, b.index);
    });
    std::vector<int> order(facts.size());
    std::vector<int> newIndex(facts.size());
    int last = -1;
    for (size_t i = 0; i < keys.size(); ++i) {
        order[i] = keys[i].index;
        const bool isNew = i == 0 || facts[size_t(order[i])].id != facts[size_t(order[i - 1])].id;
        last += isNew ? 1 : 0;
        newIndex[size_t(order[i])] = last;
    }
    permute(facts, order);
    facts.erase(
        std::unique(facts.begin(), facts.end(), [](const Fact &a, const Fact &b) { return a.id == b.id; }),
        facts.end());
    return newIndex;
}

/// A table of indexes by the hash of their ids, at most half full; -1 in free places.
std::vector<int> hashTable(const std::vector<Fact> &facts)
{
    std::vector<int> table(std::bit_ceil(facts.size() * 2 + 1), -1);
    for (size_t i = 0; i < facts.size(); ++i) {
        size_t slot = qHash(facts[i].id) & (table.size() - 1);
        while (table[slot] >= 0)
            slot = (slot + 1) & (table.size() - 1);
        table[slot] = int(i);
    }
    return table;
}

/// Edges between existing, different facts, sorted by `from`, each once.
void tidyEdges(std::vector<Dependency> &edges, const std::vector<int> &newIndex)
{
    const int count = int(newIndex.size());
    std::erase_if(edges, [count](const Dependency &edge) {
        return edge.from < 0 || edge.to < 0 || edge.from >= count || edge.to >= count;
    });
    for (Dependency &edge : edges)
        edge = { newIndex[size_t(edge.from)], newIndex[size_t(edge.to)] };
    std::erase_if(edges, [](const Dependency &edge) { return edge.from == edge.to; });
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
}

/// Compressed rows: the ends of row i are targets[offsets[i]] to targets[offsets[i + 1]].
template <typename From, typename To>
void buildRows(const std::vector<Dependency> &edges, size_t rows, From from, To to, std::vector<int> *offsets,
               std::vector<int> *targets)
{
    offsets->assign(rows + 1, 0);
    for (const Dependency &edge : edges)
        ++(*offsets)[size_t(from(edge)) + 1];
    std::partial_sum(offsets->begin(), offsets->end(), offsets->begin());
    targets->resize(edges.size());
    std::vector<int> next(offsets->begin(), offsets->end() - 1);
    for (const Dependency &edge : edges)
        (*targets)[size_t(next[size_t(from(edge))]++)] = to(edge);
}

std::span<const int> row(const std::vector<int> &offsets, const std::vector<int> &targets, int index)
{
    if (index < 0 || size_t(index) + 1 >= offsets.size())
        return {};
    const int begin = offsets[size_t(index)];
    return std::span<const int>(targets).subspan(size_t(begin), size_t(offsets[size_t(index) + 1] - begin));
}

} // namespace

Catalog::Catalog(int serverVersion, std::vector<Fact> facts, std::vector<Dependency> dependencies,
                 std::vector<Unmodelled> unmodelled)
    : m_serverVersion(serverVersion)
    , m_facts(std::move(facts))
    , m_unmodelled(std::move(unmodelled))
{
    const std::vector<int> newIndex = sortFacts(m_facts);
    constexpr size_t worthAThread = 5000;
    std::future<QByteArray> fingerprint =
        std::async(m_facts.size() < worthAThread ? std::launch::deferred : std::launch::async,
                   [this] { return fingerprintOf(m_facts); });
    m_slots = hashTable(m_facts);
    tidyEdges(dependencies, newIndex);
    const auto from = [](const Dependency &edge) { return edge.from; };
    const auto to = [](const Dependency &edge) { return edge.to; };
    buildRows(dependencies, m_facts.size(), from, to, &m_needsOffset, &m_needs);
    buildRows(dependencies, m_facts.size(), to, from, &m_neededByOffset, &m_neededBy);
    std::sort(m_unmodelled.begin(), m_unmodelled.end(), [](const Unmodelled &a, const Unmodelled &b) {
        return std::tie(a.kind, a.name) < std::tie(b.kind, b.name);
    });
    m_unmodelled.erase(std::unique(m_unmodelled.begin(), m_unmodelled.end()), m_unmodelled.end());
    m_fingerprint = fingerprint.get();
}

std::span<const Fact> Catalog::factsOf(Kind kind) const
{
    const auto begin = std::partition_point(m_facts.begin(), m_facts.end(),
                                            [kind](const Fact &fact) { return fact.id.kind < kind; });
    const auto end =
        std::partition_point(begin, m_facts.end(), [kind](const Fact &fact) { return fact.id.kind == kind; });
    return std::span(m_facts).subspan(size_t(begin - m_facts.begin()), size_t(end - begin));
}

int Catalog::indexOf(const ObjectId &id) const
{
    if (m_slots.empty())
        return -1;
    size_t slot = qHash(id) & (m_slots.size() - 1);
    for (; m_slots[slot] >= 0; slot = (slot + 1) & (m_slots.size() - 1)) {
        if (m_facts[size_t(m_slots[slot])].id == id)
            return m_slots[slot];
    }
    return -1;
}

const Fact *Catalog::find(const ObjectId &id) const
{
    const int index = indexOf(id);
    return index < 0 ? nullptr : &m_facts[size_t(index)];
}

std::span<const int> Catalog::needs(int index) const
{
    return row(m_needsOffset, m_needs, index);
}

std::span<const int> Catalog::neededBy(int index) const
{
    return row(m_neededByOffset, m_neededBy, index);
}

std::vector<int> Catalog::partsOf(const ObjectId &relation) const
{
    static constexpr std::array relationParts{ Kind::Column,  Kind::Default, Kind::Constraint,
                                               Kind::Trigger, Kind::Rule,    Kind::Policy };
    static constexpr std::array domainParts{ Kind::DomainConstraint };
    const std::span<const Kind> kinds = relation.kind == Kind::Domain ? std::span<const Kind>(domainParts)
                                                                      : std::span<const Kind>(relationParts);
    std::vector<int> parts;
    for (const Kind kind : kinds) {
        const ObjectId first = objectId(kind, relation.schema, relation.name);
        auto it = std::lower_bound(m_facts.begin(), m_facts.end(), first,
                                   [](const Fact &fact, const ObjectId &wanted) { return fact.id < wanted; });
        for (; it != m_facts.end() && it->id.kind == kind && it->id.schema == relation.schema
               && it->id.name == relation.name;
             ++it)
            parts.push_back(int(it - m_facts.begin()));
    }
    std::sort(parts.begin(), parts.end());
    return parts;
}

std::vector<const Fact *> Catalog::columnsOf(const ObjectId &relation) const
{
    std::vector<const Fact *> columns;
    for (const int index : partsOf(relation)) {
        const Fact &fact = m_facts[size_t(index)];
        if (fact.as<ColumnAttributes>())
            columns.push_back(&fact);
    }
    std::sort(columns.begin(), columns.end(), [](const Fact *a, const Fact *b) {
        return a->as<ColumnAttributes>()->position < b->as<ColumnAttributes>()->position;
    });
    return columns;
}

bool isLeftover(const Fact &fact, const Catalog &catalog)
{
    const auto *index = fact.as<IndexAttributes>();
    if (!index || index->valid)
        return false;
    const auto *table = catalog.attributes<TableAttributes>(index->table);
    return !table || table->partitionKey.isEmpty();
}

} // namespace lockstep::schema
