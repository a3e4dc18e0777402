#include "printmodel.h"

#include <model/items/checklistmodel.h>
#include <model/items/roles.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace lockstep;
using analysis::CheckItem;
using analysis::CheckVerdict;
using items::ChecklistModel;

/// The items of a checklist as a table, and the rows of one of them.
class TestChecklistModel final : public QObject
{
    Q_OBJECT
private slots:
    void showsWhatStopsARunFirst();
    void findsItemsById();
    void givesUpWhatIsGone();
    void showsTheRowsOfAnItem();
};

namespace {

CheckItem itemOf(const char *id, CheckVerdict verdict)
{
    CheckItem item;
    item.id = QLatin1String(id);
    item.title = QStringLiteral("About ") + QLatin1String(id);
    item.consequence = QStringLiteral("It means something.");
    item.verdict = verdict;
    return item;
}

analysis::ChecklistPtr listOf(const QVector<CheckItem> &items)
{
    auto list = std::make_shared<analysis::Checklist>();
    list->items = items;
    return list;
}

const analysis::ChecklistPtr &sample()
{
    static const analysis::ChecklistPtr list = listOf(
        { itemOf("a", CheckVerdict::Ok), itemOf("b", CheckVerdict::Stop), itemOf("c", CheckVerdict::NotKnown),
          itemOf("d", CheckVerdict::Attention), itemOf("e", CheckVerdict::Stop) });
    return list;
}

} // namespace

void TestChecklistModel::showsWhatStopsARunFirst()
{
    ChecklistModel model;
    QAbstractItemModelTester tester(&model);
    model.setChecklist(sample());
    QCOMPARE(testing::printed(model),
             (QStringList{ QStringLiteral("stops the run | About b | It means something."),
                           QStringLiteral("stops the run | About e | It means something."),
                           QStringLiteral("needs attention | About d | It means something."),
                           QStringLiteral("not known | About c | It means something."),
                           QStringLiteral("ok | About a | It means something.") }));
    QCOMPARE(model.index(2, 0).data(items::VerdictRole).toInt(), int(CheckVerdict::Attention));
    QCOMPARE(model.index(2, ChecklistModel::Title).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("About d: needs attention. It means something."));
    QCOMPARE(sample()->worst(), CheckVerdict::Stop);
}

void TestChecklistModel::findsItemsById()
{
    ChecklistModel model;
    QAbstractItemModelTester tester(&model);
    model.setChecklist(sample());
    QCOMPARE(model.rowOf(QStringLiteral("c")), 3);
    QCOMPARE(model.itemAt(3)->id, QStringLiteral("c"));
    QCOMPARE(model.rowOf(QStringLiteral("z")), -1);
    QVERIFY(!model.itemAt(-1) && !model.itemAt(5));
}

void TestChecklistModel::givesUpWhatIsGone()
{
    ChecklistModel model;
    QAbstractItemModelTester tester(&model);
    model.setChecklist(sample());
    model.setChecklist(listOf({ itemOf("z", CheckVerdict::Ok) }));
    QCOMPARE(model.rowCount(), 1);
    model.setChecklist(nullptr);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), int(ChecklistModel::ColumnCount));
}

void TestChecklistModel::showsTheRowsOfAnItem()
{
    items::CheckRowsModel model;
    QAbstractItemModelTester tester(&model);
    CheckItem item = itemOf("a", CheckVerdict::Ok);
    item.columns = { QStringLiteral("pid"), QStringLiteral("query") };
    item.rows = { { QStringLiteral("7"), QStringLiteral("SELECT 1") }, { QStringLiteral("8") } };
    model.setItem(&item);
    QCOMPARE(testing::printed(model),
             (QStringList{ QStringLiteral("7 | SELECT 1"), QStringLiteral("8") }));
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("query"));
    model.setItem(nullptr);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 0);
}

QTEST_GUILESS_MAIN(TestChecklistModel)
#include "tst_checklistmodel.moc"
