#pragma once

#include <widgets/common/rowdelegate.h>

namespace lockstep::widgets {

/// A step of a run with the sign of its state before the title; what is still to come is dimmed.
class RunStepDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void dress(QStyleOptionViewItem *option, const QModelIndex &index, const Colors &colors) const override;
};

} // namespace lockstep::widgets
