#include "askstrip.h"

#include <widgets/common/theme.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace lockstep::widgets {

AskStrip::AskStrip(QWidget *parent)
    : QFrame(parent)
    , m_question(new QLabel)
    , m_accept(new QPushButton)
    , m_decline(new QPushButton)
{
    m_question->setObjectName(QStringLiteral("askQuestion"));
    m_accept->setObjectName(QStringLiteral("askAccept"));
    m_decline->setObjectName(QStringLiteral("askDecline"));
    m_question->setWordWrap(true);
    m_question->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 10, 8);
    row->addWidget(m_question, 1);
    row->addWidget(m_decline);
    row->addWidget(m_accept);
    connect(m_accept, &QPushButton::clicked, this, [this] {
        const QString id = m_asked.id;
        withdraw();
        emit accepted(id);
    });
    connect(m_decline, &QPushButton::clicked, this, &AskStrip::decline);
    hide();
}

void AskStrip::ask(const QString &id, Tone tone, const QString &question, const QString &accept,
                   const QString &decline)
{
    const bool isAsked = !m_asked.id.isEmpty() && m_asked.id != id;
    if (isAsked && m_asked.decline.isEmpty())
        m_beneath = m_asked;
    show({ id, tone, question, accept, decline });
}

void AskStrip::show(const Question &question)
{
    m_asked = question;
    m_question->setText(question.text);
    setAccessibleName(question.text);
    m_accept->setText(question.accept);
    m_decline->setText(question.decline);
    m_decline->setVisible(!question.decline.isEmpty());
    m_accept->setProperty("look",
                          question.tone == Tone::Danger ? QStringLiteral("bad") : QStringLiteral("primary"));
    m_accept->style()->polish(m_accept);
    update();
    setVisible(true);
}

QString AskStrip::question() const
{
    return m_question->text();
}

void AskStrip::decline()
{
    const QString id = m_asked.id;
    const std::optional<Question> beneath = m_beneath;
    withdraw();
    emit declined(id);
    if (beneath)
        show(*beneath);
}

void AskStrip::withdraw()
{
    m_asked = {};
    m_beneath.reset();
    hide();
}

void AskStrip::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    const bool isDanger = m_asked.tone == Tone::Danger;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(isDanger ? colors.errorSoft : colors.warningSoft);
    painter.setPen(isDanger ? colors.error : colors.warning);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace lockstep::widgets
