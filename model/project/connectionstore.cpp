#include "connectionstore.h"

#include "connectionfields.h"

#include <model/postgres/servicefile.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>

namespace lockstep::project {

namespace {

const QLatin1String connectionsFormat("lockstep-connections/1");
constexpr int lockPatienceMs = 5000;

base::Error connectionsError(base::ErrorKind kind, const QString &message, const QString &hint)
{
    base::Error error;
    error.kind = kind;
    error.message = message;
    error.hint = hint;
    return error;
}

QJsonObject toJson(const KeptConnection &connection)
{
    QJsonObject json;
    const auto add = [&](const QString &key, const QString &value) {
        if (!value.isEmpty())
            json.insert(key, value);
    };
    add(QStringLiteral("id"), connection.id);
    add(QStringLiteral("name"), connection.name);
    add(QStringLiteral("environment"), environmentName(connection.environment));
    for (const ConnectionField &field : connectionFields())
        add(QLatin1String(field.key), connection.*field.member);
    if (connection.isReadOnly)
        json.insert(QStringLiteral("read_only"), true);
    QJsonObject others;
    for (const auto &[key, value] : connection.others) {
        if (!key.contains(QLatin1String("password")))
            others.insert(key, value);
    }
    if (!others.isEmpty())
        json.insert(QStringLiteral("others"), others);
    return json;
}

KeptConnection kept(const QJsonObject &json)
{
    KeptConnection connection;
    connection.id = json.value(QLatin1String("id")).toString();
    connection.name = json.value(QLatin1String("name")).toString();
    connection.environment = environmentFromName(json.value(QLatin1String("environment")).toString());
    for (const ConnectionField &field : connectionFields())
        connection.*field.member = json.value(QLatin1String(field.key)).toString();
    connection.isReadOnly = json.value(QLatin1String("read_only")).toBool();
    const QJsonObject others = json.value(QLatin1String("others")).toObject();
    for (auto it = others.begin(); it != others.end(); ++it)
        connection.others.append({ it.key(), it.value().toString() });
    return connection;
}

} // namespace

ConnectionStore::ConnectionStore(QString path)
    : m_path(std::move(path))
{ }

base::Result<QVector<KeptConnection>> ConnectionStore::read() const
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.exists())
        return QVector<KeptConnection>();
    if (!file.open(QIODevice::ReadOnly))
        return connectionsError(
            base::ErrorKind::Environment,
            QStringLiteral("The connections in \"%1\" cannot be read: %2.").arg(m_path, file.errorString()),
            QStringLiteral("Check that you may read the file."));
    QJsonParseError problem{};
    const QJsonObject json = QJsonDocument::fromJson(file.readAll(), &problem).object();
    if (problem.error != QJsonParseError::NoError
        || json.value(QLatin1String("format")).toString() != connectionsFormat)
        return connectionsError(
            base::ErrorKind::Input,
            QStringLiteral("The connections in \"%1\" cannot be understood.").arg(m_path),
            QStringLiteral("Lockstep leaves the file as it is. Repair it, or move it away to begin anew."));
    QVector<KeptConnection> connections;
    for (const QJsonValue &value : json.value(QLatin1String("connections")).toArray())
        connections.append(kept(value.toObject()));
    return connections;
}

base::Result<QVector<KeptConnection>> ConnectionStore::put(const KeptConnection &connection) const
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QLockFile lock(m_path + QStringLiteral(".lock"));
    (void)lock.tryLock(lockPatienceMs); // Where no lock can be made, writing says why.
    auto connections = read();
    if (!connections.has_value())
        return connections;
    KeptConnection added = connection;
    added.isService = false;
    const auto same = std::find_if(connections->begin(), connections->end(), [&](const KeptConnection &one) {
        return !added.id.isEmpty() && one.id == added.id;
    });
    if (same != connections->end()) {
        *same = added;
    } else {
        if (added.id.isEmpty())
            added.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        connections->append(added);
    }
    return write(*connections);
}

base::Result<QVector<KeptConnection>> ConnectionStore::remove(const QString &id) const
{
    QLockFile lock(m_path + QStringLiteral(".lock"));
    (void)lock.tryLock(lockPatienceMs);
    auto connections = read();
    if (!connections.has_value())
        return connections;
    connections->erase(std::remove_if(connections->begin(), connections->end(),
                                      [&](const KeptConnection &one) { return one.id == id; }),
                       connections->end());
    return write(*connections);
}

base::Result<QVector<KeptConnection>> ConnectionStore::write(const QVector<KeptConnection> &connections) const
{
    if (m_path.isEmpty())
        return connections;
    QJsonArray array;
    for (const KeptConnection &connection : connections)
        array.append(toJson(connection));
    const QJsonObject json{ { QStringLiteral("format"), connectionsFormat },
                            { QStringLiteral("connections"), array } };
    const QByteArray bytes = QJsonDocument(json).toJson();
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.commit())
        return connectionsError(
            base::ErrorKind::Environment,
            QStringLiteral("The connections cannot be kept in \"%1\": %2.").arg(m_path, file.errorString()),
            QStringLiteral("Check that the directory is yours and that the disk is not full."));
    return connections;
}

QVector<KeptConnection> serviceConnections()
{
    QVector<KeptConnection> connections;
    for (const postgres::Service &service : postgres::services()) {
        KeptConnection connection;
        connection.id = QStringLiteral("service:") + service.name;
        connection.name = service.name;
        connection.service = service.name;
        connection.isService = true;
        connections.append(connection);
    }
    return connections;
}

} // namespace lockstep::project
