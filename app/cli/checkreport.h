#pragma once

#include <model/analysis/checklist.h>

namespace lockstep::cli {

/// Every item with what it means and its rows; then who would wait for which step.
[[nodiscard]] QString checklistText(const analysis::Checklist &list);
[[nodiscard]] QByteArray checklistJson(const analysis::Checklist &list);
/// One item as a line or two.
[[nodiscard]] QString itemText(const analysis::CheckItem &item);

} // namespace lockstep::cli
