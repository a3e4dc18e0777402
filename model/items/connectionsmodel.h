#pragma once

#include <model/project/keptconnection.h>

#include <QAbstractListModel>

namespace lockstep::items {

/// The user's connections and the sections of the service files.
class ConnectionsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit ConnectionsModel(QObject *parent = nullptr);
    void setConnections(const QVector<project::KeptConnection> &connections);
    [[nodiscard]] const project::KeptConnection *at(int row) const; ///< Null outside.
    [[nodiscard]] int rowOf(const QString &id) const; ///< -1: none.

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QVector<project::KeptConnection> m_connections;
};

} // namespace lockstep::items
