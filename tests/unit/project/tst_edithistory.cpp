#include <model/project/edithistory.h>

#include <QTest>

using namespace lockstep;
using project::EditHistory;
using project::SqlEdit;

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

SqlEdit editOf(const QString &step, const QString &sql)
{
    return { step, plan::SqlPart::Forward, sql };
}

QString textOf(const std::vector<SqlEdit> &edits)
{
    QStringList lines;
    for (const SqlEdit &edit : edits)
        lines << edit.stepId + QLatin1Char('=') + edit.sql;
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
    void putsEditsOnARenumberedPlan();
    void losesEditsWhoseStepIsGeneratedDifferently();
    void survivesTheProjectFilesForm();
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
    SqlEdit revert;
    revert.stepId = QStringLiteral("s01");
    revert.isRevert = true;
    history.push(planOf({ a, b }), revert, noon.addSecs(10));
    QCOMPARE(textOf(history.edits()), QStringLiteral("s02=Y"));
    history.undo();
    QCOMPARE(textOf(history.edits()), QStringLiteral("s01=X s02=Y"));
}

void TestEditHistory::putsEditsOnARenumberedPlan()
{
    EditHistory history;
    history.reset(planOf({ a, b }));
    history.push(planOf({ a, b }), editOf(QStringLiteral("s02"), QStringLiteral("B2")), noon);
    std::vector<SqlEdit> lost;
    const auto found =
        project::fitted(project::anchored(history), *planOf({ QStringLiteral("new"), a, b }), &lost);
    QCOMPARE(textOf(found), QStringLiteral("s03=B2"));
    QVERIFY(lost.empty());
}

void TestEditHistory::losesEditsWhoseStepIsGeneratedDifferently()
{
    EditHistory history;
    history.reset(planOf({ a, b }));
    history.push(planOf({ a, b }), editOf(QStringLiteral("s02"), QStringLiteral("B2")), noon);
    std::vector<SqlEdit> lost;
    const auto found =
        project::fitted(project::anchored(history), *planOf({ a, QStringLiteral("C") }), &lost);
    QVERIFY(found.empty());
    QCOMPARE(textOf(lost), QStringLiteral("s02=B2"));
}

void TestEditHistory::survivesTheProjectFilesForm()
{
    EditHistory history;
    history.reset(planOf({ a, b }));
    history.push(planOf({ a, b }), editOf(QStringLiteral("s02"), QStringLiteral("B2")), noon);
    history.push(planOf({ a, b }), { QStringLiteral("s02"), plan::SqlPart::Rollback, QStringLiteral("B0") },
                 noon.addSecs(5));
    const auto stored = project::toStepEdits(project::anchored(history));
    QCOMPARE(stored.size(), 1);
    std::vector<SqlEdit> lost;
    const auto found = project::fitted(project::fromStepEdits(stored), *planOf({ a, b }), &lost);
    QCOMPARE(textOf(found), QStringLiteral("s02=B2 s02=B0"));
    QCOMPARE(found.back().part, plan::SqlPart::Rollback);
}

QTEST_GUILESS_MAIN(TestEditHistory)
#include "tst_edithistory.moc"
