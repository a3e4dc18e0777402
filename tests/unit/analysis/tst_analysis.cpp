#include "shopplan.h"

#include <model/analysis/sizes.h>

#include <QElapsedTimer>
#include <QTest>

#include <stop_token>

using namespace lockstep;
using namespace lockstep::analysis;
using namespace lockstep::testing;
using schema::Kind;

/// How the steps of a plan bear on one another, and where the numbers come from.
class TestAnalysis : public QObject
{
    Q_OBJECT

private slots:
    void followsTheSchemaThroughTheSteps();
    void followsARenamedColumnIntoItsIndexes();
    void countsNoLockOnRelationsOfThePlan();
    void countsTheReadingOfADefaultPartition();
    void findsValidationInTheSameTransaction();
    void holdsANotValidConstraintForMillisecondsOnly();
    void saysWhereTheNumbersComeFrom();
    void saysThatASizeIsUnknown();
    void batchesBackfills();
    void timesVerificationsAsScans();
    void leavesGatesAlone();
    void callsSmallTablesAndWindowsInformation();
    void asksStepsWhatAProjectRequests();
    void sumsUpThePlan();
    void stopsWhenAsked();
    void assessesFiveThousandSteps();
};

namespace {

constexpr qint64 metadataLikelyScanMs = 100;

} // namespace

void TestAnalysis::followsTheSchemaThroughTheSteps()
{
    const auto plan = analysed({
        step(QStringLiteral("s01"),
             { QStringLiteral("ALTER TABLE users ADD CONSTRAINT nn CHECK (tier IS NOT NULL) NOT VALID") }),
        step(QStringLiteral("s02"), { QStringLiteral("ALTER TABLE users ALTER tier SET NOT NULL") }),
        step(QStringLiteral("s03"), { QStringLiteral("ALTER TABLE users ALTER tier DROP NOT NULL") }),
        step(QStringLiteral("s04"), { QStringLiteral("ALTER TABLE users VALIDATE CONSTRAINT nn") }),
        step(QStringLiteral("s05"), { QStringLiteral("ALTER TABLE users ALTER tier SET NOT NULL") }),
    });
    QCOMPARE(plan->steps.at(1).assessment.effect, plan::Effect::Scan);
    QCOMPARE(plan->steps.at(3).assessment.effect, plan::Effect::Scan);
    QCOMPARE(plan->steps.at(3).assessment.blocks, plan::Blocks::Ddl);
    QCOMPARE(plan->steps.at(4).assessment.effect, plan::Effect::Instant);
    QVERIFY(plan->steps.at(4).assessment.findings.isEmpty());
}

void TestAnalysis::followsARenamedColumnIntoItsIndexes()
{
    const QStringList swap{
        QStringLiteral("ALTER TABLE users RENAME COLUMN tier TO level"),
        QStringLiteral("ALTER TABLE users ADD CONSTRAINT k PRIMARY KEY USING INDEX users_tier_idx"),
    };
    const QString notNull = QStringLiteral("ALTER TABLE users ALTER tier SET NOT NULL");
    const auto proved =
        analysed({ step(QStringLiteral("s01"), { notNull }), step(QStringLiteral("s02"), swap) });
    QCOMPARE(proved->steps.at(1).assessment.effect, plan::Effect::Instant);
    const auto nullable = analysed({ step(QStringLiteral("s01"), swap) });
    QCOMPARE(nullable->steps.at(0).assessment.effect, plan::Effect::Scan);
}

void TestAnalysis::countsNoLockOnRelationsOfThePlan()
{
    const auto plan = analysed({
        step(QStringLiteral("s01"), { QStringLiteral("CREATE TABLE fresh (a int, b int)") }),
        step(QStringLiteral("s02"), { QStringLiteral("CREATE INDEX i ON fresh (a)") }),
        step(QStringLiteral("s03"),
             { QStringLiteral("ALTER TABLE fresh ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES users") }),
    });
    const plan::Assessment &index = plan->steps.at(1).assessment;
    QCOMPARE(index.blocks, plan::Blocks::Nothing);
    QCOMPARE(index.effect, plan::Effect::Instant);
    QVERIFY(index.findings.isEmpty());
    QCOMPARE(index.locks.size(), 1);
    QCOMPARE(index.lockHoldMs, 0);
    QCOMPARE(plan->steps.at(2).assessment.blocks, plan::Blocks::Writes);
}

void TestAnalysis::countsTheReadingOfADefaultPartition()
{
    const QString log = QStringLiteral("log");
    const QString rest = QStringLiteral("rest");
    schema::Fact parent = table(log);
    std::get<schema::TableAttributes>(parent.attributes).partitionKey = QStringLiteral("RANGE (day)");
    schema::Fact fallback = table(rest);
    auto &place = std::get<schema::TableAttributes>(fallback.attributes);
    place.partitionOf = parent.id;
    place.partitionBound = QStringLiteral("DEFAULT");
    const auto current = std::make_shared<const schema::Catalog>(
        150018,
        std::vector<schema::Fact>{ parent, fallback,
                                   column(log, QStringLiteral("day"), QStringLiteral("date")),
                                   column(rest, QStringLiteral("day"), QStringLiteral("date")) },
        std::vector<schema::Dependency>());
    AnalysisOptions options;
    options.rows.insert(QStringLiteral("public.rest"), 90'000'000);
    auto plan = std::make_shared<plan::Plan>();
    plan->serverVersion = 150018;
    const auto attach = [](const char *partition, const char *year, const char *next) {
        return QStringLiteral(
                   "ALTER TABLE log ATTACH PARTITION %1 FOR VALUES FROM ('%2-01-01') TO ('%3-01-01')")
            .arg(QLatin1String(partition), QLatin1String(year), QLatin1String(next));
    };
    plan->steps = {
        step(QStringLiteral("s01"),
             { QStringLiteral("CREATE TABLE a (day date)"), QStringLiteral("CREATE TABLE b (day date)") }),
        step(QStringLiteral("s02"), { attach("a", "2020", "2021") }),
        step(QStringLiteral("s03"), { QStringLiteral("ALTER TABLE rest ADD CONSTRAINT c CHECK (NOT (day >= "
                                                     "'2021-01-01' AND day < '2022-01-01')) NOT VALID"),
                                      QStringLiteral("ALTER TABLE rest VALIDATE CONSTRAINT c") }),
        step(QStringLiteral("s04"), { attach("b", "2021", "2022") }),
        step(QStringLiteral("s05"), { QStringLiteral("ALTER TABLE ONLY log ADD PRIMARY KEY (day)") }),
    };
    const auto assessed = analyse(plan, current, options, {});
    QVERIFY(assessed.has_value());
    const QVector<plan::Step> &steps = assessed.value()->steps;
    QCOMPARE(steps[1].assessment.effect, plan::Effect::Scan);
    QCOMPARE(steps[1].assessment.blocks, plan::Blocks::ReadsAndWrites);
    QVERIFY(steps[1].assessment.lockHoldMs > 10'000);
    QVERIFY(steps[1].assessment.estimate.basis.contains(QLatin1String("9 000 MB")));
    QCOMPARE(steps[3].assessment.effect, plan::Effect::Instant);
    QVERIFY(steps[3].assessment.lockHoldMs < 100);
    QCOMPARE(steps[4].assessment.effect, plan::Effect::Instant);
    QCOMPARE(ruleNames(steps[4].assessment), QStringList());
}

void TestAnalysis::findsValidationInTheSameTransaction()
{
    const QStringList sql = { QStringLiteral("ALTER TABLE users ADD CONSTRAINT c CHECK (old > 0) NOT VALID"),
                              QStringLiteral("\nALTER TABLE users\n  VALIDATE CONSTRAINT c") };
    const auto plan = analysed({ step(QStringLiteral("s01"), sql) });
    const plan::Assessment &assessment = plan->steps.first().assessment;
    QCOMPARE(ruleNames(assessment), QStringList(QStringLiteral("validate-in-same-transaction")));
    QCOMPARE(assessment.findings.first().statement, 1);
    QCOMPARE(assessment.findings.first().line, 3);
    QVERIFY(assessment.lockHoldMs > 100);
}

void TestAnalysis::holdsANotValidConstraintForMillisecondsOnly()
{
    const plan::Assessment assessment = one(QStringLiteral(
        "ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (user_id) REFERENCES users NOT VALID"));
    QVERIFY(assessment.lockHoldMs > 0);
    QVERIFY(assessment.lockHoldMs < 50);
    QCOMPARE(assessment.locks.size(), 2);
    QCOMPARE(assessment.locks.first().relation, QStringLiteral("public.orders"));
    QCOMPARE(assessment.locks.first().mode, plan::LockMode::ShareRowExclusive);
}

void TestAnalysis::saysWhereTheNumbersComeFrom()
{
    const plan::Assessment assessment = one(QStringLiteral("CREATE INDEX i ON users (old)"));
    QVERIFY2(assessment.estimate.basis.contains(
                 QStringLiteral("2 300 000 rows \u00f7 1 900 000 rows/s, the default rate; not calibrated.")),
             qPrintable(assessment.estimate.basis));
    QVERIFY(assessment.estimate.likelyMs > 1000 && assessment.estimate.likelyMs < 1500);
}

void TestAnalysis::saysThatASizeIsUnknown()
{
    const plan::Assessment assessment = one(QStringLiteral("CREATE INDEX i ON orders (user_id)"));
    QVERIFY(assessment.estimate.basis.contains(QStringLiteral("size of public.orders is unknown")));
    QVERIFY(assessment.estimate.highMs > 8 * assessment.estimate.likelyMs);
}

void TestAnalysis::batchesBackfills()
{
    plan::Step backfill =
        step(QStringLiteral("s01"), { QStringLiteral("UPDATE users SET old = 1 WHERE id >= :from") },
             plan::TransactionMode::None);
    backfill.kind = plan::StepKind::Backfill;
    backfill.backfill = plan::BackfillSpec();
    backfill.backfill->table =
        schema::objectId(Kind::Table, QStringLiteral("public"), QStringLiteral("users"));
    const auto plan = analysed({ backfill });
    const plan::Assessment &assessment = plan->steps.first().assessment;
    QCOMPARE(assessment.effect, plan::Effect::Batched);
    QCOMPARE(assessment.blocks, plan::Blocks::Nothing);
    QCOMPARE(assessment.locks.first().mode, plan::LockMode::RowExclusive);
    QVERIFY2(assessment.estimate.basis.contains(QStringLiteral("2 300 000 rows with 2 indexes \u00f7 ")),
             qPrintable(assessment.estimate.basis));
    QVERIFY(assessment.estimate.likelyMs > 30'000);
    QVERIFY(assessment.estimate.walBytes > 230'000'000);
    QVERIFY(assessment.lockHoldMs < 1000);
}

void TestAnalysis::timesVerificationsAsScans()
{
    plan::Step verify = step(QStringLiteral("s01"), {});
    verify.kind = plan::StepKind::Verify;
    verify.verify = { { QStringLiteral("SELECT count(*) FROM public.users WHERE tier IS NULL"),
                        QStringLiteral("0") } };
    const auto plan = analysed({ verify });
    const plan::Assessment &assessment = plan->steps.first().assessment;
    QCOMPARE(assessment.effect, plan::Effect::Scan);
    QCOMPARE(assessment.blocks, plan::Blocks::Nothing);
    QCOMPARE(assessment.locks.first().mode, plan::LockMode::AccessShare);
    QVERIFY(assessment.estimate.likelyMs > metadataLikelyScanMs);
}

void TestAnalysis::leavesGatesAlone()
{
    plan::Step gate = step(QStringLiteral("s01"), {});
    gate.kind = plan::StepKind::Gate;
    const auto plan = analysed({ gate });
    const plan::Assessment &assessment = plan->steps.first().assessment;
    QVERIFY(assessment.analysed);
    QVERIFY(assessment.locks.isEmpty());
    QCOMPARE(assessment.estimate.highMs, 0);
}

void TestAnalysis::callsSmallTablesAndWindowsInformation()
{
    const plan::Step index = step(QStringLiteral("s01"), { QStringLiteral("CREATE INDEX i ON users (old)") });
    AnalysisOptions small;
    small.rows.insert(QStringLiteral("public.users"), smallTableRows - 1);
    QCOMPARE(analysed({ index }, small)->steps.first().assessment.findings.first().severity,
             plan::Severity::Info);
    QCOMPARE(analysed({ index })->steps.first().assessment.findings.first().severity,
             plan::Severity::Warning);
    auto window = std::make_shared<plan::Plan>();
    window->serverVersion = 150018;
    window->policy = plan::Policy::Window;
    window->steps = { index };
    const auto result = analyse(window, shop(), sized(), {});
    QCOMPARE(result.value()->steps.first().assessment.findings.first().severity, plan::Severity::Info);
}

void TestAnalysis::asksStepsWhatAProjectRequests()
{
    const QVector<plan::Step> steps{ step(QStringLiteral("s01"),
                                          { QStringLiteral("ALTER TABLE users ADD fresh bigint") }) };
    const QString rule = QStringLiteral("unqualified-name");
    AnalysisOptions options = sized();
    QVERIFY(!ruleNames(analysed(steps, options)->steps.first().assessment).contains(rule));
    options.rules.enabled.insert(rule);
    QVERIFY(ruleNames(analysed(steps, options)->steps.first().assessment).contains(rule));
}

void TestAnalysis::sumsUpThePlan()
{
    const auto plan = analysed({
        step(QStringLiteral("s01"), { QStringLiteral("CREATE INDEX i ON users (old)") }),
        step(QStringLiteral("s02"), { QStringLiteral("CREATE INDEX CONCURRENTLY j ON users (old)") },
             plan::TransactionMode::None),
        step(QStringLiteral("s03"), { QStringLiteral("ALTER TABLE users ADD x int") }),
    });
    const PlanTotals sum = totals(*plan);
    QCOMPARE(sum.longestBlockMs, plan->steps.first().assessment.lockHoldMs);
    QVERIFY(sum.total.likelyMs > plan->steps.at(1).assessment.estimate.likelyMs);
    QVERIFY(!sum.total.basis.isEmpty());
}

void TestAnalysis::stopsWhenAsked()
{
    std::stop_source source;
    source.request_stop();
    auto plan = std::make_shared<plan::Plan>();
    plan->steps = { step(QStringLiteral("s01"), { QStringLiteral("SELECT 1") }) };
    const auto result = analyse(plan, shop(), {}, source.get_token());
    QVERIFY(!result.has_value());
    QVERIFY(result.error().isCanceled());
}

void TestAnalysis::assessesFiveThousandSteps()
{
    QVector<plan::Step> steps;
    for (int i = 0; i < 5000; ++i)
        steps.append(step(QStringLiteral("s%1").arg(i),
                          { QStringLiteral("ALTER TABLE users ADD c%1 int NOT NULL DEFAULT 0").arg(i) }));
    QElapsedTimer timer;
    timer.start();
    const auto plan = analysed(steps);
    qInfo("5 000 steps in %lld ms", timer.elapsed());
    QVERIFY(plan->steps.last().assessment.analysed);
}

QTEST_GUILESS_MAIN(TestAnalysis)
#include "tst_analysis.moc"
