#include "schemastate.h"

#include <QSet>

namespace lockstep::analysis {

using schema::Kind;

namespace {

/// Follows who needs whom from a dropped object, and names the relations that the drops on the way lock.
class DropWalk
{
public:
    DropWalk(const SchemaState &state, Keys *found)
        : m_state(state)
        , m_catalog(*state.catalog())
        , m_found(found)
    { }

    void run(int start)
    {
        m_seen.insert(start);
        QVector<int> open{ start };
        while (!open.isEmpty()) {
            const int next = open.takeLast();
            const schema::ObjectId id = m_catalog.facts()[size_t(next)].id;
            if (id.kind == Kind::Schema)
                openMembers(id.name, &open);
            for (const int dependent : m_catalog.neededBy(next))
                follow(dependent, &open);
        }
    }

private:
    void openMembers(const QString &schemaName, QVector<int> *open)
    {
        for (int i = 0; i < int(m_catalog.facts().size()); ++i) {
            if (m_catalog.facts()[size_t(i)].id.schema == schemaName)
                follow(i, open);
        }
    }

    void follow(int dependent, QVector<int> *open)
    {
        const schema::Fact &fact = m_catalog.facts()[size_t(dependent)];
        if (m_seen.contains(dependent) || isTargeting(fact.id.kind))
            return;
        m_seen.insert(dependent);
        open->append(dependent);
        const Key relation = keyOf(fact.id);
        if (m_state.find(relation))
            add(relation);
        if (fact.id.kind == Kind::Table || fact.id.kind == Kind::MaterializedView)
            addTable(relation);
        else if (fact.id.kind == Kind::Column)
            addColumn(relation, fact.id.sub);
        else if (fact.id.kind == Kind::Constraint)
            addConstraint(relation, fact.id.sub);
        else if (fact.id.kind == Kind::Index)
            addIndex(relation);
        else if (fact.id.kind == Kind::Trigger && m_state.find(relation)
                 && m_state.find(relation)->isPartitioned)
            add(m_state.descendants(relation)); // Partitions have it, too.
    }

    void add(const Key &key)
    {
        if (!key.second.isEmpty() && !m_found->contains(key))
            m_found->append(key);
    }
    void add(const Keys &keys)
    {
        for (const Key &key : keys)
            add(key);
    }

    void addTable(const Key &table)
    {
        const RelationState *state = m_state.details(table);
        if (!state)
            return;
        add(state->indexes);
        add(state->sequences);
        add(state->isPartition ? Keys{ state->parent } : Keys());
        for (const ConstraintState &constraint : state->constraints)
            add(constraint.referenced);
    }

    void addColumn(const Key &table, const QString &column)
    {
        add(m_state.indexesUsing(table, column));
        const RelationState *state = m_state.details(table);
        if (!state)
            return;
        for (qsizetype i = 0; i < state->sequences.size(); ++i) {
            if (state->sequenceColumns.value(i) == column)
                add(state->sequences.at(i));
        }
        for (const ConstraintState &constraint : state->constraints) {
            if (constraint.columns.contains(column))
                add(constraint.referenced);
        }
    }

    void addConstraint(const Key &table, const QString &name)
    {
        if (const ConstraintState *constraint = m_state.constraint(table, name)) {
            add(constraint->index);
            add(constraint->referenced);
        }
    }

    void addIndex(const Key &index)
    {
        if (const RelationState *state = m_state.find(index))
            add(state->table);
    }

    const SchemaState &m_state;
    const schema::Catalog &m_catalog;
    Keys *m_found;
    QSet<int> m_seen;
};

} // namespace

Keys SchemaState::dependents(const schema::ObjectId &object) const
{
    Keys result;
    const int start = m_catalog->indexOf(object);
    if (start >= 0)
        DropWalk(*this, &result).run(start);
    result.removeAll(keyOf(object));
    return result;
}

Keys SchemaState::viewsReading(const Key &table, const QString &column) const
{
    Keys views;
    const int start = m_catalog->indexOf(schema::subId(Kind::Column, table.first, table.second, column));
    if (start < 0)
        return views;
    for (const int reader : m_catalog->neededBy(start)) {
        const schema::ObjectId &id = m_catalog->facts()[size_t(reader)].id;
        const bool isView = id.kind == Kind::View || id.kind == Kind::MaterializedView;
        if (isView && find(keyOf(id)) && !isNew(keyOf(id)))
            views.append(keyOf(id));
    }
    return views;
}

} // namespace lockstep::analysis
