#include "chosennames.h"
#include "statechanger.h"

#include <QSet>

#include <algorithm>

namespace lockstep::analysis {

void StateChanger::operator()(const sql::CreateTable &table)
{
    const Key key = m_state.resolve(table.relation);
    if (table.ifNotExists && m_state.find(key))
        return;
    create(key, RelationKind::Table).isPartitioned = table.isPartitioned;
    for (const sql::ColumnClause &column : table.columns)
        addColumn(key, column);
    for (const sql::ConstraintClause &constraint : table.constraints)
        addConstraint(key, constraint);
    QVector<sql::RelationName> parents = table.inherits;
    if (!table.partitionOf.name.isEmpty())
        parents.append(table.partitionOf);
    for (const sql::RelationName &parent : std::as_const(parents)) {
        m_state.touch(key).parent = m_state.resolve(parent);
        m_state.touch(key).isPartition = !table.partitionOf.name.isEmpty();
        m_state.touch(key).isDefaultPartition = table.isDefaultPartition;
        m_state.touch(m_state.resolve(parent)).children.append(key);
        takeOver(m_state.resolve(parent), key);
    }
}

/// Columns and CHECKs come with a parent; foreign keys and indexes with that of a partition.
void StateChanger::takeOver(const Key &parent, const Key &child)
{
    const RelationState *details = m_state.details(parent);
    if (!details)
        return;
    const QHash<QString, ColumnState> columns = details->columns;
    const QHash<QString, ConstraintState> constraints = details->constraints;
    RelationState &relation = m_state.touch(child);
    for (auto it = columns.cbegin(); it != columns.cend(); ++it) {
        if (!relation.columns.contains(it.key()))
            relation.columns.insert(it.key(), *it);
    }
    for (auto it = constraints.cbegin(); it != constraints.cend(); ++it) {
        const bool isCheck = it->type == schema::ConstraintType::Check;
        if (!isCheck && !(relation.isPartition && it->type == schema::ConstraintType::ForeignKey))
            continue;
        ConstraintState inherited = *it;
        inherited.inherited = true;
        relation.constraints.insert(it.key(), inherited);
    }
    if (relation.isPartition)
        takeOverIndexes(parent, child);
}

void StateChanger::takeOverIndexes(const Key &parent, const Key &child)
{
    const Keys indexes = m_state.find(parent) ? m_state.find(parent)->indexes : Keys();
    for (const Key &index : indexes) {
        const RelationState *known = m_state.find(index);
        if (!known)
            continue;
        RelationState copy = *known;
        const Key name(child.first, chosenIndexName(child, nameParts(copy.keyColumns), m_state));
        copy.table = child;
        copy.parent = index;
        copy.children.clear();
        copy.isNew = true;
        const Keys there = m_state.touch(child).indexes;
        const bool isThere = std::any_of(there.begin(), there.end(), [&](const Key &other) {
            const RelationState *state = m_state.find(other);
            return state && state->keyColumns == copy.keyColumns && state->isUnique == copy.isUnique;
        });
        if (isThere)
            continue;
        m_state.m_relations.insert(name, copy);
        m_state.m_new.append(name);
        m_state.m_relations[index].children.append(name);
        m_state.touch(child).indexes.append(name);
    }
}

void StateChanger::operator()(const sql::CreateTableAs &table)
{
    const Key key = m_state.resolve(table.relation);
    create(key, table.materialized ? RelationKind::MaterializedView : RelationKind::Table);
    for (const sql::RelationName &source : table.sources)
        m_state.touch(key).sources.append(m_state.resolve(source));
}

void StateChanger::operator()(const sql::CreateView &view)
{
    const Key key = m_state.resolve(view.relation);
    if (!m_state.find(key))
        create(key, RelationKind::View);
    Keys sources;
    for (const sql::RelationName &source : view.sources)
        sources.append(m_state.resolve(source));
    m_state.touch(key).sources = sources;
}

void StateChanger::operator()(const sql::CreateSequence &sequence)
{
    create(m_state.resolve(sequence.sequence), RelationKind::Sequence);
}

void StateChanger::operator()(const sql::CreateIndex &index)
{
    const Key table = m_state.resolve(index.relation);
    const QString name = index.name.isEmpty()
                             ? chosenIndexName(table, indexNameParts(index) + index.included, m_state)
                             : index.name;
    const Key key(table.first, name);
    if (index.ifNotExists && m_state.find(key))
        return;
    RelationState &state = create(key, RelationKind::Index);
    state.table = table;
    state.keyColumns = index.columns;
    state.isUnique = index.unique;
    state.usedColumns = index.columns + index.expressionColumns;
    if (index.hasPredicate)
        state.predicate = QStringLiteral("true"); // What it says is not asked for.
    m_state.touch(table).indexes.append(key);
}

void StateChanger::dropRelation(const Key &key)
{
    const RelationState gone = m_state.m_relations.take(key);
    m_state.m_byName[key.second].removeAll(key);
    if (gone.kind == RelationKind::Index && m_state.m_relations.contains(gone.table))
        m_state.m_relations[gone.table].indexes.removeAll(key);
    if (m_state.m_relations.contains(gone.parent))
        m_state.m_relations[gone.parent].children.removeAll(key);
}

void StateChanger::operator()(const sql::Drop &drop)
{
    switch (drop.kind) {
    case sql::ObjectKind::Table:
    case sql::ObjectKind::Index:
    case sql::ObjectKind::View:
    case sql::ObjectKind::MaterializedView:
    case sql::ObjectKind::Sequence:
    case sql::ObjectKind::ForeignTable:
        for (const sql::QualifiedName &name : drop.names)
            dropRelation(m_state.resolve(name.schema, name.name));
        return;
    case sql::ObjectKind::Type:
    case sql::ObjectKind::Domain:
    case sql::ObjectKind::Function:
    case sql::ObjectKind::Schema:
    case sql::ObjectKind::Extension:
    case sql::ObjectKind::Trigger:
    case sql::ObjectKind::Rule:
    case sql::ObjectKind::Policy:
    case sql::ObjectKind::Constraint:
    case sql::ObjectKind::DomainConstraint:
    case sql::ObjectKind::Column:
    case sql::ObjectKind::Attribute:
    case sql::ObjectKind::Collation:
    case sql::ObjectKind::Statistics:
    case sql::ObjectKind::Publication:
    case sql::ObjectKind::Subscription:
    case sql::ObjectKind::Role:
    case sql::ObjectKind::Database:
    case sql::ObjectKind::EventTrigger:
    case sql::ObjectKind::Other: return;
    }
}

void StateChanger::renameColumn(const Key &table, const QString &from, const QString &to)
{
    RelationState &relation = m_state.touch(table);
    relation.columns.insert(to, relation.columns.take(from));
    const Keys indexes = relation.indexes;
    for (const Key &index : indexes) {
        QStringList &columns = m_state.touch(index).keyColumns;
        std::replace(columns.begin(), columns.end(), from, to);
    }
}

void StateChanger::operator()(const sql::Rename &rename)
{
    const Key key = m_state.resolve(rename.relation);
    if (rename.relation.name.isEmpty() || !m_state.find(key))
        return;
    m_state.touch(key);
    if (rename.kind == sql::ObjectKind::Column) {
        const Keys children = m_state.descendants(key);
        for (const Key &table : Keys{ key } + children)
            renameColumn(table, rename.from, rename.to);
    } else if (rename.kind == sql::ObjectKind::Constraint) {
        RelationState &relation = m_state.touch(key);
        relation.constraints.insert(rename.to, relation.constraints.take(rename.from));
    } else if (rename.from.isEmpty()) {
        const Key renamed(key.first, rename.to);
        RelationState state = m_state.m_relations.take(key);
        if (!state.isNew && state.measuredAs.second.isEmpty())
            state.measuredAs = key;
        m_state.m_byName[key.second].removeAll(key);
        m_state.m_byName[rename.to].append(renamed);
        m_state.m_relations.insert(renamed, state);
        m_state.m_new.append(renamed);
        if (state.kind == RelationKind::Index) {
            Keys &indexes = m_state.touch(state.table).indexes;
            indexes.removeAll(key);
            indexes.append(renamed);
        }
    }
}

void StateChanger::operator()(const sql::CreateFunction &function)
{
    const QString schemaName =
        function.function.schema.isEmpty() ? QStringLiteral("public") : function.function.schema;
    schema::Volatility volatility = schema::Volatility::Volatile;
    if (function.volatility == QLatin1String("immutable"))
        volatility = schema::Volatility::Immutable;
    else if (function.volatility == QLatin1String("stable"))
        volatility = schema::Volatility::Stable;
    const QString name = schemaName + QLatin1Char('.') + function.function.name;
    m_state.m_functions[name] = volatility;
    if (function.replace)
        m_state.m_routines.remove(name);
    m_state.addRoutine(schemaName, function.function.name, function.definition);
}

void StateChanger::addPart(schema::Kind kind, const sql::RelationName &relation, const QString &name)
{
    const Key table = m_state.resolve(relation);
    m_state.m_newParts.insert(schema::subId(kind, table.first, table.second, name));
}

void StateChanger::operator()(const sql::CreateTrigger &trigger)
{
    addPart(schema::Kind::Trigger, trigger.relation, trigger.name);
}

void StateChanger::operator()(const sql::CreateRule &rule)
{
    addPart(schema::Kind::Rule, rule.relation, rule.name);
}

void StateChanger::operator()(const sql::CreatePolicy &policy)
{
    addPart(schema::Kind::Policy, policy.relation, policy.name);
}

void StateChanger::operator()(const sql::CreateType &type)
{
    if (type.isComposite)
        create(m_state.resolve(type.type.schema, type.type.name), RelationKind::Composite);
}

void StateChanger::operator()(const sql::Set &set)
{
    static const QSet<QString> withoutOffset = { QStringLiteral("UTC"),     QStringLiteral("GMT"),
                                                 QStringLiteral("ETC/UTC"), QStringLiteral("ETC/GMT"),
                                                 QStringLiteral("UCT"),     QStringLiteral("ZULU"),
                                                 QStringLiteral("0") };
    if (set.name.toLower() == QLatin1String("timezone"))
        m_state.m_isUtc = withoutOffset.contains(set.values.value(0).toUpper());
}

} // namespace lockstep::analysis
