#include "inspectortext.h"

#include <widgets/common/format.h>
#include <widgets/common/uitext.h>

#include <QCoreApplication>

namespace lockstep::widgets {

namespace {

struct InspectorTr
{
    Q_DECLARE_TR_FUNCTIONS(lockstep::widgets::Inspector)
};

const QString &htmlBreak()
{
    static const QString text = QStringLiteral("<br/>");
    return text;
}

QString colored(const QString &html, const QColor &color)
{
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(color.name(), html);
}

QString linked(const QString &target, const QString &text, const QColor &color)
{
    return QStringLiteral("<a style=\"color:%3\" href=\"%1\">%2</a>")
        .arg(target, text.toHtmlEscaped(), color.name());
}

QString transactionText(const plan::Step &step)
{
    if (step.kind == plan::StepKind::Backfill)
        return InspectorTr::tr("in batches, each committed by itself; it can stop and go on anywhere");
    switch (step.transaction) {
    case plan::TransactionMode::Own: return InspectorTr::tr("in a transaction of its own");
    case plan::TransactionMode::None:
        return InspectorTr::tr("outside of a transaction, each statement by itself");
    }
    return {};
}

} // namespace

QString locksHtml(const plan::Step &step, const Colors &colors)
{
    if (step.kind == plan::StepKind::Gate)
        return InspectorTr::tr("none: the run stops here until a person confirms");
    if (!step.assessment.analysed)
        return colored(InspectorTr::tr("not known: this SQL could not be analysed"), colors.warning);
    QStringList lines;
    for (const plan::RelationLock &lock : step.assessment.locks)
        lines.append(
            QStringLiteral("%1 <b>%2</b>").arg(lock.relation.toHtmlEscaped(), plan::name(lock.mode)));
    if (lines.isEmpty())
        lines.append(InspectorTr::tr("none"));
    const qint64 held = step.assessment.lockHoldMs;
    const bool isBatched = step.kind == plan::StepKind::Backfill;
    QString sentence = blocksSentence(step.assessment.blocks);
    if (held > 0 && isBatched)
        sentence = InspectorTr::tr("%1; held about %2 a batch").arg(sentence, durationText(double(held)));
    else if (held > 0)
        sentence = InspectorTr::tr("%1; held about %2").arg(sentence, durationText(double(held)));
    lines.append(colored(sentence, colors.muted));
    return lines.join(htmlBreak());
}

QString trafficHtml(const analysis::Checklist &list, const plan::Step &step, const Colors &colors)
{
    constexpr int shownStatements = 3;
    constexpr int shownQueues = 3;
    constexpr int statementLength = 110;
    QStringList lines;
    for (const analysis::Pressure &pressure : list.blast.pressures) {
        if (pressure.step != step.id)
            continue;
        lines.append(pressure.text.toHtmlEscaped());
        for (const analysis::ConcernedStatement &one : pressure.statements.mid(0, shownStatements)) {
            QString text = one.text.simplified();
            if (text.size() > statementLength)
                text = text.left(statementLength - 1) + QChar(0x2026);
            lines.append(
                colored(InspectorTr::tr("%1/s, %2 each: %3")
                            .arg(QString::number(one.callsPerSecond, 'f', 1), durationText(one.meanMs),
                                 QStringLiteral("<code>%1</code>").arg(text.toHtmlEscaped())),
                        colors.muted));
        }
    }
    int queues = 0;
    for (const analysis::QueueAhead &queue : list.blast.queues) {
        if (queue.step == step.id && ++queues <= shownQueues)
            lines.append(colored(queue.text.toHtmlEscaped(), colors.warning));
    }
    if (queues > shownQueues)
        lines.append(
            colored(InspectorTr::tr("%n more transaction(s) stand before it.", nullptr, queues - shownQueues),
                    colors.warning));
    if (!lines.isEmpty())
        lines.append(colored(
            InspectorTr::tr("as %1 was seen at %2")
                .arg(list.database.toHtmlEscaped(), list.takenAt.toString(QStringLiteral("HH:mm:ss"))),
            colors.muted));
    return lines.join(htmlBreak());
}

QString estimateHtml(const plan::Plan &plan, const plan::Step &step, const Colors &colors)
{
    if (step.kind == plan::StepKind::Gate)
        return InspectorTr::tr("as long as it takes");
    const plan::Estimate &estimate = step.assessment.estimate;
    QString html =
        InspectorTr::tr("<b>%1</b> (%2), %3")
            .arg(durationText(double(estimate.likelyMs)), rangeText(estimate), words(step.assessment.effect));
    if (!estimate.basis.isEmpty())
        html += htmlBreak() + colored(estimate.basis.toHtmlEscaped(), colors.muted);
    for (const plan::MeasuredStep &measured : plan.proof.measured) {
        if (measured.step == step.id && !step.edited)
            html +=
                htmlBreak()
                + colored(InspectorTr::tr("%1 in the proof, on an empty copy").arg(durationText(measured.ms)),
                          colors.muted);
    }
    return html;
}

QString runsHtml(const plan::Step &step)
{
    if (step.kind == plan::StepKind::Gate)
        return step.gateText.toHtmlEscaped().replace(QLatin1Char('\n'), htmlBreak());
    QString text = transactionText(step);
    if (step.timeouts.lockMs > 0)
        text = InspectorTr::tr("%1; gives up and tries again after waiting %2 for a lock")
                   .arg(text, durationText(step.timeouts.lockMs));
    return text;
}

QString afterHtml(const plan::Plan &plan, const plan::Step &step, const Colors &colors)
{
    QStringList parts;
    for (const QString &id : step.dependsOn) {
        const plan::Step *before = plan.find(id);
        if (before)
            parts.append(linked(QStringLiteral("step:") + id,
                                InspectorTr::tr("%1 %2", "step number and title")
                                    .arg(before - plan.steps.constData() + 1)
                                    .arg(before->title),
                                colors.accent));
    }
    return parts.join(htmlBreak());
}

QString losesHtml(const plan::Step &step, const Colors &colors)
{
    QStringList parts;
    for (const plan::Loss &loss : step.loses) {
        QString text = plan::lostText(loss).toHtmlEscaped();
        if (loss.rows >= 0 && loss.bytes >= 0)
            text = InspectorTr::tr("%1: %2 rows, %3")
                       .arg(text, numberText(loss.rows), bytesText(double(loss.bytes)));
        else if (loss.rows >= 0)
            text = InspectorTr::tr("%1: %2 rows").arg(text, numberText(loss.rows));
        parts.append(colored(text, colors.error));
    }
    return parts.join(htmlBreak());
}

QString wayHtml(const plan::Step &step, const Colors &colors)
{
    const auto info = plan::strategyInfo(step.strategy);
    if (!info)
        return {};
    return QStringLiteral("<b>%1</b>. %2%3%4")
        .arg(info->name.toHtmlEscaped(), info->applies.toHtmlEscaped(), htmlBreak(),
             colored(InspectorTr::tr("Costs: %1").arg(info->costs.toHtmlEscaped()), colors.muted));
}

QString backHtml(const plan::Step &step, const Colors &colors)
{
    if (!step.rollback.irreversible.isEmpty())
        return colored(InspectorTr::tr("No way back: %1").arg(step.rollback.irreversible.toHtmlEscaped()),
                       colors.error);
    if (step.rollback.sql.isEmpty())
        return InspectorTr::tr("nothing to take back");
    QString first = step.rollback.sql.first().simplified();
    if (first.size() > 110)
        first = first.left(107) + QChar(0x2026);
    QString html = QStringLiteral("<code>%1</code>").arg(first.toHtmlEscaped());
    const int more = int(step.rollback.sql.size()) - 1;
    if (more > 0)
        html += QLatin1Char(' ') + colored(InspectorTr::tr("and %n more", nullptr, more), colors.muted);
    if (!step.rollback.caution.isEmpty())
        html += htmlBreak() + colored(step.rollback.caution.toHtmlEscaped(), colors.warning);
    return html;
}

QString findingsHtml(const plan::Step &step, const Colors &colors)
{
    QStringList parts;
    for (int i = 0; i < step.assessment.findings.size(); ++i) {
        const plan::Finding &finding = step.assessment.findings.at(i);
        parts.append(QStringLiteral("%1 %2 %3")
                         .arg(colored(QStringLiteral("<b>%1</b>").arg(words(finding.severity)),
                                      colors.of(finding.severity)),
                              linked(QStringLiteral("finding:%1").arg(i), finding.message, colors.text),
                              colored(finding.rule.toHtmlEscaped(), colors.muted)));
    }
    return parts.isEmpty() ? InspectorTr::tr("none") : parts.join(htmlBreak());
}

} // namespace lockstep::widgets
