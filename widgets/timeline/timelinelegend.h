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

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace lockstep::widgets
