#include "blockers.h"

#include "relationname.h"

#include "runcontext.h"

#include <algorithm>

namespace lockstep::execution {

namespace {

/// Why a session is never ended, as the server can tell: replication, runs, superusers, what is hidden.
constexpr char keptBecauseSql[] =
    " CASE WHEN b.pid = 0 THEN 'It is a prepared transaction: only COMMIT PREPARED or ROLLBACK PREPARED ends "
    "it.'"
    " WHEN a.backend_type IS NULL THEN 'This role may not see what it does.'"
    " WHEN a.backend_type = 'autovacuum worker' AND a.query LIKE '%to prevent wraparound%'"
    "  THEN 'It is a vacuum against transaction id wraparound.'"
    " WHEN a.backend_type = 'autovacuum worker' THEN ''"
    " WHEN a.backend_type <> 'client backend' THEN 'It is a ' || a.backend_type || '.'"
    " WHEN a.application_name LIKE 'lockstep:%' THEN 'It is a run of Lockstep.'"
    " WHEN (SELECT rolsuper FROM pg_catalog.pg_roles r WHERE r.oid = a.usesysid)"
    "  THEN 'It is a superuser''s session.' ELSE '' END";

QString textOf(BlockerEnd how, const Blocker &blocker)
{
    return (how == BlockerEnd::Cancel ? QStringLiteral("Cancelling what %1 does.")
                                      : QStringLiteral("Disconnecting %1."))
        .arg(describe(blocker));
}

/// `pids` is a query for backends; a prepared transaction has pid 0 and no row in pg_stat_activity.
/// `waitsForUs` is a condition on b.pid.
base::Result<QVector<Blocker>> blockersFrom(postgres::Session &watcher, const QString &pids,
                                            const QString &waitsForUs, const postgres::Parameters &parameters)
{
    const auto rows = watcher.query(
        QStringLiteral(
            "SELECT DISTINCT b.pid, coalesce(a.usename, ''), coalesce(a.application_name, 'prepared "
            "transaction'),"
            " coalesce(left(a.query, 500), ''), coalesce(a.state, a.backend_type, 'prepared'),"
            " coalesce(extract(epoch FROM clock_timestamp() - a.xact_start), 0),"
            " coalesce(extract(epoch FROM clock_timestamp() - coalesce(a.state_change, a.xact_start)), 0),"
            " coalesce(a.backend_start::text, ''), coalesce(a.xact_start::text, ''),"
            " coalesce(a.backend_type = 'autovacuum worker' AND a.query NOT LIKE '%to prevent wraparound%', "
            "false),")
            + QLatin1String(keptBecauseSql)
            + QStringLiteral(
                  ", %2 FROM (%1) AS b(pid) LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = b.pid")
                  .arg(pids, waitsForUs),
        parameters);
    if (!rows.has_value())
        return rows.error();
    QVector<Blocker> found;
    for (int i = 0; i < rows->count(); ++i) {
        found.append({ int(rows->integer(i, 0)), rows->text(i, 1), rows->text(i, 2), rows->text(i, 3),
                       rows->text(i, 4), rows->real(i, 5), rows->real(i, 6), rows->text(i, 7),
                       rows->text(i, 8), rows->boolean(i, 9), rows->text(i, 10), rows->boolean(i, 11) });
    }
    return found;
}

QString quotedElement(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QStringLiteral("\"%1\"").arg(text);
}

/// "AccessExclusiveLock" for "ACCESS EXCLUSIVE".
QString lockModeInPgLocks(plan::LockMode mode)
{
    QString text;
    for (const QString &word : name(mode).split(QLatin1Char(' ')))
        text += word.left(1) + word.mid(1).toLower();
    return text + QStringLiteral("Lock");
}

bool isIdleInTransaction(const Blocker &blocker)
{
    return blocker.state.startsWith(QLatin1String("idle in transaction"));
}

} // namespace

QString describe(const Blocker &blocker)
{
    if (blocker.pid == 0)
        return QStringLiteral("a prepared transaction");
    return QStringLiteral("backend %1 (%2, user %3, %4 for %5 s)")
        .arg(QString::number(blocker.pid),
             blocker.application.isEmpty() ? QStringLiteral("no application name") : blocker.application,
             blocker.user.isEmpty() ? QStringLiteral("of the server") : blocker.user, blocker.state,
             QString::number(blocker.stateSeconds, 'f', 0));
}

base::Result<BlockerList> readBlockers(postgres::Session &watcher, int pid)
{
    auto found = blockersFrom(watcher, QStringLiteral("SELECT unnest(pg_blocking_pids($1::integer))"),
                              QStringLiteral("b.pid > 0 AND $1::integer = ANY (pg_blocking_pids(b.pid))"),
                              { QString::number(pid) });
    if (!found.has_value())
        return found.error();
    const bool onlyAutovacuum = !found->isEmpty()
                                && std::all_of(found->cbegin(), found->cend(),
                                               [](const Blocker &blocker) { return blocker.isAutovacuum; });
    const bool isCircle = std::any_of(found->cbegin(), found->cend(),
                                      [](const Blocker &blocker) { return blocker.waitsForUs; });
    return BlockerList{ std::move(found).value(), onlyAutovacuum, isCircle };
}

base::Result<QVector<Blocker>> readHolders(postgres::Session &watcher,
                                           const QVector<plan::RelationLock> &wanted, int ourPid,
                                           double seconds)
{
    QStringList relations;
    QStringList modes;
    for (const plan::RelationLock &lock : wanted) {
        if (!isRelationName(lock.relation))
            continue;
        for (int mode = 0; mode <= int(plan::LockMode::AccessExclusive); ++mode) {
            if (!plan::conflicts(lock.mode, plan::LockMode(mode)))
                continue;
            relations.append(quotedElement(lock.relation));
            modes.append(quotedElement(lockModeInPgLocks(plan::LockMode(mode))));
        }
    }
    auto found = blockersFrom(
        watcher,
        QStringLiteral(
            "SELECT coalesce(l.pid, 0) FROM pg_catalog.pg_locks l JOIN unnest($1::text[], $2::text[])"
            " AS w(relation, mode) ON l.relation = to_regclass(w.relation) AND l.mode = w.mode"
            " WHERE l.granted AND l.pid IS DISTINCT FROM $3::integer AND l.database = (SELECT oid"
            " FROM pg_catalog.pg_database WHERE datname = current_database())"),
        QStringLiteral("false"),
        { QStringLiteral("{%1}").arg(relations.join(QLatin1Char(','))),
          QStringLiteral("{%1}").arg(modes.join(QLatin1Char(','))), QString::number(ourPid) });
    if (found.has_value())
        found->removeIf([seconds](const Blocker &b) {
            // A plain autovacuum gives way to whoever queues behind it.
            return b.isAutovacuum || (b.pid != 0 && b.transactionSeconds < seconds);
        });
    return found;
}

std::optional<BlockerEnd> consentedEnd(const Blocker &blocker, const BlockerConsent &consent)
{
    if (!blocker.keptBecause.isEmpty())
        return std::nullopt;
    if (blocker.isAutovacuum)
        return consent.upTo >= BlockerTier::Autovacuum ? std::optional(BlockerEnd::Cancel) : std::nullopt;
    if (isIdleInTransaction(blocker)) {
        if (consent.upTo >= BlockerTier::IdleInTransaction && blocker.stateSeconds >= consent.idleSeconds)
            return BlockerEnd::Terminate;
        return consent.upTo >= BlockerTier::Session && blocker.transactionSeconds >= consent.statementSeconds
                   ? std::optional(BlockerEnd::Terminate)
                   : std::nullopt;
    }
    // Who goes on after that is disconnected, with that consent.
    constexpr int graceSeconds = 10;
    if (consent.upTo >= BlockerTier::Session
        && blocker.transactionSeconds >= consent.statementSeconds + graceSeconds)
        return BlockerEnd::Terminate;
    if (consent.upTo >= BlockerTier::Statement && blocker.stateSeconds >= consent.statementSeconds)
        return BlockerEnd::Cancel;
    return std::nullopt;
}

base::Result<bool> endSession(postgres::Session &watcher, int pid, const Blocker &blocker, BlockerEnd how)
{
    const QString function = how == BlockerEnd::Cancel ? QStringLiteral("pg_cancel_backend")
                                                       : QStringLiteral("pg_terminate_backend");
    const auto rows =
        watcher.query(QStringLiteral("SELECT pg_catalog.%1(a.pid) FROM pg_catalog.pg_stat_activity a"
                                     " WHERE a.pid = $1 AND a.backend_start = $2::timestamptz"
                                     " AND a.xact_start = $3::timestamptz"
                                     " AND a.pid = ANY (pg_catalog.pg_blocking_pids($4::integer))")
                          .arg(function),
                      { QString::number(blocker.pid), blocker.backendStart, blocker.transactionStart,
                        QString::number(pid) });
    if (!rows.has_value())
        return rows.error();
    return rows->count() == 1 && rows->boolean(0, 0);
}

void BlockerEnder::act(RunContext &context, int pid, const QString &step, const BlockerList &blockers)
{
    const auto requests = context.control().endRequests();
    const BlockerConsent consent = context.control().consentOr(context.options.consent);
    for (const Blocker &blocker : blockers.all) {
        const auto asked = std::find_if(requests.cbegin(), requests.cend(), [&](const auto &request) {
            return request.blocker.pid == blocker.pid && request.blocker.backendStart == blocker.backendStart;
        });
        const auto how =
            asked != requests.cend() ? std::optional(asked->how) : consentedEnd(blocker, consent);
        if (asked != requests.cend())
            context.control().forgetEndRequest(blocker.pid);
        if (how)
            end(context, pid, step, blocker, *how);
    }
}

void BlockerEnder::end(RunContext &context, int pid, const QString &step, const Blocker &blocker,
                       BlockerEnd how)
{
    // What was asked to end needs a moment for it.
    const QString key =
        QStringLiteral("%1 %2 %3")
            .arg(QString::number(blocker.pid), blocker.transactionStart, QString::number(int(how)));
    if (key == m_last && m_sinceLast.isValid() && m_sinceLast.elapsed() < 2000)
        return;
    m_last = key;
    m_sinceLast.restart();
    BlockerEnded ended{ step, blocker, how, false, {} };
    if (!blocker.keptBecause.isEmpty()) {
        ended.text = QStringLiteral("Not ended: %1. %2").arg(describe(blocker), blocker.keptBecause);
        context.emitEvent(ended);
        return;
    }
    const QString text = textOf(how, blocker);
    postgres::Session *watcher = context.monitor->session();
    const auto noted = context.journal.recordEvent(EventLevel::Warning, step, text);
    if (!watcher || !noted.has_value()) {
        ended.text =
            QStringLiteral("Not ended: %1, because the journal cannot be written.").arg(describe(blocker));
        context.emitEvent(ended);
        return;
    }
    const auto done = endSession(*watcher, pid, blocker, how);
    ended.isDone = done.has_value() && *done;
    if (ended.isDone)
        ended.text = text;
    else if (done.has_value())
        ended.text = QStringLiteral("Not ended: %1 is in another transaction by now.").arg(describe(blocker));
    else
        ended.text = QStringLiteral("Not ended: %1. %2").arg(describe(blocker), done.error().message);
    context.emitEvent(ended);
}

} // namespace lockstep::execution
