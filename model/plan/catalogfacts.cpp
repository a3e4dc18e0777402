#include "catalogfacts.h"

#include "ownname.h"

#include <optional>

namespace lockstep::plan {

using sql::ObjectKind;

namespace {

std::optional<FactKind> relationKind(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Table:
    case ObjectKind::View:
    case ObjectKind::MaterializedView:
    case ObjectKind::ForeignTable: return FactKind::Relation;
    case ObjectKind::Index: return FactKind::Index;
    case ObjectKind::Sequence: return FactKind::Sequence;
    default: return std::nullopt;
    }
}

/// Of what is named behind its relation.
std::optional<FactKind> kindOnRelation(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Column:
    case ObjectKind::Attribute: return FactKind::Column;
    case ObjectKind::Constraint: return FactKind::Constraint;
    case ObjectKind::Trigger: return FactKind::Trigger;
    case ObjectKind::Rule: return FactKind::Rule;
    case ObjectKind::Policy: return FactKind::Policy;
    default: return std::nullopt;
    }
}

/// On a relation, and goes where it goes.
bool hangs(FactKind kind)
{
    switch (kind) {
    case FactKind::Column:
    case FactKind::NotNull:
    case FactKind::Default:
    case FactKind::Constraint:
    case FactKind::Trigger:
    case FactKind::Rule:
    case FactKind::Policy:
    case FactKind::Child: return true;
    case FactKind::Schema:
    case FactKind::Relation:
    case FactKind::Index:
    case FactKind::Sequence:
    case FactKind::Type:
    case FactKind::Function:
    case FactKind::Label: return false;
    }
    Q_UNREACHABLE();
}

bool isTypeKind(ObjectKind kind)
{
    return kind == ObjectKind::Type || kind == ObjectKind::Domain;
}

sql::RelationName relationOf(const sql::QualifiedName &name)
{
    return { name.schema, name.name, false };
}

} // namespace

/// One overload for each subcommand of ALTER TABLE that makes or takes away something.
struct CatalogFacts::CommandFollower
{
    CatalogFacts &facts;
    const sql::RelationName &relation;

    void operator()(const sql::AddColumn &c) const
    {
        facts.forgetAbsences(relation.schema);
        is(FactKind::Column, c.column.name, FactState::Present);
        if (c.column.notNull)
            is(FactKind::NotNull, c.column.name, FactState::Present);
    }
    void operator()(const sql::DropColumn &c) const
    {
        facts.forgetDependants(relation.schema, relation.name);
        facts.forgetColumn(relation, c.column);
        is(FactKind::Column, c.column, FactState::Absent);
    }
    void operator()(const sql::AddIdentity &) const { facts.forgetAbsences(relation.schema); }
    void operator()(const sql::DropIdentity &) const
    {
        facts.forgetDependants(relation.schema, relation.name);
    }
    void operator()(const sql::SetNotNull &c) const { is(FactKind::NotNull, c.column, FactState::Present); }
    void operator()(const sql::DropNotNull &c) const { is(FactKind::NotNull, c.column, FactState::Absent); }
    void operator()(const sql::SetDefault &c) const
    {
        is(FactKind::Default, c.column, FactState::Present);
        // NULL is no default, but NULL with a length may be one.
        if (c.expression.text.startsWith(QLatin1String("NULL"), Qt::CaseInsensitive))
            facts.m_facts.remove({ FactKind::Default, relation.schema, relation.name, c.column });
    }
    void operator()(const sql::DropDefault &c) const { is(FactKind::Default, c.column, FactState::Absent); }
    void operator()(const sql::AddConstraint &c) const
    {
        facts.forgetAbsences(relation.schema);
        facts.forgetIndex(relation.schema, c.constraint.usingIndex);
        is(FactKind::Constraint, c.constraint.name,
           c.constraint.notValid ? FactState::Present : FactState::Valid);
    }
    void operator()(const sql::ValidateConstraint &c) const
    {
        is(FactKind::Constraint, c.name, FactState::Valid);
    }
    void operator()(const sql::DropConstraint &c) const
    {
        facts.forgetIndex(relation.schema, c.name);
        is(FactKind::Constraint, c.name, FactState::Absent);
    }
    void operator()(const sql::AttachPartition &c) const { child(c.partition, relation, FactState::Present); }
    void operator()(const sql::DetachPartition &c) const { child(c.partition, relation, FactState::Absent); }
    void operator()(const sql::Inherit &c) const
    {
        child(relation, c.parent, c.add ? FactState::Present : FactState::Absent);
    }
    template <typename Any>
    void operator()(const Any &) const
    { }

private:
    void is(FactKind kind, const QString &sub, FactState state) const
    {
        facts.set(kind, relation, sub, state);
    }
    void child(const sql::RelationName &of, const sql::RelationName &parent, FactState state) const
    {
        facts.set(FactKind::Child, of, schema::qualified(parent.schema, parent.name), state);
    }
};

/// One overload for each statement that makes or takes away something.
struct CatalogFacts::Follower
{
    CatalogFacts &facts;

    void operator()(const sql::AlterTable &s) const
    {
        for (const sql::Subcommand &command : s.commands)
            std::visit(CommandFollower{ facts, s.relation }, command.detail);
    }
    void operator()(const sql::CreateTable &s) const
    {
        facts.forgetAbsences(s.relation.schema);
        there(FactKind::Relation, s.relation);
    }
    void operator()(const sql::CreateTableAs &s) const { there(FactKind::Relation, s.relation); }
    void operator()(const sql::CreateView &s) const { there(FactKind::Relation, s.relation); }
    void operator()(const sql::CreateSequence &s) const { there(FactKind::Sequence, s.sequence); }
    void operator()(const sql::CreateIndex &s) const
    {
        // Of a partitioned table alone it is valid when each partition has its own.
        facts.set(FactKind::Index, { s.relation.schema, s.name, false }, {},
                  s.relation.only ? FactState::Present : FactState::Valid);
    }
    void operator()(const sql::CreateTrigger &s) const { onRelation(FactKind::Trigger, s.relation, s.name); }
    void operator()(const sql::CreateRule &s) const { onRelation(FactKind::Rule, s.relation, s.name); }
    void operator()(const sql::CreatePolicy &s) const { onRelation(FactKind::Policy, s.relation, s.name); }
    void operator()(const sql::CreateType &s) const
    {
        if (s.kind == ObjectKind::Type)
            facts.set(FactKind::Type, s.type, FactState::Present);
    }
    void operator()(const sql::CreateDomain &s) const
    {
        facts.set(FactKind::Type, s.domain, FactState::Present);
    }
    void operator()(const sql::CreateFunction &s) const
    {
        facts.set(FactKind::Function, s.function, FactState::Present);
    }
    void operator()(const sql::CreateSchema &s) const
    {
        facts.m_facts.insert({ FactKind::Schema, s.name, {}, {} }, FactState::Present);
    }
    void operator()(const sql::AlterEnum &s) const
    {
        const sql::RelationName type = relationOf(s.type);
        facts.set(FactKind::Label, type, s.newLabel, FactState::Present);
        if (!s.oldLabel.isEmpty())
            facts.set(FactKind::Label, type, s.oldLabel, FactState::Absent);
    }
    void operator()(const sql::Rename &s) const { facts.rename(s); }
    void operator()(const sql::SetSchema &s) const
    {
        if (const auto kind = relationKind(s.kind))
            facts.moveRelation(*kind, s.relation, { s.newSchema, s.relation.name, false });
        else
            facts.m_facts.clear();
    }
    /// Whatever it does.
    void operator()(const sql::Other &) const { facts.m_facts.clear(); }
    void operator()(const sql::Drop &s) const
    {
        if (s.cascade)
            facts.m_facts.clear();
        for (const sql::QualifiedName &name : s.names)
            gone(s.kind, name);
    }
    template <typename Any>
    void operator()(const Any &) const
    { }

private:
    void there(FactKind kind, const sql::RelationName &relation) const
    {
        facts.set(kind, relation, {}, FactState::Present);
    }
    void onRelation(FactKind kind, const sql::RelationName &relation, const QString &name) const
    {
        facts.set(kind, relation, name, FactState::Present);
    }
    void gone(ObjectKind kind, const sql::QualifiedName &name) const
    {
        if (const auto relation = relationKind(kind)) {
            facts.forgetDependants(name.schema, name.name);
            facts.forget(name.schema, name.name);
            facts.set(*relation, relationOf(name), {}, FactState::Absent);
        } else if (const auto hanging = kindOnRelation(kind)) {
            facts.set(*hanging, relationOf(name), name.sub, FactState::Absent);
        } else if (isTypeKind(kind)) {
            facts.forget(name.schema, name.name);
            facts.set(FactKind::Type, name, FactState::Absent);
        } else if (kind == ObjectKind::Function && isOwnName(name.name)) {
            // Others may have overloads.
            facts.set(FactKind::Function, name, FactState::Absent);
        } else if (kind == ObjectKind::Function) {
            facts.m_facts.remove({ FactKind::Function, name.schema, name.name, {} });
        } else if (kind == ObjectKind::Schema) {
            facts.m_facts.insert({ FactKind::Schema, name.name, {}, {} }, FactState::Absent);
        }
    }
};

void CatalogFacts::apply(const sql::Statement &statement)
{
    std::visit(Follower{ *this }, statement.detail);
}

void CatalogFacts::set(FactKind kind, const sql::RelationName &of, const QString &sub, FactState state)
{
    const bool needsSub = kind != FactKind::Relation && kind != FactKind::Index && kind != FactKind::Sequence
                          && kind != FactKind::Type && kind != FactKind::Function;
    // Without a schema it depends on the session; without a name the server picks one.
    if (of.schema.isEmpty() || of.name.isEmpty() || (needsSub && sub.isEmpty()))
        return;
    m_facts.insert({ kind, of.schema, of.name, sub }, state);
}

void CatalogFacts::set(FactKind kind, const sql::QualifiedName &name, FactState state)
{
    set(kind, relationOf(name), {}, state);
}

void CatalogFacts::rename(const sql::Rename &rename)
{
    if (const auto kind = kindOnRelation(rename.kind)) {
        if (*kind == FactKind::Constraint) // Its index has the name, too.
            forgetIndex(rename.relation.schema, rename.from);
        forgetAbsences(rename.relation.schema);
        set(*kind, rename.relation, rename.from, FactState::Absent);
        set(*kind, rename.relation, rename.to, FactState::Present);
        forgetColumn(rename.relation, rename.from);
    } else if (const auto relation = relationKind(rename.kind)) {
        moveRelation(*relation, rename.relation, { rename.relation.schema, rename.to, false });
    } else if (isTypeKind(rename.kind)) {
        forget(rename.object.schema, rename.object.name);
        set(FactKind::Type, rename.object, FactState::Absent);
        set(FactKind::Type, sql::QualifiedName{ rename.object.schema, rename.to, {} }, FactState::Present);
    } else {
        m_facts.clear();
    }
}

void CatalogFacts::moveRelation(FactKind kind, const sql::RelationName &from, const sql::RelationName &to)
{
    const QMap<CatalogFact, FactState> before = m_facts;
    forget(from.schema, from.name);
    const QString parent = schema::qualified(from.schema, from.name);
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        CatalogFact fact = it.key();
        const bool isParent = fact.kind == FactKind::Child && fact.sub == parent;
        if (isParent) {
            m_facts.remove(fact);
            fact.sub = schema::qualified(to.schema, to.name);
        }
        const bool isIts = fact.schema == from.schema && fact.name == from.name && hangs(fact.kind);
        if (isIts) {
            fact.schema = to.schema;
            fact.name = to.name;
        }
        if (isParent || isIts)
            m_facts.insert(fact, it.value());
    }
    set(kind, from, {}, FactState::Absent);
    set(kind, to, {}, FactState::Present);
}

void CatalogFacts::forget(const QString &schema, const QString &name)
{
    m_facts.removeIf([&](const auto &fact) {
        return fact.key().schema == schema && fact.key().name == name
               && fact.key().kind != FactKind::Function;
    });
}

void CatalogFacts::forgetIndex(const QString &schema, const QString &name)
{
    m_facts.remove({ FactKind::Index, schema, name, {} });
}

void CatalogFacts::forgetAbsences(const QString &schema)
{
    m_facts.removeIf([&](const auto &fact) {
        const bool isOwned = fact.key().kind == FactKind::Index || fact.key().kind == FactKind::Sequence;
        return isOwned && fact.key().schema == schema && fact.value() == FactState::Absent;
    });
}

void CatalogFacts::forgetColumn(const sql::RelationName &relation, const QString &column)
{
    m_facts.remove({ FactKind::NotNull, relation.schema, relation.name, column });
    m_facts.remove({ FactKind::Default, relation.schema, relation.name, column });
}

void CatalogFacts::forgetDependants(const QString &schema, const QString &name)
{
    m_facts.removeIf([&](const auto &fact) {
        const CatalogFact &key = fact.key();
        const bool isOwned = key.kind == FactKind::Index || key.kind == FactKind::Sequence;
        const bool isOnIt = key.schema == schema && key.name == name && hangs(key.kind)
                            && key.kind != FactKind::Column && key.kind != FactKind::NotNull
                            && key.kind != FactKind::Default;
        return fact.value() != FactState::Absent && (isOwned || isOnIt);
    });
}

} // namespace lockstep::plan
