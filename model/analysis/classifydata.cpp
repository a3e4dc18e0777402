#include "statementclassifier.h"

#include <QSet>

#include <algorithm>

namespace lockstep::analysis {

namespace {

bool meet(const QStringList &a, const QStringList &b)
{
    return std::any_of(a.begin(), a.end(), [&](const QString &name) { return b.contains(name); });
}

} // namespace

void StatementClassifier::read(const QVector<sql::RelationName> &relations, bool forUpdate)
{
    for (const sql::RelationName &relation : relations) {
        Occurrence &o = add(forUpdate ? Form::SelectForUpdate : Form::Select, relation);
        const RelationState *state = m_state.find(o.own);
        if (state && state->kind == RelationKind::View)
            o.others = state->sources;
    }
    if (relations.isEmpty())
        add(Form::Standalone);
}

/// A key with a NULL in it is not looked up.
bool StatementClassifier::fills(const Key &table, const QStringList &columns,
                                const QStringList &inserted) const
{
    return std::all_of(columns.begin(), columns.end(), [&](const QString &name) {
        const ColumnState *column = m_state.column(table, name);
        return inserted.isEmpty() || inserted.contains(name) || (column && column->hasDefault);
    });
}

/// The tables that new values of the foreign keys are looked up in.
Keys StatementClassifier::checkedBy(const Key &table, const Change &change) const
{
    Keys result;
    const RelationState *state = m_state.details(table);
    if (!state)
        return result;
    for (const ConstraintState &c : state->constraints) {
        const bool isChanged =
            (change.inserts && fills(table, c.columns, change.inserted)) || meet(c.columns, change.updates);
        if (c.type == schema::ConstraintType::ForeignKey && isChanged && c.referenced != table)
            result.append(c.referenced);
    }
    return result;
}

void StatementClassifier::write(Form form, const Key &table, bool only, const Change &change,
                                const Keys &sources)
{
    const size_t index = m_result.size();
    Occurrence &o = add(form, table);
    o.only = only;
    o.others = sources;
    const RelationState *state = m_state.find(table);
    if (state && state->kind == RelationKind::View) {
        const Keys below = state->sources;
        for (const Key &base : below)
            write(form, base, false, change, {});
        return;
    }
    o.referenced = checkedBy(table, change);
    if (change.inserts && !change.inserted.isEmpty())
        o.sequences = m_state.sequencesFilling(table, change.inserted);
    Keys seen;
    followKeys(table, change, &seen, index);
}

/// Rows that reference those written are looked at, deleted or updated with them.
void StatementClassifier::followKeys(const Key &table, const Change &change, Keys *seen, size_t occurrence)
{
    if (seen->contains(table) || (!change.deletes && change.updates.isEmpty()))
        return;
    seen->append(table);
    const Keys referencing = m_state.referencing(table);
    for (const Key &other : referencing) {
        const RelationState *state = m_state.details(other);
        if (!state)
            continue;
        const QHash<QString, ConstraintState> constraints = state->constraints;
        for (const ConstraintState &c : constraints) {
            const bool isMeant = c.type == schema::ConstraintType::ForeignKey && c.referenced == table
                                 && (change.deletes || meet(c.referencedColumns, change.updates));
            if (!isMeant)
                continue;
            const Keys whole = Keys{ other } + m_state.descendants(other);
            if (!m_state.hasIndexOn(other, c.columns))
                m_result[occurrence].unindexed += whole;
            const RowAction action = change.deletes ? c.onDelete : c.onUpdate;
            if (action == RowAction::None) {
                add(Form::WriteRows).dependents = { other };
                continue;
            }
            m_result[occurrence].cascaded += whole;
            const Change next{ false,
                               action == RowAction::Delete,
                               action == RowAction::Update ? c.columns : QStringList(),
                               {} };
            followKeys(other, next, seen, occurrence);
        }
    }
}

void StatementClassifier::operator()(const sql::Insert &s)
{
    Keys sources = keys(s.sources);
    const Change change{ true, false, s.updates, s.columns };
    // Rows go to partitions, but to no tables that inherit.
    const Key table = m_state.resolve(s.relation);
    const RelationState *own = m_state.find(table);
    write(s.updates.isEmpty() && !s.hasConflict ? Form::Insert : Form::Write, table,
          s.relation.only || (own && !own->isPartitioned), change, sources);
}

void StatementClassifier::operator()(const sql::Update &s)
{
    write(Form::Write, m_state.resolve(s.relation), s.relation.only, { false, false, s.columns, {} },
          keys(s.sources));
}

void StatementClassifier::operator()(const sql::Delete &s)
{
    write(Form::Write, m_state.resolve(s.relation), s.relation.only, { false, true, {}, {} },
          keys(s.sources));
}

void StatementClassifier::operator()(const sql::Merge &s)
{
    write(Form::Write, m_state.resolve(s.relation), s.relation.only, { s.inserts, s.deletes, s.updates, {} },
          keys(s.sources));
}

void StatementClassifier::operator()(const sql::Copy &s)
{
    if (s.isFrom)
        write(Form::Insert, m_state.resolve(s.relation), false, { true, false, {}, {} }, {});
    else if (s.relation.name.isEmpty())
        read(s.sources, false);
    else
        add(Form::CopyTo, s.relation);
}

void StatementClassifier::operator()(const sql::Truncate &s)
{
    for (const sql::RelationName &relation : s.relations) {
        Occurrence &o = add(Form::Truncate, relation);
        o.ownSequences = s.restartIdentity;
        if (!s.cascade)
            continue;
        Keys open = Keys{ o.own } + m_state.descendants(o.own);
        for (qsizetype i = 0; i < open.size(); ++i) {
            for (const Key &other : m_state.referencing(open.at(i))) {
                for (const Key &each : Keys{ other } + m_state.descendants(other)) {
                    if (!open.contains(each))
                        open.append(each);
                }
            }
        }
        open.removeAll(o.own);
        for (qsizetype i = 0, tables = open.size(); i < tables && s.restartIdentity; ++i)
            open += m_state.find(open.at(i)) ? m_state.find(open.at(i))->sequences : Keys();
        o.dependents = open;
    }
}

void StatementClassifier::operator()(const sql::LockTable &s)
{
    for (const sql::RelationName &relation : s.relations) {
        Occurrence &o = add(Form::LockTable, relation);
        o.mode = plan::LockMode(s.mode - 1);
        if (const RelationState *state = m_state.find(o.own))
            o.others = state->sources;
    }
}

void StatementClassifier::operator()(const sql::Vacuum &s)
{
    const Form form = s.full ? Form::VacuumFull : s.isVacuum ? Form::Vacuum : Form::Analyze;
    for (const sql::RelationName &relation : s.relations) {
        Occurrence &o = add(form, relation);
        const RelationState *own = m_state.find(o.own);
        if (!own || own->isPartitioned)
            continue;
        if (form == Form::Analyze && m_version >= 180000)
            continue;
        o.only = true; // Inheritance children are looked at by ANALYZE, and otherwise left alone.
        if (form == Form::Analyze && !relation.only)
            o.others = m_state.descendants(o.own);
    }
    if (!s.relations.isEmpty())
        return;
    add(form).dependents = m_state.relationsWhere([&](const Key &, const RelationState &r) {
        return (r.kind == RelationKind::Table && !r.isForeign) || r.kind == RelationKind::MaterializedView;
    });
}

/// Everything that REINDEX of a schema, a database or the system goes through.
Keys StatementClassifier::allTables(const sql::Reindex &s) const
{
    return m_state.relationsWhere([&](const Key &key, const RelationState &r) {
        const bool isTable = (r.kind == RelationKind::Table && !r.isPartitioned && !r.isForeign)
                             || r.kind == RelationKind::MaterializedView;
        return isTable && (s.kind != sql::ObjectKind::Schema || key.first == s.relation.name);
    });
}

void StatementClassifier::operator()(const sql::Reindex &s)
{
    const bool isIndex = s.kind == sql::ObjectKind::Index;
    const Form form = s.concurrently ? (isIndex ? Form::ReindexConcurrently : Form::ReindexTableConcurrently)
                                     : (isIndex ? Form::Reindex : Form::ReindexTable);
    const bool isOne = isIndex || s.kind == sql::ObjectKind::Table;
    if (isOne)
        add(form, s.relation);
    else if (s.isSystem)
        add(Form::Standalone);
    else
        add(form).dependents = allTables(s);
}

void StatementClassifier::operator()(const sql::Cluster &s)
{
    if (!s.relation.name.isEmpty()) {
        add(Form::Cluster, s.relation);
        return;
    }
    Occurrence &o = add(Form::Cluster);
    for (const schema::Fact &fact : m_state.catalog()->factsOf(schema::Kind::Table)) {
        const auto *table = fact.as<schema::TableAttributes>();
        if (table && !table->clusterIndex.isEmpty() && m_state.find(keyOf(fact.id)))
            o.dependents.append(keyOf(fact.id));
    }
}

void StatementClassifier::operator()(const sql::MoveAll &s)
{
    const auto isThere = [&](const RelationState &r) {
        return (r.tablespace.isEmpty() ? QStringLiteral("pg_default") : r.tablespace) == s.from;
    };
    const Keys moved = m_state.relationsWhere([&](const Key &, const RelationState &r) {
        switch (s.kind) {
        case sql::ObjectKind::Index: return r.kind == RelationKind::Index && isThere(r);
        case sql::ObjectKind::MaterializedView: return r.kind == RelationKind::MaterializedView && isThere(r);
        default: return r.kind == RelationKind::Table && !r.isForeign && isThere(r);
        }
    });
    const bool isIndex = s.kind == sql::ObjectKind::Index;
    for (const Key &key : moved)
        add(isIndex ? Form::IndexTablespace : Form::SetTablespace, key);
    if (moved.isEmpty())
        add(Form::Standalone);
}

void StatementClassifier::operator()(const sql::OwnedBy &s)
{
    const Keys owned = m_state.relationsWhere([&](const Key &, const RelationState &r) {
        return s.roles.contains(r.owner) && r.kind != RelationKind::Index;
    });
    for (const Key &key : owned) {
        const RelationState *state = m_state.find(key);
        if (!s.drops) {
            add(Form::OwnerTo, key);
            continue;
        }
        Occurrence &o = add(state->isPartition ? Form::DropPartition : Form::DropTable, key);
        o.others = state->parents;
        o.referenced = foreignTables(key);
        o.dependents = state->referencing;
    }
    if (owned.isEmpty())
        add(Form::Standalone);
}

void StatementClassifier::operator()(const sql::Other &s)
{
    // Commands that touch no relation of the user's, and those that only make something beside them.
    static const QSet<QString> standalone = {
        QStringLiteral("AlterCollationStmt"),
        QStringLiteral("AlterDatabaseStmt"),
        QStringLiteral("AlterDatabaseRefreshCollStmt"),
        QStringLiteral("AlterDatabaseSetStmt"),
        QStringLiteral("AlterExtensionContentsStmt"),
        QStringLiteral("AlterFdwStmt"),
        QStringLiteral("AlterForeignServerStmt"),
        QStringLiteral("AlterObjectDependsStmt"),
        QStringLiteral("AlterOpFamilyStmt"),
        QStringLiteral("AlterOperatorStmt"),
        QStringLiteral("AlterRoleSetStmt"),
        QStringLiteral("AlterRoleStmt"),
        QStringLiteral("AlterStatsStmt"),
        QStringLiteral("AlterSubscriptionStmt"),
        QStringLiteral("AlterSystemStmt"),
        QStringLiteral("AlterTSConfigurationStmt"),
        QStringLiteral("AlterTSDictionaryStmt"),
        QStringLiteral("AlterTableSpaceOptionsStmt"),
        QStringLiteral("AlterTypeStmt"),
        QStringLiteral("AlterUserMappingStmt"),
        QStringLiteral("CheckPointStmt"),
        QStringLiteral("ClosePortalStmt"),
        QStringLiteral("CreateAmStmt"),
        QStringLiteral("CreateConversionStmt"),
        QStringLiteral("CreateFdwStmt"),
        QStringLiteral("CreateForeignServerStmt"),
        QStringLiteral("CreateOpClassStmt"),
        QStringLiteral("CreateOpFamilyStmt"),
        QStringLiteral("CreatePLangStmt"),
        QStringLiteral("CreateRoleStmt"),
        QStringLiteral("CreateSubscriptionStmt"),
        QStringLiteral("CreateTableSpaceStmt"),
        QStringLiteral("CreateTransformStmt"),
        QStringLiteral("CreateUserMappingStmt"),
        QStringLiteral("CreatedbStmt"),
        QStringLiteral("DeallocateStmt"),
        QStringLiteral("DeclareCursorStmt"),
        QStringLiteral("DiscardStmt"),
        QStringLiteral("DropRoleStmt"),
        QStringLiteral("DropSubscriptionStmt"),
        QStringLiteral("DropTableSpaceStmt"),
        QStringLiteral("DropUserMappingStmt"),
        QStringLiteral("DropdbStmt"),
        QStringLiteral("FetchStmt"),
        QStringLiteral("ImportForeignSchemaStmt"),
        QStringLiteral("ListenStmt"),
        QStringLiteral("LoadStmt"),
        QStringLiteral("NotifyStmt"),
        QStringLiteral("UnlistenStmt"),
    };
    add(standalone.contains(s.tag) ? Form::Standalone : Form::Unknown);
}

} // namespace lockstep::analysis
