// clang-format off
#include "locktable.h"

namespace lockstep::analysis {

namespace {

using plan::LockMode;
using T = Target;

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

/// Only relations that a person can be kept waiting on are listed: TOAST tables follow their
/// table, and the ACCESS SHARE that planning a query takes on every index is left out.
constexpr FormEntry table[] = {
    {Form::AddColumn, "ADD COLUMN", Work::Metadata, {own(AX), children(AX)}},
    {Form::AddColumnRewrite, "ADD COLUMN that rewrites", Work::Rewrite, {own(AX), children(AX), LockRule{T::Indexes, AX}}},
    {Form::AddColumnScan, "ADD COLUMN with a CHECK", Work::Scan, {own(AX), children(AX)}},
    {Form::AddColumnIndex, "ADD COLUMN with UNIQUE or PRIMARY KEY", Work::IndexBuild, {own(AX), children(AX)}},
    {Form::AddColumnReferences, "ADD COLUMN with REFERENCES", Work::Metadata,
     {own(AX), children(AX), LockRule{T::Referenced, SRX}}},
    {Form::AddColumnReferencesDefault, "ADD COLUMN with DEFAULT and REFERENCES", Work::ForeignKeyCheck,
     {own(AX), children(AX), LockRule{T::Referenced, SRX}}},
    {Form::DropColumn, "DROP COLUMN", Work::Metadata,
     {own(AX), children(AX), LockRule{T::TouchedIndexes, AX}, LockRule{T::OwnedSequences, AX},
      LockRule{T::Referenced, AX}}},
    {Form::SetNotNull, "SET NOT NULL", Work::Scan, {own(AX), children(AX)}},
    {Form::SetNotNullProved, "SET NOT NULL proved by a CHECK", Work::Metadata, {own(AX), children(AX)}},
    {Form::DropNotNull, "DROP NOT NULL", Work::Metadata, {own(AX), children(AX)}},
    {Form::ColumnDefault, "SET or DROP DEFAULT", Work::Metadata, {own(AX), children(AX)}},
    {Form::AlterTypeInstant, "ALTER TYPE without rewrite", Work::Metadata,
     {own(AX), children(AX), LockRule{T::TouchedIndexes, AX}}},
    {Form::AlterTypeIndexBuild, "ALTER TYPE that rebuilds indexes", Work::IndexBuild,
     {own(AX), children(AX), LockRule{T::TouchedIndexes, AX}}},
    {Form::AlterTypeScan, "ALTER TYPE that checks again", Work::Scan,
     {own(AX), children(AX), LockRule{T::TouchedIndexes, AX}}},
    {Form::AlterTypeRewrite, "ALTER TYPE that rewrites", Work::Rewrite, {own(AX), children(AX), LockRule{T::Indexes, AX}}},
    {Form::AlterTypeKey, "ALTER TYPE of a foreign key column", Work::Rewrite,
     {own(AX), children(AX), LockRule{T::Indexes, AX}, LockRule{T::Referenced, AX}, LockRule{T::Dependents, AX}}},
    {Form::ColumnStatistics, "SET STATISTICS or column options", Work::Metadata, {own(SUX), children(SUX)}},
    {Form::ColumnStorage, "SET STORAGE or COMPRESSION", Work::Metadata, {own(AX), children(AX)}},
    {Form::AddIdentity, "ADD GENERATED AS IDENTITY", Work::Metadata, {own(AX)}},
    {Form::ChangeIdentity, "SET GENERATED or RESTART", Work::Metadata, {own(AX), LockRule{T::OwnedSequences, SRX}}},
    {Form::DropIdentity, "DROP IDENTITY", Work::Metadata, {own(AX), LockRule{T::OwnedSequences, AX}}},
    {Form::DropExpression, "DROP EXPRESSION", Work::Metadata, {own(AX), children(AX)}},
    {Form::SetExpression, "SET EXPRESSION", Work::Rewrite, {own(AX), children(AX), LockRule{T::Indexes, AX}}},
    {Form::AddCheck, "ADD CHECK", Work::Scan, {own(AX), children(AX)}},
    {Form::AddNotValid, "ADD CHECK or NOT NULL, NOT VALID", Work::Metadata, {own(AX), children(AX)}},
    {Form::AddForeignKey, "ADD FOREIGN KEY", Work::ForeignKeyCheck,
     {own(SRX), children(SRX), LockRule{T::Referenced, SRX}}},
    {Form::AddForeignKeyNotValid, "ADD FOREIGN KEY NOT VALID", Work::Metadata,
     {own(SRX), children(SRX), LockRule{T::Referenced, SRX}}},
    {Form::AddUnique, "ADD UNIQUE", Work::IndexBuild, {own(AX), children(AX)}},
    {Form::AddPrimaryKey, "ADD PRIMARY KEY", Work::IndexBuild,
     {own(AX), LockRule{T::Children, S, 0, 17}, LockRule{T::Children, AX, 18}}},
    {Form::AddUniqueUsingIndex, "ADD UNIQUE or PRIMARY KEY USING INDEX", Work::Metadata,
     {own(AX), LockRule{T::NamedIndex, SUX}}},
    {Form::AddPrimaryKeyUsingIndexScan, "ADD PRIMARY KEY USING INDEX on nullable columns", Work::Scan,
     {own(AX), LockRule{T::NamedIndex, SUX}}},
    {Form::AddExclude, "ADD EXCLUDE", Work::IndexBuild, {own(AX), children(AX)}},
    {Form::ValidateCheck, "VALIDATE CONSTRAINT", Work::Scan, {own(SUX), children(SUX)}},
    {Form::ValidateForeignKey, "VALIDATE CONSTRAINT of a foreign key", Work::ForeignKeyCheck,
     {own(SUX), children(SUX), LockRule{T::Referenced, RS}}},
    {Form::ValidateAgain, "VALIDATE of a valid constraint", Work::Metadata, {own(SUX)}},
    {Form::DropConstraint, "DROP CONSTRAINT", Work::Metadata, {own(AX), children(AX)}},
    {Form::DropKey, "DROP CONSTRAINT of a key", Work::Metadata,
     {own(AX), children(AX), LockRule{T::NamedIndex, AX}, LockRule{T::Dependents, AX}}},
    {Form::DropForeignKey, "DROP CONSTRAINT of a foreign key", Work::Metadata,
     {own(AX), children(AX), LockRule{T::Referenced, AX}}},
    {Form::AlterConstraint, "ALTER CONSTRAINT", Work::Metadata, {own(AX), children(AX)}},
    {Form::SwitchTrigger, "ENABLE or DISABLE TRIGGER", Work::Metadata, {own(SRX), children(SRX)}},
    {Form::SwitchRule, "ENABLE or DISABLE RULE", Work::Metadata, {own(AX)}},
    {Form::SwitchRowSecurity, "ENABLE, DISABLE or FORCE ROW LEVEL SECURITY", Work::Metadata, {own(AX)}},
    {Form::ReplicaIdentity, "REPLICA IDENTITY", Work::Metadata, {own(AX), LockRule{T::NamedIndex, S}}},
    {Form::ClusterOn, "CLUSTER ON", Work::Metadata, {own(SUX), LockRule{T::NamedIndex, SUX}}},
    {Form::SetOptions, "SET storage parameters", Work::Metadata, {own(SUX)}},
    {Form::SetStrongOptions, "SET options that change behaviour", Work::Metadata, {own(AX)}},
    {Form::SetLogged, "SET LOGGED or UNLOGGED", Work::Rewrite, {own(AX), LockRule{T::Indexes, AX}}},
    {Form::SetTablespace, "SET TABLESPACE", Work::Rewrite, {own(AX)}},
    {Form::SetAccessMethod, "SET ACCESS METHOD", Work::Rewrite, {own(AX)}},
    {Form::Inherit, "INHERIT", Work::Metadata, {own(AX), LockRule{T::Parent, SUX}}},
    {Form::NoInherit, "NO INHERIT", Work::Metadata, {own(AX), LockRule{T::Parent, AS}}},
    {Form::OfType, "OF or NOT OF", Work::Metadata, {own(AX)}},
    {Form::OwnerTo, "OWNER TO", Work::Metadata, {own(AX), LockRule{T::Indexes, AX}, LockRule{T::OwnedSequences, AX}}},
    {Form::AttachPartition, "ATTACH PARTITION", Work::Scan,
     {own(SUX), LockRule{T::NamedPartition, AX}, LockRule{T::Indexes, SUX}, LockRule{T::DefaultPartition, AX},
      LockRule{T::Referencing, SRX, 15}}},
    {Form::AttachPartitionChecked, "ATTACH PARTITION proved by a CHECK", Work::Metadata,
     {own(SUX), LockRule{T::NamedPartition, AX}, LockRule{T::Indexes, SUX}, LockRule{T::DefaultPartition, AX},
      LockRule{T::Referencing, SRX, 15}}},
    {Form::DetachPartition, "DETACH PARTITION", Work::Metadata,
     {own(AX), LockRule{T::NamedPartition, SUX, 0, 13}, LockRule{T::NamedPartition, AX, 14},
      LockRule{T::DefaultPartition, AX}, LockRule{T::Referencing, AX}}},
    {Form::DetachConcurrently, "DETACH PARTITION CONCURRENTLY", Work::Wait, {own(SUX), LockRule{T::NamedPartition, AX}}},
    {Form::OtherAlterTable, "ALTER TABLE", Work::Metadata, {own(AX), children(AX)}},

    {Form::CreateTable, "CREATE TABLE", Work::Metadata, {}},
    {Form::CreateTableReferencing, "CREATE TABLE with a foreign key", Work::Metadata, {LockRule{T::Referenced, SRX}}},
    {Form::CreatePartition, "CREATE TABLE PARTITION OF", Work::Metadata,
     {LockRule{T::Parent, AX}, LockRule{T::ParentIndexes, SUX}, LockRule{T::DefaultPartition, AX}}},
    {Form::CreateTableInherits, "CREATE TABLE INHERITS", Work::Metadata, {LockRule{T::Parent, SUX}}},
    {Form::CreateTableFrom, "CREATE TABLE AS or LIKE", Work::Data, {LockRule{T::Sources, AS}}},
    {Form::DropTable, "DROP TABLE", Work::Metadata,
     {own(AX), LockRule{T::Indexes, AX}, LockRule{T::Referenced, AX}, children(AX), LockRule{T::Dependents, AX},
      LockRule{T::OwnedSequences, AX}}},
    {Form::DropPartition, "DROP of a partition", Work::Metadata,
     {own(AX), LockRule{T::Indexes, AX}, LockRule{T::Referenced, AX}, LockRule{T::Parent, AX},
      LockRule{T::Dependents, AX}, LockRule{T::OwnedSequences, AX}}},
    {Form::RenameRelation, "RENAME", Work::Metadata, {own(AX)}},
    {Form::RenameColumn, "RENAME COLUMN", Work::Metadata, {own(AX), children(AX)}},
    {Form::RenameConstraint, "RENAME CONSTRAINT", Work::Metadata, {own(AX), LockRule{T::NamedIndex, SUX}}},
    {Form::SetSchema, "SET SCHEMA", Work::Metadata, {own(AX), LockRule{T::OwnedSequences, AX}}},
    {Form::Truncate, "TRUNCATE", Work::Metadata,
     {own(AX), children(AX), LockRule{T::Indexes, AX}, LockRule{T::OwnedSequences, AX}, LockRule{T::Dependents, AX}}},
    {Form::CreateView, "CREATE VIEW", Work::Metadata, {LockRule{T::Sources, AS}}},
    {Form::ReplaceView, "CREATE OR REPLACE VIEW", Work::Metadata, {own(AX), LockRule{T::Sources, AS}}},
    {Form::DropView, "DROP VIEW", Work::Metadata, {own(AX), LockRule{T::Indexes, AX}, LockRule{T::Dependents, AX}}},
    {Form::AlterView, "ALTER VIEW", Work::Metadata, {own(AX)}},
    {Form::CreateMaterializedView, "CREATE MATERIALIZED VIEW", Work::Data, {LockRule{T::Sources, AS}}},
    {Form::Refresh, "REFRESH MATERIALIZED VIEW", Work::Rewrite,
     {own(AX), LockRule{T::Indexes, AX}, LockRule{T::Sources, AS}}},
    {Form::RefreshConcurrently, "REFRESH MATERIALIZED VIEW CONCURRENTLY", Work::Data,
     {own(X), LockRule{T::Indexes, RX}, LockRule{T::Sources, AS}}},
    {Form::CreateSequence, "CREATE SEQUENCE", Work::Metadata, {}},
    {Form::AlterSequence, "ALTER SEQUENCE", Work::Metadata, {own(SRX)}},
    {Form::SequenceOwner, "ALTER SEQUENCE OWNED BY", Work::Metadata, {own(SRX), LockRule{T::Parent, AS}}},
    {Form::DropSequence, "DROP SEQUENCE", Work::Metadata, {own(AX), LockRule{T::Dependents, AX}}},

    {Form::CreateIndex, "CREATE INDEX", Work::IndexBuild, {own(S), children(S)}},
    {Form::CreateIndexOnly, "CREATE INDEX ON ONLY", Work::Metadata, {own(S)}},
    {Form::CreateIndexConcurrently, "CREATE INDEX CONCURRENTLY", Work::ConcurrentBuild, {own(SUX)}},
    {Form::DropIndex, "DROP INDEX", Work::Metadata,
     {own(AX), children(AX), LockRule{T::IndexTable, AX}, LockRule{T::Dependents, AX}}},
    {Form::DropIndexConcurrently, "DROP INDEX CONCURRENTLY", Work::Wait, {own(SUX), LockRule{T::IndexTable, SUX}}},
    {Form::Reindex, "REINDEX INDEX", Work::IndexBuild, {own(AX), LockRule{T::IndexTable, S}}},
    {Form::ReindexTable, "REINDEX TABLE", Work::IndexBuild, {own(S), LockRule{T::Indexes, AX}}},
    {Form::ReindexConcurrently, "REINDEX INDEX CONCURRENTLY", Work::ConcurrentBuild,
     {own(SUX), LockRule{T::IndexTable, SUX}}},
    {Form::ReindexTableConcurrently, "REINDEX TABLE CONCURRENTLY", Work::ConcurrentBuild,
     {own(SUX), LockRule{T::Indexes, SUX}}},
    {Form::AlterIndex, "ALTER INDEX", Work::Metadata, {own(SUX)}},
    {Form::IndexTablespace, "ALTER INDEX SET TABLESPACE", Work::Rewrite, {own(AX)}},
    {Form::AttachIndex, "ALTER INDEX ATTACH PARTITION", Work::Metadata,
     {own(SUX), LockRule{T::NamedPartition, AX}, LockRule{T::IndexTable, AS}}},

    {Form::CreateTrigger, "CREATE TRIGGER", Work::Metadata, {own(SRX), children(SRX), LockRule{T::Referenced, AS}}},
    {Form::DropTrigger, "DROP or RENAME TRIGGER", Work::Metadata, {own(AX), children(AX)}},
    {Form::Rule, "CREATE or DROP RULE", Work::Metadata, {own(AX)}},
    {Form::Policy, "CREATE, ALTER or DROP POLICY", Work::Metadata, {own(AX)}},
    {Form::Statistics, "CREATE or DROP STATISTICS", Work::Metadata, {own(SUX)}},
    {Form::Publication, "publication of a table", Work::Metadata, {own(SUX)}},
    {Form::Comment, "COMMENT", Work::Metadata, {own(SUX)}},
    {Form::CommentIndex, "COMMENT ON INDEX", Work::Metadata, {own(SUX)}},
    {Form::CommentConstraint, "COMMENT ON CONSTRAINT", Work::Metadata, {own(AS)}},
    {Form::GrantRelation, "GRANT or REVOKE", Work::Metadata, {LockRule{T::Own, AS, 18}}},

    {Form::AddEnumLabel, "ALTER TYPE ADD or RENAME VALUE", Work::Metadata, {}},
    {Form::AlterComposite, "ALTER TYPE of a composite", Work::Metadata, {own(AX), LockRule{T::Dependents, AX}}},
    {Form::AlterDomain, "ALTER DOMAIN", Work::Metadata, {}},
    {Form::AlterDomainScan, "ALTER DOMAIN that checks its tables", Work::Scan, {LockRule{T::Dependents, S}}},
    {Form::DropDependents, "DROP of a type, routine, schema or extension", Work::Metadata, {LockRule{T::Dependents, AX}}},
    {Form::Standalone, "statement without a relation", Work::Metadata, {}},

    {Form::Select, "SELECT", Work::Scan, {own(AS)}},
    {Form::SelectForUpdate, "SELECT FOR UPDATE", Work::Data, {own(RS)}},
    {Form::Write, "INSERT, UPDATE, DELETE or COPY", Work::Data, {own(RX), LockRule{T::Sources, AS}}},
    {Form::LockTable, "LOCK TABLE", Work::Metadata, {own(AX), children(AX), LockRule{T::Sources, AX}}},
    {Form::Vacuum, "VACUUM or ANALYZE", Work::Scan, {own(SUX), children(SUX)}},
    {Form::VacuumFull, "VACUUM FULL", Work::Rewrite, {own(AX), LockRule{T::Indexes, AX}}},
    {Form::Cluster, "CLUSTER", Work::Rewrite, {own(AX), children(AX), LockRule{T::Indexes, AX}}},
    {Form::Unknown, "statement that is not known", Work::Metadata, {own(AX)}},
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
    case Work::Metadata: return plan::Effect::Instant;
    case Work::Scan:
    case Work::ForeignKeyCheck:
    case Work::Data: return plan::Effect::Scan;
    case Work::IndexBuild:
    case Work::ConcurrentBuild: return plan::Effect::IndexBuild;
    case Work::Rewrite: return plan::Effect::Rewrite;
    case Work::Wait: return plan::Effect::Wait;
    }
    return plan::Effect::Instant;
}

} // namespace lockstep::analysis
