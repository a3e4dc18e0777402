#pragma once

#include <QString>

namespace lockstep::analysis::rules {

/// What a rule is about, as Markdown: what happens, when it does not matter, the safe way, the source.
/// The text of resources/rules/<ruleId>.md; empty where there is none. Thread-safe.
[[nodiscard]] QString documentation(const QString &ruleId);

/// Its heading alone; the id where there is none.
[[nodiscard]] QString title(const QString &ruleId);

} // namespace lockstep::analysis::rules
