#pragma once

#include <model/plan/plan.h>

#include <QByteArray>

namespace lockstep::exporting {

/// Which steps a picture shows: [first, first + count) of the plan, at their places among all of them.
struct StepRange
{
    qsizetype first = 0;
    qsizetype count = 0;
};

/// The staircase of a plan as a picture of its own, 1100 units wide: a row a step, coloured and patterned by
/// what it keeps others from, its likely time compressed by the logarithm as the window draws it. Made of
/// what SVG Tiny knows (rectangles, lines, text), so that browsers, Qt and printers show the same.
/// The same bytes for the same plan. UTF-8.
[[nodiscard]] QByteArray timelineSvg(const plan::Plan &plan, StepRange range);
[[nodiscard]] QByteArray timelineSvg(const plan::Plan &plan);

} // namespace lockstep::exporting
