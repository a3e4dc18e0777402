#include "ordering.h"

#include <algorithm>

namespace lockstep::plan::plain {

using namespace schema;

namespace {

bool isMadeAnewAround(const Fates &fates, const Fact &trigger, int index)
{
    return (trigger.id.kind == Kind::Trigger || trigger.id.kind == Kind::EventTrigger)
           && fates.current[size_t(index)] == Fate::Recreate;
}

} // namespace

/// A function that changes together with its trigger does so while that is away: neither meets the
/// other's old form.
void Ordering::orderTriggerFunctions()
{
    const Sides &sides = m_in.sides;
    for (int i = 0; i < sides.current.size(); ++i) {
        if (!isMadeAnewAround(m_in.fates, sides.current.fact(i), i))
            continue;
        for (int needed : sides.current.needs[size_t(i)]) {
            const int after = sides.targetOf[size_t(needed)];
            if (after < 0 || !sides.current.fact(needed).as<RoutineAttributes>())
                continue;
            for (int alter : m_nodes.alterOf[size_t(after)])
                prefer(m_nodes.dropOf[size_t(i)], alter);
        }
    }
}

/// Event triggers meet the statements of the plan itself: one that goes for good does so first, what comes
/// or changes does so last.
void Ordering::orderEventTriggers()
{
    const Sides &sides = m_in.sides;
    Indexes last;
    for (int i = 0; i < sides.target.size(); ++i) {
        if (sides.target.fact(i).id.kind != Kind::EventTrigger)
            continue;
        const auto add = [&](const Indexes &nodes) { last.insert(last.end(), nodes.begin(), nodes.end()); };
        if (m_nodes.createOf[size_t(i)] >= 0)
            last.push_back(m_nodes.createOf[size_t(i)]);
        add(m_nodes.alterOf[size_t(i)]);
        if (const int before = sides.currentOf[size_t(i)]; before >= 0 && m_nodes.dropOf[size_t(before)] >= 0)
            last.push_back(m_nodes.dropOf[size_t(before)]);
        for (int needed : sides.target.needs[size_t(i)]) {
            if (sides.target.fact(needed).as<RoutineAttributes>())
                add(m_nodes.alterOf[size_t(needed)]);
        }
    }
    putLast(last);
    for (int i = 0; i < sides.current.size(); ++i) {
        if (sides.current.fact(i).id.kind == Kind::EventTrigger && sides.targetOf[size_t(i)] < 0)
            putFirst(m_nodes.dropOf[size_t(i)]);
    }
}

/// Before everything that it does not wait for.
void Ordering::putFirst(int node)
{
    if (node < 0)
        return;
    std::vector<char> waits(m_needs.size(), 0);
    Indexes open{ node };
    while (!open.empty()) {
        const int at = open.back();
        open.pop_back();
        if (waits[size_t(at)])
            continue;
        waits[size_t(at)] = 1;
        open.insert(open.end(), m_needs[size_t(at)].begin(), m_needs[size_t(at)].end());
    }
    for (int other = 0; other < int(m_needs.size()); ++other) {
        if (!waits[size_t(other)])
            addEdge(node, other);
    }
}

/// After everything that does not wait for one of them.
void Ordering::putLast(const Indexes &nodes)
{
    if (nodes.empty())
        return;
    std::vector<Indexes> followers(m_needs.size());
    for (int node = 0; node < int(m_needs.size()); ++node) {
        for (int needed : m_needs[size_t(node)])
            followers[size_t(needed)].push_back(node);
    }
    std::vector<char> waits(m_needs.size(), 0);
    Indexes open = nodes;
    while (!open.empty()) {
        const int at = open.back();
        open.pop_back();
        if (waits[size_t(at)])
            continue;
        waits[size_t(at)] = 1;
        open.insert(open.end(), followers[size_t(at)].begin(), followers[size_t(at)].end());
    }
    for (int other = 0; other < int(m_needs.size()); ++other) {
        for (int node : waits[size_t(other)] ? Indexes() : nodes)
            addEdge(other, node);
    }
}

} // namespace lockstep::plan::plain
