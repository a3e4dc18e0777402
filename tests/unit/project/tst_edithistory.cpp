#include <model/project/keptedits.h>

#include <QTest>

using namespace lockstep;
using project::EditHistory;

namespace {

plan::PlanPtr planOf(const QStringList &statements)
{
    auto plan = std::make_shared<plan::Plan>();
    for (int i = 0; i < statements.size(); ++i) {
        plan::Step step;
        step.id = QStringLiteral("s%1").arg(i + 1, 2, 10, QLatin1Char('0'));
        step.sql = { statements.at(i) };
        plan->steps.append(step);
    }
    return plan;
}

plan::EditSql editOf(const QString &step, const QString &sql)
{
    return { step, plan::SqlPart::Forward, sql };
}

QString textOf(const std::vector<plan::PlanEdit> &edits)
{
    QStringList lines;
    for (const plan::PlanEdit &edit : edits) {
        const auto *sql = std::get_if<plan::EditSql>(&edit);
        lines << (sql ? sql->step + QLatin1Char('=') + sql->sql : project::editText(edit));
    }
    return lines.join(QLatin1Char(' '));
}

const QDateTime noon = QDateTime::fromSecsSinceEpoch(1'700'000'000);
const QString a = QStringLiteral("A");
const QString b = QStringLiteral("B");

} // namespace

class TestEditHistory : public QObject
{
    Q_OBJECT

private slots:
    void undoesAndRedoes();
    void joinsWhatWasTypedWithoutAPause();
    void forgetsWhatWasUndoneAfterANewEdit();
    void countsARevertAsNoEdit();
    void keepsSqlThatWasCutSince();
    void namesWhatUndoTakesBack();
};

void TestEditHistory::undoesAndRedoes()
{
    EditHistory history;
    const plan::PlanPtr generated = planOf({ a, b });
    const plan::PlanPtr edited = planOf({ a, QStringLiteral("B2") });
    history.reset(generated);
    QVERIFY(!history.canUndo());
    history.push(edited, editOf(QStringLiteral("s02"), QStringLiteral("B2")), noon);
    QCOMPARE(history.plan(), edited);
    QVERIFY(history.undoText().contains(QStringLiteral("s02")));
    QCOMPARE(history.undo(), QStringLiteral("s02"));
    QCOMPARE(history.plan(), generated);
    QVERIFY(!history.canUndo());
    QVERIFY(history.canRedo());
    QCOMPARE(history.redo(), QStringLiteral("s02"));
    QCOMPARE(history.plan(), edited);
}

void TestEditHistory::joinsWhatWasTypedWithoutAPause()
{
    EditHistory history;
    history.reset(planOf({ a }));
    history.push(planOf({ QStringLiteral("A1") }), editOf(QStringLiteral("s01"), QStringLiteral("A1")), noon);
    history.push(planOf({ QStringLiteral("A12") }), editOf(QStringLiteral("s01"), QStringLiteral("A12")),
                 noon.addMSecs(300));
    history.push(planOf({ QStringLiteral("A3") }), editOf(QStringLiteral("s01"), QStringLiteral("A3")),
                 noon.addSecs(9));
    history.undo();
    QCOMPARE(history.plan()->steps.first().sql.first(), QStringLiteral("A12"));
    history.undo();
    QVERIFY(!history.canUndo());
}

void TestEditHistory::forgetsWhatWasUndoneAfterANewEdit()
{
    EditHistory history;
    history.reset(planOf({ a, b }));
    history.push(planOf({ a, b }), editOf(QStringLiteral("s01"), QStringLiteral("X")), noon);
    history.undo();
    history.push(planOf({ a, b }), editOf(QStringLiteral("s02"), QStringLiteral("Y")), noon.addSecs(5));
    QVERIFY(!history.canRedo());
    QCOMPARE(textOf(history.edits()), QStringLiteral("s02=Y"));
}

void TestEditHistory::countsARevertAsNoEdit()
{
    EditHistory history;
    history.reset(planOf({ a, b }));
    history.push(planOf({ a, b }), editOf(QStringLiteral("s01"), QStringLiteral("X")), noon);
    history.push(planOf({ a, b }), editOf(QStringLiteral("s02"), QStringLiteral("Y")), noon.addSecs(5));
    history.pushReverted(planOf({ a, b }), QStringLiteral("s01"), noon.addSecs(10));
    QCOMPARE(textOf(history.edits()), QStringLiteral("s02=Y"));
    history.undo();
    QCOMPARE(textOf(history.edits()), QStringLiteral("s01=X s02=Y"));
}

void TestEditHistory::keepsSqlThatWasCutSince()
{
    EditHistory history;
    history.reset(planOf({ a, b }));
    const QString first = QStringLiteral("s01");
    history.push(planOf({ a, b }), editOf(first, QStringLiteral("X;Y")), noon);
    history.push(planOf({ a, b }), plan::SplitStep{ first, 1, QStringLiteral("s01b") }, noon.addSecs(5));
    history.push(planOf({ a, b }), editOf(first, QStringLiteral("Z")), noon.addSecs(10));
    history.push(planOf({ a, b }), editOf(first, QStringLiteral("ZZ")), noon.addSecs(20));
    QCOMPARE(textOf(history.edits()), QStringLiteral("s01=X;Y split of step s01 s01=ZZ"));
}

void TestEditHistory::namesWhatUndoTakesBack()
{
    EditHistory history;
    history.reset(planOf({ a, b }));
    QVERIFY(history.undoText().isEmpty());
    history.push(planOf({ b, a }), plan::MoveStep{ QStringLiteral("s02"), QStringLiteral("s01") }, noon);
    QCOMPARE(history.undoText(), QStringLiteral("move of step s02"));
    QCOMPARE(history.undo(), QStringLiteral("s02"));
    QVERIFY(history.edits().empty());
}

QTEST_GUILESS_MAIN(TestEditHistory)
#include "tst_edithistory.moc"
