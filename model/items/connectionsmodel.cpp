#include "connectionsmodel.h"

#include "roles.h"

namespace lockstep::items {

ConnectionsModel::ConnectionsModel(QObject *parent)
    : QAbstractListModel(parent)
{ }

void ConnectionsModel::setConnections(const QVector<project::KeptConnection> &connections)
{
    if (m_connections == connections)
        return;
    beginResetModel();
    m_connections = connections;
    endResetModel();
}

const project::KeptConnection *ConnectionsModel::at(int row) const
{
    return row >= 0 && row < m_connections.size() ? &m_connections.at(row) : nullptr;
}

int ConnectionsModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_connections.size(); ++row) {
        if (m_connections.at(row).id == id)
            return row;
    }
    return -1;
}

int ConnectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_connections.size());
}

QVariant ConnectionsModel::data(const QModelIndex &index, int role) const
{
    const project::KeptConnection *connection = index.isValid() ? at(index.row()) : nullptr;
    if (!connection)
        return {};
    switch (role) {
    case Qt::DisplayRole: return connection->name;
    case SubtitleRole:
    case Qt::ToolTipRole: return project::placeText(*connection);
    case TrailingRole:
        if (connection->isService)
            return tr("service file");
        return connection->isReadOnly ? tr("read-only") : QString();
    case EnvironmentRole: return int(connection->environment);
    case Qt::AccessibleTextRole: return tr("%1, %2").arg(connection->name, project::placeText(*connection));
    default: return {};
    }
}

} // namespace lockstep::items
