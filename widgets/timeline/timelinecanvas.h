#pragma once

#include "timelinegeometry.h"
#include "timelinerange.h"
#include "timelinerows.h"

#include <QHash>
#include <QWidget>

namespace lockstep::widgets {

/// The bars: one step a row, x is time. Draws what it hit-tests. Keys, wheel and mouse work here;
/// rows, selection and range are shared objects.
class TimelineCanvas final : public QWidget
{
    Q_OBJECT
public:
    TimelineCanvas(TimelineRows *rows, TimelineRange *range, QWidget *parent = nullptr);

    void setScale(TimeScale scale);
    [[nodiscard]] TimeScale scale() const { return m_axis.scale; }
    [[nodiscard]] const TimelineAxis &axis() const { return m_axis; }
    [[nodiscard]] TimelineRows *rows() const { return m_rows; }
    [[nodiscard]] TimelineRange *range() const { return m_range; }

    /// Everything in sight, onto a screen or a file.
    void paint(QPainter *painter) const;
    /// The rectangle a step is drawn in (for a gate: around its diamond), in widget coordinates.
    [[nodiscard]] QRectF barRect(int row) const;
    /// The step whose bar is at a point; -1 beside the bars.
    [[nodiscard]] int barAt(const QPointF &point) const;
    /// x of a position on the axis and back, with the margin at both sides taken care of.
    [[nodiscard]] double toX(double units) const;
    [[nodiscard]] double toUnits(double x) const;

    /// The ticks of what is in sight, for the ruler too; x is in widget coordinates.
    [[nodiscard]] const QVector<TimelineTick> &ticksInSight() const;

    /// While running: what a step has really taken so far, drawn over its estimate.
    void setMeasured(const QString &stepId, double milliseconds, bool isRunning);
    void clearMeasured();
    /// Where "now" is drawn: in units; nothing while no step runs.
    [[nodiscard]] double nowUnits() const;

    [[nodiscard]] QSize sizeHint() const override { return { 600, 300 }; }

signals:
    void axisChanged();
    void stepActivated(const QString &stepId); ///< Double click or Enter.

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Measured
    {
        double ms = 0;
        bool isRunning = false;
    };
    void rebuild();
    void announceSelection();
    bool showToolTip(QEvent *event);
    [[nodiscard]] int selectionTarget(int key) const;
    bool zoomByKey(int key, const QString &text);
    void paintArrows(QPainter *painter) const;
    void paintMarks(QPainter *painter) const;
    void paintStep(QPainter *painter, int row, const QRectF &bar) const;
    void paintCommits(QPainter *painter) const;
    [[nodiscard]] double measuredUnits(int row, const Measured &measured) const;

    TimelineRows *m_rows;
    TimelineRange *m_range;
    TimelineAxis m_axis;
    QVector<QPair<int, int>> m_arrows;
    QVector<int> m_gates;
    mutable QVector<TimelineTick> m_ticks;
    mutable UnitSpan m_ticksSpan{ 0, -1 }; ///< What m_ticks were made for.
    mutable int m_ticksWidth = -1;
    QHash<QString, Measured> m_measured;
    QPointF m_dragFrom;
    UnitSpan m_dragSpan;
    bool m_isDragging = false;
    bool m_isPressed = false;
};

} // namespace lockstep::widgets
