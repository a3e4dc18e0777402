#include "everypage.h"

#include <app/commandpalette.h>
#include <app/fuzzy.h>
#include <widgets/plan/planpage.h>

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
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
    void goesToAStep();
    void findsWhatCanBeDoneWithTheStep();
    void putsWhatWasUsedFirst();
    void offersNothingThatCannotBeDone();
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
    QTRY_VERIFY(m_filled->window.commandPalette()->isVisible());
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

void TestCommandPalette::leavesAQuestionMarkToWhoTypes()
{
    m_filled->window.activateWindow();
    m_filled->window.pages()->show(widgets::StageStrip::Plan);
    auto *editor = find<QWidget>("sqlEditorText");
    editor->setFocus();
    QTest::keyClick(editor, Qt::Key_Question);
    QVERIFY(!find<QTextBrowser>("shortcutSheet"));
    QTest::keyClick(&m_filled->window, Qt::Key_F1);
    QTRY_VERIFY(find<QTextBrowser>("shortcutSheet"));
    QVERIFY(find<QTextBrowser>("shortcutSheet")->toPlainText().contains(QLatin1String("Ctrl+Shift+P")));
}

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"
