#include "occurrence.h"

#include <algorithm>

namespace lockstep::analysis {

namespace {

/// Finds the relations behind the targets of one occurrence's rules.
class TargetResolver
{
public:
    TargetResolver(const Occurrence &occurrence, const SchemaState &state)
        : m_o(occurrence)
        , m_state(state)
        , m_descendants(children())
    { }

    [[nodiscard]] Keys relations(Target target) const
    {
        switch (target) {
        case Target::None: return {};
        case Target::Own: return { m_o.own };
        case Target::Children: return m_descendants;
        case Target::Indexes: return indexes();
        case Target::TouchedIndexes: return touchedIndexes();
        case Target::NamedIndex: return { m_o.index };
        case Target::Referenced: return withDescendants(m_o.referenced);
        case Target::Referencing: return referencing();
        case Target::Parent:
        case Target::NamedPartition: return m_o.others;
        case Target::Sources: return sources();
        case Target::ParentIndexes: return parentIndexes();
        case Target::DefaultPartition: return defaultPartition();
        case Target::OwnedSequences: return ownedSequences();
        case Target::IndexTable: return indexTables();
        case Target::Dependents: return m_o.dependents;
        }
        return {};
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
        if (m_o.form == Form::CreateView || m_o.form == Form::ReplaceView)
            return result;
        for (qsizetype i = 0; i < result.size(); ++i) {
            const RelationState *source = m_state.find(result.at(i));
            if (!source || source->kind != RelationKind::View)
                continue;
            for (const Key &below : source->sources) {
                if (!result.contains(below))
                    result.append(below);
            }
        }
        return result;
    }

    [[nodiscard]] Keys indexes() const
    {
        const RelationState *own = m_state.find(m_o.own);
        if (!own)
            return {};
        if (!own->isPartitioned || m_o.form == Form::AttachPartition
            || m_o.form == Form::AttachPartitionChecked || m_o.form == Form::DropTable)
            return own->indexes;
        Keys result;
        for (const Key &child : m_descendants) {
            if (const RelationState *state = m_state.find(child))
                result += state->indexes;
        }
        return result;
    }

    [[nodiscard]] Keys touchedIndexes() const
    {
        Keys result = m_state.indexesUsing(m_o.own, m_o.column);
        for (const Key &child : m_descendants)
            result += m_state.indexesUsing(child, m_o.column);
        return result;
    }

    [[nodiscard]] Keys withDescendants(const Keys &keys) const
    {
        Keys result = keys;
        for (const Key &key : keys)
            result += m_state.descendants(key);
        return result;
    }

    [[nodiscard]] Keys referencing() const
    {
        const RelationState *own = m_state.find(m_o.own);
        return own ? own->referencing : Keys();
    }

    [[nodiscard]] Keys parentIndexes() const
    {
        Keys result;
        for (const Key &parent : m_o.others) {
            if (const RelationState *state = m_state.find(parent))
                result += state->indexes;
        }
        return result;
    }

    [[nodiscard]] Keys defaultPartition() const
    {
        const bool ownIsChild = m_o.form == Form::CreatePartition;
        return { m_state.defaultPartition(ownIsChild ? m_o.others.value(0) : m_o.own) };
    }

    [[nodiscard]] Keys ownedSequences() const
    {
        const RelationState *own = m_state.find(m_o.own);
        if (!own || !m_o.ownSequences)
            return {};
        if (m_o.column.isEmpty())
            return own->sequences;
        Keys result;
        for (qsizetype i = 0; i < own->sequences.size(); ++i) {
            if (own->sequenceColumns.value(i) == m_o.column)
                result.append(own->sequences.at(i));
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

} // namespace

std::vector<KeyLock> locksOf(const Occurrence &occurrence, const SchemaState &state, int serverVersion)
{
    std::vector<KeyLock> locks;
    const TargetResolver resolver(occurrence, state);
    const int major = serverVersion / 10000;
    for (const LockRule &rule : entry(occurrence.form).locks) {
        if (rule.target == Target::None || major < rule.since || major > rule.until)
            continue;
        for (const Key &key : resolver.relations(rule.target))
            raise(&locks, key, occurrence.mode.value_or(rule.mode));
    }
    return locks;
}

} // namespace lockstep::analysis
