#include "../../support/postgrestest.h"

#include <model/plan/edits/offeredintents.h>
#include <model/project/pipeline.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lockstep;
using project::Pipeline;
using project::Side;

namespace {

constexpr int patience = 60000;

const char *const currentSql = "CREATE TABLE users (id bigint PRIMARY KEY, name text, old text);\n";
const char *const targetSql = "CREATE TABLE users (id bigint PRIMARY KEY, name text, tier text);\n"
                              "CREATE INDEX users_tier_idx ON users (tier);\n"
                              "CREATE INDEX users_name_idx ON users (name);\n";

/// A plan that follows what is decided.
struct Bench
{
    QTemporaryDir directory;
    Pipeline pipeline{ { testing::server()->maintenance().text, 0 } };

    void set(Side side, const QByteArray &sql)
    {
        const QString path = directory.filePath(side == Side::Current ? QStringLiteral("current.sql")
                                                                      : QStringLiteral("target.sql"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(sql);
        file.close();
        pipeline.setSource(side, sources::SqlFileSource{ path });
    }
    bool plan(const plan::Intents &intents)
    {
        QSignalSpy ready(&pipeline, &Pipeline::planReady);
        pipeline.setIntents(intents);
        set(Side::Current, currentSql);
        set(Side::Target, targetSql);
        return ready.wait(patience);
    }
    template <typename Act>
    bool replans(Act act)
    {
        QSignalSpy ready(&pipeline, &Pipeline::planReady);
        act();
        return ready.wait(patience);
    }
    QString sql() const
    {
        QStringList all;
        for (const plan::Step &step : pipeline.plan()->steps)
            all += step.sql;
        return all.join(QLatin1Char('\n'));
    }
    bool does(const char *text) const { return sql().contains(QLatin1String(text)); }
    void leaveOut(const char *name)
    {
        plan::Intents intents = pipeline.options().intents;
        intents.exclude += QString::fromLatin1(name);
        pipeline.decide(intents);
    }
    void addGate(const char *title)
    {
        pipeline.edit(plan::AddGate{ {}, {}, QString::fromLatin1(title), QString::fromLatin1(title) });
    }
    bool hasStep(const char *title) const
    {
        const auto &steps = pipeline.plan()->steps;
        return std::any_of(steps.cbegin(), steps.cend(),
                           [&](const plan::Step &step) { return step.title == QLatin1String(title); });
    }
};

plan::Intents nothingDropped()
{
    plan::Intents intents;
    intents.drop = QStringList();
    return intents;
}

} // namespace

/// What the user decides about differences, from the window's pipeline to the proof.
class TestDecisions : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void leavesOutWhatIsNotTicked();
    void undoesAndRedoesDecisions();
    void undoesEditsAndDecisionsInTheirOrder();
    void keepsEditsThatAreMadeBesideADecision();
    void undoesWhileItPlans();
    void saysWhatCannotBeDoneAgain();
    void keepsAndParksWhereAStepStands();
    void saysOfANewColumnWhatItWasOrHoldsWhereItIsAdded();
    void goesWithoutDecisionsAboutWhatIsGone();
    void dropsWhatAScriptDrops();
};

void TestDecisions::initTestCase()
{
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
}

void TestDecisions::leavesOutWhatIsNotTicked()
{
    Bench bench;
    plan::Intents intents = nothingDropped();
    intents.exclude = { QStringLiteral("column public.users.tier") };
    QVERIFY(bench.plan(intents));
    QVERIFY(bench.does("users_name_idx"));
    QVERIFY(!bench.does("tier"));
    QVERIFY(!bench.does("DROP COLUMN"));
    QVERIFY(bench.pipeline.changes()->offer);
    QCOMPARE(int(bench.pipeline.changes()->offer->changes.size()), 4);
    QCOMPARE(int(bench.pipeline.changes()->offer->leftOut.size()), 3);
    QSignalSpy proved(&bench.pipeline, &Pipeline::proofReady);
    bench.pipeline.prove();
    QVERIFY(proved.wait(patience));
    QVERIFY2(bench.pipeline.plan()->isProved(),
             qPrintable(bench.pipeline.plan()->proof.forward.join(QLatin1Char('\n'))));
    QVERIFY(bench.pipeline.plan()
                ->proof.notes.join(QLatin1Char(' '))
                .contains(QStringLiteral("Left out of the plan")));
}

void TestDecisions::undoesAndRedoesDecisions()
{
    Bench bench;
    QVERIFY(bench.plan(nothingDropped()));
    QVERIFY(!bench.pipeline.canUndo());
    QVERIFY(!bench.does("DROP COLUMN"));
    plan::Intents intents = bench.pipeline.options().intents;
    intents.drop = QStringList{ QStringLiteral("column public.users.old") };
    QVERIFY(bench.replans([&] { bench.pipeline.decide(intents); }));
    QVERIFY(bench.does("DROP COLUMN"));
    QVERIFY(bench.pipeline.canUndo());
    QSignalSpy undone(&bench.pipeline, &Pipeline::decisionsUndone);
    QVERIFY(bench.replans([&] { bench.pipeline.undo(); }));
    QCOMPARE(undone.count(), 1);
    QVERIFY(!bench.does("DROP COLUMN"));
    QVERIFY(bench.pipeline.options().intents.drop->isEmpty());
    QVERIFY(bench.pipeline.canRedo());
    QVERIFY(bench.replans([&] { bench.pipeline.redo(); }));
    QVERIFY(bench.does("DROP COLUMN"));
    QVERIFY(!bench.pipeline.canRedo());
}

void TestDecisions::undoesEditsAndDecisionsInTheirOrder()
{
    Bench bench;
    QVERIFY(bench.plan(nothingDropped()));
    Pipeline &pipeline = bench.pipeline;
    const auto leaveOut = [&](const char *name) { return bench.replans([&] { bench.leaveOut(name); }); };
    const auto addGate = [&](const char *title) {
        QSignalSpy updated(&pipeline, &Pipeline::planUpdated);
        bench.addGate(title);
        return updated.wait(patience);
    };
    const auto has = [&](const char *title) { return bench.hasStep(title); };
    QVERIFY(leaveOut("index public.users_name_idx"));
    QVERIFY(addGate("First"));
    QVERIFY(leaveOut("index public.users_tier_idx"));
    QVERIFY(addGate("Second"));
    QVERIFY(has("First") && has("Second"));

    pipeline.undo();
    QVERIFY(has("First") && !has("Second"));
    QVERIFY(!bench.does("users_tier_idx"));
    QVERIFY(bench.replans([&] { pipeline.undo(); }));
    QVERIFY(has("First") && bench.does("users_tier_idx") && !bench.does("users_name_idx"));
    pipeline.undo();
    QVERIFY(!has("First") && !bench.does("users_name_idx"));
    QVERIFY(bench.replans([&] { pipeline.undo(); }));
    QVERIFY(bench.does("users_name_idx"));
    QVERIFY(!pipeline.canUndo());

    QVERIFY(bench.replans([&] { pipeline.redo(); }));
    QVERIFY(!has("First") && !bench.does("users_name_idx"));
    pipeline.redo();
    QVERIFY(has("First") && bench.does("users_tier_idx"));
    QVERIFY(bench.replans([&] { pipeline.redo(); }));
    QVERIFY(has("First") && !has("Second") && !bench.does("users_tier_idx"));
    pipeline.redo();
    QVERIFY(has("First") && has("Second"));
    QVERIFY(!pipeline.canRedo());
    // Another policy is another plan, but nothing that one would undo.
    pipeline.undo();
    QVERIFY(bench.replans([&] { pipeline.setPolicy(plan::Policy::Window); }));
    QVERIFY(has("First") && !has("Second"));
    pipeline.redo();
    QVERIFY(has("Second"));
    // What is new ends what could be done again, of either kind.
    QVERIFY(bench.replans([&] {
        pipeline.undo();
        pipeline.undo();
    }));
    QVERIFY(addGate("Third"));
    QVERIFY(!pipeline.canRedo());
}

void TestDecisions::keepsEditsThatAreMadeBesideADecision()
{
    Bench bench;
    QVERIFY(bench.plan(nothingDropped()));
    const QString first = bench.pipeline.plan()->steps.first().id;
    const auto sqlOf = [](const char *text) {
        return QStringLiteral("COMMENT ON TABLE users IS '%1'").arg(QLatin1String(text));
    };
    QSignalSpy waits(&bench.pipeline, &Pipeline::editWaits);
    // On its way when the decision is taken, and while its plan is made.
    QVERIFY(bench.replans([&] {
        bench.addGate("Before");
        bench.leaveOut("index public.users_name_idx");
        bench.addGate("Meanwhile");
        bench.pipeline.editStep(first, plan::SqlPart::Rollback, sqlOf("typed"));
        bench.pipeline.editStep(first, plan::SqlPart::Rollback, sqlOf("typed on"));
    }));
    QCOMPARE(waits.count(), 3);
    QVERIFY(bench.hasStep("Before") && bench.hasStep("Meanwhile") && !bench.does("users_name_idx"));
    QVERIFY(bench.pipeline.plan()->find(first)->rollback.sql.first().contains(QStringLiteral("typed on")));
    bench.pipeline.undo();
    QVERIFY(!bench.pipeline.plan()->find(first)->edited);
    bench.pipeline.undo();
    QVERIFY(!bench.hasStep("Meanwhile") && bench.hasStep("Before"));
    QVERIFY(bench.replans([&] { bench.pipeline.undo(); }));
    QVERIFY(bench.hasStep("Before") && bench.does("users_name_idx"));
    bench.pipeline.undo();
    QVERIFY(!bench.hasStep("Before") && !bench.pipeline.canUndo());
}

void TestDecisions::undoesWhileItPlans()
{
    Bench bench;
    QVERIFY(bench.plan(nothingDropped()));
    QVERIFY(bench.replans([&] {
        bench.addGate("One");
        bench.pipeline.undo(); // Of the gate, though it is not there yet.
        bench.pipeline.redo();
        bench.pipeline.setPolicy(plan::Policy::Window);
        bench.addGate("Two");
        bench.pipeline.undo();
    }));
    QVERIFY(bench.hasStep("One") && !bench.hasStep("Two"));
    bench.pipeline.redo();
    QVERIFY(bench.hasStep("Two"));
    QVERIFY(!bench.pipeline.canRedo());
}

void TestDecisions::saysWhatCannotBeDoneAgain()
{
    Bench bench;
    QVERIFY(bench.plan(nothingDropped()));
    const auto &steps = bench.pipeline.plan()->steps;
    const auto index = std::find_if(steps.cbegin(), steps.cend(), [](const plan::Step &step) {
        return step.sql.join(QLatin1Char(' ')).contains(QLatin1String("users_name_idx"));
    });
    QSignalSpy updated(&bench.pipeline, &Pipeline::planUpdated);
    bench.addGate("Kept");
    bench.pipeline.editStep(index->id, plan::SqlPart::Forward,
                            QStringLiteral("CREATE INDEX users_name_idx ON users (name, id)"));
    QTRY_COMPARE_WITH_TIMEOUT(updated.count(), 2, patience);
    bench.pipeline.undo();
    QVERIFY(bench.pipeline.canRedo());
    QSignalSpy forgotten(&bench.pipeline, &Pipeline::redoForgotten);
    QVERIFY(bench.replans([&] { bench.set(Side::Target, currentSql); }));
    QVERIFY(bench.hasStep("Kept"));
    QVERIFY(!bench.pipeline.canRedo());
    QCOMPARE(forgotten.count(), 1);
    QVERIFY(bench.pipeline.conflicts().isEmpty());
}

void TestDecisions::keepsAndParksWhereAStepStands()
{
    using Kind = plan::OfferedIntent::Kind;
    Bench bench;
    plan::Intents intents = nothingDropped();
    intents.drop = QStringList{ QStringLiteral("column public.users.old") };
    QVERIFY(bench.plan(intents));
    const auto stepThatDrops = [&]() -> const plan::Step & {
        const auto &steps = bench.pipeline.plan()->steps;
        return *std::find_if(steps.cbegin(), steps.cend(),
                             [](const plan::Step &step) { return !step.loses.isEmpty(); });
    };
    const auto take = [&](Kind kind) {
        const diff::ChangeSetPtr changes = bench.pipeline.changes();
        for (const plan::OfferedIntent &offer :
             plan::offeredIntents(*bench.pipeline.plan(), stepThatDrops(), changes)) {
            if (offer.kind == kind)
                intents = plan::withOffer(bench.pipeline.options().intents, offer, changes);
        }
        return bench.replans([&] { bench.pipeline.decide(intents); });
    };
    QVERIFY(bench.does("DROP COLUMN old"));
    QVERIFY(take(Kind::Keep));
    QVERIFY(!bench.does("DROP COLUMN old"));
    // As it is written by the Compare page, where it can be ticked again.
    QCOMPARE(intents.drop.value_or(QStringList{ QString() }), QStringList());
    QCOMPARE(intents.keep, QStringList());
    QVERIFY(bench.replans([&] { bench.pipeline.undo(); }));
    QVERIFY(take(Kind::Park));
    QVERIFY(bench.does("lockstep_graveyard") || !bench.does("DROP COLUMN old"));
    QCOMPARE(intents.park, QStringList{ QStringLiteral("public.users.old") });
}

void TestDecisions::saysOfANewColumnWhatItWasOrHoldsWhereItIsAdded()
{
    using Kind = plan::OfferedIntent::Kind;
    Bench bench;
    QVERIFY(bench.plan(nothingDropped()));
    const auto &steps = bench.pipeline.plan()->steps;
    const auto adds = std::find_if(steps.cbegin(), steps.cend(), [](const plan::Step &step) {
        return step.sql.join(QLatin1Char(' ')).contains(QLatin1String("ADD COLUMN tier"));
    });
    QVERIFY(adds != steps.cend());
    const auto offers = plan::offeredIntents(*bench.pipeline.plan(), *adds, bench.pipeline.changes());
    const QString tier = QStringLiteral("public.users.tier");
    const plan::OfferedIntent rename{ Kind::Rename, QStringLiteral("public.users.old"), tier };
    QVERIFY(offers.contains(rename));
    QVERIFY(offers.contains(plan::OfferedIntent{ Kind::Backfill, tier, {} }));
    const plan::Intents intents =
        plan::withOffer(bench.pipeline.options().intents, rename, bench.pipeline.changes());
    QVERIFY(bench.replans([&] { bench.pipeline.decide(intents); }));
    QVERIFY(!bench.does("ADD COLUMN tier text DEFAULT"));
    QCOMPARE(bench.pipeline.plan()->intents.renames.size(), 1);
}

void TestDecisions::goesWithoutDecisionsAboutWhatIsGone()
{
    Bench bench;
    plan::Intents intents = nothingDropped();
    intents.exclude = { QStringLiteral("view public.gone"), QStringLiteral("index public.users_tier_idx") };
    QVERIFY(bench.plan(intents));
    QCOMPARE(int(bench.pipeline.staleDecisions().size()), 1);
    QCOMPARE(bench.pipeline.staleDecisions().first().name, QStringLiteral("view public.gone"));
    QVERIFY(!bench.does("users_tier_idx"));
    // They stay the user's until they are taken back, though the plan has only what it follows.
    QCOMPARE(int(bench.pipeline.ownIntents().exclude.size()), 2);
    QCOMPARE(bench.pipeline.plan()->intents.exclude,
             QStringList{ QStringLiteral("index public.users_tier_idx") });
    QVERIFY(bench.replans([&] { bench.pipeline.reload(Side::Target); }));
    QVERIFY(!bench.does("users_tier_idx"));
}

void TestDecisions::dropsWhatAScriptDrops()
{
    Bench bench;
    bench.pipeline.setIntents(nothingDropped());
    QSignalSpy loaded(&bench.pipeline, &Pipeline::sourceReady);
    bench.set(Side::Current, currentSql);
    QVERIFY(loaded.wait(patience));
    QVERIFY(bench.replans([&] {
        bench.pipeline.rewrite(
            { { QStringLiteral("a.sql"), QStringLiteral("ALTER TABLE users DROP COLUMN old;") } });
    }));
    QVERIFY(bench.does("DROP COLUMN"));
    QVERIFY(bench.replans([&] { bench.set(Side::Target, targetSql); }));
    QVERIFY(!bench.does("DROP COLUMN"));
}

QTEST_GUILESS_MAIN(TestDecisions)
#include "tst_decisions.moc"
