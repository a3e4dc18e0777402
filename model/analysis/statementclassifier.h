#pragma once

#include "occurrence.h"

namespace lockstep::analysis {

/// Turns one statement into occurrences; ALTER TABLE goes to AlterClassifier.
class StatementClassifier
{
public:
    StatementClassifier(const SchemaState &state, int serverVersion)
        : m_state(state)
        , m_version(serverVersion)
    { }
    std::vector<Occurrence> take() { return std::move(m_result); }

    void operator()(const sql::AlterTable &s);
    void operator()(const sql::CreateTable &s);
    void operator()(const sql::CreateTableAs &s);
    void operator()(const sql::CreateIndex &s);
    void operator()(const sql::Drop &s);
    void operator()(const sql::Rename &s);
    void operator()(const sql::SetSchema &s);
    void operator()(const sql::ChangeOwner &s);
    void operator()(const sql::CreateView &s);
    void operator()(const sql::Refresh &s);
    void operator()(const sql::CreateTrigger &s);
    void operator()(const sql::CreateRule &s) { add(Form::Rule, s.relation); }
    void operator()(const sql::CreatePolicy &s) { add(Form::Policy, s.relation).others = keys(s.sources); }
    void operator()(const sql::AlterPolicy &s) { add(Form::Policy, s.relation).others = keys(s.sources); }
    void operator()(const sql::Comment &s) { describe(s.kind, s.object); }
    void operator()(const sql::SecurityLabel &s) { describe(s.kind, s.object); }
    void operator()(const sql::Grant &s);
    void operator()(const sql::AlterEnum &) { add(Form::AddEnumLabel); }
    void operator()(const sql::AlterDomain &s);
    void operator()(const sql::AlterSequence &s);
    void operator()(const sql::CreateSequence &s);
    void operator()(const sql::Truncate &s);
    void operator()(const sql::LockTable &s);
    void operator()(const sql::Insert &s);
    void operator()(const sql::Update &s);
    void operator()(const sql::Delete &s);
    void operator()(const sql::Merge &s);
    void operator()(const sql::Copy &s);
    void operator()(const sql::Select &s) { read(s.relations, s.forUpdate); }
    void operator()(const sql::Vacuum &s);
    void operator()(const sql::Reindex &s);
    void operator()(const sql::Cluster &s);
    void operator()(const sql::CreateStatistics &s) { addEach(Form::Statistics, s.relations); }
    void operator()(const sql::Publication &s);
    void operator()(const sql::MoveAll &s);
    void operator()(const sql::OwnedBy &s);
    void operator()(const sql::Execute &s);
    void operator()(const sql::Do &s);
    /// What it runs is looked at with the functions that are called.
    void operator()(const sql::Call &) { }
    void operator()(const sql::Other &s);
    /// Carries others, which are looked at one by one.
    void operator()(const sql::Prepare &) { }
    template <typename T>
    void operator()(const T &)
    {
        add(Form::Standalone);
    }

private:
    /// What a write does to one table.
    struct Change
    {
        bool inserts = false;
        bool deletes = false;
        QStringList updates;
        QStringList inserted; ///< Columns; empty: all.
    };
    Occurrence &add(Form form);
    Occurrence &add(Form form, const sql::RelationName &relation);
    Occurrence &add(Form form, const sql::QualifiedName &name);
    Occurrence &add(Form form, const Key &key);
    void addEach(Form form, const QVector<sql::RelationName> &relations);
    [[nodiscard]] Keys keys(const QVector<sql::RelationName> &names) const;
    [[nodiscard]] bool isAbsent(const Key &key) const;

    void read(const QVector<sql::RelationName> &relations, bool forUpdate);
    void write(Form form, const Key &table, bool only, const Change &change, const Keys &sources);
    void followKeys(const Key &table, const Change &change, Keys *seen, size_t occurrence);
    [[nodiscard]] bool fills(const Key &table, const QStringList &columns, const QStringList &inserted) const;
    [[nodiscard]] Keys checkedBy(const Key &table, const Change &change) const;

    void dropTable(const sql::QualifiedName &name, bool cascade);
    void dropOne(const sql::Drop &drop, const sql::QualifiedName &name);
    void dropPart(const sql::Drop &drop, const sql::QualifiedName &name);
    void dropHanging(Form form, schema::Kind kind, const sql::Drop &drop, const sql::QualifiedName &name);
    void dropNamed(schema::Kind kind, const sql::Drop &drop, const sql::QualifiedName &name);
    void dropIndex(const sql::Drop &drop, const sql::QualifiedName &name);
    void dropStatistics(const sql::QualifiedName &name);
    void dropDependents(schema::Kind kind, const sql::QualifiedName &name, bool cascade);
    void changeType(const sql::QualifiedName &type);
    void describe(sql::ObjectKind kind, const sql::QualifiedName &object);
    [[nodiscard]] Keys foreignTables(const Key &table, bool inherited = false) const;
    [[nodiscard]] Keys allTables(const sql::Reindex &s) const;
    void createParts(const sql::CreateTable &s);

    const SchemaState &m_state;
    const int m_version;
    std::vector<Occurrence> m_result;
};

} // namespace lockstep::analysis
