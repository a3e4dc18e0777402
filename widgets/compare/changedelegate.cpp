#include "changedelegate.h"

#include <widgets/common/theme.h>

#include <model/items/changesmodel.h>
#include <model/items/roles.h>

namespace lockstep::widgets {

namespace {

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

void ChangeDelegate::dress(QStyleOptionViewItem *option, const QModelIndex &index, const Colors &colors) const
{
    if (!index.parent().isValid()) {
        option->font.setBold(true);
        return;
    }
    const auto status = items::ChangeStatus(index.data(items::ChangeKindRole).toInt());
    const bool isOut = index.data(items::LeftOutRole).toBool();
    const bool isDropped = status == items::ChangeStatus::Dropped && !isOut;
    if (index.column() == items::ChangesModel::Change)
        setTextColor(option, statusColor(status, colors));
    else if (index.column() == items::ChangesModel::Decision && isDropped)
        setTextColor(option, colors.error);
    else if (isOut || status == items::ChangeStatus::Identical || index.column() == items::ChangesModel::Kind)
        setTextColor(option, colors.muted);
}

} // namespace lockstep::widgets
