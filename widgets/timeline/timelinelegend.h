#pragma once

#include <QWidget>

namespace lockstep::widgets {

/// What colours, patterns and marks mean.
class TimelineLegend final : public QWidget
{
    Q_OBJECT
public:
    explicit TimelineLegend(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    /// How mouse and keys are used: nothing for a picture.
    void setHintShown(bool shown) { m_isHintShown = shown; }
    /// Onto a screen or a file.
    void paint(QPainter *onto) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isHintShown = true;
};

} // namespace lockstep::widgets
