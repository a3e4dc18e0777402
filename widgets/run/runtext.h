#pragma once

#include <model/execution/runevents.h>
#include <model/plan/plan.h>

/// What the run view says of a backfill, a build and a wait, in whole pieces of text.
namespace lockstep::widgets {

/// "phase 2 of 4, backfill \u00b7 step 5 of 14"; of the phases that the plan has.
[[nodiscard]] QString placeText(const plan::Plan &plan, int step);
[[nodiscard]] QString rowsText(const execution::BackfillProgress &progress);
/// Not before anything was measured: nothing is ever filled at no rows a second.
[[nodiscard]] QString speedText(const execution::BackfillProgress &progress);
[[nodiscard]] QString leftText(const execution::BackfillProgress &progress);
[[nodiscard]] QString batchText(const execution::BackfillProgress &progress);
/// What it costs the server: WAL a row, HOT share, growth, dead rows, lag. Only what is known.
[[nodiscard]] QStringList costTexts(const execution::BackfillProgress &progress);
/// Why it is slower than it could be; empty at full speed.
[[nodiscard]] QString slowedText(const execution::BackfillProgress &progress);
[[nodiscard]] QString buildText(const execution::BuildAdvanced &build);
[[nodiscard]] QString lockWaitText(const execution::LockWait &wait);
/// The two numbers that everybody asks for before a run: how long in all, and how long anybody waits.
[[nodiscard]] QString totalsText(const plan::Plan &plan);

} // namespace lockstep::widgets
