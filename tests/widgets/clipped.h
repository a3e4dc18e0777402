#pragma once

#include <QStringList>

class QWidget;

namespace lockstep::testing {

/// Texts of visible controls below `root` that have less room than they need, each with where it stands and
/// how much is missing. What says of itself that it is shortened (by an ellipsis and a tool tip) is not
/// clipped.
[[nodiscard]] QStringList clippedTexts(const QWidget *root);

} // namespace lockstep::testing
