#include "pgdump.h"

#include <model/base/secrets.h>

#include <QProcess>
#include <QRegularExpression>

namespace lockstep::sources {

namespace {

QString programPath(const QString &directory, const QString &name)
{
    return directory.isEmpty() ? name : directory + QLatin1Char('/') + name;
}

base::Error environmentError(const QString &message, const QString &hint)
{
    base::Error error;
    error.kind = base::ErrorKind::Environment;
    error.message = message;
    error.hint = hint;
    return error;
}

base::Error failure(const QString &program, const QString &what, const QString &messages)
{
    if (messages.contains(QLatin1String("server version mismatch"))
        || messages.contains(QLatin1String("unsupported version"))) {
        base::Error error = environmentError(
            QStringLiteral("%1 is too old for %2.").arg(program, what),
            QStringLiteral(
                "Install the PostgreSQL client programs of the server's version or newer, or name a newer "
                "pg_dump in LOCKSTEP_PG_DUMP."));
        error.detail = messages;
        return error;
    }
    base::Error error;
    error.kind = base::ErrorKind::Server;
    error.message = QStringLiteral("%1 could not write out %2.").arg(program, what);
    error.detail = messages;
    return error;
}

/// Runs a program to its end and returns what it wrote to stdout. `what` names the source.
base::Result<QString> outputOf(const QString &program, const QStringList &arguments, const QString &password,
                               const QString &what, const std::stop_token &stop)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    environment.insert(QStringLiteral("PGCLIENTENCODING"), QStringLiteral("UTF8"));
    if (!password.isEmpty())
        environment.insert(QStringLiteral("PGPASSWORD"), password);
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForStarted()) {
        return environmentError(
            QStringLiteral("The program \"%1\" cannot be started.").arg(program),
            QStringLiteral("Install the PostgreSQL client programs, or name their directory in "
                           "LOCKSTEP_PG_BINDIR."));
    }
    while (process.state() != QProcess::NotRunning && !process.waitForFinished(50)) {
        if (stop.stop_requested()) {
            process.kill();
            process.waitForFinished();
            return base::canceled();
        }
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return failure(program.section(QLatin1Char('/'), -1), what,
                       QString::fromUtf8(process.readAllStandardError()).trimmed());
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// Without secrets, lines that differ between two dumps of equal schemas, and what only psql or
/// another server version understands.
QString cleaned(const QString &dump)
{
    static const QRegularExpression noise(
        QStringLiteral("^(?:\\\\(?:un)?restrict [A-Za-z0-9]+"
                       "|-- Dumped (?:from database|by pg_dump) version .*"
                       "|SET transaction_timeout = 0;"
                       "|ALTER TABLE ONLY .* ALTER COLUMN .* SET \\(pg_attver=\\d+\\);)\\n"),
        QRegularExpression::MultilineOption);
    QString text = dump;
    return base::withoutSecrets(text.remove(noise));
}

} // namespace

base::Result<QString> dumpSchema(const postgres::ConnectionTarget &target, const QString &toolDirectory,
                                 const QStringList &extraOptions, std::stop_token stop)
{
    const postgres::ProcessConnection connection = postgres::forProcess(target);
    QStringList arguments{ QStringLiteral("--schema-only"), QStringLiteral("--no-password"),
                           QStringLiteral("--exclude-schema=lockstep") };
    arguments += extraOptions;
    arguments += QStringLiteral("--dbname=") + connection.conninfo;
    const base::Result<QString> dump = outputOf(programPath(toolDirectory, QStringLiteral("pg_dump")),
                                                arguments, connection.password, target.display(), stop);
    if (!dump.has_value())
        return dump.error();
    return cleaned(*dump);
}

base::Result<QString> archiveScript(const QString &path, const QString &toolDirectory, std::stop_token stop)
{
    const QStringList arguments{ QStringLiteral("--schema-only"), QStringLiteral("--file=-"), path };
    const base::Result<QString> script =
        outputOf(programPath(toolDirectory, QStringLiteral("pg_restore")), arguments, {}, path, stop);
    if (script.has_value())
        return cleaned(*script);
    base::Error error = script.error();
    if (error.kind == base::ErrorKind::Server) {
        error = base::inputError(
            QStringLiteral("The archive \"%1\" cannot be read.").arg(path),
            QStringLiteral("Check that pg_dump finished writing it: pg_restore --list shows what "
                           "is in it."));
        error.detail = script.error().detail;
    }
    return error;
}

} // namespace lockstep::sources
