#include "../../support/postgrestest.h"

#include <model/project/pipeline.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lockstep;
using project::Pipeline;
using project::Side;
using project::Stage;
using project::StageState;

namespace {

constexpr int patience = 60000;

const char *const currentSql = "CREATE TABLE users (id bigint PRIMARY KEY, name text);\n";
const char *const targetSql = "CREATE TABLE users (id bigint PRIMARY KEY, name text, tier text);\n"
                              "CREATE INDEX users_name_idx ON users (name);\n";

/// A pipeline on the test program's scratch server, with two files to change.
struct Bench
{
    QTemporaryDir directory;
    Pipeline pipeline{ { testing::server()->maintenance().text, 0 } };

    QString write(const QString &name, const QByteArray &sql) const
    {
        const QString path = directory.filePath(name);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(sql);
        return path;
    }
    void set(Side side, const QByteArray &sql)
    {
        const QString name =
            side == Side::Current ? QStringLiteral("current.sql") : QStringLiteral("target.sql");
        pipeline.setSource(side, sources::SqlFileSource{ write(name, sql) });
    }
    bool plan()
    {
        QSignalSpy ready(&pipeline, &Pipeline::planReady);
        set(Side::Current, currentSql);
        set(Side::Target, targetSql);
        return ready.wait(patience);
    }
    QString stepWith(const QString &text) const
    {
        for (const plan::Step &step : pipeline.plan()->steps) {
            if (step.sql.join(QLatin1Char(';')).contains(text))
                return step.id;
        }
        return {};
    }
    QString sqlOf(const QString &id) const { return pipeline.plan()->find(id)->sql.join(QLatin1Char(';')); }
};

} // namespace

class TestPipeline : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void runsTheChainInOrder();
    void dropsTheResultsOfOlderInputs();
    void namesFileAndLineOfABrokenSource();
    void takesUndoesAndRedoesEdits();
    void refusesAnEditThatDoesNotParse();
    void revertsAStep();
    void putsEditsOnTheNextPlan();
    void provesThePlanAndForgetsThatAfterAnEdit();
    void opensAPlanWithoutSources();
};

void TestPipeline::initTestCase()
{
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
}

void TestPipeline::runsTheChainInOrder()
{
    Bench bench;
    QStringList seen;
    connect(&bench.pipeline, &Pipeline::sourceReady, this,
            [&](Side, const auto &) { seen << QStringLiteral("source"); });
    connect(&bench.pipeline, &Pipeline::changesReady, this, [&] { seen << QStringLiteral("changes"); });
    connect(&bench.pipeline, &Pipeline::planReady, this, [&] { seen << QStringLiteral("plan"); });
    QVERIFY(bench.plan());
    QCOMPARE(seen.join(QLatin1Char(' ')), QStringLiteral("source source changes plan"));
    QCOMPARE(bench.pipeline.state(Stage::Analysis), StageState::Done);
    QVERIFY(!bench.stepWith(QStringLiteral("CREATE INDEX CONCURRENTLY")).isEmpty());
    for (const plan::Step &step : bench.pipeline.plan()->steps)
        QVERIFY2(step.kind == plan::StepKind::Gate || step.assessment.analysed, qPrintable(step.title));
}

void TestPipeline::dropsTheResultsOfOlderInputs()
{
    Bench bench;
    QSignalSpy ready(&bench.pipeline, &Pipeline::planReady);
    bench.set(Side::Current, currentSql);
    bench.set(Side::Target, targetSql);
    const QString other = bench.write(QStringLiteral("other.sql"),
                                      "CREATE TABLE users (id bigint PRIMARY KEY, name text, age int);\n");
    bench.pipeline.setSource(Side::Target, sources::SqlFileSource{ other });
    QVERIFY(ready.wait(patience));
    QTest::qWait(300);
    QCOMPARE(ready.count(), 1);
    QVERIFY(!bench.stepWith(QStringLiteral("age")).isEmpty());
    QVERIFY(bench.stepWith(QStringLiteral("tier")).isEmpty());
}

void TestPipeline::namesFileAndLineOfABrokenSource()
{
    Bench bench;
    QSignalSpy failed(&bench.pipeline, &Pipeline::stageFailed);
    bench.set(Side::Target, "CREATE TABLE a (id int);\n\nCREATE TABEL b (id int);\n");
    QVERIFY(failed.wait(patience));
    QCOMPARE(failed.first().at(0).value<Stage>(), Stage::LoadTarget);
    const auto error = failed.first().at(1).value<base::Error>();
    QVERIFY(error.position.has_value());
    QVERIFY2(error.position->file.endsWith(QStringLiteral("target.sql")), qPrintable(error.position->file));
    QCOMPARE(error.position->line, 3);
    QCOMPARE(bench.pipeline.state(Stage::LoadTarget), StageState::Failed);
}

void TestPipeline::takesUndoesAndRedoesEdits()
{
    Bench bench;
    QVERIFY(bench.plan());
    const QString id = bench.stepWith(QStringLiteral("tier"));
    const QString generated = bench.sqlOf(id);
    const QString edited = QStringLiteral("ALTER TABLE public.users ADD COLUMN tier text DEFAULT 'free'");
    QSignalSpy updated(&bench.pipeline, &Pipeline::planUpdated);
    bench.pipeline.editStep(id, plan::SqlPart::Forward, edited);
    QVERIFY(updated.wait(patience));
    QCOMPARE(updated.first().at(1).toString(), id);
    QVERIFY(bench.pipeline.plan()->find(id)->edited);
    QVERIFY(bench.sqlOf(id).contains(QStringLiteral("'free'")));
    QVERIFY(bench.pipeline.canUndo());
    bench.pipeline.undo();
    QCOMPARE(bench.sqlOf(id), generated);
    bench.pipeline.redo();
    QVERIFY(bench.sqlOf(id).contains(QStringLiteral("'free'")));
}

void TestPipeline::refusesAnEditThatDoesNotParse()
{
    Bench bench;
    QVERIFY(bench.plan());
    const QString id = bench.stepWith(QStringLiteral("tier"));
    QSignalSpy failed(&bench.pipeline, &Pipeline::editFailed);
    QSignalSpy updated(&bench.pipeline, &Pipeline::planUpdated);
    bench.pipeline.editStep(QStringLiteral("s99"), plan::SqlPart::Forward, QStringLiteral("SELECT 1"));
    QVERIFY(failed.wait(patience));
    QCOMPARE(failed.first().at(0).toString(), QStringLiteral("s99"));
    bench.pipeline.editStep(id, plan::SqlPart::Forward, QStringLiteral("ALTER TABEL users ADD x int"));
    QTRY_VERIFY_WITH_TIMEOUT(failed.count() + updated.count() >= 2, patience);
    // Either refused, or taken with a finding that says nobody can tell its locks: never silently.
    if (!updated.isEmpty())
        QVERIFY(!bench.pipeline.plan()->find(id)->assessment.findings.isEmpty());
}

void TestPipeline::revertsAStep()
{
    Bench bench;
    QVERIFY(bench.plan());
    const QString id = bench.stepWith(QStringLiteral("tier"));
    const QString generated = bench.sqlOf(id);
    QSignalSpy updated(&bench.pipeline, &Pipeline::planUpdated);
    bench.pipeline.editStep(id, plan::SqlPart::Forward,
                            QStringLiteral("ALTER TABLE public.users ADD COLUMN tier varchar"));
    QVERIFY(updated.wait(patience));
    bench.pipeline.revertStep(id);
    QVERIFY(updated.wait(patience));
    QCOMPARE(bench.sqlOf(id), generated);
    QVERIFY(!bench.pipeline.plan()->find(id)->edited);
    QVERIFY(bench.pipeline.edits().isEmpty());
}

void TestPipeline::putsEditsOnTheNextPlan()
{
    Bench bench;
    QVERIFY(bench.plan());
    const QString id = bench.stepWith(QStringLiteral("tier"));
    QSignalSpy updated(&bench.pipeline, &Pipeline::planUpdated);
    bench.pipeline.editStep(id, plan::SqlPart::Forward,
                            QStringLiteral("ALTER TABLE public.users ADD COLUMN tier varchar"));
    QVERIFY(updated.wait(patience));
    QSignalSpy ready(&bench.pipeline, &Pipeline::planReady);
    bench.set(Side::Target, QByteArray(targetSql) + "CREATE TABLE aardvark (id int);\n");
    QVERIFY(ready.wait(patience));
    const QString now = bench.stepWith(QStringLiteral("tier varchar"));
    QVERIFY(!now.isEmpty());
    QVERIFY(bench.pipeline.plan()->find(now)->edited);
    QVERIFY(bench.pipeline.canUndo());
}

void TestPipeline::provesThePlanAndForgetsThatAfterAnEdit()
{
    Bench bench;
    QVERIFY(bench.plan());
    QSignalSpy proved(&bench.pipeline, &Pipeline::proofReady);
    QSignalSpy failed(&bench.pipeline, &Pipeline::stageFailed);
    bench.pipeline.prove();
    QCOMPARE(bench.pipeline.state(Stage::Proof), StageState::Working);
    QTRY_VERIFY_WITH_TIMEOUT(!proved.isEmpty() || !failed.isEmpty(), patience);
    QVERIFY2(failed.isEmpty(),
             failed.isEmpty() ? "" : qPrintable(failed.first().at(1).value<base::Error>().toText()));
    const plan::Proof proof = bench.pipeline.plan()->proof;
    QVERIFY2(bench.pipeline.plan()->isProved(),
             qPrintable((proof.forward + proof.rollback).join(QLatin1Char('\n'))));
    QSignalSpy updated(&bench.pipeline, &Pipeline::planUpdated);
    bench.pipeline.editStep(bench.stepWith(QStringLiteral("tier")), plan::SqlPart::Forward,
                            QStringLiteral("ALTER TABLE public.users ADD COLUMN tier varchar"));
    QVERIFY(updated.wait(patience));
    QVERIFY(!bench.pipeline.plan()->isProved());
    bench.pipeline.undo();
    QVERIFY(bench.pipeline.plan()->isProved());
    QCOMPARE(bench.pipeline.state(Stage::Proof), StageState::Done);
}

void TestPipeline::opensAPlanWithoutSources()
{
    Bench first;
    QVERIFY(first.plan());
    Bench second;
    QSignalSpy ready(&second.pipeline, &Pipeline::planReady);
    second.pipeline.openPlan(first.pipeline.plan());
    QCOMPARE(ready.count(), 1);
    const QString id = second.stepWith(QStringLiteral("tier"));
    QSignalSpy updated(&second.pipeline, &Pipeline::planUpdated);
    second.pipeline.editStep(id, plan::SqlPart::Forward,
                             QStringLiteral("ALTER TABLE public.users ADD COLUMN tier varchar"));
    QVERIFY(updated.wait(patience));
    QVERIFY(second.pipeline.plan()->find(id)->assessment.analysed);
}

QTEST_GUILESS_MAIN(TestPipeline)
#include "tst_pipeline.moc"
