#pragma once

#include <QString>

namespace lockstep::postgres {

/// What a line of a passfile is asked for. A socket's directory is called localhost there.
struct PassfileQuestion
{
    QString file; ///< Empty: PGPASSFILE, else ~/.pgpass.
    QString host, port, database, user;
};

/// The password libpq would take for a direct connection; empty if there is none. Through a tunnel libpq
/// itself looks for the port of this end, which no passfile names. As libpq, ignores a file that others may
/// read. Reads a file: not for the GUI's thread.
[[nodiscard]] QString passwordFromFile(const PassfileQuestion &question);
/// The user's passfile if it is there but open to others; empty otherwise.
[[nodiscard]] QString ignoredPassfile(const QString &file = {});

} // namespace lockstep::postgres
