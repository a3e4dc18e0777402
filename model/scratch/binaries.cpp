#include "binaries.h"

#include "scratchserver.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QMutex>
#include <QProcess>
#include <QRegularExpression>

#include <algorithm>

namespace lockstep::scratch {

namespace {

bool hasPrograms(const QString &directory, const QStringList &names)
{
    return std::all_of(names.begin(), names.end(), [&directory](const QString &name) {
        return QFileInfo(directory + QLatin1Char('/') + name).isExecutable();
    });
}

/// LOCKSTEP_PG_BINDIR names bin directories or prefixes that contain one.
QStringList namedPaths()
{
    return qEnvironmentVariable("LOCKSTEP_PG_BINDIR").split(QLatin1Char(':'), Qt::SkipEmptyParts);
}

QStringList directoriesIn(const QString &path)
{
    QStringList found;
    for (const char *below : { "", "/bin", "/native/bin" }) {
        if (QFileInfo::exists(path + QLatin1String(below) + QStringLiteral("/postgres")))
            found.append(path + QLatin1String(below));
    }
    return found;
}

QStringList namedDirectories()
{
    QStringList found;
    for (const QString &path : namedPaths())
        found += directoriesIn(path);
    return found;
}

/// LOCKSTEP_PG_DUMP names a pg_dump or the directory it is in.
QString namedDumpDirectory()
{
    const QFileInfo named(qEnvironmentVariable("LOCKSTEP_PG_DUMP"));
    if (named.filePath().isEmpty() || named.isDir())
        return named.filePath();
    return named.path();
}

/// Falling back to another version than the one that was named would be found out late, if ever.
base::Result<void> checkNamedPaths()
{
    for (const QString &path : namedPaths()) {
        if (!directoriesIn(path).isEmpty())
            continue;
        base::Error error;
        error.kind = base::ErrorKind::Environment;
        error.message =
            QStringLiteral("LOCKSTEP_PG_BINDIR names %1, and there is no PostgreSQL server.").arg(path);
        error.detail =
            QStringLiteral("Looked for the program postgres in %1, %1/bin and %1/native/bin.").arg(path);
        error.hint =
            QStringLiteral("Name the directory that holds initdb and postgres, or unset the variable.");
        return error;
    }
    return {};
}

/// Links in PATH lead to one program each; the others (pg_dump and the like) are where the links point.
QString realDirectory(const QString &directory, const QStringList &programs)
{
    const QString real = QFileInfo(directory + QLatin1Char('/') + programs.first()).canonicalPath();
    return hasPrograms(real, programs) ? real : directory;
}

/// Debian's /usr/bin/pg_dump chooses a version by its own rules, not by ours.
bool isWrapper(const QString &program)
{
    return QFileInfo(program).canonicalFilePath().endsWith(QLatin1String("/pg_wrapper"));
}

QString outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.start(program, arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(10000) || process.exitCode() != 0)
        return {};
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

QStringList installedDirectories()
{
    QStringList found;
    for (const char *root : { "/usr/lib/postgresql", "/usr/local/pgsql", "/opt/postgresql", "/usr" }) {
        const QDir directory(QString::fromLatin1(root));
        QStringList entries = directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        std::sort(entries.begin(), entries.end(), [](const QString &a, const QString &b) {
            return a.section(QLatin1Char('-'), -1).toInt() > b.section(QLatin1Char('-'), -1).toInt();
        });
        for (const QString &entry : entries)
            found.append(directory.filePath(entry) + QStringLiteral("/bin"));
        found.append(directory.filePath(QStringLiteral("bin")));
    }
    return found;
}

QString programVersion(const QString &program)
{
    // Asking costs a process; the answer does not change while we run.
    static QMutex mutex;
    static QHash<QString, QString> known;
    const QMutexLocker lock(&mutex);
    if (const auto it = known.constFind(program); it != known.constEnd())
        return *it;
    static const QRegularExpression number(QStringLiteral("\\(PostgreSQL\\)\\s+([0-9][0-9A-Za-z.]*)"));
    const QString version = number.match(outputOf(program, { QStringLiteral("--version") })).captured(1);
    known.insert(program, version);
    return version;
}

} // namespace

QString serverVersionText(const QString &directory)
{
    return programVersion(directory + QStringLiteral("/postgres"));
}

int majorOf(const QString &versionText)
{
    static const QRegularExpression digits(QStringLiteral("^\\d+"));
    return digits.match(versionText).captured(0).toInt();
}

QStringList binaryDirectories()
{
    QStringList all = namedDirectories();
    all += qEnvironmentVariable("PATH").split(QLatin1Char(':'), Qt::SkipEmptyParts);
    const QString configured = outputOf(QStringLiteral("pg_config"), { QStringLiteral("--bindir") });
    if (!configured.isEmpty())
        all.append(configured);
    all += installedDirectories();
    QStringList existing;
    for (const QString &directory : std::as_const(all)) {
        const QString clean = QDir::cleanPath(directory);
        if (!existing.contains(clean) && QFileInfo(clean).isDir())
            existing.append(clean);
    }
    return existing;
}

QString findToolDirectory(const QString &preferred, int serverMajor)
{
    const auto versionIn = [](const QString &directory) {
        return majorOf(programVersion(directory + QStringLiteral("/pg_dump")));
    };
    const QStringList tools{ QStringLiteral("pg_dump") };
    // What is named or fits best by its place is taken unless it is too old to read the server.
    for (const QString &wished : { namedDumpDirectory(), preferred }) {
        if (!wished.isEmpty() && hasPrograms(wished, tools) && versionIn(wished) >= serverMajor)
            return wished;
    }
    QString newest;
    int newestVersion = 0;
    for (const QString &directory : binaryDirectories()) {
        if (!hasPrograms(directory, tools) || isWrapper(directory + QStringLiteral("/pg_dump")))
            continue;
        const int version = versionIn(directory);
        if (version == serverMajor)
            return directory;
        if (version > newestVersion) {
            newest = directory;
            newestVersion = version;
        }
    }
    return newest;
}

base::Result<QString> findServerBinaries(int preferredMajor)
{
    if (const auto checked = checkNamedPaths(); !checked.has_value())
        return checked.error();
    const QStringList named = namedDirectories();
    const QStringList programs{ QStringLiteral("initdb"), QStringLiteral("postgres") };
    QString newest;
    int newestMajor = 0;
    bool newestIsNamed = false;
    const QStringList directories = binaryDirectories();
    for (const QString &directory : directories) {
        if (!hasPrograms(directory, programs))
            continue;
        const int major = majorOf(serverVersionText(directory));
        if (major == 0)
            continue;
        if (major == preferredMajor)
            return realDirectory(directory, programs);
        if (major > newestMajor && !newestIsNamed) {
            newestIsNamed = named.contains(directory);
            newest = realDirectory(directory, programs);
            newestMajor = major;
        }
    }
    if (!newest.isEmpty())
        return newest;
    base::Error error;
    error.kind = base::ErrorKind::Environment;
    error.message =
        QStringLiteral("No PostgreSQL server programs (initdb, postgres) were found for the scratch server.");
    error.detail = QStringLiteral("Looked in LOCKSTEP_PG_BINDIR, PATH, pg_config --bindir and: %1")
                       .arg(directories.join(QStringLiteral(", ")));
    error.hint =
        QStringLiteral("Install them (Debian: apt install postgresql-15), set LOCKSTEP_PG_BINDIR to their "
                       "directory, or name a server to use instead with --scratch postgresql://...");
    return error;
}

} // namespace lockstep::scratch
