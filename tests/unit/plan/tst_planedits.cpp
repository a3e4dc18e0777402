#include "../../items/sampleplan.h"

#include <model/plan/edits/planedit.h>
#include <model/plan/edits/planeditjson.h>
#include <model/plan/planjson.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::plan;

namespace {

QString order(const Plan &plan)
{
    QStringList ids;
    for (const Step &step : plan.steps)
        ids += step.id;
    return ids.join(QLatin1Char(' '));
}

QString needs(const Plan &plan, const char *step)
{
    const Step *found = plan.find(QLatin1String(step));
    return found ? found->dependsOn.join(QLatin1Char(' ')) : QStringLiteral("none");
}

/// Four steps: s02 needs s01, s03 is a gate, s04 is free.
std::shared_ptr<Plan> small()
{
    auto plan = std::make_shared<Plan>();
    plan->serverVersion = 150018;
    const auto add = [&](const char *id, const char *sql, const QStringList &needs) {
        Step step;
        step.id = QLatin1String(id);
        step.title = QStringLiteral("Title %1").arg(step.id);
        step.dependsOn = needs;
        step.sql = QString::fromLatin1(sql).split(QLatin1Char(';'), Qt::SkipEmptyParts);
        step.rollback.sql = { QStringLiteral("BACK %1").arg(step.id) };
        plan->steps += step;
    };
    add("s01", "A;B", {});
    add("s02", "C", { QStringLiteral("s01") });
    add("s03", "", {});
    add("s04", "D", {});
    plan->steps[2].kind = StepKind::Gate;
    plan->steps[2].rollback = {};
    return plan;
}

PlanPtr made(const PlanPtr &plan, const PlanEdit &edit)
{
    const auto result = withEdit(plan, edit);
    return result.has_value() ? *result : nullptr;
}

QString refusal(const PlanPtr &plan, const PlanEdit &edit)
{
    const auto result = withEdit(plan, edit);
    return result.has_value() ? QString() : result.error().message;
}

QString id(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class TestPlanEdits : public QObject
{
    Q_OBJECT
private slots:
    void movesWhereTheGraphAllows_data();
    void movesWhereTheGraphAllows();
    void keepsWhatWasProvedButProvesNothingNew();
    void switchesOffAndOnAgain();
    void switchesOffSeveralThatNeedEachOther();
    void namesWhatNeedsAStep();
    void splitsAStepWithItsRollback();
    void keepsTheRollbackTogetherWhereItCannotTell();
    void refusesToSplit_data();
    void refusesToSplit();
    void joinsNeighbours();
    void refusesToJoin_data();
    void refusesToJoin();
    void addsOwnSql();
    void runsOwnSqlOutsideOfATransactionWhereItMust();
    void addsAndRemovesGates();
    void removesOnlyWhatWasAdded();
    void survivesThePlanFile();
    void survivesJson_data();
    void survivesJson();
};

void TestPlanEdits::movesWhereTheGraphAllows_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("result"); // The order, or a part of the reason.
    QTest::newRow("free step to the front") << id("s04") << id("s01") << id("s04 s01 s02 s03");
    QTest::newRow("free step before the gate") << id("s04") << id("s03") << id("s01 s02 s04 s03");
    QTest::newRow("where it is") << id("s04") << QString() << id("s01 s02 s03 s04");
    QTest::newRow("before what it needs")
        << id("s02") << id("s01") << id("step 2, \"Title s02\", must come after step 1, \"Title s01\"");
    QTest::newRow("behind what needs it")
        << id("s01") << id("s03") << id("step 1, \"Title s01\", must come before step 2");
    QTest::newRow("behind a gate") << id("s02") << id("s04") << id("must come before step 3");
    QTest::newRow("a gate forward") << id("s03") << id("s01") << id("must come after step 2");
    QTest::newRow("a gate back") << id("s03") << QString() << id("s01 s02 s04 s03");
    QTest::newRow("no such step") << id("s09") << QString() << id("no step s09");
    QTest::newRow("no such place") << id("s01") << id("s09") << id("no step s09");
}

void TestPlanEdits::movesWhereTheGraphAllows()
{
    QFETCH(QString, step);
    QFETCH(QString, before);
    QFETCH(QString, result);
    const auto moved = withEdit(small(), MoveStep{ step, before });
    const QString got = moved.has_value() ? order(**moved) : moved.error().message;
    QVERIFY2(got.contains(result), qPrintable(got));
    QCOMPARE(canMove(*small(), step, before).obstacle == MoveObstacle::None, moved.has_value());
}

void TestPlanEdits::keepsWhatWasProvedButProvesNothingNew()
{
    auto plan = small();
    plan->proof.status = ProofStatus::Proved;
    plan->proof.planDigest = plan->digest();
    QVERIFY(plan->isProved());
    const PlanPtr moved = made(plan, MoveStep{ id("s04"), id("s01") });
    QVERIFY(!moved->isProved());
    QCOMPARE(moved->proof.status, ProofStatus::Proved);
    const PlanPtr back = made(moved, MoveStep{ id("s04"), {} });
    QVERIFY(back->isProved());
}

void TestPlanEdits::switchesOffAndOnAgain()
{
    const auto plan = testing::samplePlan();
    const PlanPtr off = made(plan, SwitchStep{ id("s05"), false });
    QVERIFY(!off->find(id("s05")));
    QCOMPARE(off->off.size(), 1);
    QCOMPARE(off->off.first().neededBy, QStringList{ id("s10") });
    QCOMPARE(needs(*off, "s10"), QString());
    QVERIFY(off->digest() != plan->digest());
    const PlanPtr on = made(off, SwitchStep{ id("s05"), true });
    QVERIFY(on->off.isEmpty());
    QCOMPARE(order(*on), order(*plan));
    QCOMPARE(needs(*on, "s10"), id("s05"));
    QCOMPARE(on->digest(), plan->digest());
    QVERIFY(refusal(plan, SwitchStep{ id("s05"), true }).contains(id("s05")));
}

void TestPlanEdits::switchesOffSeveralThatNeedEachOther()
{
    for (const QStringList &turn : { QStringList{ id("s01"), id("s02") }, { id("s02"), id("s01") } }) {
        for (const bool isSameTurn : { true, false }) {
            PlanPtr plan = small();
            for (const QString &step : turn)
                plan = made(plan, SwitchStep{ step, false });
            QCOMPARE(order(*plan), id("s03 s04"));
            for (const QString &step : isSameTurn ? turn : QStringList{ turn.last(), turn.first() })
                plan = made(plan, SwitchStep{ step, true });
            QCOMPARE(order(*plan), id("s01 s02 s03 s04"));
            QCOMPARE(needs(*plan, "s02"), id("s01"));
        }
    }
}

void TestPlanEdits::namesWhatNeedsAStep()
{
    const auto plan = testing::samplePlan();
    QCOMPARE(dependents(*plan, id("s03")), QStringList{ id("s04") });
    QCOMPARE(dependents(*small(), id("s01")), QStringList{ id("s02") });
    QVERIFY(dependents(*plan, id("s14")).isEmpty());
}

void TestPlanEdits::splitsAStepWithItsRollback()
{
    auto plan = small();
    plan->steps[0].rollback.sql = { id("undo B"), id("undo A") };
    plan->steps[0].verify = { { id("SELECT 1"), id("1") } };
    const PlanPtr split = made(plan, SplitStep{ id("s01"), 1, freeStepId(*plan, id("s01")) });
    QCOMPARE(order(*split), id("s01 s01b s02 s03 s04"));
    QCOMPARE(split->steps[0].sql, QStringList{ id("A") });
    QCOMPARE(split->steps[1].sql, QStringList{ id("B") });
    QCOMPARE(split->steps[0].rollback.sql, QStringList{ id("undo A") });
    QCOMPARE(split->steps[1].rollback.sql, QStringList{ id("undo B") });
    QVERIFY(split->steps[0].verify.isEmpty());
    QCOMPARE(split->steps[1].verify.size(), 1);
    QCOMPARE(needs(*split, "s01b"), id("s01"));
    QCOMPARE(needs(*split, "s02"), id("s01b"));
    QVERIFY(split->steps[0].edited && split->steps[1].edited);
    QCOMPARE(split->steps[0].title, id("1 of 2: ") + plan->steps[0].title);
    const PlanPtr whole = made(split, JoinSteps{ id("s01"), id("s01b") });
    QCOMPARE(whole->steps[0].title, plan->steps[0].title);
    QCOMPARE(whole->steps[0].sql, plan->steps[0].sql);
    QCOMPARE(whole->steps[0].rollback.sql, plan->steps[0].rollback.sql);
    QCOMPARE(needs(*whole, "s02"), id("s01"));
}

void TestPlanEdits::keepsTheRollbackTogetherWhereItCannotTell()
{
    const PlanPtr split = made(small(), SplitStep{ id("s01"), 1, id("s01b") });
    QCOMPARE(split->steps[0].rollback.sql, QStringList{ id("BACK s01") });
    QVERIFY(split->steps[0].rollback.caution.contains(id("both halves")));
    const PlanPtr whole = made(split, JoinSteps{ id("s01"), id("s01b") });
    QCOMPARE(whole->steps[0].rollback.caution, QString());
    QCOMPARE(whole->steps[0].why, small()->steps[0].why);
    QVERIFY(split->steps[1].rollback.sql.isEmpty());
}

void TestPlanEdits::refusesToSplit_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("reason");
    QTest::newRow("one statement") << id("s02") << 1 << id("single statement");
    QTest::newRow("gate") << id("s03") << 1 << id("only steps of statements");
    QTest::newRow("beyond its end") << id("s01") << 2 << id("2 statements");
    QTest::newRow("no such step") << id("s09") << 1 << id("no step s09");
}

void TestPlanEdits::refusesToSplit()
{
    QFETCH(QString, step);
    QFETCH(int, at);
    QFETCH(QString, reason);
    const QString got = refusal(small(), SplitStep{ step, at, id("x") });
    QVERIFY2(got.contains(reason), qPrintable(got));
}

void TestPlanEdits::joinsNeighbours()
{
    auto plan = small();
    plan->steps[1].phase = Phase::Switch;
    plan->steps[1].timeouts = { 0, 9000 };
    plan->steps[3].dependsOn = { id("s02") };
    const PlanPtr joined = made(plan, JoinSteps{ id("s01"), id("s02") });
    QCOMPARE(order(*joined), id("s01 s03 s04"));
    const Step &step = joined->steps.first();
    QCOMPARE(step.sql, (QStringList{ id("A"), id("B"), id("C") }));
    QCOMPARE(step.rollback.sql, (QStringList{ id("BACK s02"), id("BACK s01") }));
    QCOMPARE(step.phase, Phase::Switch);
    QCOMPARE(step.timeouts.lockMs, 0);
    QCOMPARE(step.timeouts.statementMs, 9000);
    QVERIFY(step.dependsOn.isEmpty());
    QCOMPARE(needs(*joined, "s04"), id("s01"));
}

void TestPlanEdits::refusesToJoin_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("reason");
    QTest::newRow("not neighbours") << id("s01") << id("s04") << id("right after");
    QTest::newRow("with a gate") << id("s02") << id("s03") << id("no backfill, check or gate");
    QTest::newRow("no such step") << id("s01") << id("s09") << id("no step s09");
}

void TestPlanEdits::refusesToJoin()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(QString, reason);
    const QString got = refusal(small(), JoinSteps{ first, second });
    QVERIFY2(got.contains(reason), qPrintable(got));
    auto mixed = small();
    mixed->steps[1].transaction = TransactionMode::None;
    QVERIFY(refusal(mixed, JoinSteps{ id("s01"), id("s02") }).contains(id("in a transaction")));
}

void TestPlanEdits::addsOwnSql()
{
    const auto plan = small();
    const PlanPtr added =
        made(plan, AddSqlStep{ freeOwnId(*plan), id("s02"), id("Tidy up"), id("SELECT 1; SELECT ';'"), {} });
    QCOMPARE(order(*added), id("s01 own1 s02 s03 s04"));
    const Step &own = added->steps[1];
    QVERIFY(isOwn(own) && own.edited);
    QCOMPARE(own.kind, StepKind::Ddl);
    QCOMPARE(own.sql, (QStringList{ id("SELECT 1"), id("SELECT ';'") }));
    QVERIFY(own.rollback.irreversible.contains(id("nobody has written")));
    QCOMPARE(freeOwnId(*added), id("own2"));
    const PlanPtr reversible =
        made(plan, AddSqlStep{ id("own1"), {}, {}, id("SELECT 1"), id("SELECT 2; SELECT 3") });
    QCOMPARE(reversible->steps.last().rollback.sql.size(), 2);
    QVERIFY(reversible->steps.last().rollback.irreversible.isEmpty());
    QVERIFY(refusal(added, AddSqlStep{ id("own1"), {}, {}, id("SELECT 1"), {} }).contains(id("already")));
    // Comments of its own stay with a statement, and alone they are refused.
    QVERIFY(refusal(added, EditSql{ id("own1"), SqlPart::Forward, id("-- later") }).contains(id("comments")));
    QVERIFY(
        refusal(added, EditSql{ id("own1"), SqlPart::Rollback, id("-- later") }).contains(id("comments")));
    const QString said = id("-- There is no way back: ") + own.rollback.irreversible + id("\nSELECT 2;");
    QCOMPARE(made(added, EditSql{ id("own1"), SqlPart::Rollback, said })->find(id("own1"))->rollback.sql,
             QStringList{ id("SELECT 2") });
    // Anybody's own step may stand anywhere.
    QCOMPARE(order(*made(added, MoveStep{ id("own1"), {} })), id("s01 s02 s03 s04 own1"));
}

void TestPlanEdits::runsOwnSqlOutsideOfATransactionWhereItMust()
{
    const PlanPtr added = made(small(), AddSqlStep{ id("own1"), {}, {}, id("VACUUM users"), {} });
    QCOMPARE(added->steps.last().transaction, TransactionMode::None);
    const PlanPtr plain = made(small(), AddSqlStep{ id("own1"), {}, {}, id("ANALYZE users"), {} });
    QCOMPARE(plain->steps.last().transaction, TransactionMode::Own);
}

void TestPlanEdits::addsAndRemovesGates()
{
    const PlanPtr gated = made(small(), AddGate{ id("own1"), id("s02"), {}, id("The team is awake.") });
    QCOMPARE(gated->steps[1].kind, StepKind::Gate);
    QCOMPARE(gated->steps[1].gateText, id("The team is awake."));
    // Nothing hangs on a gate of one's own.
    QCOMPARE(order(*made(gated, MoveStep{ id("s01"), id("s02") })), id("own1 s01 s02 s03 s04"));
    QCOMPARE(order(*made(gated, RemoveOwnStep{ id("own1") })), id("s01 s02 s03 s04"));
}

void TestPlanEdits::removesOnlyWhatWasAdded()
{
    QVERIFY(refusal(small(), RemoveOwnStep{ id("s01") }).contains(id("not added")));
    QVERIFY(refusal(small(), RemoveOwnStep{ id("s09") }).contains(id("no step")));
}

void TestPlanEdits::survivesThePlanFile()
{
    PlanPtr plan = small();
    plan = made(plan, AddSqlStep{ id("own1"), id("s02"), id("Tidy"), id("SELECT 1"), {} });
    plan = made(plan, AddGate{ id("own2"), id("s03"), id("Wait"), id("Look.") });
    plan = made(plan, SwitchStep{ id("s01"), false });
    plan = made(plan, MoveStep{ id("s04"), id("s02") });
    const auto read = planFromJson(toJson(*plan), id("edited.lockplan"));
    QVERIFY2(read.has_value(), read.has_value() ? "" : qPrintable(read.error().toText()));
    QCOMPARE(order(**read), order(*plan));
    QCOMPARE((*read)->digest(), plan->digest());
    QCOMPARE((*read)->off.size(), 1);
    QCOMPARE((*read)->off.first().step.title, plan->off.first().step.title);
    QVERIFY((*read)->find(id("own1"))->edited);
}

void TestPlanEdits::survivesJson_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(std::variant_size_v<PlanEdit>); ++i)
        QTest::addRow("edit %d", i) << i;
}

void TestPlanEdits::survivesJson()
{
    QFETCH(int, index);
    const std::vector<PlanEdit> all{
        EditSql{ id("s01"), SqlPart::Rollback, id("SELECT 1") },
        MoveStep{ id("s01"), id("s02") },
        SwitchStep{ id("s01"), true },
        SplitStep{ id("s01"), 2, id("s01b") },
        JoinSteps{ id("s01"), id("s02") },
        AddSqlStep{ id("own1"), id("s02"), id("Title"), id("SELECT 1"), id("SELECT 2") },
        AddGate{ id("own1"), id("s02"), id("Title"), id("Text") },
        RemoveOwnStep{ id("own1") },
    };
    QCOMPARE(all.size(), std::variant_size_v<PlanEdit>);
    const PlanEdit &edit = all[size_t(index)];
    const auto read = editFromJson(editToJson(edit));
    QVERIFY(read.has_value());
    QVERIFY(*read == edit);
    QVERIFY(!editFromJson({}).has_value());
}

QTEST_GUILESS_MAIN(TestPlanEdits)
#include "tst_planedits.moc"
