#pragma once

#include <model/base/result.h>
#include <model/postgres/session.h>
#include <model/schema/catalog.h>
#include <model/schema/statistics.h>
#include <model/scratch/scratchserver.h>

#include <functional>
#include <stop_token>
#include <variant>

namespace lockstep::sources {

struct LiveSource
{
    postgres::ConnectionTarget target;
};
struct SqlFileSource
{
    QString path;
};
struct ArchiveSource
{
    QString path;
}; ///< pg_dump -Fc file or -Fd directory.
struct SnapshotSource
{
    QString path;
};
using Source = std::variant<LiveSource, SqlFileSource, ArchiveSource, SnapshotSource>;

/// Reads SRC as the command line writes it: `postgresql://…`, conninfo (`key=value`),
/// `service=name`, a path. What a file is, is decided by its first bytes, not by its name.
/// Errors (Input): no such file, neither of the kinds.
[[nodiscard]] base::Result<Source> parseSource(const QString &text);
/// What a person calls it: "shop_v42.sql", "shop @ db1.example.net". No secrets.
[[nodiscard]] QString displayName(const Source &source);

/// Everything that is known of one side.
struct LoadedSource
{
    schema::CatalogPtr catalog;
    schema::StatisticsPtr statistics; ///< Null for files.
    /// SQL that makes this schema on an empty database: the file itself, or pg_dump's text
    /// (without its random \restrict lines).
    QString script;
    QString whyNoScript; ///< A whole sentence where the script is not known; nothing can be proved then.
    QString display;
    QStringList warnings;
    /// What scripts that made it do beside the schema; a plan towards it does not, and has to say so.
    QStringList beside;
    /// Words of the grammar of the server that read it; empty for a snapshot.
    QStringList keywords;
    bool isLive = false;
    QString unfinishedRun; ///< Id of the run that a live database is in the middle of.
    postgres::ServerInfo server; ///< Of a live database only.
};

using LoadedSourcePtr = std::shared_ptr<const LoadedSource>;
/// Gives the scratch server when one is needed (starting it takes up to two seconds).
using ScratchProvider = std::function<base::Result<scratch::ScratchServerPtr>()>;
/// Called with a whole sentence for each phase; may be called from the loading thread.
using Progress = std::function<void(const QString &)>;

/// Loads a source. Blocking; cancelled by `stop`. Errors: Input (file, line, statement),
/// Connection, Environment, Server.
[[nodiscard]] base::Result<LoadedSourcePtr> load(const Source &source, const ScratchProvider &scratch,
                                                 const Progress &progress, std::stop_token stop);

} // namespace lockstep::sources
