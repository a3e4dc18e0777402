#include "script.h"
#include "scripttext.h"
#include "strategyinfo.h"

#include <algorithm>

namespace lockstep::plan {

namespace {

QString humanTime(qint64 ms)
{
    if (ms < 1000)
        return QStringLiteral("%1 ms").arg(ms);
    if (ms < 120'000)
        return QStringLiteral("%1 s").arg(double(ms) / 1000, 0, 'g', 3);
    return QStringLiteral("%1 min").arg(double(ms) / 60'000, 0, 'g', 3);
}

/// Less than this nobody has to look for.
constexpr qint64 tellingBytes = 100'000'000;

QString humanBytes(qint64 bytes)
{
    if (bytes < 1'000'000'000)
        return QStringLiteral("%1 MB").arg(qMax<qint64>(1, bytes / 1'000'000));
    return QStringLiteral("%1 GB").arg(double(bytes) / 1e9, 0, 'g', 3);
}

QString humanAmount(const Loss &loss)
{
    QStringList parts;
    if (loss.rows >= 0)
        parts += QStringLiteral("about %1 rows").arg(loss.rows);
    if (loss.bytes >= 0)
        parts += QStringLiteral("about %1 MB").arg(double(loss.bytes) / 1e6, 0, 'f', 1);
    return parts.isEmpty() ? QStringLiteral("amount unknown") : parts.join(QStringLiteral(", "));
}

QString line(const QString &label, const QString &text)
{
    constexpr int indent = 16;
    const QString start = QStringLiteral("     ") + label + QLatin1Char(':');
    const QString gap = QLatin1Char('\n') + QString(indent, QLatin1Char(' '));
    const QString rest = QString(text).replace(QLatin1Char('\n'), gap);
    return (rest.isEmpty() ? start : start.leftJustified(indent) + rest) + QLatin1Char('\n');
}

QString indentedSql(const QStringList &statements)
{
    QString text;
    for (const QString &statement : statements)
        text += script::comment(script::terminated(statement).trimmed(), QStringLiteral("       "));
    return text;
}

QString blocksText(const Assessment &assessment)
{
    const QString time = assessment.blocks == Blocks::Nothing
                             ? QString()
                             : QStringLiteral(" for about ") + humanTime(assessment.lockHoldMs);
    return QStringLiteral("%1%2; effect: %3").arg(name(assessment.blocks), time, name(assessment.effect));
}

QString assessmentText(const Assessment &assessment)
{
    QStringList locks;
    for (const RelationLock &lock : assessment.locks)
        locks += QStringLiteral("%1 on %2").arg(name(lock.mode), lock.relation);
    QString text;
    if (!locks.isEmpty())
        text += line(QStringLiteral("locks"), locks.join(QStringLiteral(", ")));
    if (assessment.analysed) {
        text += line(QStringLiteral("blocks"), blocksText(assessment));
        const Estimate &estimate = assessment.estimate;
        text +=
            line(QStringLiteral("takes"), QStringLiteral("%1 (%2 to %3). %4")
                                              .arg(humanTime(estimate.likelyMs), humanTime(estimate.lowMs),
                                                   humanTime(estimate.highMs), estimate.basis));
        if (estimate.diskBytes >= tellingBytes || estimate.walBytes >= tellingBytes)
            text += line(QStringLiteral("needs"),
                         QStringLiteral("about %1 of disk while it runs; writes about %2 of WAL.")
                             .arg(humanBytes(estimate.diskBytes), humanBytes(estimate.walBytes)));
    }
    for (const Finding &finding : assessment.findings)
        text += line(name(finding.severity), QStringLiteral("%1 [%2]").arg(finding.message, finding.rule));
    return text;
}

QString rollbackText(const Step &step)
{
    if (!step.rollback.irreversible.isEmpty())
        return line(QStringLiteral("back"), QStringLiteral("none: ") + step.rollback.irreversible);
    if (step.rollback.sql.isEmpty())
        return {};
    return line(QStringLiteral("back"), step.rollback.caution) + indentedSql(step.rollback.sql);
}

QString stepText(const Step &step)
{
    QString text = QStringLiteral("%1  %2\n").arg(step.id, step.title);
    if (!step.dependsOn.isEmpty())
        text += line(QStringLiteral("after"), step.dependsOn.join(QStringLiteral(", ")));
    if (!step.gateText.isEmpty())
        text += line(QStringLiteral("gate"), step.gateText);
    text += indentedSql(step.sql);
    if (step.kind == StepKind::Ddl && step.transaction == TransactionMode::None)
        text += line(QStringLiteral("runs"), QStringLiteral("outside a transaction"));
    if (step.edited)
        text += line(QStringLiteral("edited"), QStringLiteral("by hand"));
    if (step.kind != StepKind::Gate)
        text += assessmentText(step.assessment);
    if (!step.why.isEmpty())
        text += line(QStringLiteral("why"), step.why);
    for (const Loss &loss : step.loses)
        text +=
            line(QStringLiteral("loses"), QStringLiteral("%1 (%2)").arg(lostText(loss), humanAmount(loss)));
    if (step.kind == StepKind::Verify) {
        for (const Verification &check : step.verify) {
            text += line(QStringLiteral("expects"), check.expect) + indentedSql({ check.sql });
            if (!check.sample.isEmpty())
                text += line(QStringLiteral("if not, see"), {}) + indentedSql({ check.sample });
        }
    }
    return text + rollbackText(step) + QLatin1Char('\n');
}

QString skippedText(const Proof &proof)
{
    const QString reason = proof.notes.join(QLatin1Char(' '));
    return (reason.isEmpty() ? QStringLiteral("The proof was skipped.") : reason) + QLatin1Char('\n');
}

QString planHeader(const Plan &plan)
{
    QString text = QStringLiteral("Plan (%1) for PostgreSQL %2.%3\n")
                       .arg(name(plan.policy))
                       .arg(plan.serverVersion / 10000)
                       .arg(plan.serverVersion % 10000);
    if (!plan.current.display.isEmpty())
        text += QStringLiteral("From %1 to %2\n").arg(plan.current.display, plan.target.display);
    text += QStringLiteral("Current schema %1\n").arg(QString::fromLatin1(plan.fingerprint));
    switch (plan.proof.status) {
    case ProofStatus::None: text += QStringLiteral("Not proved.\n"); break;
    case ProofStatus::Skipped: text += skippedText(plan.proof); break;
    case ProofStatus::Failed: text += QStringLiteral("THE PROOF FAILED.\n"); break;
    case ProofStatus::Proved:
        text += plan.isProved() ? QStringLiteral("Proved forward and back.\n")
                                : QStringLiteral("Changed since it was proved.\n");
        break;
    }
    for (const QString &difference : plan.proof.forward + plan.proof.rollback)
        text += QStringLiteral("  ") + difference + QLatin1Char('\n');
    if (plan.proof.rows.status != RowProofStatus::None)
        text += QStringLiteral("Rows: %1.\n").arg(rowProofText(plan.proof.rows));
    for (const QString &sentence : plan.proof.rows.prepare + plan.proof.rows.notSeeded)
        text += QStringLiteral("  ") + sentence + QLatin1Char('\n');
    for (const QPair<QString, QString> &item : plan.unmodelled)
        text += QStringLiteral("Not compared: %1 %2\n").arg(item.first, item.second);
    if (!plan.intents.ignore.isEmpty())
        text += diff::describe(plan.intents.ignore) + QLatin1Char('\n');
    for (const QString &warning : plan.warnings)
        text += QStringLiteral("Warning: ") + warning + QLatin1Char('\n');
    return text + QLatin1Char('\n');
}

/// What each way costs that does more than change the catalog, with the tables it is taken for.
QString costsText(const Plan &plan)
{
    QVector<QPair<QString, QStringList>> ways;
    for (const Step &step : plan.steps) {
        const bool isCheap = !step.assessment.analysed || step.assessment.effect == Effect::Instant;
        if (isCheap || step.strategy == QLatin1String("plain"))
            continue;
        const auto isIts = [&step](const auto &way) { return way.first == step.strategy; };
        auto way = std::find_if(ways.begin(), ways.end(), isIts);
        if (way == ways.end())
            way = ways.insert(ways.end(), { step.strategy, {} });
        way->second += step.relations;
        way->second.removeDuplicates();
    }
    QString text;
    for (const auto &[strategy, relations] : ways) {
        if (const auto info = strategyInfo(strategy))
            text += QStringLiteral("  %1 for %2: %3\n")
                        .arg(strategy, relations.join(QStringLiteral(", ")), info->costs);
    }
    return text.isEmpty() ? text : QStringLiteral("COSTS\n\n%1\n").arg(text);
}

} // namespace

QString planText(const Plan &plan)
{
    QString text = planHeader(plan);
    if (plan.steps.isEmpty())
        return text + QStringLiteral("Nothing to do: both schemas are the same.\n");
    text += costsText(plan);
    std::optional<Phase> phase;
    for (const Step &step : plan.steps) {
        if (phase != step.phase) {
            phase = step.phase;
            text += name(step.phase).toUpper() + QStringLiteral("\n\n");
        }
        text += stepText(step);
    }
    return text;
}

} // namespace lockstep::plan
