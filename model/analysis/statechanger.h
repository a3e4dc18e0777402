#pragma once

#include "schemastate.h"

namespace lockstep::analysis {

/// Writes what a statement does into a SchemaState; one overload a statement that matters.
class StateChanger
{
public:
    explicit StateChanger(SchemaState &state)
        : m_state(state)
    { }

    void operator()(const sql::AlterTable &alter);
    void operator()(const sql::CreateTable &table);
    void operator()(const sql::CreateTableAs &table);
    void operator()(const sql::CreateView &view);
    void operator()(const sql::CreateSequence &sequence);
    void operator()(const sql::CreateIndex &index);
    void operator()(const sql::Drop &drop);
    void operator()(const sql::Rename &rename);
    void operator()(const sql::CreateFunction &function);
    void operator()(const sql::Set &set);
    void operator()(const sql::CreateTrigger &trigger);
    void operator()(const sql::CreateRule &rule);
    void operator()(const sql::CreatePolicy &policy);
    void operator()(const sql::CreateType &type);
    template <typename T>
    void operator()(const T &)
    { }

private:
    void addPart(schema::Kind kind, const sql::RelationName &relation, const QString &name);
    void change(const Key &table, const sql::SubcommandDetail &detail);
    void addColumn(const Key &table, const sql::ColumnClause &column);
    void addConstraint(const Key &table, const sql::ConstraintClause &clause);
    void dropConstraint(const Key &table, const QString &name);
    void validate(const Key &table, const QString &name);
    void dropColumn(const Key &table, const QString &column);
    void renameColumn(const Key &table, const QString &from, const QString &to);
    void dropRelation(const Key &key);
    void takeOver(const Key &parent, const Key &child);
    void takeOverIndexes(const Key &parent, const Key &child);
    RelationState &create(const Key &key, RelationKind kind);

    SchemaState &m_state;
};

} // namespace lockstep::analysis
