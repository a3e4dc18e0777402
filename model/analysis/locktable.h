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
    FileCopy,        ///< Copies the files as they are.
    NewFile,         ///< Starts an empty file, or one of a single row: short whatever was there.
    ForeignKeyCheck, ///< Joins the table with the referenced one.
    Wait,            ///< Waits for older transactions, otherwise metadata.
    Sample,          ///< Reads some of the pages, as many whatever the size from some size on.
    Data,            ///< An INSERT, UPDATE, DELETE or query, as long as its rows take.
};

/// Which relations a lock or a piece of work is on, seen from the one a statement names. Partitions and
/// children go with what they belong to where a name here is in the plural.
enum class Target {
    None, Own, Children,
    Indexes,          ///< Of own and children.
    OwnIndexes,       ///< Of own alone.
    StoredIndexes,    ///< Indexes but those of partitioned tables, which have no file.
    PlannedIndexes,   ///< What the planner looks at: before 16 none of a partitioned table's own.
    TouchedIndexes,   ///< Of own and children, on Occurrence::column.
    RebuiltIndexes,   ///< Of those, the ones that do not outlive a change of type.
    NewIndexes,       ///< Built by the statement.
    NamedIndex, RenamedIndex, Referenced, ReferencedIndexes, Referencing, ReferencingIndexes,
    CheckedIndexes, Checked, ///< Tables whose foreign keys are checked again, and those they reference.
    Parent, ParentIndexes, Ancestors, DefaultPartition, NamedPartition, PartitionChildren, OwnedSequences, UsedSequences, Sources,
    SourceIndexes, IndexTable, Dependents, DependentIndexes, StoredDependentIndexes,
    DetachedIndexes,  ///< Of a partition that is detached: its own, which leave those of the parent.
    Unproved,         ///< Read because nothing proves what the statement needs of it.
    Cascaded, CascadedIndexes, ///< Written by ON DELETE or ON UPDATE.
    Unindexed,        ///< Read row by row because a foreign key has no index.
};

struct LockRule
{
    Target target = Target::None;
    plan::LockMode mode = plan::LockMode::AccessShare;
    int since = 0;  ///< First major version it is true on.
    int until = 99; ///< Last one.
};

struct WorkRule
{
    Target target = Target::None;
    Work work = Work::Metadata;
};

enum class Form {
    // ALTER TABLE
    AddColumn, AddColumnRewrite, AddColumnScan, AddColumnIndex, AddColumnReferences, AddColumnReferencesDefault,
    DropColumn, SetNotNull, SetNotNullProved, DropNotNull, ColumnDefault, AlterTypeInstant, AlterTypeIndexBuild,
    AlterTypeScan, AlterTypeRewrite, AlterTypeKey, ColumnStatistics, ColumnOptions, ColumnStorage, ColumnCompression,
    AddIdentity, ChangeIdentity, RestartIdentity, DropIdentity, DropExpression, SetExpression, SetExpressionVirtual,
    AddCheck, AddNotValid, AddForeignKey, AddForeignKeyNotValid, AddUnique, AddPrimaryKey, AddUniqueUsingIndex,
    AddPrimaryKeyUsingIndexScan, AddExclude, ValidateCheck, ValidateForeignKey, ValidateAgain, DropConstraint, DropKey,
    DropForeignKey, AlterConstraint, AlterConstraintEnforced, AlterConstraintNotEnforced, SwitchTrigger, SwitchRule, SwitchRowSecurity,
    ReplicaIdentity, ClusterOn, SetOptions, SetStrongOptions, SetLogged, SetLoggedAgain, SetTablespace,
    SetAccessMethod, Inherit, NoInherit, OfType, OwnerTo, AttachPartition, AttachPartitionChecked, DetachPartition,
    DetachConcurrently, OtherAlterTable,
    // Relations
    CreateTable, CreateTableReferencing, CreatePartition, CreateTableInherits, CreateTableLike, CreateTableFrom,
    DropTable, DropPartition, RenameRelation, RenameColumn, RenameConstraint, SetSchema, Truncate, CreateView,
    ReplaceView, DropView, AlterView, CreateMaterializedView, Refresh, RefreshConcurrently, CreateSequence,
    AlterSequence, SequenceOwner, SequencePersistence, DropSequence,
    // Indexes
    CreateIndex, CreateIndexOnly, CreateIndexConcurrently, DropIndex, DropIndexConcurrently, Reindex,
    ReindexTable, ReindexConcurrently, ReindexTableConcurrently, AlterIndex, AlterIndexStrong, IndexTablespace,
    AttachIndex,
    // What hangs on relations
    CreateTrigger, DropTrigger, RenameTrigger, RenameTriggerAlone, Rule, Policy, Statistics, Publication, Comment, CommentIndex, CommentConstraint,
    GrantRelation,
    // Types, routines, the rest
    AddEnumLabel, AlterComposite, AlterDomain, AlterDomainScan, DropDependents, Standalone,
    // Data and maintenance
    Select, SelectForUpdate, Write, Insert, WriteRows, CopyTo, LockTable, Vacuum, Analyze, VacuumFull, Cluster, Unknown,
};
inline constexpr int formCount = int(Form::Unknown) + 1;

struct FormEntry
{
    Form form;
    const char *name; ///< What a person calls it.
    Work work;        ///< The heaviest there is to it.
    std::array<LockRule, 12> locks;
    std::array<WorkRule, 6> works; ///< What is done to which relation; none where only catalog rows change.
};

/// In the order of Form, one entry each; a test holds it to that.
[[nodiscard]] std::span<const FormEntry> lockTable();
[[nodiscard]] const FormEntry &entry(Form form);

[[nodiscard]] plan::Effect effectOf(Work work);

} // namespace lockstep::analysis
