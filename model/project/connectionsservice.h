#pragma once

#include "connectionstore.h"
#include "worker.h"

#include <QObject>

namespace lockstep::project {

/// The user's connections and those of the service files, read and written in the background. Lives in the
/// GUI thread; nothing here blocks.
class ConnectionsService final : public QObject
{
    Q_OBJECT
public:
    explicit ConnectionsService(QObject *parent = nullptr);

    /// Where they are kept, from now on; empty: nowhere, until the window closes.
    void setPath(const QString &path);
    [[nodiscard]] const QVector<KeptConnection> &connections() const { return m_all; }
    /// The first that leads to the same place as a text; null: none is kept.
    [[nodiscard]] const KeptConnection *find(const QString &text) const;

public slots:
    void load();
    void put(const lockstep::project::KeptConnection &connection);
    void remove(const QString &id);

signals:
    void changed();
    void failed(const lockstep::base::Error &error);

private:
    using Work = std::function<base::Result<QVector<KeptConnection>>()>;
    void post(const Work &work);

    ConnectionStore m_store;
    bool m_keepsNothing = true;
    QVector<KeptConnection> m_all;
    Worker m_worker;
};

/// Brings what was read to the GUI thread.
class ConnectionsRelay final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

signals:
    void read(const QVector<lockstep::project::KeptConnection> &connections);
    void failed(const lockstep::base::Error &error);
};

} // namespace lockstep::project
