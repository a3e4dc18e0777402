#include "steprunner.h"

#include <model/plan/script.h>

#include <QElapsedTimer>
#include <QRegularExpression>

namespace lockstep::proof {

using plan::MeasuredStep;
using plan::Step;
using plan::StepKind;
using plan::TransactionMode;

namespace {

StepFailure failureOf(const QString &label, int number, const QString &sql, const base::Error &error)
{
    const QString code =
        error.sqlstate.isEmpty() ? QString() : QStringLiteral(" (SQLSTATE %1)").arg(error.sqlstate);
    const QString detail = error.detail.isEmpty() ? QString() : QStringLiteral(" ") + error.detail;
    StepFailure failure;
    failure.text = QStringLiteral("%1, statement %2, failed: %3%4%5 The statement: %6")
                       .arg(label)
                       .arg(number)
                       .arg(error.message, code, detail, sql.simplified().left(400));
    failure.reason = error.message + code;
    failure.sqlstate = error.sqlstate;
    return failure;
}

/// What the step runs as it goes forward.
QStringList forwardStatements(const Step &step)
{
    if (step.kind == StepKind::Backfill && step.backfill)
        return { plan::backfillStatement(*step.backfill, {}) }; // The whole key range at once.
    return step.kind == StepKind::Ddl ? step.sql : QStringList();
}

} // namespace

bool StepFailure::isOfData() const
{
    // Data exceptions, integrity violations, and what functions and triggers refuse by themselves.
    return isCheck || sqlstate.startsWith(QLatin1String("22")) || sqlstate.startsWith(QLatin1String("23"))
           || sqlstate == QLatin1String("P0001");
}

StepRunner::StepRunner(std::unique_ptr<postgres::Session> session,
                       std::unique_ptr<postgres::Session> observer, Measuring measuring, std::stop_token stop)
    : m_session(std::move(session))
    , m_observer(std::move(observer))
    , m_canceler(*m_session, std::move(stop))
    , m_locks(*m_observer, m_session->server().backendPid)
    , m_files(*m_observer)
    , m_measuring(measuring)
{ }

base::Result<std::unique_ptr<StepRunner>> StepRunner::open(const postgres::ConnectionTarget &database,
                                                           Measuring measuring, std::stop_token stop)
{
    auto session = postgres::Session::open(database);
    if (!session.has_value())
        return session.error();
    const auto set = (*session)->executeScript(
        plan::sessionSettings((*session)->server().version).join(QStringLiteral("; ")));
    if (!set.has_value())
        return set.error();
    auto observer = postgres::Session::open(database);
    if (!observer.has_value())
        return observer.error();
    std::unique_ptr<StepRunner> runner(
        new StepRunner(std::move(*session), std::move(*observer), measuring, std::move(stop)));
    if (measuring == Measuring::On) {
        const auto read = runner->m_files.start();
        if (!read.has_value())
            return read.error();
    }
    return runner;
}

StepFailure StepRunner::runOne(const QString &label, const QString &sql, int number)
{
    const auto done = m_session->execute(sql);
    return done.has_value() ? StepFailure() : failureOf(label, number, sql, done.error());
}

StepFailure StepRunner::runInTransaction(const QString &label, const QStringList &statements,
                                         MeasuredStep *measured)
{
    StepFailure failure = runOne(label, QStringLiteral("BEGIN"), 0);
    for (int i = 0; failure.isEmpty() && i < statements.size(); ++i)
        failure = runOne(label, statements[i], i + 1);
    if (failure.isEmpty() && measured && m_measuring == Measuring::On) {
        const auto locks = m_locks.sample();
        if (locks.has_value())
            mergeLocks(measured->locks, *locks);
        else
            m_notes.append(
                QStringLiteral("%1: its locks could not be measured: %2").arg(label, locks.error().message));
    }
    if (failure.isEmpty())
        failure = runOne(label, QStringLiteral("COMMIT"), int(statements.size()) + 1);
    if (failure.isEmpty() || !m_session->inTransaction())
        return failure;
    const auto rolledBack = m_session->execute(QStringLiteral("ROLLBACK"));
    if (!rolledBack.has_value())
        failure.text += QLatin1Char(' ') + rolledBack.error().message;
    return failure;
}

StepFailure StepRunner::runStatements(const QString &label, const QStringList &statements,
                                      TransactionMode mode, MeasuredStep *measured)
{
    if (statements.isEmpty())
        return {};
    if (mode == TransactionMode::Own)
        return runInTransaction(label, statements, measured);
    for (int i = 0; i < statements.size(); ++i) {
        const StepFailure failure = runOne(label, statements[i], i + 1);
        if (!failure.isEmpty())
            return failure;
    }
    if (measured)
        m_notes.append(
            QStringLiteral("%1 runs outside a transaction, so its locks could not be measured.").arg(label));
    return {};
}

StepFailure StepRunner::verify(const Step &step, Moment moment)
{
    const QString when =
        moment == Moment::End ? QStringLiteral("At the end the check") : QStringLiteral("The check");
    for (const plan::Verification &check : step.verify) {
        if (moment == Moment::End && check.isInterim)
            continue;
        const auto rows = m_session->query(check.sql);
        if (!rows.has_value())
            return failureOf(QStringLiteral("%1 of %2").arg(when, step.id), 1, check.sql, rows.error());
        const QString value = rows->count() > 0 ? rows->text(0, 0) : QString();
        if (value == check.expect)
            continue;
        StepFailure failure;
        failure.reason = QStringLiteral("the check gives \"%1\" instead of \"%2\"").arg(value, check.expect);
        failure.text = QStringLiteral("%1 of %2 gives \"%3\" instead of \"%4\": %5")
                           .arg(when, step.id, value, check.expect, check.sql.simplified());
        failure.isCheck = true;
        return failure;
    }
    return {};
}

void StepRunner::compareEffect(const Step &step)
{
    const auto changed = m_files.changes();
    if (!changed.has_value()) {
        m_notes.append(QStringLiteral("%1: whether it rewrote a table could not be seen: %2")
                           .arg(step.id, changed.error().message));
        return;
    }
    if (!step.assessment.analysed)
        return;
    const EffectComparison compared = compareEffects(step, *changed);
    m_effectErrors += compared.errors;
    m_notes += compared.notes;
}

StepFailure StepRunner::runForward(const Step &step)
{
    if (step.kind == StepKind::Gate)
        return {};
    MeasuredStep measured{ step.id, {}, 0 };
    QElapsedTimer timer;
    timer.start();
    const bool isBackfill = step.kind == StepKind::Backfill && step.backfill;
    // The UPDATE of a backfill is run in a transaction here to see its locks; batches hold the same.
    const StepFailure failure = runStatements(
        step.id, forwardStatements(step), isBackfill ? TransactionMode::Own : step.transaction, &measured);
    if (!failure.isEmpty())
        return failure;
    measured.ms = double(timer.nsecsElapsed()) / 1e6;
    if (step.kind != StepKind::Verify)
        m_measured.append(measured);
    if (m_measuring == Measuring::On && step.kind == StepKind::Ddl)
        compareEffect(step);
    return verify(step, Moment::AfterStep);
}

StepFailure StepRunner::runRollback(const Step &step)
{
    return runStatements(QStringLiteral("The rollback of ") + step.id, step.rollback.sql,
                         step.rollback.transaction, nullptr);
}

StepFailure StepRunner::tryAfter(const QStringList &preparation, const Step &step, Way way)
{
    static const QRegularExpression concurrently(QStringLiteral("\\sCONCURRENTLY\\b"),
                                                 QRegularExpression::CaseInsensitiveOption);
    QStringList statements{ QStringLiteral("BEGIN"),
                            QStringLiteral("SET LOCAL session_replication_role = replica") };
    statements += preparation;
    statements += QStringLiteral("SET LOCAL session_replication_role = origin");
    for (QString statement : way == Way::Forward ? forwardStatements(step) : step.rollback.sql)
        statements += statement.remove(concurrently); // To see the data only, so that it can be undone.
    statements += QStringLiteral("SET CONSTRAINTS ALL IMMEDIATE");
    StepFailure failure;
    for (int i = 0; failure.isEmpty() && i < statements.size(); ++i)
        failure = runOne(step.id, statements[i], i);
    if (failure.isEmpty() && way == Way::Forward)
        failure = verify(step, Moment::AfterStep);
    const auto undone = m_session->execute(QStringLiteral("ROLLBACK"));
    if (!undone.has_value() && failure.isEmpty())
        failure.text = undone.error().message;
    return failure;
}

} // namespace lockstep::proof
