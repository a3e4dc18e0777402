#include "errors.h"

#include "passfile.h"

#include <model/base/sqlscript.h>

#include <QRegularExpression>

#include <array>
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

/// A passfile that others may read is ignored by libpq with a word on stderr that no window shows.
QString passwordHint()
{
    const QString ignored = ignoredPassfile();
    if (!ignored.isEmpty())
        return ignoredPassfileHint(ignored);
    return QStringLiteral("Check user and password. A password can be given in the connection text, in "
                          "PGPASSWORD or in a ~/.pgpass file (mode 0600).");
}

/// What the server said, by its SQLSTATE.
QString hintForState(const QString &sqlstate, const QString &message)
{
    if (sqlstate == QLatin1String("28000") && message.contains(QLatin1String("not permitted to log in")))
        return QStringLiteral(
            "The role is there, but it is one that cannot log in: name a user that is a member of it, or "
            "ask the administrator for ALTER ROLE ... LOGIN.");
    if (sqlstate == QLatin1String("28000") && message.contains(QLatin1String("no encryption")))
        return QStringLiteral(
            "The server's pg_hba.conf lets nobody in from here without TLS: set sslmode=require, or ask the "
            "administrator.");
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
    if (sqlstate == QLatin1String("22023") || sqlstate == QLatin1String("42501"))
        return QStringLiteral("The role of the connection must exist, and the user be a member of it: GRANT "
                              "role TO user, or leave the role empty.");
    return {};
}

/// What libpq says before there is a server to say anything. Its words have no codes.
QString hintForWords(const QString &message)
{
    struct Known
    {
        const char *words;
        const char *hint;
    };
    static constexpr std::array known{
        Known{ "definition of service",
               "Define the service in ~/.pg_service.conf, or name the file in PGSERVICEFILE." },
        Known{ "could not translate host name",
               "Nobody knows this name: check how it is spelled, and whether a VPN must be up." },
        Known{ "server does not support SSL",
               "The server speaks no TLS: choose sslmode=prefer where that is allowed, or have ssl switched "
               "on in its postgresql.conf." },
        Known{ "root certificate file",
               "Name the file of the authority that signed the server's certificate as sslrootcert, or "
               "sslrootcert=system for those that this computer trusts." },
        Known{ "certificate verify failed",
               "The server's certificate is signed by nobody whom sslrootcert names. Ask the administrator "
               "for the right file; do not switch the check off." },
        Known{
            "does not match host name",
            "The certificate is made out to another name: connect by that name, or ask the administrator." },
        Known{ "private key file", "The key must be yours alone: chmod 600 it, and name it as sslkey." },
        Known{ "channel binding", "The server or its TLS offers no channel binding: set "
                                  "channel_binding=prefer, or switch TLS on (sslmode=require)." },
        Known{
            "timeout expired",
            "Nothing answers there, as behind a firewall: check host and port, and whether a VPN or an SSH "
            "server is needed." },
        Known{
            "Connection refused",
            "The computer answers, but no server listens on this port: check the port, and that the server "
            "runs (listen_addresses in its postgresql.conf)." },
        Known{ "No such file or directory",
               "No server has its socket there: check the directory and the port, or name a host." },
    };
    for (const Known &one : known) {
        if (message.contains(QLatin1String(one.words)))
            return QLatin1String(one.hint);
    }
    return QStringLiteral(
        "Check that the server runs, that host and port are right, and that no firewall is in between.");
}

QString hintForConnect(const QString &sqlstate, const QString &message, bool needsPassword)
{
    if (needsPassword || sqlstate == QLatin1String("28P01"))
        return passwordHint();
    return sqlstate.isEmpty() ? hintForWords(message) : hintForState(sqlstate, message);
}

/// Bytes that are no text as PostgreSQL would write them: "caf\xE9".
QString escapedBytes(const QByteArray &bytes)
{
    constexpr int longest = 100;
    QString text;
    for (const char c : bytes.left(longest)) {
        if (c >= ' ' && c <= '~')
            text += QLatin1Char(c);
        else
            text += QStringLiteral("\\x%1").arg(uchar(c), 2, 16, QLatin1Char('0'));
    }
    return text;
}

} // namespace

base::Error notUtf8(const QByteArray &value, const QString &column, const ServerInfo &server)
{
    base::Error error = base::inputError(
        QStringLiteral("The database \"%1\" (encoding %2) holds text that is not UTF-8: \"%3\" in %4.")
            .arg(server.database, server.encoding, escapedBytes(value), column),
        QStringLiteral(
            "Find out which encoding the text is in, and write it anew (ALTER ... RENAME TO, COMMENT "
            "ON, UPDATE), or move the schema into a UTF-8 database: pg_dump -s, iconv, psql."));
    error.sqlstate = QStringLiteral("22021");
    return error;
}

QString ignoredPassfileHint(const QString &file)
{
    return QStringLiteral("\"%1\" is ignored, because others may read it: chmod 600 \"%1\", or give the "
                          "password in another way.")
        .arg(file);
}

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
    // The server asked and got nothing: what to do is the same as with a wrong password.
    if (needsPassword && error.sqlstate.isEmpty()) {
        error.sqlstate = QStringLiteral("28P01");
        error.message = QStringLiteral("%1 wants a password, and none is known.").arg(display);
        error.detail = message.trimmed();
    }
    error.hint = hintForConnect(error.sqlstate, message, needsPassword);
    return error;
}

} // namespace lockstep::postgres
