#include "reviewdesk.h"

#include <widgets/common/banner.h>
#include <widgets/compare/comparepage.h>
#include <widgets/editor/sqleditor.h>
#include <widgets/plan/planpage.h>
#include <widgets/review/findingslist.h>
#include <widgets/review/reviewheader.h>
#include <widgets/review/reviewpage.h>
#include <widgets/review/statementpanel.h>

#include <tests/support/patience.h>

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QUrl>

using namespace lockstep;
using namespace lockstep::app;
using namespace lockstep::testing;
using widgets::StageStrip;

/// Reviewing scripts that somebody else wrote, in the window, by real events.
class TestReviewPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void marksTheLinesOfAPastedScript();
    void judgesAgainWhenTypingPauses();
    void showsTheStatementOfASelectedFinding();
    void replacesNothingWithinATransaction();
    void followsTheCaret();
    void writesTheSafeWayInPlaceOfAStatement();
    void ignoresAFindingByAComment();
    void walksThroughFindingsByKey();
    void opensAFolderOfMigrationsInTheirOrder();
    void takesDroppedFiles();
    void saysWhatCannotBeRead();
    void savesTheScriptItShows();
    void asksBeforeChangesAreLost();
    void doesNotCloseOverWhatIsNotSaved();
    void namesEveryControl();
    void doesNotStallOnAHugeScript();
};

void TestReviewPage::initTestCase()
{
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
}

void TestReviewPage::marksTheLinesOfAPastedScript()
{
    ReviewDesk desk;
    QVERIFY(desk.paste(text(script)));
    QCOMPARE(desk.page->editor()->sqlText(), text(script));
    const QStringList marks = desk.marks();
    QVERIFY2(marks.contains(text("4 warning")), qPrintable(marks.join(u'|')));
    QVERIFY2(marks.contains(text("6 warning")), qPrintable(marks.join(u'|')));
    const auto &bands = desk.page->editor()->bands();
    QCOMPARE(bands.size(), 2);
    QCOMPARE(bands.at(0).blocks, plan::Blocks::Writes);
    QCOMPARE(bands.at(1).blocks, plan::Blocks::ReadsAndWrites);
    QCOMPARE(bands.at(1).firstLine, 5);
    QCOMPARE(bands.at(1).lastLine, 6);
    QVERIFY(desk.page->editor()->marginNote(5).contains(text("blocks reads and writes")));
    QVERIFY(desk.page->editor()->noteAt(4, 3).contains(text("orders")));
    QVERIFY2(desk.page->header()->summary().contains(text("3 statement")),
             qPrintable(desk.page->header()->summary()));
    QCOMPARE(desk.window.pages()->strip()->current(), -1);
}

void TestReviewPage::judgesAgainWhenTypingPauses()
{
    ReviewDesk desk;
    QVERIFY(desk.paste(text("SELECT 1;\n")));
    QVERIFY(desk.marks().isEmpty());
    auto *editor = desk.find<QWidget>("sqlEditorText");
    editor->setFocus();
    desk.page->editor()->goTo(2, 1);
    QTest::keyClicks(editor, text("DROP TABLE orders;"));
    QTRY_VERIFY_WITH_TIMEOUT(!desk.marks().isEmpty(), patience);
    QVERIFY(desk.marks().first().startsWith(text("2 ")));
}

void TestReviewPage::showsTheStatementOfASelectedFinding()
{
    ReviewDesk desk;
    QVERIFY(desk.paste(text(script)));
    QVERIFY(desk.select(text("create-index-blocking")));
    QCOMPARE(desk.page->editor()->caretLine(), 4);
    const QString shown = desk.page->panel()->plainText();
    for (const char *part : { "Line 4, blocks writes", "orders", "SHARE", "create-index-blocking",
                              "CONCURRENTLY", "in a transaction of its own" })
        QVERIFY2(shown.contains(text(part)), qPrintable(text(part) + text(" is not in ") + shown));
    QVERIFY(desk.find<QPushButton>("replaceFix")->isVisible());
    QVERIFY(desk.page->panel()->fix().first().contains(text("CONCURRENTLY")));
    desk.click("copyFix");
    QVERIFY(QApplication::clipboard()->text().contains(text("CONCURRENTLY")));
}

void TestReviewPage::replacesNothingWithinATransaction()
{
    ReviewDesk desk;
    QVERIFY(desk.paste(text("BEGIN;\nCREATE INDEX orders_at ON orders (created_at);\nCOMMIT;\n")));
    QVERIFY(desk.select(text("create-index-blocking")));
    QVERIFY(desk.page->panel()->fix().first().contains(text("CONCURRENTLY")));
    QVERIFY(desk.find<QPushButton>("copyFix")->isVisible());
    QVERIFY(!desk.find<QPushButton>("replaceFix")->isVisible());
}

void TestReviewPage::followsTheCaret()
{
    ReviewDesk desk;
    QVERIFY(desk.paste(text(script)));
    desk.page->editor()->goTo(6, 8);
    QTRY_VERIFY_WITH_TIMEOUT(desk.page->panel()->plainText().contains(text("Line 5")), testing::longEnoughMs);
    const int row = desk.page->findings()->selected();
    QVERIFY(row >= 0);
    QCOMPARE(desk.page->findings()->model()->statementOf(row), 2);
    desk.page->editor()->goTo(3, 1);
    QTRY_COMPARE_WITH_TIMEOUT(desk.page->selectedStatement(), -1, testing::longEnoughMs);
    QCOMPARE(desk.page->findings()->selected(), -1);
    QVERIFY(!desk.find<QPushButton>("replaceFix")->isVisible());
}

void TestReviewPage::writesTheSafeWayInPlaceOfAStatement()
{
    ReviewDesk desk;
    QVERIFY(desk.paste(text(script)));
    QVERIFY(desk.select(text("create-index-blocking")));
    desk.click("replaceFix");
    const QString written = desk.page->editor()->sqlText();
    QVERIFY2(
        written.contains(text("\nCREATE INDEX CONCURRENTLY orders_at ON orders (created_at);\nALTER TABLE")),
        qPrintable(written));
    QVERIFY(desk.settled());
    QCOMPARE(desk.rowOf(text("create-index-blocking")), -1);
    desk.page->editor()->undo();
    QCOMPARE(desk.page->editor()->sqlText(), text(script));
    QTRY_VERIFY_WITH_TIMEOUT(desk.rowOf(text("create-index-blocking")) >= 0, patience);
}

void TestReviewPage::ignoresAFindingByAComment()
{
    ReviewDesk desk;
    QVERIFY(desk.paste(text("SELECT 1; CREATE INDEX i ON orders (a);\n  CREATE INDEX k ON orders (b);\n")));
    const int before = desk.page->findings()->model()->rowCount();
    desk.page->editor()->goTo(2, 4);
    QTRY_COMPARE_WITH_TIMEOUT(desk.page->selectedStatement(), 2, testing::longEnoughMs);
    desk.page->panel()->choose(text("create-index-blocking"));
    desk.click("ignoreFinding");
    QVERIFY2(desk.page->editor()->sqlText().contains(
                 text("\n  -- lockstep: ignore create-index-blocking\n  CREATE INDEX k")),
             qPrintable(desk.page->editor()->sqlText()));
    QVERIFY(desk.settled());
    QCOMPARE(desk.page->findings()->model()->rowCount(), before - 1);
    // One that shares its line with another.
    desk.page->editor()->goTo(1, 15);
    QTRY_COMPARE_WITH_TIMEOUT(desk.page->selectedStatement(), 1, testing::longEnoughMs);
    desk.page->panel()->choose(text("create-index-blocking"));
    desk.click("ignoreFinding");
    QVERIFY(desk.settled());
    QVERIFY(desk.page->editor()->sqlText().startsWith(
        text("SELECT 1; CREATE /* lockstep: ignore create-index-blocking */ INDEX i")));
    QCOMPARE(desk.rowOf(text("create-index-blocking")), -1);
    desk.page->editor()->goTo(3, 4);
    QTRY_VERIFY_WITH_TIMEOUT(desk.page->panel()->plainText().contains(text("Ignored")),
                             testing::longEnoughMs);
}

void TestReviewPage::walksThroughFindingsByKey()
{
    ReviewDesk desk;
    QVERIFY(desk.paste(text(script)));
    auto *editor = desk.find<QWidget>("sqlEditorText");
    editor->setFocus();
    desk.page->editor()->goTo(1, 1);
    QSet<int> lines;
    for (int i = 0; i < desk.page->findings()->model()->rowCount(); ++i) {
        QTest::keyClick(editor, Qt::Key_F8);
        lines.insert(desk.page->editor()->caretLine());
    }
    QVERIFY(lines.contains(4) && lines.contains(6));
    QTest::keyClick(editor, Qt::Key_F6);
    QVERIFY(desk.find<QWidget>("findings")->hasFocus());
    QTest::keyClick(desk.find<QWidget>("findings"), Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(editor->hasFocus());
}

void TestReviewPage::opensAFolderOfMigrationsInTheirOrder()
{
    ReviewDesk desk;
    desk.write(text("V10__index.sql"), "CREATE INDEX late ON made (a);\nCREATE INDEX other ON orders (a);\n");
    desk.write(text("V2__table.sql"), "CREATE TABLE made (a int);\n");
    desk.window.review()->open({ desk.directory.path() });
    QVERIFY(desk.settled());
    auto *files = desk.find<QComboBox>("scriptFile");
    QVERIFY(files->isVisible());
    QCOMPARE(files->count(), 2);
    QCOMPARE(files->itemText(0), text("V2__table.sql"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.rowOf(text("create-index-blocking")) >= 0, patience);
    QCOMPARE(desk.page->currentScript(), 0);
    // A finding of another file leads there.
    QVERIFY(desk.select(text("create-index-blocking")));
    QCOMPARE(desk.page->currentScript(), 1);
    QCOMPARE(files->currentIndex(), 1);
}

void TestReviewPage::takesDroppedFiles()
{
    ReviewDesk desk;
    desk.window.pages()->showReview();
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(desk.write(text("a.sql"), script)) });
    auto *target = desk.find<QWidget>("sqlEditorText");
    const QPoint at = target->mapTo(&desk.window, QPoint(60, 60));
    QWidget *under = desk.window.childAt(at);
    QVERIFY(under);
    QDragEnterEvent enter(under->mapFrom(&desk.window, at), Qt::CopyAction, &data, Qt::LeftButton,
                          Qt::NoModifier);
    QApplication::sendEvent(under, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(under->mapFrom(&desk.window, at), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(under, &drop);
    QTRY_COMPARE_WITH_TIMEOUT(desk.page->editor()->sqlText(), text(script), patience);
}

void TestReviewPage::saysWhatCannotBeRead()
{
    ReviewDesk desk;
    desk.window.review()->open({ desk.write(text("latin1.sql"), "-- gr\xfc\xdf"
                                                                "e\n") });
    QVERIFY(desk.settled());
    auto *banner = desk.find<widgets::Banner>("reviewBanner");
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->plainText().contains(text("UTF-8")), qPrintable(banner->plainText()));
    desk.window.review()->open({ desk.directory.filePath(text("none.sql")) });
    QVERIFY(desk.settled());
    QVERIFY2(banner->plainText().contains(text("none.sql")), qPrintable(banner->plainText()));
    // What was there before stays, and what can be read takes the message away.
    desk.window.review()->open({ desk.write(text("good.sql"), "SELECT 1;\n") });
    QVERIFY(desk.settled());
    QVERIFY(!banner->isVisible());
}

void TestReviewPage::savesTheScriptItShows()
{
    ReviewDesk desk;
    const QString path = desk.write(text("a.sql"), script);
    desk.window.review()->open({ path });
    QVERIFY(desk.settled());
    QVERIFY(!desk.find<QToolButton>("saveScript")->isEnabled());
    auto *editor = desk.find<QWidget>("sqlEditorText");
    editor->setFocus();
    desk.page->editor()->goTo(1, 1);
    QTest::keyClicks(editor, text("-- x "));
    QVERIFY(desk.find<QToolButton>("saveScript")->isEnabled());
    // The window's own Save, because the page is shown.
    desk.window.findChild<QAction *>(text("save"))->trigger();
    QVERIFY(desk.settled());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("-- x ") + script);
    QVERIFY(!desk.find<QToolButton>("saveScript")->isEnabled());
    QVERIFY(!desk.window.findChild<QFileDialog *>());
}

void TestReviewPage::asksBeforeChangesAreLost()
{
    ReviewDesk desk;
    QVERIFY(desk.paste(text(script)));
    desk.window.review()->open({ desk.write(text("b.sql"), "SELECT 2;\n") });
    QTest::qWait(300);
    QCOMPARE(desk.page->editor()->sqlText(), text(script));
    auto *banner = desk.find<widgets::Banner>("reviewBanner");
    QVERIFY(banner->isVisible());
    auto *discard = banner->findChild<QToolButton *>(text("bannerAction"));
    QVERIFY(discard->isVisible());
    QTest::mouseClick(discard, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(desk.page->editor()->sqlText(), text("SELECT 2;\n"), patience);
    QVERIFY(!banner->isVisible());
}

void TestReviewPage::doesNotCloseOverWhatIsNotSaved()
{
    ReviewDesk desk;
    QVERIFY(desk.paste(text(script)));
    desk.window.pages()->show(StageStrip::Compare);
    QVERIFY(!desk.window.close());
    QVERIFY(desk.page->isVisible());
    auto *goOn = desk.find<widgets::Banner>("reviewBanner")->findChild<QToolButton *>(text("bannerAction"));
    QTest::mouseClick(goOn, Qt::LeftButton);
    QVERIFY(!desk.window.isVisible());
}

void TestReviewPage::namesEveryControl()
{
    ReviewDesk desk;
    QVERIFY(desk.paste(text(script)));
    for (const QWidget *widget : desk.page->findChildren<QWidget *>()) {
        const bool isControl = widget->focusPolicy() != Qt::NoFocus && widget->isVisible()
                               && !widget->objectName().startsWith(text("qt_"));
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isPartOfOther = !qobject_cast<const QComboBox *>(widget)
                                   && qobject_cast<const QComboBox *>(widget->parentWidget());
        if (!isControl || isPartOfOther)
            continue;
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 qPrintable(widget->objectName()));
    }
}

void TestReviewPage::doesNotStallOnAHugeScript()
{
    ReviewDesk desk;
    constexpr int statements = 3000;
    QString huge;
    for (int i = 0; i < statements; ++i)
        huge += text("CREATE INDEX i%1 ON t%2 (a);\n").arg(i).arg(i % 500);
    desk.window.pages()->showReview();
    QApplication::clipboard()->setText(huge);
    desk.click("pasteScript");
    qint64 longest = 0;
    QElapsedTimer clock;
    clock.start();
    while (desk.window.review()->isWorking()) {
        QElapsedTimer turn;
        turn.start();
        QApplication::processEvents(QEventLoop::AllEvents, 20);
        longest = std::max(longest, turn.elapsed());
        QVERIFY(clock.elapsed() < patience);
    }
    QVERIFY(desk.marks().size() >= statements);
    qInfo("%d statements: %lld ms in all, longest turn of the window %lld ms", statements, clock.elapsed(),
          longest);
    // A newer text stops the work on an older one.
    auto *editor = desk.find<QWidget>("sqlEditorText");
    editor->setFocus();
    clock.restart();
    QTest::keyClick(editor, 'x');
    qInfo("one key: %lld ms", clock.elapsed());
    desk.page->setScripts({ { {}, text("SELECT 1;"), false } });
    QVERIFY(desk.settled());
    QVERIFY(desk.marks().isEmpty());
}

QTEST_MAIN(TestReviewPage)
#include "tst_reviewpage.moc"
