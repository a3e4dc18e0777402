#pragma once

#include <QDateTime>
#include <QHash>
#include <QPair>
#include <QString>
#include <QStringList>
#include <QVector>

#include <memory>

/// What a live database does just now: who reads and writes which relation, how often, and who is in a
/// transaction. Read by model/sources, judged by model/analysis.
namespace lockstep::schema {

/// A relation by schema and name, raw.
using RelationKey = QPair<QString, QString>;

struct RelationTraffic
{
    double readsPerSecond = 0; ///< Scans begun, of the table and of its indexes.
    double rowsReadPerSecond = 0;
    double writesPerSecond = 0; ///< Rows inserted, updated and deleted.
};

/// One entry of pg_stat_statements that ran between the two readings.
struct StatementTraffic
{
    QString text; ///< Normalised by the server: constants are $1, $2.
    QString user;
    QStringList searchPath; ///< Where that role looks names up; "$user" is replaced.
    double callsPerSecond = 0;
    double meanMs = 0;
};

struct HeldLock
{
    RelationKey relation;
    QString mode; ///< As pg_locks says it: "RowExclusiveLock".
    bool granted = true;
};

/// A session in a transaction, or a prepared transaction (pid 0).
struct SessionActivity
{
    int pid = 0;
    QString user;
    QString application;
    QString state; ///< "idle in transaction", "active", "prepared".
    QString preparedName; ///< Of a prepared transaction.
    QString query; ///< Its last one, shortened, secrets hidden.
    double transactionSeconds = 0;
    bool hasSnapshot = false; ///< CREATE INDEX CONCURRENTLY waits for it.
    bool isAutovacuum = false;
    QVector<HeldLock> locks;
};

struct Activity
{
    QDateTime takenAt;
    double seconds = 0; ///< Between the two readings; 0: the rates are averages since the counters' reset.
    int maxConnections = 0;
    int reservedConnections = 0; ///< Of those, for superusers.
    int usedConnections = 0;
    double transactionsPerSecond = 0;
    QHash<RelationKey, RelationTraffic> relations;
    QHash<RelationKey, RelationKey> tableOfIndex;
    QHash<RelationKey, QVector<RelationKey>> readByView; ///< What a view reads.
    QHash<RelationKey, QVector<RelationKey>> children; ///< Partitions and inheriting tables.
    QVector<StatementTraffic> statements;
    QString whyNoStatements; ///< A whole sentence; empty where they were read.
    QVector<SessionActivity> sessions; ///< Oldest transaction first.
    int hiddenSessions = 0; ///< Of other roles, which this one may not look into.
};
using ActivityPtr = std::shared_ptr<const Activity>;

} // namespace lockstep::schema
