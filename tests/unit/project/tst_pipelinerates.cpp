#include "../../support/postgrestest.h"

#include <model/project/lintservice.h>
#include <model/project/pipeline.h>
#include <model/proof/calibration.h>

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

} // namespace

/// What estimates are made with, from the server's own calibration to the user's choice.
class TestPipelineRates : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void usesWhatIsKeptOfTheServer();
    void usesNothingThatIsKeptOfAnotherServer();
    void estimatesAnewAndKeepsProofAndEdits();
    void takesEditsWithTheRatesInForce();
    void endsTheChoiceWithAnotherSource();
    void keepsTheChoiceWhenTheSideIsReadAgain();
    void estimatesAPlanFromAFileAnew();
    void catchesUpWithAProofThatBeganBefore();
    void reviewsScriptsWithThem();

private:
    [[nodiscard]] analysis::RatesPtr rates(const analysis::ServerKey &key, double slower) const;
    [[nodiscard]] QString target() const { return m_directory->filePath(QStringLiteral("target.sql")); }
    bool plan();
    /// Of the step that scans or builds.
    [[nodiscard]] plan::Estimate indexEstimate() const;
    [[nodiscard]] QString indexStep() const;

    scratch::ScratchServerPtr m_server;
    std::unique_ptr<scratch::ScratchDatabase> m_database;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Pipeline> m_pipeline;
    analysis::ServerKey m_key;
};

void TestPipelineRates::initTestCase()
{
    QString why;
    m_server = testing::server(&why);
    QVERIFY2(m_server, qPrintable(why));
    auto database = scratch::ScratchDatabase::create(m_server, QStringLiteral("rated"));
    QVERIFY(database.has_value());
    m_database = std::move(*database);
    const auto session = m_database->open();
    QVERIFY((*session)
                ->executeScript(QStringLiteral("CREATE TABLE users (id bigint PRIMARY KEY, name text);"
                                               "INSERT INTO users SELECT i, 'name ' || i FROM "
                                               "generate_series(1, 50000) i; ANALYZE users"))
                .has_value());
    m_key = proof::serverKey((*session)->server());
    QVERIFY(m_key.isKnown());
}

void TestPipelineRates::init()
{
    m_pipeline.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    QFile file(target());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("CREATE TABLE users (id bigint PRIMARY KEY, name text);\n"
               "CREATE INDEX users_name_idx ON users (name);\n");
    file.close();
    m_pipeline = std::make_unique<Pipeline>(scratch::ScratchOptions{ m_server->maintenance().text, 0 });
    m_pipeline->setRatesStore(project::RatesStore(m_directory->filePath(QStringLiteral("rates"))));
}

analysis::RatesPtr TestPipelineRates::rates(const analysis::ServerKey &key, double slower) const
{
    analysis::Rates rates;
    rates.origin = analysis::RatesOrigin::Calibration;
    rates.server = QStringLiteral("PostgreSQL 15.18, shop @ db1");
    rates.measuredAt = QDateTime(QDate(2026, 11, 21), QTime(20, 15), Qt::UTC);
    rates.key = key;
    rates.costs.sortText *= slower;
    return std::make_shared<const analysis::Rates>(rates);
}

bool TestPipelineRates::plan()
{
    QSignalSpy ready(m_pipeline.get(), &Pipeline::planReady);
    m_pipeline->setSource(Side::Current, sources::LiveSource{ m_database->target() });
    m_pipeline->setSource(Side::Target, sources::SqlFileSource{ target() });
    return ready.wait(patience);
}

QString TestPipelineRates::indexStep() const
{
    for (const plan::Step &step : m_pipeline->plan()->steps) {
        if (step.sql.join(QLatin1Char(';')).contains(QLatin1String("CREATE INDEX")))
            return step.id;
    }
    return {};
}

plan::Estimate TestPipelineRates::indexEstimate() const
{
    return m_pipeline->plan()->find(indexStep())->assessment.estimate;
}

void TestPipelineRates::usesWhatIsKeptOfTheServer()
{
    QVERIFY(plan());
    QVERIFY(indexEstimate().basis.contains(QLatin1String("not calibrated")));
    const qint64 before = indexEstimate().likelyMs;
    const project::RatesStore store(m_directory->filePath(QStringLiteral("rates")));
    QVERIFY(store.save(*rates(m_key, 100)).has_value());
    QVERIFY(plan());
    QVERIFY2(indexEstimate().basis.contains(
                 QLatin1String("measured on PostgreSQL 15.18, shop @ db1 on 2026-11-21")),
             qPrintable(indexEstimate().basis));
    QVERIFY(indexEstimate().likelyMs > 10 * before);
    QCOMPARE(m_pipeline->rates()->origin, analysis::RatesOrigin::Calibration);
}

void TestPipelineRates::usesNothingThatIsKeptOfAnotherServer()
{
    const project::RatesStore store(m_directory->filePath(QStringLiteral("rates")));
    QVERIFY(store.save(*rates({ QStringLiteral("42"), m_key.major, m_key.host }, 100)).has_value());
    QVERIFY(plan());
    QCOMPARE(m_pipeline->rates(), analysis::defaultRates());
    QVERIFY(indexEstimate().basis.contains(QLatin1String("not calibrated")));
}

void TestPipelineRates::estimatesAnewAndKeepsProofAndEdits()
{
    QVERIFY(plan());
    QSignalSpy updated(m_pipeline.get(), &Pipeline::planUpdated);
    const QString step = indexStep();
    m_pipeline->editStep(step, plan::SqlPart::Forward,
                         QStringLiteral("CREATE INDEX CONCURRENTLY users_name_idx ON public.users (name)"));
    QVERIFY(updated.wait(patience));
    QSignalSpy proved(m_pipeline.get(), &Pipeline::proofReady);
    m_pipeline->prove();
    QVERIFY(proved.wait(patience));
    QVERIFY(m_pipeline->plan()->isProved());
    const qint64 before = indexEstimate().likelyMs;

    QSignalSpy changed(m_pipeline.get(), &Pipeline::ratesChanged);
    updated.clear();
    m_pipeline->setRates(rates({}, 100));
    QCOMPARE(changed.size(), 1);
    QVERIFY(updated.wait(patience));
    QVERIFY(indexEstimate().likelyMs > 10 * before);
    QVERIFY(m_pipeline->plan()->isProved());
    QVERIFY(m_pipeline->plan()->find(step)->edited);
    QCOMPARE(m_pipeline->state(Stage::Analysis), StageState::Done);

    // What can be undone was estimated anew as well, and the default rates come back.
    m_pipeline->undo();
    QVERIFY(indexEstimate().likelyMs > 10 * before);
    updated.clear();
    m_pipeline->setRates(nullptr);
    QVERIFY(updated.wait(patience));
    QVERIFY(indexEstimate().likelyMs < 10 * before);
    QVERIFY(m_pipeline->canRedo());
}

void TestPipelineRates::takesEditsWithTheRatesInForce()
{
    QVERIFY(plan());
    QSignalSpy updated(m_pipeline.get(), &Pipeline::planUpdated);
    const qint64 before = indexEstimate().likelyMs;
    m_pipeline->editStep(indexStep(), plan::SqlPart::Forward,
                         QStringLiteral("CREATE INDEX CONCURRENTLY users_name_idx ON public.users (name)"));
    m_pipeline->setRates(rates({}, 100));
    m_pipeline->editStep(
        indexStep(), plan::SqlPart::Forward,
        QStringLiteral("CREATE INDEX CONCURRENTLY users_name_idx ON public.users (name, id)"));
    QTRY_COMPARE_WITH_TIMEOUT(updated.size(), 3, patience);
    QVERIFY(indexEstimate().likelyMs > 10 * before);
    QVERIFY(m_pipeline->plan()->find(indexStep())->sql.join(QString()).contains(QLatin1String("name, id")));
}

void TestPipelineRates::endsTheChoiceWithAnotherSource()
{
    QVERIFY(plan());
    m_pipeline->setRates(rates({}, 100));
    QSignalSpy ready(m_pipeline.get(), &Pipeline::planReady);
    QFile file(m_directory->filePath(QStringLiteral("other.sql")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("CREATE TABLE users (id bigint PRIMARY KEY, name text);\n");
    file.close();
    m_pipeline->setSource(Side::Current, sources::SqlFileSource{ file.fileName() });
    QCOMPARE(m_pipeline->rates(), analysis::defaultRates());
    QVERIFY(ready.wait(patience));
    QVERIFY(indexEstimate().basis.contains(QLatin1String("not calibrated")));
}

void TestPipelineRates::keepsTheChoiceWhenTheSideIsReadAgain()
{
    QVERIFY(plan());
    const analysis::RatesPtr chosen = rates({}, 100);
    m_pipeline->setRates(chosen);
    QSignalSpy ready(m_pipeline.get(), &Pipeline::planReady);
    m_pipeline->reload(Side::Current);
    QVERIFY(ready.wait(patience));
    QCOMPARE(m_pipeline->rates(), chosen);
    QVERIFY(indexEstimate().basis.contains(QLatin1String("shop @ db1")));
}

void TestPipelineRates::estimatesAPlanFromAFileAnew()
{
    QVERIFY(plan());
    const plan::PlanPtr plan = m_pipeline->plan();
    Pipeline other({ m_server->maintenance().text, 0 });
    other.openPlan(plan);
    QSignalSpy updated(&other, &Pipeline::planUpdated);
    other.setRates(rates({}, 100));
    QVERIFY(updated.wait(patience));
    QVERIFY(other.plan()->find(indexStep())->assessment.estimate.basis.contains(QLatin1String("shop @ db1")));
}

void TestPipelineRates::catchesUpWithAProofThatBeganBefore()
{
    QVERIFY(plan());
    QSignalSpy proved(m_pipeline.get(), &Pipeline::proofReady);
    m_pipeline->prove();
    m_pipeline->setRates(rates({}, 100));
    QVERIFY(proved.wait(patience));
    QTRY_VERIFY_WITH_TIMEOUT(indexEstimate().basis.contains(QLatin1String("shop @ db1")), patience);
    QVERIFY(m_pipeline->plan()->isProved());
}

void TestPipelineRates::reviewsScriptsWithThem()
{
    QVERIFY(plan());
    project::LintService service;
    QSignalSpy checked(&service, &project::LintService::checked);
    project::LintRequest request;
    request.files = { { QStringLiteral("m.sql"), QStringLiteral("CREATE INDEX i ON users (name);\n") } };
    request.schema = m_pipeline->loaded(Side::Current);
    qint64 likely[2] = {};
    for (int i = 0; i < 2; ++i) {
        request.rates = i == 0 ? analysis::RatesPtr() : rates({}, 100);
        service.check(request);
        QVERIFY(checked.wait(patience));
        const auto report = checked.last().first().value<analysis::lint::LintReportPtr>();
        likely[i] = report->statements.first().estimate.likelyMs;
    }
    QVERIFY(likely[1] > 10 * likely[0]);
}

QTEST_GUILESS_MAIN(TestPipelineRates)
#include "tst_pipelinerates.moc"
