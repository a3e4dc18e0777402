#pragma once

#include <QStyledItemDelegate>

namespace lockstep::widgets {

struct Colors;

/// Rows with air between them: what is read all day must not stick together. What else a list says by its
/// looks, its own delegate does in dress().
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int air = 10;
    static constexpr int lessAir = 8; ///< For long lists.

    explicit RowDelegate(QObject *parent = nullptr, int padding = air);
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const final;
    /// `option` is as the model has it; `colors` are those of its palette.
    virtual void dress(QStyleOptionViewItem *option, const QModelIndex &index, const Colors &colors) const;
    /// Before the text.
    static void setSign(QStyleOptionViewItem *option, const QIcon &sign);
    /// Of the text, selected or not.
    static void setTextColor(QStyleOptionViewItem *option, const QColor &color);

private:
    int m_padding;
};

} // namespace lockstep::widgets
