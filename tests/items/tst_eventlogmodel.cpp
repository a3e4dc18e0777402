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
    void putsWhatIsToldLateWhereItBelongs();
    void namesTheStepOfAWarning();
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

void TestEventLogModel::putsWhatIsToldLateWhereItBelongs()
{
    items::EventLogModel model;
    QAbstractItemModelTester tester(&model);
    for (const int second : { 1, 3, 2, 3 })
        model.append(line(second, QString::number(model.rowCount())));
    QCOMPARE(testing::printed(model),
             (QStringList{ QStringLiteral("12:00:03 | retry | 3"), QStringLiteral("12:00:03 | retry | 1"),
                           QStringLiteral("12:00:02 | retry | 2"), QStringLiteral("12:00:01 | retry | 0") }));
}

void TestEventLogModel::namesTheStepOfAWarning()
{
    items::EventLogModel model;
    QAbstractItemModelTester tester(&model);
    model.setNumbers(items::StepNumbers(QStringList{ QStringLiteral("s01"), QStringLiteral("s03") }));
    const auto told = [&model](execution::EventLevel level, const char *step, const char *text) {
        model.append(
            { QDateTime(QDate(2026, 1, 1), QTime(12, 0)), level, QLatin1String(step), QLatin1String(text) });
        return model.index(0, items::EventLogModel::Text).data().toString();
    };
    using execution::EventLevel;
    QCOMPARE(told(EventLevel::Warning, "s03", "The values of tier of users go with the column."),
             QStringLiteral("Step 2: The values of tier of users go with the column."));
    QCOMPARE(told(EventLevel::Warning, "s03", "Step s03 (Fill tier) lost a row."),
             QStringLiteral("Step 2 (Fill tier) lost a row."));
    QCOMPARE(told(EventLevel::Retry, "s03", "Trying again."), QStringLiteral("Trying again."));
    QCOMPARE(told(EventLevel::Warning, "", "The standby is behind."),
             QStringLiteral("The standby is behind."));
    QCOMPARE(model.lines().first().text, QStringLiteral("The values of tier of users go with the column."));
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
