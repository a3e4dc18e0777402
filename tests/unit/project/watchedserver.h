#pragma once

#include <model/postgres/session.h>

#include <QTemporaryDir>

#include <memory>

namespace lockstep::testing {

/// A cluster that loads pg_stat_statements and takes few connections, which the common scratch server of the
/// tests does not. Stops with the object.
class WatchedServer
{
public:
    WatchedServer();
    ~WatchedServer();

    /// Empty if it runs; else why not.
    [[nodiscard]] QString fault() const { return m_fault; }
    [[nodiscard]] postgres::ConnectionTarget target() const;
    [[nodiscard]] std::unique_ptr<postgres::Session> open() const;

private:
    [[nodiscard]] bool tool(const QString &program, const QStringList &arguments) const;

    QTemporaryDir m_directory{ QStringLiteral("/tmp/ls-watched-XXXXXX") };
    QString m_binaries;
    QString m_fault;
    bool m_isStarted = false;
};

} // namespace lockstep::testing
