#pragma once

#include <QStyledItemDelegate>

namespace lockstep::widgets {

/// Rows with air between them: what is read all day must not stick together.
class RowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace lockstep::widgets
