#include "printmodel.h"
#include "samplechanges.h"

#include <model/items/changesmodel.h>
#include <model/items/roles.h>

#include <tests/support/patience.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace lockstep;
using items::ChangesModel;
using items::ChangeStatus;
using schema::Kind;
using testing::sampleChanges;

class TestChangesModel final : public QObject
{
    Q_OBJECT
private slots:
    void groupsByStatus();
    void groupsByKind();
    void groupsBySchema();
    void filters_data();
    void filters();
    void showsTheSameHoweverAFilterWasReached();
    void leavesTheListAloneWhereNothingMoves();
    void listsIdenticalObjectsWhenAsked();
    void listsManyIdenticalObjectsInAFewSteps();
    void listsTheRestOfAHugeGroupWhenAsked_data();
    void listsTheRestOfAHugeGroupWhenAsked();
    void saysWhyWhatCannotBeCompared();
    void countsChanges();
    void laysPartsOfATableIntoTheWholeTable();
    void isEmptyWithoutChanges();
};

void TestChangesModel::groupsByStatus()
{
    ChangesModel model;
    QAbstractItemModelTester tester(&model);
    model.setChanges(sampleChanges());
    const QStringList expected = {
        QStringLiteral("new (2)"),
        QStringLiteral("  public.users.tier | column | new |  | tier text"),
        QStringLiteral("  public.v | view | new |  | CREATE VIEW public.v AS SELECT 1"),
        QStringLiteral("dropped (1)"),
        QStringLiteral("  public.users.old | column | dropped |  | would lose its values, in rows that "
                       "nobody has counted"),
        QStringLiteral("changed (1)"),
        QStringLiteral("  public.users.id | column | changed |  | type: integer \u2192 bigint"),
        QStringLiteral("renamed (1)"),
        QStringLiteral("  public.b | view | renamed |  | was public.a"),
    };
    QCOMPARE(testing::printed(model), expected);
}

void TestChangesModel::groupsByKind()
{
    ChangesModel model;
    QAbstractItemModelTester tester(&model);
    model.setChanges(sampleChanges());
    model.setGrouping(ChangesModel::Grouping::ByKind);
    const QStringList lines = testing::printed(model);
    QCOMPARE(lines.first(), QStringLiteral("column (3)"));
    QCOMPARE(lines.at(4), QStringLiteral("view (2)"));
}

void TestChangesModel::groupsBySchema()
{
    ChangesModel model;
    QAbstractItemModelTester tester(&model);
    model.setChanges(sampleChanges());
    model.setGrouping(ChangesModel::Grouping::BySchema);
    QCOMPARE(testing::printed(model).first(), QStringLiteral("public (5)"));
}

void TestChangesModel::filters_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("count");
    QTest::newRow("nothing") << QString() << 5;
    QTest::newRow("part of a name") << QStringLiteral("SERS.t") << 1;
    QTest::newRow("pattern of a table and what is in it") << QStringLiteral("public.user*") << 3;
    QTest::newRow("pattern from the beginning") << QStringLiteral("user*") << 0;
    QTest::newRow("any letter") << QStringLiteral("public.?") << 5;
    QTest::newRow("a letter in between") << QStringLiteral("*.i?") << 1;
    QTest::newRow("no such name") << QStringLiteral("zz") << 0;
}

void TestChangesModel::filters()
{
    QFETCH(QString, name);
    ChangesModel model;
    QAbstractItemModelTester tester(&model);
    model.setChanges(sampleChanges());
    items::ChangeFilter filter;
    filter.name = name;
    model.setFilter(filter);
    QTEST(model.shownCount(), "count");
    filter.name.clear();
    filter.kind = Kind::View;
    model.setFilter(filter);
    QCOMPARE(model.shownCount(), 2);
    filter.statuses.at(size_t(ChangeStatus::Created)) = false;
    model.setFilter(filter);
    QCOMPARE(model.shownCount(), 1);
}

/// What is typed narrows what was shown before; what is taken back shows all of it again.
void TestChangesModel::showsTheSameHoweverAFilterWasReached()
{
    ChangesModel typed;
    QAbstractItemModelTester tester(&typed);
    typed.setChanges(sampleChanges());
    for (const char *name :
         { "u", "us", "users.", "users.t", "us", "", "p*", "p*v", "v", "users", "xyz", "" }) {
        for (const bool showsDropped : { true, false }) {
            items::ChangeFilter filter;
            filter.name = QString::fromLatin1(name);
            filter.statuses.at(size_t(ChangeStatus::Dropped)) = showsDropped;
            typed.setFilter(filter);
            ChangesModel fresh;
            fresh.setFilter(filter);
            fresh.setChanges(sampleChanges());
            QCOMPARE(testing::printed(typed), testing::printed(fresh));
            QCOMPARE(typed.shownCount(), fresh.shownCount());
        }
    }
}

void TestChangesModel::leavesTheListAloneWhereNothingMoves()
{
    ChangesModel model;
    model.setChanges(sampleChanges());
    const QSignalSpy reset(&model, &ChangesModel::modelReset);
    items::ChangeFilter filter;
    filter.name = QStringLiteral("public");
    model.setFilter(filter);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(model.shownCount(), 5);
    filter.name = QStringLiteral("public.users");
    model.setFilter(filter);
    QCOMPARE(reset.count(), 1);
    QCOMPARE(model.shownCount(), 3);
}

void TestChangesModel::listsIdenticalObjectsWhenAsked()
{
    ChangesModel model;
    QAbstractItemModelTester tester(&model);
    auto set = std::make_shared<diff::ChangeSet>(*sampleChanges());
    set->identical = 1;
    model.setChanges(set);
    QCOMPARE(model.count(ChangeStatus::Identical), 1);
    QCOMPARE(model.shownCount(), 5);
    items::ChangeFilter filter;
    filter.statuses.at(size_t(ChangeStatus::Identical)) = true;
    model.setFilter(filter);
    QCOMPARE(model.shownCount(), 6);
    QVERIFY(testing::printed(model).contains(QStringLiteral("  public.users | table | identical")));
    const QModelIndex group = model.index(model.rowCount() - 1, 0);
    QVERIFY(model.identicalAt(model.index(0, 0, group)));
    QVERIFY(!model.changeAt(model.index(0, 0, group)));
}

void TestChangesModel::listsManyIdenticalObjectsInAFewSteps()
{
    constexpr int tables = 30000;
    constexpr int fresh = 3;
    std::vector<schema::Fact> facts;
    for (int i = 0; i < tables; ++i)
        facts.push_back(testing::tableFact(QStringLiteral("item_%1").arg(i, 6, 10, QLatin1Char('0'))));
    const auto current =
        std::make_shared<const schema::Catalog>(150000, facts, std::vector<schema::Dependency>());
    for (int i = 0; i < fresh; ++i)
        facts.push_back(testing::tableFact(QStringLiteral("new_%1").arg(i)));
    const auto target =
        std::make_shared<const schema::Catalog>(150000, facts, std::vector<schema::Dependency>());
    const auto changes = diff::diff(current, target, {}, {});
    QVERIFY(changes.has_value());
    ChangesModel model;
    model.setChanges(*changes);
    QCOMPARE(model.shownCount(), fresh);
    QSignalSpy resets(&model, &ChangesModel::modelReset);
    items::ChangeFilter filter;
    filter.statuses.at(size_t(ChangeStatus::Identical)) = true;
    model.setFilter(filter);
    QTRY_COMPARE_WITH_TIMEOUT(model.shownCount(), tables + fresh, testing::longEnoughMs);
    // Each shows everything again: twice as much each time, and once at the end.
    QVERIFY2(resets.count() <= 18, qPrintable(QString::number(resets.count())));
    const QModelIndex group = model.index(model.rowCount() - 1, 0);
    QCOMPARE(model.rowCount(group), tables);
    for (int i = 0; i < tables; ++i)
        QCOMPARE(model.identicalAt(model.index(i, 0, group))->id.name, facts.at(size_t(i)).id.name);
    filter.name = QStringLiteral("_0123");
    model.setFilter(filter);
    QCOMPARE(model.shownCount(), 100);
    for (int i = 0; i < fresh; ++i)
        QVERIFY(!model.indexOf(i).isValid());
    filter.name = QStringLiteral("new_");
    model.setFilter(filter);
    for (int i = 0; i < fresh; ++i)
        QCOMPARE(model.numberAt(model.indexOf(i)), i);
}

void TestChangesModel::listsTheRestOfAHugeGroupWhenAsked_data()
{
    constexpr int most = ChangesModel::linesAtOnce;
    QTest::addColumn<int>("changes");
    QTest::addColumn<int>("questions");
    QTest::newRow("as many as are listed") << most << 0;
    QTest::newRow("one more") << most + 1 << 1;
    QTest::newRow("as many again") << 2 * most << 1;
    QTest::newRow("more than twice") << 2 * most + 2 << 2;
}

void TestChangesModel::listsTheRestOfAHugeGroupWhenAsked()
{
    QFETCH(const int, changes);
    QFETCH(const int, questions);
    auto set = std::make_shared<diff::ChangeSet>();
    for (int i = 0; i < changes; ++i)
        set->changes.push_back(diff::Created{ testing::tableFact(QStringLiteral("t%1").arg(i)) });
    ChangesModel model;
    QAbstractItemModelTester tester(&model);
    model.setChanges(set);
    const QModelIndex group = model.index(0, 0);
    QVERIFY(group.data().toString().contains(QString::number(changes)));
    QCOMPARE(model.shownCount(), changes);
    QCOMPARE(model.indexOf(changes - 1).isValid(), questions == 0);
    for (int asked = 1; asked <= questions; ++asked) {
        const QModelIndex more = model.index(model.rowCount(group) - 1, 0, group);
        QVERIFY(model.isMore(more));
        QCOMPARE(more.row(), asked * ChangesModel::linesAtOnce);
        QVERIFY2(more.data().toString().contains(QStringLiteral("Enter")),
                 qPrintable(more.data().toString()));
        QCOMPARE(model.numberAt(more), -1);
        QVERIFY(!more.data(Qt::CheckStateRole).isValid());
        model.listMore(more);
    }
    QCOMPARE(model.rowCount(group), changes);
    const QModelIndex last = model.index(changes - 1, 0, group);
    QVERIFY(!model.isMore(last));
    QCOMPARE(model.numberAt(last), changes - 1);
    QCOMPARE(model.indexOf(changes - 1), last);
    model.listMore(last); // Nothing to list.
    QCOMPARE(model.rowCount(group), changes);
}

void TestChangesModel::saysWhyWhatCannotBeCompared()
{
    ChangesModel model;
    QAbstractItemModelTester tester(&model);
    auto set = std::make_shared<diff::ChangeSet>(*sampleChanges());
    set->unmodelled = { { QStringLiteral("shell type"), QStringLiteral("public.s") },
                        { QStringLiteral("user mapping with options that this role may not read"),
                          QStringLiteral("remote") } };
    model.setChanges(set);
    QCOMPARE(model.count(ChangeStatus::NotCompared), 2);
    const QStringList lines = testing::printed(model);
    QVERIFY(lines.contains(QStringLiteral("cannot be compared (2)")));
    QVERIFY(lines.at(lines.size() - 2).contains(QStringLiteral("does not compare this")));
    QVERIFY(lines.last().contains(QStringLiteral("connect as one that may")));
}

void TestChangesModel::countsChanges()
{
    ChangesModel model;
    model.setChanges(sampleChanges());
    QCOMPARE(model.count(ChangeStatus::Created), 2);
    QCOMPARE(model.count(ChangeStatus::Dropped), 1);
    QCOMPARE(model.count(ChangeStatus::Altered), 1);
    QCOMPARE(model.count(ChangeStatus::Renamed), 1);
}

void TestChangesModel::laysPartsOfATableIntoTheWholeTable()
{
    ChangesModel model;
    model.setChanges(sampleChanges());
    const QModelIndex created = model.index(0, 0, model.index(0, 0));
    QCOMPARE(created.data(items::ObjectKindRole).toInt(), int(Kind::Column));
    QCOMPARE(created.data(items::BeforeRole).toString(),
             QStringLiteral("CREATE TABLE public.users (\n    id integer,\n    old text\n)"));
    QCOMPARE(created.data(items::AfterRole).toString(),
             QStringLiteral("CREATE TABLE public.users (\n    id bigint,\n    tier text\n)"));
    const QModelIndex view = model.index(1, 0, model.index(0, 0));
    QCOMPARE(view.data(items::BeforeRole).toString(), QString());
    QCOMPARE(view.data(items::AfterRole).toString(), QStringLiteral("CREATE VIEW public.v AS\nSELECT 1"));
}

void TestChangesModel::isEmptyWithoutChanges()
{
    ChangesModel model;
    QAbstractItemModelTester tester(&model);
    model.setChanges(sampleChanges());
    model.setChanges(nullptr);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.count(ChangeStatus::Created), 0);
    QVERIFY(!model.changeAt({}));
}

QTEST_GUILESS_MAIN(TestChangesModel)
#include "tst_changesmodel.moc"
