#include "restore.h"

#include <model/base/secrets.h>
#include <model/scratch/binaries.h>
#include <model/sources/pgdump.h>
#include <model/sources/source.h>

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>

#include <algorithm>

namespace lockstep::proof {

namespace {

constexpr int shownComplaints = 5;

base::Error notStarted(const QString &program)
{
    base::Error error;
    error.kind = base::ErrorKind::Environment;
    error.message = QStringLiteral("The program \"%1\" cannot be started.").arg(program);
    error.hint = QStringLiteral("Install the PostgreSQL client programs, or name their directory in "
                                "LOCKSTEP_PG_BINDIR.");
    return error;
}

/// Runs a program and hands on each line it writes. Value: the exit code.
base::Result<int> runProgram(const QString &program, const QStringList &arguments, const QString &password,
                             const std::function<void(const QString &)> &onLine, const std::stop_token &stop)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    if (!password.isEmpty())
        environment.insert(QStringLiteral("PGPASSWORD"), password);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForStarted())
        return notStarted(program);
    const auto readLines = [&] {
        while (process.canReadLine())
            onLine(QString::fromUtf8(process.readLine()).trimmed());
    };
    while (process.state() != QProcess::NotRunning) {
        if (stop.stop_requested()) {
            // Asked to end, so that its workers end too; what they began is rolled back.
            process.terminate();
            if (!process.waitForFinished(3000))
                process.kill();
            process.waitForFinished();
            return base::canceled();
        }
        process.waitForReadyRead(50);
        readLines();
    }
    readLines();
    const QString rest = QString::fromUtf8(process.readAll()).trimmed();
    if (!rest.isEmpty())
        onLine(rest);
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

QString programIn(const QString &directory, const char *name)
{
    return directory.isEmpty() ? QString::fromLatin1(name)
                               : directory + QLatin1Char('/') + QLatin1String(name);
}

bool isTar(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(8) == QByteArray("toc.dat\0", 8);
}

/// Two blocks of zeros end a tar archive. pg_restore does not miss them: it takes what is there for all the
/// rows.
bool hasTarEnd(const QString &path)
{
    constexpr qint64 end = 1024;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.seek(std::max<qint64>(0, file.size() - end))
           && file.readAll() == QByteArray(end, '\0');
}

/// A plain dump: what makes its schema is all but the rows.
base::Result<QString> schemaOfScript(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::inputError(QStringLiteral("\"%1\" cannot be read: %2.").arg(path, file.errorString()));
    QByteArray schema;
    bool isInRows = false;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (isInRows) {
            isInRows = line != "\\.\n" && line != "\\.\r\n";
            continue;
        }
        if (line.startsWith("COPY ") && line.trimmed().endsWith("FROM stdin;")) {
            isInRows = true;
            continue;
        }
        if (!line.startsWith("\\restrict ") && !line.startsWith("\\unrestrict "))
            schema += line;
    }
    if (!QByteArrayView(schema).isValidUtf8())
        return base::inputError(
            QStringLiteral("\"%1\" is not UTF-8 text.").arg(path),
            QStringLiteral("Write it anew with pg_dump --encoding=UTF8, or as an archive (-Fc)."));
    return QString::fromUtf8(schema);
}

/// What pg_restore and psql say when something could not be done.
bool isComplaint(const QString &line)
{
    return line.contains(QLatin1String("error:")) || line.contains(QLatin1String("ERROR:"))
           || line.contains(QLatin1String("FATAL:"));
}

base::Error failed(const Backup &backup, const QString &program, const QStringList &complaints)
{
    base::Error error = base::inputError(
        QStringLiteral("%1 could not restore \"%2\".").arg(program, backup.path),
        QStringLiteral("Check that pg_dump finished writing it, and that this server's version and "
                       "extensions are those it was taken from."));
    error.detail = base::withoutSecrets(complaints.mid(0, shownComplaints).join(QLatin1Char('\n')));
    return error;
}

/// Entries of the table of contents that pg_restore works through.
int countEntries(const Backup &backup, const std::stop_token &stop)
{
    int entries = 0;
    const auto listed = runProgram(
        programIn(backup.tools, "pg_restore"), { QStringLiteral("--list"), backup.path }, {},
        [&entries](const QString &line) {
            if (!line.isEmpty() && !line.startsWith(QLatin1Char(';')))
                ++entries;
        },
        stop);
    return listed.has_value() && *listed == 0 ? entries : 0;
}

base::Result<RestoreReport> restoreArchive(const Backup &backup, const postgres::ConnectionTarget &database,
                                           int jobs, const RestoreProgress &progress,
                                           const std::stop_token &stop)
{
    // "processing data for table", "creating TABLE", "finished item 3014 TABLE DATA users" of parallel jobs.
    static const QRegularExpression done(
        QStringLiteral("(?:creating|processing data for|executing|finished item \\d+) (.+)$"));
    if (backup.kind == Backup::Kind::Tar && !hasTarEnd(backup.path))
        return failed(backup, QStringLiteral("pg_restore"),
                      { QStringLiteral("The archive has no end: it was cut off.") });
    const int total = countEntries(backup, stop);
    const postgres::ProcessConnection connection = postgres::forProcess(database);
    QStringList arguments{ QStringLiteral("--verbose"), QStringLiteral("--no-password"),
                           QStringLiteral("--dbname=") + connection.conninfo };
    if (jobs > 1 && backup.kind != Backup::Kind::Tar)
        arguments.append(QStringLiteral("--jobs=%1").arg(jobs));
    arguments.append(backup.path);
    RestoreReport report;
    int entries = 0;
    bool hasEnded = false;
    const auto onLine = [&](const QString &line) {
        if (isComplaint(line))
            report.complaints.append(base::withoutSecrets(line));
        hasEnded = hasEnded || line.contains(QLatin1String("errors ignored on restore"));
        const auto match = done.match(line);
        if (match.hasMatch() && progress)
            progress(match.captured(1), std::min(++entries, std::max(total, 1)), total);
    };
    const auto code =
        runProgram(programIn(backup.tools, "pg_restore"), arguments, connection.password, onLine, stop);
    if (!code.has_value())
        return code.error();
    // 1: it went on after errors, and says so; or it gave up, as it does where an archive is cut off.
    const bool wentOn = *code == 1 && hasEnded;
    if (*code != 0 && !wentOn)
        return failed(backup, QStringLiteral("pg_restore"), report.complaints);
    return report;
}

base::Result<RestoreReport> restoreScript(const Backup &backup, const postgres::ConnectionTarget &database,
                                          const RestoreProgress &progress, const std::stop_token &stop)
{
    const postgres::ProcessConnection connection = postgres::forProcess(database);
    RestoreReport report;
    int statements = 0;
    const auto onLine = [&](const QString &line) {
        if (isComplaint(line))
            report.complaints.append(base::withoutSecrets(line));
        else if (progress)
            progress(line.left(60), ++statements, 0);
    };
    const auto code = runProgram(programIn(backup.tools, "psql"),
                                 { QStringLiteral("--no-psqlrc"), QStringLiteral("--no-password"),
                                   QStringLiteral("--file=") + backup.path,
                                   QStringLiteral("--dbname=") + connection.conninfo },
                                 connection.password, onLine, stop);
    if (!code.has_value())
        return code.error();
    if (*code != 0)
        return failed(backup, QStringLiteral("psql"), report.complaints);
    return report;
}

base::Result<Backup> openArchive(const QString &path, const QString &tools,
                                 const scratch::ScratchServerPtr &scratch, const std::stop_token &stop)
{
    const auto script = sources::archiveScript(path, tools, scratch->maintenance(), stop);
    if (!script.has_value())
        return script.error();
    return Backup{ isTar(path) ? Backup::Kind::Tar : Backup::Kind::Archive, path, *script, tools };
}

bool isTooOld(const base::Result<Backup> &opened)
{
    return !opened.has_value() && opened.error().kind == base::ErrorKind::Environment;
}

} // namespace

base::Result<Backup> openBackup(const QString &path, const scratch::ScratchServerPtr &scratch,
                                const std::stop_token &stop)
{
    if (!QFileInfo::exists(path))
        return base::inputError(
            QStringLiteral("There is no file or directory \"%1\".").arg(path),
            QStringLiteral("Give a backup by pg_dump: an archive (-Fc, -Fd, -Ft) or SQL text."));
    const auto source = sources::parseSource(path);
    if (!source.has_value())
        return source.error();
    const bool isArchive = std::holds_alternative<sources::ArchiveSource>(*source);
    if (!isArchive && !std::holds_alternative<sources::SqlFileSource>(*source))
        return base::inputError(
            QStringLiteral("\"%1\" is no backup by pg_dump.").arg(path),
            QStringLiteral("Give an archive (pg_dump -Fc, -Fd, -Ft) or SQL text with its rows."));
    if (!isArchive) {
        const auto script = schemaOfScript(path);
        if (!script.has_value())
            return script.error();
        return Backup{ Backup::Kind::Script, path, *script, scratch->toolDirectory() };
    }
    auto archive = openArchive(path, scratch->toolDirectory(), scratch, stop);
    // Written by a newer pg_dump than the server has: any newer pg_restore can put it there.
    const QStringList others = scratch::binaryDirectories();
    for (int i = 0; i < others.size() && isTooOld(archive); ++i)
        archive = openArchive(path, others[i], scratch, stop);
    return archive;
}

base::Result<RestoreReport> restoreBackup(const Backup &backup, const postgres::ConnectionTarget &database,
                                          int jobs, const RestoreProgress &progress,
                                          const std::stop_token &stop)
{
    return backup.kind == Backup::Kind::Script ? restoreScript(backup, database, progress, stop)
                                               : restoreArchive(backup, database, jobs, progress, stop);
}

} // namespace lockstep::proof
