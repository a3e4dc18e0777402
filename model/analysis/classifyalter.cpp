#include "alterclassifier.h"
#include "chosennames.h"

#include <algorithm>

namespace lockstep::analysis {

AlterClassifier::AlterClassifier(const sql::AlterTable &alter, const SchemaState &state, int serverVersion)
    : m_alter(alter)
    , m_state(state)
    , m_version(serverVersion)
    , m_table(state.resolve(alter.relation))
{ }

std::vector<Occurrence> AlterClassifier::run()
{
    for (const sql::Subcommand &command : m_alter.commands) {
        m_command = &command;
        std::visit(*this, command.detail);
    }
    return std::move(m_result);
}

Occurrence &AlterClassifier::add(Form form)
{
    Occurrence occurrence;
    occurrence.form = form;
    occurrence.own = m_table;
    occurrence.only = m_alter.relation.only;
    occurrence.subcommand = m_command;
    occurrence.line = m_command->line;
    m_result.push_back(std::move(occurrence));
    return m_result.back();
}

bool AlterClassifier::isIndex() const
{
    const RelationState *own = m_state.find(m_table);
    return m_alter.kind == sql::ObjectKind::Index || (own && own->kind == RelationKind::Index);
}

Key AlterClassifier::indexNamed(const QString &name) const
{
    return name.isEmpty() ? Key() : Key(m_table.first, name);
}

Keys AlterClassifier::ownAndChildren() const
{
    return m_alter.relation.only ? Keys{ m_table } : Keys{ m_table } + m_state.descendants(m_table);
}

void AlterClassifier::addComposite()
{
    Occurrence &occurrence = add(Form::AlterComposite);
    if (m_command->cascade)
        occurrence.dependents = m_state.typedTables(m_table);
}

bool AlterClassifier::addingRewrites(const sql::ColumnClause &column) const
{
    if (column.type.isSerial || column.generated == sql::GeneratedKind::Stored
        || column.generated == sql::GeneratedKind::Identity)
        return true;
    if (column.generated == sql::GeneratedKind::Virtual)
        return false;
    if (column.hasDefault() && (m_version < 110000 || isVolatile(column.defaultExpression, m_state)))
        return true;
    return m_state.isConstrainedDomain(column.type.text)
           || (!column.hasDefault() && m_version >= 130000 && hasVolatileDefault(column.type.text, m_state));
}

void AlterClassifier::operator()(const sql::AddColumn &c)
{
    if (m_alter.kind == sql::ObjectKind::Type)
        return addComposite();
    const bool exists = c.ifNotExists && m_state.column(m_table, c.column.name);
    if (exists) {
        add(Form::AddColumn).isIdle = true;
        // 12 adds the constraints to the column that is there.
        for (const sql::ConstraintClause &clause : c.column.constraints) {
            if (m_version < 130000)
                addInlineConstraint(clause, c.column);
        }
        return;
    }
    const bool checksVirtual = c.column.generated == sql::GeneratedKind::Virtual && c.column.notNull;
    Occurrence &added = add(addingRewrites(c.column) ? Form::AddColumnRewrite
                            : checksVirtual          ? Form::AddColumnScan
                                                     : Form::AddColumn);
    added.column = c.column.name;
    for (const sql::RelationName &sequence : c.column.defaultExpression.sequences)
        added.sequences.append(m_state.resolve(sequence));
    for (const sql::ConstraintClause &clause : c.column.constraints)
        addInlineConstraint(clause, c.column);
}

void AlterClassifier::addInlineConstraint(const sql::ConstraintClause &clause,
                                          const sql::ColumnClause &column)
{
    switch (clause.kind) {
    case sql::ConstraintKind::Check: add(clause.notValid ? Form::AddColumn : Form::AddColumnScan); return;
    case sql::ConstraintKind::PrimaryKey:
    case sql::ConstraintKind::Unique: addIndexes(&add(Form::AddColumnIndex), clause); return;
    case sql::ConstraintKind::ForeignKey: {
        // Without a value in the new column there is nothing to look up.
        const bool hasValues = column.hasDefault() || column.generated != sql::GeneratedKind::None
                               || column.type.isSerial || hasDomainDefault(column.type.text, m_state);
        const bool checks = hasValues && !clause.notValid;
        add(checks ? Form::AddColumnReferencesDefault : Form::AddColumnReferences).referenced = {
            m_state.resolve(clause.referenced)
        };
        return;
    }
    case sql::ConstraintKind::NotNull:
    case sql::ConstraintKind::Exclude:
    case sql::ConstraintKind::Other: return;
    }
}

Keys AlterClassifier::referencedThrough(const QString &column) const
{
    Keys result;
    for (const Key &key : ownAndChildren()) {
        const RelationState *table = m_state.details(key);
        if (!table)
            continue;
        for (const ConstraintState &constraint : table->constraints) {
            const bool isForeign = constraint.type == schema::ConstraintType::ForeignKey;
            if (isForeign && constraint.columns.contains(column) && !result.contains(constraint.referenced))
                result.append(constraint.referenced);
        }
    }
    return result;
}

void AlterClassifier::operator()(const sql::DropColumn &c)
{
    if (m_alter.kind == sql::ObjectKind::Type)
        return addComposite();
    Occurrence &occurrence = add(Form::DropColumn);
    occurrence.column = c.column;
    occurrence.referenced = referencedThrough(c.column);
    if (m_command->cascade)
        occurrence.dependents =
            m_state.dependents(schema::subId(schema::Kind::Column, m_table.first, m_table.second, c.column));
}

bool AlterClassifier::dropsCheckOf(const QString &column) const
{
    return std::any_of(m_alter.commands.begin(), m_alter.commands.end(), [&](const sql::Subcommand &command) {
        const auto *drop = std::get_if<sql::DropConstraint>(&command.detail);
        const ConstraintState *constraint = drop ? m_state.constraint(m_table, drop->name) : nullptr;
        return constraint && constraint->provesNotNull.contains(column);
    });
}

void AlterClassifier::operator()(const sql::SetNotNull &c)
{
    const Keys tables = ownAndChildren();
    const bool isProved = std::all_of(tables.begin(), tables.end(), [&](const Key &table) {
        const ColumnState *column = m_state.column(table, c.column);
        return (column && column->notNull) || (m_version >= 120000 && m_state.provesNotNull(table, c.column));
    });
    const ColumnState *column = m_state.column(m_table, c.column);
    const bool already = column && column->notNull;
    const bool isNone = already || (isProved && !dropsCheckOf(c.column));
    add(isNone ? Form::SetNotNullProved : Form::SetNotNull).column = c.column;
}

/// From 18 on children are left alone where there is nothing to drop.
void AlterClassifier::operator()(const sql::DropNotNull &c)
{
    const ColumnState *column = m_state.column(m_table, c.column);
    add(Form::DropNotNull).only |= m_version >= 180000 && column && !column->notNull;
}

bool AlterClassifier::isChecked(const QString &column) const
{
    const RelationState *table = m_state.details(m_table);
    return table
           && std::any_of(table->constraints.cbegin(), table->constraints.cend(),
                          [&](const ConstraintState &k) {
                              return k.type == schema::ConstraintType::Check && k.validated
                                     && k.columns.contains(column);
                          });
}

/// Indexes that cannot be taken over: those of an expression or with a predicate, because it says the type,
/// and, where their order changes, those with the column among the keys.
Keys AlterClassifier::rebuiltIndexes(const QString &column, TypeChange change) const
{
    Keys result;
    for (const Key &table : ownAndChildren()) {
        for (const Key &index : m_state.indexesUsing(table, column)) {
            const bool isReordered =
                change == TypeChange::IndexBuild && m_state.find(index)->keyColumns.contains(column);
            if (isReordered || m_state.hasExpression(index))
                result.append(index);
        }
    }
    return result;
}

Form AlterClassifier::typeForm(const QString &column, TypeChange change, bool isKey, bool rebuilds) const
{
    if (change == TypeChange::Rewrite)
        return isKey ? Form::AlterTypeKey : Form::AlterTypeRewrite;
    if (rebuilds)
        return Form::AlterTypeIndexBuild;
    return isChecked(column) ? Form::AlterTypeScan : Form::AlterTypeInstant;
}

/// Tables whose keys on the column are checked again, and those that these reference.
Keys AlterClassifier::checkedKeys(const Keys &referencing, const QString &column) const
{
    Keys result;
    for (const Key &table : ownAndChildren() + referencing) {
        const RelationState *state = m_state.details(table);
        if (!state)
            continue;
        for (const ConstraintState &k : state->constraints) {
            if (k.type != schema::ConstraintType::ForeignKey || !k.validated)
                continue;
            const bool isOwn = table == m_table && k.columns.contains(column);
            const bool isTheirs = k.referenced == m_table && k.referencedColumns.contains(column);
            if (isOwn || isTheirs)
                result += { table, k.referenced };
        }
    }
    return result;
}

void AlterClassifier::operator()(const sql::AlterType &c)
{
    if (m_alter.kind == sql::ObjectKind::Type)
        return addComposite();
    const ColumnState *column = m_state.column(m_table, c.column);
    const TypeChange change = column ? typeChange(*column, c, m_state) : TypeChange::Rewrite;
    const Keys referenced = referencedThrough(c.column);
    const Keys referencing = m_state.referencing(m_table, c.column);
    const bool isKey = !referenced.isEmpty() || !referencing.isEmpty();
    const Keys rebuilt = rebuiltIndexes(c.column, change);
    Occurrence &occurrence = add(typeForm(c.column, change, isKey, !rebuilt.isEmpty()));
    occurrence.rebuilt = rebuilt;
    occurrence.column = c.column;
    occurrence.referenced = referenced;
    occurrence.dependents = referencing;
    if (change == TypeChange::Rewrite)
        occurrence.checked = checkedKeys(referencing, c.column);
    if (occurrence.form == Form::AlterTypeIndexBuild && isChecked(c.column))
        occurrence.unproved = ownAndChildren();
}

void AlterClassifier::operator()(const sql::SetExpression &c)
{
    const ColumnState *column = m_state.column(m_table, c.column);
    const bool isVirtual = column && column->isVirtual;
    Occurrence &occurrence = add(isVirtual ? Form::SetExpressionVirtual : Form::SetExpression);
    occurrence.column = c.column;
}

} // namespace lockstep::analysis
