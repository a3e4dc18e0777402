#include "connectionsservice.h"

#include <algorithm>

namespace lockstep::project {

ConnectionsService::ConnectionsService(QObject *parent)
    : QObject(parent)
    , m_worker(QStringLiteral("connections"))
{ }

void ConnectionsService::setPath(const QString &path)
{
    m_store = ConnectionStore(path);
    m_keepsNothing = path.isEmpty();
    load();
}

const KeptConnection *ConnectionsService::find(const QString &text) const
{
    const auto found = std::find_if(m_all.cbegin(), m_all.cend(), [&](const KeptConnection &connection) {
        return isSamePlace(connection, text);
    });
    return found == m_all.cend() ? nullptr : &*found;
}

void ConnectionsService::load()
{
    post([store = m_store] { return store.read(); });
}

void ConnectionsService::put(const KeptConnection &connection)
{
    if (!m_keepsNothing)
        post([store = m_store, connection] { return store.put(connection); });
}

void ConnectionsService::remove(const QString &id)
{
    if (!m_keepsNothing)
        post([store = m_store, id] { return store.remove(id); });
}

/// One after the other: the last answer is what is kept.
void ConnectionsService::post(const Work &work)
{
    const auto relay = std::make_shared<ConnectionsRelay>();
    connect(relay.get(), &ConnectionsRelay::read, this, [this](const QVector<KeptConnection> &connections) {
        m_all = connections;
        emit changed();
    });
    connect(relay.get(), &ConnectionsRelay::failed, this, &ConnectionsService::failed);
    m_worker.post([relay, work] {
        const auto connections = work();
        if (connections.has_value())
            emit relay->read(*connections + serviceConnections());
        else
            emit relay->failed(connections.error());
    });
}

} // namespace lockstep::project
