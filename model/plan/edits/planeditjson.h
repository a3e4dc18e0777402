#pragma once

#include "planedit.h"

#include <QJsonObject>

#include <optional>

/// An edit as it is kept in the project file: {"edit":"move","step":"s04","before":"s02"}.
namespace lockstep::plan {

[[nodiscard]] QJsonObject editToJson(const PlanEdit &edit);
/// Empty: not one of the edits that are known here, or a member is missing.
[[nodiscard]] std::optional<PlanEdit> editFromJson(const QJsonObject &object);

} // namespace lockstep::plan
