#pragma once

#include <QStyledItemDelegate>

namespace lockstep::widgets {

/// A row of two lines: its name with a badge of its environment, and what it is below; at the right end when,
/// or a remark. Reads SubtitleRole, TrailingRole, EnvironmentRole and MissingRole.
class TwoLineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace lockstep::widgets
