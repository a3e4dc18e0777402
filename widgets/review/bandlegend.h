#pragma once

#include <QWidget>

namespace lockstep::widgets {

/// What the colours beside the statements mean: what each blocks.
class BandLegend final : public QWidget
{
    Q_OBJECT
public:
    explicit BandLegend(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return { 100, sizeHint().height() }; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace lockstep::widgets
