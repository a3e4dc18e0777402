#pragma once

#include <QWidget>

#include <deque>

namespace lockstep::widgets {

/// One measured value over the last minutes: a line, a title, what it is now, and a dashed line
/// for the value that is aimed at or must not be passed. Follows the palette.
class Curve final : public QWidget
{
    Q_OBJECT
public:
    enum class Tone { Good, Accent, Warning, Error };

    Curve(const QString &title, Tone tone, QWidget *parent = nullptr);
    void setReference(double value); ///< Negative: none.
    void add(double seconds, double value); ///< Seconds since the run began, growing.
    void setNote(const QString &note); ///< Right of the title: "now 8 940, best 10 300".
    void clear();
    [[nodiscard]] int count() const { return int(m_points.size()); }
    [[nodiscard]] double best() const { return m_best; }
    [[nodiscard]] QSize sizeHint() const override { return { 300, 130 }; }
    [[nodiscard]] QSize minimumSizeHint() const override { return { 140, 84 }; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QColor lineColor() const;
    void paintGrid(QPainter *painter, const QRectF &area) const;
    [[nodiscard]] double top() const;
    void paintScale(QPainter *painter, const QRectF &area) const;
    void paintLine(QPainter *painter, const QRectF &area) const;

    QString m_title;
    QString m_note;
    Tone m_tone;
    double m_reference = -1;
    double m_best = 0;
    std::deque<QPointF> m_points;
};

} // namespace lockstep::widgets
