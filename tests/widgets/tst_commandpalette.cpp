#include "everypage.h"

#include "../support/stallwatch.h"
#include "../unit/diff/handmadecatalog.h"

#include <app/commandpalette.h>
#include <app/fuzzy.h>
#include <app/language.h>
#include <widgets/compare/comparepage.h>
#include <widgets/plan/planpage.h>

#include <tests/support/patience.h>

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>

using namespace lockstep;
using namespace lockstep::testing;

/// Every command by a few letters.
class TestCommandPalette : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void ranksWhatFitsBest_data();
    void ranksWhatFitsBest();
    void findsACommandAndRunsIt();
    void findsWhatElseACommandIsCalled_data();
    void findsWhatElseACommandIsCalled();
    void goesToAStep();
    void findsWhatCanBeDoneWithTheStep();
    void putsWhatWasUsedFirst();
    void offersNothingThatCannotBeDone();
    void goesToAnObjectOfTheComparison();
    void showsAnObjectThatTheFilterHides();
    void findsAmongManyObjectsAtOnce();
    void leavesAQuestionMarkToWhoTypes();

private:
    [[nodiscard]] QString row(int row) const { return list()->model()->index(row, 0).data().toString(); }
    [[nodiscard]] QTreeView *list() const { return find<QTreeView>("paletteList"); }
    template <typename Control>
    [[nodiscard]] Control *find(const char *name) const
    {
        return m_filled->window.findChild<Control *>(QLatin1String(name));
    }
    void open(const QString &typed);
    void compare(const std::vector<schema::Fact> &before, const std::vector<schema::Fact> &after);
    [[nodiscard]] bool isListed(const QString &typed, const QString &text);

    widgets::Theme m_theme;
    std::unique_ptr<FilledWindow> m_filled;
};

void TestCommandPalette::init()
{
    m_filled = std::make_unique<FilledWindow>(&m_theme);
}

void TestCommandPalette::open(const QString &typed)
{
    QTest::keyClick(&m_filled->window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_filled->window.commandPalette()->isVisible(), testing::longEnoughMs);
    QTest::keyClicks(find<QLineEdit>("paletteInput"), typed);
}

void TestCommandPalette::ranksWhatFitsBest_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("beginnings of words") << "sp"
                                         << "File: Save plan"
                                         << "Edit: Stop";
    QTest::newRow("letters together") << "prov"
                                      << "Plan: Prove"
                                      << "Open project over it";
    QTest::newRow("any case") << "PROVE"
                              << "Plan: Prove"
                              << "Plan: Read both sides again";
    QTest::newRow("at all") << "xyz"
                            << "xyz"
                            << "Plan: Prove";
}

void TestCommandPalette::ranksWhatFitsBest()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, better);
    QFETCH(const QString, worse);
    QVERIFY(app::fuzzyScore(typed, better) > app::fuzzyScore(typed, worse));
}

void TestCommandPalette::findsACommandAndRunsIt()
{
    open(QStringLiteral("dark"));
    QVERIFY2(row(0).endsWith(QLatin1String("Dark")), qPrintable(row(0)));
    QTest::keyClick(find<QLineEdit>("paletteInput"), Qt::Key_Return);
    QVERIFY(!m_filled->window.commandPalette()->isVisible());
    QVERIFY(m_theme.isDark());
    m_theme.setMode(widgets::ThemeMode::Light);
}

void TestCommandPalette::findsWhatElseACommandIsCalled_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("command"); // Its object name.
    const auto row = [](const char *language, const char *typed, const char *command) {
        QTest::addRow("%s: %s", language, typed)
            << QString::fromLatin1(language) << QString::fromUtf8(typed) << QString::fromLatin1(command);
    };
    row("en", "theme", "themeSystem");
    row("en", "dark mode", "themeDark");
    row("en", "mode dark", "themeDark");
    row("en", "night", "themeDark");
    row("en", "colour", "themeLight");
    row("en", "accessibility", "themeContrastDark");
    row("en", "refresh", "compareAgain");
    row("en", "deploy", "run");
    row("de", "farbe", "themeLight");
    row("fr", "th\u00e8me", "themeDark");
    row("es", "modo oscuro", "themeDark");
    row("ja", "\u30c6\u30fc\u30de", "themeDark");
    row("zh_CN", "\u4e3b\u9898", "themeDark");
}

void TestCommandPalette::findsWhatElseACommandIsCalled()
{
    QFETCH(const QString, language);
    QFETCH(const QString, typed);
    QFETCH(const QString, command);
    app::useLanguage(language);
    m_filled = std::make_unique<FilledWindow>(&m_theme);
    const auto *action = find<QAction>(qPrintable(command));
    QVERIFY(action);
    QString text = action->text();
    text = text.remove(QRegularExpression(QStringLiteral("\\(&.\\)"))).remove(QLatin1Char('&'));
    open({});
    find<QLineEdit>("paletteInput")->setText(typed);
    constexpr int seenAtOnce = 5;
    QStringList rows;
    for (int i = 0; i < std::min(seenAtOnce, list()->model()->rowCount()); ++i)
        rows += row(i);
    app::useLanguage(QStringLiteral("en"));
    QVERIFY2(std::any_of(rows.cbegin(), rows.cend(), [&](const QString &one) { return one.endsWith(text); }),
             qPrintable(rows.join(QLatin1Char('\n'))));
}

void TestCommandPalette::goesToAStep()
{
    open(QStringLiteral("drop column"));
    QVERIFY2(row(0).contains(QLatin1String("Drop column old")), qPrintable(row(0)));
    QTest::keyClick(find<QLineEdit>("paletteInput"), Qt::Key_Return);
    QCOMPARE(m_filled->window.pages()->plan()->selectedStep(), QStringLiteral("s04"));
    QVERIFY(m_filled->window.pages()->plan()->isVisible());
}

void TestCommandPalette::findsWhatCanBeDoneWithTheStep()
{
    m_filled->window.pages()->show(widgets::StageStrip::Run);
    open(QStringLiteral("insert a gate"));
    QVERIFY2(row(0).contains(QLatin1String("Insert a gate after it")), qPrintable(row(0)));
    QSignalSpy edits(m_filled->window.pages()->plan(), &widgets::PlanPage::planEditRequested);
    QTest::keyClick(find<QLineEdit>("paletteInput"), Qt::Key_Return);
    QCOMPARE(edits.count(), 1);
    QVERIFY(m_filled->window.pages()->plan()->isVisible());
    open(QStringLiteral("by table"));
    QVERIFY2(row(0).contains(QLatin1String("By table")), qPrintable(row(0)));
}

void TestCommandPalette::putsWhatWasUsedFirst()
{
    open(QStringLiteral("log"));
    QTest::keyClick(find<QLineEdit>("paletteInput"), Qt::Key_Return);
    open({});
    QVERIFY2(row(0).contains(QLatin1String("Log")), qPrintable(row(0)));
    QTest::keyClick(find<QLineEdit>("paletteInput"), Qt::Key_Down);
    QCOMPARE(list()->currentIndex().row(), 1);
    QTest::keyClick(find<QLineEdit>("paletteInput"), Qt::Key_Escape);
    QVERIFY(!m_filled->window.commandPalette()->isVisible());
}

void TestCommandPalette::offersNothingThatCannotBeDone()
{
    QVERIFY(!find<QAction>("pause")->isEnabled());
    open(QStringLiteral("pause"));
    for (int i = 0; i < list()->model()->rowCount(); ++i)
        QVERIFY(row(i) != QLatin1String("Run: Pause"));
}

void TestCommandPalette::compare(const std::vector<schema::Fact> &before,
                                 const std::vector<schema::Fact> &after)
{
    diff::DiffOptions options;
    options.offersAll = true;
    emit m_filled->window.pipeline()->changesReady(
        testing::compare(catalog(before), catalog(after), options));
}

/// The list of objects is made in the background.
bool TestCommandPalette::isListed(const QString &typed, const QString &text)
{
    return QTest::qWaitFor(
        [&] {
            auto *input = find<QLineEdit>("paletteInput");
            input->clear();
            input->setText(typed);
            return row(0).contains(text);
        },
        testing::longEnoughMs);
}

void TestCommandPalette::goesToAnObjectOfTheComparison()
{
    const QString users = QStringLiteral("users");
    const std::vector<schema::Fact> before{ table(users), table(QStringLiteral("orders")) };
    const std::vector<schema::Fact> after{
        table(users), column(users, QStringLiteral("nickname"), QStringLiteral("text"), 1),
        table(QStringLiteral("orders"))
    };
    compare(before, after);
    open({});
    QVERIFY(isListed(QStringLiteral("users.nickname"), QStringLiteral("column public.users.nickname")));
    QTest::keyClick(find<QLineEdit>("paletteInput"), Qt::Key_Return);
    QVERIFY(m_filled->window.pages()->compare()->isVisible());
    QCOMPARE(find<QTreeView>("changes")->currentIndex().data().toString(),
             QStringLiteral("public.users.nickname"));
    // What does not differ is listed for it.
    open({});
    QVERIFY(isListed(QStringLiteral("orders"), QStringLiteral("table public.orders")));
    QTest::keyClick(find<QLineEdit>("paletteInput"), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(find<QTreeView>("changes")->currentIndex().data().toString(),
                              QStringLiteral("public.orders"), testing::longEnoughMs);
}

void TestCommandPalette::showsAnObjectThatTheFilterHides()
{
    const QString users = QStringLiteral("users");
    compare({ table(users) },
            { table(users), table(QStringLiteral("fresh")), table(QStringLiteral("other")) });
    auto *filter = m_filled->window.pages()->compare()->findChild<QLineEdit *>(QStringLiteral("filter"));
    filter->setText(QStringLiteral("other"));
    find<QToolButton>("showNew")->setChecked(false);
    open({});
    QVERIFY(isListed(QStringLiteral("fresh"), QStringLiteral("table public.fresh")));
    QTest::keyClick(find<QLineEdit>("paletteInput"), Qt::Key_Return);
    QCOMPARE(find<QTreeView>("changes")->currentIndex().data().toString(), QStringLiteral("public.fresh"));
    QVERIFY(filter->text().isEmpty());
}

void TestCommandPalette::findsAmongManyObjectsAtOnce()
{
    std::vector<schema::Fact> before;
    std::vector<schema::Fact> after;
    for (int i = 0; i < 10000; ++i) {
        const schema::Fact fact = table(QStringLiteral("table_%1_of_the_shop").arg(i));
        (i % 2 == 0 ? before : after).push_back(fact);
        if (i % 4 == 0)
            after.push_back(fact);
    }
    compare(before, after);
    open({});
    QVERIFY(isListed(QStringLiteral("table_9999"), QStringLiteral("table_9999")));
    StallWatch watch;
    for (const char *typed : { "ta", "tab", "t9o", "shop", "1234" }) {
        find<QLineEdit>("paletteInput")->setText(QLatin1String(typed));
        QTest::qWait(20);
        QVERIFY(list()->model()->rowCount() <= 200);
    }
    QVERIFY2(watch.takeReport().isEmpty(), "The list keeps the window waiting.");
    QTest::keyClick(find<QLineEdit>("paletteInput"), Qt::Key_Escape);
}

void TestCommandPalette::leavesAQuestionMarkToWhoTypes()
{
    m_filled->window.activateWindow();
    m_filled->window.pages()->show(widgets::StageStrip::Plan);
    auto *editor = find<QWidget>("sqlEditorText");
    editor->setFocus();
    QTest::keyClick(editor, Qt::Key_Question);
    QVERIFY(!find<QTextBrowser>("shortcutSheet"));
    QTest::keyClick(&m_filled->window, Qt::Key_F1);
    QTRY_VERIFY_WITH_TIMEOUT(find<QTextBrowser>("shortcutSheet"), testing::longEnoughMs);
    const QString sheet = find<QTextBrowser>("shortcutSheet")->toPlainText();
    for (const char *keys : { "Ctrl+Shift+P", "Alt+Shift+Up", "Backspace" })
        QVERIFY2(sheet.contains(QLatin1String(keys)), keys);
}

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"
