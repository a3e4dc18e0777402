#pragma once

#include "timelinegeometry.h"

#include <model/base/result.h>
#include <model/plan/plan.h>

#include <QByteArray>

namespace lockstep::widgets {

enum class PictureFormat { Svg, Png };

/// The whole timeline with its columns and legend as the bytes of a file, in light colours whatever the
/// window wears. In the GUI thread. Errors (Input): too long for that format.
[[nodiscard]] base::Result<QByteArray> timelinePicture(const plan::PlanPtr &plan, TimeScale scale,
                                                       PictureFormat format);

} // namespace lockstep::widgets
