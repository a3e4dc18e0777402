#include "session.h"

#include "batchcutter.h"
#include "capturingpolicy.h"
#include "conninfo.h"
#include "errors.h"
#include "firstanswerlimit.h"
#include "ownsettings.h"
#include "route.h"

#include <model/base/log.h>

#include <mutex>

namespace lockstep::postgres {

namespace {

bool succeeded(const PGresult *result)
{
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY
           || status == PGRES_SINGLE_TUPLE;
}

base::Result<Rows> rowsOf(const PGresult *result, const ServerInfo &server)
{
    const int columnCount = PQnfields(result);
    const int rowCount = PQntuples(result);
    QStringList columns;
    for (int column = 0; column < columnCount; ++column)
        columns.append(QString::fromUtf8(PQfname(result, column)));
    Rows rows(columns);
    rows.reserve(rowCount);
    for (int row = 0; row < rowCount; ++row) {
        for (int column = 0; column < columnCount; ++column) {
            if (PQgetisnull(result, row, column)) {
                rows.addNull();
                continue;
            }
            const QByteArrayView bytes(PQgetvalue(result, row, column), PQgetlength(result, row, column));
            if (!bytes.isValidUtf8())
                return notUtf8(bytes.toByteArray(), columns[column], server);
            rows.addValue(bytes);
        }
    }
    rows.affected = QByteArray(PQcmdTuples(const_cast<PGresult *>(result))).toLongLong();
    return rows;
}

} // namespace

struct Session::Private
{
    std::unique_ptr<pqxx::basic_connection_base<CapturingPolicy>> owner;
    PGconn *connection = nullptr;
    std::unique_ptr<PGcancel, FreeCancel> cancelHandle;
    SshTunnelPtr tunnel;
    ConnectionTarget target;
    QString display;
    bool isReadOnly = false; ///< Because the text says so.
    ServerInfo info;
    NoticeHandler onNotice;

    std::mutex cancelMutex;
    bool running = false; ///< Guarded by cancelMutex: only a running statement is cancelled.
    bool cancelSent = false; ///< Guarded by cancelMutex.

    /// Runs `send` as the one statement that cancel() may hit.
    template <typename Send>
    ResultPtr guarded(const Send &send, bool *canceled)
    {
        {
            const std::scoped_lock lock(cancelMutex);
            running = true;
            cancelSent = false;
        }
        ResultPtr result(send());
        const std::scoped_lock lock(cancelMutex);
        running = false;
        *canceled = cancelSent;
        return result;
    }

    base::Result<ResultPtr> run(const QString &sql, const Parameters &parameters);
    base::Result<void> readServerInfo();
    void endUnexpectedCopy(ExecStatusType status);
    bool requestCancel();
    void cancel();
};

namespace {

ResultPtr sendParameters(PGconn *connection, const QByteArray &sql, const Parameters &parameters)
{
    std::vector<QByteArray> texts;
    std::vector<const char *> values;
    texts.reserve(size_t(parameters.size()));
    for (const auto &parameter : parameters) {
        texts.push_back(parameter ? parameter->toUtf8() : QByteArray());
        values.push_back(parameter ? texts.back().constData() : nullptr);
    }
    return ResultPtr(PQexecParams(connection, sql.constData(), int(values.size()), nullptr, values.data(),
                                  nullptr, nullptr, 0));
}

} // namespace

base::Result<ResultPtr> Session::Private::run(const QString &sql, const Parameters &parameters)
{
    if (sql.contains(QChar(0)))
        return base::inputError(
            QStringLiteral("The statement contains a NUL character, which PostgreSQL cannot read."));
    if (PQstatus(connection) != CONNECTION_OK)
        return lostConnection(display, {});
    if (isReadOnly && wouldAllowWriting(sql))
        return writingRefused(display, sql);
    const QByteArray text = sql.toUtf8();
    bool canceled = false;
    ResultPtr result = guarded(
        [&] {
            return parameters.isEmpty() ? PQexec(connection, text.constData())
                                        : sendParameters(connection, text, parameters).release();
        },
        &canceled);
    const ExecStatusType status = PQresultStatus(result.get());
    if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH) {
        endUnexpectedCopy(status);
        return base::inputError(QStringLiteral("COPY from or to the client is not possible here."));
    }
    if (!result || !succeeded(result.get()))
        return statementError(result.get(), connection, sql, display, canceled);
    return result;
}

void Session::Private::endUnexpectedCopy(ExecStatusType status)
{
    if (status == PGRES_COPY_IN)
        PQputCopyEnd(connection, "not possible here");
    char *buffer = nullptr;
    while (status == PGRES_COPY_OUT && PQgetCopyData(connection, &buffer, 0) > 0)
        PQfreemem(buffer);
    while (PGresult *rest = PQgetResult(connection))
        PQclear(rest);
}

bool Session::Private::requestCancel()
{
    char problem[256] = "";
    const bool isSent = PQcancel(cancelHandle.get(), problem, sizeof problem) != 0;
    if (!isSent)
        base::log::warning("postgres",
                           QStringLiteral("Cancelling failed: %1").arg(QString::fromUtf8(problem)));
    return isSent;
}

void Session::Private::cancel()
{
    // Held while the request travels: the statement cannot end and make room for the next one.
    const std::scoped_lock lock(cancelMutex);
    if (running && cancelHandle)
        cancelSent = requestCancel();
}

base::Result<void> Session::Private::readServerInfo()
{
    const auto basics =
        run(QStringLiteral(
                "SELECT pg_catalog.current_setting('server_version_num'), "
                "pg_catalog.current_setting('server_version'), pg_catalog.current_database(), current_user, "
                "pg_catalog.pg_is_in_recovery(), "
                "pg_catalog.current_setting('default_transaction_read_only'), "
                "(SELECT d.oid FROM pg_catalog.pg_database d "
                "WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()), "
                "pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'execute'), "
                "pg_catalog.pg_backend_pid(), session_user"),
            {});
    if (!basics.has_value())
        return basics.error();
    info.encoding = QString::fromUtf8(PQparameterStatus(connection, "server_encoding"));
    const auto read = rowsOf(basics->get(), info);
    if (!read.has_value())
        return read.error();
    const Rows &row = *read;
    info.version = int(row.integer(0, 0));
    info.versionText = row.text(0, 1);
    info.database = row.text(0, 2);
    info.user = row.text(0, 3);
    info.inRecovery = row.boolean(0, 4);
    info.readOnly = row.text(0, 5) == QLatin1String("on");
    info.databaseOid = quint32(row.integer(0, 6));
    info.backendPid = int(row.integer(0, 8));
    info.login = row.text(0, 9);
    info.announcedPid = PQbackendPID(connection);
    info.host = QString::fromUtf8(PQhost(connection));
    if (row.boolean(0, 7)) {
        const auto system =
            run(QStringLiteral("SELECT system_identifier FROM pg_catalog.pg_control_system()"), {});
        if (system.has_value())
            info.systemIdentifier = QString::fromLatin1(PQgetvalue(system->get(), 0, 0));
    }
    return {};
}

Session::Session(std::unique_ptr<Private> d)
    : d(std::move(d))
{ }

Session::~Session() = default;

base::Result<std::unique_ptr<Session>> Session::open(const ConnectionTarget &target, std::stop_token stop)
{
    const auto route = routeTo(target, stop);
    if (!route.has_value())
        return route.error();
    auto d = std::make_unique<Private>();
    d->target = target;
    d->display = target.display();
    d->tunnel = route->tunnel;
    try {
        d->owner = std::make_unique<pqxx::basic_connection_base<CapturingPolicy>>(
            joinConnection(route->options).toStdString());
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
        d->owner->inhibit_reactivation(true);
#pragma GCC diagnostic pop
    } catch (const ConnectFailure &failure) {
        return explained(connectError(failure.message, failure.needsPassword, d->display), target, d->tunnel);
    } catch (const std::exception &failure) {
        return connectError(QString::fromUtf8(failure.what()), false, d->display);
    }
    d->connection = CapturingPolicy::captured();
    d->cancelHandle.reset(PQgetCancel(d->connection));
    PQsetNoticeReceiver(
        d->connection,
        [](void *self, const PGresult *result) {
            const auto *session = static_cast<Private *>(self);
            const char *severity = PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
            const char *message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
            if (session->onNotice && message)
                session->onNotice(QString::fromUtf8(severity), QString::fromUtf8(message));
        },
        d.get());
    {
        const FirstAnswerLimit limit(PQsocket(d->connection), stop);
        const auto read = d->readServerInfo();
        if (stop.stop_requested())
            return base::canceled();
        if (!read.has_value())
            return limit.isOver() ? FirstAnswerLimit::error(d->display) : read.error();
    }
    const auto inForce = checkOwnSettings(route->own, d->info, d->display);
    if (!inForce.has_value())
        return inForce.error();
    d->isReadOnly = route->own.isReadOnly;
    base::log::debug("postgres",
                     QStringLiteral("Connected to %1 (PostgreSQL %2).").arg(d->display, d->info.versionText));
    return std::unique_ptr<Session>(new Session(std::move(d)));
}

const ServerInfo &Session::server() const
{
    return d->info;
}

base::Result<std::unique_ptr<Session>> Session::openAnother(std::stop_token stop) const
{
    return open(d->target, std::move(stop));
}

base::Result<Rows> Session::query(const QString &sql, const Parameters &parameters)
{
    auto result = d->run(sql, parameters);
    if (!result.has_value())
        return result.error();
    return rowsOf(result->get(), d->info);
}

base::Result<void> Session::execute(const QString &sql, const Parameters &parameters)
{
    auto result = d->run(sql, parameters);
    if (!result.has_value())
        return result.error();
    return {};
}

base::Result<void> Session::queryInBatches(const QString &select, int keyColumns, const TakeBatch &take)
{
    if (!isConnected())
        return lostConnection(d->display, {});
    const QString copy = QStringLiteral("COPY (%1\n) TO STDOUT").arg(select);
    BatchCutter cutter(keyColumns, take);
    bool canceled = false;
    const ResultPtr result = d->guarded(
        [&]() -> PGresult * {
            ResultPtr opened(PQexec(d->connection, copy.toUtf8().constData()));
            if (PQresultStatus(opened.get()) != PGRES_COPY_OUT)
                return opened.release();
            char *line = nullptr;
            for (int size = 0; (size = PQgetCopyData(d->connection, &line, 0)) > 0; PQfreemem(line)) {
                if (!cutter.add({ line, size }))
                    d->requestCancel();
            }
            ResultPtr last(PQgetResult(d->connection));
            while (PGresult *rest = PQgetResult(d->connection))
                PQclear(rest);
            return last.release();
        },
        &canceled);
    if (!cutter.isWanted())
        return base::canceled();
    if (!result || !succeeded(result.get()))
        return statementError(result.get(), d->connection, select, d->display, canceled);
    cutter.finish();
    return {};
}

base::Result<void> Session::executeScript(const QString &sql)
{
    return execute(sql);
}

base::Result<void> Session::copyIn(const QString &copyStatement, const QByteArray &data)
{
    if (!isConnected())
        return lostConnection(d->display, {});
    bool canceled = false;
    const ResultPtr result = d->guarded(
        [&]() -> PGresult * {
            ResultPtr opened(PQexec(d->connection, copyStatement.toUtf8().constData()));
            if (PQresultStatus(opened.get()) != PGRES_COPY_IN)
                return opened.release();
            constexpr qsizetype chunk = 1 << 20;
            for (qsizetype at = 0; at < data.size(); at += chunk)
                PQputCopyData(d->connection, data.constData() + at, int(qMin(chunk, data.size() - at)));
            PQputCopyEnd(d->connection, nullptr);
            ResultPtr last(PQgetResult(d->connection));
            while (PGresult *rest = PQgetResult(d->connection))
                PQclear(rest);
            return last.release();
        },
        &canceled);
    if (!result || !succeeded(result.get()))
        return statementError(result.get(), d->connection, copyStatement, d->display, canceled);
    return {};
}

bool Session::inTransaction() const
{
    const PGTransactionStatusType status = PQtransactionStatus(d->connection);
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE;
}

bool Session::isConnected() const
{
    return PQstatus(d->connection) == CONNECTION_OK;
}

void Session::cancel()
{
    d->cancel();
}

void Session::setNoticeHandler(NoticeHandler handler)
{
    d->onNotice = std::move(handler);
}

CancelOnStop::CancelOnStop(Session &session, std::stop_token token)
{
    m_callback.emplace(std::move(token), [&session] { session.cancel(); });
}

} // namespace lockstep::postgres
