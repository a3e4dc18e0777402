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
        const QString id = m_id;
        withdraw();
        emit accepted(id);
    });
    connect(m_decline, &QPushButton::clicked, this, [this] {
        const QString id = m_id;
        withdraw();
        emit declined(id);
    });
    hide();
}

void AskStrip::ask(const QString &id, Tone tone, const QString &question, const QString &accept,
                   const QString &decline)
{
    m_id = id;
    m_tone = tone;
    m_question->setText(question);
    setAccessibleName(question);
    m_accept->setText(accept);
    m_decline->setText(decline);
    m_decline->setVisible(!decline.isEmpty());
    m_accept->setProperty("look", tone == Tone::Danger ? QStringLiteral("bad") : QStringLiteral("primary"));
    m_accept->style()->polish(m_accept);
    update();
    show();
}

QString AskStrip::question() const { return m_question->text(); }

void AskStrip::withdraw()
{
    m_id.clear();
    hide();
}

void AskStrip::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    const bool isDanger = m_tone == Tone::Danger;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(isDanger ? colors.errorSoft : colors.warningSoft);
    painter.setPen(isDanger ? colors.error : colors.warning);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace lockstep::widgets
