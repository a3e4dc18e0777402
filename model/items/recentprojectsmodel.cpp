#include "recentprojectsmodel.h"

#include "format.h"
#include "roles.h"

#include <QDir>
#include <QFileInfo>

namespace lockstep::items {

namespace {

QString whenText(const QDateTime &at)
{
    const QDate today = QDate::currentDate();
    const QDate day = at.toLocalTime().date();
    if (day == today)
        return RecentProjectsModel::tr("today %1").arg(clockText(at));
    return day == today.addDays(-1) ? RecentProjectsModel::tr("yesterday") : dateText(at);
}

QString shortPath(const QString &path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + path.mid(home.size()) : path;
}

} // namespace

RecentProjectsModel::RecentProjectsModel(QObject *parent)
    : QAbstractListModel(parent)
{ }

void RecentProjectsModel::setProjects(const QVector<project::RecentProject> &projects)
{
    if (m_projects == projects)
        return;
    beginResetModel();
    m_projects = projects;
    endResetModel();
}

const project::RecentProject *RecentProjectsModel::at(int row) const
{
    return row >= 0 && row < m_projects.size() ? &m_projects.at(row) : nullptr;
}

int RecentProjectsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_projects.size());
}

QString RecentProjectsModel::sides(const project::RecentProject &project)
{
    const QString directory = shortPath(QFileInfo(project.path).path());
    if (project.isMissing)
        return directory;
    const QString current = project.current.isEmpty() ? tr("nothing yet") : project.current;
    const QString target = project.target.isEmpty() ? tr("nothing yet") : project.target;
    return tr("%1 \u2192 %2").arg(current, target) + QStringLiteral("  \u00b7  ") + directory;
}

QVariant RecentProjectsModel::data(const QModelIndex &index, int role) const
{
    const project::RecentProject *project = index.isValid() ? at(index.row()) : nullptr;
    if (!project)
        return {};
    switch (role) {
    case Qt::DisplayRole: return QFileInfo(project->path).completeBaseName();
    case Qt::ToolTipRole: return project->path;
    case SubtitleRole: return sides(*project);
    case TrailingRole: return project->isMissing ? tr("not there any more") : whenText(project->changedAt);
    case EnvironmentRole: return int(project->environment);
    case MissingRole: return project->isMissing;
    case Qt::AccessibleTextRole:
        return project->isMissing
                   ? tr("%1, not there any more").arg(project->path)
                   : tr("%1, %2").arg(QFileInfo(project->path).completeBaseName(), sides(*project));
    default: return {};
    }
}

} // namespace lockstep::items
