#pragma once

#include "statedlocks.h"

#include <model/postgres/session.h>

#include <QRegularExpression>

/// Runs a statement in a transaction and looks at what it did to what was there before.
namespace lockstep::testing {

struct Measured
{
    QString error; ///< Of the statement.
    Locks locks;
    Effects effects;
};

class Measurement
{
public:
    explicit Measurement(postgres::Session &session)
        : m_session(session)
    { }

    /// Takes everything back.
    [[nodiscard]] Measured run(const QString &statement)
    {
        Measured result;
        m_before = relations();
        m_scans = scans(); // Of transactions before, which the server has not counted yet.
        m_session.setNoticeHandler([&](const QString &, const QString &message) { heed(message, &result); });
        (void)m_session.execute(QStringLiteral("BEGIN"));
        (void)m_session.execute(QStringLiteral("SET LOCAL client_min_messages = debug1"));
        const auto done = m_session.execute(statement);
        (void)m_session.execute(QStringLiteral("SET LOCAL client_min_messages = error"));
        m_session.setNoticeHandler({});
        if (done.has_value())
            look(&result);
        else
            result.error = done.error().message;
        (void)m_session.execute(QStringLiteral("ROLLBACK"));
        return result;
    }

private:
    struct Relation
    {
        QString name;
        QString kind;
        QString file;
    };
    using Relations = QHash<QString, Relation>; ///< By oid.

    [[nodiscard]] Relations relations()
    {
        const auto rows = m_session.query(QStringLiteral(
            "SELECT c.oid, CASE WHEN n.nspname = 'public' THEN '' ELSE n.nspname || '.' END || c.relname, "
            "c.relkind, c.relfilenode, c.reltablespace FROM pg_class c "
            "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid >= 16384"));
        Relations result;
        for (int i = 0; rows.has_value() && i < rows->count(); ++i)
            result.insert(rows->text(i, 0), { rows->text(i, 1), rows->text(i, 2),
                                              rows->text(i, 3) + QLatin1Char('/') + rows->text(i, 4) });
        return result;
    }

    static void heed(const QString &message, Measured *result)
    {
        static const QRegularExpression building(QStringLiteral("^building index \"([^\"]+)\" on table"));
        const QRegularExpressionMatch match = building.match(message);
        if (match.hasMatch() && !isToast(match.captured(1)))
            result->effects.built.insert(match.captured(1));
        result->effects.joins |= message.startsWith(QLatin1String("validating foreign key constraint"));
    }

    void look(Measured *result)
    {
        const auto locks = m_session.query(QStringLiteral(
            "SELECT relation, mode FROM pg_locks WHERE pid = pg_backend_pid() AND relation >= 16384 "
            "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"));
        for (int i = 0; locks.has_value() && i < locks->count(); ++i) {
            const QString name = m_before.value(locks->text(i, 0)).name;
            const auto mode = modeOf(locks->text(i, 1));
            if (!name.isEmpty() && !isToast(name) && mode)
                result->locks[name] = std::max(result->locks.value(name), *mode);
        }
        const Relations after = relations();
        for (auto it = after.cbegin(); it != after.cend(); ++it) {
            const auto before = m_before.constFind(it.key());
            if (before != m_before.cend() && before->file != it->file && !isToast(before->name))
                result->effects.rewritten.insert(before->name);
        }
        const QHash<QString, int> counts = scans();
        for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
            const QString name = m_before.value(it.key()).name;
            if (*it > m_scans.value(it.key()) && !name.isEmpty() && !isToast(name))
                result->effects.scanned.insert(name);
        }
    }

    /// How often each table was read from end to end.
    [[nodiscard]] QHash<QString, int> scans()
    {
        const auto rows =
            m_session.query(QStringLiteral("SELECT oid, pg_stat_get_xact_numscans(oid) FROM pg_class "
                                           "WHERE oid >= 16384 AND relkind IN ('r', 'm')"));
        QHash<QString, int> result;
        for (int i = 0; rows.has_value() && i < rows->count(); ++i)
            result.insert(rows->text(i, 0), rows->text(i, 1).toInt());
        return result;
    }

    postgres::Session &m_session;
    Relations m_before;
    QHash<QString, int> m_scans;
};

} // namespace lockstep::testing
