#include "unsavedwork.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace lockstep::app {

namespace {

constexpr int windowsAtMost = 50;

/// "unsaved.lockstep", "unsaved-2.lockstep"
QString numbered(const QString &path, int number)
{
    const QFileInfo file(path);
    return number == 1 ? path
                       : file.dir().filePath(
                           QStringLiteral("%1-%2.%3")
                               .arg(file.completeBaseName(), QString::number(number), file.suffix()));
}

/// A plan that was only looked at leaves nothing to compare. What cannot be read may be work all the same.
bool holdsWork(const QString &path)
{
    if (!QFileInfo::exists(path))
        return false;
    const auto project = project::readProject(path);
    return !project.has_value() || !project->current.isEmpty() || !project->target.isEmpty();
}

} // namespace

void UnsavedWork::begin(const QString &path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    // What another window left before a file that nobody has used.
    for (const bool wantsWork : { true, false }) {
        for (int number = 1; number <= windowsAtMost; ++number) {
            const QString name = numbered(path, number);
            if ((wantsWork && !holdsWork(name)) || !lock(name))
                continue;
            m_path = name;
            m_hasFound = holdsWork(name);
            return;
        }
    }
}

bool UnsavedWork::lock(const QString &name)
{
    auto lock = std::make_unique<QLockFile>(name + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // Of a window that is there, however long.
    if (!lock->tryLock(0) && lock->error() == QLockFile::LockFailedError)
        return false;
    m_lock = std::move(lock);
    return true;
}

std::optional<project::Project> UnsavedWork::read() const
{
    if (m_path.isEmpty() || !QFileInfo::exists(m_path))
        return std::nullopt;
    const auto project = project::readProject(m_path);
    if (!project.has_value() || (project->current.isEmpty() && project->target.isEmpty()))
        return std::nullopt;
    return *project;
}

QDateTime UnsavedWork::writtenAt() const
{
    return QFileInfo(m_path).lastModified();
}

void UnsavedWork::discard()
{
    m_hasFound = false;
    if (!m_path.isEmpty())
        QFile::remove(m_path);
}

QString UnsavedWork::putAside()
{
    m_hasFound = false;
    if (m_path.isEmpty() || !QFileInfo::exists(m_path))
        return {};
    const QString name = newName();
    return QFile::rename(m_path, name) ? name : QString();
}

QString UnsavedWork::newName() const
{
    const QString now = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    const QString first = QFileInfo(m_path).dir().filePath(QStringLiteral("unsaved-%1.lockstep").arg(now));
    QString name = first;
    for (int number = 2; QFileInfo::exists(name); ++number)
        name = numbered(first, number);
    return name;
}

} // namespace lockstep::app
