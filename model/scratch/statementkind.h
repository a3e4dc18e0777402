#pragma once

#include <QString>

namespace lockstep::scratch {

/// How a schema script's statement is treated when it is loaded into a scratch database.
enum class StatementKind {
    Definition, ///< Run; tried again later if something it names does not exist yet.
    Drop, ///< Run, never later: dropping after the fact would drop what the script made.
    Settings, ///< SET, RESET, set_config(): run, and its effect remembered.
    IgnoredSettings, ///< Would break how Lockstep talks to the server: client_encoding and the like.
    Rows, ///< INSERT, COPY, setval and the like: run only if rows are wanted.
    Extension, ///< CREATE EXTENSION: may be missing on the scratch server.
    Subscription, ///< Run without ever connecting to a publisher.
    Role, ///< CREATE ROLE and the like: shared by all scratch databases.
    Begin,
    Commit,
    Rollback,
    Maintenance, ///< VACUUM, ANALYZE, LOCK and the like: means nothing for a schema.
    OtherDatabase, ///< CREATE DATABASE, tablespaces, ALTER SYSTEM: not of this database's schema.
};

[[nodiscard]] StatementKind kindOf(const QString &sql);

/// True of an error that says no more than that a role is there, or the schema public: pg_dump -n public
/// makes it though every database has it.
[[nodiscard]] bool isThereFromTheStart(StatementKind kind, const QString &sql, const QString &sqlstate);

/// BEGIN, COMMIT, ROLLBACK, SAVEPOINT, RELEASE and ROLLBACK TO.
[[nodiscard]] bool controlsTransaction(const QString &sql);

} // namespace lockstep::scratch
