#pragma once

#include <widgets/common/rowdelegate.h>

namespace lockstep::widgets {

/// Rows of an event log: what kind of event it is has a colour beside its word.
class EventDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void dress(QStyleOptionViewItem *option, const QModelIndex &index, const Colors &colors) const override;
};

} // namespace lockstep::widgets
