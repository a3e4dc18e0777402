#pragma once

#include <model/base/result.h>
#include <model/postgres/session.h>

#include <QString>

#include <memory>
#include <stop_token>

namespace lockstep::scratch {

/// How the comment of a role begins that a script needed on a server the user named; the name of the
/// scratch database follows, and with that the role goes.
[[nodiscard]] QString scratchRoleMark();

/// Where scratch databases are made.
struct ScratchOptions
{
    QString server = QStringLiteral("auto"); ///< "auto", or a connection text.
    int preferredMajor = 0; ///< 0: the newest found.
};

/// The superuser of a private cluster. Its name is one that no real schema uses: what it owns after a
/// script was loaded is what the script names no owner for.
[[nodiscard]] QString scratchRole();

/// A PostgreSQL that may be thrown away: a private cluster (unix socket only, fsync off, run as an
/// unprivileged user when we are root) or databases on a server the user named.
/// Thread-safe. The destructor drops what was made and stops a private cluster; what a crash left
/// is removed by the next start.
class ScratchServer
{
public:
    /// Errors (Environment): no initdb found (the hint says where it was looked for and
    /// LOCKSTEP_PG_BINDIR), the cluster did not start (with its log's last lines).
    [[nodiscard]] static base::Result<std::shared_ptr<ScratchServer>> start(const ScratchOptions &options,
                                                                            std::stop_token stop = {});
    ~ScratchServer();
    ScratchServer(const ScratchServer &) = delete;
    ScratchServer &operator=(const ScratchServer &) = delete;

    [[nodiscard]] int version() const; ///< 150018
    /// Directory of pg_dump, pg_restore and psql that fit this server best.
    [[nodiscard]] QString toolDirectory() const;
    /// Superuser connection to the maintenance database.
    [[nodiscard]] postgres::ConnectionTarget maintenance() const;

    /// Makes an empty database from template0 (UTF8) or, if given, a copy of another scratch
    /// database, and returns how to reach it. Dropped with the server, or by drop().
    [[nodiscard]] base::Result<postgres::ConnectionTarget> createDatabase(const QString &purpose,
                                                                          const QString &templateName = {});
    void drop(const postgres::ConnectionTarget &database);
    /// The database name inside a target that createDatabase() returned.
    [[nodiscard]] static QString databaseName(const postgres::ConnectionTarget &database);

private:
    struct Private;
    explicit ScratchServer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

using ScratchServerPtr = std::shared_ptr<ScratchServer>;

/// A database that is dropped when this object goes.
class ScratchDatabase
{
public:
    [[nodiscard]] static base::Result<std::unique_ptr<ScratchDatabase>> create(
        ScratchServerPtr server, const QString &purpose, const QString &templateName = {});
    ~ScratchDatabase();
    [[nodiscard]] const postgres::ConnectionTarget &target() const { return m_target; }
    [[nodiscard]] QString name() const { return ScratchServer::databaseName(m_target); }
    [[nodiscard]] base::Result<std::unique_ptr<postgres::Session>> open() const
    {
        return postgres::Session::open(m_target);
    }

private:
    ScratchDatabase(ScratchServerPtr server, postgres::ConnectionTarget target);
    ScratchServerPtr m_server;
    postgres::ConnectionTarget m_target;
};

/// The first directory that holds initdb and postgres of `preferredMajor`, else of the newest
/// version found in LOCKSTEP_PG_BINDIR, PATH, `pg_config --bindir`, /usr/lib/postgresql/*/bin.
[[nodiscard]] base::Result<QString> findServerBinaries(int preferredMajor);

} // namespace lockstep::scratch
