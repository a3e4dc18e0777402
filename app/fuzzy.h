#pragma once

#include <QStringView>

namespace lockstep::app {

/// How well what somebody typed fits a text: all its letters in their order, better at the beginnings of
/// words and next to each other. Below 0: not at all. Blanks typed and the case of letters count for nothing.
[[nodiscard]] int fuzzyScore(QStringView typed, QStringView text);

/// The same by words: each that was typed begins one of `words`, in any order. Below 0: one does not.
[[nodiscard]] int wordsScore(QStringView typed, QStringView words);

} // namespace lockstep::app
