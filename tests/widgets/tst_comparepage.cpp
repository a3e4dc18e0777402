#include "comparedesk.h"

#include <model/items/changesmodel.h>
#include <widgets/common/theme.h>
#include <widgets/connection/sourcepicker.h>

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

using namespace lockstep;
using namespace lockstep::widgets;
using namespace lockstep::testing;

/// What differs: found, filtered, shown.
class TestComparePage : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatToDoWhileEmpty();
    void showsTheSelectedChange();
    void filtersByName();
    void countsFilter();
    void groupsAsAsked();
    void namesWhatIsNotCompared();
    void keepsTheSelectedLine();
    void stepsThroughDifferences();
    void saysWhenNothingDiffers();
    void looksGood();
};

void TestComparePage::saysWhatToDoWhileEmpty()
{
    ComparePage page;
    page.show();
    QVERIFY(page.findChild<QLabel *>(QStringLiteral("emptyTitle"))->isVisible());
    QCOMPARE(page.stateLine(), QStringLiteral("nothing compared yet"));
    const auto saysNext = [&page](const char *words) {
        page.setIdle();
        return page.findChild<QLabel *>(QStringLiteral("emptyTitle"))->text() == QLatin1String(words);
    };
    QVERIFY(saysNext("Choose what there is and what is wanted"));
    page.currentPicker()->setText(QStringLiteral("a.sql"));
    QVERIFY(saysNext("Now choose what is wanted"));
    page.targetPicker()->setText(QStringLiteral("b.sql"));
    QVERIFY(saysNext("The two sides are not compared yet"));
    page.currentPicker()->setText({});
    QVERIFY(saysNext("Now choose what there is"));
}

void TestComparePage::showsTheSelectedChange()
{
    CompareDesk desk;
    desk.choose(kAge);
    QCOMPARE(desk.child<QLabel>("changeTitle")->text(), QStringLiteral("column public.users.age"));
    auto *differences = desk.child<QTreeView>("differences");
    QVERIFY(differences->isVisible());
    QCOMPARE(differences->model()->index(0, 1).data().toString(), QStringLiteral("integer"));
    desk.choose(kOld);
    QVERIFY(!differences->isVisible());
    QVERIFY(desk.child<QLabel>("why")->text().contains(QStringLiteral("41\u202f000 rows")));
}

void TestComparePage::filtersByName()
{
    CompareDesk desk;
    QCOMPARE(desk.lines(), 6);
    auto *filter = desk.child<QLineEdit>("filter");
    QTest::keyClicks(filter, QStringLiteral("AGE"));
    QCOMPARE(desk.lines(), 1);
    filter->clear();
    QTest::keyClicks(filter, QStringLiteral("public.user*"));
    QCOMPARE(desk.lines(), 3);
    filter->setText(QStringLiteral("nothing of the sort"));
    QVERIFY(desk.child<QLabel>("nothingShown")->isVisible());
    filter->clear();
    QCOMPARE(desk.lines(), 6);
}

void TestComparePage::countsFilter()
{
    CompareDesk desk;
    QCOMPARE(desk.child<QToolButton>("showNew")->text(), QStringLiteral("New 2"));
    QCOMPARE(desk.child<QToolButton>("showDropped")->text(), QStringLiteral("Dropped 2"));
    desk.press("showNew");
    QCOMPARE(desk.lines(), 4);
    desk.press("showIdentical");
    QVERIFY(desk.line(QStringLiteral("public.users")).isValid());
    desk.press("showIdentical");
    desk.press("showNew");
    auto *kinds = desk.child<QComboBox>("kindFilter");
    kinds->setCurrentIndex(kinds->findText(QStringLiteral("view")));
    emit kinds->activated(kinds->currentIndex());
    QCOMPARE(desk.lines(), 1);
}

void TestComparePage::groupsAsAsked()
{
    CompareDesk desk;
    auto *grouping = desk.child<QComboBox>("grouping");
    grouping->setFocus();
    QTest::keyClick(grouping, Qt::Key_Down);
    QCOMPARE(desk.tree()->model()->index(0, 0).data().toString(), QStringLiteral("table (1)"));
    QTest::keyClick(grouping, Qt::Key_Down);
    QCOMPARE(desk.tree()->model()->index(1, 0).data().toString(), QStringLiteral("public (5)"));
}

void TestComparePage::namesWhatIsNotCompared()
{
    CompareDesk desk;
    QCOMPARE(desk.child<QToolButton>("showNotCompared")->text(), QStringLiteral("Cannot be compared 1"));
    desk.choose(QStringLiteral("text AS money"));
    QVERIFY(desk.child<QLabel>("why")->text().contains(QStringLiteral("does not compare this")));
}

void TestComparePage::keepsTheSelectedLine()
{
    CompareDesk desk;
    desk.choose(kNewName);
    desk.compare();
    QCOMPARE(desk.tree()->currentIndex().data().toString(), kNewName);
    QTest::keyClicks(desk.child<QLineEdit>("filter"), QStringLiteral("user"));
    QCOMPARE(desk.tree()->currentIndex().data().toString(), kNewName);
}

void TestComparePage::stepsThroughDifferences()
{
    CompareDesk desk;
    QApplication::setActiveWindow(&desk.page);
    desk.tree()->setFocus();
    desk.tree()->setCurrentIndex(desk.line(kNewName));
    for (int i = 0; i < 8; ++i)
        QTest::keyClick(desk.tree(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(desk.child<QLabel>("changeTitle")->text().isEmpty(), false);
    QVERIFY(desk.tree()->currentIndex().data().toString() != kNewName);
}

void TestComparePage::saysWhenNothingDiffers()
{
    ComparePage page;
    page.show();
    auto changes = std::make_shared<diff::ChangeSet>();
    changes->current = changes->target = std::make_shared<schema::Catalog>();
    changes->identical = 12;
    page.setChanges({ changes, nullptr, nullptr });
    QVERIFY(page.findChild<QLabel *>(QStringLiteral("emptyTitle"))->isVisible());
    QCOMPARE(page.stateLine(), QStringLiteral("identical"));
}

/// Pictures to look at: LOCKSTEP_SHOTS names the folder.
void TestComparePage::looksGood()
{
    const QString folder = qEnvironmentVariable("LOCKSTEP_SHOTS");
    if (folder.isEmpty())
        QSKIP("LOCKSTEP_SHOTS is not set.");
    Theme theme;
    for (const ThemeMode mode : { ThemeMode::Light, ThemeMode::Dark }) {
        theme.setMode(mode);
        CompareDesk desk;
        desk.press("rules");
        desk.choose(kNewName);
        desk.tree()->setFocus();
        QTest::keyClick(desk.tree(), Qt::Key_Space);
        desk.choose(kAge);
        QCoreApplication::processEvents();
        QVERIFY(desk.page.grab().save(folder
                                      + (mode == ThemeMode::Dark ? QStringLiteral("/compare-dark.png")
                                                                 : QStringLiteral("/compare-light.png"))));
        desk.press("rules");
        desk.choose(kOld);
        QCoreApplication::processEvents();
        QVERIFY(desk.page.grab().save(folder
                                      + (mode == ThemeMode::Dark ? QStringLiteral("/drop-dark.png")
                                                                 : QStringLiteral("/drop-light.png"))));
    }
}

QTEST_MAIN(TestComparePage)
#include "tst_comparepage.moc"
