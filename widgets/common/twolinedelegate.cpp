#include "twolinedelegate.h"

#include "badge.h"
#include "theme.h"

#include <model/items/roles.h>

#include <QPainter>

namespace lockstep::widgets {

namespace {

constexpr int sideMargin = 12;
constexpr int lineMargin = 8;
constexpr int lineGap = 3;
constexpr int partGap = 12;

} // namespace

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Colors &colors = colorsFor(option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isMissing = index.data(items::MissingRole).toBool();
    painter->save();
    if (isSelected)
        painter->fillRect(option.rect, colors.accentSoft);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, colors.hover);
    if (isSelected && option.state.testFlag(QStyle::State_HasFocus))
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), colors.accent);
    if (isSelected && colors.isHighContrast) {
        painter->setPen(colors.accent);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
    QRect box = option.rect.adjusted(sideMargin, lineMargin, -sideMargin, -lineMargin);
    const QString trailing = index.data(items::TrailingRole).toString();
    painter->setFont(option.font);
    painter->setPen(colors.muted);
    painter->drawText(box, Qt::AlignRight | Qt::AlignTop, trailing);
    int width =
        box.width() - (trailing.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(trailing) + partGap);
    const auto environment = Environment(index.data(items::EnvironmentRole).toInt());
    const QFont bold = scaledFont(option.font, 1.0, true);
    const QFontMetrics boldMetrics(bold);
    const QString name = index.data().toString();
    const int nameWidth = boldMetrics.horizontalAdvance(name);
    if (environment != Environment::Unknown && !isMissing) {
        const int badge = QFontMetrics(scaledFont(option.font, 0.8, true))
                              .horizontalAdvance(environmentBadgeText(environment))
                          + 18;
        width -= badge + partGap;
        const int at = box.left() + qMin(nameWidth, width) + partGap + badge;
        paintBadge(painter, { at, box.top() - 1 }, environment, option.widget);
    }
    painter->setFont(bold);
    painter->setPen(isMissing ? colors.muted : colors.text);
    painter->drawText(QRect(box.topLeft(), QSize(width, boldMetrics.height())),
                      Qt::AlignLeft | Qt::AlignVCenter, boldMetrics.elidedText(name, Qt::ElideRight, width));
    painter->setFont(option.font);
    painter->setPen(colors.muted);
    box.setTop(box.top() + boldMetrics.height() + lineGap);
    painter->drawText(box, Qt::AlignLeft | Qt::AlignTop,
                      option.fontMetrics.elidedText(index.data(items::SubtitleRole).toString(),
                                                    Qt::ElideMiddle, box.width()));
    painter->setPen(colors.grid);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return { 200, 2 * lineMargin + 2 * option.fontMetrics.height() + lineGap + 2 };
}

} // namespace lockstep::widgets
