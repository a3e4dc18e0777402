#pragma once

#include <model/scratch/process.h>
#include <model/scratch/scratchserver.h>

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace lockstep::testing {

/// A PgBouncer of a test's own in front of a scratch server: all its databases, on a unix socket.
class Pooler
{
public:
    /// Null with `why` if there is no pgbouncer or it does not start. `poolSize` backends a database.
    [[nodiscard]] static std::unique_ptr<Pooler> start(const scratch::ScratchServerPtr &server,
                                                       const QString &poolMode, int poolSize, QString *why);
    /// The same database through the pool.
    [[nodiscard]] postgres::ConnectionTarget through(const postgres::ConnectionTarget &database) const;

private:
    Pooler() = default;
    QTemporaryDir m_directory{ QStringLiteral("/tmp/ls-pool-XXXXXX") };
    std::unique_ptr<scratch::ChildProcess> m_process;
};

} // namespace lockstep::testing
