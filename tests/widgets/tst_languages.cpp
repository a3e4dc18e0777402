#include "clipped.h"
#include "everypage.h"

#include <app/language.h>
#include <widgets/common/banner.h>

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QMenu>
#include <QMenuBar>
#include <QTest>
#include <QTranslator>

using namespace lockstep;
using namespace lockstep::testing;

namespace {

/// Every text with letters that English does not have, and longer by what German and French need.
class LongTexts final : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *text, const char *, int) const override
    {
        // Not those of Qt, which come from its own files.
        const QByteArray name(context);
        if (!name.startsWith("lockstep::") && name != "Help" && !name.endsWith("Text"))
            return {};
        QString longer = QString::fromUtf8(text);
        // A quarter more, as words.
        for (qsizetype missing = longer.size() / 4; missing > 0; missing -= 4)
            longer.append(QStringLiteral(" \u00fc\u00e9\u00f1"));
        return longer;
    }
};

const QString longTexts = QStringLiteral("longer texts");

} // namespace

/// The window in each of its languages: every page opens, and no label is cut off.
class TestLanguages : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void cutNothingOff_data();
    void cutNothingOff();
    void areChosenInTheViewMenu();

private:
    widgets::Theme m_theme;
    std::unique_ptr<LongTexts> m_longTexts;
};

void TestLanguages::cleanup()
{
    m_longTexts.reset();
    app::useLanguage(QStringLiteral("en"));
}

void TestLanguages::cutNothingOff_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("longer texts") << longTexts;
    for (const QString &language : app::languages())
        QTest::newRow(qPrintable(language)) << language;
}

void TestLanguages::cutNothingOff()
{
    QFETCH(const QString, language);
    if (language == longTexts) {
        app::useLanguage(QStringLiteral("en"));
        m_longTexts = std::make_unique<LongTexts>();
        QCoreApplication::installTranslator(m_longTexts.get());
    } else {
        app::useLanguage(language);
    }
    const QLocale locale(language == longTexts ? QStringLiteral("en") : language);
    if (locale.script() == QLocale::JapaneseScript || locale.script() == QLocale::SimplifiedHanScript) {
        const auto system = locale.language() == QLocale::Japanese ? QFontDatabase::Japanese
                                                                   : QFontDatabase::SimplifiedChinese;
        if (QFontDatabase::families(system).isEmpty())
            QSKIP("There is no font with these letters, so nothing can be said of their widths.");
    }
    FilledWindow filled(&m_theme);
    const QDir shots(QCoreApplication::applicationDirPath() + QStringLiteral("/shots"));
    QVERIFY(shots.mkpath(QStringLiteral(".")));
    QStringList clipped;
    for (const Sight &sight : everySight()) {
        QWidget *shown = sight.show(&filled.window);
        QVERIFY2(shown, qPrintable(sight.name));
        QTest::qWait(30);
        for (const QString &text : clippedTexts(shown))
            clipped.append(sight.name + QStringLiteral(": ") + text);
        const QString name = QString(language).replace(QLatin1Char(' '), QLatin1Char('-'));
        QVERIFY(
            shown->grab().save(shots.filePath(QStringLiteral("language-%1-%2.png").arg(name, sight.name))));
        FilledWindow::leave(shown);
    }
    clipped.removeDuplicates();
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(QLatin1Char('\n'))));
}

void TestLanguages::areChosenInTheViewMenu()
{
    FilledWindow filled(&m_theme);
    QVERIFY(filled.window.findChild<QAction *>(QStringLiteral("languageSystem"))->isChecked());
    const QStringList codes = app::languages();
    QVERIFY(codes.contains(QStringLiteral("en")));
    for (const QString &code : codes) {
        auto *action = filled.window.findChild<QAction *>(QStringLiteral("language_") + code);
        QVERIFY2(action, qPrintable(code));
        QCOMPARE(action->text(), app::languageName(code));
        action->trigger();
        QVERIFY(action->isChecked());
        QCOMPARE(filled.settings.language(), code);
        // The next window is what the next start shows.
        app::useLanguage(filled.settings.language());
        const FilledWindow next(&m_theme, filled.settingsFile());
        QVERIFY(next.window.findChild<QAction *>(QStringLiteral("language_") + code)->isChecked());
        const QString file = next.window.menuBar()->actions().first()->text();
        QCOMPARE(file == QLatin1String("&File"), code == QLatin1String("en"));
        QCOMPARE(QLocale().language(), QLocale(code).language());
    }
    filled.window.findChild<QAction *>(QStringLiteral("languageSystem"))->trigger();
    QVERIFY(filled.settings.language().isEmpty());
}

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
