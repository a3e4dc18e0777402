#include "bandlegend.h"

#include <widgets/common/uitext.h>

#include <QPainter>

namespace lockstep::widgets {

namespace {

constexpr int legendMargin = 12;
constexpr int legendBarWidth = 30; ///< With the gap behind it.
constexpr int legendGap = 20;

} // namespace

BandLegend::BandLegend(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("bandLegend"));
    setAccessibleName(tr("What the colours beside the statements mean"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QFont BandLegend::textFont() const
{
    return scaledFont(font(), 0.9);
}

int BandLegend::lineHeight() const
{
    return fontMetrics().height() + 6;
}

/// One beside the other, and below where there is no room.
QVector<BandLegend::Entry> BandLegend::entries(int width) const
{
    const QFontMetrics metrics(textFont());
    QVector<Entry> result;
    QPoint at(legendMargin, 0);
    for (const plan::Blocks blocks :
         { plan::Blocks::Nothing, plan::Blocks::Ddl, plan::Blocks::Writes, plan::Blocks::ReadsAndWrites }) {
        const QString text = blocksSentence(blocks);
        const int needed = legendBarWidth + metrics.horizontalAdvance(text);
        if (at.x() > legendMargin && at.x() + needed + legendMargin / 2 > width)
            at = { legendMargin, at.y() + lineHeight() };
        result.append({ blocks, text, at });
        at.rx() += needed + legendGap;
    }
    return result;
}

int BandLegend::heightForWidth(int width) const
{
    return entries(width).constLast().at.y() + lineHeight() + 6;
}

QSize BandLegend::sizeHint() const
{
    return { 560, heightForWidth(560) };
}

QSize BandLegend::minimumSizeHint() const
{
    const QFontMetrics metrics(textFont());
    int widest = 0;
    for (const Entry &entry : entries(0))
        widest = std::max(widest, metrics.horizontalAdvance(entry.text));
    return { 2 * legendMargin + legendBarWidth + widest, lineHeight() + 6 };
}

void BandLegend::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.window);
    painter.setFont(textFont());
    const QFontMetrics metrics(painter.font());
    for (const Entry &entry : entries(width())) {
        const double middle = 3 + entry.at.y() + lineHeight() / 2.0;
        paintBlocksBar(&painter, QRectF(entry.at.x(), middle - 6, 22, 12), entry.blocks, colors);
        painter.setPen(colors.muted);
        painter.drawText(entry.at.x() + legendBarWidth,
                         int(middle + (metrics.ascent() - metrics.descent()) / 2.0), entry.text);
    }
}

} // namespace lockstep::widgets
