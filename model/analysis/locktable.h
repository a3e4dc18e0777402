#pragma once

// clang-format off

#include <model/plan/plan.h>

#include <QString>

#include <array>
#include <span>

/// The lock table as data: measured on PostgreSQL 12 to 18, one row a statement form.
namespace lockstep::analysis {

/// What kind of work a statement does while it holds its locks.
enum class Work {
    Metadata,        ///< Catalog rows only.
    Scan,            ///< Reads the whole table.
    IndexBuild,      ///< Reads it and builds one index.
    ConcurrentBuild, ///< The same twice over, waiting for older transactions in between.
    Rewrite,         ///< Writes the table and all its indexes anew.
    ForeignKeyCheck, ///< Joins the table with the referenced one.
    Wait,            ///< Waits for older transactions, otherwise metadata.
    Data,            ///< An INSERT, UPDATE, DELETE or query, as long as its rows take.
};

/// Which relations a lock is on, seen from the one a statement names.
enum class Target {
    None, Own, Children, Indexes, TouchedIndexes, NamedIndex, Referenced, Referencing, Parent, ParentIndexes,
    DefaultPartition, NamedPartition, OwnedSequences, Sources, IndexTable, Dependents,
};

struct LockRule
{
    Target target = Target::None;
    plan::LockMode mode = plan::LockMode::AccessShare;
    int since = 0;  ///< First major version it is true on.
    int until = 99; ///< Last one.
};

enum class Form {
    // ALTER TABLE
    AddColumn, AddColumnRewrite, AddColumnScan, AddColumnIndex, AddColumnReferences, AddColumnReferencesDefault,
    DropColumn, SetNotNull, SetNotNullProved, DropNotNull, ColumnDefault, AlterTypeInstant, AlterTypeIndexBuild,
    AlterTypeScan, AlterTypeRewrite, AlterTypeKey, ColumnStatistics, ColumnStorage, AddIdentity, ChangeIdentity,
    DropIdentity, DropExpression, SetExpression, AddCheck, AddNotValid, AddForeignKey, AddForeignKeyNotValid,
    AddUnique, AddPrimaryKey, AddUniqueUsingIndex, AddPrimaryKeyUsingIndexScan, AddExclude, ValidateCheck,
    ValidateForeignKey, ValidateAgain, DropConstraint, DropKey, DropForeignKey, AlterConstraint, SwitchTrigger,
    SwitchRule, SwitchRowSecurity, ReplicaIdentity, ClusterOn, SetOptions, SetStrongOptions, SetLogged, SetTablespace,
    SetAccessMethod, Inherit, NoInherit, OfType, OwnerTo, AttachPartition, AttachPartitionChecked, DetachPartition,
    DetachConcurrently, OtherAlterTable,
    // Relations
    CreateTable, CreateTableReferencing, CreatePartition, CreateTableInherits, CreateTableFrom, DropTable, DropPartition,
    RenameRelation, RenameColumn, RenameConstraint, SetSchema, Truncate, CreateView, ReplaceView, DropView, AlterView,
    CreateMaterializedView, Refresh, RefreshConcurrently, CreateSequence, AlterSequence, SequenceOwner, DropSequence,
    // Indexes
    CreateIndex, CreateIndexOnly, CreateIndexConcurrently, DropIndex, DropIndexConcurrently, Reindex,
    ReindexTable, ReindexConcurrently, ReindexTableConcurrently, AlterIndex, IndexTablespace, AttachIndex,
    // What hangs on relations
    CreateTrigger, DropTrigger, Rule, Policy, Statistics, Publication, Comment, CommentIndex, CommentConstraint,
    GrantRelation,
    // Types, routines, the rest
    AddEnumLabel, AlterComposite, AlterDomain, AlterDomainScan, DropDependents, Standalone,
    // Data and maintenance
    Select, SelectForUpdate, Write, LockTable, Vacuum, VacuumFull, Cluster, Unknown,
};
inline constexpr int formCount = int(Form::Unknown) + 1;

struct FormEntry
{
    Form form;
    const char *name; ///< What a person calls it.
    Work work;
    std::array<LockRule, 6> locks;
};

/// In the order of Form, one entry each; a test holds it to that.
[[nodiscard]] std::span<const FormEntry> lockTable();
[[nodiscard]] const FormEntry &entry(Form form);

[[nodiscard]] plan::Effect effectOf(Work work);

} // namespace lockstep::analysis
