#include "everypage.h"

#include "../unit/diff/handmadecatalog.h"

#include <widgets/editor/keywords.h>
#include <widgets/editor/sqleditor.h>
#include <widgets/review/reviewpage.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;

namespace {

/// Whether anything in it has the colour of keywords.
bool hasKeyword(widgets::SqlEditor *editor, const widgets::Theme &theme)
{
    const QColor wanted = theme.colors().keyword;
    const QImage picture = editor->grab().toImage();
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QColor pixel = picture.pixelColor(x, y);
            const int distance = std::abs(pixel.red() - wanted.red())
                                 + std::abs(pixel.green() - wanted.green())
                                 + std::abs(pixel.blue() - wanted.blue());
            if (distance < 40)
                return true;
        }
    }
    return false;
}

sources::LoadedSourcePtr sourceOf(const QStringList &keywords)
{
    auto source = std::make_shared<sources::LoadedSource>();
    source->catalog = catalog({});
    source->keywords = keywords;
    return source;
}

} // namespace

/// The editors colour the words of the server whose SQL they show.
class TestWindowKeywords final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_theme.setMode(widgets::ThemeMode::Light); }
    void coloursTheWordsOfAServer();
    void keepsThemForEachMajorVersion();

private:
    widgets::Theme m_theme;
};

void TestWindowKeywords::coloursTheWordsOfAServer()
{
    widgets::SqlEditor editor;
    editor.resize(500, 200);
    editor.show();
    editor.setSqlText(QStringLiteral("frobnicate tables"));
    QVERIFY(!hasKeyword(&editor, m_theme));
    widgets::setKeywords(&editor, { QStringLiteral("frobnicate") });
    QVERIFY(hasKeyword(&editor, m_theme));
    editor.setSqlText(QStringLiteral("SELECT"));
    QVERIFY(!hasKeyword(&editor, m_theme));
    widgets::setKeywords(&editor, {});
    QVERIFY(hasKeyword(&editor, m_theme));
}

void TestWindowKeywords::keepsThemForEachMajorVersion()
{
    const QStringList words{ QStringLiteral("frobnicate"), QStringLiteral("select") };
    FilledWindow filled(&m_theme);
    widgets::SqlEditor *editor = filled.window.pages()->review()->editor();
    filled.window.pages()->showReview();
    editor->setSqlText(QStringLiteral("frobnicate tables"));
    QVERIFY(!hasKeyword(editor, m_theme));
    emit filled.window.pipeline()->sourceReady(project::Side::Current, sourceOf(words));
    filled.window.pages()->showReview();
    QVERIFY(hasKeyword(editor, m_theme));
    QCOMPARE(filled.settings.keywords(15), words);
    QVERIFY(filled.settings.keywords(16).isEmpty());

    // The next window knows them before it has met a server, from the version that a plan was made for.
    FilledWindow next(&m_theme, filled.settingsFile());
    editor = next.window.pages()->review()->editor();
    next.window.pages()->showReview();
    editor->setSqlText(QStringLiteral("frobnicate tables"));
    QVERIFY(hasKeyword(editor, m_theme));
}

QTEST_MAIN(TestWindowKeywords)
#include "tst_windowkeywords.moc"
