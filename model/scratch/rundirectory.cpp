#include "rundirectory.h"

#include <model/base/log.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QStorageInfo>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lockstep::scratch {

namespace {

namespace fs = std::filesystem;

QString ownPrefix()
{
    return QStringLiteral("lockstep-%1-").arg(::geteuid());
}

QStringList rootDirectories()
{
    QStringList roots{ QStringLiteral("/dev/shm"), QDir::tempPath() };
    roots.removeDuplicates();
    return roots;
}

QString bestRoot()
{
    constexpr qint64 room = qint64(768) << 20;
    const QString memory = QStringLiteral("/dev/shm");
    const QStorageInfo storage(memory);
    if (::access("/dev/shm", W_OK) == 0 && storage.isValid() && storage.bytesAvailable() > room)
        return memory;
    return QDir::tempPath();
}

base::Error runDirectoryError(const QString &what, const QString &path)
{
    base::Error error;
    error.kind = base::ErrorKind::Environment;
    error.message = QStringLiteral("%1 %2: %3").arg(what, path, QString::fromLocal8Bit(std::strerror(errno)));
    error.hint =
        QStringLiteral("Check free space and permissions there, or set TMPDIR to another directory.");
    return error;
}

/// The lock file's descriptor if nobody alive holds it; -1 otherwise.
int tryLock(const QString &lockFile, int flags)
{
    const int fd =
        ::open(QFile::encodeName(lockFile).constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, 0600);
    if (fd < 0)
        return -1;
    struct stat status
    { };
    // Somebody may have removed the file between our open and our lock.
    if (::flock(fd, LOCK_EX | LOCK_NB) == 0 && ::fstat(fd, &status) == 0 && status.st_nlink > 0
        && status.st_uid == ::geteuid())
        return fd;
    ::close(fd);
    return -1;
}

/// The postmaster of a data directory, if it runs: the pid file alone may name a stranger.
pid_t postmasterOf(const QString &dataPath)
{
    QFile file(dataPath + QStringLiteral("/postmaster.pid"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const pid_t pid = file.readLine().trimmed().toInt();
    if (pid <= 1)
        return -1;
    const QString where = QFile::symLinkTarget(QStringLiteral("/proc/%1/cwd").arg(pid));
    return where == dataPath ? pid : -1;
}

void stopCluster(const QString &dataPath)
{
    const pid_t pid = postmasterOf(dataPath);
    if (pid < 0)
        return;
    ::kill(pid, SIGQUIT);
    for (int i = 0; i < 200 && ::kill(pid, 0) == 0; ++i)
        ::usleep(20000);
    if (postmasterOf(dataPath) == pid)
        ::kill(pid, SIGKILL);
}

void removeTree(const QString &path)
{
    std::error_code ignored;
    fs::remove_all(fs::path(QFile::encodeName(path).constData()), ignored);
}

} // namespace

base::Result<std::unique_ptr<RunDirectory>> RunDirectory::create(const std::optional<ServerUser> &user)
{
    const QString root = bestRoot();
    for (int attempt = 0; attempt < 20; ++attempt) {
        const QString path = root + QLatin1Char('/') + ownPrefix()
                             + QString::number(QRandomGenerator::system()->generate64(), 36);
        const int fd = tryLock(path + QStringLiteral(".lock"), O_CREAT | O_EXCL);
        if (fd < 0 && errno != EEXIST && errno != EWOULDBLOCK && errno != 0)
            return runDirectoryError(QStringLiteral("Cannot write to"), root);
        if (fd < 0)
            continue;
        std::unique_ptr<RunDirectory> directory(new RunDirectory(path, fd));
        const QByteArray name = QFile::encodeName(path);
        if (::mkdir(name.constData(), 0700) != 0)
            return runDirectoryError(QStringLiteral("Cannot create"), path);
        if (user && ::chown(name.constData(), user->uid, user->gid) != 0)
            return runDirectoryError(QStringLiteral("Cannot hand over"), path);
        return directory;
    }
    return runDirectoryError(QStringLiteral("Cannot lock a private directory in"), root);
}

RunDirectory::RunDirectory(QString path, int lockFd)
    : m_path(std::move(path))
    , m_lockFd(lockFd)
{ }

RunDirectory::~RunDirectory()
{
    removeTree(m_path);
    QFile::remove(m_path + QStringLiteral(".lock"));
    ::close(m_lockFd);
}

int removeLeftovers()
{
    int removed = 0;
    for (const QString &root : rootDirectories()) {
        const QDir directory(root);
        const QStringList locks =
            directory.entryList({ ownPrefix() + QStringLiteral("*.lock") }, QDir::Files);
        for (const QString &name : locks) {
            const QString lockFile = directory.filePath(name);
            const int fd = tryLock(lockFile, 0);
            if (fd < 0)
                continue;
            const QString path = lockFile.chopped(5);
            stopCluster(path + QStringLiteral("/data"));
            removeTree(path);
            QFile::remove(lockFile);
            ::close(fd);
            ++removed;
        }
    }
    if (removed > 0)
        base::log::info("scratch",
                        QStringLiteral("Removed %1 scratch servers that a crash had left.").arg(removed));
    return removed;
}

base::Result<void> copyTree(const QString &from, const QString &to, const std::optional<ServerUser> &user)
{
    std::error_code problem;
    const fs::path source(QFile::encodeName(from).constData());
    const fs::path destination(QFile::encodeName(to).constData());
    fs::copy(source, destination, fs::copy_options::recursive | fs::copy_options::copy_symlinks, problem);
    const auto restrictTo = [&](const fs::path &path) {
        if (!problem && ::chmod(path.c_str(), fs::is_directory(path, problem) ? 0700 : 0600) != 0)
            problem = std::error_code(errno, std::generic_category());
        if (!problem && user && ::lchown(path.c_str(), user->uid, user->gid) != 0)
            problem = std::error_code(errno, std::generic_category());
    };
    if (!problem)
        restrictTo(destination);
    for (fs::recursive_directory_iterator entry(destination, problem), end; !problem && entry != end;
         entry.increment(problem))
        restrictTo(entry->path());
    if (!problem)
        return {};
    errno = problem.value();
    return runDirectoryError(QStringLiteral("Cannot copy a database directory to"), to);
}

} // namespace lockstep::scratch
