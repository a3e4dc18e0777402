#include "bandlegend.h"

#include <widgets/common/blocksbrush.h>
#include <widgets/common/uitext.h>

#include <QPainter>

namespace lockstep::widgets {

BandLegend::BandLegend(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("bandLegend"));
    setAccessibleName(tr("What the colours beside the statements mean"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize BandLegend::sizeHint() const
{
    return { 560, fontMetrics().height() + 12 };
}

void BandLegend::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.window);
    painter.setFont(scaledFont(font(), 0.9));
    const QFontMetrics metrics(painter.font());
    int left = 12;
    for (const plan::Blocks blocks :
         { plan::Blocks::Nothing, plan::Blocks::Ddl, plan::Blocks::Writes, plan::Blocks::ReadsAndWrites }) {
        paintBlocksBar(&painter, QRectF(left, height() / 2.0 - 6, 22, 12), blocks, colors);
        left += 30;
        const QString text = blocksSentence(blocks);
        painter.setPen(colors.muted);
        painter.drawText(left, (height() + metrics.ascent() - metrics.descent()) / 2, text);
        left += metrics.horizontalAdvance(text) + 20;
    }
}

} // namespace lockstep::widgets
