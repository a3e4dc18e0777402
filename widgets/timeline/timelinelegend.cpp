#include "timelinelegend.h"

#include "timelinepaint.h"

#include <model/items/words.h>
#include <widgets/common/blocksbrush.h>

#include <QPainter>

#include <algorithm>
#include <array>

namespace lockstep::widgets {

namespace {

constexpr double swatchWidth = 26;
constexpr double swatchHeight = 12;
constexpr double widestGap = 20;
constexpr double narrowestGap = 8;
constexpr double phaseShare = 0.55; ///< Phases stand closer together.
constexpr std::array legendBlocks{ plan::Blocks::Nothing, plan::Blocks::Ddl, plan::Blocks::Writes,
                                   plan::Blocks::ReadsAndWrites };
constexpr std::array legendPhases{ plan::Phase::Expand, plan::Phase::Backfill, plan::Phase::Validate,
                                   plan::Phase::Switch, plan::Phase::Contract };

/// In a language of long words the gaps give way, so that the last one is still there.
double legendGap(const QFontMetrics &metrics, const QStringList &signWords, double room)
{
    double taken = 2 * 12 + 26 + 17 + 32;
    for (const QString &word : signWords)
        taken += metrics.horizontalAdvance(word);
    for (const plan::Blocks blocks : legendBlocks)
        taken += swatchWidth + 8 + metrics.horizontalAdvance(items::blocksSentence(blocks));
    for (const plan::Phase phase : legendPhases)
        taken += 9 + metrics.horizontalAdvance(items::words(phase));
    const double gaps = double(legendBlocks.size()) + double(signWords.size())
                        + (double(legendPhases.size()) - 1) * phaseShare;
    return std::clamp((room - taken) / gaps, narrowestGap, widestGap);
}

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
    const QStringList signWords{ tr("likely range"), tr("gate"), tr("must come after") };
    const double gap = legendGap(metrics, signWords, width());
    double x = 12;
    const auto label = [&](const QString &text) {
        painter.setPen(colors.muted);
        painter.drawText(QPointF(x, baseline), text);
        x += metrics.horizontalAdvance(text) + gap;
    };
    for (const plan::Blocks blocks : legendBlocks) {
        paintBlocksBar(&painter, QRectF(x, middle - swatchHeight / 2, swatchWidth, swatchHeight), blocks,
                       colors);
        x += swatchWidth + 8;
        label(items::blocksSentence(blocks));
    }
    paintWhisker(&painter, x, x + 18, QRectF(x - 1, middle - 5, 0, 10), colors);
    x += 26;
    label(signWords.at(0));
    paintDiamond(&painter, QPointF(x + 5, middle), 5, colors);
    x += 17;
    label(signWords.at(1));
    paintDependency(&painter, QRectF(x - 6, middle - 4, 2, 8), QRectF(x + 24, middle - 4, 2, 8),
                    colors.muted);
    x += 32;
    label(signWords.at(2));
    for (const plan::Phase phase : legendPhases) {
        if (x + 9 + metrics.horizontalAdvance(items::words(phase)) > width())
            break; // Half a word says nothing; the table of steps names them all.
        painter.fillRect(QRectF(x, middle - swatchHeight / 2 - 1, 4, swatchHeight + 2), colors.of(phase));
        x += 9;
        painter.setPen(colors.muted);
        painter.drawText(QPointF(x, baseline), items::words(phase));
        x += metrics.horizontalAdvance(items::words(phase)) + gap * phaseShare;
    }
    const QString hint = tr("Ctrl+wheel zooms \u00b7 F fits \u00b7 Esc clears");
    const int hintWidth = metrics.horizontalAdvance(hint);
    if (m_isHintShown && x + hintWidth + 12 < width()) {
        painter.setPen(colors.muted);
        painter.drawText(QPointF(width() - hintWidth - 12, baseline), hint);
    }
}

} // namespace lockstep::widgets
