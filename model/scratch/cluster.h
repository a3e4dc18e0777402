#pragma once

#include "process.h"
#include "rundirectory.h"

#include <model/base/result.h>
#include <model/postgres/session.h>

#include <memory>
#include <stop_token>

namespace lockstep::scratch {

/// One private PostgreSQL: directory, process, socket. Stops at once when destroyed.
class Cluster
{
public:
    [[nodiscard]] static base::Result<std::unique_ptr<Cluster>> start(const QString &binaries,
                                                                      std::stop_token stop);

    [[nodiscard]] postgres::ConnectionTarget maintenance() const;
    /// The server's last log lines, for errors.
    [[nodiscard]] QString logTail() const { return tailOf(m_directory->logPath()); }

private:
    [[nodiscard]] static base::Result<std::unique_ptr<Cluster>> startOnce(const QString &binaries,
                                                                          std::stop_token stop);
    Cluster(std::unique_ptr<RunDirectory> directory, std::unique_ptr<ChildProcess> server);

    // The order matters: the server goes before its directory.
    std::unique_ptr<RunDirectory> m_directory;
    std::unique_ptr<ChildProcess> m_server;
};

} // namespace lockstep::scratch
