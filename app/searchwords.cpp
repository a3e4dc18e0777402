#include "searchwords.h"

#include <QCoreApplication>

#include <array>

namespace lockstep::app {

namespace {

struct SearchWords
{
    const char *name; ///< Of one action, or what the names of several begin with.
    const char *words;
};

//: Each of these: other words that find a command in the command palette, with blanks between them. Not
//: shown.
constexpr std::array knownWords{
    SearchWords{ "themeDark", QT_TRANSLATE_NOOP("SearchWords", "theme colour color scheme dark mode night "
                                                               "black look settings preferences") },
    SearchWords{ "themeLight", QT_TRANSLATE_NOOP("SearchWords", "theme colour color scheme light mode day "
                                                                "white look settings preferences") },
    SearchWords{ "themeContrast",
                 QT_TRANSLATE_NOOP("SearchWords", "theme colour color scheme mode accessibility a11y look "
                                                  "settings preferences") },
    SearchWords{ "themeSystem", QT_TRANSLATE_NOOP("SearchWords", "theme colour color scheme mode automatic "
                                                                 "desktop look settings preferences") },
    SearchWords{ "language",
                 QT_TRANSLATE_NOOP("SearchWords", "language translation locale settings preferences") },
    SearchWords{ "newProject", QT_TRANSLATE_NOOP("SearchWords", "create comparison connect database") },
    SearchWords{ "reviewScript", QT_TRANSLATE_NOOP("SearchWords", "lint check analyse migration SQL file") },
    SearchWords{ "savePlan", QT_TRANSLATE_NOOP("SearchWords", "export generate script SQL write") },
    SearchWords{ "saveReport", QT_TRANSLATE_NOOP("SearchWords", "export print PDF HTML") },
    SearchWords{ "savePicture", QT_TRANSLATE_NOOP("SearchWords", "export image SVG PNG chart") },
    SearchWords{ "quit", QT_TRANSLATE_NOOP("SearchWords", "exit close leave") },
    SearchWords{ "compareAgain", QT_TRANSLATE_NOOP("SearchWords", "refresh reload update") },
    SearchWords{ "swapSides", QT_TRANSLATE_NOOP("SearchWords", "reverse exchange direction") },
    SearchWords{ "policy", QT_TRANSLATE_NOOP("SearchWords", "policy strategy online offline") },
    SearchWords{ "prove", QT_TRANSLATE_NOOP("SearchWords", "verify test validate dry") },
    SearchWords{ "calibrate", QT_TRANSLATE_NOOP("SearchWords", "speed benchmark measure time") },
    SearchWords{ "rollBack", QT_TRANSLATE_NOOP("SearchWords", "revert undo rollback") },
    SearchWords{ "run", QT_TRANSLATE_NOOP("SearchWords", "execute deploy apply start") },
    SearchWords{ "history", QT_TRANSLATE_NOOP("SearchWords", "journal audit past") },
    SearchWords{ "shortcuts", QT_TRANSLATE_NOOP("SearchWords", "hotkeys keys cheat sheet help") },
    SearchWords{ "showLog", QT_TRANSLATE_NOOP("SearchWords", "messages output errors") },
    SearchWords{ "about", QT_TRANSLATE_NOOP("SearchWords", "version license") },
};

} // namespace

QString searchWords(const QString &name)
{
    for (const SearchWords &known : knownWords) {
        if (name.startsWith(QLatin1String(known.name)))
            return QCoreApplication::translate("SearchWords", known.words);
    }
    return {};
}

} // namespace lockstep::app
