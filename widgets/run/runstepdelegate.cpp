#include "runstepdelegate.h"

#include <widgets/common/icons.h>
#include <widgets/common/theme.h>

#include <model/execution/runevents.h>
#include <model/items/roles.h>

namespace lockstep::widgets {

namespace {

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

void RunStepDelegate::dress(QStyleOptionViewItem *option, const QModelIndex &index,
                            const Colors &colors) const
{
    const auto state = execution::StepState(index.siblingAtColumn(0).data(items::StepStateRole).toInt());
    if (state == execution::StepState::Pending)
        option->palette.setColor(QPalette::Text, colors.muted);
    if (state == execution::StepState::Running)
        option->font.setWeight(QFont::DemiBold);
    if (index.column() == 0)
        setSign(option, stepSign(state, colors));
}

} // namespace lockstep::widgets
