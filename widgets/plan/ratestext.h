#pragma once

#include <model/analysis/rates.h>

/// What estimates are made with, as the window says it.
namespace lockstep::widgets {

/// "default rates", "measured today", "measured 12 days ago".
[[nodiscard]] QString ratesLabel(const analysis::Rates &rates, const QDateTime &now);
/// A whole sentence, with server and time.
[[nodiscard]] QString ratesSentence(const analysis::Rates &rates, const QDateTime &now);
/// What was measured in words: rows a second read, indexed and filled. A whole sentence.
[[nodiscard]] QString speedsSentence(const analysis::Rates &rates);

} // namespace lockstep::widgets
