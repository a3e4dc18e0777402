#pragma once

#include <QStringList>

class QString;

namespace lockstep::app {

/// The languages that the window can speak, as "de" or "zh_CN": those whose texts are built in.
[[nodiscard]] QStringList languages();
/// As its own speakers call it: "Deutsch".
[[nodiscard]] QString languageName(const QString &code);

/// Makes everything that is built from now on speak it: Lockstep's texts, Qt's own and those of the editor,
/// numbers and dates. Empty: as the system. What is there already keeps its language. A language without
/// texts is English.
void useLanguage(const QString &code);

} // namespace lockstep::app
