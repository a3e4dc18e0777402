#pragma once

#include "session.h"

struct pg_conn;
struct pg_result;

/// What libpq says, as base::Error with every field the server sent.
namespace lockstep::postgres {

/// A statement's failure. `canceledByUs`: a cancel was sent while it ran, so 57014 is no error of
/// the statement but the answer to it.
[[nodiscard]] base::Error statementError(const pg_result *result, pg_conn *connection, const QString &sql,
                                         const QString &display, bool canceledByUs);
/// A connection attempt's failure, from libpq's verbose message (which carries the SQLSTATE).
[[nodiscard]] base::Error connectError(const QString &libpqMessage, bool needsPassword,
                                       const QString &display);
/// Only a database with the encoding SQL_ASCII, or a defect of the server, gives bytes that are not what
/// client_encoding says.
[[nodiscard]] base::Error notUtf8(const QByteArray &value, const QString &column, const ServerInfo &server);
/// What to do about a passfile that libpq ignores.
[[nodiscard]] QString ignoredPassfileHint(const QString &file);
[[nodiscard]] base::Error lostConnection(const QString &display, const QString &libpqMessage);

} // namespace lockstep::postgres
