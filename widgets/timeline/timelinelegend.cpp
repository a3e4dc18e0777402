#include "timelinelegend.h"

#include "timelinepaint.h"

#include <model/items/words.h>
#include <widgets/common/blocksbrush.h>

#include <QPainter>

namespace lockstep::widgets {

namespace {

constexpr double swatchWidth = 26;
constexpr double swatchHeight = 12;
constexpr double legendGap = 20;
constexpr double phaseGap = 11;

} // namespace

TimelineLegend::TimelineLegend(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("timelineLegend"));
    setAccessibleName(
        tr("Legend: green blocks nothing; blue with dots blocks other schema changes and vacuum; amber "
           "with stripes blocks writes; red with crossed stripes blocks reads and writes. The band at "
           "the left edge is the phase."));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize TimelineLegend::sizeHint() const
{
    return { 400, fontMetrics().height() + 12 };
}

void TimelineLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter);
}

void TimelineLegend::paint(QPainter *onto) const
{
    const Colors &colors = colorsFor(palette());
    QPainter &painter = *onto;
    painter.fillRect(rect(), colors.window);
    painter.setFont(scaledFont(font(), 0.9));
    const QFontMetrics metrics(painter.font());
    const double middle = height() / 2.0;
    const double baseline = middle + (metrics.ascent() - metrics.descent()) / 2.0;
    double x = 12;
    const auto label = [&](const QString &text) {
        painter.setPen(colors.muted);
        painter.drawText(QPointF(x, baseline), text);
        x += metrics.horizontalAdvance(text) + legendGap;
    };
    for (const plan::Blocks blocks :
         { plan::Blocks::Nothing, plan::Blocks::Ddl, plan::Blocks::Writes, plan::Blocks::ReadsAndWrites }) {
        paintBlocksBar(&painter, QRectF(x, middle - swatchHeight / 2, swatchWidth, swatchHeight), blocks,
                       colors);
        x += swatchWidth + 8;
        label(items::blocksSentence(blocks));
    }
    paintWhisker(&painter, x, x + 18, QRectF(x - 1, middle - 5, 0, 10), colors);
    x += 26;
    label(tr("likely range"));
    paintDiamond(&painter, QPointF(x + 5, middle), 5, colors);
    x += 17;
    label(tr("gate"));
    paintDependency(&painter, QRectF(x - 6, middle - 4, 2, 8), QRectF(x + 24, middle - 4, 2, 8),
                    colors.muted);
    x += 32;
    label(tr("must come after"));
    for (const plan::Phase phase : { plan::Phase::Expand, plan::Phase::Backfill, plan::Phase::Validate,
                                     plan::Phase::Switch, plan::Phase::Contract }) {
        if (x + 9 + metrics.horizontalAdvance(items::words(phase)) > width())
            break; // Half a word says nothing; the table of steps names them all.
        painter.fillRect(QRectF(x, middle - swatchHeight / 2 - 1, 4, swatchHeight + 2), colors.of(phase));
        x += 9;
        painter.setPen(colors.muted);
        painter.drawText(QPointF(x, baseline), items::words(phase));
        x += metrics.horizontalAdvance(items::words(phase)) + phaseGap;
    }
    const QString hint = tr("Ctrl+wheel zooms \u00b7 F fits \u00b7 Esc clears");
    const int hintWidth = metrics.horizontalAdvance(hint);
    if (m_isHintShown && x + hintWidth + 12 < width()) {
        painter.setPen(colors.muted);
        painter.drawText(QPointF(width() - hintWidth - 12, baseline), hint);
    }
}

} // namespace lockstep::widgets
