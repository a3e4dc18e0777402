#include "recentprojects.h"

#include "projectfile.h"
#include "runthread.h"

#include <QFileInfo>

namespace lockstep::project {

namespace {

/// Says what a side is without looking whether it is there.
QString sideText(const QString &text)
{
    if (text.contains(QLatin1String("://")) || text.contains(QLatin1Char('='))) {
        postgres::ConnectionTarget target;
        target.text = text;
        return target.display();
    }
    return QFileInfo(text).fileName();
}

RecentProject readOne(const QString &path)
{
    RecentProject recent;
    recent.path = path;
    const auto project = readProject(path);
    recent.isMissing = !project.has_value();
    if (recent.isMissing)
        return recent;
    recent.changedAt = QFileInfo(path).lastModified();
    recent.current = sideText(project->current);
    recent.target = sideText(project->target);
    recent.environment = environmentFromName(project->environment);
    return recent;
}

} // namespace

QVector<RecentProject> readRecentProjects(const QStringList &paths)
{
    QVector<RecentProject> projects;
    for (const QString &path : paths)
        projects.append(readOne(path));
    return projects;
}

RecentProjectsReader::RecentProjectsReader(QObject *parent)
    : QObject(parent)
{ }

void RecentProjectsReader::ask(const QStringList &paths)
{
    const Latest::Ticket ticket = m_latest.begin();
    const auto relay = std::make_shared<RecentProjectsRelay>();
    connect(relay.get(), &RecentProjectsRelay::ready, this,
            [this, ticket](const QVector<RecentProject> &projects) {
                if (m_latest.isCurrent(ticket.generation))
                    emit ready(projects);
            });
    startThread([relay, paths] { emit relay->ready(readRecentProjects(paths)); });
}

} // namespace lockstep::project
