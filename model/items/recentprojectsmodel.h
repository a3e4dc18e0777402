#pragma once

#include <model/project/recentproject.h>

#include <QAbstractListModel>

namespace lockstep::items {

/// Projects the user worked on, the last one first. Those that are gone say so.
class RecentProjectsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit RecentProjectsModel(QObject *parent = nullptr);
    void setProjects(const QVector<project::RecentProject> &projects);
    [[nodiscard]] const project::RecentProject *at(int row) const; ///< Null outside.

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] static QString sides(const project::RecentProject &project);

    QVector<project::RecentProject> m_projects;
};

} // namespace lockstep::items
