#include "projectfilewatch.h"

#include <QFile>
#include <QFileInfo>

namespace lockstep::app {

namespace {

constexpr int settleMs = 200;

} // namespace

ProjectFileWatch::ProjectFileWatch(QObject *parent)
    : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(&m_settle, &QTimer::timeout, this, &ProjectFileWatch::look);
    const auto settle = [this] { m_settle.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, settle);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, settle);
}

QByteArray ProjectFileWatch::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void ProjectFileWatch::follow(const QString &path, const QByteArray &known)
{
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    m_settle.stop();
    m_path = path;
    m_known = known;
    const bool wasSame = std::exchange(m_state, ProjectFileState::Same) == ProjectFileState::Same;
    watchAgain();
    if (!wasSame)
        emit stateChanged(m_state);
}

/// A file that was replaced is another one for the watcher, who has forgotten it; its directory tells when
/// the next one comes.
void ProjectFileWatch::watchAgain()
{
    if (m_path.isEmpty())
        return;
    const QString directory = QFileInfo(m_path).absolutePath();
    if (!m_watcher.directories().contains(directory))
        m_watcher.addPath(directory);
    if (!m_watcher.files().contains(m_path) && QFileInfo::exists(m_path))
        m_watcher.addPath(m_path);
}

void ProjectFileWatch::resume()
{
    m_isPaused = false;
    m_settle.start(); // What was told of meanwhile.
}

ProjectFileState ProjectFileWatch::look()
{
    if (m_path.isEmpty() || m_isPaused)
        return m_state;
    watchAgain();
    const QByteArray content = contentOf(m_path);
    const ProjectFileState state = content == m_known          ? ProjectFileState::Same
                                   : QFileInfo::exists(m_path) ? ProjectFileState::Changed
                                                               : ProjectFileState::Gone;
    if (state != m_state) {
        m_state = state;
        emit stateChanged(state);
    }
    return m_state;
}

} // namespace lockstep::app
