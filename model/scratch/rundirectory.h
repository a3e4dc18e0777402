#pragma once

#include "process.h"

#include <model/base/result.h>

#include <QString>

#include <memory>
#include <optional>

namespace lockstep::scratch {

/// A private directory for one cluster, in memory (/dev/shm) where there is room. A lock file
/// beside it is held for as long as this process lives: that is how the next start tells what a
/// crash left from what is in use.
class RunDirectory
{
public:
    [[nodiscard]] static base::Result<std::unique_ptr<RunDirectory>> create(
        const std::optional<ServerUser> &user);
    /// Removes the directory; the cluster in it must have stopped.
    ~RunDirectory();
    RunDirectory(const RunDirectory &) = delete;
    RunDirectory &operator=(const RunDirectory &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QString dataPath() const { return m_path + QStringLiteral("/data"); }
    [[nodiscard]] QString logPath() const { return m_path + QStringLiteral("/log"); }

private:
    RunDirectory(QString path, int lockFd);
    QString m_path;
    int m_lockFd;
};

/// Stops and removes what dead processes of this user left; returns how many clusters that were.
int removeLeftovers();

/// Copies a directory tree with its permissions; with `user`, everything copied belongs to it.
[[nodiscard]] base::Result<void> copyTree(const QString &from, const QString &to,
                                          const std::optional<ServerUser> &user);

} // namespace lockstep::scratch
