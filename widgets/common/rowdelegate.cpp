#include "rowdelegate.h"

namespace lockstep::widgets {

namespace {

constexpr int rowPadding = 10;

} // namespace

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(rowPadding, rowPadding);
}

} // namespace lockstep::widgets
