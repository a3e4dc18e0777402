#pragma once

#include <model/base/error.h>

namespace lockstep::widgets {

/// What to do about an error, by the names that buttons and fields have in the window.
[[nodiscard]] QString hintText(const base::Error &error);

} // namespace lockstep::widgets
