#pragma once

#include <QPixmap>
#include <QWidget>

namespace lockstep::widgets {

class TimelineCanvas;

/// The whole plan in a strip, with the part in sight as a window that can be dragged and, at its sides, made
/// wider and narrower. A click elsewhere brings that part into sight.
class TimelineMinimap final : public QWidget
{
    Q_OBJECT
public:
    explicit TimelineMinimap(TimelineCanvas *canvas, QWidget *parent = nullptr);
    /// The window's rectangle, as drawn.
    [[nodiscard]] QRectF windowRect() const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Grip { None, Window, From, To };
    [[nodiscard]] Grip gripAt(const QPointF &point) const;
    [[nodiscard]] double unitsAt(double x) const;
    void forget(); ///< What was drawn of the plan.
    void drawPlan();
    void scrollTo(double y);

    TimelineCanvas *m_canvas;
    QPixmap m_plan; ///< All bars; empty: to be drawn again.
    Grip m_grip = Grip::None;
    double m_grabbedAt = 0; ///< Units from the window's beginning.
};

} // namespace lockstep::widgets
