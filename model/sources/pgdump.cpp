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
base::Result<QByteArray> outputOf(const QString &program, const QStringList &arguments,
                                  const QString &password, const QString &what, const std::stop_token &stop)
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
    return process.readAllStandardOutput();
}

base::Error strangeText(const QString &what, const QString &encoding)
{
    return base::inputError(
        QStringLiteral("%1 holds text that is not in the encoding %2 it is said to be in.")
            .arg(what, encoding),
        QStringLiteral(
            "Find out which encoding the text is in, and write it anew (ALTER ... RENAME TO, COMMENT "
            "ON), or move the schema into a UTF-8 database: pg_dump -s, iconv, psql."));
}

/// What the archive's own SET client_encoding says.
QString encodingOf(const QByteArray &script)
{
    static const QRegularExpression setting(QStringLiteral("^SET client_encoding = '([^']+)';$"),
                                            QRegularExpression::MultilineOption);
    constexpr qsizetype head = 4096;
    const auto match = setting.match(QString::fromLatin1(script.left(head)));
    return match.hasMatch() ? match.captured(1) : QStringLiteral("UTF8");
}

base::Result<QString> decoded(const QByteArray &script, const QString &what,
                              const postgres::ConnectionTarget &converter)
{
    const QString encoding = encodingOf(script);
    const bool isOurs = encoding == QLatin1String("UTF8") || encoding == QLatin1String("SQL_ASCII");
    if (isOurs) {
        const bool isText = QByteArrayView(script).isValidUtf8();
        return isText ? base::Result<QString>(QString::fromUtf8(script)) : strangeText(what, encoding);
    }
    const auto session = postgres::Session::open(converter);
    if (!session.has_value())
        return session.error();
    const auto text =
        (*session)->query(QStringLiteral("SELECT pg_catalog.convert_from(pg_catalog.decode($1, 'hex'), $2)"),
                          { QString::fromLatin1(script.toHex()), encoding });
    if (text.has_value())
        return text->text(0, 0);
    base::Error error = strangeText(what, encoding);
    error.detail = text.error().message;
    return error;
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
                           QStringLiteral("--exclude-schema=lockstep"),
                           QStringLiteral("--exclude-schema=lockstep_calibration") };
    arguments += extraOptions;
    arguments += QStringLiteral("--dbname=") + connection.conninfo;
    const auto dump = outputOf(programPath(toolDirectory, QStringLiteral("pg_dump")), arguments,
                               connection.password, target.display(), stop);
    if (!dump.has_value())
        return dump.error();
    if (!QByteArrayView(*dump).isValidUtf8())
        return strangeText(target.display(), QStringLiteral("UTF8"));
    return cleaned(QString::fromUtf8(*dump));
}

base::Result<QString> archiveScript(const QString &path, const QString &toolDirectory,
                                    const postgres::ConnectionTarget &converter, std::stop_token stop)
{
    const QStringList arguments{ QStringLiteral("--schema-only"), QStringLiteral("--file=-"), path };
    const auto script =
        outputOf(programPath(toolDirectory, QStringLiteral("pg_restore")), arguments, {}, path, stop);
    if (script.has_value()) {
        const auto text = decoded(*script, QStringLiteral("The archive \"%1\"").arg(path), converter);
        return text.has_value() ? base::Result<QString>(cleaned(*text)) : text;
    }
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

QString leftoverIndexes(const schema::Catalog &catalog)
{
    QString script;
    for (const schema::Fact &fact : catalog.facts()) {
        if (!schema::isLeftover(fact, catalog))
            continue;
        script += QStringLiteral("\n%1;\nUPDATE pg_catalog.pg_index SET indisvalid = false, indisready = %2 "
                                 "WHERE indexrelid = %3::pg_catalog.regclass;\n")
                      .arg(fact.as<schema::IndexAttributes>()->definition,
                           fact.as<schema::IndexAttributes>()->ready ? QStringLiteral("true")
                                                                     : QStringLiteral("false"),
                           schema::quoteLiteral(schema::sqlName(fact.id)));
    }
    return script;
}

} // namespace lockstep::sources
