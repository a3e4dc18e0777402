#pragma once

#include "rows.h"

#include <model/base/result.h>

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace lockstep::postgres {

/// Where to connect: anything libpq understands (URI or key=value text, service files, passfile
/// and PG… variables included), and role=, read_only=on and ssh=user@host:port beside it. Holds secrets:
/// never log `text`, log `display()`.
struct ConnectionTarget
{
    QString text;
    QString applicationName = QStringLiteral("lockstep");

    /// "shop @ db1.example.net" - database and host only, safe for logs, files and windows.
    [[nodiscard]] QString display() const;
    /// The text without any password, safe to write into a project file.
    [[nodiscard]] QString withoutSecrets() const;
    /// What the text itself says of one libpq keyword ("dbname"); empty if nothing.
    [[nodiscard]] QString parameter(const QString &key) const;
    /// The same server, another database.
    [[nodiscard]] ConnectionTarget withDatabase(const QString &database) const;
};

using Parameters = QVector<std::optional<QString>>;

struct ServerInfo
{
    int version = 0; ///< 150018
    QString versionText; ///< "15.18"
    QString encoding; ///< "UTF8"
    QString database;
    QString user; ///< Whose rights count: the role taken, else the login.
    QString login; ///< Who logged in.
    QString host;
    bool inRecovery = false;
    bool readOnly = false; ///< default_transaction_read_only
    QString systemIdentifier; ///< Empty where the role may not read it.
    quint32 databaseOid = 0;
    int backendPid = 0; ///< Of the backend that answered; a pooler may give another one next time.
    int announcedPid = 0; ///< What the connection was told at its beginning.

    /// Poolers announce a pid of their own.
    [[nodiscard]] bool isPooled() const { return backendPid != announcedPid; }
};

/// One connection, used by one thread at a time; only cancel() may be called from another.
/// Never reconnects by itself: after the connection is lost every call fails with a Connection
/// error. Statement errors carry SQLSTATE, position (in characters of the statement, in
/// Error::position as line and column), constraint, detail and hint, read from libpq's result
/// because libpqxx 6.4 drops them.
class Session
{
public:
    /// Connects (10 s limit) and reads ServerInfo. Errors: Connection, with a hint for the usual
    /// causes (no server, wrong password, no such database, pg_hba). A pooler may accept the
    /// connection and then let it wait for a server: `stop` ends that. The role and read_only of the text are
    /// in force and verified; through a pooler, which would give them to others, they are Refused. A
    /// read-only session refuses statements that would let it write.
    [[nodiscard]] static base::Result<std::unique_ptr<Session>> open(const ConnectionTarget &target,
                                                                     std::stop_token stop = {});
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    [[nodiscard]] const ServerInfo &server() const;
    /// A second connection to the same place, for another thread. May be called from that thread.
    [[nodiscard]] base::Result<std::unique_ptr<Session>> openAnother(std::stop_token stop = {}) const;

    /// Runs one statement in autocommit unless the caller said BEGIN; with `parameters` ($1, $2) through the
    /// extended protocol. Text that is not UTF-8 (as SQL_ASCII databases may have) is an Input error.
    [[nodiscard]] base::Result<Rows> query(const QString &sql, const Parameters &parameters = {});
    /// query() for results that may be too big to hold at once: `take` gets them in batches of about a
    /// megabyte while the server goes on, and says whether it wants more. Rows that are alike in their
    /// first `keyColumns` columns and follow each other come in one batch. SELECT without parameters.
    using TakeBatch = std::function<bool(Rows &&batch)>;
    [[nodiscard]] base::Result<void> queryInBatches(const QString &select, int keyColumns,
                                                    const TakeBatch &take);
    /// query() for callers that need no rows.
    [[nodiscard]] base::Result<void> execute(const QString &sql, const Parameters &parameters = {});
    /// Several statements separated by semicolons through the simple protocol, as one implicit
    /// transaction. For scripts that Lockstep wrote itself.
    [[nodiscard]] base::Result<void> executeScript(const QString &sql);
    /// COPY … FROM STDIN with the given data, rows as COPY text.
    [[nodiscard]] base::Result<void> copyIn(const QString &copyStatement, const QByteArray &data);

    [[nodiscard]] bool inTransaction() const;
    [[nodiscard]] bool isConnected() const;

    /// Asks the server to cancel what runs now; returns at once if nothing runs. Safe from any
    /// thread. It may block some milliseconds: never call it from the GUI thread.
    void cancel();

    using NoticeHandler = std::function<void(const QString &severity, const QString &message)>;
    /// Called in the thread that executes, while it executes.
    void setNoticeHandler(NoticeHandler handler);

private:
    struct Private;
    explicit Session(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// Cancels `session` when the token is stopped, for as long as this object lives.
class CancelOnStop
{
public:
    CancelOnStop(Session &session, std::stop_token token);

private:
    std::optional<std::stop_callback<std::function<void()>>> m_callback;
};

/// A text for a psql-like program or QProcess environment: PGPASSWORD apart from the conninfo, so
/// that no password shows in a process list.
struct ProcessConnection
{
    QString conninfo;
    QString password; ///< May be empty.
    std::shared_ptr<const void> way; ///< The tunnel it leads through, to be kept while the program runs.
};
/// Opens the tunnel that the text asks for, and blocks meanwhile; where that fails the program cannot
/// connect.
[[nodiscard]] ProcessConnection forProcess(const ConnectionTarget &target);

} // namespace lockstep::postgres
