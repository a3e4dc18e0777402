#include "../../support/postgrestest.h"

#include <model/execution/runner.h>
#include <model/project/pipeline.h>
#include <model/scratch/scratchserver.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lockstep;
using project::Pipeline;
using project::Side;

namespace {

constexpr int patience = 60000;

const char *const currentSql = "CREATE TABLE users (id bigint PRIMARY KEY, name text);\n"
                               "CREATE TABLE orders (id bigint PRIMARY KEY, note text);\n";
const char *const targetSql = "CREATE TABLE users (id bigint PRIMARY KEY, name text, tier text);\n"
                              "CREATE INDEX users_name_idx ON users (name);\n"
                              "CREATE TABLE orders (id bigint PRIMARY KEY, note text, paid boolean);\n";

QString id(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// Edits of a plan's structure on the way that the window takes them: made, proved, run, kept.
class TestPipelineEdits : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void hasAnEditBeforeItIsInThePlan();
    void forgetsWhatWasBefore();
    void provesAndRunsWhatWasChanged();
    void saysThatAPlanWithoutAStepDoesNotReachItsTarget();
    void looksAtOwnSqlAsAtAnyOther();
    void takesAnUndoneEditForNone();
    void keepsEditsOnTheNextPlan();
    void asksAboutAnEditWhoseStepIsGeneratedDifferently();

private:
    QString write(const QString &name, const QByteArray &sql) const;
    void set(Side side, const QByteArray &sql);
    void edit(const plan::PlanEdit &edit);
    void replan(const QByteArray &target);
    void prove();
    plan::PlanPtr plan() const { return m_pipeline->plan(); }
    QString stepWith(const char *text) const;
    QString order() const;

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Pipeline> m_pipeline;
};

void TestPipelineEdits::initTestCase()
{
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
}

void TestPipelineEdits::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_pipeline =
        std::make_unique<Pipeline>(scratch::ScratchOptions{ testing::server()->maintenance().text, 0 });
    QSignalSpy ready(m_pipeline.get(), &Pipeline::planReady);
    set(Side::Current, currentSql);
    set(Side::Target, targetSql);
    QVERIFY(ready.wait(patience));
}

QString TestPipelineEdits::write(const QString &name, const QByteArray &sql) const
{
    const QString path = m_directory->filePath(name);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(sql);
    return path;
}

void TestPipelineEdits::set(Side side, const QByteArray &sql)
{
    const QString name = side == Side::Current ? id("current.sql") : id("target.sql");
    m_pipeline->setSource(side, sources::SqlFileSource{ write(name, sql) });
}

void TestPipelineEdits::edit(const plan::PlanEdit &edit)
{
    QSignalSpy updated(m_pipeline.get(), &Pipeline::planUpdated);
    QSignalSpy failed(m_pipeline.get(), &Pipeline::editFailed);
    m_pipeline->edit(edit);
    QTRY_VERIFY_WITH_TIMEOUT(updated.count() + failed.count() > 0, patience);
    QVERIFY2(failed.isEmpty(),
             failed.isEmpty() ? "" : qPrintable(failed.first().at(1).value<base::Error>().toText()));
}

void TestPipelineEdits::replan(const QByteArray &target)
{
    QSignalSpy ready(m_pipeline.get(), &Pipeline::planReady);
    set(Side::Target, target);
    QVERIFY(ready.wait(patience));
}

void TestPipelineEdits::prove()
{
    QSignalSpy proved(m_pipeline.get(), &Pipeline::proofReady);
    m_pipeline->prove();
    QVERIFY(proved.wait(patience));
}

QString TestPipelineEdits::stepWith(const char *text) const
{
    for (const plan::Step &step : plan()->steps) {
        if (step.sql.join(QLatin1Char(';')).contains(QLatin1String(text)))
            return step.id;
    }
    return {};
}

QString TestPipelineEdits::order() const
{
    QStringList ids;
    for (const plan::Step &step : plan()->steps)
        ids += step.id;
    return ids.join(QLatin1Char(' '));
}

/// Who saves just then loses nothing.
void TestPipelineEdits::hasAnEditBeforeItIsInThePlan()
{
    QSignalSpy updated(m_pipeline.get(), &Pipeline::planUpdated);
    const auto steps = plan()->steps.size();
    m_pipeline->edit(plan::AddGate{ {}, {}, id("New code is live"), id("New code is live") });
    QCOMPARE(plan()->steps.size(), steps);
    const QVector<project::KeptEdit> soon = m_pipeline->edits();
    QCOMPARE(soon.size(), 1);
    const auto *gate = std::get_if<plan::AddGate>(&soon.first().edit);
    QVERIFY(gate);
    QCOMPARE(gate->text, id("New code is live"));
    QVERIFY(updated.wait(patience));
    QCOMPARE(plan()->steps.size(), steps + 1);
    QCOMPARE(m_pipeline->edits().size(), 1);
}

/// A project begun anew is not planned against what another one wanted.
void TestPipelineEdits::forgetsWhatWasBefore()
{
    m_pipeline->edit(plan::AddGate{ {}, {}, id("New code is live"), id("New code is live") });
    m_pipeline->forget();
    QVERIFY(!plan());
    QVERIFY(m_pipeline->edits().isEmpty());
    QVERIFY(!m_pipeline->canUndo());
    for (const Side side : { Side::Current, Side::Target })
        QVERIFY(!m_pipeline->loaded(side));
    QSignalSpy planned(m_pipeline.get(), &Pipeline::planReady);
    set(Side::Current, currentSql);
    QTRY_VERIFY_WITH_TIMEOUT(m_pipeline->loaded(Side::Current), patience);
    QVERIFY(!m_pipeline->loaded(Side::Target));
    QTest::qWait(300);
    QVERIFY(planned.isEmpty());
}

void TestPipelineEdits::provesAndRunsWhatWasChanged()
{
    const QString tier = stepWith("tier");
    const QString first = plan()->steps.first().id;
    prove();
    QVERIFY(plan()->isProved());
    edit(plan::AddSqlStep{ {}, tier, {}, id("COMMENT ON TABLE users IS NULL"), id("SELECT 1") });
    edit(plan::AddGate{ {}, {}, id("Look at it"), id("The last look.") });
    edit(plan::MoveStep{ stepWith("paid"), first });
    QVERIFY(!plan()->isProved());
    QCOMPARE(m_pipeline->state(project::Stage::Proof), project::StageState::Idle);
    QVERIFY(plan()->find(id("own1"))->edited);
    prove();
    const plan::Proof proof = plan()->proof;
    QVERIFY2(plan()->isProved(), qPrintable((proof.forward + proof.rollback).join(QLatin1Char('\n'))));
    auto database = scratch::ScratchDatabase::create(testing::server(), id("edited"));
    QVERIFY(database.has_value());
    const auto session = (*database)->open();
    QVERIFY(session.has_value());
    QVERIFY((*session)->executeScript(QString::fromLatin1(currentSql)).has_value());
    execution::RunControl control;
    control.approveGate(id("own2"));
    execution::RunOptions options;
    options.skipFingerprintCheck = true;
    const auto outcome = execution::runPlan(plan(), (*database)->target(), options, control,
                                            [](const execution::RunEvent &) {}, {});
    QVERIFY2(outcome.has_value(), outcome.has_value() ? "" : qPrintable(outcome.error().toText()));
    QCOMPARE(outcome->state, execution::RunState::Done);
}

void TestPipelineEdits::saysThatAPlanWithoutAStepDoesNotReachItsTarget()
{
    const QString index = stepWith("users_name_idx");
    edit(plan::SwitchStep{ index, false });
    QVERIFY(!plan()->find(index));
    prove();
    QCOMPARE(plan()->proof.status, plan::ProofStatus::Failed);
    QVERIFY2(plan()->proof.forward.join(QLatin1Char(' ')).contains(id("users_name_idx")),
             qPrintable(plan()->proof.forward.join(QLatin1Char('\n'))));
    edit(plan::SwitchStep{ index, true });
    prove();
    QVERIFY(plan()->isProved());
}

void TestPipelineEdits::looksAtOwnSqlAsAtAnyOther()
{
    edit(plan::AddSqlStep{ {}, {}, {}, id("CREATE INDEX own_idx ON users (id)"), {} });
    const plan::Step &own = plan()->steps.last();
    QVERIFY(own.assessment.analysed);
    QCOMPARE(own.assessment.blocks, plan::Blocks::Writes);
    QVERIFY(!own.assessment.findings.isEmpty());
    QVERIFY(!own.rollback.irreversible.isEmpty());
}

void TestPipelineEdits::takesAnUndoneEditForNone()
{
    const QString tier = stepWith("tier");
    const QString generated = plan()->find(tier)->sql.join(QLatin1Char(';'));
    edit(plan::EditSql{ tier, plan::SqlPart::Forward, generated + id(" DEFAULT 'x'") });
    QVERIFY(plan()->find(tier)->edited);
    edit(plan::EditSql{ tier, plan::SqlPart::Forward, generated });
    QVERIFY(!plan()->find(tier)->edited);
    QVERIFY(m_pipeline->edits().isEmpty());
}

void TestPipelineEdits::keepsEditsOnTheNextPlan()
{
    const QString tier = stepWith("tier");
    const QString index = stepWith("users_name_idx");
    edit(plan::AddSqlStep{ {}, tier, id("Mine"), id("SELECT 42"), {} });
    edit(plan::SwitchStep{ index, false });
    const QVector<project::KeptEdit> kept = m_pipeline->edits();
    QCOMPARE(kept.size(), 2);
    replan(QByteArray(targetSql) + "CREATE TABLE aardvark (id int);\n");
    const qsizetype at = plan()->find(stepWith("SELECT 42")) - plan()->steps.constData();
    QCOMPARE(plan()->steps.at(at + 1).id, stepWith("tier"));
    QCOMPARE(plan()->off.size(), 1);
    QVERIFY(m_pipeline->canUndo());
    m_pipeline->undo();
    QVERIFY(plan()->off.isEmpty());
}

void TestPipelineEdits::asksAboutAnEditWhoseStepIsGeneratedDifferently()
{
    const QString tier = stepWith("tier");
    const QString mine = id("ALTER TABLE public.users ADD COLUMN tier varchar(7)");
    edit(plan::EditSql{ tier, plan::SqlPart::Forward, mine });
    replan(QByteArray(targetSql).replace("tier text", "tier varchar"));
    QCOMPARE(m_pipeline->conflicts().size(), 1);
    QCOMPARE(m_pipeline->edits().size(), 1);
    const project::EditConflict conflict = m_pipeline->conflicts().first();
    QCOMPARE(conflict.yours, mine);
    QVERIFY(conflict.base.contains(id("text")));
    QVERIFY(conflict.now.contains(id("character varying")));
    QSignalSpy updated(m_pipeline.get(), &Pipeline::planUpdated);
    m_pipeline->resolveConflict(0, true);
    QVERIFY(updated.wait(patience));
    QVERIFY(m_pipeline->conflicts().isEmpty());
    QVERIFY(!stepWith("varchar(7)").isEmpty());
}

QTEST_GUILESS_MAIN(TestPipelineEdits)
#include "tst_pipelineedits.moc"
