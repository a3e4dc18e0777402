#pragma once

#include "theme.h"

#include <QBrush>

class QPainter;

namespace lockstep::widgets {

/// Fills a bar with the colour and the pattern of what it blocks: plain, dots, diagonal lines,
/// crossed lines. The pattern starts at the bar's corner, so that it moves with it.
void paintBlocksBar(QPainter *painter, const QRectF &bar, plan::Blocks blocks, const Colors &colors);

} // namespace lockstep::widgets
