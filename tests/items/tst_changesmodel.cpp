#include "printmodel.h"

#include <model/items/changesmodel.h>
#include <model/items/roles.h>

#include <QAbstractItemModelTester>
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
        QStringLiteral("  public.users.tier | column | new"),
        QStringLiteral("  public.v | view | new"),
        QStringLiteral("dropped (1)"),
        QStringLiteral("  public.users.old | column | dropped"),
        QStringLiteral("changed (1)"),
        QStringLiteral("  public.users.id | column | changed | type: integer \u2192 bigint"),
        QStringLiteral("renamed (1)"),
        QStringLiteral("  public.b | view | renamed | was public.a"),
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
