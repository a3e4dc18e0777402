#pragma once

#include "conninfo.h"

/// libpq's service files, which its API does not list.
namespace lockstep::postgres {

struct Service
{
    QString name;
    ConnectionOptions options; ///< As the file says, passwords left out.
    QString file;
};

/// What PGSERVICEFILE or ~/.pg_service.conf says, then pg_service.conf in PGSYSCONFDIR; of two sections with
/// one name the first counts, as for libpq. Reads files: not for the GUI's thread.
[[nodiscard]] QVector<Service> services();

} // namespace lockstep::postgres
