#include "eventdelegate.h"

#include <widgets/common/theme.h>

#include <model/execution/runevents.h>
#include <model/items/eventlogmodel.h>
#include <model/items/roles.h>

namespace lockstep::widgets {

namespace {

QColor levelColor(execution::EventLevel level, const Colors &colors)
{
    using execution::EventLevel;
    switch (level) {
    case EventLevel::Info: return colors.muted;
    case EventLevel::Done: return colors.success;
    case EventLevel::Retry:
    case EventLevel::Slowed:
    case EventLevel::Warning: return colors.warning;
    case EventLevel::Error: return colors.error;
    }
    return colors.text;
}

} // namespace

void EventDelegate::dress(QStyleOptionViewItem *option, const QModelIndex &index, const Colors &colors) const
{
    if (index.column() == items::EventLogModel::Time)
        option->palette.setColor(QPalette::Text, colors.muted);
    if (index.column() != items::EventLogModel::Level)
        return;
    const auto level = execution::EventLevel(index.data(items::EventLevelRole).toInt());
    setTextColor(option, levelColor(level, colors));
    option->font.setWeight(QFont::DemiBold);
}

} // namespace lockstep::widgets
