#pragma once

#include <QString>

namespace lockstep::app {

/// Whether two paths name one file, which need not be there: QFileInfo takes all that are not for the same.
[[nodiscard]] bool isSameFile(const QString &a, const QString &b);

} // namespace lockstep::app
