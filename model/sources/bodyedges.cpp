#include "catalogparts.h"

#include <model/schema/bodynames.h>
#include <model/schema/kindtraits.h>

#include <QSet>

#include <algorithm>
#include <numeric>

namespace lockstep::sources {

using namespace schema;

namespace {

/// Adds edges one by one, leaving out each that would close a circle.
class WeakEdges
{
public:
    explicit WeakEdges(CatalogBuilder &builder)
        : m_builder(builder)
        , m_begins(builder.facts().size() + 1)
        , m_needs(builder.edges().size())
    {
        // One list for all facts: a hundred thousand small ones would cost more than the search.
        for (const Dependency &edge : builder.edges())
            ++m_begins[size_t(edge.from)];
        std::partial_sum(m_begins.begin(), m_begins.end(), m_begins.begin());
        for (const Dependency &edge : builder.edges())
            m_needs[size_t(--m_begins[size_t(edge.from)])] = edge.to; // Now it is where they begin.
    }

    void add(int from, int to)
    {
        if (from == to || reaches(to, from))
            return;
        m_added[from].push_back(to);
        m_builder.addEdge(from, to);
    }

private:
    bool reaches(int start, int wanted) const
    {
        QSet<int> seen{ start };
        std::vector<int> open{ start };
        const auto visit = [&](int index) {
            if (!seen.contains(index)) {
                seen.insert(index);
                open.push_back(index);
            }
        };
        while (!open.empty() && !seen.contains(wanted)) {
            const int index = open.back();
            open.pop_back();
            for (int i = m_begins[size_t(index)]; i < m_begins[size_t(index) + 1]; ++i)
                visit(m_needs[size_t(i)]);
            for (const int next : m_added.value(index))
                visit(next);
        }
        return seen.contains(wanted);
    }

    CatalogBuilder &m_builder;
    std::vector<int> m_begins; ///< Where the needs of each fact begin, and after the last where they end.
    std::vector<int> m_needs;
    QHash<int, std::vector<int>> m_added;
};

/// Whose schema an unqualified name most likely means: the routine's own, else public's.
bool isMeant(const ObjectId &candidate, const QString &schema, const ObjectId &routine)
{
    if (!schema.isEmpty())
        return candidate.schema == schema;
    return candidate.schema == routine.schema || candidate.schema == QLatin1String("public");
}

bool holdsExpression(Kind kind)
{
    switch (kind) {
    case Kind::Default:
    case Kind::Constraint:
    case Kind::DomainConstraint:
    case Kind::Index:
    case Kind::View:
    case Kind::MaterializedView:
    case Kind::Trigger:
    case Kind::Rule:
    case Kind::Policy:
    case Kind::Function:
    case Kind::Procedure: return true;
    default: return false;
    }
}

} // namespace

void addCastEdges(CatalogBuilder &builder)
{
    QHash<int, std::vector<int>> castsOf; // By what the cast needs: its function, its types.
    for (const Dependency &edge : builder.edges()) {
        if (builder.fact(edge.from).id.kind == Kind::Cast)
            castsOf[edge.to].push_back(edge.from);
    }
    if (castsOf.isEmpty())
        return;
    std::vector<Dependency> found;
    for (const Dependency &edge : builder.edges()) {
        const auto casts = castsOf.constFind(edge.to);
        if (casts == castsOf.constEnd() || !holdsExpression(builder.fact(edge.from).id.kind))
            continue;
        for (const int cast : *casts)
            found.push_back({ edge.from, cast });
    }
    std::sort(found.begin(), found.end());
    WeakEdges edges(builder);
    for (const Dependency &edge : found)
        edges.add(edge.from, edge.to);
}

void addBodyEdges(CatalogBuilder &builder)
{
    std::vector<int> routines;
    for (size_t i = 0; i < builder.facts().size(); ++i) {
        const auto *routine = builder.facts()[i].as<RoutineAttributes>();
        if (routine && routine->language == QLatin1String("sql") && !routine->body.isEmpty())
            routines.push_back(int(i));
    }
    if (routines.empty())
        return;
    QMultiHash<QString, int> byName;
    for (size_t i = 0; i < builder.facts().size(); ++i) {
        if (has(builder.facts()[i].id.kind, KindTrait::NamedInBodies))
            byName.insert(builder.facts()[i].id.name, int(i));
    }
    WeakEdges edges(builder);
    for (const int routine : routines) {
        std::vector<int> named;
        for (const auto &[schema, name] : namesInBody(builder.fact(routine).as<RoutineAttributes>()->body)) {
            const auto [first, last] = byName.equal_range(name);
            for (auto it = first; it != last; ++it) {
                if (isMeant(builder.fact(*it).id, schema, builder.fact(routine).id))
                    named.push_back(*it);
            }
        }
        std::sort(named.begin(), named.end()); // Hash order must not decide which edge is left out.
        for (const int target : named)
            edges.add(routine, target);
    }
}

} // namespace lockstep::sources
