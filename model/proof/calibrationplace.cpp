#include "calibrationplace.h"

#include <model/postgres/pooling.h>
#include <model/schema/objectid.h>

namespace lockstep::proof {

namespace {

const QString calibrationMark = QStringLiteral("Made by Lockstep to measure this server; may be dropped.");
/// Of the advisory lock that keeps two calibrations of one database apart.
constexpr qint64 calibrationLock = 0x4c6f636b43616c;

base::Error calibrationRefused(const QString &message, const QString &hint)
{
    base::Error error;
    error.kind = base::ErrorKind::Refused;
    error.message = message;
    error.hint = hint;
    return error;
}

base::Result<void> dropSchema(postgres::Session &session)
{
    return session.execute(QStringLiteral("DROP SCHEMA IF EXISTS %1 CASCADE").arg(calibrationSchema()));
}

} // namespace

QString calibrationSchema()
{
    return QStringLiteral("lockstep_calibration");
}

base::Result<void> mayCalibrate(postgres::Session &session)
{
    if (session.server().inRecovery)
        return calibrationRefused(
            QStringLiteral("%1 is a standby: nothing can be written there.").arg(session.server().database),
            QStringLiteral("Calibrate on its primary, or on a scratch server."));
    const auto pooling = postgres::detectPooling(session, {});
    if (!pooling.has_value())
        return pooling.error();
    if (*pooling != postgres::Pooling::None && *pooling != postgres::Pooling::Session)
        return calibrationRefused(
            QStringLiteral("There is a pooler in between that gives each transaction another session."),
            QStringLiteral("Connect to the server itself."));
    const auto rows =
        session.query(QStringLiteral("SELECT EXISTS (SELECT FROM pg_publication WHERE puballtables),"
                                     " (SELECT coalesce(obj_description(oid, 'pg_namespace'), '') = $2"
                                     "  FROM pg_namespace WHERE nspname = $1),"
                                     " has_database_privilege(current_database(), 'CREATE'), current_user,"
                                     " current_setting('transaction_read_only')::boolean"),
                      { calibrationSchema(), calibrationMark });
    if (!rows.has_value())
        return rows.error();
    if (rows->boolean(0, 0))
        return calibrationRefused(
            QStringLiteral(
                "A publication of all tables would send the rows of the calibration to subscribers."),
            QStringLiteral("Calibrate in another database of this server, or on a scratch server."));
    if (!rows->isNull(0, 1) && !rows->boolean(0, 1))
        return calibrationRefused(
            QStringLiteral("There is a schema %1 that Lockstep did not make.").arg(calibrationSchema()),
            QStringLiteral("Calibrate in another database of this server."));
    const QString &database = session.server().database;
    if (rows->boolean(0, 4))
        return calibrationRefused(
            QStringLiteral("Transactions of %1 are read-only here: nothing can be measured.").arg(database),
            QStringLiteral("Calibrate with default_transaction_read_only off, or on a scratch server."));
    if (!rows->boolean(0, 2))
        return calibrationRefused(
            QStringLiteral("%1 may not make a schema in the database %2.").arg(rows->text(0, 3), database),
            QStringLiteral("GRANT CREATE ON DATABASE %1 TO %2, calibrate as its owner, or on a scratch "
                           "server.")
                .arg(schema::quoteIdent(database), schema::quoteIdent(rows->text(0, 3))));
    const auto locked = session.query(QStringLiteral("SELECT pg_try_advisory_lock(%1)").arg(calibrationLock));
    if (!locked.has_value())
        return locked.error();
    if (!locked->boolean(0, 0))
        return calibrationRefused(QStringLiteral("Another calibration runs in this database."),
                                  QStringLiteral("Wait for its end."));
    return {};
}

base::Result<void> makePlace(postgres::Session &session)
{
    return session.executeScript(
        QStringLiteral("SET statement_timeout = 0; SET lock_timeout = 0; SET client_min_messages = error;"
                       " DROP SCHEMA IF EXISTS %1 CASCADE; CREATE SCHEMA %1; COMMENT ON SCHEMA %1 IS '%2'")
            .arg(calibrationSchema(), calibrationMark));
}

base::Result<void> removePlace(postgres::Session &session)
{
    if (!session.isConnected()) {
        auto another = session.openAnother();
        return another.has_value() ? dropSchema(**another) : base::Result<void>(another.error());
    }
    if (session.inTransaction())
        (void)session.execute(QStringLiteral("ROLLBACK"));
    auto dropped = dropSchema(session);
    // A cancel that came late may have met this statement instead of the one it was for.
    if (!dropped.has_value() && dropped.error().sqlstate == QLatin1String("57014"))
        dropped = dropSchema(session);
    const auto reset = session.executeScript(
        QStringLiteral("RESET statement_timeout; RESET lock_timeout; RESET "
                       "client_min_messages; RESET maintenance_work_mem; RESET enable_sort; RESET "
                       "enable_indexscan; SELECT pg_advisory_unlock(%1)")
            .arg(calibrationLock));
    return dropped.has_value() ? reset : dropped;
}

} // namespace lockstep::proof
