#include "statementclassifier.h"

namespace lockstep::analysis {

using schema::Kind;

Keys StatementClassifier::foreignTables(const Key &table, bool inherited) const
{
    Keys result;
    if (const RelationState *state = m_state.details(table)) {
        for (const ConstraintState &constraint : state->constraints) {
            if (constraint.type == schema::ConstraintType::ForeignKey && (inherited || !constraint.inherited))
                result.append(constraint.referenced);
        }
    }
    return result;
}

void StatementClassifier::dropTable(const sql::QualifiedName &name, bool cascade)
{
    const Key table = m_state.resolve(name.schema, name.name);
    const RelationState *state = m_state.find(table);
    const bool isPartition = state && state->isPartition;
    Occurrence &o = add(isPartition ? Form::DropPartition : Form::DropTable, name);
    for (const Key &each : Keys{ table } + m_state.descendants(table))
        o.referenced += foreignTables(each);
    if (isPartition)
        o.others = { state->parent };
    if (!cascade)
        return;
    o.dependents = m_state.dependents(schema::objectId(Kind::Table, table.first, table.second));
    if (state)
        o.dependents += state->referencing;
    if (const RelationState *parent = isPartition ? m_state.find(state->parent) : nullptr;
        parent && !parent->referencing.isEmpty())
        o.dependents += parent->referencing + parent->children;
}

void StatementClassifier::dropDependents(Kind kind, const sql::QualifiedName &name, bool cascade)
{
    const QString schemaName = name.schema.isEmpty() ? QStringLiteral("public") : name.schema;
    const Key composite(schemaName, name.name);
    const RelationState *relation = m_state.find(composite);
    const bool isComposite = kind != Kind::Function && relation && relation->kind == RelationKind::Composite;
    Occurrence &o = add(cascade || isComposite ? Form::DropDependents : Form::Standalone);
    if (isComposite)
        o.dependents = { composite };
    if (!cascade)
        return;
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
        const bool isRoutine = fact.id.kind == Kind::Function || fact.id.kind == Kind::Procedure
                               || fact.id.kind == Kind::Aggregate;
        if ((kind == Kind::Function ? isRoutine : isType) && fact.id.name == name.name
            && fact.id.schema == schemaName)
            o.dependents += m_state.dependents(fact.id);
    }
}

void StatementClassifier::dropIndex(const sql::Drop &drop, const sql::QualifiedName &name)
{
    Occurrence &o = add(drop.concurrently ? Form::DropIndexConcurrently : Form::DropIndex, name);
    if (drop.cascade && !drop.concurrently)
        o.dependents = m_state.dependents(schema::objectId(Kind::Index, o.own.first, o.own.second));
}

void StatementClassifier::dropStatistics(const sql::QualifiedName &name)
{
    const schema::ObjectId id = schema::objectId(
        Kind::StatisticsObject, name.schema.isEmpty() ? QStringLiteral("public") : name.schema, name.name);
    const int index = m_state.catalog()->indexOf(id);
    Occurrence &o = add(Form::Statistics);
    if (index < 0)
        return;
    for (const int needed : m_state.catalog()->needs(index)) {
        const Key relation = keyOf(m_state.catalog()->facts()[size_t(needed)].id);
        if (m_state.find(relation))
            o.own = relation;
    }
}

void StatementClassifier::dropOne(const sql::Drop &drop, const sql::QualifiedName &name)
{
    switch (drop.kind) {
    case sql::ObjectKind::Table:
    case sql::ObjectKind::ForeignTable: return dropTable(name, drop.cascade);
    case sql::ObjectKind::Index: return dropIndex(drop, name);
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
    case sql::ObjectKind::Type:
    case sql::ObjectKind::Domain: return dropDependents(Kind::Enum, name, drop.cascade);
    case sql::ObjectKind::Function: return dropDependents(Kind::Function, name, drop.cascade);
    case sql::ObjectKind::Schema: return dropDependents(Kind::Schema, name, drop.cascade);
    case sql::ObjectKind::Extension: return dropDependents(Kind::Extension, name, drop.cascade);
    default: return dropPart(drop, name);
    }
}

void StatementClassifier::dropHanging(Form form, Kind kind, const sql::Drop &drop,
                                      const sql::QualifiedName &name)
{
    const Key table = m_state.resolve(name.schema, name.name);
    const bool isGone = drop.ifExists && !m_state.catalog()->facts().empty() && !m_state.isNew(table)
                        && !m_state.hasPart(kind, table, name.sub);
    add(isGone ? Form::Standalone : form, isGone ? Key() : table);
}

/// A collation, server and the like: what CASCADE takes with it.
void StatementClassifier::dropNamed(Kind kind, const sql::Drop &drop, const sql::QualifiedName &name)
{
    Occurrence &o = add(drop.cascade ? Form::DropDependents : Form::Standalone);
    if (!drop.cascade)
        return;
    for (const schema::Fact &fact : m_state.catalog()->factsOf(kind)) {
        if (fact.id.name == name.name && (name.schema.isEmpty() || fact.id.schema == name.schema))
            o.dependents += m_state.dependents(fact.id);
    }
}

/// What hangs on a relation, and what no relation hangs on.
void StatementClassifier::dropPart(const sql::Drop &drop, const sql::QualifiedName &name)
{
    switch (drop.kind) {
    case sql::ObjectKind::Trigger: return dropHanging(Form::DropTrigger, Kind::Trigger, drop, name);
    case sql::ObjectKind::Rule: return dropHanging(Form::Rule, Kind::Rule, drop, name);
    case sql::ObjectKind::Policy: return dropHanging(Form::Policy, Kind::Policy, drop, name);
    case sql::ObjectKind::Statistics: dropStatistics(name); return;
    case sql::ObjectKind::Collation: return dropNamed(Kind::Collation, drop, name);
    case sql::ObjectKind::Other:
        if (drop.tag == QLatin1String("OBJECT_FDW"))
            return dropNamed(Kind::ForeignDataWrapper, drop, name);
        if (drop.tag == QLatin1String("OBJECT_FOREIGN_SERVER"))
            return dropNamed(Kind::ForeignServer, drop, name);
        if (drop.tag == QLatin1String("OBJECT_LANGUAGE"))
            return dropNamed(Kind::Language, drop, name);
        add(Form::Standalone);
        return;
    default: add(Form::Standalone); return;
    }
}

void StatementClassifier::operator()(const sql::Drop &s)
{
    const bool hangsOnRelation = s.kind == sql::ObjectKind::Trigger || s.kind == sql::ObjectKind::Rule
                                 || s.kind == sql::ObjectKind::Policy;
    const bool isRelation = hangsOnRelation || s.kind == sql::ObjectKind::Table
                            || s.kind == sql::ObjectKind::ForeignTable || s.kind == sql::ObjectKind::Index
                            || s.kind == sql::ObjectKind::View || s.kind == sql::ObjectKind::MaterializedView
                            || s.kind == sql::ObjectKind::Sequence;
    for (const sql::QualifiedName &name : s.names) {
        if (s.ifExists && isRelation && isAbsent(m_state.resolve(name.schema, name.name)))
            add(Form::Standalone);
        else
            dropOne(s, name);
    }
}

} // namespace lockstep::analysis
