#include "printmodel.h"
#include "samplechanges.h"

#include <model/items/changesmodel.h>
#include <model/items/roles.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace lockstep;
using items::ChangesModel;
using schema::Kind;
using testing::offeredChanges;
using testing::sampleChanges;

/// What is ticked, left out, kept and parked of a comparison, and what would be lost.
class TestChangesModelDecisions final : public QObject
{
    Q_OBJECT
private slots:
    void saysWhatWouldBeLost();
    void namesWhatLosesData();
    void asksForTicks();
    void showsDecisions();
    void staysInPlaceWhenOnlyDecisionsChange();
};

void TestChangesModelDecisions::saysWhatWouldBeLost()
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

void TestChangesModelDecisions::namesWhatLosesData()
{
    ChangesModel model;
    model.setChanges(sampleChanges());
    QVERIFY(model.index(0, 0, model.index(1, 0)).data(items::DestructiveRole).toBool());
    QVERIFY(!model.index(0, 0, model.index(0, 0)).data(items::DestructiveRole).toBool());
}

void TestChangesModelDecisions::asksForTicks()
{
    ChangesModel model;
    QAbstractItemModelTester tester(&model);
    model.setChanges(sampleChanges());
    QVERIFY(!model.index(0, 0, model.index(0, 0)).data(Qt::CheckStateRole).isValid());
    model.setChanges(offeredChanges());
    const QModelIndex group = model.index(0, 0);
    const QModelIndex tier = model.index(0, 0, group);
    QCOMPARE(tier.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(model.tickableShown(), (std::vector<int>{ 2, 3, 1, 0 }));
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

void TestChangesModelDecisions::showsDecisions()
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

void TestChangesModelDecisions::staysInPlaceWhenOnlyDecisionsChange()
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

QTEST_GUILESS_MAIN(TestChangesModelDecisions)
#include "tst_changesmodeldecisions.moc"
