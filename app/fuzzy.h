#pragma once

#include <QStringView>

namespace lockstep::app {

/// How well what somebody typed fits a text: all its letters in their order, better at the beginnings of
/// words and next to each other. Below 0: not at all. Blanks typed and the case of letters count for nothing.
[[nodiscard]] int fuzzyScore(QStringView typed, QStringView text);

} // namespace lockstep::app
