#include "alterclassifier.h"
#include "calls.h"
#include "chosennames.h"
#include "doblock.h"
#include "statementclassifier.h"

#include <QSet>

#include <algorithm>

namespace lockstep::analysis {

Occurrence &StatementClassifier::add(Form form)
{
    m_result.emplace_back().form = form;
    return m_result.back();
}

Occurrence &StatementClassifier::add(Form form, const Key &key)
{
    Occurrence &o = add(form);
    o.own = key;
    return o;
}

Occurrence &StatementClassifier::add(Form form, const sql::RelationName &relation)
{
    Occurrence &o = add(form, m_state.resolve(relation));
    o.only = relation.only;
    return o;
}

Occurrence &StatementClassifier::add(Form form, const sql::QualifiedName &name)
{
    return add(form, sql::RelationName{ name.schema, name.name });
}

void StatementClassifier::addEach(Form form, const QVector<sql::RelationName> &relations)
{
    for (const sql::RelationName &relation : relations)
        add(form, relation);
    if (relations.isEmpty())
        add(Form::Standalone);
}

Keys StatementClassifier::keys(const QVector<sql::RelationName> &names) const
{
    Keys result;
    for (const sql::RelationName &name : names)
        result.append(m_state.resolve(name));
    return result;
}

/// Where a catalog is known, what is not in it is not there.
bool StatementClassifier::isAbsent(const Key &key) const
{
    return !m_state.catalog()->facts().empty() && !m_state.find(key);
}

void StatementClassifier::operator()(const sql::AlterTable &s)
{
    if (s.ifExists && isAbsent(m_state.resolve(s.relation)))
        add(Form::Standalone);
    else
        m_result = classifyAlter(s, m_state, m_version);
}

void StatementClassifier::operator()(const sql::CreateTable &s)
{
    const bool isThere = s.ifNotExists && m_state.find(m_state.resolve(s.relation));
    Occurrence &o = add(Form::CreateTable, s.relation);
    o.isIdle = isThere;
    if (!s.ofType.name.isEmpty())
        o.others = { m_state.resolve(s.ofType) };
    if (!isThere)
        createParts(s);
}

void StatementClassifier::createParts(const sql::CreateTable &s)
{
    Keys referenced;
    const Key own = m_state.resolve(s.relation);
    const auto collect = [&](const sql::ConstraintClause &clause) {
        // A table that refers to itself is nobody else's yet.
        if (clause.kind == sql::ConstraintKind::ForeignKey && m_state.resolve(clause.referenced) != own)
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
    if (!s.partitionOf.name.isEmpty()) {
        const Key parent = m_state.resolve(s.partitionOf);
        Occurrence &o = add(Form::CreatePartition, s.relation);
        o.others = { parent };
        o.referenced = foreignTables(parent, true);
        const Key fallback = m_state.defaultPartition(parent);
        if (!fallback.second.isEmpty() && !m_state.isNew(fallback)
            && !m_state.excludesBound(fallback, parent))
            o.unproved = Keys{ fallback } + m_state.descendants(fallback);
    }
    if (!s.inherits.isEmpty())
        add(Form::CreateTableInherits, s.relation).others = keys(s.inherits);
    if (!s.like.isEmpty())
        add(Form::CreateTableLike, s.relation).others = keys(s.like);
}

void StatementClassifier::operator()(const sql::CreateTableAs &s)
{
    Occurrence &o = add(s.materialized ? Form::CreateMaterializedView : Form::CreateTableFrom, s.relation);
    o.others = keys(s.sources);
    const bool isThere = s.ifNotExists && m_state.find(o.own);
    o.isIdle = isThere || !s.withData;
    o.onlyParsed = o.isIdle;
}

void StatementClassifier::operator()(const sql::CreateIndex &s)
{
    Occurrence &o = add(s.concurrently    ? Form::CreateIndexConcurrently
                        : s.relation.only ? Form::CreateIndexOnly
                                          : Form::CreateIndex,
                        s.relation);
    o.isIdle = s.ifNotExists && !s.name.isEmpty() && m_state.find(Key(o.own.first, s.name));
    const Keys tables = s.relation.only ? Keys{ o.own } : Keys{ o.own } + m_state.descendants(o.own);
    for (const Key &table : tables) {
        const RelationState *state = m_state.find(table);
        const bool isOther = table != o.own && !(state && state->isPartition);
        o.only |= isOther; // Inheritance children keep their indexes to themselves.
        if ((state && (state->isPartitioned || state->isForeign)) || isOther)
            continue;
        const bool isNamed = table == o.own && !s.name.isEmpty();
        const QString name =
            isNamed ? s.name : chosenIndexName(table, indexNameParts(s) + s.included, m_state);
        o.newIndexes.append({ table, Key(table.first, name) });
    }
}

void StatementClassifier::operator()(const sql::Rename &s)
{
    if (s.kind == sql::ObjectKind::Type && s.relation.name.isEmpty())
        return changeType(s.object);
    if (s.relation.name.isEmpty() || (s.ifExists && isAbsent(m_state.resolve(s.relation)))) {
        add(Form::Standalone);
        return;
    }
    if (s.kind == sql::ObjectKind::Column) {
        add(Form::RenameColumn, s.relation).column = s.from;
    } else if (s.kind == sql::ObjectKind::Constraint) {
        Occurrence &o = add(Form::RenameConstraint, s.relation);
        const ConstraintState *constraint = m_state.constraint(o.own, s.from);
        if (constraint)
            o.index = constraint->index;
        // Keys and foreign keys of children are constraints of their own.
        o.only |= constraint && constraint->type != schema::ConstraintType::Check;
    } else if (s.kind == sql::ObjectKind::Trigger) {
        add(m_version >= 150000 ? Form::RenameTrigger : Form::RenameTriggerAlone, s.relation);
    } else if (s.kind == sql::ObjectKind::Policy || s.kind == sql::ObjectKind::Rule) {
        add(Form::Policy, s.relation);
    } else if (s.kind == sql::ObjectKind::Index) {
        add(Form::AlterIndex, s.relation);
    } else if (s.kind == sql::ObjectKind::Attribute) {
        Occurrence &o = add(Form::AlterComposite, s.relation);
        if (s.cascade)
            o.dependents = m_state.typedTables(o.own);
    } else {
        add(Form::RenameRelation, s.relation);
    }
}

/// Only a composite type is a relation.
void StatementClassifier::changeType(const sql::QualifiedName &type)
{
    const Key key = m_state.resolve(type.schema, type.name);
    const RelationState *relation = m_state.find(key);
    if (relation && relation->kind == RelationKind::Composite)
        add(Form::AlterComposite, key);
    else
        add(Form::Standalone);
}

void StatementClassifier::operator()(const sql::ChangeOwner &s)
{
    if (s.kind == sql::ObjectKind::Type)
        changeType(s.object);
    else
        add(Form::Standalone);
}

void StatementClassifier::operator()(const sql::SetSchema &s)
{
    if (s.relation.name.isEmpty())
        add(Form::Standalone);
    else
        add(Form::SetSchema, s.relation);
}

void StatementClassifier::operator()(const sql::CreateView &s)
{
    const bool replaces = s.replace && m_state.find(m_state.resolve(s.relation));
    add(replaces ? Form::ReplaceView : Form::CreateView, s.relation).others = keys(s.sources);
}

void StatementClassifier::operator()(const sql::Refresh &s)
{
    Occurrence &o = add(s.concurrently ? Form::RefreshConcurrently : Form::Refresh, s.relation);
    if (const RelationState *view = m_state.find(o.own); view && s.withData)
        o.others = view->sources;
}

void StatementClassifier::operator()(const sql::CreateTrigger &s)
{
    Occurrence &o = add(Form::CreateTrigger, s.relation);
    const RelationState *own = m_state.find(o.own);
    o.only = !s.isRow || !own || !own->isPartitioned;
    if (!s.from.name.isEmpty())
        o.referenced = { m_state.resolve(s.from) };
}

void StatementClassifier::describe(sql::ObjectKind kind, const sql::QualifiedName &object)
{
    static const QSet<sql::ObjectKind> relations = {
        sql::ObjectKind::Table,    sql::ObjectKind::View,         sql::ObjectKind::MaterializedView,
        sql::ObjectKind::Sequence, sql::ObjectKind::ForeignTable, sql::ObjectKind::Column,
    };
    static const QSet<sql::ObjectKind> parts = { sql::ObjectKind::Constraint, sql::ObjectKind::Trigger,
                                                 sql::ObjectKind::Rule, sql::ObjectKind::Policy };
    if (relations.contains(kind))
        add(Form::Comment, object);
    else if (kind == sql::ObjectKind::Index)
        add(Form::CommentIndex, object);
    else if (parts.contains(kind))
        add(Form::CommentConstraint, object);
    else
        add(Form::Standalone);
}

void StatementClassifier::operator()(const sql::Grant &s)
{
    addEach(Form::GrantRelation, s.relations);
}

void StatementClassifier::operator()(const sql::AlterDomain &s)
{
    const bool checks = s.action == sql::DomainAction::SetNotNull
                        || s.action == sql::DomainAction::ValidateConstraint
                        || (s.action == sql::DomainAction::AddConstraint && !s.notValid);
    Occurrence &o = add(checks ? Form::AlterDomainScan : Form::AlterDomain);
    if (checks)
        o.dependents = m_state.tablesUsingType(s.domain.schema, s.domain.name);
}

void StatementClassifier::operator()(const sql::AlterSequence &s)
{
    if (s.ifExists && isAbsent(m_state.resolve(s.sequence))) {
        add(Form::Standalone);
        return;
    }
    Occurrence &o = add(s.onlyOwnedBy ? Form::SequenceOwner : Form::AlterSequence, s.sequence);
    if (!s.ownedBy.name.isEmpty()) {
        const Keys table{ m_state.resolve(s.ownedBy) };
        (s.onlyOwnedBy ? o : add(Form::SequenceOwner, s.sequence)).others = table;
    }
}

void StatementClassifier::operator()(const sql::CreateSequence &s)
{
    Occurrence &o = add(Form::CreateSequence, s.sequence);
    if (!s.ownedBy.name.isEmpty())
        o.others = { m_state.resolve(s.ownedBy) };
}

void StatementClassifier::operator()(const sql::Publication &s)
{
    addEach(Form::Publication, s.relations);
    for (Occurrence &o : m_result) {
        const RelationState *own = m_state.find(o.own);
        o.only |= own && own->isPartitioned;
    }
    const QString members = QStringLiteral("TABLE ");
    if (!s.replaces)
        return;
    for (const schema::Fact &fact : m_state.catalog()->factsOf(schema::Kind::PublicationMember)) {
        if (fact.id.name == s.name && fact.id.sub.startsWith(members))
            add(Form::Publication, m_state.keyFromText(fact.id.sub.mid(members.size()))).only = true;
    }
}

void StatementClassifier::operator()(const sql::Execute &s)
{
    const sql::Statement *prepared = m_state.prepared(s.name);
    if (!prepared) {
        add(Form::Unknown);
        return;
    }
    for (Occurrence &o : classify(*prepared, m_state, m_version))
        m_result.push_back(std::move(o));
}

void StatementClassifier::operator()(const sql::Do &s)
{
    if (onlyComments(s.body))
        add(Form::Standalone);
}

namespace {

/// Has its own statements' occurrences and, where something in it cannot be read, one that says so.
void appendNested(const sql::Statement &statement, const SchemaState &state, int serverVersion,
                  std::vector<Occurrence> *result)
{
    const bool onlyParsed = statement.as<sql::Prepare>() || statement.as<sql::CreateRule>();
    std::shared_ptr<const SchemaState> before;
    if (const auto *made = statement.as<sql::CreateSchema>(); made && !statement.nested.empty()) {
        auto within = std::make_shared<SchemaState>(state);
        within->setSearchPath(QStringList(made->name) + state.searchPath());
        before = within;
    }
    for (const sql::Statement &inner : statement.nested) {
        for (Occurrence &o : classifyUncalled(inner, before ? *before : state, serverVersion)) {
            if (!o.before)
                o.before = before;
            o.onlyParsed |= onlyParsed;
            o.isIdle |= onlyParsed;
            o.statement = o.statement ? o.statement : &inner;
            result->push_back(std::move(o));
        }
        if (statement.nested.size() == 1)
            continue;
        auto later = std::make_shared<SchemaState>(before ? *before : state);
        later->apply(inner);
        before = later;
    }
    const auto *block = statement.as<sql::Do>();
    if (statement.isPartlyRead && !(block && onlyComments(block->body)))
        result->emplace_back().form = Form::Unknown;
}

} // namespace

std::vector<Occurrence> classifyUncalled(const sql::Statement &statement, const SchemaState &state,
                                         int serverVersion)
{
    StatementClassifier classifier(state, serverVersion);
    std::visit(classifier, statement.detail);
    std::vector<Occurrence> result = classifier.take();
    appendNested(statement, state, serverVersion, &result);
    if (!statement.sequences.isEmpty()) {
        Occurrence &o = result.emplace_back();
        o.form = Form::Standalone;
        for (const sql::RelationName &sequence : statement.sequences)
            o.sequences.append(state.resolve(sequence));
    }
    if (statement.isExplained) {
        for (Occurrence &o : result) {
            o.isIdle = true;
            o.referenced.clear();
            o.cascaded.clear();
        }
        std::erase_if(result, [](const Occurrence &o) { return o.form == Form::WriteRows; });
    }
    return result;
}

std::vector<Occurrence> classify(const sql::Statement &statement, const SchemaState &state, int serverVersion)
{
    std::vector<Occurrence> result = classifyUncalled(statement, state, serverVersion);
    if (!statement.isExplained)
        appendCalled(statement, state, serverVersion, &result);
    if (result.empty())
        result.emplace_back().form = Form::Standalone;
    return result;
}

} // namespace lockstep::analysis
