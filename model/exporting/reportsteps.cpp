#include "reportsteps.h"

#include "htmlparts.h"

#include <model/analysis/amounts.h>
#include <model/analysis/sizes.h>

namespace lockstep::exporting {

namespace {

using analysis::byteWords;
using analysis::timeWords;

QString statements(const QStringList &sql)
{
    QStringList ended;
    for (const QString &statement : sql)
        ended.append(statement.trimmed() + QLatin1Char(';'));
    return ended.join(QStringLiteral("\n\n"));
}

QString locksText(const plan::Step &step)
{
    QStringList lines;
    for (const plan::RelationLock &lock : step.assessment.locks)
        lines.append(QStringLiteral("%1 on %2").arg(plan::name(lock.mode), lock.relation));
    return lines.join(QLatin1Char('\n'));
}

QString blocksText(const plan::Assessment &assessment)
{
    const QString held = QStringLiteral(", held for about %1").arg(timeWords(double(assessment.lockHoldMs)));
    switch (assessment.blocks) {
    case plan::Blocks::Nothing: return QStringLiteral("nothing");
    case plan::Blocks::Ddl: return QStringLiteral("other schema changes and vacuum") + held;
    case plan::Blocks::Writes: return QStringLiteral("writes") + held;
    case plan::Blocks::ReadsAndWrites: return QStringLiteral("reads and writes") + held;
    }
    return {};
}

QString needsText(const plan::Estimate &estimate)
{
    QStringList needs;
    if (estimate.walBytes > 0)
        needs.append(QStringLiteral("%1 of WAL").arg(byteWords(double(estimate.walBytes))));
    if (estimate.diskBytes > 0)
        needs.append(QStringLiteral("%1 of disk while it runs").arg(byteWords(double(estimate.diskBytes))));
    return needs.join(QStringLiteral(", "));
}

QString runsText(const plan::Step &step)
{
    if (step.backfill)
        return QStringLiteral("in batches, each committed by itself");
    if (step.kind == plan::StepKind::Verify)
        return QStringLiteral("reads only; another value than the expected one stops the run");
    QString text = step.transaction == plan::TransactionMode::Own
                       ? QStringLiteral("in one transaction")
                       : QStringLiteral("each statement outside of a transaction");
    if (step.timeouts.lockMs > 0)
        text += QStringLiteral("; gives up waiting for a lock after %1 and tries again")
                    .arg(timeWords(step.timeouts.lockMs));
    return text;
}

QString measuredText(const plan::Plan &plan, const plan::Step &step)
{
    for (const plan::MeasuredStep &measured : plan.proof.measured) {
        if (measured.step == step.id)
            return QStringLiteral("%1, on an empty copy").arg(timeWords(measured.ms));
    }
    return {};
}

QString afterText(const plan::Plan &plan, const plan::Step &step)
{
    QStringList names;
    for (qsizetype at = 0; at < plan.steps.size(); ++at) {
        if (step.dependsOn.contains(plan.steps.at(at).id))
            names.append(QStringLiteral("%1 %2").arg(at + 1).arg(plan.steps.at(at).title));
    }
    return names.join(QLatin1Char('\n'));
}

QString findingsText(const plan::Step &step)
{
    QStringList lines;
    for (const plan::Finding &finding : step.assessment.findings)
        lines.append(
            QStringLiteral("%1: %2 [%3]").arg(plan::name(finding.severity), finding.message, finding.rule));
    return lines.join(QLatin1Char('\n'));
}

QString losesText(const plan::Step &step)
{
    QStringList lines;
    for (const plan::Loss &loss : step.loses)
        lines.append(QStringLiteral("%1 (%2)").arg(plan::lostText(loss), lostAmount(loss)));
    return lines.join(QLatin1Char('\n'));
}

QString wayBack(const plan::Step &step)
{
    if (!step.rollback.irreversible.isEmpty())
        return html::paragraph(QStringLiteral("No way back: %1").arg(step.rollback.irreversible), "bad");
    if (step.rollback.sql.isEmpty())
        return html::paragraph(QStringLiteral("Way back: nothing to take back."), "dim");
    return html::paragraph(QStringLiteral("Way back"), "label")
           + html::paragraph(step.rollback.caution, "note") + html::code(statements(step.rollback.sql));
}

QString verification(const plan::Step &step)
{
    QString text;
    for (const plan::Verification &check : step.verify)
        text += html::paragraph(QStringLiteral("Verified by this, which gives %1").arg(check.expect), "label")
                + html::code(check.sql.trimmed() + QLatin1Char(';'));
    return text;
}

} // namespace

QString lostAmount(const plan::Loss &loss)
{
    QStringList parts;
    if (loss.rows >= 0)
        parts.append(QStringLiteral("about %1 rows").arg(analysis::grouped(loss.rows)));
    if (loss.bytes >= 0)
        parts.append(QStringLiteral("about %1").arg(byteWords(double(loss.bytes))));
    return parts.isEmpty() ? QStringLiteral("amount unknown") : parts.join(QStringLiteral(", "));
}

QString estimateRange(const plan::Estimate &estimate)
{
    return QStringLiteral("about %1 (%2 to %3)")
        .arg(timeWords(double(estimate.likelyMs)), timeWords(double(estimate.lowMs)),
             timeWords(double(estimate.highMs)));
}

QString reportedStep(const plan::Plan &plan, qsizetype index)
{
    const plan::Step &step = plan.steps.at(index);
    QString text = html::heading(3, QStringLiteral("%1  %2").arg(index + 1).arg(step.title), step.id);
    if (step.kind == plan::StepKind::Gate)
        return text
               + html::paragraph(
                   QStringLiteral("Gate. The run stops here until a person confirms: %1").arg(step.gateText),
                   "gate");
    const plan::Assessment &assessment = step.assessment;
    const bool isKnown = assessment.analysed;
    text += html::facts({
        { QStringLiteral("Phase"),
          plan::name(step.phase) + (step.edited ? QStringLiteral(", edited by hand") : QString()) },
        { QStringLiteral("Runs"), runsText(step) },
        { QStringLiteral("Locks"), isKnown ? locksText(step) : QStringLiteral("not analysed") },
        { QStringLiteral("Blocks"), isKnown ? blocksText(assessment) : QString() },
        { QStringLiteral("Takes"),
          isKnown ? estimateRange(assessment.estimate) + QStringLiteral(". ") + assessment.estimate.basis
                  : QString() },
        { QStringLiteral("Needs"), needsText(assessment.estimate) },
        { QStringLiteral("In the proof"), measuredText(plan, step) },
        { QStringLiteral("After"), afterText(plan, step) },
        { QStringLiteral("Why"), step.why },
        { QStringLiteral("Loses"), losesText(step) },
        { QStringLiteral("Findings"), findingsText(step) },
    });
    return text + html::code(statements(step.sql)) + verification(step) + wayBack(step);
}

} // namespace lockstep::exporting
