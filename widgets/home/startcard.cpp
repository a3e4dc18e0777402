#include "startcard.h"

#include <widgets/common/theme.h>

#include <QKeyEvent>
#include <QPainter>

namespace lockstep::widgets {

namespace {

constexpr int cardMargin = 14;
constexpr int signSize = 22;
constexpr int cardHeight = 84;
constexpr int cardWidth = 210;

} // namespace

StartCard::StartCard(Icon sign, const QString &title, const QString &sentence, QWidget *parent)
    : QAbstractButton(parent)
    , m_sign(sign)
    , m_sentence(sentence)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StartCard::setPrimary(bool isPrimary)
{
    m_isPrimary = isPrimary;
    update();
}

QSize StartCard::sizeHint() const
{
    return { cardWidth, qMax(cardHeight, 2 * cardMargin + 4 * fontMetrics().height()) };
}

void StartCard::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isHot = isEnabled() && (underMouse() || isDown());
    QColor fill = isHot ? colors.hover : colors.base;
    if (m_isPrimary && isEnabled())
        fill = isHot ? colors.accentSoft.darker(103) : colors.accentSoft;
    painter.setBrush(fill);
    painter.setPen(
        QPen(hasFocus() || (m_isPrimary && isEnabled()) ? colors.accent : colors.border, hasFocus() ? 2 : 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 7, 7);
    const QColor signColor = isEnabled() ? colors.accent : colors.muted;
    paintIcon(&painter, QRectF(cardMargin, cardMargin, signSize, signSize), m_sign, signColor);
    const int left = cardMargin + signSize + 10;
    QRect box = rect().adjusted(left, cardMargin, -cardMargin, -8);
    const QFont bold = scaledFont(font(), 1.08, true);
    painter.setFont(bold);
    painter.setPen(isEnabled() ? colors.text : colors.muted);
    const QFontMetrics metrics(bold);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignTop,
                     metrics.elidedText(text(), Qt::ElideRight, box.width()));
    box.setTop(box.top() + metrics.height() + 3);
    painter.setFont(font());
    painter.setPen(colors.muted);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_sentence);
}

void StartCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void StartCard::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void StartCard::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace lockstep::widgets
