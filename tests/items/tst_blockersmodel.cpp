#include "printmodel.h"

#include <model/items/blockersmodel.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace lockstep;
using items::BlockersModel;

namespace {

execution::Blocker blocker(int pid, const QString &start = QStringLiteral("10:00"))
{
    execution::Blocker one;
    one.pid = pid;
    one.user = QStringLiteral("billing");
    one.application = QStringLiteral("report");
    one.query = QStringLiteral("SELECT  sum(x)\nFROM users");
    one.state = QStringLiteral("active");
    one.transactionSeconds = 12;
    one.backendStart = start;
    return one;
}

} // namespace

/// Who keeps a run from its lock, as it comes and goes.
class TestBlockersModel final : public QObject
{
    Q_OBJECT
private slots:
    void saysWhoAndWhatAndSinceWhen();
    void keepsASessionInItsRow();
    void tellsALaterSessionOfTheSamePidApart();
    void namesAPreparedTransaction();
};

void TestBlockersModel::saysWhoAndWhatAndSinceWhen()
{
    BlockersModel model;
    QAbstractItemModelTester tester(&model);
    execution::Blocker idle = blocker(8);
    idle.state = QStringLiteral("idle in transaction");
    idle.stateSeconds = 700;
    idle.keptBecause = QStringLiteral("It is a superuser's.");
    model.setBlockers({ blocker(7), idle });
    QCOMPARE(
        testing::printed(model),
        (QStringList{ QStringLiteral("pid 7 (billing, report) | active | 12 s | SELECT sum(x) FROM users"),
                      QStringLiteral("pid 8 (billing, report) | idle in transaction for 11 min 40 s | "
                                     "12 s | SELECT sum(x) FROM users") }));
    QCOMPARE(model.index(1, 0).data(Qt::ToolTipRole).toString(), idle.keptBecause);
}

void TestBlockersModel::keepsASessionInItsRow()
{
    BlockersModel model;
    QAbstractItemModelTester tester(&model);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setBlockers({ blocker(7), blocker(8), blocker(9) });
    const QPersistentModelIndex nine = model.index(2, 0);
    model.setBlockers({ blocker(10), blocker(9), blocker(7) });
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.blockers().at(nine.row()).pid, 9);
    QCOMPARE(nine.row(), 1);
    model.setBlockers({});
    QVERIFY(!nine.isValid());
    QVERIFY(reset.isEmpty());
}

void TestBlockersModel::tellsALaterSessionOfTheSamePidApart()
{
    BlockersModel model;
    QAbstractItemModelTester tester(&model);
    model.setBlockers({ blocker(7) });
    const QPersistentModelIndex first = model.index(0, 0);
    model.setBlockers({ blocker(7, QStringLiteral("11:00")) });
    QVERIFY(!first.isValid());
    QCOMPARE(model.rowCount(), 1);
}

void TestBlockersModel::namesAPreparedTransaction()
{
    execution::Blocker prepared;
    prepared.application = QStringLiteral("forgotten by billing");
    QCOMPARE(items::sessionText(prepared), QStringLiteral("prepared transaction (forgotten by billing)"));
}

QTEST_GUILESS_MAIN(TestBlockersModel)
#include "tst_blockersmodel.moc"
