#include "printmodel.h"

#include <model/items/eventlogmodel.h>
#include <model/items/roles.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace lockstep;

/// Events of a run, newest first.
class TestEventLogModel final : public QObject
{
    Q_OBJECT
private slots:
    void putsTheNewestFirst();
    void dropsTheOldestBeyondItsLimit();
};

namespace {

execution::LogLine line(int second, const QString &text)
{
    return { QDateTime(QDate(2026, 1, 1), QTime(12, 0, second)), execution::EventLevel::Retry,
             QStringLiteral("s03"), text };
}

} // namespace

void TestEventLogModel::putsTheNewestFirst()
{
    items::EventLogModel model;
    QAbstractItemModelTester tester(&model);
    model.append(line(1, QStringLiteral("first")));
    model.append(line(2, QStringLiteral("second")));
    QCOMPARE(testing::printed(model), (QStringList{ QStringLiteral("12:00:02 | retry | second"),
                                                    QStringLiteral("12:00:01 | retry | first") }));
    QCOMPARE(model.index(0, 0).data(items::EventLevelRole).toInt(), int(execution::EventLevel::Retry));
    QCOMPARE(model.index(0, 0).data(items::StepIdRole).toString(), QStringLiteral("s03"));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestEventLogModel::dropsTheOldestBeyondItsLimit()
{
    items::EventLogModel model(3);
    QAbstractItemModelTester tester(&model);
    for (int i = 0; i < 5; ++i)
        model.append(line(i, QString::number(i)));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, items::EventLogModel::Text).data().toString(), QStringLiteral("4"));
    QCOMPARE(model.index(2, items::EventLogModel::Text).data().toString(), QStringLiteral("2"));
}

QTEST_GUILESS_MAIN(TestEventLogModel)
#include "tst_eventlogmodel.moc"
