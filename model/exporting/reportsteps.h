#pragma once

#include <model/plan/plan.h>

#include <QString>

namespace lockstep::exporting {

/// One step with everything that is known of it, as HTML.
[[nodiscard]] QString reportedStep(const plan::Plan &plan, qsizetype index);
/// "2 300 000 rows, 91 MB"; "amount unknown".
[[nodiscard]] QString lostAmount(const plan::Loss &loss);
/// "about 4 min (3 min to 6 min)"
[[nodiscard]] QString estimateRange(const plan::Estimate &estimate);

} // namespace lockstep::exporting
