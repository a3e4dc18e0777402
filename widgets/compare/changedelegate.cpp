#include "changedelegate.h"

#include <widgets/common/theme.h>

#include <model/items/changesmodel.h>
#include <model/items/roles.h>

namespace lockstep::widgets {

namespace {

constexpr int changeRowPadding = 8;

QColor statusColor(items::ChangeStatus status, const Colors &colors)
{
    switch (status) {
    case items::ChangeStatus::Created: return colors.success;
    case items::ChangeStatus::Dropped: return colors.error;
    case items::ChangeStatus::Altered:
    case items::ChangeStatus::NotCompared: return colors.warning;
    case items::ChangeStatus::Renamed: return colors.accent;
    case items::ChangeStatus::Identical: return colors.muted;
    }
    return colors.text;
}

} // namespace

QSize ChangeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(changeRowPadding, changeRowPadding);
}

void ChangeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Colors &colors = colorsFor(option->palette);
    const auto setText = [option](const QColor &color) {
        option->palette.setColor(QPalette::Text, color);
        option->palette.setColor(QPalette::HighlightedText, color);
    };
    if (!index.parent().isValid()) {
        option->font.setBold(true);
        return;
    }
    const auto status = items::ChangeStatus(index.data(items::ChangeKindRole).toInt());
    const bool isOut = index.data(items::LeftOutRole).toBool();
    const bool isDropped = status == items::ChangeStatus::Dropped && !isOut;
    if (index.column() == items::ChangesModel::Change)
        setText(statusColor(status, colors));
    else if (index.column() == items::ChangesModel::Decision && isDropped)
        setText(colors.error);
    else if (isOut || status == items::ChangeStatus::Identical || index.column() == items::ChangesModel::Kind)
        setText(colors.muted);
}

} // namespace lockstep::widgets
