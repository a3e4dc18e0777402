#include "preflightfixture.h"

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using analysis::CheckVerdict;

/// What is made of answers that no server here gives.
class PreflightJudgementTest : public testing::PreflightFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void cleanup() { m_list.reset(); }
    void comparesWhatIsNeededWithWhatIsFree();
    void knowsAServerThatBuildsFaultyIndexes();
};

void PreflightJudgementTest::comparesWhatIsNeededWithWhatIsFree()
{
    constexpr qint64 gigabyte = 1024LL * 1024 * 1024;
    plan::Plan rewriting = plan();
    rewriting.steps.first().assessment.effect = plan::Effect::Rewrite;
    const schema::CheckReadings sizes{
        { QStringLiteral("disk-space"),
          { QStringLiteral("disk-space"),
            QStringLiteral("SELECT 1"),
            { QStringLiteral("relation"), QStringLiteral("table_bytes"), QStringLiteral("index_bytes") },
            { { QStringLiteral("public.orders"), QString::number(8 * gigabyte),
                QString::number(2 * gigabyte) } } } }
    };
    analysis::CheckInput input{ rewriting, sizes };
    const auto disk = [&input] { return *analysis::judge(input).find(QStringLiteral("disk-space")); };
    QCOMPARE(disk().verdict, CheckVerdict::Attention);
    QVERIFY2(disk().consequence.contains(QLatin1String("10 GB more on disk"))
                 && disk().consequence.contains(QLatin1String("cannot be asked through SQL")),
             qPrintable(disk().consequence));
    input.freeBytes = 15 * gigabyte;
    QCOMPARE(disk().verdict, CheckVerdict::Stop);
    input.freeBytes = 500 * gigabyte;
    QCOMPARE(disk().verdict, CheckVerdict::Ok);
    // An estimate wins where it can be of this table.
    rewriting.steps.first().assessment.estimate.diskBytes = 7 * gigabyte;
    rewriting.steps.first().assessment.estimate.walBytes = 1 * gigabyte;
    QVERIFY2(disk().consequence.contains(QLatin1String("7 GB more on disk")), qPrintable(disk().consequence));
    QVERIFY2(disk().consequence.contains(QLatin1String("1 GB of WAL")), qPrintable(disk().consequence));
    rewriting.steps.first().assessment.estimate.diskBytes = 900 * gigabyte;
    QVERIFY2(disk().consequence.contains(QLatin1String("10 GB more on disk")),
             qPrintable(disk().consequence));
}

void PreflightJudgementTest::knowsAServerThatBuildsFaultyIndexes()
{
    plan::Plan concurrent = plan();
    concurrent.steps.first().sql = { QStringLiteral("create index concurrently i on orders (user_id)") };
    const schema::CheckReadings none;
    analysis::CheckInput input{ concurrent, none };
    for (const auto &[version, expected] :
         { std::pair(140003, CheckVerdict::Stop), std::pair(140004, CheckVerdict::Ok),
           std::pair(130001, CheckVerdict::Ok) }) {
        input.serverVersion = version;
        QCOMPARE(analysis::judge(input).find(QStringLiteral("concurrent-indexes"))->verdict, expected);
    }
    // Without an answer nothing is well.
    QCOMPARE(analysis::judge(input).find(QStringLiteral("server"))->verdict, CheckVerdict::NotKnown);
}

QTEST_GUILESS_MAIN(PreflightJudgementTest)
#include "tst_preflightjudgement.moc"
