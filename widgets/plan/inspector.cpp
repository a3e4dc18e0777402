#include "inspector.h"

#include "inspectortext.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace lockstep::widgets {

Inspector::Inspector(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(QStringLiteral("inspector"));
    setAccessibleName(tr("About the selected step"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("inspectorContent"));
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(14, 10, 14, 10);
    m_grid->setHorizontalSpacing(14);
    m_grid->setVerticalSpacing(7);
    m_grid->setColumnStretch(1, 1);
    m_title = new QLabel;
    m_title->setObjectName(QStringLiteral("inspectorTitle"));
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_grid->addWidget(m_title, 0, 0, 1, 2);
    m_locks = addRow(QStringLiteral("inspectorLocks"), tr("Locks"));
    m_estimate = addRow(QStringLiteral("inspectorEstimate"), tr("Estimate"));
    m_runs = addRow(QStringLiteral("inspectorRuns"), tr("Runs"));
    m_after = addRow(QStringLiteral("inspectorAfter"), tr("After"));
    m_loses = addRow(QStringLiteral("inspectorLoses"), tr("Loses"));
    m_why = addRow(QStringLiteral("inspectorWhy"), tr("Why"));
    m_back = addRow(QStringLiteral("inspectorBack"), tr("Back"));
    m_findings = addRow(QStringLiteral("inspectorFindings"), tr("Findings"));
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    setWidget(content);
    connect(m_findings, &QLabel::linkActivated, this, [this](const QString &link) {
        const plan::Step *step = m_plan ? m_plan->find(m_stepId) : nullptr;
        const int at = link.toInt();
        if (step && at < step->assessment.findings.size())
            emit findingActivated(step->assessment.findings.at(at).statement, step->assessment.findings.at(at).line);
    });
    connect(m_after, &QLabel::linkActivated, this, &Inspector::stepActivated);
    refresh();
}

QLabel *Inspector::addRow(const QString &objectName, const QString &title)
{
    const int row = m_grid->rowCount();
    auto *label = new QLabel(title);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto *value = new QLabel;
    value->setObjectName(objectName);
    value->setAccessibleName(title);
    value->setWordWrap(true);
    value->setTextFormat(Qt::RichText);
    value->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    label->setBuddy(value);
    m_grid->addWidget(label, row, 0, Qt::AlignTop | Qt::AlignLeft);
    m_grid->addWidget(value, row, 1);
    return value;
}

void Inspector::setRow(QLabel *value, const QString &html)
{
    value->setText(html);
    const int at = m_grid->indexOf(value);
    for (QWidget *widget : { m_grid->itemAt(at - 1)->widget(), static_cast<QWidget *>(value) })
        widget->setVisible(!html.isEmpty());
}

void Inspector::setStep(const plan::PlanPtr &plan, const QString &stepId)
{
    m_plan = plan;
    m_stepId = stepId;
    refresh();
}

void Inspector::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    // The HTML holds colours of the palette.
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && widget())
        refresh();
}

void Inspector::refresh()
{
    const Colors &colors = colorsFor(palette());
    for (int row = 1; row < m_grid->rowCount(); ++row) {
        const QLayoutItem *label = m_grid->itemAtPosition(row, 0);
        if (label)
            label->widget()->setFont(scaledFont(font(), 0.95, true));
    }
    m_title->setFont(scaledFont(font(), 1.1, true));
    const plan::Step *step = m_plan ? m_plan->find(m_stepId) : nullptr;
    m_title->setText(step ? step->title : tr("Select a step to see what it locks, how long it takes and why."));
    setRow(m_locks, step ? locksHtml(*step, colors) : QString());
    setRow(m_estimate, step ? estimateHtml(*m_plan, *step, colors) : QString());
    setRow(m_runs, step ? runsHtml(*step) : QString());
    setRow(m_after, step ? afterHtml(*m_plan, *step, colors) : QString());
    setRow(m_loses, step ? losesHtml(*step, colors) : QString());
    setRow(m_why, step ? step->why.toHtmlEscaped() : QString());
    setRow(m_back, step ? backHtml(*step, colors) : QString());
    setRow(m_findings, step ? findingsHtml(*step, colors) : QString());
}

} // namespace lockstep::widgets
