#pragma once

#include <model/postgres/session.h>

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace lockstep::testing {

/// A PostgreSQL that a test may stop, crash, restart, copy and promote. Socket only; fsync is off. All of one
/// program have the same system identifier.
class OwnCluster
{
public:
    /// Null if no server programs are there or it does not start; `settings` are lines of postgresql.conf.
    [[nodiscard]] static std::unique_ptr<OwnCluster> create(const QStringList &settings = {});
    ~OwnCluster();
    OwnCluster(const OwnCluster &) = delete;
    OwnCluster &operator=(const OwnCluster &) = delete;

    [[nodiscard]] postgres::ConnectionTarget target() const;
    /// A standby of this one that streams; with `named`, as what synchronous_standby_names calls it.
    [[nodiscard]] std::unique_ptr<OwnCluster> standby(const QString &named = QStringLiteral("standby")) const;
    [[nodiscard]] bool start();
    /// As a crash: nothing is written any more.
    [[nodiscard]] bool stopNow();
    [[nodiscard]] bool restartNow();
    [[nodiscard]] bool promote();
    /// Lets that server process have so much memory and no more; 0: as much as there is. False where the
    /// machine does not let us.
    [[nodiscard]] bool limitMemory(int pid, qint64 bytes) const;
    void exec(const QString &sql);
    [[nodiscard]] QString one(const QString &sql);

private:
    OwnCluster();
    [[nodiscard]] bool initialise() const;
    [[nodiscard]] bool tool(const QString &program, const QStringList &arguments) const;
    /// As the user that the server runs as.
    [[nodiscard]] static bool run(const QString &program, const QStringList &arguments);
    [[nodiscard]] QString data() const { return m_directory.filePath(QStringLiteral("data")); }
    void append(const QString &file, const QStringList &lines) const;

    QTemporaryDir m_directory{ QStringLiteral("/tmp/ls-own-XXXXXX") };
    QString m_binaries;
    bool m_isRunning = false;
};

} // namespace lockstep::testing
