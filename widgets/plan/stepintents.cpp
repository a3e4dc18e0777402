#include "stepintents.h"

#include <widgets/common/theme.h>

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

namespace lockstep::widgets {

namespace {

using Offer = plan::OfferedIntent::Kind;

QString menuText(const plan::OfferedIntent &offer)
{
    switch (offer.kind) {
    case Offer::Rename: return StepIntents::tr("%1 is renamed to %2").arg(offer.subject, offer.other);
    case Offer::Backfill: return StepIntents::tr("Fill %1 with\u2026").arg(offer.subject);
    case Offer::Window: return StepIntents::tr("Change %1 in a window: it may block").arg(offer.subject);
    case Offer::ZeroDowntime: return StepIntents::tr("Change %1 without downtime again").arg(offer.subject);
    case Offer::Park: return StepIntents::tr("Park %1 instead of dropping it").arg(offer.subject);
    case Offer::Keep: return StepIntents::tr("Keep %1").arg(offer.subject);
    }
    return {};
}

QString doneText(const plan::OfferedIntent &offer)
{
    switch (offer.kind) {
    case Offer::Rename: return StepIntents::tr("%1 becomes %2 from now on.").arg(offer.subject, offer.other);
    case Offer::Backfill: return StepIntents::tr("%1 is filled with another value.").arg(offer.subject);
    case Offer::Window: return StepIntents::tr("%1 is changed in a window.").arg(offer.subject);
    case Offer::ZeroDowntime: return StepIntents::tr("%1 is changed without downtime.").arg(offer.subject);
    case Offer::Park: return StepIntents::tr("%1 is parked instead of being dropped.").arg(offer.subject);
    case Offer::Keep: return StepIntents::tr("%1 is kept.").arg(offer.subject);
    }
    return {};
}

} // namespace

StepIntents::StepIntents(QWidget *parent)
    : QFrame(parent)
    , m_label(new QLabel)
    , m_expression(new QLineEdit)
{
    setObjectName(QStringLiteral("expressionBar"));
    m_label->setObjectName(QStringLiteral("expressionLabel"));
    m_expression->setObjectName(QStringLiteral("expressionEdit"));
    m_expression->setAccessibleName(tr("Expression"));
    m_expression->setFont(monospaceFont());
    auto *use = new QPushButton(tr("&Use it"));
    use->setObjectName(QStringLiteral("expressionUse"));
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("expressionCancel"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 5, 12, 5);
    layout->addWidget(m_label);
    layout->addWidget(m_expression, 1);
    layout->addWidget(use);
    layout->addWidget(cancel);
    connect(m_expression, &QLineEdit::returnPressed, this, &StepIntents::accept);
    connect(use, &QPushButton::clicked, this, &StepIntents::accept);
    connect(cancel, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void StepIntents::setStep(const plan::PlanPtr &plan, const QString &stepId)
{
    if (stepId != m_stepId)
        hide();
    m_plan = plan;
    m_stepId = stepId;
}

void StepIntents::fill(QMenu *menu)
{
    const plan::Step *step = m_plan ? m_plan->find(m_stepId) : nullptr;
    if (!step || !m_decisions)
        return;
    menu->addSeparator();
    const auto offers = plan::offeredIntents(*m_plan, *step, m_changes);
    for (const plan::OfferedIntent &offer : offers) {
        QAction *action = menu->addAction(menuText(offer).replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, offer] { choose(offer); });
    }
}

void StepIntents::choose(const plan::OfferedIntent &offer)
{
    if (offer.kind == Offer::Backfill)
        ask(offer);
    else
        emit intentsRequested(plan::withOffer(*m_decisions, offer, m_changes), doneText(offer));
}

void StepIntents::ask(const plan::OfferedIntent &offer)
{
    m_asked = offer;
    m_label->setText(tr("Fill %1 with").arg(offer.subject));
    m_expression->setAccessibleName(m_label->text());
    m_expression->setText(offer.other);
    m_expression->selectAll();
    show();
    m_expression->setFocus(Qt::OtherFocusReason);
}

void StepIntents::accept()
{
    const QString expression = m_expression->text().trimmed();
    if (expression.isEmpty() || !m_decisions)
        return;
    hide();
    emit intentsRequested(plan::withOffer(*m_decisions, m_asked, m_changes, expression), doneText(m_asked));
}

void StepIntents::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

} // namespace lockstep::widgets
