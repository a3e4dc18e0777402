#include "printmodel.h"

#include <model/items/logmodel.h>
#include <model/items/roles.h>
#include <model/plan/plan.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace lockstep;

/// Lockstep's own log, oldest first.
class TestLogModel final : public QObject
{
    Q_OBJECT
private slots:
    void appendsAtTheEnd();
    void dropsTheOldestBeyondItsLimit();
    void tellsWarningsFromTheRest();
    void givesAllLinesAsText();
};

namespace {

const QDateTime noon(QDate(2026, 1, 1), QTime(12, 0));

void append(items::LogModel *model, base::log::Level level, const char *text)
{
    model->append(noon, level, QStringLiteral("lockstep.diff"), QString::fromLatin1(text));
}

} // namespace

void TestLogModel::appendsAtTheEnd()
{
    items::LogModel model;
    QAbstractItemModelTester tester(&model);
    append(&model, base::log::Level::Info, "one");
    append(&model, base::log::Level::Error, "two");
    QCOMPARE(testing::printed(model),
             (QStringList{ QStringLiteral("12:00:00.000 | info | lockstep.diff | one"),
                           QStringLiteral("12:00:00.000 | error | lockstep.diff | two") }));
}

void TestLogModel::dropsTheOldestBeyondItsLimit()
{
    items::LogModel model(2);
    QAbstractItemModelTester tester(&model);
    for (const char *text : { "a", "b", "c" })
        append(&model, base::log::Level::Info, text);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, items::LogModel::Message).data().toString(), QStringLiteral("b"));
}

void TestLogModel::tellsWarningsFromTheRest()
{
    items::LogModel model;
    append(&model, base::log::Level::Debug, "a");
    append(&model, base::log::Level::Warning, "b");
    QCOMPARE(model.index(0, 0).data(items::SeverityRole).toInt(), int(plan::Severity::Info));
    QCOMPARE(model.index(1, 0).data(items::SeverityRole).toInt(), int(plan::Severity::Warning));
}

void TestLogModel::givesAllLinesAsText()
{
    items::LogModel model;
    append(&model, base::log::Level::Info, "a");
    append(&model, base::log::Level::Info, "b");
    const QStringList lines = model.toText().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.at(1).endsWith(QStringLiteral("info lockstep.diff: b")));
}

QTEST_GUILESS_MAIN(TestLogModel)
#include "tst_logmodel.moc"
