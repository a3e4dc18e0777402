#include "filelooker.h"

#include <QFileInfo>

namespace lockstep::app {

namespace {

constexpr int settleMs = 200;

} // namespace

FileLooker::FileLooker(Seen seen)
    : m_seen(std::move(seen))
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(&m_settle, &QTimer::timeout, this, &FileLooker::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FileLooker::lookSoon);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FileLooker::lookSoon);
}

void FileLooker::follow(int number, const QString &path, const QByteArray &known)
{
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    m_number = number;
    m_path = path;
    m_known = known;
    watchAgain();
    lookSoon(); // It may have been changed before it was watched.
}

/// A file that was replaced is another one for the watcher, who has forgotten it; its directory tells when
/// the next one comes.
void FileLooker::watchAgain()
{
    if (m_path.isEmpty())
        return;
    const QString directory = QFileInfo(m_path).absolutePath();
    if (!m_watcher.directories().contains(directory))
        m_watcher.addPath(directory);
    if (!m_watcher.files().contains(m_path) && QFileInfo::exists(m_path))
        m_watcher.addPath(m_path);
}

void FileLooker::look()
{
    if (m_path.isEmpty())
        return;
    watchAgain();
    m_seen(m_number, ProjectFileWatch::compare(m_path, m_known));
}

} // namespace lockstep::app
