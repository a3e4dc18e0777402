#include "rehearsaldetail.h"

#include <widgets/common/format.h>
#include <widgets/common/theme.h>

#include <QEvent>

namespace lockstep::widgets {

namespace {

using proof::Rehearsal;
using proof::RehearsedStep;
using proof::RehearsedWay;
using proof::StepResult;

QString headingHtml(const QString &text)
{
    return QStringLiteral("<h4>%1</h4>").arg(text.toHtmlEscaped());
}

QString lineHtml(const QString &text, const QColor &color)
{
    return QStringLiteral("<p style=\"margin:3px 0; color:%1\">").arg(color.name())
           + text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")) + QStringLiteral("</p>");
}

QString listHtml(const QString &title, const QStringList &sentences, const QColor &color)
{
    if (sentences.isEmpty())
        return {};
    QString html = headingHtml(title);
    for (const QString &sentence : sentences)
        html += lineHtml(sentence, color);
    return html;
}

QString stepHtml(const RehearsedStep &step, const Colors &colors)
{
    QString html = headingHtml(step.title);
    if (step.result == StepResult::Failed)
        html += lineHtml(step.error.toText(), colors.error);
    for (const proof::StepFlag flag : step.flags)
        html += lineHtml(proof::flagText(flag, step), colors.warning);
    if (step.rowsWritten > 0) {
        QString written = RehearsalDetail::tr("%1 rows written").arg(numberText(step.rowsWritten));
        if (step.hotShare >= 0)
            written += RehearsalDetail::tr(", %1 of the updates of the table HOT, %2 dead rows left")
                           .arg(percentText(step.hotShare), numberText(step.deadRows));
        html += lineHtml(written + QLatin1Char('.'), colors.text);
    }
    for (const proof::HeldLock &hold : step.holds)
        html += lineHtml(RehearsalDetail::tr("%1 on %2 for %3")
                             .arg(plan::name(hold.lock.mode), hold.lock.relation, durationText(hold.ms)),
                         colors.text);
    if (step.result == StepResult::Done)
        html += lineHtml(RehearsalDetail::tr("The database grew by %1.")
                             .arg(bytesText(double(std::max<qint64>(0, step.sizeDelta)))),
                         colors.muted);
    return html + lineHtml(RehearsalDetail::tr("Expected: %1").arg(step.here.basis), colors.muted);
}

QString wayHtml(const RehearsedWay &way, const Colors &colors)
{
    const bool isGood = way.isWhole && way.differences.isEmpty() && way.lost.isEmpty();
    const QString where = way.gate.isEmpty()
                              ? RehearsalDetail::tr("To the end and back")
                              : RehearsalDetail::tr("To the gate \u201c%1\u201d and back").arg(way.title);
    QString html;
    if (isGood)
        html = lineHtml(RehearsalDetail::tr("%1: schema and rows are as before. %2 there, %3 back.")
                            .arg(where, durationText(way.forwardMs), durationText(way.backMs)),
                        colors.success);
    else
        html =
            lineHtml(RehearsalDetail::tr("%1: %2").arg(
                         where, way.error ? way.error->message : RehearsalDetail::tr("not as it should be.")),
                     colors.error);
    for (const QStringList &more : { way.differences, way.lost, way.notes }) {
        for (const QString &sentence : more)
            html += lineHtml(sentence, colors.muted);
    }
    return html;
}

} // namespace

RehearsalDetail::RehearsalDetail(QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("rehearsalDetail"));
    setAccessibleName(tr("What the rehearsal found"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    document()->setDocumentMargin(12);
}

void RehearsalDetail::show(const proof::RehearsalPtr &rehearsal, const RehearsedStep *step)
{
    m_rehearsal = rehearsal;
    m_step = step ? step->id : QString();
    write();
}

void RehearsalDetail::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        write();
}

void RehearsalDetail::write()
{
    const Colors &colors = colorsFor(palette());
    if (!m_rehearsal) {
        setHtml(lineHtml(
            tr("A rehearsal runs the plan with rows and a clock, then its way back from the end and from "
               "each "
               "gate. It says how long each step takes, how long its locks keep others waiting, and whether "
               "schema and rows come back."),
            colors.muted));
        return;
    }
    const RehearsedStep *step = m_rehearsal->find(m_step);
    QString html = step ? stepHtml(*step, colors) : QString();
    html += headingHtml(tr("The ways"));
    for (const RehearsedWay &way : m_rehearsal->ways)
        html += wayHtml(way, colors);
    html += listHtml(tr("Rows that a step does not pass; they were left out"), m_rehearsal->prepare,
                     colors.warning);
    html += listHtml(tr("Not rehearsed"), m_rehearsal->notRehearsed, colors.text);
    html += listHtml(tr("Notes"), m_rehearsal->notes, colors.muted);
    setHtml(html);
}

} // namespace lockstep::widgets
