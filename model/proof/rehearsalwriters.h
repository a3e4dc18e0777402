#pragma once

#include "rehearsalreport.h"

#include <QByteArray>

/// One writer a format; each makes the same bytes of the same rehearsal. UTF-8.
namespace lockstep::proof {

/// For people at a terminal.
[[nodiscard]] QByteArray rehearsalText(const Rehearsal &rehearsal);
/// {"format": "lockstep-rehearsal/1", "outcome", "material", "steps": […], "ways": […], …}
[[nodiscard]] QByteArray rehearsalJson(const Rehearsal &rehearsal);
/// One page that needs nothing beside it, for whoever reviews the plan.
[[nodiscard]] QByteArray rehearsalHtml(const Rehearsal &rehearsal);

/// "12 ms", or "-" for what was not measured.
[[nodiscard]] QString measuredText(double ms);
/// "3 ms to 40 ms"
[[nodiscard]] QString estimateText(const plan::Estimate &estimate);
/// "ACCESS EXCLUSIVE on public.t 40 ms", the longest one; "none seen".
[[nodiscard]] QString holdText(const RehearsedStep &step);

} // namespace lockstep::proof
