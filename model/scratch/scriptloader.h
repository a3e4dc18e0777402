#pragma once

#include <model/base/result.h>
#include <model/postgres/session.h>

#include <QString>
#include <QStringList>

#include <stop_token>

namespace lockstep::scratch {

struct LoadReport
{
    QStringList createdRoles; ///< Named by the script, missing on the scratch server.
    QStringList skippedStatements; ///< What could not matter to a schema (SET of unknown GUCs …).
    QStringList warnings; ///< Whole sentences: an extension that is not installed …
    int rounds = 0; ///< More than 1: statements were out of order.
};

/// Runs a schema script on an empty scratch database: missing roles are created, statements that
/// fail because something does not exist yet are tried again in rounds until a round achieves
/// nothing, function bodies are not checked. Rows in COPY blocks and INSERTs are not loaded
/// unless `withRows`.
/// Errors (Input): the first statement that never loads, with file, line, statement, PostgreSQL's
/// message and SQLSTATE.
[[nodiscard]] base::Result<LoadReport> loadScript(postgres::Session &session, const QString &text,
                                                  const QString &fileName, bool withRows,
                                                  std::stop_token stop = {});

/// Runs a script that changes a schema as psql would that stops at the first error: in the order
/// written, with the script's own transactions, everything else committing by itself. Roles that are
/// missing are created; rows are neither loaded nor changed, for there are none.
/// Errors (Input): the first statement that fails, or a transaction that is never ended, with file and
/// line.
[[nodiscard]] base::Result<LoadReport> replayScript(postgres::Session &session, const QString &text,
                                                    const QString &fileName, std::stop_token stop = {});

} // namespace lockstep::scratch
