#pragma once

#include <QString>

/// Amounts as sentences say them.
namespace lockstep::analysis {

/// "40 ms", "1.5 s", "4 min", "2 h 05 min", "3 d 4 h".
[[nodiscard]] QString timeWords(double milliseconds);
/// "350", "1 200", "0.4": a rate a second, or a number of people waiting.
[[nodiscard]] QString countWords(double number);
/// "820 kB", "12 GB".
[[nodiscard]] QString byteWords(double bytes);

} // namespace lockstep::analysis
