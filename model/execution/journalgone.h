#pragma once

#include <model/base/error.h>

namespace lockstep::execution {

/// A run ended because somebody removed its journal, or changed it beyond use. A new run of the same plan can
/// go on where that one stood (RunOptions::adoptFrom).
[[nodiscard]] bool isJournalGone(const base::Error &error);

} // namespace lockstep::execution
