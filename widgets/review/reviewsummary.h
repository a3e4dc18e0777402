#pragma once

#include <model/analysis/lint/lint.h>

#include <QString>

namespace lockstep::widgets {

/// "1 error, 2 warnings in 12 statements \u00b7 longest block 4 min"
[[nodiscard]] QString summaryOf(const analysis::lint::LintReport &report);

} // namespace lockstep::widgets
