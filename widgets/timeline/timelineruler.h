#pragma once

#include <QWidget>

namespace lockstep::widgets {

class TimelineCanvas;

/// The times above the bars: the estimate of everything up to that point.
class TimelineRuler final : public QWidget
{
    Q_OBJECT
public:
    explicit TimelineRuler(TimelineCanvas *canvas, QWidget *parent = nullptr);
    /// Onto a screen or a file.
    void paint(QPainter *onto) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TimelineCanvas *m_canvas;
};

} // namespace lockstep::widgets
