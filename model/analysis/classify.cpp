#include "doblock.h"
#include "occurrence.h"

#include <model/base/result.h>

namespace lockstep::analysis {

namespace {

using Occurrences = std::vector<Occurrence>;
using schema::Kind;

/// Turns every statement but ALTER TABLE into occurrences.
class StatementClassifier
{
public:
    StatementClassifier(const SchemaState &state, int serverVersion)
        : m_state(state)
        , m_version(serverVersion)
    { }
    Occurrences take() { return std::move(m_result); }

    void operator()(const sql::AlterTable &s) { m_result = classifyAlter(s, m_state, m_version); }
    void operator()(const sql::CreateTable &s);
    void operator()(const sql::CreateTableAs &s)
    {
        add(s.materialized ? Form::CreateMaterializedView : Form::CreateTableFrom, s.relation).others =
            keys(s.sources);
    }
    void operator()(const sql::CreateIndex &s)
    {
        add(s.concurrently    ? Form::CreateIndexConcurrently
            : s.relation.only ? Form::CreateIndexOnly
                              : Form::CreateIndex,
            s.relation);
    }
    void operator()(const sql::Drop &s);
    void operator()(const sql::Rename &s);
    void operator()(const sql::SetSchema &s)
    {
        if (s.relation.name.isEmpty())
            add(Form::Standalone);
        else
            add(Form::SetSchema, s.relation);
    }
    void operator()(const sql::ChangeOwner &) { add(Form::Standalone); }
    void operator()(const sql::CreateView &s)
    {
        const bool replaces = s.replace && m_state.find(m_state.resolve(s.relation));
        add(replaces ? Form::ReplaceView : Form::CreateView, s.relation).others = keys(s.sources);
    }
    void operator()(const sql::Refresh &s)
    {
        Occurrence &o = add(s.concurrently ? Form::RefreshConcurrently : Form::Refresh, s.relation);
        if (const RelationState *view = m_state.find(o.own))
            o.others = view->sources;
    }
    void operator()(const sql::CreateTrigger &s)
    {
        Occurrence &o = add(Form::CreateTrigger, s.relation);
        if (!s.from.name.isEmpty())
            o.referenced = { m_state.resolve(s.from) };
    }
    void operator()(const sql::CreateRule &s) { add(Form::Rule, s.relation); }
    void operator()(const sql::CreatePolicy &s) { add(Form::Policy, s.relation); }
    void operator()(const sql::AlterPolicy &s) { add(Form::Policy, s.relation); }
    void operator()(const sql::Comment &s);
    void operator()(const sql::Grant &s)
    {
        for (const sql::RelationName &relation : s.relations)
            add(Form::GrantRelation, relation);
        if (s.relations.isEmpty())
            add(Form::Standalone);
    }
    void operator()(const sql::AlterEnum &) { add(Form::AddEnumLabel); }
    void operator()(const sql::AlterDomain &s)
    {
        const bool checks = s.action == sql::DomainAction::SetNotNull
                            || s.action == sql::DomainAction::ValidateConstraint
                            || (s.action == sql::DomainAction::AddConstraint && !s.notValid);
        Occurrence &o = add(checks ? Form::AlterDomainScan : Form::AlterDomain);
        if (checks)
            o.dependents = m_state.tablesUsingType(s.domain.schema, s.domain.name);
    }
    void operator()(const sql::AlterSequence &s)
    {
        Occurrence &o = add(s.ownedBy.name.isEmpty() ? Form::AlterSequence : Form::SequenceOwner, s.sequence);
        if (!s.ownedBy.name.isEmpty())
            o.others = { m_state.resolve(s.ownedBy) };
    }
    void operator()(const sql::CreateSequence &s) { add(Form::CreateSequence, s.sequence); }
    void operator()(const sql::Truncate &s);
    void operator()(const sql::LockTable &s);
    void operator()(const sql::Insert &s) { add(Form::Write, s.relation).others = keys(s.sources); }
    void operator()(const sql::Update &s) { add(Form::Write, s.relation).others = keys(s.sources); }
    void operator()(const sql::Delete &s) { add(Form::Write, s.relation).others = keys(s.sources); }
    void operator()(const sql::Merge &s) { add(Form::Write, s.relation).others = keys(s.sources); }
    void operator()(const sql::Copy &s) { add(s.isFrom ? Form::Write : Form::Select, s.relation); }
    void operator()(const sql::Select &s)
    {
        for (const sql::RelationName &relation : s.relations)
            add(s.forUpdate ? Form::SelectForUpdate : Form::Select, relation);
    }
    void operator()(const sql::Vacuum &s)
    {
        for (const sql::RelationName &relation : s.relations)
            add(s.full ? Form::VacuumFull : Form::Vacuum, relation);
    }
    void operator()(const sql::Reindex &s)
    {
        const bool isIndex = s.kind == sql::ObjectKind::Index;
        add(s.concurrently ? (isIndex ? Form::ReindexConcurrently : Form::ReindexTableConcurrently)
                           : (isIndex ? Form::Reindex : Form::ReindexTable),
            s.relation);
    }
    void operator()(const sql::Cluster &s) { add(Form::Cluster, s.relation); }
    void operator()(const sql::CreateStatistics &s)
    {
        for (const sql::RelationName &relation : s.relations)
            add(Form::Statistics, relation);
    }
    void operator()(const sql::Publication &s)
    {
        for (const sql::RelationName &relation : s.relations)
            add(Form::Publication, relation);
    }
    void operator()(const sql::Do &s) { add(onlyComments(s.body) ? Form::Standalone : Form::Unknown); }
    void operator()(const sql::Call &) { add(Form::Unknown); }
    void operator()(const sql::Other &) { add(Form::Unknown); }
    template <typename T>
    void operator()(const T &)
    {
        add(Form::Standalone);
    }

private:
    Occurrence &add(Form form)
    {
        m_result.emplace_back().form = form;
        return m_result.back();
    }
    Occurrence &add(Form form, const sql::RelationName &relation)
    {
        Occurrence &o = add(form);
        o.own = m_state.resolve(relation);
        o.only = relation.only;
        return o;
    }
    Occurrence &add(Form form, const sql::QualifiedName &name)
    {
        return add(form, sql::RelationName{ name.schema, name.name });
    }
    [[nodiscard]] Keys keys(const QVector<sql::RelationName> &names) const
    {
        Keys result;
        for (const sql::RelationName &name : names)
            result.append(m_state.resolve(name));
        return result;
    }
    void dropTable(const sql::QualifiedName &name, bool cascade);
    void dropOne(const sql::Drop &drop, const sql::QualifiedName &name);
    void dropDependents(Kind kind, const sql::QualifiedName &name, bool cascade);
    [[nodiscard]] Keys foreignTables(const Key &table) const;

    const SchemaState &m_state;
    const int m_version;
    Occurrences m_result;
};

void StatementClassifier::operator()(const sql::CreateTable &s)
{
    add(Form::CreateTable, s.relation);
    Keys referenced;
    const auto collect = [&](const sql::ConstraintClause &clause) {
        if (clause.kind == sql::ConstraintKind::ForeignKey)
            referenced.append(m_state.resolve(clause.referenced));
    };
    for (const sql::ConstraintClause &clause : s.constraints)
        collect(clause);
    for (const sql::ColumnClause &column : s.columns) {
        for (const sql::ConstraintClause &clause : column.constraints)
            collect(clause);
    }
    if (!referenced.isEmpty())
        add(Form::CreateTableReferencing, s.relation).referenced = referenced;
    if (!s.partitionOf.name.isEmpty())
        add(Form::CreatePartition, s.relation).others = { m_state.resolve(s.partitionOf) };
    if (!s.inherits.isEmpty())
        add(Form::CreateTableInherits, s.relation).others = keys(s.inherits);
    if (!s.like.isEmpty())
        add(Form::CreateTableFrom, s.relation).others = keys(s.like);
}

Keys StatementClassifier::foreignTables(const Key &table) const
{
    Keys result;
    if (const RelationState *state = m_state.details(table)) {
        for (const ConstraintState &constraint : state->constraints) {
            if (constraint.type == schema::ConstraintType::ForeignKey)
                result.append(constraint.referenced);
        }
    }
    return result;
}

void StatementClassifier::dropTable(const sql::QualifiedName &name, bool cascade)
{
    const Key table = m_state.resolve(name.schema, name.name);
    const RelationState *state = m_state.find(table);
    const bool isPartition = state && !state->parent.second.isEmpty();
    Occurrence &o = add(isPartition ? Form::DropPartition : Form::DropTable, name);
    o.referenced = foreignTables(table);
    if (isPartition)
        o.others = { state->parent };
    if (cascade) {
        o.dependents = m_state.dependents(schema::objectId(Kind::Table, table.first, table.second));
        if (state)
            o.dependents += state->referencing;
        if (const RelationState *parent = isPartition ? m_state.find(state->parent) : nullptr;
            parent && !parent->referencing.isEmpty())
            o.dependents += parent->referencing + parent->children;
    }
}

void StatementClassifier::dropDependents(Kind kind, const sql::QualifiedName &name, bool cascade)
{
    Occurrence &o = add(cascade ? Form::DropDependents : Form::Standalone);
    if (!cascade)
        return;
    const QString schemaName = name.schema.isEmpty() ? QStringLiteral("public") : name.schema;
    if (kind == Kind::Schema || kind == Kind::Extension) {
        schema::ObjectId id = schema::schemaId(name.name);
        id.kind = kind;
        o.dependents = m_state.dependents(id);
        return;
    }
    for (const schema::Fact &fact : m_state.catalog()->facts()) {
        const bool isType = fact.id.kind == Kind::Enum || fact.id.kind == Kind::Domain
                            || fact.id.kind == Kind::CompositeType || fact.id.kind == Kind::RangeType
                            || fact.id.kind == Kind::BaseType;
        const bool isRoutine = fact.id.kind == Kind::Function || fact.id.kind == Kind::Procedure;
        if ((kind == Kind::Function ? isRoutine : isType) && fact.id.name == name.name
            && fact.id.schema == schemaName)
            o.dependents += m_state.dependents(fact.id);
    }
}

void StatementClassifier::dropOne(const sql::Drop &drop, const sql::QualifiedName &name)
{
    switch (drop.kind) {
    case sql::ObjectKind::Table:
    case sql::ObjectKind::ForeignTable: return dropTable(name, drop.cascade);
    case sql::ObjectKind::Index:
        add(drop.concurrently ? Form::DropIndexConcurrently : Form::DropIndex, name);
        return;
    case sql::ObjectKind::View:
    case sql::ObjectKind::MaterializedView: {
        Occurrence &o = add(Form::DropView, name);
        const Kind kind = drop.kind == sql::ObjectKind::View ? Kind::View : Kind::MaterializedView;
        if (drop.cascade)
            o.dependents = m_state.dependents(schema::objectId(kind, o.own.first, o.own.second));
        return;
    }
    case sql::ObjectKind::Sequence: {
        Occurrence &o = add(Form::DropSequence, name);
        if (drop.cascade)
            o.dependents = m_state.dependents(schema::objectId(Kind::Sequence, o.own.first, o.own.second));
        return;
    }
    case sql::ObjectKind::Trigger: add(Form::DropTrigger, name); return;
    case sql::ObjectKind::Rule: add(Form::Rule, name); return;
    case sql::ObjectKind::Policy: add(Form::Policy, name); return;
    case sql::ObjectKind::Statistics: {
        const schema::ObjectId id =
            schema::objectId(Kind::StatisticsObject,
                             name.schema.isEmpty() ? QStringLiteral("public") : name.schema, name.name);
        const int index = m_state.catalog()->indexOf(id);
        Occurrence &o = add(Form::Statistics);
        if (index >= 0 && !m_state.catalog()->needs(index).empty()) {
            for (const int needed : m_state.catalog()->needs(index)) {
                const Key relation = keyOf(m_state.catalog()->facts()[size_t(needed)].id);
                if (m_state.find(relation))
                    o.own = relation;
            }
        }
        return;
    }
    case sql::ObjectKind::Type:
    case sql::ObjectKind::Domain: return dropDependents(Kind::Enum, name, drop.cascade);
    case sql::ObjectKind::Function: return dropDependents(Kind::Function, name, drop.cascade);
    case sql::ObjectKind::Schema: return dropDependents(Kind::Schema, name, drop.cascade);
    case sql::ObjectKind::Extension: return dropDependents(Kind::Extension, name, drop.cascade);
    case sql::ObjectKind::Constraint:
    case sql::ObjectKind::DomainConstraint:
    case sql::ObjectKind::Column:
    case sql::ObjectKind::Attribute:
    case sql::ObjectKind::Collation:
    case sql::ObjectKind::Publication:
    case sql::ObjectKind::Subscription:
    case sql::ObjectKind::Role:
    case sql::ObjectKind::Database:
    case sql::ObjectKind::EventTrigger:
    case sql::ObjectKind::Other: add(Form::Standalone); return;
    }
}

void StatementClassifier::operator()(const sql::Drop &s)
{
    for (const sql::QualifiedName &name : s.names)
        dropOne(s, name);
}

void StatementClassifier::operator()(const sql::Rename &s)
{
    if (s.relation.name.isEmpty()) {
        add(Form::Standalone);
        return;
    }
    if (s.kind == sql::ObjectKind::Column) {
        add(Form::RenameColumn, s.relation).column = s.from;
    } else if (s.kind == sql::ObjectKind::Constraint) {
        Occurrence &o = add(Form::RenameConstraint, s.relation);
        if (const ConstraintState *constraint = m_state.constraint(o.own, s.from))
            o.index = constraint->index;
    } else if (s.kind == sql::ObjectKind::Trigger) {
        add(Form::DropTrigger, s.relation);
    } else if (s.kind == sql::ObjectKind::Policy) {
        add(Form::Policy, s.relation);
    } else if (s.kind == sql::ObjectKind::Index) {
        add(Form::AlterIndex, s.relation);
    } else if (s.kind == sql::ObjectKind::Attribute) {
        add(Form::AlterComposite, s.relation);
    } else {
        add(Form::RenameRelation, s.relation);
    }
}

void StatementClassifier::operator()(const sql::Comment &s)
{
    switch (s.kind) {
    case sql::ObjectKind::Table:
    case sql::ObjectKind::View:
    case sql::ObjectKind::MaterializedView:
    case sql::ObjectKind::Sequence:
    case sql::ObjectKind::ForeignTable:
    case sql::ObjectKind::Column: add(Form::Comment, s.object); return;
    case sql::ObjectKind::Index: add(Form::CommentIndex, s.object); return;
    case sql::ObjectKind::Constraint:
    case sql::ObjectKind::Trigger:
    case sql::ObjectKind::Rule:
    case sql::ObjectKind::Policy: add(Form::CommentConstraint, s.object); return;
    case sql::ObjectKind::Type:
    case sql::ObjectKind::Domain:
    case sql::ObjectKind::Function:
    case sql::ObjectKind::Schema:
    case sql::ObjectKind::Extension:
    case sql::ObjectKind::DomainConstraint:
    case sql::ObjectKind::Attribute:
    case sql::ObjectKind::Collation:
    case sql::ObjectKind::Statistics:
    case sql::ObjectKind::Publication:
    case sql::ObjectKind::Subscription:
    case sql::ObjectKind::Role:
    case sql::ObjectKind::Database:
    case sql::ObjectKind::EventTrigger:
    case sql::ObjectKind::Other: add(Form::Standalone); return;
    }
}

void StatementClassifier::operator()(const sql::Truncate &s)
{
    for (const sql::RelationName &relation : s.relations) {
        Occurrence &o = add(Form::Truncate, relation);
        o.ownSequences = s.restartIdentity;
        const RelationState *state = m_state.find(o.own);
        if (s.cascade && state)
            o.dependents = state->referencing;
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

} // namespace

std::vector<Occurrence> classify(const sql::Statement &statement, const SchemaState &state, int serverVersion)
{
    StatementClassifier classifier(state, serverVersion);
    std::visit(classifier, statement.detail);
    return classifier.take();
}

} // namespace lockstep::analysis
