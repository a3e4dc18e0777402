#pragma once

#include <model/postgres/session.h>

namespace lockstep::execution {

/// One server process, told from a later one of the same pid.
struct BackendId
{
    int pid = 0;
    QString started; ///< backend_start, as the server writes it; empty behind a pooler.
};
[[nodiscard]] base::Result<BackendId> backendOf(postgres::Session &session);

/// Settings every connection of a run has, whatever role, database or pooler set; read back afterwards,
/// because a proxy may swallow a SET. Errors: Refused, naming what could not be set.
[[nodiscard]] base::Result<void> prepareSession(postgres::Session &session);
/// More of them for the connection that writes the journal: nobody may hold it up for long.
[[nodiscard]] base::Result<void> prepareFence(postgres::Session &session);
/// As if connected anew: what statements of the plan set, prepared or created for the session is gone.
[[nodiscard]] base::Result<void> renewSession(postgres::Session &session, const QString &name);

/// Which timeline of its write-ahead log the server is on: another one after a promotion or a restore to a
/// point in time.
[[nodiscard]] base::Result<qint64> timelineOf(postgres::Session &session);

} // namespace lockstep::execution
