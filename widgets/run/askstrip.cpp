#include "askstrip.h"

#include <widgets/common/theme.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace lockstep::widgets {

AskStrip::AskStrip(QWidget *parent)
    : QFrame(parent)
    , m_question(new QLabel)
    , m_accept(new QPushButton)
    , m_decline(new QPushButton)
{
    setObjectName(QStringLiteral("askStrip"));
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
    dress();
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
    dress();
    show();
}

QString AskStrip::question() const { return m_question->text(); }

void AskStrip::withdraw()
{
    m_id.clear();
    hide();
}

void AskStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        dress();
    QFrame::changeEvent(event);
}

void AskStrip::dress()
{
    const Colors &colors = colorsFor(palette());
    const bool isDanger = m_tone == Tone::Danger;
    const QString sheet = QStringLiteral("#askStrip { background: %1; border: 1px solid %2; border-radius: 4px; }")
                              .arg((isDanger ? colors.errorSoft : colors.warningSoft).name(),
                                   (isDanger ? colors.error : colors.warning).name());
    // Setting an equal sheet again would repolish and come back here.
    if (sheet != styleSheet())
        setStyleSheet(sheet);
}

} // namespace lockstep::widgets
