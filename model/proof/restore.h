#pragma once

#include <model/base/result.h>
#include <model/postgres/session.h>
#include <model/scratch/scratchserver.h>

#include <functional>
#include <stop_token>

namespace lockstep::proof {

struct Backup
{
    enum class Kind { Archive, Tar, Script };
    Kind kind = Kind::Archive;
    QString path;
    QString script; ///< Its schema as SQL.
    QString tools; ///< Directory of programs that can read it.
};

/// Looks into a backup by pg_dump, whatever its format. Errors: Input, Environment, Canceled.
[[nodiscard]] base::Result<Backup> openBackup(const QString &path, const scratch::ScratchServerPtr &scratch,
                                              const std::stop_token &stop);

/// What is being restored, and how many entries of all are done (of 0: not known).
using RestoreProgress = std::function<void(const QString &what, int done, int total)>;

struct RestoreReport
{
    QStringList complaints; ///< What the programs said could not be restored; it went on without.
};

/// Puts schema and rows of a backup into an empty database. The roles that it names must be there.
/// Errors: Input (with what pg_restore or psql said), Environment (no such program), Canceled.
[[nodiscard]] base::Result<RestoreReport> restoreBackup(const Backup &backup,
                                                        const postgres::ConnectionTarget &database, int jobs,
                                                        const RestoreProgress &progress,
                                                        const std::stop_token &stop);

} // namespace lockstep::proof
