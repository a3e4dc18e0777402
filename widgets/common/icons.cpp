#include "icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace lockstep::widgets {

namespace {

/// All icons are drawn in a box of 16 by 16 and scaled.
void addLine(QPainterPath *path, std::initializer_list<QPointF> points)
{
    path->moveTo(*points.begin());
    for (auto point = points.begin() + 1; point != points.end(); ++point)
        path->lineTo(*point);
}

QPainterPath arrowPath(double direction)
{
    QPainterPath path;
    path.moveTo(8 - 4.5 * direction, 6);
    path.lineTo(8 + 2 * direction, 6);
    path.arcTo(QRectF(direction > 0 ? 6 : 4, 6, 6, 6.5), 90, direction > 0 ? -180 : 180);
    path.lineTo(7, 12.5);
    addLine(&path, { { 8 - 1.5 * direction, 3 }, { 8 - 4.5 * direction, 6 }, { 8 - 1.5 * direction, 9 } });
    return path;
}

QPainterPath filledPath(Icon which)
{
    QPainterPath path;
    switch (which) {
    case Icon::Dot: path.addEllipse(QPointF(8, 8), 3, 3); break;
    case Icon::Play: addLine(&path, { { 5, 3 }, { 13, 8 }, { 5, 13 }, { 5, 3 } }); break;
    case Icon::Pause:
        path.addRect(4, 3, 3, 10);
        path.addRect(9, 3, 3, 10);
        break;
    case Icon::Stop: path.addRoundedRect(QRectF(4, 4, 8, 8), 1, 1); break;
    default: break;
    }
    return path;
}

QPainterPath signPath(Icon which)
{
    QPainterPath path;
    switch (which) {
    case Icon::Info:
        path.addEllipse(QPointF(8, 8), 6, 6);
        addLine(&path, { { 8, 7.3 }, { 8, 11 } });
        addLine(&path, { { 8, 4.9 }, { 8, 5.1 } });
        break;
    case Icon::Warning:
        addLine(&path, { { 8, 2.2 }, { 14.5, 13.5 }, { 1.5, 13.5 }, { 8, 2.2 } });
        addLine(&path, { { 8, 6.5 }, { 8, 9.6 } });
        addLine(&path, { { 8, 11.5 }, { 8, 11.6 } });
        break;
    case Icon::Error:
        path.addEllipse(QPointF(8, 8), 6, 6);
        addLine(&path, { { 5.8, 5.8 }, { 10.2, 10.2 } });
        addLine(&path, { { 10.2, 5.8 }, { 5.8, 10.2 } });
        break;
    case Icon::Copy:
        path.addRoundedRect(QRectF(5.5, 5.5, 8, 8), 1.2, 1.2);
        addLine(&path, { { 3.5, 10.5 }, { 2.5, 10.5 }, { 2.5, 2.5 }, { 10.5, 2.5 }, { 10.5, 3.5 } });
        break;
    case Icon::Open:
        addLine(&path, { { 2, 13 }, { 2, 3.5 }, { 6, 3.5 }, { 7.5, 5.5 }, { 13, 5.5 }, { 13, 7.5 } });
        addLine(&path, { { 2, 13 }, { 4.5, 7.5 }, { 15, 7.5 }, { 12.5, 13 }, { 2, 13 } });
        break;
    case Icon::Save:
        path.addRoundedRect(QRectF(2.5, 2.5, 11, 11), 1, 1);
        path.addRect(5, 9, 6, 4.5);
        path.addRect(5.5, 2.5, 5, 3);
        break;
    case Icon::Find:
        path.addEllipse(QPointF(6.8, 6.8), 4.2, 4.2);
        addLine(&path, { { 10, 10 }, { 14, 14 } });
        break;
    default: break;
    }
    return path;
}

QPainterPath linePath(Icon which)
{
    QPainterPath path = signPath(which);
    switch (which) {
    case Icon::Check: addLine(&path, { { 3, 8.5 }, { 6.5, 12 }, { 13, 4.5 } }); break;
    case Icon::Cross:
    case Icon::Close:
        addLine(&path, { { 4, 4 }, { 12, 12 } });
        addLine(&path, { { 12, 4 }, { 4, 12 } });
        break;
    case Icon::Diamond:
        addLine(&path, { { 8, 2.5 }, { 13.5, 8 }, { 8, 13.5 }, { 2.5, 8 }, { 8, 2.5 } });
        break;
    case Icon::Undo: path.addPath(arrowPath(1)); break;
    case Icon::Redo: path.addPath(arrowPath(-1)); break;
    case Icon::Add:
        addLine(&path, { { 8, 3 }, { 8, 13 } });
        addLine(&path, { { 3, 8 }, { 13, 8 } });
        break;
    case Icon::Remove: addLine(&path, { { 3, 8 }, { 13, 8 } }); break;
    case Icon::Change:
        addLine(&path, { { 3, 6 }, { 13, 6 } });
        addLine(&path, { { 3, 10 }, { 13, 10 } });
        addLine(&path, { { 10, 2.5 }, { 6, 13.5 } });
        break;
    case Icon::Rename:
        addLine(&path, { { 2.5, 8 }, { 13, 8 } });
        addLine(&path, { { 9.5, 4.5 }, { 13, 8 }, { 9.5, 11.5 } });
        break;
    case Icon::Swap:
        addLine(&path, { { 2.5, 5.5 }, { 13, 5.5 }, { 10, 2.5 } });
        addLine(&path, { { 13.5, 10.5 }, { 3, 10.5 }, { 6, 13.5 } });
        break;
    case Icon::Refresh:
        path.arcMoveTo(QRectF(3, 3, 10, 10), 40);
        path.arcTo(QRectF(3, 3, 10, 10), 40, 290);
        addLine(&path, { { 12.6, 1.8 }, { 12.2, 5.2 }, { 8.8, 4.6 } });
        break;
    default: break;
    }
    return path;
}

class LineIconEngine final : public QIconEngine
{
public:
    LineIconEngine(Icon which, const QColor &color, const QColor &disabled)
        : m_which(which)
        , m_color(color)
        , m_disabled(disabled)
    { }
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(painter, rect, m_which, mode == QIcon::Disabled ? m_disabled : m_color);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new LineIconEngine(*this); }

private:
    Icon m_which;
    QColor m_color;
    QColor m_disabled;
};

} // namespace

void paintIcon(QPainter *painter, const QRectF &box, Icon which, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const double side = qMin(box.width(), box.height());
    painter->translate(box.center() - QPointF(side / 2, side / 2));
    painter->scale(side / 16, side / 16);
    painter->fillPath(filledPath(which), color);
    painter->strokePath(linePath(which), QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->restore();
}

QIcon icon(Icon which, const QColor &color)
{
    QColor disabled = color;
    disabled.setAlphaF(0.35F);
    return QIcon(new LineIconEngine(which, color, disabled));
}

QIcon icon(Icon which, const QPalette &palette)
{
    return icon(which, palette.color(QPalette::ButtonText));
}

} // namespace lockstep::widgets
