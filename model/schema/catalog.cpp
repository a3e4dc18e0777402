#include "catalog.h"

#include "fingerprint.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace lockstep::schema {

namespace {

/// Where each fact of the given order ends up. Facts of equal ids collapse into the first.
std::vector<int> sortFacts(std::vector<Fact> &facts)
{
    std::vector<int> order(facts.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&facts](int a, int b) { return facts[size_t(a)].id < facts[size_t(b)].id; });
    std::vector<Fact> sorted;
    sorted.reserve(facts.size());
    std::vector<int> newIndex(facts.size());
    for (const int old : order) {
        Fact &fact = facts[size_t(old)];
        if (sorted.empty() || sorted.back().id != fact.id)
            sorted.push_back(std::move(fact));
        newIndex[size_t(old)] = int(sorted.size()) - 1;
    }
    facts = std::move(sorted);
    return newIndex;
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
    tidyEdges(dependencies, newIndex);
    const auto from = [](const Dependency &edge) { return edge.from; };
    const auto to = [](const Dependency &edge) { return edge.to; };
    buildRows(dependencies, m_facts.size(), from, to, &m_needsOffset, &m_needs);
    buildRows(dependencies, m_facts.size(), to, from, &m_neededByOffset, &m_neededBy);
    std::sort(m_unmodelled.begin(), m_unmodelled.end(), [](const Unmodelled &a, const Unmodelled &b) {
        return std::tie(a.kind, a.name) < std::tie(b.kind, b.name);
    });
    m_unmodelled.erase(std::unique(m_unmodelled.begin(), m_unmodelled.end()), m_unmodelled.end());
    m_fingerprint = fingerprintOf(m_facts);
}

int Catalog::indexOf(const ObjectId &id) const
{
    const auto it =
        std::lower_bound(m_facts.begin(), m_facts.end(), id,
                         [](const Fact &fact, const ObjectId &wanted) { return fact.id < wanted; });
    return it != m_facts.end() && it->id == id ? int(it - m_facts.begin()) : -1;
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

} // namespace lockstep::schema
