#include <model/items/stepnumbers.h>

#include <QTest>

using namespace lockstep;
using items::StepNumbers;

/// Sentences of the engine, with the numbers that the lists of the window show.
class TestStepNumbers final : public QObject
{
    Q_OBJECT
private slots:
    void saysNumbersForIds_data();
    void saysNumbersForIds();
    void saysThemByTheirPlaceInThePlan();
    void leavesTheStatementOfAnError();
    void numbersAChecklist();
    void numbersARehearsal();
};

namespace {

QString l1(const char *text)
{
    return QString::fromLatin1(text);
}

StepNumbers fourSteps()
{
    return StepNumbers(QStringList{ l1("s01"), l1("own1"), l1("s02"), l1("s02b") });
}

} // namespace

void TestStepNumbers::saysNumbersForIds_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *sentence, const char *said) {
        QTest::newRow(name) << l1(sentence) << l1(said);
    };
    row("first word", "s02 failed with these rows.", "Step 3 failed with these rows.");
    row("own step", "own1: really held SHARE on b.", "Step 2: really held SHARE on b.");
    row("split step", "Only with rows: s02b: no such row", "Only with rows: step 4: no such row");
    row("after the word", "Step s02 (Add users.tier) failed: no.", "Step 3 (Add users.tier) failed: no.");
    row("in a sentence", "The query must give 0 at step s01; not 4.",
        "The query must give 0 at step 1; not 4.");
    row("within", "The rollbacks were not tried, because s02 failed.",
        "The rollbacks were not tried, because step 3 failed.");
    row("second sentence", "It ends here. s01 is done.", "It ends here. Step 1 is done.");
    row("in brackets", "app (s02: Make an index)", "app (step 3: Make an index)");
    row("many", "s01, s02 lose data for good.", "Steps 1, 3 lose data for good.");
    row("many after the word", "The queries of steps s01, own1 and s02 come later.",
        "The queries of steps 1, 2 and 3 come later.");
    row("and more", "s01, s02 and 3 more lose data.", "Steps 1, 3 and 3 more lose data.");
    row("at the end", "Nothing after s02.", "Nothing after step 3.");
    row("no step", "s03 and s1 are none of them.", "s03 and s1 are none of them.");
    row("in a name", "Table s01.users, \"s02\" and public.s02 stay, as data-s01 does.",
        "Table s01.users, \"s02\" and public.s02 stay, as data-s01 does.");
    row("nothing", "", "");
}

void TestStepNumbers::saysNumbersForIds()
{
    QFETCH(QString, sentence);
    QFETCH(QString, said);
    QCOMPARE(fourSteps().in(sentence), said);
    QCOMPARE(StepNumbers().in(sentence), sentence);
}

void TestStepNumbers::saysThemByTheirPlaceInThePlan()
{
    auto plan = std::make_shared<plan::Plan>();
    for (const char *id : { "s02", "s01" }) {
        plan::Step step;
        step.id = l1(id);
        plan->steps.append(step);
    }
    QCOMPARE(StepNumbers(plan).in(l1("s01 failed.")), l1("Step 2 failed."));
    QCOMPARE(StepNumbers(plan::PlanPtr()).in(l1("s01 failed.")), l1("s01 failed."));
}

void TestStepNumbers::leavesTheStatementOfAnError()
{
    base::Error error = base::inputError(l1("Step s02 (Fill) failed."), l1("Skip s02."));
    error.statement = l1("SELECT 1 FROM users s02");
    const base::Error said = fourSteps().in(error);
    QCOMPARE(said.message, l1("Step 3 (Fill) failed."));
    QCOMPARE(said.hint, l1("Skip step 3."));
    QCOMPARE(said.statement, error.statement);
}

void TestStepNumbers::numbersAChecklist()
{
    auto list = std::make_shared<analysis::Checklist>();
    analysis::CheckItem losses;
    losses.consequence = l1("s01, s02 lose data for good.");
    losses.advice = l1("Step s02 asks again.");
    losses.columns = { l1("step"), l1("what") };
    losses.rows = { { l1("s02"), l1("s02") } };
    list->items = { losses };
    list->blast.pressures = { analysis::Pressure() };
    list->blast.pressures.first().step = l1("s02");
    list->blast.pressures.first().text = l1("They wait for s02.");
    const analysis::ChecklistPtr said = fourSteps().in(analysis::ChecklistPtr(list));
    QCOMPARE(said->items.first().consequence, l1("Steps 1, 3 lose data for good."));
    QCOMPARE(said->items.first().advice, l1("Step 3 asks again."));
    QCOMPARE(said->items.first().rows.first(), QStringList({ l1("3"), l1("s02") }));
    QCOMPARE(said->blast.pressures.first().text, l1("They wait for step 3."));
    QCOMPARE(said->blast.pressures.first().step, l1("s02")); // Others look it up by that.
    QVERIFY(!fourSteps().in(analysis::ChecklistPtr()));
}

void TestStepNumbers::numbersARehearsal()
{
    auto rehearsal = std::make_shared<proof::Rehearsal>();
    proof::RehearsedStep failed;
    failed.id = l1("s02");
    failed.error.message = l1("Step s02 failed.");
    rehearsal->steps = { failed };
    proof::RehearsedWay way;
    way.error = failed.error;
    way.lost = QStringList{ l1("s01 lost 4 rows.") };
    rehearsal->ways = { way };
    rehearsal->prepare = QStringList{ l1("own1: no such row") };
    const proof::RehearsalPtr said = fourSteps().in(proof::RehearsalPtr(rehearsal));
    QCOMPARE(said->steps.first().error.message, l1("Step 3 failed."));
    QCOMPARE(said->steps.first().id, l1("s02"));
    QCOMPARE(said->ways.first().error->message, l1("Step 3 failed."));
    QCOMPARE(said->ways.first().lost, QStringList{ l1("Step 1 lost 4 rows.") });
    QCOMPARE(said->prepare, QStringList{ l1("Step 2: no such row") });
    QVERIFY(!fourSteps().in(proof::RehearsalPtr()));
}

QTEST_GUILESS_MAIN(TestStepNumbers)
#include "tst_stepnumbers.moc"
