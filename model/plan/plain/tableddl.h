#pragma once

#include "sqltext.h"

#include <functional>

namespace lockstep::plan::ddl {

/// Which columns and defaults are written inside CREATE TABLE.
using IsInline = std::function<bool(const schema::ObjectId &)>;

/// CREATE TABLE, row security and column settings. A partition is made as a table of its own:
/// attaching it is another action, so that its indexes get the names the target gives them.
[[nodiscard]] QStringList createTable(const schema::Fact &table, const schema::Catalog &catalog,
                                      const IsInline &isInline);
[[nodiscard]] QString attachPartition(const schema::Fact &table);
[[nodiscard]] QString detachPartition(const schema::Fact &table);
/// From PostgreSQL 18 on: gives NOT NULL constraints that come or came with a parent the names they have
/// in `to`, which is possible while the table has no parent.
[[nodiscard]] QStringList notNullNamesApart(const schema::Catalog &from, const schema::Catalog &to,
                                            const schema::ObjectId &table);
[[nodiscard]] QString replicaIdentity(const schema::Fact &table);
[[nodiscard]] QString clusterOn(const schema::Fact &table);
/// ENABLE, DISABLE, FORCE and NO FORCE ROW LEVEL SECURITY.
[[nodiscard]] QStringList changeRowSecurity(const schema::Fact &before, const schema::Fact &after);
/// Everything ALTER TABLE can change but partitioning, inheritance, replica identity and row security.
[[nodiscard]] QStringList alterTable(const schema::Fact &before, const schema::Fact &after);

/// "name type COLLATE … DEFAULT … NOT NULL"; `defaultValue` may be null.
[[nodiscard]] QString columnClause(const schema::Fact &column, const schema::DefaultAttributes *defaultValue,
                                   bool isPartition = false);
/// STORAGE, COMPRESSION, STATISTICS and options, which have no place in a column clause.
[[nodiscard]] QStringList columnSettings(const schema::Fact *before, const schema::Fact &after);
[[nodiscard]] QStringList identityChange(const schema::Fact &before, const schema::Fact &after);
/// The constraint's name from PostgreSQL 18 on.
[[nodiscard]] QString notNullName(const schema::Fact &column);
/// By name and NOT VALID where the column says so, which only PostgreSQL 18 and newer do.
[[nodiscard]] QString setNotNull(const schema::Fact &column);
[[nodiscard]] QString dropNotNull(const schema::Fact &column);
[[nodiscard]] QString changeType(const schema::Fact &after, const QString &usingExpression, bool dropDefault,
                                 const QString &newDefault);
/// ALTER TABLE ONLY … SET DEFAULT; never for generated columns.
[[nodiscard]] QString setDefault(const schema::Fact &defaultFact);
[[nodiscard]] QString dropDefault(const schema::ObjectId &id);
[[nodiscard]] QString sequenceOptions(const schema::SequenceAttributes &sequence);
/// What must come before narrower bounds, which PostgreSQL refuses while the sequence stands outside
/// them: it is moved to the nearest value inside. `name`: the sequence as SQL names it.
[[nodiscard]] QStringList moveIntoBounds(const QString &name, const schema::SequenceAttributes &before,
                                         const schema::SequenceAttributes &after);

} // namespace lockstep::plan::ddl
