#pragma once

#include "occurrence.h"
#include "typechange.h"

namespace lockstep::analysis {

/// Turns the subcommands of one ALTER TABLE (INDEX, VIEW, SEQUENCE, TYPE …) into occurrences.
class AlterClassifier
{
public:
    AlterClassifier(const sql::AlterTable &alter, const SchemaState &state, int serverVersion);
    [[nodiscard]] std::vector<Occurrence> run();

    void operator()(const sql::AddColumn &c);
    void operator()(const sql::DropColumn &c);
    void operator()(const sql::SetNotNull &c);
    void operator()(const sql::DropNotNull &c);
    void operator()(const sql::AlterType &c);
    void operator()(const sql::SetDefault &) { add(isView() ? Form::AlterView : Form::ColumnDefault); }
    void operator()(const sql::DropDefault &) { add(isView() ? Form::AlterView : Form::ColumnDefault); }
    void operator()(const sql::SetExpression &c);
    void operator()(const sql::DropExpression &) { add(Form::DropExpression); }
    void operator()(const sql::AddIdentity &) { add(Form::AddIdentity); }
    void operator()(const sql::SetIdentity &c)
    {
        add(c.changesSequence ? Form::RestartIdentity : Form::ChangeIdentity).column = c.column;
    }
    void operator()(const sql::DropIdentity &c) { add(Form::DropIdentity).column = c.column; }
    void operator()(const sql::SetStatistics &)
    {
        add(isIndex() ? Form::AlterIndex : Form::ColumnStatistics);
    }
    void operator()(const sql::SetColumnOptions &) { add(Form::ColumnOptions); }
    void operator()(const sql::SetStorage &) { add(Form::ColumnStorage); }
    void operator()(const sql::SetCompression &) { add(Form::ColumnCompression); }
    void operator()(const sql::AddConstraint &c);
    void operator()(const sql::ValidateConstraint &c);
    void operator()(const sql::DropConstraint &c);
    void operator()(const sql::AlterConstraint &c);
    void operator()(const sql::AttachPartition &c);
    void operator()(const sql::DetachPartition &c);
    void operator()(const sql::SwitchTrigger &) { add(Form::SwitchTrigger); }
    void operator()(const sql::SwitchRule &) { add(Form::SwitchRule); }
    void operator()(const sql::SwitchRowSecurity &) { add(Form::SwitchRowSecurity); }
    void operator()(const sql::SetOptions &c);
    void operator()(const sql::SetLogged &c);
    void operator()(const sql::SetTablespace &c);
    void operator()(const sql::SetAccessMethod &c);
    void operator()(const sql::ClusterOn &c) { add(Form::ClusterOn).index = indexNamed(c.index); }
    void operator()(const sql::Inherit &c)
    {
        add(c.add ? Form::Inherit : Form::NoInherit).others = { m_state.resolve(c.parent) };
    }
    void operator()(const sql::OfType &c);
    void operator()(const sql::ReplicaIdentity &c) { add(Form::ReplicaIdentity).index = indexNamed(c.index); }
    void operator()(const sql::OwnerTo &) { add(isView() ? Form::AlterView : Form::OwnerTo); }
    void operator()(const sql::OtherSubcommand &) { add(Form::OtherAlterTable); }

private:
    Occurrence &add(Form form);
    [[nodiscard]] bool isIndex() const;
    [[nodiscard]] bool isView() const { return m_alter.kind == sql::ObjectKind::View; }
    [[nodiscard]] Key indexNamed(const QString &name) const;
    [[nodiscard]] Keys ownAndChildren() const;
    void addComposite();
    void addInlineConstraint(const sql::ConstraintClause &clause, const sql::ColumnClause &column);
    void addIndexes(Occurrence *occurrence, const sql::ConstraintClause &clause) const;
    void addKey(const sql::ConstraintClause &clause);
    [[nodiscard]] bool addingRewrites(const sql::ColumnClause &column) const;
    [[nodiscard]] Keys referencedThrough(const QString &column) const;
    [[nodiscard]] Form typeForm(const QString &column, TypeChange change, bool isKey, bool rebuilds) const;
    [[nodiscard]] Keys rebuiltIndexes(const QString &column, TypeChange change) const;
    [[nodiscard]] bool isChecked(const QString &column) const;
    [[nodiscard]] Keys checkedKeys(const Keys &referencing, const QString &column) const;
    [[nodiscard]] bool dropsCheckOf(const QString &column) const;
    [[nodiscard]] bool mayBeNull(const QString &column) const;
    [[nodiscard]] sql::ConstraintKind constraintKindOf(const Key &index) const;
    void addPartitionIndexes(Occurrence *attach, const Key &partition) const;
    void addPartitionKeys(Occurrence *attach, const Key &partition) const;
    [[nodiscard]] Keys unprovedBy(const sql::AttachPartition &c, const Key &partition) const;

    const sql::AlterTable &m_alter;
    const SchemaState &m_state;
    const int m_version;
    const Key m_table;
    const sql::Subcommand *m_command = nullptr;
    std::vector<Occurrence> m_result;
};

} // namespace lockstep::analysis
