// clang-format off
#include "locktable.h"

namespace lockstep::analysis {

namespace {

using plan::LockMode;
using T = Target;
using Works = decltype(FormEntry::works);

constexpr LockMode AS = LockMode::AccessShare;
constexpr LockMode RS = LockMode::RowShare;
constexpr LockMode RX = LockMode::RowExclusive;
constexpr LockMode SUX = LockMode::ShareUpdateExclusive;
constexpr LockMode S = LockMode::Share;
constexpr LockMode SRX = LockMode::ShareRowExclusive;
constexpr LockMode X = LockMode::Exclusive;
constexpr LockMode AX = LockMode::AccessExclusive;

constexpr LockRule own(LockMode mode) { return {T::Own, mode}; }
constexpr LockRule children(LockMode mode) { return {T::Children, mode}; }
constexpr LockRule on(Target target, LockMode mode, int since = 0, int until = 99) { return {target, mode, since, until}; }
constexpr WorkRule does(Target target, Work work) { return {target, work}; }

constexpr Works scans{does(T::Own, Work::Scan), does(T::Children, Work::Scan)};
constexpr Works rewrites{does(T::Own, Work::Rewrite), does(T::Children, Work::Rewrite), does(T::StoredIndexes, Work::IndexBuild)};
constexpr Works builds{does(T::NewIndexes, Work::IndexBuild)};
constexpr Works joins{does(T::Own, Work::ForeignKeyCheck), does(T::Children, Work::ForeignKeyCheck),
                      does(T::Referenced, Work::ForeignKeyCheck)};
constexpr Works empties{does(T::Own, Work::NewFile), does(T::Children, Work::NewFile), does(T::StoredIndexes, Work::NewFile),
                        does(T::OwnedSequences, Work::NewFile)};
constexpr Works newFile{does(T::Own, Work::NewFile)};
constexpr Works attaches{does(T::Unproved, Work::Scan), does(T::NewIndexes, Work::IndexBuild),
                         does(T::Checked, Work::ForeignKeyCheck)};

/// Only relations that a person can be kept waiting on are listed: TOAST tables follow their table.
/// What planning a query takes on every index of a table (ACCESS SHARE, ROW SHARE, ROW EXCLUSIVE) is
/// here, because a REINDEX of that index waits for it, and it for the REINDEX.
constexpr FormEntry table[] = {
    {Form::AddColumn, "ADD COLUMN", Work::Metadata, {own(AX), children(AX)}, {}},
    {Form::AddColumnRewrite, "ADD COLUMN that rewrites", Work::Rewrite,
     {own(AX), children(AX), on(T::StoredIndexes, AX), on(T::UsedSequences, RX)}, rewrites},
    {Form::AddColumnScan, "ADD COLUMN with a CHECK", Work::Scan, {own(AX), children(AX)}, scans},
    {Form::AddColumnIndex, "ADD COLUMN with UNIQUE or PRIMARY KEY", Work::IndexBuild, {own(AX), children(AX)}, builds},
    {Form::AddColumnReferences, "ADD COLUMN with REFERENCES", Work::Metadata,
     {own(AX), children(AX), on(T::Referenced, SRX)}, {}},
    {Form::AddColumnReferencesDefault, "ADD COLUMN with DEFAULT and REFERENCES", Work::ForeignKeyCheck,
     {own(AX), children(AX), on(T::Referenced, SRX), on(T::StoredIndexes, AS), on(T::ReferencedIndexes, AS)}, joins},
    {Form::DropColumn, "DROP COLUMN", Work::Metadata,
     {own(AX), children(AX), on(T::TouchedIndexes, AX), on(T::OwnedSequences, AX), on(T::Referenced, AX),
     on(T::Dependents, AX)}, {}},
    {Form::SetNotNull, "SET NOT NULL", Work::Scan, {own(AX), children(AX)}, scans},
    {Form::SetNotNullProved, "SET NOT NULL proved by a CHECK", Work::Metadata, {own(AX), children(AX)}, {}},
    {Form::DropNotNull, "DROP NOT NULL", Work::Metadata, {own(AX), children(AX)}, {}},
    {Form::ColumnDefault, "SET or DROP DEFAULT", Work::Metadata, {own(AX), children(AX)}, {}},
    {Form::AlterTypeInstant, "ALTER TYPE without rewrite", Work::Metadata,
     {own(AX), children(AX), on(T::TouchedIndexes, AX), on(T::Referenced, AX), on(T::Dependents, AX)}, {}},
    {Form::AlterTypeIndexBuild, "ALTER TYPE that rebuilds indexes", Work::IndexBuild,
     {own(AX), children(AX), on(T::TouchedIndexes, AX), on(T::Referenced, AX), on(T::Dependents, AX)},
     {does(T::RebuiltIndexes, Work::IndexBuild), does(T::Unproved, Work::Scan)}},
    {Form::AlterTypeScan, "ALTER TYPE that checks again", Work::Scan,
     {own(AX), children(AX), on(T::TouchedIndexes, AX), on(T::Referenced, AX), on(T::Dependents, AX)}, scans},
    {Form::AlterTypeRewrite, "ALTER TYPE that rewrites", Work::Rewrite,
     {own(AX), children(AX), on(T::StoredIndexes, AX), on(T::TouchedIndexes, AX), on(T::Referenced, AX),
     on(T::Dependents, AX)}, rewrites},
    {Form::AlterTypeKey, "ALTER TYPE of a foreign key column", Work::Rewrite,
     {own(AX), children(AX), on(T::StoredIndexes, AX), on(T::TouchedIndexes, AX), on(T::Referenced, AX),
     on(T::Dependents, AX), on(T::CheckedIndexes, AS)}, {rewrites[0], rewrites[1],
     rewrites[2], does(T::Checked, Work::ForeignKeyCheck)}},
    {Form::ColumnStatistics, "SET STATISTICS", Work::Metadata, {own(SUX), children(SUX)}, {}},
    {Form::ColumnOptions, "SET or RESET options of a column", Work::Metadata, {own(SUX)}, {}},
    {Form::ColumnStorage, "SET STORAGE", Work::Metadata, {own(AX), children(AX)}, {}},
    {Form::ColumnCompression, "SET COMPRESSION", Work::Metadata, {own(AX)}, {}},
    {Form::AddIdentity, "ADD GENERATED AS IDENTITY", Work::Metadata, {own(AX)}, {}},
    {Form::ChangeIdentity, "SET GENERATED", Work::Metadata, {own(AX), on(T::OwnedSequences, SRX)}, {}},
    {Form::RestartIdentity, "RESTART or SET of an identity", Work::Metadata,
     {own(AX), on(T::OwnedSequences, SRX)}, {does(T::OwnedSequences, Work::NewFile)}},
    {Form::DropIdentity, "DROP IDENTITY", Work::Metadata, {own(AX), on(T::OwnedSequences, AX)}, {}},
    {Form::DropExpression, "DROP EXPRESSION", Work::Metadata, {own(AX), children(AX)}, {}},
    {Form::SetExpression, "SET EXPRESSION", Work::Rewrite, {own(AX), children(AX), on(T::StoredIndexes, AX)}, rewrites},
    {Form::SetExpressionVirtual, "SET EXPRESSION of a virtual column", Work::Metadata, {own(AX), children(AX)}, {}},
    {Form::AddCheck, "ADD CHECK", Work::Scan, {own(AX), children(AX)}, scans},
    {Form::AddNotValid, "ADD CHECK or NOT NULL, NOT VALID", Work::Metadata, {own(AX), children(AX)}, {}},
    {Form::AddForeignKey, "ADD FOREIGN KEY", Work::ForeignKeyCheck,
     {own(SRX), children(SRX), on(T::Referenced, SRX), on(T::StoredIndexes, AS), on(T::ReferencedIndexes, AS)}, joins},
    {Form::AddForeignKeyNotValid, "ADD FOREIGN KEY NOT VALID", Work::Metadata,
     {own(SRX), children(SRX), on(T::Referenced, SRX)}, {}},
    {Form::AddUnique, "ADD UNIQUE", Work::IndexBuild, {own(AX), on(T::Children, S, 0, 17), on(T::Children, AX, 18)}, builds},
    {Form::AddPrimaryKey, "ADD PRIMARY KEY", Work::IndexBuild,
     {own(AX), on(T::Children, S, 0, 17), on(T::Children, AX, 18), on(T::Unproved, AX)}, {does(T::NewIndexes, Work::IndexBuild),
     does(T::Unproved, Work::Scan)}},
    {Form::AddUniqueUsingIndex, "ADD UNIQUE or PRIMARY KEY USING INDEX", Work::Metadata,
     {own(AX), on(T::NamedIndex, AS), on(T::RenamedIndex, SUX)}, {}},
    {Form::AddPrimaryKeyUsingIndexScan, "ADD PRIMARY KEY USING INDEX on nullable columns", Work::Scan,
     {own(AX), on(T::NamedIndex, AS), on(T::RenamedIndex, SUX)}, scans},
    {Form::AddExclude, "ADD EXCLUDE", Work::IndexBuild, {own(AX), children(AX)}, builds},
    {Form::ValidateCheck, "VALIDATE CONSTRAINT", Work::Scan, {own(SUX), children(SUX)}, scans},
    {Form::ValidateForeignKey, "VALIDATE CONSTRAINT of a foreign key", Work::ForeignKeyCheck,
     {own(SUX), children(SUX), on(T::Referenced, RS), on(T::StoredIndexes, AS), on(T::ReferencedIndexes, AS)}, joins},
    {Form::ValidateAgain, "VALIDATE of a valid constraint", Work::Metadata, {own(SUX)}, {}},
    {Form::DropConstraint, "DROP CONSTRAINT", Work::Metadata, {own(AX), children(AX)}, {}},
    {Form::DropKey, "DROP CONSTRAINT of a key", Work::Metadata,
     {own(AX), children(AX), on(T::NamedIndex, AX), on(T::Dependents, AX)}, {}},
    {Form::DropForeignKey, "DROP CONSTRAINT of a foreign key", Work::Metadata,
     {own(AX), children(AX), on(T::Referenced, AX)}, {}},
    {Form::AlterConstraint, "ALTER CONSTRAINT", Work::Metadata, {own(AX), children(AX)}, {}},
    {Form::AlterConstraintEnforced, "ALTER CONSTRAINT ENFORCED", Work::ForeignKeyCheck,
     {own(AX), children(AX), on(T::Referenced, SRX), on(T::StoredIndexes, AS), on(T::ReferencedIndexes, AS)}, joins},
    {Form::AlterConstraintNotEnforced, "ALTER CONSTRAINT NOT ENFORCED", Work::Metadata,
     {own(AX), children(AX), on(T::Referenced, AX)}, {}},
    {Form::SwitchTrigger, "ENABLE or DISABLE TRIGGER", Work::Metadata, {own(SRX), children(SRX)}, {}},
    {Form::SwitchRule, "ENABLE or DISABLE RULE", Work::Metadata, {own(AX)}, {}},
    {Form::SwitchRowSecurity, "ENABLE, DISABLE or FORCE ROW LEVEL SECURITY", Work::Metadata, {own(AX)}, {}},
    {Form::ReplicaIdentity, "REPLICA IDENTITY", Work::Metadata, {own(AX), on(T::NamedIndex, S)}, {}},
    {Form::ClusterOn, "CLUSTER ON", Work::Metadata, {own(SUX), on(T::NamedIndex, SUX)}, {}},
    {Form::SetOptions, "SET storage parameters", Work::Metadata, {own(SUX)}, {}},
    {Form::SetStrongOptions, "SET options that change behaviour", Work::Metadata, {own(AX)}, {}},
    {Form::SetLogged, "SET LOGGED or UNLOGGED", Work::Rewrite,
     {own(AX), on(T::OwnIndexes, AX)}, {does(T::Own, Work::Rewrite), does(T::OwnIndexes, Work::IndexBuild)}},
    {Form::SetLoggedAgain, "SET LOGGED or UNLOGGED that it already is", Work::Metadata, {own(AX)}, {}},
    {Form::SetTablespace, "SET TABLESPACE", Work::FileCopy, {own(AX)}, {does(T::Own, Work::FileCopy)}},
    {Form::SetAccessMethod, "SET ACCESS METHOD", Work::Rewrite,
     {own(AX), on(T::OwnIndexes, AX)}, {does(T::Own, Work::Rewrite), does(T::OwnIndexes, Work::IndexBuild)}},
    {Form::Inherit, "INHERIT", Work::Metadata, {own(AX), on(T::Parent, SUX)}, {}},
    {Form::NoInherit, "NO INHERIT", Work::Metadata, {own(AX), on(T::Parent, AS)}, {}},
    {Form::OfType, "OF or NOT OF", Work::Metadata, {own(AX), on(T::Parent, AS)}, {}},
    {Form::OwnerTo, "OWNER TO", Work::Metadata, {own(AX), on(T::OwnIndexes, AX), on(T::OwnedSequences, AX)}, {}},
    {Form::AttachPartition, "ATTACH PARTITION", Work::Scan,
     {own(SUX), on(T::NamedPartition, AX), on(T::PartitionChildren, AX), on(T::OwnIndexes, SUX), on(T::DefaultPartition, AX), on(T::Referencing, AS,
     0, 14), on(T::Referencing, SRX, 15), on(T::Referenced, SRX), on(T::CheckedIndexes, AS)}, attaches},
    {Form::AttachPartitionChecked, "ATTACH PARTITION proved by a CHECK", Work::Metadata,
     {own(SUX), on(T::NamedPartition, AX), on(T::PartitionChildren, AX), on(T::OwnIndexes, SUX), on(T::DefaultPartition, AX), on(T::Referencing, AS,
     0, 14), on(T::Referencing, SRX, 15), on(T::Referenced, SRX), on(T::CheckedIndexes, AS)}, attaches},
    {Form::DetachPartition, "DETACH PARTITION", Work::Metadata,
     {own(AX), on(T::NamedPartition, SUX, 0, 13), on(T::NamedPartition, AX, 14), on(T::PartitionChildren, AX), on(T::Checked, AX), on(T::DefaultPartition, AX),
     on(T::Referencing, AX), on(T::Referenced, SRX), on(T::DetachedIndexes, AX), on(T::ReferencingIndexes, AS)}, {does(T::Dependents, Work::Scan), does(T::NamedPartition, Work::Data)}},
    {Form::DetachConcurrently, "DETACH PARTITION CONCURRENTLY", Work::Wait, {own(SUX), on(T::NamedPartition, AX)}, {}},
    {Form::OtherAlterTable, "ALTER TABLE", Work::Metadata, {own(AX), children(AX)}, {}},

    {Form::CreateTable, "CREATE TABLE", Work::Metadata, {on(T::Sources, AS)}, {}},
    {Form::CreateTableReferencing, "CREATE TABLE with a foreign key", Work::Metadata, {on(T::Referenced, SRX)}, {}},
    {Form::CreatePartition, "CREATE TABLE PARTITION OF", Work::Metadata,
     {on(T::Parent, AX), on(T::Referenced, SRX), on(T::ParentIndexes, SUX), on(T::DefaultPartition, AX)}, {does(T::Unproved, Work::Scan)}},
    {Form::CreateTableInherits, "CREATE TABLE INHERITS", Work::Metadata, {on(T::Parent, SUX)}, {}},
    {Form::CreateTableLike, "CREATE TABLE LIKE", Work::Metadata, {on(T::Sources, AS)}, {}},
    {Form::CreateTableFrom, "CREATE TABLE AS", Work::Data,
     {on(T::Sources, AS), on(T::SourceIndexes, AS)}, {does(T::Sources, Work::Data)}},
    {Form::DropTable, "DROP TABLE", Work::Metadata,
     {own(AX), on(T::Indexes, AX), on(T::Referenced, AX), children(AX), on(T::Dependents, AX), on(T::OwnedSequences,
     AX)}, {}},
    {Form::DropPartition, "DROP of a partition", Work::Metadata,
     {own(AX), on(T::Indexes, AX), on(T::Referenced, AX), children(AX), on(T::Dependents, AX), on(T::OwnedSequences,
     AX), on(T::Parent, AX), on(T::DefaultPartition, AX)}, {}},
    {Form::RenameRelation, "RENAME", Work::Metadata, {own(AX)}, {}},
    {Form::RenameColumn, "RENAME COLUMN", Work::Metadata, {own(AX), children(AX)}, {}},
    {Form::RenameConstraint, "RENAME CONSTRAINT", Work::Metadata, {own(AX), children(AX), on(T::NamedIndex, SUX)}, {}},
    {Form::SetSchema, "SET SCHEMA", Work::Metadata, {own(AX), on(T::OwnedSequences, AX)}, {}},
    {Form::Truncate, "TRUNCATE", Work::Metadata,
     {own(AX), children(AX), on(T::StoredIndexes, AX), on(T::OwnedSequences, AX), on(T::Dependents, AX),
     on(T::StoredDependentIndexes, AX), on(T::Ancestors, AS, 0, 13)}, {empties[0], empties[1], empties[2], empties[3],
     does(T::Dependents, Work::NewFile), does(T::StoredDependentIndexes, Work::NewFile)}},
    {Form::CreateView, "CREATE VIEW", Work::Metadata, {on(T::Sources, AS)}, {}},
    {Form::ReplaceView, "CREATE OR REPLACE VIEW", Work::Metadata, {own(AX), on(T::Sources, AS)}, {}},
    {Form::DropView, "DROP VIEW", Work::Metadata, {own(AX), on(T::OwnIndexes, AX), on(T::Dependents, AX)}, {}},
    {Form::AlterView, "ALTER VIEW", Work::Metadata, {own(AX)}, {}},
    {Form::CreateMaterializedView, "CREATE MATERIALIZED VIEW", Work::Data,
     {on(T::Sources, AS), on(T::SourceIndexes, AS)}, {does(T::Sources, Work::Data)}},
    {Form::Refresh, "REFRESH MATERIALIZED VIEW", Work::Rewrite,
     {own(AX), on(T::OwnIndexes, AX), on(T::Sources, AS), on(T::SourceIndexes, AS)}, {does(T::Own, Work::Rewrite),
     does(T::OwnIndexes, Work::IndexBuild), does(T::Sources, Work::Data)}},
    {Form::RefreshConcurrently, "REFRESH MATERIALIZED VIEW CONCURRENTLY", Work::Data,
     {own(X), on(T::OwnIndexes, RX), on(T::Sources, AS), on(T::SourceIndexes, AS)}, {does(T::Own, Work::Scan),
     does(T::Sources, Work::Data)}},
    {Form::CreateSequence, "CREATE SEQUENCE", Work::Metadata, {on(T::Parent, AS)}, {}},
    {Form::AlterSequence, "ALTER SEQUENCE", Work::Metadata, {own(SRX)}, newFile},
    {Form::SequenceOwner, "ALTER SEQUENCE OWNED BY", Work::Metadata, {own(SRX), on(T::Parent, AS)}, {}},
    {Form::SequencePersistence, "ALTER SEQUENCE SET LOGGED or UNLOGGED", Work::Metadata, {own(AX)}, newFile},
    {Form::DropSequence, "DROP SEQUENCE", Work::Metadata, {own(AX), on(T::Dependents, AX)}, {}},

    {Form::CreateIndex, "CREATE INDEX", Work::IndexBuild, {own(S), children(S)}, builds},
    {Form::CreateIndexOnly, "CREATE INDEX ON ONLY", Work::Metadata, {own(S)}, builds},
    {Form::CreateIndexConcurrently, "CREATE INDEX CONCURRENTLY", Work::ConcurrentBuild,
     {own(SUX)}, {does(T::NewIndexes, Work::ConcurrentBuild)}},
    {Form::DropIndex, "DROP INDEX", Work::Metadata,
     {own(AX), children(AX), on(T::IndexTable, AX), on(T::Dependents, AX)}, {}},
    {Form::DropIndexConcurrently, "DROP INDEX CONCURRENTLY", Work::Wait, {own(SUX), on(T::IndexTable, SUX)}, {}},
    {Form::Reindex, "REINDEX INDEX", Work::IndexBuild,
     {own(AX), children(AX), on(T::IndexTable, S)}, {does(T::Own, Work::IndexBuild), does(T::Children,
     Work::IndexBuild)}},
    {Form::ReindexTable, "REINDEX TABLE", Work::IndexBuild,
     {own(S), children(S), on(T::StoredIndexes, AX), on(T::Dependents, S), on(T::DependentIndexes, AX)},
     {does(T::StoredIndexes, Work::IndexBuild), does(T::DependentIndexes, Work::IndexBuild)}},
    {Form::ReindexConcurrently, "REINDEX INDEX CONCURRENTLY", Work::ConcurrentBuild,
     {own(SUX), children(SUX), on(T::IndexTable, SUX)}, {does(T::Own, Work::ConcurrentBuild), does(T::Children,
     Work::ConcurrentBuild)}},
    {Form::ReindexTableConcurrently, "REINDEX TABLE CONCURRENTLY", Work::ConcurrentBuild,
     {own(SUX), children(SUX), on(T::StoredIndexes, SUX), on(T::Dependents, SUX), on(T::DependentIndexes, SUX)},
     {does(T::StoredIndexes, Work::ConcurrentBuild), does(T::DependentIndexes, Work::ConcurrentBuild)}},
    {Form::AlterIndex, "ALTER INDEX", Work::Metadata, {own(SUX)}, {}},
    {Form::AlterIndexStrong, "ALTER INDEX SET options that change behaviour", Work::Metadata, {own(AX)}, {}},
    {Form::IndexTablespace, "ALTER INDEX SET TABLESPACE", Work::FileCopy, {own(AX)}, {does(T::Own, Work::FileCopy)}},
    {Form::AttachIndex, "ALTER INDEX ATTACH PARTITION", Work::Metadata,
     {own(SUX), on(T::NamedPartition, AX), on(T::IndexTable, AS)}, {}},

    {Form::CreateTrigger, "CREATE TRIGGER", Work::Metadata, {own(SRX), children(SRX), on(T::Referenced, AS)}, {}},
    {Form::DropTrigger, "DROP TRIGGER", Work::Metadata, {own(AX), children(AX)}, {}},
    {Form::RenameTrigger, "RENAME TRIGGER", Work::Metadata, {own(AX), children(AX)}, {}},
    {Form::RenameTriggerAlone, "RENAME TRIGGER of one table", Work::Metadata, {own(AX)}, {}},
    {Form::Rule, "CREATE or DROP RULE", Work::Metadata, {own(AX), on(T::Sources, AS)}, {}},
    {Form::Policy, "CREATE, ALTER or DROP POLICY", Work::Metadata, {own(AX), on(T::Sources, AS)}, {}},
    {Form::Statistics, "CREATE or DROP STATISTICS", Work::Metadata, {own(SUX)}, {}},
    {Form::Publication, "publication of a table", Work::Metadata, {own(SUX), children(SUX)}, {}},
    {Form::Comment, "COMMENT", Work::Metadata, {own(SUX)}, {}},
    {Form::CommentIndex, "COMMENT ON INDEX", Work::Metadata, {own(SUX)}, {}},
    {Form::CommentConstraint, "COMMENT ON CONSTRAINT", Work::Metadata, {own(AS)}, {}},
    {Form::GrantRelation, "GRANT or REVOKE", Work::Metadata, {on(T::Own, AS, 18)}, {}},

    {Form::AddEnumLabel, "ALTER TYPE ADD or RENAME VALUE", Work::Metadata, {}, {}},
    {Form::AlterComposite, "ALTER TYPE of a composite", Work::Metadata, {own(AX), on(T::Dependents, AX)}, {}},
    {Form::AlterDomain, "ALTER DOMAIN", Work::Metadata, {}, {}},
    {Form::AlterDomainScan, "ALTER DOMAIN that checks its tables", Work::Scan,
     {on(T::Dependents, S)}, {does(T::Dependents, Work::Scan)}},
    {Form::DropDependents, "DROP of a type, routine, schema or extension", Work::Metadata, {on(T::Dependents, AX)}, {}},
    {Form::Standalone, "statement without a relation", Work::Metadata, {on(T::UsedSequences, RX)}, {}},

    {Form::Select, "SELECT", Work::Scan,
     {own(AS), children(AS), on(T::PlannedIndexes, AS), on(T::Sources, AS), on(T::SourceIndexes, AS)}, {does(T::Own,
     Work::Data), does(T::Children, Work::Data), does(T::Sources, Work::Data)}},
    {Form::SelectForUpdate, "SELECT FOR UPDATE", Work::Data,
     {own(RS), children(RS), on(T::PlannedIndexes, RS), on(T::Sources, RS), on(T::SourceIndexes, RS)}, {does(T::Own,
     Work::Data), does(T::Children, Work::Data), does(T::Sources, Work::Data)}},
    {Form::Write, "UPDATE, DELETE or MERGE", Work::Data,
     {own(RX), children(RX), on(T::PlannedIndexes, RX), on(T::Sources, AS), on(T::SourceIndexes, AS), on(T::Referenced, RS),
     on(T::ReferencedIndexes, RS), on(T::Cascaded, RX), on(T::CascadedIndexes, RX)}, {does(T::Own, Work::Data),
     does(T::Children, Work::Data), does(T::Sources, Work::Data), does(T::Cascaded, Work::Data), does(T::Unindexed,
     Work::Scan)}},
    {Form::Insert, "INSERT or COPY", Work::Data,
     {own(RX), on(T::UsedSequences, RX), on(T::Children, RX), on(T::Sources, AS), on(T::SourceIndexes, AS), on(T::Referenced, RS),
     on(T::ReferencedIndexes, RS)}, {does(T::Sources, Work::Data)}},
    {Form::WriteRows, "rows that reference those written", Work::Data,
     {on(T::Dependents, RS), on(T::ReferencingIndexes, RS)}, {}},
    {Form::CopyTo, "COPY TO", Work::Data, {own(AS), on(T::OwnIndexes, AS)}, {does(T::Own, Work::Data)}},
    {Form::LockTable, "LOCK TABLE", Work::Metadata, {own(AX), children(AX), on(T::Sources, AX)}, {}},
    {Form::Vacuum, "VACUUM", Work::Scan,
     {own(SUX), children(SUX), on(T::Dependents, SUX), on(T::Indexes, RX)}, {does(T::Own, Work::Scan),
     does(T::Children, Work::Scan), does(T::Dependents, Work::Scan)}},
    {Form::Analyze, "ANALYZE", Work::Sample,
     {own(SUX), children(SUX), on(T::Dependents, SUX), on(T::StoredIndexes, AS), on(T::Sources, AS)},
     {does(T::Own, Work::Sample), does(T::Children, Work::Sample), does(T::Dependents, Work::Sample)}},
    {Form::VacuumFull, "VACUUM FULL", Work::Rewrite,
     {own(AX), children(AX), on(T::StoredIndexes, AX), on(T::Dependents, AX), on(T::DependentIndexes, AX)},
     {rewrites[0], rewrites[1], rewrites[2], does(T::Dependents, Work::Rewrite), does(T::DependentIndexes,
     Work::IndexBuild)}},
    {Form::Cluster, "CLUSTER", Work::Rewrite,
     {own(AX), children(AX), on(T::StoredIndexes, AX), on(T::Dependents, AX), on(T::DependentIndexes, AX)},
     {rewrites[0], rewrites[1], rewrites[2], does(T::Dependents, Work::Rewrite), does(T::DependentIndexes,
     Work::IndexBuild)}},
    {Form::Unknown, "statement that is not known", Work::Metadata, {own(AX)}, {}},
};
static_assert(std::size(table) == formCount, "every form has an entry");

} // namespace

std::span<const FormEntry> lockTable()
{
    return table;
}

const FormEntry &entry(Form form)
{
    return table[size_t(form)];
}

plan::Effect effectOf(Work work)
{
    switch (work) {
    case Work::Metadata:
    case Work::NewFile: return plan::Effect::Instant;
    case Work::Scan:
    case Work::ForeignKeyCheck:
    case Work::Sample:
    case Work::Data: return plan::Effect::Scan;
    case Work::IndexBuild:
    case Work::ConcurrentBuild: return plan::Effect::IndexBuild;
    case Work::Rewrite:
    case Work::FileCopy: return plan::Effect::Rewrite;
    case Work::Wait: return plan::Effect::Wait;
    }
    return plan::Effect::Instant;
}

} // namespace lockstep::analysis
