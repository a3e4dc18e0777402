#pragma once

#include <widgets/common/theme.h>

#include <model/analysis/checklist.h>

#include <QString>

/// The inspector's sentences as simple HTML; every text that comes from a schema is escaped.
namespace lockstep::widgets {

[[nodiscard]] QString locksHtml(const plan::Step &step, const Colors &colors);
/// Who would wait for the step, as the database was seen; empty where it keeps nobody waiting.
[[nodiscard]] QString trafficHtml(const analysis::Checklist &list, const plan::Step &step,
                                  const Colors &colors);
[[nodiscard]] QString estimateHtml(const plan::Plan &plan, const plan::Step &step, const Colors &colors);
[[nodiscard]] QString runsHtml(const plan::Step &step);
/// Links are "step:<id>".
[[nodiscard]] QString afterHtml(const plan::Plan &plan, const plan::Step &step, const Colors &colors);
[[nodiscard]] QString losesHtml(const plan::Step &step, const Colors &colors);
/// To which changes the online way that made the step applies, and what it costs.
[[nodiscard]] QString wayHtml(const plan::Step &step, const Colors &colors);
[[nodiscard]] QString backHtml(const plan::Step &step, const Colors &colors);
/// Links are "finding:<index>".
[[nodiscard]] QString findingsHtml(const plan::Step &step, const Colors &colors);

} // namespace lockstep::widgets
