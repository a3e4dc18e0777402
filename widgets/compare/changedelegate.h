#pragma once

#include <QStyledItemDelegate>

namespace lockstep::widgets {

/// A line of the list of differences: its status in its colour, what is left out of the plan dimmed,
/// what will be dropped in red.
class ChangeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace lockstep::widgets
