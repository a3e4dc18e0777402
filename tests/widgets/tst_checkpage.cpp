#include <widgets/run/checkpage.h>

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace lockstep;
using analysis::CheckItem;
using analysis::CheckVerdict;
using widgets::CheckPage;
using widgets::StageTone;

/// Questions before a run: what the page says, and what leaves it.
class TestCheckPage final : public QObject
{
    Q_OBJECT
private slots:
    void asksOnlyWhereThereIsADatabase();
    void saysHowManyItemsThereAre();
    void showsAnItemWithItsQueryAndRows();
    void keepsTheSelectionOverANewAnswer();
    void letsAPersonRunInSpiteOfAnItem();
    void saysThatItCouldNotAsk();
    void namesItsParts();
};

namespace {

CheckItem itemOf(const char *id, CheckVerdict verdict)
{
    CheckItem item;
    item.id = QLatin1String(id);
    item.title = QStringLiteral("About ") + QLatin1String(id);
    item.consequence = QStringLiteral("It means something.");
    item.advice = QStringLiteral("Do something.");
    item.query = QStringLiteral("SELECT pid FROM ") + QLatin1String(id);
    item.columns = { QStringLiteral("pid") };
    item.rows = { { QStringLiteral("4711") } };
    item.verdict = verdict;
    return item;
}

analysis::ChecklistPtr listOf(const QVector<CheckItem> &items)
{
    auto list = std::make_shared<analysis::Checklist>();
    list->items = items;
    list->database = QStringLiteral("shop @ db1");
    list->serverVersion = QStringLiteral("15.18");
    list->takenAt = QDateTime(QDate(2026, 1, 1), QTime(12, 20, 5));
    return list;
}

template <typename T>
T *part(const CheckPage &page, const char *name)
{
    return page.findChild<T *>(QLatin1String(name));
}

} // namespace

void TestCheckPage::asksOnlyWhereThereIsADatabase()
{
    CheckPage page;
    auto *again = part<QPushButton>(page, "checkAgain");
    QVERIFY(!again->isEnabled());
    QCOMPARE(page.tone(), StageTone::Idle);
    page.setTarget(QStringLiteral("shop @ db1"));
    QVERIFY(again->isEnabled());
    const QSignalSpy asked(&page, &CheckPage::againRequested);
    again->click();
    QCOMPARE(asked.size(), 1);
    page.setWorking();
    QVERIFY(!again->isEnabled());
    QCOMPARE(page.stateLine(), QStringLiteral("asking"));
}

void TestCheckPage::saysHowManyItemsThereAre()
{
    CheckPage page;
    page.setTarget(QStringLiteral("shop @ db1"));
    page.setChecklist(listOf({ itemOf("a", CheckVerdict::Ok) }));
    QCOMPARE(page.stateLine(), QStringLiteral("all clear, 12:20"));
    QCOMPARE(page.tone(), StageTone::Good);
    analysis::Checklist brief = *listOf({ itemOf("a", CheckVerdict::Ok) });
    brief.isBrief = true;
    page.setChecklist(std::make_shared<analysis::Checklist>(brief));
    QCOMPARE(page.stateLine(), QStringLiteral("clear to begin, 12:20"));
    QVERIFY(part<QLabel>(page, "checkWhen")->text().contains(QLatin1String("asked at 12:20:05 by the run")));
    page.setChecklist(listOf({ itemOf("a", CheckVerdict::NotKnown), itemOf("b", CheckVerdict::Attention) }));
    QVERIFY2(page.stateLine().startsWith(QLatin1String("2 need")), qPrintable(page.stateLine()));
    QCOMPARE(page.tone(), StageTone::Attention);
    page.setChecklist(listOf({ itemOf("a", CheckVerdict::Stop), itemOf("b", CheckVerdict::Attention) }));
    QCOMPARE(page.tone(), StageTone::Bad);
    QCOMPARE(part<QLabel>(page, "checkWhen")->text(),
             QStringLiteral("shop @ db1, PostgreSQL 15.18, asked at 12:20:05"));
    page.clear();
    QCOMPARE(page.stateLine(), QStringLiteral("not asked yet"));
}

void TestCheckPage::showsAnItemWithItsQueryAndRows()
{
    CheckPage page;
    page.show();
    page.setChecklist(listOf({ itemOf("a", CheckVerdict::Ok), itemOf("b", CheckVerdict::Stop) }));
    QCOMPARE(part<QLabel>(page, "checkTitle")->text(), QStringLiteral("About b"));
    QCOMPARE(part<QLabel>(page, "checkAdvice")->text(), QStringLiteral("What to do: Do something."));
    QCOMPARE(part<QPlainTextEdit>(page, "checkQuery")->toPlainText(), QStringLiteral("SELECT pid FROM b"));
    QCOMPARE(part<QTreeView>(page, "checkRows")->model()->index(0, 0).data().toString(),
             QStringLiteral("4711"));
    part<QPushButton>(page, "checkCopy")->click();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("SELECT pid FROM b"));
    QVERIFY(part<QCheckBox>(page, "checkIgnore")->isVisible());
    page.select(QStringLiteral("a"));
    QCOMPARE(part<QLabel>(page, "checkTitle")->text(), QStringLiteral("About a"));
    QVERIFY(!part<QCheckBox>(page, "checkIgnore")->isVisible());
}

void TestCheckPage::keepsTheSelectionOverANewAnswer()
{
    CheckPage page;
    page.setChecklist(listOf({ itemOf("a", CheckVerdict::Ok), itemOf("b", CheckVerdict::Ok) }));
    page.select(QStringLiteral("b"));
    page.setChecklist(listOf({ itemOf("a", CheckVerdict::Stop), itemOf("b", CheckVerdict::Attention) }));
    QCOMPARE(part<QLabel>(page, "checkTitle")->text(), QStringLiteral("About b"));
}

void TestCheckPage::letsAPersonRunInSpiteOfAnItem()
{
    CheckPage page;
    page.setChecklist(listOf({ itemOf("a", CheckVerdict::Stop), itemOf("b", CheckVerdict::Stop) }));
    QCOMPARE(page.stopping(), (QStringList{ QStringLiteral("a"), QStringLiteral("b") }));
    const QSignalSpy changed(&page, &CheckPage::stateChanged);
    page.select(QStringLiteral("b"));
    auto *ignore = part<QCheckBox>(page, "checkIgnore");
    ignore->click();
    QVERIFY(!changed.isEmpty());
    QCOMPARE(page.stopping(), QStringList{ QStringLiteral("a") });
    page.select(QStringLiteral("a"));
    QVERIFY(!ignore->isChecked());
    page.select(QStringLiteral("b"));
    QVERIFY(ignore->isChecked());
    // What no longer stops need not be ignored, and comes back as it was.
    page.setChecklist(listOf({ itemOf("a", CheckVerdict::Stop), itemOf("b", CheckVerdict::Ok) }));
    QVERIFY(page.ignored().isEmpty());
}

void TestCheckPage::saysThatItCouldNotAsk()
{
    CheckPage page;
    page.show();
    page.setTarget(QStringLiteral("shop @ db1"));
    page.setWorking();
    base::Error error;
    error.kind = base::ErrorKind::Connection;
    error.message = QStringLiteral("db1 does not answer.");
    page.setError(error);
    QCOMPARE(page.tone(), StageTone::Bad);
    QVERIFY(part<QWidget>(page, "checkBanner")->isVisible());
    QVERIFY(part<QPushButton>(page, "checkAgain")->isEnabled());
}

void TestCheckPage::namesItsParts()
{
    const CheckPage page;
    for (const char *name : { "checkItems", "checkRows", "checkQuery" })
        QVERIFY2(!part<QWidget>(page, name)->accessibleName().isEmpty(), name);
}

QTEST_MAIN(TestCheckPage)
#include "tst_checkpage.moc"
