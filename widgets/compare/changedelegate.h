#pragma once

#include <widgets/common/rowdelegate.h>

namespace lockstep::widgets {

/// A line of the list of differences: its status in its colour, what is left out of the plan dimmed,
/// what will be dropped in red.
class ChangeDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    explicit ChangeDelegate(QObject *parent = nullptr)
        : RowDelegate(parent, lessAir)
    { }

protected:
    void dress(QStyleOptionViewItem *option, const QModelIndex &index, const Colors &colors) const override;
};

} // namespace lockstep::widgets
