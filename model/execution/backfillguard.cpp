#include "backfillguard.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace lockstep::execution {

namespace {

constexpr char guardSql[] = R"sql(
WITH RECURSIVE tree AS (
    SELECT to_regclass($1)::oid AS relid
    UNION SELECT i.inhrelid FROM pg_inherits i JOIN tree ON i.inhparent = tree.relid
)
SELECT jsonb_build_object(
    'triggers', (SELECT jsonb_object_agg(t.tgname || ' of ' || t.tgrelid::regclass,
            jsonb_build_array(t.tgenabled, md5(pg_get_triggerdef(t.oid) || p.prosrc)))
        FROM pg_trigger t JOIN tree ON tree.relid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
        WHERE NOT t.tgisinternal),
    'columns', (SELECT jsonb_object_agg(attname, format_type(atttypid, atttypmod))
        FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped))
)sql";

QString triggerChange(const QString &name, const QJsonValue &before, const QJsonValue &now)
{
    if (now.isUndefined())
        return QStringLiteral("The trigger %1 is gone.").arg(name);
    const QString wasEnabled = before[0].toString();
    const QString isEnabled = now[0].toString();
    if (wasEnabled != isEnabled && isEnabled == QLatin1String("D"))
        return QStringLiteral("The trigger %1 is disabled.").arg(name);
    return QStringLiteral("The trigger %1 was changed.").arg(name);
}

QString columnChange(const QString &name, const QJsonValue &before, const QJsonValue &now)
{
    if (now.isUndefined())
        return QStringLiteral("The column %1 is gone.").arg(name);
    if (before.isUndefined())
        return QStringLiteral("A column %1 was added.").arg(name);
    return QStringLiteral("The column %1 is %2 now.").arg(name, now.toString());
}

} // namespace

base::Result<QString> guardOf(postgres::Session &session, const QString &table)
{
    const auto rows = session.query(QString::fromLatin1(guardSql), { table });
    if (!rows.has_value())
        return rows.error();
    return rows->text(0, 0);
}

QStringList guardChanges(const QString &before, const QString &now)
{
    if (before.isEmpty())
        return {};
    const QJsonObject old = QJsonDocument::fromJson(before.toUtf8()).object();
    const QJsonObject fresh = QJsonDocument::fromJson(now.toUtf8()).object();
    QStringList changes;
    const QJsonObject oldTriggers = old[QStringLiteral("triggers")].toObject();
    const QJsonObject newTriggers = fresh[QStringLiteral("triggers")].toObject();
    // A trigger that somebody adds is his business: it cannot undo what ours does before it sorts last.
    for (auto it = oldTriggers.begin(); it != oldTriggers.end(); ++it) {
        const QJsonValue found = newTriggers.value(it.key());
        if (found != it.value())
            changes += triggerChange(it.key(), it.value(), found);
    }
    const QJsonObject oldColumns = old[QStringLiteral("columns")].toObject();
    const QJsonObject newColumns = fresh[QStringLiteral("columns")].toObject();
    for (auto it = oldColumns.begin(); it != oldColumns.end(); ++it) {
        const QJsonValue found = newColumns.value(it.key());
        if (found != it.value())
            changes += columnChange(it.key(), it.value(), found);
    }
    for (auto it = newColumns.begin(); it != newColumns.end(); ++it) {
        if (!oldColumns.contains(it.key()))
            changes += columnChange(it.key(), QJsonValue(QJsonValue::Undefined), it.value());
    }
    return changes;
}

} // namespace lockstep::execution
