#include "errors.h"

#include <model/base/sqlscript.h>

#include <QRegularExpression>

#include <libpq-fe.h>
#include <sys/socket.h>

namespace lockstep::postgres {

namespace {

QString resultField(const PGresult *result, int code)
{
    const char *text = PQresultErrorField(result, code);
    return text ? QString::fromUtf8(text) : QString();
}

QString objectOf(const PGresult *result)
{
    const QString schema = resultField(result, PG_DIAG_SCHEMA_NAME);
    const QString table = resultField(result, PG_DIAG_TABLE_NAME);
    const QString column = resultField(result, PG_DIAG_COLUMN_NAME);
    const QString constraint = resultField(result, PG_DIAG_CONSTRAINT_NAME);
    const QString type = resultField(result, PG_DIAG_DATATYPE_NAME);
    const QString prefix = schema.isEmpty() ? QString() : schema + QLatin1Char('.');
    if (!constraint.isEmpty() && !table.isEmpty())
        return QStringLiteral("constraint %1 on %2%3").arg(constraint, prefix, table);
    if (!constraint.isEmpty())
        return QStringLiteral("constraint %1").arg(constraint);
    if (!column.isEmpty())
        return QStringLiteral("column %1%2.%3").arg(prefix, table, column);
    if (!table.isEmpty())
        return QStringLiteral("table %1%2").arg(prefix, table);
    return type.isEmpty() ? QString() : QStringLiteral("type %1%2").arg(prefix, type);
}

void hangUp(PGconn *connection)
{
    ::shutdown(PQsocket(connection), SHUT_RDWR);
    while (PQstatus(connection) == CONNECTION_OK && PQconsumeInput(connection) != 0) { }
}

QString hintForConnect(const QString &sqlstate, const QString &message, bool needsPassword)
{
    if (needsPassword || sqlstate == QLatin1String("28P01"))
        return QStringLiteral(
            "Check user and password. A password can be given in the connection text, in PGPASSWORD "
            "or in a ~/.pgpass file (mode 0600).");
    if (sqlstate == QLatin1String("28000") && message.contains(QLatin1String("not permitted to log in")))
        return QStringLiteral(
            "The role is there, but it is one that cannot log in: name a user that is a member of it, or "
            "ask the administrator for ALTER ROLE ... LOGIN.");
    if (sqlstate == QLatin1String("28000"))
        return QStringLiteral(
            "The server's pg_hba.conf has no entry that lets this user in from here, or the role does "
            "not exist or may not log in. Try another user or sslmode=require, or ask the administrator.");
    if (sqlstate == QLatin1String("3D000"))
        return QStringLiteral("Name an existing database (dbname=...); psql -l lists them.");
    if (sqlstate == QLatin1String("53300"))
        return QStringLiteral(
            "All connections of the server are in use; close one, or raise max_connections.");
    if (sqlstate == QLatin1String("57P03"))
        return QStringLiteral("The server is starting or stopping; try again in a moment.");
    if (message.contains(QLatin1String("definition of service")))
        return QStringLiteral("Define the service in ~/.pg_service.conf, or name the file in PGSERVICEFILE.");
    if (!sqlstate.isEmpty())
        return {};
    return QStringLiteral(
        "Check that the server runs, that host and port are right, and that no firewall is in between.");
}

} // namespace

base::Error lostConnection(const QString &display, const QString &libpqMessage)
{
    base::Error error;
    error.kind = base::ErrorKind::Connection;
    error.message = QStringLiteral("The connection to %1 is lost.").arg(display);
    error.detail = libpqMessage.trimmed();
    error.hint =
        QStringLiteral("Check that the server is up, then try again. What was not committed is undone.");
    return error;
}

base::Error statementError(const pg_result *result, pg_conn *connection, const QString &sql,
                           const QString &display, bool canceledByUs)
{
    const QString sqlstate = result ? resultField(result, PG_DIAG_SQLSTATE) : QString();
    // What has no SQLSTATE was not said by the server: libpq could not send or did not get an answer, and may
    // notice only with the next read that nobody is there any more.
    if (sqlstate.isEmpty() && PQstatus(connection) == CONNECTION_OK)
        hangUp(connection);
    if (PQstatus(connection) != CONNECTION_OK) {
        base::Error error = lostConnection(display, QString::fromUtf8(PQerrorMessage(connection)));
        error.sqlstate = sqlstate;
        error.statement = sql;
        return error;
    }
    base::Error error;
    error.kind = base::ErrorKind::Server;
    error.sqlstate = sqlstate;
    error.statement = sql;
    error.message = result ? resultField(result, PG_DIAG_MESSAGE_PRIMARY) : QString();
    if (error.message.isEmpty())
        error.message = QString::fromUtf8(PQerrorMessage(connection)).trimmed();
    if (!result)
        return error;
    if (canceledByUs && sqlstate == QLatin1String("57014"))
        error.kind = base::ErrorKind::Canceled;
    error.detail = resultField(result, PG_DIAG_MESSAGE_DETAIL);
    error.hint = resultField(result, PG_DIAG_MESSAGE_HINT);
    error.object = objectOf(result);
    const QString context = resultField(result, PG_DIAG_CONTEXT);
    if (!context.isEmpty())
        error.detail += (error.detail.isEmpty() ? QString() : QStringLiteral("\n")) + context;
    const int character = resultField(result, PG_DIAG_STATEMENT_POSITION).toInt();
    if (character > 0)
        error.position = base::positionAt(sql, base::offsetOfCharacter(sql, character));
    return error;
}

base::Error connectError(const QString &libpqMessage, bool needsPassword, const QString &display)
{
    static const QRegularExpression verbose(QStringLiteral(":\\s+(?=\\w*\\d)([0-9A-Z]{5}): "));
    base::Error error;
    error.kind = base::ErrorKind::Connection;
    QString message = libpqMessage;
    const auto match = verbose.match(message);
    if (match.hasMatch()) {
        error.sqlstate = match.captured(1);
        message.remove(match.capturedStart(1), 7);
    }
    // Verbose messages end with the place in the server's source code.
    static const QRegularExpression location(QStringLiteral("\\n[^\\n:]+:  ?\\w+, [\\w.]+:\\d+"));
    message.remove(location);
    error.message = QStringLiteral("Cannot connect to %1: %2").arg(display, message.trimmed());
    error.hint = hintForConnect(error.sqlstate, message, needsPassword);
    return error;
}

} // namespace lockstep::postgres
