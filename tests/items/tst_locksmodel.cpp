#include "printmodel.h"
#include "sampleplan.h"

#include <model/items/locksmodel.h>
#include <model/items/roles.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace lockstep;

class TestLocksModel final : public QObject
{
    Q_OBJECT
private slots:
    void listsTheLocksOfOneStep();
    void putsMeasuredLocksBesideExpectedOnes();
    void isEmptyForAnUnknownStep();
};

void TestLocksModel::listsTheLocksOfOneStep()
{
    items::LocksModel model;
    QAbstractItemModelTester tester(&model);
    model.setStep(testing::samplePlan(), QStringLiteral("s08"));
    QCOMPARE(testing::printed(model),
             (QStringList { QStringLiteral("public.orders | SHARE ROW EXCLUSIVE | writes"),
                            QStringLiteral("public.accounts | SHARE ROW EXCLUSIVE | writes") }));
    QCOMPARE(model.index(0, 0).data(items::BlocksRole).toInt(), int(plan::Blocks::Writes));
}

void TestLocksModel::putsMeasuredLocksBesideExpectedOnes()
{
    items::LocksModel model;
    QAbstractItemModelTester tester(&model);
    auto plan = testing::samplePlan();
    plan::MeasuredStep measured;
    measured.step = QStringLiteral("s01");
    measured.locks = { { QStringLiteral("public.users"), plan::LockMode::AccessExclusive } };
    plan->proof.measured.append(measured);
    model.setStep(plan, QStringLiteral("s01"));
    QCOMPARE(testing::printed(model),
             QStringList{
                 QStringLiteral("public.users | ACCESS EXCLUSIVE | reads and writes | ACCESS EXCLUSIVE") });
}

void TestLocksModel::isEmptyForAnUnknownStep()
{
    items::LocksModel model;
    QAbstractItemModelTester tester(&model);
    model.setStep(testing::samplePlan(), QStringLiteral("s01"));
    model.setStep(testing::samplePlan(), QStringLiteral("nothing"));
    QCOMPARE(model.rowCount(), 0);
    model.setStep(nullptr, {});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestLocksModel)
#include "tst_locksmodel.moc"
