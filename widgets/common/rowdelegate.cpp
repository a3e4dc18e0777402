#include "rowdelegate.h"

#include "theme.h"

namespace lockstep::widgets {

namespace {

constexpr int signSize = 14;

} // namespace

RowDelegate::RowDelegate(QObject *parent, int padding)
    : QStyledItemDelegate(parent)
    , m_padding(padding)
{ }

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(m_padding, m_padding);
}

void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    dress(option, index, colorsFor(option->palette));
}

void RowDelegate::dress(QStyleOptionViewItem *, const QModelIndex &, const Colors &) const { }

void RowDelegate::setSign(QStyleOptionViewItem *option, const QIcon &sign)
{
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = sign;
    option->decorationSize = QSize(signSize, signSize);
}

void RowDelegate::setTextColor(QStyleOptionViewItem *option, const QColor &color)
{
    option->palette.setColor(QPalette::Text, color);
    option->palette.setColor(QPalette::HighlightedText, color);
}

} // namespace lockstep::widgets
