#pragma once

#include <QString>
#include <QStringList>

namespace lockstep::diff {

/// "userName", "user_name" and "USER NAME" are the same words.
[[nodiscard]] QStringList wordsOf(const QString &name);
/// 0 to 1: the better of common words and common letters.
[[nodiscard]] double nameLikeness(const QString &a, const QString &b);

} // namespace lockstep::diff
