#pragma once

#include "recentproject.h"
#include "worker.h"

#include <QObject>
#include <QStringList>
#include <QVector>

namespace lockstep::project {

/// Reads the files, which may lie on a slow disk: not for the GUI's thread.
[[nodiscard]] QVector<RecentProject> readRecentProjects(const QStringList &paths);

/// The same in the background; a newer question makes an older answer stale.
class RecentProjectsReader final : public QObject
{
    Q_OBJECT
public:
    explicit RecentProjectsReader(QObject *parent = nullptr);

public slots:
    void ask(const QStringList &paths);

signals:
    void ready(const QVector<lockstep::project::RecentProject> &projects);

private:
    Latest m_latest;
};

/// Brings the answer to the GUI thread.
class RecentProjectsRelay final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

signals:
    void ready(const QVector<lockstep::project::RecentProject> &projects);
};

} // namespace lockstep::project
