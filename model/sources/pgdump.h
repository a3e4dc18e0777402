#pragma once

#include <model/base/result.h>
#include <model/postgres/session.h>
#include <model/schema/catalog.h>

#include <QStringList>

#include <stop_token>

namespace lockstep::sources {

/// `pg_dump -s` of a database, without the random \restrict lines and the version comments, so
/// that equal schemas give equal texts. `toolDirectory` empty: found in PATH. Passwords go through
/// the environment. Errors: Environment (no pg_dump, too old for the server), Server.
[[nodiscard]] base::Result<QString> dumpSchema(const postgres::ConnectionTarget &target,
                                               const QString &toolDirectory, const QStringList &extraOptions,
                                               std::stop_token stop = {});
/// `pg_restore -f -` of an archive file or directory, schema only. An archive is in the encoding of its
/// database; the server `converter` knows them all. Errors: Input, also where the text is in another
/// encoding than the archive says.
[[nodiscard]] base::Result<QString> archiveScript(const QString &path, const QString &toolDirectory,
                                                  const postgres::ConnectionTarget &converter,
                                                  std::stop_token stop = {});

/// pg_dump leaves invalid indexes out, but a copy to prove a plan on has to have them.
[[nodiscard]] QString leftoverIndexes(const schema::Catalog &catalog);

} // namespace lockstep::sources
