#include "ordering.h"

namespace lockstep::plan::plain {

using namespace schema;

/// Who leaves a column out gets its new default before NULL is forbidden.
void Ordering::orderNotNulls()
{
    const Side &target = m_in.sides.target;
    for (int i = 0; i < target.size(); ++i) {
        const ObjectId &id = target.fact(i).id;
        const bool changes = m_nodes.createOf[size_t(i)] >= 0 || !m_nodes.alterOf[size_t(i)].empty();
        const int column = id.kind == Kind::Default && changes
                               ? target.indexOf(subId(Kind::Column, id.schema, id.name, id.sub))
                               : -1;
        for (int alter : column < 0 ? Indexes() : altersOf(column)) {
            if (!m_nodes.nodes[size_t(alter)].forbidsNull)
                continue;
            prefer(m_nodes.createOf[size_t(i)], alter);
            for (int setting : m_nodes.alterOf[size_t(i)])
                prefer(setting, alter);
        }
    }
}

/// A column that stops being generated does so before what it was made of changes or goes.
void Ordering::orderGenerated()
{
    const Sides &sides = m_in.sides;
    for (int i = 0; i < sides.current.size(); ++i) {
        const auto *value = sides.current.fact(i).as<DefaultAttributes>();
        const ObjectId &id = sides.current.fact(i).id;
        const int column = value && value->isGenerated
                               ? sides.target.indexOf(subId(Kind::Column, id.schema, id.name, id.sub))
                               : -1;
        for (int stop : column < 0 ? Indexes() : m_nodes.alterOf[size_t(column)]) {
            if (!m_nodes.nodes[size_t(stop)].stopsGenerating)
                continue;
            for (int needed : sides.current.needs[size_t(i)]) {
                const int after = sides.targetOf[size_t(needed)];
                addEdge(stop, m_nodes.dropOf[size_t(needed)]);
                const bool isBase =
                    after >= 0 && after != column && sides.current.fact(needed).id.kind == Kind::Column;
                for (int alter : isBase ? altersOf(after) : Indexes())
                    addEdge(stop, alter);
            }
        }
    }
}

} // namespace lockstep::plan::plain
