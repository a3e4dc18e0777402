#include "steprunner.h"

#include <QElapsedTimer>

namespace lockstep::proof {

using plan::MeasuredStep;
using plan::Step;
using plan::StepKind;
using plan::TransactionMode;

namespace {

/// The whole key range at once: scratch tables are empty.
QString backfillStatement(const plan::BackfillSpec &spec)
{
    const QString where = spec.where.isEmpty() ? QString() : QStringLiteral(" WHERE ") + spec.where;
    return QStringLiteral("UPDATE %1 SET %2%3").arg(schema::sqlName(spec.table), spec.set, where);
}

QString failureText(const QString &label, int number, const QString &sql, const base::Error &error)
{
    const QString code =
        error.sqlstate.isEmpty() ? QString() : QStringLiteral(" (SQLSTATE %1)").arg(error.sqlstate);
    const QString detail = error.detail.isEmpty() ? QString() : QStringLiteral(" ") + error.detail;
    return QStringLiteral("%1, statement %2, failed: %3%4%5 The statement: %6")
        .arg(label)
        .arg(number)
        .arg(error.message, code, detail, sql.simplified().left(400));
}

} // namespace

StepRunner::StepRunner(std::unique_ptr<postgres::Session> session,
                       std::unique_ptr<postgres::Session> observer, std::stop_token stop)
    : m_session(std::move(session))
    , m_observer(std::move(observer))
    , m_canceler(*m_session, std::move(stop))
    , m_locks(*m_observer, m_session->server().backendPid)
{ }

base::Result<std::unique_ptr<StepRunner>> StepRunner::open(const postgres::ConnectionTarget &database,
                                                           std::stop_token stop)
{
    auto session = postgres::Session::open(database);
    if (!session.has_value())
        return session.error();
    auto observer = postgres::Session::open(database);
    if (!observer.has_value())
        return observer.error();
    return std::unique_ptr<StepRunner>(
        new StepRunner(std::move(*session), std::move(*observer), std::move(stop)));
}

QString StepRunner::runOne(const QString &label, const QString &sql, int number)
{
    const auto done = m_session->execute(sql);
    return done.has_value() ? QString() : failureText(label, number, sql, done.error());
}

QString StepRunner::runInTransaction(const QString &label, const QStringList &statements,
                                     MeasuredStep *measured)
{
    QString failure = runOne(label, QStringLiteral("BEGIN"), 0);
    for (int i = 0; failure.isEmpty() && i < statements.size(); ++i)
        failure = runOne(label, statements[i], i + 1);
    if (failure.isEmpty() && measured) {
        const auto locks = m_locks.sample();
        if (locks.has_value())
            mergeLocks(measured->locks, *locks);
        else
            m_notes.append(
                QStringLiteral("%1: its locks could not be measured: %2").arg(label, locks.error().message));
    }
    if (failure.isEmpty())
        return runOne(label, QStringLiteral("COMMIT"), int(statements.size()) + 1);
    const auto rolledBack = m_session->execute(QStringLiteral("ROLLBACK"));
    return rolledBack.has_value() ? failure : failure + QLatin1Char(' ') + rolledBack.error().message;
}

QString StepRunner::runStatements(const QString &label, const QStringList &statements, TransactionMode mode,
                                  MeasuredStep *measured)
{
    if (statements.isEmpty())
        return {};
    if (mode == TransactionMode::Own)
        return runInTransaction(label, statements, measured);
    for (int i = 0; i < statements.size(); ++i) {
        const QString failure = runOne(label, statements[i], i + 1);
        if (!failure.isEmpty())
            return failure;
    }
    if (measured)
        m_notes.append(
            QStringLiteral("%1 runs outside a transaction, so its locks could not be measured.").arg(label));
    return {};
}

QString StepRunner::verify(const Step &step)
{
    for (const plan::Verification &check : step.verify) {
        const auto rows = m_session->query(check.sql);
        if (!rows.has_value())
            return failureText(QStringLiteral("The check of %1").arg(step.id), 1, check.sql, rows.error());
        const QString value = rows->count() > 0 ? rows->text(0, 0) : QString();
        if (value != check.expect)
            return QStringLiteral("The check of %1 gives \"%2\" instead of \"%3\": %4")
                .arg(step.id, value, check.expect, check.sql.simplified());
    }
    return {};
}

QString StepRunner::runForward(const Step &step)
{
    if (step.kind == StepKind::Gate)
        return {};
    MeasuredStep measured{ step.id, {}, 0 };
    QElapsedTimer timer;
    timer.start();
    const bool isBackfill = step.kind == StepKind::Backfill && step.backfill;
    // The UPDATE of a backfill is run in a transaction here to see its locks; batches hold the same.
    const QString failure =
        isBackfill
            ? runStatements(step.id, { backfillStatement(*step.backfill) }, TransactionMode::Own, &measured)
            : runStatements(step.id, step.kind == StepKind::Ddl ? step.sql : QStringList(), step.transaction,
                            &measured);
    if (!failure.isEmpty())
        return failure;
    measured.ms = double(timer.nsecsElapsed()) / 1e6;
    if (step.kind != StepKind::Verify)
        m_measured.append(measured);
    return verify(step);
}

QString StepRunner::runRollback(const Step &step)
{
    return runStatements(QStringLiteral("The rollback of ") + step.id, step.rollback.sql,
                         step.rollback.transaction, nullptr);
}

} // namespace lockstep::proof
