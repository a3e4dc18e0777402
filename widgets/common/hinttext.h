#pragma once

#include <model/analysis/checklist.h>
#include <model/base/error.h>

namespace lockstep::widgets {

/// What to do about an error, by the names that buttons and fields have in the window.
[[nodiscard]] QString hintText(const base::Error &error);
/// The same about an item of the checklist.
[[nodiscard]] QString adviceText(const analysis::CheckItem &item);

} // namespace lockstep::widgets
