#pragma once

#include <QStyledItemDelegate>

namespace lockstep::widgets {

/// A step of a run with the sign of its state before the title; what is still to come is dimmed.
class RunStepDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace lockstep::widgets
