#pragma once

#include <QString>
#include <QStringList>

namespace lockstep::proof {

/// Values that may satisfy a condition, found in its text: its literals and their neighbours,
/// texts of the lengths it names, texts that match its patterns. The server decides which do.
[[nodiscard]] QStringList valueHints(const QString &expression);

/// A text that a regular expression of the plain kind matches: literals, classes, groups,
/// alternatives and quantifiers. `variant` asks for another one. Empty where the pattern is not
/// understood.
[[nodiscard]] QString patternSample(const QString &pattern, int variant);

} // namespace lockstep::proof
