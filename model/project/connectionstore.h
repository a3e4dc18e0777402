#pragma once

#include "keptconnection.h"

namespace lockstep::project {

/// The user's connections: one JSON file, read anew before every change, so that two windows do not undo each
/// other. Never a password. Touches the disk: not for the GUI's thread.
class ConnectionStore
{
public:
    /// An empty path keeps nothing.
    explicit ConnectionStore(QString path = {});

    /// In the order of the user. No file is no connections. Errors (Input) of a file that is damaged.
    [[nodiscard]] base::Result<QVector<KeptConnection>> read() const;
    /// Puts one in the place of the one with its id, or at the end with a new id; returns what is kept now.
    /// A file that cannot be understood is never overwritten. Errors: Input, Environment.
    [[nodiscard]] base::Result<QVector<KeptConnection>> put(const KeptConnection &connection) const;
    /// No error where it is gone already.
    [[nodiscard]] base::Result<QVector<KeptConnection>> remove(const QString &id) const;

private:
    [[nodiscard]] base::Result<QVector<KeptConnection>> write(
        const QVector<KeptConnection> &connections) const;

    QString m_path;
};

/// The sections of the service files as connections; read only.
[[nodiscard]] QVector<KeptConnection> serviceConnections();

} // namespace lockstep::project
