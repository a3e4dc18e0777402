#pragma once

#include "environment.h"

#include <model/base/result.h>

#include <QPair>
#include <QString>
#include <QVector>

namespace lockstep::project {

/// A connection that the user gave a name. Empty fields are libpq's own defaults. Never a password: where one
/// is needed, it comes from the passfile, the system's keychain or the user.
struct KeptConnection
{
    QString id; ///< Empty: not kept yet.
    QString name;
    Environment environment = Environment::Unknown;
    QString host, port, database, user, service, passfile;
    QString sslMode, sslRootCert, sslCert, sslKey, channelBinding;
    QString ssh; ///< "user@host:port" or a Host of ~/.ssh/config; empty: directly.
    QString role;
    bool isReadOnly = false;
    QVector<QPair<QString, QString>> others; ///< What else a pasted text said to libpq.
    bool isService = false; ///< A section of a service file: not ours to change.

    [[nodiscard]] bool operator==(const KeptConnection &) const = default;
};

/// For libpq and Session, with the password if there is one.
[[nodiscard]] QString connectionText(const KeptConnection &connection, const QString &password = {});

struct ReadConnection
{
    KeptConnection connection;
    QString password; ///< What the text held; may be empty.
};
/// A URI or pairs, taken apart. Errors (Connection).
[[nodiscard]] base::Result<ReadConnection> connectionFromText(const QString &text);
/// What both lead to, whoever wrote them: same host, port, database, user and service.
[[nodiscard]] bool isSamePlace(const KeptConnection &connection, const QString &text);
/// "app @ db1:5433/shop via bastion": for the line under a name.
[[nodiscard]] QString placeText(const KeptConnection &connection);

} // namespace lockstep::project
