#include "occurrence.h"

#include <QSet>

#include <algorithm>

namespace lockstep::analysis {

namespace {

/// Finds the relations behind the targets of one occurrence's rules.
class TargetResolver
{
public:
    TargetResolver(const Occurrence &occurrence, const SchemaState &state, int major)
        : m_o(occurrence)
        , m_state(state)
        , m_major(major)
        , m_descendants(children())
    { }

    [[nodiscard]] Keys relations(Target target) const
    {
        switch (target) {
        case Target::None: return {};
        case Target::Own: return { m_o.own };
        case Target::Children: return m_descendants;
        case Target::Indexes: return indexesOf(Keys{ m_o.own } + m_descendants);
        case Target::OwnIndexes: return indexesOf({ m_o.own });
        case Target::StoredIndexes: return indexesOf(stored(Keys{ m_o.own } + m_descendants));
        case Target::PlannedIndexes: return plannedIndexes(Keys{ m_o.own } + m_descendants);
        case Target::TouchedIndexes: return touchedIndexes();
        case Target::RebuiltIndexes: return m_o.rebuilt;
        case Target::NewIndexes: return newIndexes();
        case Target::NamedIndex: return { m_o.index };
        case Target::RenamedIndex: return m_o.renamesIndex ? Keys{ m_o.index } : Keys();
        case Target::Referenced: return withDescendants(m_o.referenced);
        case Target::ReferencedIndexes: return plannedIndexes(withDescendants(m_o.referenced));
        case Target::Referencing: return withDescendants(m_state.referencing(m_o.own));
        case Target::ReferencingIndexes: return plannedIndexes(withDescendants(m_o.dependents));
        case Target::CheckedIndexes: return indexesOf(stored(withDescendants(m_o.checked)));
        case Target::Checked: return withDescendants(m_o.checked);
        case Target::Parent:
        case Target::NamedPartition: return m_o.others;
        case Target::PartitionChildren: return m_state.descendants(m_o.others.value(0));
        case Target::ParentIndexes:
        case Target::DetachedIndexes: return indexesOf(m_o.others);
        case Target::SourceIndexes: return plannedIndexes(sources());
        case Target::Ancestors: return ancestors();
        case Target::DefaultPartition: return defaultPartition();
        case Target::OwnedSequences: return ownedSequences();
        case Target::UsedSequences: return m_o.sequences;
        case Target::Sources: return sources();
        case Target::IndexTable: return indexTables();
        case Target::Dependents: return m_o.dependents;
        case Target::DependentIndexes: return indexesOf(m_o.dependents);
        case Target::StoredDependentIndexes: return indexesOf(stored(m_o.dependents));
        case Target::Unproved: return m_o.unproved;
        case Target::Cascaded: return m_o.cascaded;
        case Target::CascadedIndexes: return plannedIndexes(m_o.cascaded);
        case Target::Unindexed: return m_o.unindexed;
        }
        return {};
    }

    /// Those with rows of their own.
    [[nodiscard]] Keys stored(const Keys &keys) const
    {
        Keys result;
        for (const Key &key : keys) {
            const RelationState *relation = m_state.find(key);
            if (relation && !relation->isPartitioned && !relation->isForeign
                && relation->kind != RelationKind::View && relation->kind != RelationKind::Composite)
                result.append(key);
        }
        return result;
    }

private:
    /// ONLY spares the children the work; what they inherited of a dropped column or constraint
    /// becomes their own, which locks them all the same.
    [[nodiscard]] Keys children() const
    {
        if (!m_o.only)
            return m_state.descendants(m_o.own);
        const RelationState *own = m_state.find(m_o.own);
        const bool changesChildren =
            m_o.form == Form::DropColumn || m_o.form == Form::DropConstraint || m_o.form == Form::DropKey;
        return own && changesChildren ? own->children : Keys();
    }

    /// A view is only looked at when another is made of it; whatever runs its query reads what is below.
    [[nodiscard]] Keys sources() const
    {
        Keys result = m_o.others;
        static const QSet<Form> looksOnly = { Form::CreateView, Form::ReplaceView, Form::CreateTableLike,
                                              Form::Policy, Form::CreateTable };
        if (looksOnly.contains(m_o.form) || m_o.onlyParsed)
            return result;
        for (qsizetype i = 0; i < result.size(); ++i) {
            const RelationState *source = m_state.find(result.at(i));
            if (!source)
                continue;
            const bool isView = source->kind == RelationKind::View;
            const Keys below = isView ? source->sources : m_state.descendants(result.at(i));
            for (const Key &key : below) {
                if (!result.contains(key))
                    result.append(key);
            }
        }
        return result;
    }

    [[nodiscard]] Keys indexesOf(const Keys &tables) const
    {
        Keys result;
        for (const Key &table : tables) {
            if (const RelationState *state = m_state.find(table))
                result += state->indexes;
        }
        return result;
    }

    [[nodiscard]] Keys plannedIndexes(const Keys &tables) const
    {
        Keys result;
        for (const Key &table : tables) {
            const RelationState *state = m_state.find(table);
            if (state && (!state->isPartitioned || m_major >= 16))
                result += state->indexes;
        }
        return result;
    }

    [[nodiscard]] Keys touchedIndexes() const
    {
        Keys result = m_state.indexesUsing(m_o.own, m_o.column);
        if (m_o.only)
            return result;
        for (const Key &child : m_descendants)
            result += m_state.indexesUsing(child, m_o.column);
        return result;
    }

    [[nodiscard]] Keys newIndexes() const
    {
        Keys result;
        for (const NewIndex &made : m_o.newIndexes)
            result.append(made.index);
        return result;
    }

    [[nodiscard]] Keys withDescendants(const Keys &keys) const
    {
        Keys result = keys;
        for (const Key &key : keys)
            result += m_state.descendants(key);
        return result;
    }

    [[nodiscard]] Keys ancestors() const
    {
        Keys result;
        Key next = m_o.own;
        while (const RelationState *relation = m_state.find(next)) {
            if (relation->parent.second.isEmpty())
                break;
            next = relation->parent;
            result.append(next);
        }
        return result;
    }

    [[nodiscard]] Keys defaultPartition() const
    {
        const bool ownIsChild = m_o.form == Form::CreatePartition || m_o.form == Form::DropPartition;
        return { m_state.defaultPartition(ownIsChild ? m_o.others.value(0) : m_o.own) };
    }

    [[nodiscard]] Keys ownedSequences() const
    {
        Keys result;
        if (!m_o.ownSequences)
            return result;
        for (const Key &table : Keys{ m_o.own } + m_descendants) {
            const RelationState *own = m_state.find(table);
            for (qsizetype i = 0; own && i < own->sequences.size(); ++i) {
                if (m_o.column.isEmpty() || own->sequenceColumns.value(i) == m_o.column)
                    result.append(own->sequences.at(i));
            }
        }
        return result;
    }

    [[nodiscard]] Keys indexTables() const
    {
        Keys result;
        for (const Key &index : Keys{ m_o.own } + m_descendants + m_o.others) {
            if (const RelationState *state = m_state.find(index))
                result.append(state->table);
        }
        return result;
    }

    const Occurrence &m_o;
    const SchemaState &m_state;
    const int m_major;
    const Keys m_descendants;
};

void raise(std::vector<KeyLock> *locks, const Key &key, plan::LockMode mode)
{
    if (key.second.isEmpty())
        return;
    const auto it =
        std::find_if(locks->begin(), locks->end(), [&](const KeyLock &lock) { return lock.key == key; });
    if (it == locks->end())
        locks->push_back({ key, mode });
    else
        it->mode = std::max(it->mode, mode);
}

/// Work on an index is work on its table.
void addWork(std::vector<WorkOn> *result, const WorkOn &work)
{
    const bool known = std::any_of(result->begin(), result->end(), [&](const WorkOn &other) {
        return other.relation == work.relation && other.index == work.index && other.work == work.work;
    });
    if (!known)
        result->push_back(work);
}

} // namespace

std::vector<KeyLock> locksOf(const Occurrence &occurrence, const SchemaState &state, int serverVersion)
{
    std::vector<KeyLock> locks;
    const int major = serverVersion / 10000;
    const TargetResolver resolver(occurrence, state, major);
    for (const LockRule &rule : entry(occurrence.form).locks) {
        const bool isNamed = rule.target == Target::Own || rule.target == Target::Sources;
        if (rule.target == Target::None || major < rule.since || major > rule.until
            || (occurrence.onlyParsed && !isNamed))
            continue;
        for (const Key &key : resolver.relations(rule.target))
            raise(&locks, key, occurrence.mode.value_or(rule.mode));
    }
    return locks;
}

std::vector<WorkOn> effectsOf(const Occurrence &occurrence, const SchemaState &state)
{
    std::vector<WorkOn> result;
    if (occurrence.isIdle)
        return result;
    const TargetResolver resolver(occurrence, state, 0);
    for (const WorkRule &rule : entry(occurrence.form).works) {
        if (rule.target == Target::NewIndexes) {
            for (const NewIndex &made : occurrence.newIndexes)
                addWork(&result, { made.table, rule.work, made.index });
            continue;
        }
        for (const Key &key : resolver.stored(resolver.relations(rule.target))) {
            const RelationState *relation = state.find(key);
            if (relation->kind != RelationKind::Index)
                addWork(&result, { key, rule.work, {} });
            else if (!resolver.stored({ relation->table }).isEmpty())
                addWork(&result, { relation->table, rule.work, key });
        }
    }
    return result;
}

} // namespace lockstep::analysis
