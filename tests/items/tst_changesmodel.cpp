#include "printmodel.h"

#include <model/diff/selectiongraph.h>
#include <model/items/changesmodel.h>
#include <model/items/roles.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace lockstep;
using items::ChangesModel;
using items::ChangeStatus;
using schema::Kind;

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
    void saysWhyWhatCannotBeCompared();
    void saysWhatWouldBeLost();
    void asksForTicks();
    void showsDecisions();
    void staysInPlaceWhenOnlyDecisionsChange();
    void countsChanges();
    void laysPartsOfATableIntoTheWholeTable();
    void namesWhatLosesData();
    void isEmptyWithoutChanges();
};

namespace {

schema::Fact tableFact(const QString &name)
{
    return { schema::objectId(Kind::Table, QStringLiteral("public"), name), schema::TableAttributes(), {} };
}

schema::Fact columnFact(const QString &table, const QString &name, const QString &type, int position)
{
    schema::ColumnAttributes attributes;
    attributes.type = type;
    attributes.position = position;
    return { schema::subId(Kind::Column, QStringLiteral("public"), table, name), attributes, {} };
}

schema::Fact viewFact(const QString &name)
{
    schema::ViewAttributes view;
    view.query = QStringLiteral("SELECT 1");
    return { schema::objectId(Kind::View, QStringLiteral("public"), name), view, {} };
}

diff::ChangeSetPtr sampleChanges()
{
    const QString users = QStringLiteral("users");
    const auto idColumn = columnFact(users, QStringLiteral("id"), QStringLiteral("integer"), 1);
    const auto wideId = columnFact(users, QStringLiteral("id"), QStringLiteral("bigint"), 1);
    const auto tier = columnFact(users, QStringLiteral("tier"), QStringLiteral("text"), 2);
    const auto old = columnFact(users, QStringLiteral("old"), QStringLiteral("text"), 2);
    auto set = std::make_shared<diff::ChangeSet>();
    set->current = std::make_shared<schema::Catalog>(
        150000, std::vector<schema::Fact>{ tableFact(users), idColumn, old },
        std::vector<schema::Dependency>());
    set->target = std::make_shared<schema::Catalog>(
        150000, std::vector<schema::Fact>{ tableFact(users), wideId, tier, viewFact(QStringLiteral("v")) },
        std::vector<schema::Dependency>());
    set->changes = {
        diff::Altered{ idColumn,
                       wideId,
                       { { QStringLiteral("type"), QStringLiteral("integer"), QStringLiteral("bigint") } } },
        diff::Dropped{ old },
        diff::Created{ tier },
        diff::Created{ viewFact(QStringLiteral("v")) },
        diff::Renamed{ viewFact(QStringLiteral("a")), viewFact(QStringLiteral("b")) },
    };
    return set;
}

} // namespace

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
        facts.push_back(tableFact(QStringLiteral("item_%1").arg(i, 6, 10, QLatin1Char('0'))));
    const auto current =
        std::make_shared<const schema::Catalog>(150000, facts, std::vector<schema::Dependency>());
    for (int i = 0; i < fresh; ++i)
        facts.push_back(tableFact(QStringLiteral("new_%1").arg(i)));
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
    QTRY_COMPARE(model.shownCount(), tables + fresh);
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

void TestChangesModel::saysWhatWouldBeLost()
{
    auto statistics = std::make_shared<schema::Statistics>();
    schema::RelationStatistics &users =
        statistics
            ->relations[schema::objectId(Kind::Table, QStringLiteral("public"), QStringLiteral("users"))];
    users.rows = 2300000;
    users.heapBytes = 50 * 1024 * 1024;
    users.columns.insert(QStringLiteral("old"), { 0.5, 0, 8, 0 });
    ChangesModel model;
    model.setChanges(sampleChanges(), statistics);
    const QString text = testing::printed(model).at(4);
    QVERIFY2(text.contains(QStringLiteral("1\u202f150\u202f000 rows")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("MB")), qPrintable(text));
}

namespace {

/// The sample without its rename, as a comparison offers it.
diff::ChangeSetPtr offeredChanges(const std::vector<diff::Tied> &leftOut = {})
{
    auto set = std::make_shared<diff::ChangeSet>(*sampleChanges());
    set->changes.pop_back();
    auto offer = std::make_shared<diff::Offer>(diff::makeOffer(*set, *set->current));
    offer->leftOut = leftOut;
    set->offer = offer;
    return set;
}

} // namespace

void TestChangesModel::asksForTicks()
{
    ChangesModel model;
    QAbstractItemModelTester tester(&model);
    model.setChanges(sampleChanges());
    QVERIFY(!model.index(0, 0, model.index(0, 0)).data(Qt::CheckStateRole).isValid());
    model.setChanges(offeredChanges());
    const QModelIndex group = model.index(0, 0);
    const QModelIndex tier = model.index(0, 0, group);
    QCOMPARE(tier.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    std::vector<int> asked;
    bool isTicked = true;
    connect(&model, &ChangesModel::ticked, this, [&](const std::vector<int> &changes, bool ticked) {
        asked = changes;
        isTicked = ticked;
    });
    QVERIFY(model.setData(tier, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(asked, std::vector<int>{ model.numberAt(tier) });
    QVERIFY(!isTicked);
    QVERIFY(model.setData(group, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(int(asked.size()), 2);
    // It shows what it is told, not what was asked for.
    QCOMPARE(tier.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
}

void TestChangesModel::showsDecisions()
{
    ChangesModel model;
    QAbstractItemModelTester tester(&model);
    const int tier = 2;
    const int old = 1;
    model.setChanges(offeredChanges({ { old, -1, diff::Tie::Needs } }));
    const auto at = [&](int number, int column) { return model.indexOf(number).siblingAtColumn(column); };
    QCOMPARE(at(old, ChangesModel::Decision).data().toString(), QStringLiteral("kept"));
    QVERIFY(at(old, 0).data(items::LeftOutRole).toBool());
    QCOMPARE(model.leftOutCount(), 1);
    model.setDecisions({ { tier, 0, diff::Tie::Needs } }, { old });
    QCOMPARE(at(old, ChangesModel::Decision).data().toString(), QStringLiteral("parked"));
    QCOMPARE(at(tier, ChangesModel::Decision).data().toString(),
             QStringLiteral("left out: it needs column public.users.id, which is left out"));
    QCOMPARE(at(tier, 0).parent().data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    model.setDecisions({}, {});
    QCOMPARE(at(old, ChangesModel::Decision).data().toString(), QStringLiteral("dropped"));
}

void TestChangesModel::staysInPlaceWhenOnlyDecisionsChange()
{
    ChangesModel model;
    QAbstractItemModelTester tester(&model);
    model.setChanges(offeredChanges());
    int resets = 0;
    connect(&model, &ChangesModel::modelReset, this, [&] { ++resets; });
    model.setChanges(offeredChanges({ { 1, -1, diff::Tie::Needs } }));
    QCOMPARE(resets, 0);
    QCOMPARE(model.leftOutCount(), 1);
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

void TestChangesModel::namesWhatLosesData()
{
    ChangesModel model;
    model.setChanges(sampleChanges());
    QVERIFY(model.index(0, 0, model.index(1, 0)).data(items::DestructiveRole).toBool());
    QVERIFY(!model.index(0, 0, model.index(0, 0)).data(items::DestructiveRole).toBool());
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
