#pragma once

#include "plan.h"

#include <model/base/result.h>

namespace lockstep::plan {

/// The plan file, deterministic, UTF-8, ends with a newline.
[[nodiscard]] QByteArray toJson(const Plan &plan);
/// Errors (Input): cut short, not JSON, another format or a newer version, a value of the wrong
/// type - each naming file and path. A plan that was read back writes the same bytes.
[[nodiscard]] base::Result<PlanPtr> planFromJson(const QByteArray &json, const QString &fileName);

} // namespace lockstep::plan
