#include <model/project/keptedits.h>

#include <QTest>

using namespace lockstep;
using project::EditHistory;
using project::KeptEdit;

namespace {

plan::PlanPtr planOf(const QStringList &statements, const QStringList &titles = {})
{
    auto plan = std::make_shared<plan::Plan>();
    for (int i = 0; i < statements.size(); ++i) {
        plan::Step step;
        step.id = QStringLiteral("s%1").arg(i + 1, 2, 10, QLatin1Char('0'));
        step.title = titles.value(i, statements.at(i));
        step.sql = { statements.at(i) };
        plan->steps.append(step);
    }
    return plan;
}

QString id(const char *text)
{
    return QString::fromLatin1(text);
}

/// The edit as it is kept from a plan of A, B and C.
KeptEdit kept(const plan::PlanEdit &edit)
{
    EditHistory history;
    history.reset(planOf({ id("A"), id("B"), id("C") }));
    history.push(history.plan(), edit, QDateTime::currentDateTimeUtc());
    return project::keptEdits(history).first();
}

const QDateTime noon = QDateTime::fromSecsSinceEpoch(1'700'000'000);

} // namespace

class TestKeptEdits : public QObject
{
    Q_OBJECT
private slots:
    void followsRenumberedSteps_data();
    void followsRenumberedSteps();
    void givesNewIdsToWhatWasMade();
    void showsAllThreeSidesOfAConflict();
    void takesWhatOnlyOneSideChanged();
    void forgetsWhatHasBecomeNeedless();
    void offersGoneSqlAsAStepOfItsOwn();
    void asksWhereToPutWhatStoodBeforeAStepThatIsGone();
};

void TestKeptEdits::followsRenumberedSteps_data()
{
    // B is s02 when the edit is made, and s03 in the next plan.
    QTest::addColumn<QString>("edited");
    QTest::addColumn<QString>("refitted");
    const auto text = [](const plan::PlanEdit &edit) { return project::editText(edit); };
    const auto row = [&](const char *name, const plan::PlanEdit &before, const plan::PlanEdit &after) {
        KeptEdit one = kept(before);
        project::EditRefitter refitter(planOf({ id("new"), id("A"), id("B"), id("C") }));
        const auto refit = refitter.refit(one, *planOf({ id("new"), id("A"), id("B"), id("C") }));
        QTest::newRow(name) << (refit.edit && *refit.edit == after ? id("same") : id("other"))
                            << (refit.edit ? text(*refit.edit) : id("none"));
    };
    row("sql", plan::EditSql{ id("s02"), plan::SqlPart::Forward, id("X") },
        plan::EditSql{ id("s03"), plan::SqlPart::Forward, id("X") });
    row("move", plan::MoveStep{ id("s03"), id("s02") }, plan::MoveStep{ id("s04"), id("s03") });
    row("move to the end", plan::MoveStep{ id("s01"), {} }, plan::MoveStep{ id("s02"), {} });
    row("switch", plan::SwitchStep{ id("s02"), false }, plan::SwitchStep{ id("s03"), false });
    row("split", plan::SplitStep{ id("s02"), 1, id("s02b") }, plan::SplitStep{ id("s03"), 1, id("s03b") });
    row("join", plan::JoinSteps{ id("s01"), id("s02") }, plan::JoinSteps{ id("s02"), id("s03") });
    row("own SQL", plan::AddSqlStep{ id("own4"), id("s02"), id("T"), id("X"), {} },
        plan::AddSqlStep{ id("own1"), id("s03"), id("T"), id("X"), {} });
    row("gate", plan::AddGate{ id("own4"), {}, id("T"), id("X") },
        plan::AddGate{ id("own1"), {}, id("T"), id("X") });
}

void TestKeptEdits::followsRenumberedSteps()
{
    QFETCH(QString, edited);
    QFETCH(QString, refitted);
    QVERIFY2(edited == id("same"), qPrintable(refitted));
}

void TestKeptEdits::givesNewIdsToWhatWasMade()
{
    EditHistory history;
    history.reset(planOf({ id("A"), id("B") }));
    history.push(history.plan(), plan::AddSqlStep{ id("own7"), id("s02"), id("T"), id("X"), {} }, noon);
    history.push(history.plan(), plan::EditSql{ id("own7"), plan::SqlPart::Forward, id("Y") }, noon);
    history.push(history.plan(), plan::MoveStep{ id("own7"), {} }, noon);
    const plan::PlanPtr next = planOf({ id("A"), id("B") });
    project::EditRefitter refitter(next);
    plan::PlanPtr plan = next;
    for (const KeptEdit &one : project::keptEdits(history)) {
        const auto refit = refitter.refit(one, *plan);
        QVERIFY(refit.edit.has_value());
        const auto edited = plan::withEdit(plan, *refit.edit);
        QVERIFY2(edited.has_value(), edited.has_value() ? "" : qPrintable(edited.error().message));
        plan = *edited;
    }
    QCOMPARE(plan->steps.last().id, id("own1"));
    QCOMPARE(plan->steps.last().sql, QStringList{ id("Y") });
}

void TestKeptEdits::showsAllThreeSidesOfAConflict()
{
    const KeptEdit one = kept(plan::EditSql{ id("s02"), plan::SqlPart::Forward, id("mine") });
    const plan::PlanPtr next = planOf({ id("A"), id("B2") }, { id("A"), id("B") });
    const auto refit = project::EditRefitter(next).refit(one, *next);
    QVERIFY(!refit.edit.has_value());
    QVERIFY(refit.conflict.has_value());
    QCOMPARE(refit.conflict->base, id("B"));
    QCOMPARE(refit.conflict->yours, id("mine"));
    QCOMPARE(refit.conflict->now, id("B2"));
    QCOMPARE(refit.conflict->step, id("s02"));
    QVERIFY(refit.conflict->mine.has_value());
    QVERIFY(*refit.conflict->mine == one.edit);
}

void TestKeptEdits::takesWhatOnlyOneSideChanged()
{
    // Only the forward SQL is generated differently; the user's rollback still fits.
    const KeptEdit one = kept(plan::EditSql{ id("s02"), plan::SqlPart::Rollback, id("mine") });
    const plan::PlanPtr next = planOf({ id("A"), id("B2") }, { id("A"), id("B") });
    const auto refit = project::EditRefitter(next).refit(one, *next);
    QVERIFY(refit.edit.has_value());
    QVERIFY(*refit.edit == one.edit);
}

void TestKeptEdits::forgetsWhatHasBecomeNeedless()
{
    const plan::PlanPtr next = planOf({ id("A"), id("mine") }, { id("A"), id("B") });
    project::EditRefitter refitter(next);
    const auto same =
        refitter.refit(kept(plan::EditSql{ id("s02"), plan::SqlPart::Forward, id("mine;") }), *next);
    QVERIFY(!same.edit.has_value() && !same.conflict.has_value());
    const auto gone = refitter.refit(kept(plan::SwitchStep{ id("s03"), false }), *next);
    QVERIFY(!gone.edit.has_value() && !gone.conflict.has_value());
}

void TestKeptEdits::offersGoneSqlAsAStepOfItsOwn()
{
    const plan::PlanPtr next = planOf({ id("A") });
    const auto refit = project::EditRefitter(next).refit(
        kept(plan::EditSql{ id("s02"), plan::SqlPart::Forward, id("mine") }), *next);
    QVERIFY(refit.conflict.has_value());
    QVERIFY(refit.conflict->step.isEmpty());
    const auto *own = std::get_if<plan::AddSqlStep>(&*refit.conflict->mine);
    QVERIFY(own);
    QCOMPARE(own->sql, id("mine"));
}

void TestKeptEdits::asksWhereToPutWhatStoodBeforeAStepThatIsGone()
{
    const plan::PlanPtr next = planOf({ id("A") });
    const auto refit = project::EditRefitter(next).refit(
        kept(plan::AddGate{ id("own1"), id("s02"), id("Wait"), {} }), *next);
    QVERIFY(refit.conflict.has_value());
    const auto *gate = std::get_if<plan::AddGate>(&*refit.conflict->mine);
    QVERIFY(gate && gate->before.isEmpty());
}

QTEST_GUILESS_MAIN(TestKeptEdits)
#include "tst_keptedits.moc"
