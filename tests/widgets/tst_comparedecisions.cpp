#include "comparedesk.h"

#include <model/items/changesmodel.h>
#include <widgets/common/banner.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

using namespace lockstep;
using namespace lockstep::widgets;
using namespace lockstep::testing;

/// What the plan is to do of it: ticks, drops, renames, rules, and what follows from them.
class TestCompareDecisions : public QObject
{
    Q_OBJECT

private slots:
    void dropsNothingThatIsNotTicked();
    void ticksByKeyboardAndNamesWhatGoesAlong();
    void takesBackWhatWentAlong();
    void forgetsWhatWentAlongWhenASideIsChosen();
    void keepsParksAndDrops();
    void decidesRenames();
    void ignoresByRule();
    void showsStaleDecisions();
};

void TestCompareDecisions::dropsNothingThatIsNotTicked()
{
    CompareDesk desk;
    QVERIFY(!desk.isTicked(kOld));
    QVERIFY(!desk.isTicked(kOldName));
    QVERIFY(desk.isTicked(kNewName));
    QCOMPARE(desk.line(kOld).siblingAtColumn(items::ChangesModel::Decision).data().toString(),
             QStringLiteral("kept"));
    QCOMPARE(desk.child<QLabel>("selection")->text(),
             QStringLiteral("3 of 5 changes are in the plan. 2 drop(s) not selected: the plan keeps them."));
    QVERIFY(desk.page.stateLine().contains(QStringLiteral("2 left out")));
}

void TestCompareDecisions::ticksByKeyboardAndNamesWhatGoesAlong()
{
    CompareDesk desk;
    desk.choose(kNewName);
    desk.tree()->setFocus();
    QTest::keyClick(desk.tree(), Qt::Key_Space);
    QCOMPARE(desk.intents.exclude, QStringList{ QStringLiteral("column public.users.username") });
    QVERIFY(!desk.isTicked(kView));
    auto *banner = desk.child<Banner>("consequence");
    QVERIFY(banner->isVisible());
    QVERIFY(
        banner->plainText().contains(QStringLiteral("view public.v: it needs column public.users.username")));
    QCOMPARE(int(desk.found->changes.size()), 1);
    // The other way round: the view takes its column with it.
    desk.choose(kView);
    QTest::keyClick(desk.tree(), Qt::Key_Space);
    QVERIFY(desk.isTicked(kNewName));
    QVERIFY(banner->plainText().contains(
        QStringLiteral("column public.users.username, because of view public.v")));
    QCOMPARE(desk.intents.exclude, QStringList());
}

void TestCompareDecisions::takesBackWhatWentAlong()
{
    CompareDesk desk;
    desk.choose(kNewName);
    QTest::mouseClick(desk.child<QCheckBox>("taken"), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(!desk.isTicked(kView));
    emit desk.child<Banner>("consequence")->actionTriggered();
    QVERIFY(desk.isTicked(kView));
    QCOMPARE(desk.intents.exclude, QStringList());
    QVERIFY(!desk.child<Banner>("consequence")->isVisible());
}

void TestCompareDecisions::forgetsWhatWentAlongWhenASideIsChosen()
{
    CompareDesk desk;
    desk.choose(kNewName);
    QTest::mouseClick(desk.child<QCheckBox>("taken"), Qt::LeftButton, {}, QPoint(8, 8));
    auto *banner = desk.child<Banner>("consequence");
    QVERIFY(banner->isVisible());
    desk.compare(); // Read again, it is still true.
    QVERIFY(banner->isVisible());
    desk.page.forgetMessages();
    QVERIFY(!banner->isVisible());
}

void TestCompareDecisions::keepsParksAndDrops()
{
    CompareDesk desk;
    desk.choose(kOld);
    QVERIFY(desk.child<QToolButton>("keep")->isChecked());
    desk.press("drop");
    QCOMPARE(*desk.intents.drop, QStringList{ QStringLiteral("table public.old") });
    QVERIFY(desk.isTicked(kOld));
    desk.press("park");
    QCOMPARE(desk.intents.park, QStringList{ kOld });
    QCOMPARE(*desk.intents.drop, QStringList());
    QCOMPARE(desk.line(kOld).siblingAtColumn(items::ChangesModel::Decision).data().toString(),
             QStringLiteral("parked"));
    desk.press("keep");
    QCOMPARE(desk.intents.park, QStringList());
    QVERIFY(!desk.isTicked(kOld));
    desk.press("tickShown");
    QVERIFY(desk.isTicked(kOld) && desk.isTicked(kOldName));
    desk.press("untickShown");
    QCOMPARE(desk.page.stateLine().contains(QStringLiteral("5 left out")), true);
}

void TestCompareDecisions::decidesRenames()
{
    CompareDesk desk;
    QVERIFY(desk.page.hasOpenDecision());
    const auto choose = [&](int option) {
        auto *combo =
            desk.page.findChild<QComboBox *>(QStringLiteral("rename_%1_%2").arg(kOldName, kNewName));
        QVERIFY(combo);
        combo->setCurrentIndex(option);
        emit combo->activated(option);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    };
    choose(2);
    QCOMPARE(*desk.intents.drop, QStringList{ QStringLiteral("column public.users.user_name") });
    QVERIFY(!desk.page.hasOpenDecision());
    choose(1);
    QCOMPARE(int(desk.intents.renames.size()), 1);
    QCOMPARE(desk.intents.renames.first().to, kNewName);
    QCOMPARE(*desk.intents.drop, QStringList());
    QCOMPARE(desk.line(kNewName).siblingAtColumn(items::ChangesModel::Change).data().toString(),
             QStringLiteral("renamed"));
    choose(0);
    QCOMPARE(int(desk.intents.renames.size()), 0);
    QVERIFY(desk.page.hasOpenDecision());
}

void TestCompareDecisions::ignoresByRule()
{
    CompareDesk desk;
    desk.press("rules");
    auto *objects = desk.child<QLineEdit>("ignoreObjects");
    QVERIFY(objects->isVisible());
    objects->setFocus();
    QTest::keyClicks(objects, QStringLiteral("view:public.*"));
    QTest::keyClick(objects, Qt::Key_Return);
    QCOMPARE(desk.intents.ignore.objects, QStringList{ QStringLiteral("view:public.*") });
    QVERIFY(!desk.line(kView).isValid());
    QTest::keyClicks(objects, QStringLiteral(", nokind:x"));
    QTest::keyClick(objects, Qt::Key_Return);
    QVERIFY(desk.child<QLabel>("rulesProblem")->isVisible());
    QCOMPARE(desk.intents.ignore.objects.size(), 1);
    auto *comments = desk.child<QCheckBox>("ignore_comments");
    objects->setText(QString());
    QTest::mouseClick(comments, Qt::LeftButton, {}, QPoint(8, comments->height() / 2));
    QCOMPARE(desk.intents.ignore.what, QVector<diff::Ignorable>{ diff::Ignorable::Comments });
}

void TestCompareDecisions::showsStaleDecisions()
{
    plan::Intents intents;
    intents.renames = { { schema::Kind::Column, QStringLiteral("public.users.gone"), kNewName } };
    intents.exclude = { QStringLiteral("view public.gone") };
    CompareDesk desk(intents);
    auto *forget = desk.child<QToolButton>("removeStale");
    QVERIFY(forget && forget->isVisible());
    QCOMPARE(desk.lines(), 6); // In nobody's way.
    QTest::mouseClick(forget, Qt::LeftButton);
    QCOMPARE(int(desk.intents.renames.size()), 0);
    QCOMPARE(desk.intents.exclude, QStringList());
}

QTEST_MAIN(TestCompareDecisions)
#include "tst_comparedecisions.moc"
