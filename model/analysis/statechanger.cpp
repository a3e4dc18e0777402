#include "statechanger.h"

#include "chosennames.h"

#include <model/base/result.h>

#include <algorithm>

namespace lockstep::analysis {

void SchemaState::apply(const sql::Statement &statement)
{
    if (statement.isExplained)
        return;
    m_doubts |= doubtsAfter(statement);
    StateChanger changer(*this);
    std::visit(changer, statement.detail);
    if (const auto *prepare = statement.as<sql::Prepare>(); prepare && !statement.nested.empty()) {
        m_prepared.insert(prepare->name, std::make_shared<sql::Statement>(statement.nested.front()));
        return;
    }
    if (statement.as<sql::CreateRule>())
        return;
    const QStringList path = m_searchPath;
    if (const auto *made = statement.as<sql::CreateSchema>(); made && !made->name.isEmpty())
        m_searchPath.prepend(made->name);
    for (const sql::Statement &nested : statement.nested)
        apply(nested);
    m_searchPath = path;
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
                m_state.touch(child).isPartition = true;
                m_state.touch(child).isDefaultPartition = c.isDefault;
                m_state.touch(table).children.append(child);
                takeOverIndexes(table, child);
            },
            [&](const sql::DetachPartition &c) {
                const Key child = m_state.resolve(c.partition);
                m_state.touch(child).parent = {};
                m_state.touch(child).isPartition = false;
                m_state.touch(child).isDefaultPartition = false;
                m_state.touch(table).children.removeAll(child);
            },
            [&](const sql::SetLogged &c) { m_state.touch(table).isUnlogged = !c.logged; },
            [&](const sql::OwnerTo &c) { m_state.touch(table).owner = c.role; },
            [&](const sql::SetTablespace &c) { m_state.touch(table).tablespace = c.tablespace; },
            [&](const sql::Inherit &c) {
                const Key parent = m_state.resolve(c.parent);
                Keys &children = m_state.touch(parent).children;
                children.removeAll(table);
                if (c.add)
                    children.append(table);
            },
            [](const auto &) {} },
        detail);
}

void StateChanger::addColumn(const Key &table, const sql::ColumnClause &column)
{
    ColumnState &state = m_state.touch(table).columns[column.name];
    state.position = int(m_state.touch(table).columns.size());
    state.type = column.type.text;
    state.isNew = true;
    m_state.m_new.append(table);
    state.notNull = column.notNull;
    state.isIdentity = column.generated == sql::GeneratedKind::Identity;
    state.hasDefault =
        column.hasDefault() || column.type.isSerial || column.generated != sql::GeneratedKind::None;
    state.isVirtual = column.generated == sql::GeneratedKind::Virtual;
    for (const sql::ConstraintClause &clause : column.constraints)
        addConstraint(table, clause);
    if (column.type.isSerial || column.generated == sql::GeneratedKind::Identity)
        create(Key(table.first, table.second + QLatin1Char('_') + column.name + QLatin1String("_seq")),
               RelationKind::Sequence);
}

void StateChanger::addConstraint(const Key &table, const sql::ConstraintClause &clause)
{
    const QString name = clause.name.isEmpty()
                             ? chosenConstraintName(table, clause.columns, clause.kind, m_state)
                             : clause.name;
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
        state.referencedColumns = clause.referencedColumns;
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
        index.isConstraint = true;
        index.isUnique = clause.kind != sql::ConstraintKind::Exclude;
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

} // namespace lockstep::analysis
