#include "runstepdelegate.h"

#include <widgets/common/icons.h>
#include <widgets/common/theme.h>

#include <model/execution/runevents.h>
#include <model/items/roles.h>

namespace lockstep::widgets {

namespace {

constexpr int stepRowPadding = 10;

QIcon stepSign(execution::StepState state, const Colors &colors)
{
    using execution::StepState;
    switch (state) {
    case StepState::Pending:
    case StepState::Skipped: return icon(Icon::Dot, colors.muted);
    case StepState::Intent:
    case StepState::Running: return icon(Icon::Play, colors.accent);
    case StepState::WaitingLock: return icon(Icon::Warning, colors.warning);
    case StepState::Paused: return icon(Icon::Pause, colors.warning);
    case StepState::WaitingGate: return icon(Icon::Diamond, colors.warning);
    case StepState::Done: return icon(Icon::Check, colors.success);
    case StepState::Failed: return icon(Icon::Cross, colors.error);
    case StepState::Undone: return icon(Icon::Undo, colors.muted);
    }
    return {};
}

} // namespace

QSize RunStepDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(stepRowPadding, stepRowPadding);
}

void RunStepDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Colors &colors = colorsFor(option->palette);
    const auto state = execution::StepState(index.siblingAtColumn(0).data(items::StepStateRole).toInt());
    if (state == execution::StepState::Pending)
        option->palette.setColor(QPalette::Text, colors.muted);
    if (state == execution::StepState::Running)
        option->font.setWeight(QFont::DemiBold);
    if (index.column() != 0)
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = stepSign(state, colors);
    option->decorationSize = QSize(14, 14);
}

} // namespace lockstep::widgets
