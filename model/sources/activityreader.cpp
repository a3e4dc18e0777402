#include "activityreader.h"

#include "catalogqueries.h"

#include <model/base/secrets.h>

#include <QThread>

#include <algorithm>
#include <tuple>

namespace lockstep::sources {

namespace {

using namespace schema;
using postgres::Rows;

/// One reading of everything that only grows.
struct Counters
{
    struct Relation
    {
        double scans = 0, rowsRead = 0, rowsWritten = 0;
    };
    struct Statement
    {
        QString user, text, path;
        double calls = 0, totalMs = 0;
    };
    double at = 0; ///< The server's clock.
    double transactions = 0;
    double sinceReset = 1; ///< Seconds.
    QHash<RelationKey, Relation> relations;
    QHash<QString, Statement> statements;
    bool isCut = false; ///< There were more statements than the query takes.
};

constexpr int statementLimit = 2000; ///< As the query has it.

/// A read-only transaction of its own for each query: views of statistics stay as they are within one.
base::Result<Rows> ask(postgres::Session &session, const QString &name, const QString &extension,
                       const std::stop_token &stop)
{
    if (stop.stop_requested())
        return base::canceled();
    const auto begun = session.executeScript(
        QStringLiteral("BEGIN READ ONLY; SET LOCAL statement_timeout = '10s'; SET LOCAL search_path = ''"));
    if (!begun.has_value())
        return begun.error();
    const QString sql = catalogQuery(QStringLiteral("checks/activity-") + name, session.server().version)
                            .replace(QLatin1String("{extension}"), extension);
    auto rows = session.query(sql);
    const auto ended = session.execute(QStringLiteral("ROLLBACK"));
    if (!ended.has_value())
        return ended.error();
    return stop.stop_requested() ? base::Result<Rows>(base::canceled()) : std::move(rows);
}

QStringList searchPath(const QString &text, const QString &user)
{
    QStringList path;
    for (QString part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        part = part.trimmed();
        const bool isQuoted = part.size() > 1 && part.startsWith(QLatin1Char('"'));
        part = isQuoted ? part.mid(1, part.size() - 2).replace(QLatin1String("\"\""), QLatin1String("\""))
                        : part.toLower();
        path.append(part == QLatin1String("$user") ? user : part);
    }
    return path;
}

/// Reads the parts of an Activity one after the other; the first error that matters ends it.
class ActivityReader
{
public:
    ActivityReader(postgres::Session &session, std::stop_token stop)
        : m_session(session)
        , m_stop(std::move(stop))
    { }

    base::Result<ActivityPtr> read(int sampleMs);

private:
    base::Result<void> findStatements();
    base::Result<void> readCounters(Counters *counters);
    base::Result<void> readStatements(Counters *counters);
    base::Result<void> readLinks();
    base::Result<void> readSessions();
    base::Result<void> wait(int milliseconds) const;
    void compare(const Counters &first, const Counters &second);

    postgres::Session &m_session;
    std::stop_token m_stop;
    std::shared_ptr<Activity> m_activity = std::make_shared<Activity>();
    QString m_extension; ///< Schema of pg_stat_statements, quoted; empty: it is not there.
};

base::Result<void> ActivityReader::findStatements()
{
    const auto rows = ask(m_session, QStringLiteral("extension"), {}, m_stop);
    if (!rows.has_value())
        return rows.error();
    if (rows->count() > 0)
        m_extension = rows->text(0, 0);
    else
        m_activity->whyNoStatements =
            QStringLiteral("pg_stat_statements is not installed in this database, so that "
                           "the statements themselves are not known.");
    return {};
}

base::Result<void> ActivityReader::readStatements(Counters *counters)
{
    if (m_extension.isEmpty())
        return {};
    const auto rows = ask(m_session, QStringLiteral("statements"), m_extension, m_stop);
    if (!rows.has_value()) {
        if (rows.error().isCanceled() || rows.error().kind == base::ErrorKind::Connection)
            return rows.error();
        m_activity->whyNoStatements =
            QStringLiteral("pg_stat_statements cannot be read: %1").arg(rows.error().message);
        m_extension.clear();
        return {};
    }
    counters->isCut = rows->count() >= statementLimit;
    for (int i = 0; i < rows->count(); ++i) {
        Counters::Statement &statement = counters->statements[rows->text(i, 0)];
        statement = { rows->text(i, 1), rows->text(i, 2), rows->text(i, 5), rows->real(i, 3),
                      rows->real(i, 4) };
    }
    return {};
}

base::Result<void> ActivityReader::readCounters(Counters *counters)
{
    const auto database = ask(m_session, QStringLiteral("database"), {}, m_stop);
    if (!database.has_value())
        return database.error();
    counters->at = database->real(0, 0);
    counters->transactions = database->real(0, 1);
    counters->sinceReset = database->real(0, 6);
    m_activity->maxConnections = int(database->integer(0, 2));
    m_activity->reservedConnections = int(database->integer(0, 3));
    m_activity->usedConnections = int(database->integer(0, 4));
    m_activity->hiddenSessions = int(database->integer(0, 5));
    const auto relations = ask(m_session, QStringLiteral("relations"), {}, m_stop);
    if (!relations.has_value())
        return relations.error();
    for (int i = 0; i < relations->count(); ++i)
        counters->relations.insert({ relations->text(i, 0), relations->text(i, 1) },
                                   { relations->real(i, 2), relations->real(i, 3), relations->real(i, 4) });
    return readStatements(counters);
}

base::Result<void> ActivityReader::readLinks()
{
    const auto rows = ask(m_session, QStringLiteral("links"), {}, m_stop);
    if (!rows.has_value())
        return rows.error();
    for (int i = 0; i < rows->count(); ++i) {
        const RelationKey from(rows->text(i, 1), rows->text(i, 2));
        const RelationKey to(rows->text(i, 3), rows->text(i, 4));
        const QByteArrayView kind = rows->bytes(i, 0);
        if (kind == "i")
            m_activity->tableOfIndex.insert(from, to);
        else if (kind == "v")
            m_activity->readByView[from].append(to);
        else
            m_activity->children[from].append(to);
    }
    return {};
}

base::Result<void> ActivityReader::readSessions()
{
    const auto sessions = ask(m_session, QStringLiteral("sessions"), {}, m_stop);
    if (!sessions.has_value())
        return sessions.error();
    const auto locks = ask(m_session, QStringLiteral("locks"), {}, m_stop);
    if (!locks.has_value())
        return locks.error();
    QHash<QString, QVector<HeldLock>> held;
    for (int i = 0; i < locks->count(); ++i)
        held[locks->text(i, 0)].append(
            { { locks->text(i, 1), locks->text(i, 2) }, locks->text(i, 3), locks->boolean(i, 4) });
    for (int i = 0; i < sessions->count(); ++i) {
        SessionActivity session;
        session.pid = int(sessions->integer(i, 0));
        session.user = sessions->text(i, 1);
        session.application = sessions->text(i, 2);
        session.state = sessions->text(i, 3);
        session.preparedName = sessions->text(i, 4);
        session.query = base::withoutSecrets(sessions->text(i, 5));
        session.transactionSeconds = sessions->real(i, 6);
        session.hasSnapshot = sessions->boolean(i, 7);
        session.isAutovacuum = sessions->boolean(i, 8);
        session.locks = held.value(sessions->text(i, 9));
        m_activity->sessions.append(session);
    }
    return {};
}

base::Result<void> ActivityReader::wait(int milliseconds) const
{
    for (int waited = 0; waited < milliseconds; waited += 50) {
        if (m_stop.stop_requested())
            return base::canceled();
        QThread::msleep(50);
    }
    return {};
}

void ActivityReader::compare(const Counters &first, const Counters &second)
{
    const double seconds = m_activity->seconds > 0 ? m_activity->seconds : second.sinceReset;
    // Counters that were reset in between start again at nothing.
    const auto rate = [seconds](double before, double after) {
        return (after >= before ? after - before : after) / seconds;
    };
    m_activity->transactionsPerSecond = rate(first.transactions, second.transactions);
    for (auto it = second.relations.cbegin(); it != second.relations.cend(); ++it) {
        const Counters::Relation before = first.relations.value(it.key());
        m_activity->relations.insert(it.key(),
                                     { rate(before.scans, it->scans), rate(before.rowsRead, it->rowsRead),
                                       rate(before.rowsWritten, it->rowsWritten) });
    }
    for (auto it = second.statements.cbegin(); it != second.statements.cend(); ++it) {
        const Counters::Statement before = first.statements.value(it.key());
        const double calls = it->calls - before.calls;
        // What only now came among the busiest may be old.
        if (calls <= 0 || (first.isCut && !first.statements.contains(it.key())))
            continue;
        m_activity->statements.append({ it->text, it->user, searchPath(it->path, it->user), calls / seconds,
                                        std::max(0.0, it->totalMs - before.totalMs) / calls });
    }
    std::sort(m_activity->statements.begin(), m_activity->statements.end(),
              [](const StatementTraffic &a, const StatementTraffic &b) {
                  return std::tie(b.meanMs, a.text, a.user) < std::tie(a.meanMs, b.text, b.user);
              });
}

base::Result<ActivityPtr> ActivityReader::read(int sampleMs)
{
    Counters first;
    Counters second;
    if (const auto found = findStatements(); !found.has_value())
        return found.error();
    if (sampleMs > 0) {
        if (const auto begun = readCounters(&first); !begun.has_value())
            return begun.error();
        if (const auto waited = wait(sampleMs); !waited.has_value())
            return waited.error();
    }
    if (const auto ended = readCounters(&second); !ended.has_value())
        return ended.error();
    m_activity->seconds = sampleMs > 0 ? std::max(0.001, second.at - first.at) : 0;
    compare(first, second);
    if (const auto links = readLinks(); !links.has_value())
        return links.error();
    if (const auto sessions = readSessions(); !sessions.has_value())
        return sessions.error();
    m_activity->takenAt = QDateTime::currentDateTimeUtc();
    return ActivityPtr(m_activity);
}

} // namespace

base::Result<ActivityPtr> readActivity(postgres::Session &session, int sampleMs, std::stop_token stop)
{
    const postgres::CancelOnStop canceler(session, stop);
    return ActivityReader(session, stop).read(sampleMs);
}

} // namespace lockstep::sources
