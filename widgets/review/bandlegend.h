#pragma once

#include <widgets/common/blocksbrush.h>

#include <QVector>
#include <QWidget>

namespace lockstep::widgets {

/// What the colours beside the statements mean: what each blocks. As many lines as the width asks for.
class BandLegend final : public QWidget
{
    Q_OBJECT
public:
    explicit BandLegend(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Entry
    {
        plan::Blocks blocks;
        QString text;
        QPoint at; ///< Left and top of its line.
    };
    [[nodiscard]] QVector<Entry> entries(int width) const;
    [[nodiscard]] QFont textFont() const;
    [[nodiscard]] int lineHeight() const;
};

} // namespace lockstep::widgets
