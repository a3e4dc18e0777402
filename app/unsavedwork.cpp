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

} // namespace

void UnsavedWork::begin(const QString &path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    for (int number = 1; number <= windowsAtMost; ++number) {
        const QString name = numbered(path, number);
        m_lock = std::make_unique<QLockFile>(name + QStringLiteral(".lock"));
        m_lock->setStaleLockTime(0); // Of a window that is there, however long.
        if (!m_lock->tryLock(0) && m_lock->error() == QLockFile::LockFailedError)
            continue;
        m_path = name;
        // A plan that was only looked at leaves nothing to compare. What cannot be read may be work all the
        // same.
        m_hasFound = QFileInfo::exists(name) && (read() || !project::readProject(name).has_value());
        return;
    }
    m_lock.reset();
    m_path.clear();
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
