#include "../unit/diff/handmadecatalog.h"

#include <widgets/common/banner.h>
#include <widgets/common/theme.h>
#include <widgets/compare/comparepage.h>

#include <model/items/changesmodel.h>
#include <model/plan/planner.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace lockstep;
using namespace lockstep::widgets;
using lockstep::testing::catalog;
using lockstep::testing::column;
using lockstep::testing::table;

namespace {

/// A page with a comparison on it, followed as the window follows it.
struct Desk
{
    explicit Desk(const plan::Intents &intents = {})
        : intents(intents)
    {
        if (!this->intents.drop)
            this->intents.drop = QStringList();
        QObject::connect(&page, &ComparePage::intentsChanged, &page, [this](const plan::Intents &next) {
            this->intents = next;
            ++changes;
            compare();
        });
        page.resize(1500, 900);
        page.show();
        compare();
    }

    void compare()
    {
        const QString users = QStringLiteral("users");
        auto view = schema::Fact{ schema::objectId(schema::Kind::View, testing::kPublic, QStringLiteral("v")),
                                  schema::ViewAttributes{
                                      QStringLiteral("SELECT username FROM public.users"), {}, {} },
                                  {} };
        const auto before =
            catalog({ table(users), column(users, QStringLiteral("age"), QStringLiteral("integer"), 1),
                      column(users, QStringLiteral("user_name"), QStringLiteral("text"), 2),
                      table(QStringLiteral("old")) },
                    {}, { { QStringLiteral("cast"), QStringLiteral("text AS money") } });
        wanted = catalog({ table(users), column(users, QStringLiteral("age"), QStringLiteral("bigint"), 1),
                           column(users, QStringLiteral("username"), QStringLiteral("text"), 2), view },
                         { { 3, 2 } });
        QVector<plan::StaleDecision> stale;
        auto options =
            plan::diffOptions(plan::usableIntents(intents, *before, *wanted, &stale), *before, *wanted);
        QVERIFY(options.has_value());
        options->offersAll = true;
        const auto set = diff::diff(before, wanted, *options, {});
        QVERIFY(set.has_value());
        found = *set;
        auto statistics = std::make_shared<schema::Statistics>();
        statistics->relations[table(QStringLiteral("old")).id].rows = 41000;
        page.setIntents(intents);
        page.setChanges({ found, statistics, wanted });
        page.setStaleDecisions(stale);
    }

    template <typename T>
    T *child(const char *name)
    {
        return page.findChild<T *>(QLatin1String(name));
    }
    QTreeView *tree() { return child<QTreeView>("changes"); }
    QModelIndex line(const QString &name)
    {
        QAbstractItemModel *model = tree()->model();
        for (int group = 0; group < model->rowCount(); ++group) {
            const QModelIndex parent = model->index(group, 0);
            for (int row = 0; row < model->rowCount(parent); ++row) {
                if (model->index(row, 0, parent).data().toString() == name)
                    return model->index(row, 0, parent);
            }
        }
        return {};
    }
    void choose(const QString &name) { tree()->setCurrentIndex(line(name)); }
    bool isTicked(const QString &name) { return line(name).data(Qt::CheckStateRole).toInt() == Qt::Checked; }
    int lines()
    {
        int count = 0;
        for (int i = 0; i < tree()->model()->rowCount(); ++i)
            count += tree()->model()->rowCount(tree()->model()->index(i, 0));
        return count;
    }
    void press(const char *name) { QTest::mouseClick(child<QToolButton>(name), Qt::LeftButton); }

    ComparePage page;
    plan::Intents intents;
    diff::ChangeSetPtr found;
    schema::CatalogPtr wanted;
    int changes = 0;
};

const QString kAge = QStringLiteral("public.users.age");
const QString kOldName = QStringLiteral("public.users.user_name");
const QString kNewName = QStringLiteral("public.users.username");
const QString kOld = QStringLiteral("public.old");
const QString kView = QStringLiteral("public.v");

} // namespace

class TestComparePage : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatToDoWhileEmpty();
    void showsTheSelectedChange();
    void filtersByName();
    void countsFilter();
    void groupsAsAsked();
    void dropsNothingThatIsNotTicked();
    void ticksByKeyboardAndNamesWhatGoesAlong();
    void takesBackWhatWentAlong();
    void keepsParksAndDrops();
    void decidesRenames();
    void ignoresByRule();
    void showsStaleDecisions();
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
}

void TestComparePage::showsTheSelectedChange()
{
    Desk desk;
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
    Desk desk;
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
    Desk desk;
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
    Desk desk;
    auto *grouping = desk.child<QComboBox>("grouping");
    grouping->setFocus();
    QTest::keyClick(grouping, Qt::Key_Down);
    QCOMPARE(desk.tree()->model()->index(0, 0).data().toString(), QStringLiteral("table (1)"));
    QTest::keyClick(grouping, Qt::Key_Down);
    QCOMPARE(desk.tree()->model()->index(1, 0).data().toString(), QStringLiteral("public (5)"));
}

void TestComparePage::dropsNothingThatIsNotTicked()
{
    Desk desk;
    QVERIFY(!desk.isTicked(kOld));
    QVERIFY(!desk.isTicked(kOldName));
    QVERIFY(desk.isTicked(kNewName));
    QCOMPARE(desk.line(kOld).siblingAtColumn(items::ChangesModel::Decision).data().toString(),
             QStringLiteral("kept"));
    QCOMPARE(desk.child<QLabel>("selection")->text(),
             QStringLiteral("3 of 5 changes are in the plan. 2 drop(s) not selected: the plan keeps them."));
    QVERIFY(desk.page.stateLine().contains(QStringLiteral("2 left out")));
}

void TestComparePage::ticksByKeyboardAndNamesWhatGoesAlong()
{
    Desk desk;
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

void TestComparePage::takesBackWhatWentAlong()
{
    Desk desk;
    desk.choose(kNewName);
    QTest::mouseClick(desk.child<QCheckBox>("taken"), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(!desk.isTicked(kView));
    emit desk.child<Banner>("consequence")->actionTriggered();
    QVERIFY(desk.isTicked(kView));
    QCOMPARE(desk.intents.exclude, QStringList());
    QVERIFY(!desk.child<Banner>("consequence")->isVisible());
}

void TestComparePage::keepsParksAndDrops()
{
    Desk desk;
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

void TestComparePage::decidesRenames()
{
    Desk desk;
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

void TestComparePage::ignoresByRule()
{
    Desk desk;
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

void TestComparePage::showsStaleDecisions()
{
    plan::Intents intents;
    intents.renames = { { schema::Kind::Column, QStringLiteral("public.users.gone"), kNewName } };
    intents.exclude = { QStringLiteral("view public.gone") };
    Desk desk(intents);
    auto *forget = desk.child<QToolButton>("removeStale");
    QVERIFY(forget && forget->isVisible());
    QCOMPARE(desk.lines(), 6); // In nobody's way.
    QTest::mouseClick(forget, Qt::LeftButton);
    QCOMPARE(int(desk.intents.renames.size()), 0);
    QCOMPARE(desk.intents.exclude, QStringList());
}

void TestComparePage::namesWhatIsNotCompared()
{
    Desk desk;
    QCOMPARE(desk.child<QToolButton>("showNotCompared")->text(), QStringLiteral("Cannot be compared 1"));
    desk.choose(QStringLiteral("text AS money"));
    QVERIFY(desk.child<QLabel>("why")->text().contains(QStringLiteral("does not compare this")));
}

void TestComparePage::keepsTheSelectedLine()
{
    Desk desk;
    desk.choose(kNewName);
    desk.compare();
    QCOMPARE(desk.tree()->currentIndex().data().toString(), kNewName);
    QTest::keyClicks(desk.child<QLineEdit>("filter"), QStringLiteral("user"));
    QCOMPARE(desk.tree()->currentIndex().data().toString(), kNewName);
}

void TestComparePage::stepsThroughDifferences()
{
    Desk desk;
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
        Desk desk;
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
