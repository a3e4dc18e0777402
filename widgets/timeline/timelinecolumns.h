#pragma once

#include <QVector>
#include <QWidget>

namespace lockstep::widgets {

class TimelineRows;

/// A pane of text columns beside the bars, with its header; what does not fit is in the tool tip.
class TimelineColumns final : public QWidget
{
    Q_OBJECT
public:
    struct Column
    {
        int column; ///< items::PlanModel::Column
        double share; ///< Of the room left by the columns that have a width in characters.
        int characters; ///< Width by text; 0: by share.
        bool isStrong; ///< Numbers and titles; the rest is quiet.
        bool isRight;
    };

    /// With a band the pane begins with the colour of each step's phase.
    TimelineColumns(TimelineRows *rows, QVector<Column> columns, bool hasBand, QWidget *parent = nullptr);
    /// Header and rows in sight, onto a screen or a file.
    void paint(QPainter *painter) const;
    [[nodiscard]] int headerHeight() const;
    /// So wide that no text has to be shortened.
    [[nodiscard]] int widthOfTexts() const;
    void setHeaderHeight(int height);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    [[nodiscard]] QVector<QRect> cells(int top, int height) const;
    void paintRow(QPainter *painter, int row, const QVector<QRect> &cells) const;
    void paintHeader(QPainter *painter) const;
    [[nodiscard]] QString fullTextAt(const QPoint &point) const;

    TimelineRows *m_rows;
    QVector<Column> m_columns;
    bool m_hasBand;
    void drag(const QMouseEvent &event);
    void endDrag();

    int m_headerHeight = 26;
    int m_pressedRow = -1; ///< Where a drag may begin.
    QPoint m_pressedAt;
    bool m_isDragging = false;
};

} // namespace lockstep::widgets
