#include "schemastate.h"

#include <model/sql/parser.h>

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

namespace lockstep::analysis {

using schema::Kind;

Key keyOf(const schema::ObjectId &id)
{
    return { id.schema, id.name };
}

bool hasComparison(const QString &expression)
{
    static const QRegularExpression comparison(QStringLiteral("[<>=]|\\bIN\\b|\\bBETWEEN\\b"),
                                               QRegularExpression::CaseInsensitiveOption);
    return expression.contains(comparison);
}

QString display(const Key &key)
{
    return key.first.isEmpty() ? schema::quoteIdent(key.second) : schema::qualified(key.first, key.second);
}

SchemaState::SchemaState(schema::CatalogPtr current)
    : m_catalog(current ? std::move(current) : std::make_shared<const schema::Catalog>())
{
    m_relations.reserve(qsizetype(m_catalog->factsOf(Kind::Table).size() * 2
                                  + m_catalog->factsOf(Kind::Index).size()
                                  + m_catalog->factsOf(Kind::View).size()));
    for (const schema::Fact &fact : m_catalog->facts())
        addFact(fact);
    addViewSources();
    m_byName.reserve(m_relations.size());
    for (auto it = m_relations.cbegin(); it != m_relations.cend(); ++it)
        m_byName[it.key().second].append(it.key());
}

void SchemaState::addTableFact(const Key &key, const schema::TableAttributes &table)
{
    Keys parents;
    if (table.partitionOf)
        parents.append(keyOf(*table.partitionOf));
    for (const schema::ObjectId &parent : table.inherits)
        parents.append(keyOf(parent));
    for (const Key &parent : std::as_const(parents))
        m_relations[parent].children.append(key);
    RelationState &state = m_relations[key];
    state.isFromCatalog = true;
    state.isPartitioned = !table.partitionKey.isEmpty();
    state.isPartition = table.partitionOf.has_value();
    state.isDefaultPartition = table.partitionBound == QLatin1String("DEFAULT");
    state.isUnlogged = table.persistence == schema::Persistence::Unlogged;
    state.isForeign = !table.foreignServer.isEmpty();
    state.tablespace = table.tablespace;
    state.accessMethod = table.accessMethod;
    state.parent = parents.value(0);
    state.parents = parents;
}

void SchemaState::addIndexFact(const Key &key, const schema::IndexAttributes &index)
{
    const Key table = keyOf(index.table);
    const Key parent = index.partitionOf ? keyOf(*index.partitionOf) : Key();
    m_relations[table].indexes.append(key);
    if (index.partitionOf)
        m_relations[parent].children.append(key);
    RelationState &state = m_relations[key];
    state.kind = RelationKind::Index;
    state.table = table;
    state.parent = parent;
    state.isUnique = index.unique;
    state.keyColumns = index.columns;
    state.predicate = index.predicate;
    state.tablespace = index.tablespace;
    state.accessMethod = index.method;
}

void SchemaState::addFact(const schema::Fact &fact)
{
    const Key key = keyOf(fact.id);
    if (const auto *table = fact.as<schema::TableAttributes>()) {
        addTableFact(key, *table);
        m_relations[key].owner = fact.owner;
    } else if (const auto *index = fact.as<schema::IndexAttributes>()) {
        addIndexFact(key, *index);
    } else if (const auto *constraint = fact.as<schema::ConstraintAttributes>()) {
        addConstraintFact(fact.id, *constraint);
    } else if (const auto *sequence = fact.as<schema::SequenceAttributes>()) {
        RelationState &state = m_relations[key];
        state.kind = RelationKind::Sequence;
        state.owner = fact.owner;
        state.isUnlogged = sequence->persistence == schema::Persistence::Unlogged;
        if (sequence->ownedBy) {
            m_relations[keyOf(*sequence->ownedBy)].sequences.append(key);
            m_relations[keyOf(*sequence->ownedBy)].sequenceColumns.append(sequence->ownedBy->sub);
        }
    } else if (const auto *column = fact.as<schema::ColumnAttributes>()) {
        if (column->identity != schema::Identity::None && !column->identitySequenceName.isEmpty()) {
            const Key identity(key.first, column->identitySequenceName.section(QLatin1Char('.'), -1));
            m_relations[identity].kind = RelationKind::Sequence;
            m_relations[key].sequences.append(identity);
            m_relations[key].sequenceColumns.append(fact.id.sub);
        }
    } else if (const auto *routine = fact.as<schema::RoutineAttributes>()) {
        schema::Volatility &known = m_functions[fact.id.schema + QLatin1Char('.') + fact.id.name];
        known = std::max(known, routine->volatility);
        addRoutine(fact.id.schema, fact.id.name, routine->definition);
        m_functions[fact.id.name] = std::max(m_functions.value(fact.id.name), routine->volatility);
    } else if (fact.id.kind == Kind::View || fact.id.kind == Kind::MaterializedView) {
        RelationState &state = m_relations[key];
        state.kind = fact.id.kind == Kind::View ? RelationKind::View : RelationKind::MaterializedView;
        state.owner = fact.owner;
        if (const auto *view = fact.as<schema::MaterializedViewAttributes>())
            state.tablespace = view->tablespace;
    } else if (fact.id.kind == Kind::CompositeType) {
        m_relations[key].kind = RelationKind::Composite;
        m_relations[key].owner = fact.owner;
    }
}

void SchemaState::addConstraintFact(const schema::ObjectId &id,
                                    const schema::ConstraintAttributes &attributes)
{
    const Key table = keyOf(id);
    if (attributes.referencedTable) {
        Keys &referencing = m_relations[keyOf(*attributes.referencedTable)].referencing;
        // Facts are sorted: the keys of one table come one after the other.
        if (referencing.isEmpty() || referencing.last() != table)
            referencing.append(table);
    }
    if (attributes.indexName.isEmpty())
        return;
    const Key index(table.first, attributes.indexName);
    Keys &indexes = m_relations[table].indexes;
    if (!indexes.contains(index))
        indexes.append(index);
    RelationState &state = m_relations[index];
    state.kind = RelationKind::Index;
    state.table = table;
    state.isUnique = attributes.type != schema::ConstraintType::Exclude;
    state.isConstraint = true;
    state.keyColumns = attributes.columns;
    state.usedColumns = attributes.columns + attributes.includedColumns;
}

void SchemaState::addViewSources()
{
    const std::vector<schema::Fact> &facts = m_catalog->facts();
    for (int i = 0; i < int(facts.size()); ++i) {
        const Kind kind = facts[size_t(i)].id.kind;
        if (kind != Kind::View && kind != Kind::MaterializedView)
            continue;
        RelationState &view = m_relations[keyOf(facts[size_t(i)].id)];
        for (const int needed : m_catalog->needs(i)) {
            const Key source = keyOf(facts[size_t(needed)].id);
            if (source != keyOf(facts[size_t(i)].id) && m_relations.contains(source)
                && !view.sources.contains(source))
                view.sources.append(source);
        }
    }
}

namespace {

RowAction rowAction(const QString &definition, QLatin1String clause)
{
    const qsizetype at = definition.indexOf(clause);
    const QStringView action = at < 0 ? QStringView() : QStringView(definition).mid(at + clause.size());
    if (action.startsWith(QLatin1String("CASCADE")))
        return clause == QLatin1String("ON DELETE ") ? RowAction::Delete : RowAction::Update;
    return action.startsWith(QLatin1String("SET ")) ? RowAction::Update : RowAction::None;
}

} // namespace

Key SchemaState::resolve(const sql::RelationName &name) const
{
    return resolve(name.schema, name.name);
}

Key SchemaState::resolve(const QString &schema, const QString &name) const
{
    if (!schema.isEmpty()) {
        const Key stated(schema, name);
        const bool asWritten = !m_searchPath.isEmpty() && m_searchPath.first().isEmpty();
        if (!asWritten || schema != QLatin1String("public"))
            return stated;
        // Then public.t is the t that the script has made.
        const Keys known = m_byName.value(name);
        const Key bare(QString(), name);
        return known.contains(bare) && !known.contains(stated) ? bare : stated;
    }
    const Key first(m_searchPath.value(0), name);
    const auto it = m_byName.constFind(name);
    if (it == m_byName.constEnd())
        return first;
    for (const QString &candidate : m_searchPath) {
        if (it->contains(Key(candidate, name)))
            return { candidate, name };
    }
    // A script that says where it looks means nothing else.
    const bool isStated =
        m_searchPath.size() > 1 || (!first.first.isEmpty() && first.first != QLatin1String("public"));
    return it->size() == 1 && !isStated ? it->first() : first;
}

void SchemaState::settle()
{
    for (const Key &key : std::exchange(m_new, {}))
        settle(key);
}

void SchemaState::settle(const Key &key)
{
    const auto relation = m_relations.find(key);
    if (relation == m_relations.end() || (!relation->isNew && !relation->detailed))
        return;
    relation->isNew = false;
    // It is in no catalog, so there is nothing to read later.
    relation->detailed = true;
    for (ColumnState &column : relation->columns)
        column.isNew = false;
    const Keys indexes = relation->indexes;
    for (const Key &index : indexes) {
        if (isNew(index))
            settle(index);
    }
}

const RelationState *SchemaState::find(const Key &key) const
{
    const auto it = m_relations.constFind(key);
    return it == m_relations.constEnd() ? nullptr : &*it;
}

const RelationState *SchemaState::details(const Key &key) const
{
    return m_relations.contains(key) ? &load(key) : nullptr;
}

RelationState &SchemaState::touch(const Key &key)
{
    // A relation that no catalog knows is one from now on.
    if (!m_relations.contains(key))
        m_byName[key.second].append(key);
    return load(key);
}

RelationState &SchemaState::load(const Key &key) const
{
    RelationState &state = m_relations[key];
    if (state.detailed || state.isNew)
        return state;
    state.detailed = true;
    const schema::ObjectId table = schema::objectId(Kind::Table, key.first, key.second);
    if (m_catalog->indexOf(table) < 0)
        return state;
    const std::vector<int> parts = m_catalog->partsOf(table);
    for (const int part : parts) {
        const schema::Fact &fact = m_catalog->facts()[size_t(part)];
        if (const auto *column = fact.as<schema::ColumnAttributes>()) {
            state.columns.insert(fact.id.sub, { column->position, column->type, column->collation,
                                                column->notNull && column->notNullValidated,
                                                column->identity != schema::Identity::None,
                                                column->generated == schema::Generated::Virtual,
                                                column->identity != schema::Identity::None
                                                    || column->generated != schema::Generated::None });
        } else if (const auto *constraint = fact.as<schema::ConstraintAttributes>()) {
            ConstraintState &known = state.constraints[fact.id.sub];
            known.type = constraint->type;
            known.columns = constraint->columns;
            known.validated = constraint->validated;
            known.inherited = constraint->inherited;
            known.referencedColumns = constraint->referencedColumns;
            if (constraint->referencedTable) {
                known.referenced = keyOf(*constraint->referencedTable);
                known.onDelete = rowAction(constraint->definition, QLatin1String("ON DELETE "));
                known.onUpdate = rowAction(constraint->definition, QLatin1String("ON UPDATE "));
            }
            if (!constraint->indexName.isEmpty())
                known.index = Key(key.first, constraint->indexName);
            known.compares = hasComparison(constraint->expression);
            if (constraint->expression.contains(QLatin1String("NOT NULL"), Qt::CaseInsensitive)) {
                const auto expression = sql::parseExpression(constraint->expression);
                if (expression.has_value())
                    known.provesNotNull = expression->notNullColumns;
            }
        }
    }
    for (const int part : parts) {
        const schema::ObjectId &id = m_catalog->facts()[size_t(part)].id;
        if (id.kind == Kind::Default && state.columns.contains(id.sub))
            state.columns[id.sub].hasDefault = true;
    }
    return state;
}

const ConstraintState *SchemaState::constraint(const Key &table, const QString &name) const
{
    const RelationState *relation = details(table);
    if (!relation)
        return nullptr;
    const auto it = relation->constraints.constFind(name);
    return it == relation->constraints.constEnd() ? nullptr : &*it;
}

const ColumnState *SchemaState::column(const Key &table, const QString &name) const
{
    const RelationState *relation = details(table);
    if (!relation)
        return nullptr;
    const auto it = relation->columns.constFind(name);
    return it == relation->columns.constEnd() ? nullptr : &*it;
}

bool SchemaState::isNew(const Key &key) const
{
    const RelationState *relation = find(key);
    return relation && relation->isNew;
}

} // namespace lockstep::analysis
