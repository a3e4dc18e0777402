#include "check.h"

#include "../amounts.h"

namespace lockstep::analysis::checks {

using schema::CheckReading;

namespace {

/// "public.orders RowExclusiveLock; public.users AccessShareLock" against the locks of the plan.
/// The step that would have to wait, and for what; empty: none.
QString waitingStep(const plan::Plan &plan, const QString &locks)
{
    for (const QString &held : locks.split(QStringLiteral("; "), Qt::SkipEmptyParts)) {
        const QString relation = held.section(QLatin1Char(' '), 0, -2);
        const plan::LockMode mode = lockModeOf(held.section(QLatin1Char(' '), -1));
        for (const plan::Step &step : plan.steps) {
            for (const plan::RelationLock &lock : step.assessment.locks) {
                if (lock.relation == relation && plan::conflicts(mode, lock.mode))
                    return QStringLiteral("holds %1 on %2, and step %3 needs %4")
                        .arg(plan::name(mode), relation, step.id, plan::name(lock.mode));
            }
        }
    }
    return {};
}

schema::SessionActivity sessionAt(const CheckReading &reading, int row)
{
    schema::SessionActivity session;
    session.pid = reading.text(row, "pid").toInt();
    session.user = reading.text(row, "user");
    session.application = reading.text(row, "application");
    session.state = reading.text(row, "state");
    session.preparedName = reading.text(row, "gid");
    session.transactionSeconds = reading.number(row, "transaction_seconds");
    return session;
}

} // namespace

Finding longTransactions(const CheckInput &input, const CheckReading &reading)
{
    const plan::Step *concurrent = firstConcurrent(input.plan);
    Finding finding;
    QStringList sentences;
    for (int i = 0; i < reading.rows.size(); ++i) {
        const schema::SessionActivity session = sessionAt(reading, i);
        const QString waits = waitingStep(input.plan, reading.text(i, "locks"));
        const bool isLong = session.transactionSeconds >= input.longTransactionSeconds;
        const bool isIdle = session.state.startsWith(QLatin1String("idle in transaction"))
                            && reading.number(i, "state_seconds") >= input.longTransactionSeconds / 6;
        if (!isLong && !isIdle)
            continue;
        const bool isStuck = session.transactionSeconds >= input.stuckTransactionSeconds;
        QString meaning =
            QStringLiteral("keeps vacuum from cleaning up, so that a backfill bloats its table");
        if (!waits.isEmpty())
            meaning = waits + QStringLiteral(": the step and everybody behind it wait");
        else if (concurrent && reading.flag(i, "holds_snapshot"))
            meaning = QStringLiteral("keeps step %1 waiting, which works CONCURRENTLY").arg(concurrent->id);
        finding.verdict = std::max(finding.verdict, isStuck && !waits.isEmpty() ? CheckVerdict::Stop
                                                                                : CheckVerdict::Attention);
        sentences.append(QStringLiteral("%1 %2.").arg(sessionWords(session), meaning));
    }
    if (sentences.isEmpty()) {
        finding.consequence = QStringLiteral("No transaction is older than %1.")
                                  .arg(timeWords(input.longTransactionSeconds * 1000));
        return finding;
    }
    const int more = int(sentences.size()) - 5;
    finding.consequence = sentences.mid(0, 5).join(QLatin1Char(' '));
    if (more > 0)
        finding.consequence += QStringLiteral(" And %1 more.").arg(more);
    finding.advice = QStringLiteral(
        "Wait until they end, or ask their owners; pg_terminate_backend(pid) ends one and loses its work.");
    return finding;
}

Finding preparedTransactions(const CheckInput &input, const CheckReading &reading)
{
    Finding finding;
    QStringList sentences;
    for (int i = 0; i < reading.rows.size(); ++i) {
        const QString waits = waitingStep(input.plan, reading.text(i, "locks"));
        finding.verdict =
            std::max(finding.verdict, waits.isEmpty() ? CheckVerdict::Attention : CheckVerdict::Stop);
        sentences.append(QStringLiteral("%1 %2.").arg(
            sessionWords(sessionAt(reading, i)),
            waits.isEmpty() ? QStringLiteral("keeps vacuum from cleaning up until somebody ends it")
                            : waits + QStringLiteral(": it would wait for ever")));
    }
    if (sentences.isEmpty())
        return { CheckVerdict::Ok, QStringLiteral("There is no prepared transaction."), {} };
    finding.consequence = sentences.join(QLatin1Char(' '));
    finding.advice = QStringLiteral(
        "COMMIT PREPARED or ROLLBACK PREPARED by its name, after asking whose it is: a prepared "
        "transaction stays, even over restarts, until somebody does.");
    return finding;
}

Finding visibility(const CheckInput &, const CheckReading &reading)
{
    const int hidden = reading.rows.isEmpty() ? 0 : int(reading.number(0, "hidden_sessions"));
    if (hidden == 0)
        return { CheckVerdict::Ok,
                 QStringLiteral("The sessions of this database can all be looked into."),
                 {} };
    return { CheckVerdict::Attention,
             QStringLiteral(
                 "%1 sessions of other roles cannot be looked into, so long transactions among them are "
                 "not seen.")
                 .arg(hidden),
             QStringLiteral(
                 "GRANT pg_monitor to the role that runs the plan, or ask with one that has it.") };
}

Finding vacuum(const CheckInput &, const CheckReading &reading)
{
    if (reading.rows.isEmpty())
        return { CheckVerdict::Ok, QStringLiteral("No vacuum works on the plan's tables."), {} };
    QStringList plain;
    QStringList wraparound;
    QStringList manual;
    for (int i = 0; i < reading.rows.size(); ++i) {
        const QString one =
            QStringLiteral("%1 (pid %2)").arg(reading.text(i, "relation"), reading.text(i, "pid"));
        if (reading.flag(i, "prevents_wraparound"))
            wraparound.append(one);
        else if (reading.flag(i, "autovacuum"))
            plain.append(one);
        else
            manual.append(one);
    }
    if (!wraparound.isEmpty())
        return { CheckVerdict::Stop,
                 QStringLiteral(
                     "Autovacuum to prevent wraparound works on %1: it does not give way, and must not be "
                     "ended, so that every schema change on it waits until it is done.")
                     .arg(someOf(wraparound)),
                 QStringLiteral(
                     "Run the plan when it is done; pg_stat_progress_vacuum shows how far it is.") };
    if (!manual.isEmpty())
        return { CheckVerdict::Attention,
                 QStringLiteral("VACUUM works on %1: schema changes there wait until it is done.")
                     .arg(someOf(manual)),
                 QStringLiteral("Wait for its end.") };
    return { CheckVerdict::Ok,
             QStringLiteral("Autovacuum works on %1; it gives way to a schema change.").arg(someOf(plain)),
             {} };
}

Finding connections(const CheckInput &input, const CheckReading &reading)
{
    constexpr int neededConnections = 3;
    const int room = int(reading.number(0, "max_connections") - reading.number(0, "reserved"));
    const int used = int(reading.number(0, "used"));
    const int limit = int(reading.number(0, "role_limit"));
    const QString figures = QStringLiteral("%1 of %2 connections are in use.").arg(used).arg(room);
    if (limit >= 0 && limit < neededConnections)
        return { CheckVerdict::Stop,
                 QStringLiteral("This role may open %1 connections; a run needs %2.")
                     .arg(limit)
                     .arg(neededConnections),
                 QStringLiteral("ALTER ROLE ... CONNECTION LIMIT, or run with another role.") };
    if (room - used < neededConnections)
        return { CheckVerdict::Stop,
                 figures + QStringLiteral(" A run needs %1 of its own.").arg(neededConnections),
                 QStringLiteral("Close some, or wait until fewer are in use.") };
    if (room - used < qMax(5, room / 10)) {
        QString text = figures;
        if (input.activity)
            text += QStringLiteral(
                " Statements that wait for a lock keep theirs, so that even a short wait can use "
                "up the rest.");
        return { CheckVerdict::Attention, text, QStringLiteral("Run the plan when there is more room.") };
    }
    return { CheckVerdict::Ok, figures, {} };
}

} // namespace lockstep::analysis::checks
