#include "inspector.h"

#include "inspectortext.h"

#include <model/items/words.h>

#include <QEvent>
#include <QScrollBar>

namespace lockstep::widgets {

Inspector::Inspector(QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("inspector"));
    setAccessibleName(tr("About the selected step"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    document()->setDocumentMargin(10);
    connect(this, &QTextBrowser::anchorClicked, this, &Inspector::follow);
    refresh();
}

void Inspector::setStep(const plan::PlanPtr &plan, const QString &stepId)
{
    const bool isOther = stepId != m_stepId;
    m_plan = plan;
    m_stepId = stepId;
    const int scroll = verticalScrollBar()->value();
    refresh();
    if (!isOther)
        verticalScrollBar()->setValue(scroll);
}

void Inspector::setChecklist(const analysis::ChecklistPtr &list)
{
    m_checklist = list;
    refresh();
}

void Inspector::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    // The HTML holds colours of the palette.
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refresh();
}

void Inspector::refresh()
{
    const plan::OffStep *off = m_plan ? m_plan->findOff(m_stepId) : nullptr;
    const plan::Step *step = off ? &off->step : m_plan ? m_plan->find(m_stepId) : nullptr;
    if (step)
        setHtml(htmlOf(*step));
    else
        setPlainText(tr("Select a step to see what it locks, how long it takes and why."));
}

QString Inspector::htmlOf(const plan::Step &step) const
{
    const Colors &colors = colorsFor(palette());
    const plan::OffStep *off = m_plan->findOff(step.id);
    const QVector<QPair<QString, QString>> rows = {
        { tr("Off"), off ? items::switchedOffText(*m_plan, *off).toHtmlEscaped() : QString() },
        { tr("Locks"), locksHtml(step, colors) },
        { tr("Traffic"), m_checklist ? trafficHtml(*m_checklist, step, colors) : QString() },
        { tr("Estimate"), estimateHtml(*m_plan, step, colors) },
        { tr("Runs"), runsHtml(step) },
        { tr("After"), afterHtml(*m_plan, step, colors) },
        { tr("Loses"), losesHtml(step, colors) },
        { tr("Why"), step.why.toHtmlEscaped() },
        { tr("Way"), wayHtml(step, colors) },
        { tr("Back"), backHtml(step, colors) },
        { tr("Findings"), findingsHtml(step, colors) },
    };
    QString html =
        QStringLiteral("<p style=\"font-size:%1pt; font-weight:600; margin-bottom:4px\">%2</p><table>")
            .arg(font().pointSizeF() * 1.1)
            .arg(step.title.toHtmlEscaped());
    for (const auto &[title, text] : rows) {
        if (!text.isEmpty())
            html +=
                QStringLiteral("<tr><td style=\"padding:3px 16px 3px 0; color:%1; font-weight:600\">%2</td>"
                               "<td style=\"padding:3px 0\">%3</td></tr>")
                    .arg(colors.muted.name(), title.toHtmlEscaped(), text);
    }
    return html + QStringLiteral("</table>");
}

void Inspector::follow(const QUrl &link)
{
    const plan::Step *step = m_plan ? m_plan->find(m_stepId) : nullptr;
    const QString target = link.path();
    if (link.scheme() == QLatin1String("step"))
        emit stepActivated(target);
    else if (step && target.toInt() < step->assessment.findings.size())
        emit findingActivated(step->assessment.findings.at(target.toInt()).statement,
                              step->assessment.findings.at(target.toInt()).line);
}

} // namespace lockstep::widgets
