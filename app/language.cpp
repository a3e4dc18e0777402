#include "language.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <array>
#include <memory>

namespace lockstep::app {

namespace {

const QLatin1String translationsFolder(":/lockstep/translations");

/// Later ones are asked first.
enum Speaker { QtSpeaker, EditorSpeaker, OwnSpeaker, SpeakerCount };

std::array<std::unique_ptr<QTranslator>, SpeakerCount> &speakers()
{
    static std::array<std::unique_ptr<QTranslator>, SpeakerCount> all;
    return all;
}

void speak(Speaker speaker, const QLocale &locale, const QString &file, const QString &folder)
{
    auto &one = speakers().at(speaker);
    if (one)
        QCoreApplication::removeTranslator(one.get());
    one = std::make_unique<QTranslator>();
    if (one->load(locale, file, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(one.get());
}

} // namespace

QStringList languages()
{
    QStringList codes;
    const QStringList files = QDir(translationsFolder).entryList({ QStringLiteral("lockstep_*.qm") });
    for (const QString &file : files)
        codes.append(file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0));
    return codes;
}

QString languageName(const QString &code)
{
    // Without the country that QLocale adds to some.
    static const QHash<QString, QString> names{
        { QStringLiteral("de"), QStringLiteral("Deutsch") },
        { QStringLiteral("en"), QStringLiteral("English") },
        { QStringLiteral("es"), QStringLiteral("Espa\u00f1ol") },
        { QStringLiteral("fr"), QStringLiteral("Fran\u00e7ais") },
        { QStringLiteral("ja"), QStringLiteral("\u65e5\u672c\u8a9e") },
        { QStringLiteral("zh_CN"), QStringLiteral("\u7b80\u4f53\u4e2d\u6587") },
    };
    return names.value(code, QLocale(code).nativeLanguageName());
}

void useLanguage(const QString &code)
{
    static const QLocale system = QLocale::system();
    const QLocale wanted = code.isEmpty() ? system : QLocale(code);
    QLocale::setDefault(wanted);
    const QString qtFolder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    speak(QtSpeaker, wanted, QStringLiteral("qtbase"), qtFolder);
    speak(EditorSpeaker, wanted, QStringLiteral("qscintilla"), qtFolder);
    const bool isSpoken = languages().contains(wanted.name())
                          || languages().contains(QLocale::languageToCode(wanted.language()));
    // English needs its texts too: they hold the plural forms.
    speak(OwnSpeaker, isSpoken ? wanted : QLocale(QLocale::English), QStringLiteral("lockstep"),
          translationsFolder);
}

} // namespace lockstep::app
