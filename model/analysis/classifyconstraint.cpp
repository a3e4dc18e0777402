#include "alterclassifier.h"
#include "chosennames.h"

#include <QSet>

#include <algorithm>

namespace lockstep::analysis {

bool AlterClassifier::mayBeNull(const QString &column) const
{
    const ColumnState *state = m_state.column(m_table, column);
    return !(state && state->notNull) && !m_state.provesNotNull(m_table, column);
}

/// A partitioned table gets one index a partition, besides its own that has no file.
void AlterClassifier::addIndexes(Occurrence *occurrence, const sql::ConstraintClause &clause) const
{
    for (const Key &table : ownAndChildren()) {
        const RelationState *state = m_state.find(table);
        if (state && (state->isPartitioned || state->isForeign))
            continue;
        const bool isNamed = table == m_table && !clause.name.isEmpty();
        const QString name =
            isNamed ? clause.name : chosenConstraintName(table, clause.columns, clause.kind, m_state);
        if (table == m_table || (state && state->isPartition))
            occurrence->newIndexes.append({ table, Key(table.first, name) });
    }
}

void AlterClassifier::addKey(const sql::ConstraintClause &clause)
{
    const bool isPrimary = clause.kind == sql::ConstraintKind::PrimaryKey;
    const auto mayBeNullIn = [&](const QStringList &columns) {
        return std::any_of(columns.begin(), columns.end(), [&](const QString &c) { return mayBeNull(c); });
    };
    if (clause.usingIndex.isEmpty()) {
        Occurrence &occurrence = add(isPrimary ? Form::AddPrimaryKey : Form::AddUnique);
        addIndexes(&occurrence, clause);
        if (isPrimary && mayBeNullIn(clause.columns))
            occurrence.unproved = ownAndChildren();
        return;
    }
    const Key index = indexNamed(clause.usingIndex);
    const RelationState *state = m_state.find(index);
    const bool scans = isPrimary && state && mayBeNullIn(state->keyColumns);
    Occurrence &occurrence = add(scans ? Form::AddPrimaryKeyUsingIndexScan : Form::AddUniqueUsingIndex);
    occurrence.index = index;
    occurrence.renamesIndex = !clause.name.isEmpty() && clause.name != clause.usingIndex;
}

void AlterClassifier::operator()(const sql::AddConstraint &c)
{
    const sql::ConstraintClause &clause = c.constraint;
    switch (clause.kind) {
    case sql::ConstraintKind::Check:
        // Children do not get it, but 18 locks them.
        if (clause.noInherit && m_version >= 180000)
            add(Form::AddNotValid);
        add(clause.notValid ? Form::AddNotValid : Form::AddCheck).only |= clause.noInherit;
        return;
    case sql::ConstraintKind::NotNull: {
        const bool scans = !clause.notValid && mayBeNull(clause.columns.value(0));
        add(scans ? Form::AddCheck : Form::AddNotValid);
        return;
    }
    case sql::ConstraintKind::ForeignKey:
        add(clause.notValid ? Form::AddForeignKeyNotValid : Form::AddForeignKey).referenced = {
            m_state.resolve(clause.referenced)
        };
        return;
    case sql::ConstraintKind::PrimaryKey:
    case sql::ConstraintKind::Unique: addKey(clause); return;
    case sql::ConstraintKind::Exclude: addIndexes(&add(Form::AddExclude), clause); return;
    case sql::ConstraintKind::Other: add(Form::OtherAlterTable); return;
    }
}

void AlterClassifier::operator()(const sql::ValidateConstraint &c)
{
    const ConstraintState *constraint = m_state.constraint(m_table, c.name);
    if (constraint && constraint->validated) {
        add(Form::ValidateAgain);
    } else if (constraint && constraint->type == schema::ConstraintType::ForeignKey) {
        add(Form::ValidateForeignKey).referenced = { constraint->referenced };
    } else {
        add(Form::ValidateCheck);
    }
}

void AlterClassifier::operator()(const sql::DropConstraint &c)
{
    const ConstraintState *constraint = m_state.constraint(m_table, c.name);
    if (!constraint) {
        add(Form::DropConstraint);
        return;
    }
    if (constraint->type == schema::ConstraintType::ForeignKey) {
        add(Form::DropForeignKey).referenced = { constraint->referenced };
        return;
    }
    const bool isKey = !constraint->index.second.isEmpty();
    Occurrence &occurrence = add(isKey ? Form::DropKey : Form::DropConstraint);
    occurrence.index = constraint->index;
    if (!isKey)
        return;
    occurrence.dependents = m_state.descendants(constraint->index);
    if (m_command->cascade)
        occurrence.dependents += m_state.dependents(
            schema::subId(schema::Kind::Constraint, m_table.first, m_table.second, c.name));
}

void AlterClassifier::operator()(const sql::AlterConstraint &c)
{
    const ConstraintState *constraint = m_state.constraint(m_table, c.name);
    Occurrence &occurrence = add(!c.changesEnforced ? Form::AlterConstraint
                                 : c.enforced       ? Form::AlterConstraintEnforced
                                                    : Form::AlterConstraintNotEnforced);
    if (constraint)
        occurrence.referenced = { constraint->referenced };
}

/// Other: the index belongs to no constraint.
sql::ConstraintKind AlterClassifier::constraintKindOf(const Key &index) const
{
    const RelationState *table = m_state.details(m_table);
    if (!table)
        return sql::ConstraintKind::Other;
    for (const ConstraintState &constraint : table->constraints) {
        if (constraint.index != index)
            continue;
        return constraint.type == schema::ConstraintType::PrimaryKey ? sql::ConstraintKind::PrimaryKey
               : constraint.type == schema::ConstraintType::Unique   ? sql::ConstraintKind::Unique
                                                                     : sql::ConstraintKind::Exclude;
    }
    return sql::ConstraintKind::Other;
}

/// The indexes of the parent that the partition has nothing like of.
void AlterClassifier::addPartitionIndexes(Occurrence *attach, const Key &partition) const
{
    const RelationState *parent = m_state.find(m_table);
    const RelationState *child = m_state.find(partition);
    if (!parent || !child)
        return;
    for (const Key &index : parent->indexes) {
        const RelationState *wanted = m_state.find(index);
        const bool isThere =
            wanted && std::any_of(child->indexes.begin(), child->indexes.end(), [&](const Key &other) {
                const RelationState *state = m_state.find(other);
                return state && state->isUnique == wanted->isUnique && state->keyColumns == wanted->keyColumns
                       && state->predicate == wanted->predicate;
            });
        if (!wanted || isThere)
            continue;
        const sql::ConstraintKind kind = constraintKindOf(index);
        for (const Key &table : Keys{ partition } + m_state.descendants(partition)) {
            const RelationState *state = m_state.find(table);
            const QString name = kind == sql::ConstraintKind::Other
                                     ? chosenIndexName(table, nameParts(wanted->keyColumns), m_state)
                                     : chosenConstraintName(table, wanted->keyColumns, kind, m_state);
            if (state && !state->isPartitioned)
                attach->newIndexes.append({ table, Key(table.first, name) });
        }
    }
}

/// The foreign keys of the parent that the partition has nothing like of are added to it, and checked.
void AlterClassifier::addPartitionKeys(Occurrence *attach, const Key &partition) const
{
    const RelationState *parent = m_state.details(m_table);
    const RelationState *child = m_state.details(partition);
    if (!parent || !child)
        return;
    for (const ConstraintState &key : parent->constraints) {
        const bool isThere =
            std::any_of(child->constraints.begin(), child->constraints.end(), [&](const ConstraintState &k) {
                return k.type == key.type && k.columns == key.columns && k.referenced == key.referenced
                       && k.validated;
            });
        if (key.type != schema::ConstraintType::ForeignKey || isThere)
            continue;
        attach->referenced.append(key.referenced);
        attach->checked += { partition, key.referenced };
    }
}

/// The partition is read, and so is the DEFAULT partition: rows of either may break the new bound.
Keys AlterClassifier::unprovedBy(const sql::AttachPartition &c, const Key &partition) const
{
    Keys result;
    const Keys whole = Keys{ partition } + m_state.descendants(partition);
    const bool isLonely = c.isDefault && m_state.find(m_table) && m_state.find(m_table)->children.isEmpty();
    if (!m_state.isNew(partition) && !isLonely && !m_state.checksBound(partition, m_table))
        result += whole;
    const Key fallback = m_state.defaultPartition(m_table);
    if (!fallback.second.isEmpty() && !m_state.isNew(fallback) && !m_state.excludesBound(fallback, m_table))
        result += Keys{ fallback } + m_state.descendants(fallback);
    return result;
}

void AlterClassifier::operator()(const sql::AttachPartition &c)
{
    const Key partition = m_state.resolve(c.partition);
    if (isIndex()) {
        add(Form::AttachIndex).others = { partition };
        return;
    }
    const Keys unproved = unprovedBy(c, partition);
    Occurrence &occurrence = add(unproved.isEmpty() ? Form::AttachPartitionChecked : Form::AttachPartition);
    occurrence.others = { partition };
    occurrence.unproved = unproved;
    addPartitionIndexes(&occurrence, partition);
    addPartitionKeys(&occurrence, partition);
}

void AlterClassifier::operator()(const sql::DetachPartition &c)
{
    const bool waits = c.concurrently || c.finalize;
    Occurrence &occurrence = add(waits ? Form::DetachConcurrently : Form::DetachPartition);
    const Key partition = m_state.resolve(c.partition);
    occurrence.others = { partition };
    occurrence.dependents = m_state.referencing(m_table);
    const RelationState *child = m_state.details(partition);
    if (!child || waits)
        return;
    for (const ConstraintState &k : child->constraints) {
        if (k.type == schema::ConstraintType::ForeignKey && k.inherited)
            occurrence.referenced.append(k.referenced);
    }
    // It gets foreign keys of its own then, and 12 and 13 lock it as strongly as the others do always.
    if (!occurrence.referenced.isEmpty() || !occurrence.dependents.isEmpty())
        occurrence.checked = { partition };
}

void AlterClassifier::operator()(const sql::SetOptions &c)
{
    static const QSet<QString> strong = {
        QStringLiteral("user_catalog_table"),     QStringLiteral("fastupdate"),
        QStringLiteral("gin_pending_list_limit"), QStringLiteral("buffering"),
        QStringLiteral("pages_per_range"),        QStringLiteral("autosummarize"),
    };
    const bool isStrong =
        std::any_of(c.names.begin(), c.names.end(), [](const QString &n) { return strong.contains(n); });
    if (isView())
        add(Form::AlterView);
    else if (isIndex())
        add(isStrong ? Form::AlterIndexStrong : Form::AlterIndex);
    else
        add(isStrong ? Form::SetStrongOptions : Form::SetOptions);
}

void AlterClassifier::operator()(const sql::SetLogged &c)
{
    const RelationState *own = m_state.find(m_table);
    if (own && own->kind == RelationKind::Sequence)
        add(Form::SequencePersistence);
    else
        add(own && own->isUnlogged != c.logged ? Form::SetLoggedAgain : Form::SetLogged);
}

void AlterClassifier::operator()(const sql::SetTablespace &c)
{
    Occurrence &occurrence = add(isIndex() ? Form::IndexTablespace : Form::SetTablespace);
    const RelationState *own = m_state.find(m_table);
    const QString there = own && !own->tablespace.isEmpty() ? own->tablespace : QStringLiteral("pg_default");
    occurrence.isIdle = own && there == c.tablespace;
}

void AlterClassifier::operator()(const sql::SetAccessMethod &c)
{
    const RelationState *own = m_state.find(m_table);
    const QString there = own && !own->accessMethod.isEmpty() ? own->accessMethod : QStringLiteral("heap");
    const bool stays = (own && own->isPartitioned) || c.method == there || c.method.isEmpty();
    add(stays ? Form::SetLoggedAgain : Form::SetAccessMethod);
}

void AlterClassifier::operator()(const sql::OfType &c)
{
    Occurrence &occurrence = add(Form::OfType);
    if (!c.type.name.isEmpty())
        occurrence.others = { m_state.resolve(c.type) };
}

std::vector<Occurrence> classifyAlter(const sql::AlterTable &alter, const SchemaState &state,
                                      int serverVersion)
{
    return AlterClassifier(alter, state, serverVersion).run();
}

} // namespace lockstep::analysis
