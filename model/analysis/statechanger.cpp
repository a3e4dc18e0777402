#include "statechanger.h"

#include <model/base/result.h>

#include <algorithm>

namespace lockstep::analysis {

void SchemaState::apply(const sql::Statement &statement)
{
    StateChanger changer(*this);
    std::visit(changer, statement.detail);
}

namespace {

schema::ConstraintType constraintType(sql::ConstraintKind kind)
{
    switch (kind) {
    case sql::ConstraintKind::NotNull: return schema::ConstraintType::NotNull;
    case sql::ConstraintKind::PrimaryKey: return schema::ConstraintType::PrimaryKey;
    case sql::ConstraintKind::Unique: return schema::ConstraintType::Unique;
    case sql::ConstraintKind::ForeignKey: return schema::ConstraintType::ForeignKey;
    case sql::ConstraintKind::Exclude: return schema::ConstraintType::Exclude;
    case sql::ConstraintKind::Check:
    case sql::ConstraintKind::Other: break;
    }
    return schema::ConstraintType::Check;
}

/// What the server calls a constraint or index that the statement did not name; near enough to
/// find it again within a plan.
QString chosenName(const Key &table, const QStringList &columns, sql::ConstraintKind kind)
{
    if (kind == sql::ConstraintKind::PrimaryKey)
        return table.second + QLatin1String("_pkey");
    const QString suffix = kind == sql::ConstraintKind::ForeignKey ? QStringLiteral("_fkey")
                           : kind == sql::ConstraintKind::Unique   ? QStringLiteral("_key")
                           : kind == sql::ConstraintKind::NotNull  ? QStringLiteral("_not_null")
                                                                   : QStringLiteral("_check");
    return table.second + QLatin1Char('_') + columns.join(QLatin1Char('_')) + suffix;
}

/// What is done to the columns and checks of a parent is done to those of its partitions and children.
bool goesToChildren(const sql::SubcommandDetail &detail)
{
    return std::visit(base::Overloaded{
                          [](const sql::AddColumn &) { return true; },
                          [](const sql::DropColumn &) { return true; },
                          [](const sql::SetNotNull &) { return true; },
                          [](const sql::DropNotNull &) { return true; },
                          [](const sql::AlterType &) { return true; },
                          [](const sql::ValidateConstraint &) { return true; },
                          [](const sql::AddConstraint &c) {
                              return c.constraint.kind == sql::ConstraintKind::Check
                                     || c.constraint.kind == sql::ConstraintKind::NotNull;
                          },
                          [](const auto &) { return false; },
                      },
                      detail);
}

} // namespace

RelationState &StateChanger::create(const Key &key, RelationKind kind)
{
    if (!m_state.m_byName[key.second].contains(key))
        m_state.m_byName[key.second].append(key);
    RelationState &relation = m_state.m_relations[key];
    relation = RelationState();
    relation.kind = kind;
    relation.isNew = true;
    m_state.m_new.append(key);
    return relation;
}

void StateChanger::operator()(const sql::AlterTable &alter)
{
    const Key table = m_state.resolve(alter.relation);
    for (const sql::Subcommand &command : alter.commands) {
        change(table, command.detail);
        if (alter.relation.only || !goesToChildren(command.detail))
            continue;
        for (const Key &child : m_state.descendants(table))
            change(child, command.detail);
    }
}

void StateChanger::change(const Key &table, const sql::SubcommandDetail &detail)
{
    std::visit(
        base::Overloaded{
            [&](const sql::AddColumn &c) { addColumn(table, c.column); },
            [&](const sql::DropColumn &c) { dropColumn(table, c.column); },
            [&](const sql::SetNotNull &c) { m_state.touch(table).columns[c.column].notNull = true; },
            [&](const sql::DropNotNull &c) { m_state.touch(table).columns[c.column].notNull = false; },
            [&](const sql::AlterType &c) { m_state.touch(table).columns[c.column].type = c.type.text; },
            [&](const sql::AddConstraint &c) { addConstraint(table, c.constraint); },
            [&](const sql::ValidateConstraint &c) { validate(table, c.name); },
            [&](const sql::DropConstraint &c) { dropConstraint(table, c.name); },
            [&](const sql::AttachPartition &c) {
                const Key child = m_state.resolve(c.partition);
                m_state.touch(child).parent = table;
                m_state.touch(child).isDefaultPartition = c.isDefault;
                m_state.touch(table).children.append(child);
            },
            [&](const sql::DetachPartition &c) {
                const Key child = m_state.resolve(c.partition);
                m_state.touch(child).parent = {};
                m_state.touch(table).children.removeAll(child);
            },
            [](const auto &) {} },
        detail);
}

void StateChanger::addColumn(const Key &table, const sql::ColumnClause &column)
{
    ColumnState &state = m_state.touch(table).columns[column.name];
    state.type = column.type.text;
    state.isNew = true;
    m_state.m_new.append(table);
    state.notNull = column.notNull;
    state.isIdentity = column.generated == sql::GeneratedKind::Identity;
    for (const sql::ConstraintClause &clause : column.constraints)
        addConstraint(table, clause);
}

void StateChanger::addConstraint(const Key &table, const sql::ConstraintClause &clause)
{
    const QString name = clause.name.isEmpty() ? chosenName(table, clause.columns, clause.kind) : clause.name;
    ConstraintState state;
    state.type = constraintType(clause.kind);
    state.columns = clause.columns;
    state.validated = !clause.notValid;
    state.provesNotNull = clause.expression.notNullColumns;
    state.compares = hasComparison(clause.expression.text);
    if (clause.kind == sql::ConstraintKind::Check && state.columns.isEmpty())
        state.columns = clause.expression.columns;
    if (clause.kind == sql::ConstraintKind::ForeignKey) {
        state.referenced = m_state.resolve(clause.referenced);
        m_state.touch(state.referenced).referencing.append(table);
    }
    const bool hasIndex = clause.kind == sql::ConstraintKind::PrimaryKey
                          || clause.kind == sql::ConstraintKind::Unique
                          || clause.kind == sql::ConstraintKind::Exclude;
    if (hasIndex) {
        state.index = Key(table.first, name);
        const Key used(table.first, clause.usingIndex);
        RelationState index = m_state.m_relations.value(used);
        if (clause.usingIndex.isEmpty()) {
            index.isNew = true;
            m_state.m_new.append(state.index);
            index.keyColumns = clause.columns;
        }
        index.kind = RelationKind::Index;
        index.table = table;
        m_state.touch(table).indexes.removeAll(used);
        m_state.m_relations[state.index] = index;
        m_state.touch(table).indexes.append(state.index);
    }
    if (clause.kind == sql::ConstraintKind::PrimaryKey
        || (clause.kind == sql::ConstraintKind::NotNull && state.validated)) {
        for (const QString &column : std::as_const(state.columns))
            m_state.touch(table).columns[column].notNull = true;
    }
    m_state.touch(table).constraints.insert(name, state);
}

void StateChanger::validate(const Key &table, const QString &name)
{
    RelationState &relation = m_state.touch(table);
    const auto it = relation.constraints.find(name);
    if (it == relation.constraints.end())
        return;
    it->validated = true;
    if (it->type == schema::ConstraintType::NotNull && !it->columns.isEmpty())
        relation.columns[it->columns.first()].notNull = true;
}

void StateChanger::dropConstraint(const Key &table, const QString &name)
{
    RelationState &relation = m_state.touch(table);
    const ConstraintState dropped = relation.constraints.take(name);
    relation.indexes.removeAll(dropped.index);
}

void StateChanger::dropColumn(const Key &table, const QString &column)
{
    const Keys gone = m_state.indexesUsing(table, column);
    RelationState &relation = m_state.touch(table);
    relation.columns.remove(column);
    for (const Key &index : gone)
        relation.indexes.removeAll(index);
    for (auto it = relation.constraints.begin(); it != relation.constraints.end();)
        it = it->columns.contains(column) ? relation.constraints.erase(it) : std::next(it);
}

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
        m_state.touch(key).isDefaultPartition = table.isDefaultPartition;
        m_state.touch(m_state.resolve(parent)).children.append(key);
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
    const QString name =
        index.name.isEmpty()
            ? table.second + QLatin1Char('_') + index.columns.join(QLatin1Char('_')) + QLatin1String("_idx")
            : index.name;
    const Key key(table.first, name);
    if (index.ifNotExists && m_state.find(key))
        return;
    RelationState &state = create(key, RelationKind::Index);
    state.table = table;
    state.keyColumns = index.columns;
    state.usedColumns = index.columns + index.expressionColumns;
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
        const RelationState state = m_state.m_relations.take(key);
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
    m_state.m_functions[schemaName + QLatin1Char('.') + function.function.name] = volatility;
}

} // namespace lockstep::analysis
