#pragma once

// clang-format off

#include "altertable.h"

/// One SQL statement as typed facts: what lock analysis, findings and the editor decide on.
/// Closed: what is not listed is Other and carries its tag.
namespace lockstep::sql {

struct CreateTable
{
    RelationName relation;
    bool ifNotExists = false;
    bool isTemporary = false;
    bool isUnlogged = false;
    bool dropsOnCommit = false; ///< ON COMMIT DROP.
    bool isPartitioned = false;
    bool isForeign = false;
    std::vector<ColumnClause> columns;
    std::vector<ConstraintClause> constraints;
    QVector<RelationName> inherits;
    QVector<RelationName> like;
    RelationName ofType; ///< Name empty: not a typed table.
    RelationName partitionOf; ///< Name empty: not a partition.
    bool isDefaultPartition = false;
};
struct CreateTableAs { RelationName relation; bool materialized = false; bool ifNotExists = false; bool withData = true;
                       QVector<RelationName> sources; };
struct CreateIndex
{
    QString name; ///< Empty: the server picks one.
    RelationName relation;
    bool concurrently = false;
    bool unique = false;
    bool ifNotExists = false;
    QString method;
    QStringList columns; ///< Column names; "" for an expression.
    QStringList expressionNames; ///< What an expression is called in an index name; "" for a column.
    QStringList included; ///< INCLUDE.
    bool isOrdinary = true; ///< No operator class, collation or order of an element is named.
    QStringList expressionColumns; ///< Columns used by expressions and the predicate.
    bool hasPredicate = false;
};
struct QualifiedName { QString schema; QString name; QString sub; ///< Trigger, rule or policy on the relation.
                       friend bool operator==(const QualifiedName &, const QualifiedName &) = default; };
struct Drop { ObjectKind kind = ObjectKind::Other; QString tag; QVector<QualifiedName> names; bool concurrently = false;
              bool cascade = false; bool ifExists = false; };
struct Rename { ObjectKind kind = ObjectKind::Other; RelationName relation; QualifiedName object; QString from;
                QString to; bool ifExists = false; bool cascade = false; };
struct SetSchema { ObjectKind kind = ObjectKind::Other; RelationName relation; QString newSchema; };
struct ChangeOwner { ObjectKind kind = ObjectKind::Other; QualifiedName object; };
struct CreateView { RelationName relation; bool replace = false; QVector<RelationName> sources;
                    QStringList columns; ///< Those that the statement names.
};
struct Refresh { RelationName relation; bool concurrently = false; bool withData = true; };
struct CreateTrigger { QString name; RelationName relation; RelationName from; bool isRow = false; };
struct CreateRule { QString name; RelationName relation; };
struct CreatePolicy { QString name; RelationName relation; QVector<RelationName> sources; };
struct AlterPolicy { QString name; RelationName relation; QVector<RelationName> sources; };
struct Comment { ObjectKind kind = ObjectKind::Other; QualifiedName object; };
struct Grant { bool isGrant = true; ObjectKind kind = ObjectKind::Other; QVector<RelationName> relations; };
struct AlterDefaultPrivileges { };
struct AlterEnum { QualifiedName type; QString newLabel; QString oldLabel; QString neighbor; ///< BEFORE or AFTER it.
};
struct CreateType { QualifiedName type; ObjectKind kind = ObjectKind::Type; ///< Or a collation, an operator …
                    bool isEnum = false; bool isComposite = false; };
struct CreateDomain { QualifiedName domain; TypeName type; bool hasConstraint = false; };
enum class DomainAction { SetDefault, DropDefault, SetNotNull, DropNotNull, AddConstraint, DropConstraint,
                          ValidateConstraint };
struct AlterDomain { QualifiedName domain; DomainAction action = DomainAction::SetDefault; bool notValid = false; };
struct CreateFunction { QualifiedName function; bool replace = false; QString volatility; ///< As written, or empty.
                        QString definition; ///< The whole statement.
};
struct AlterFunction { };
struct CreateSequence { RelationName sequence; RelationName ownedBy; };
struct AlterSequence { RelationName sequence; RelationName ownedBy; ///< Name empty: no OWNED BY.
                       bool onlyOwnedBy = false; bool ifExists = false; };
struct Truncate { QVector<RelationName> relations; bool cascade = false; bool restartIdentity = false; };
struct LockTable { QVector<RelationName> relations; int mode = 8; ///< 1 ACCESS SHARE … 8 ACCESS EXCLUSIVE.
};
struct Insert { RelationName relation; QVector<RelationName> sources;
                QStringList columns; ///< Whole ones that are set, neither fields nor array elements.
                bool hasConflict = false; ///< ON CONFLICT.
                bool isQuery = false; ///< Not VALUES: its rows are not in the statement.
                QStringList updates; };
struct Update { RelationName relation; QVector<RelationName> sources; QStringList columns; bool hasWhere = false;
                std::vector<Expression> values; ///< Of the columns; empty where one is not set by itself.
                QString whereNull; ///< c, where all of WHERE is c IS NULL.
};
struct Delete { RelationName relation; QVector<RelationName> sources; bool hasWhere = false; };
struct Merge { RelationName relation; QVector<RelationName> sources; bool inserts = false; bool deletes = false; QStringList updates; };
struct Select { QVector<RelationName> relations; bool forUpdate = false; };
struct Copy { RelationName relation; bool isFrom = true; QVector<RelationName> sources; }; ///< Of COPY (query) TO.
enum class TransactionAction { Begin, Commit, Rollback, Savepoint, Other };
struct Transaction { TransactionAction action = TransactionAction::Other; };
struct Set { QString name; QStringList values; ///< As written, without quotes; empty: RESET or DEFAULT.
             bool isLocal = false; bool isAll = false; ///< RESET ALL, DISCARD ALL.
};
struct Do { QString body; };
struct Call { };
struct Vacuum { QVector<RelationName> relations; bool isVacuum = true; bool full = false; };
struct Reindex { ObjectKind kind = ObjectKind::Index; RelationName relation; bool concurrently = false; bool isSystem = false; };
struct Cluster { RelationName relation; };
struct CreateSchema { QString name; };
struct CreateExtension { QString name; };
struct AlterExtension { QString name; };
struct Publication { QString name; bool isCreate = true; bool replaces = false; QVector<RelationName> relations; };
struct CreateStatistics { QVector<RelationName> relations; };
/// ALTER TABLE, INDEX or MATERIALIZED VIEW ALL IN TABLESPACE … SET TABLESPACE.
struct MoveAll { ObjectKind kind = ObjectKind::Table; QString from; QString to; };
struct OwnedBy { QStringList roles; bool drops = false; }; ///< REASSIGN OWNED, DROP OWNED.
struct Prepare { QString name; }; ///< The statement is nested.
struct Execute { QString name; };
struct SecurityLabel { ObjectKind kind = ObjectKind::Other; QualifiedName object; };
struct Other { QString tag; };

using StatementDetail = std::variant<
    AlterTable, CreateTable, CreateTableAs, CreateIndex, Drop, Rename, SetSchema, ChangeOwner, CreateView, Refresh,
    CreateTrigger, CreateRule, CreatePolicy, AlterPolicy, Comment, Grant, AlterDefaultPrivileges, AlterEnum, CreateType,
    CreateDomain, AlterDomain, CreateFunction, AlterFunction, CreateSequence, AlterSequence, Truncate, LockTable,
    Insert, Update, Delete, Merge, Select, Copy, Transaction, Set, Do, Call, Vacuum, Reindex, Cluster, CreateSchema,
    CreateExtension, AlterExtension, Publication, CreateStatistics, MoveAll, OwnedBy, Prepare, Execute, SecurityLabel,
    Other>;

struct Statement
{
    StatementDetail detail;
    std::vector<Statement> nested; ///< Run by it: data-modifying WITH, PREPARE, members of CREATE SCHEMA, a DO block;
                                   ///< SET for a call of set_config.
    QVector<RelationName> sequences; ///< Used by a query or write: nextval('…') and its like.
    QStringList functions; ///< Called by a query, a write or CALL, as written ("app.f"); sorted.
    bool isExplained = false; ///< EXPLAIN without ANALYZE: planned, not run.
    bool isPartlyRead = false; ///< A DO block or a routine that runs more than its nested statements say.

    template<typename T>
    [[nodiscard]] const T *as() const
    {
        return std::get_if<T>(&detail);
    }
};

} // namespace lockstep::sql
