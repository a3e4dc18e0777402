#include <model/plan/plan.h>

#include <QTest>

using namespace lockstep::plan;

class TestPlan : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhichLocksConflict_data();
    void knowsWhichLocksConflict();
    void saysWhatALockBlocks();
    void isNoLongerProvedOnceAStepChanges();
    void hasAnotherDigestForEveryChangeOfWhatRuns();
    void findsStepsById();
};

namespace {

Plan twoSteps()
{
    Plan plan;
    Step first;
    first.id = QStringLiteral("s01");
    first.sql = { QStringLiteral("ALTER TABLE t ADD COLUMN a integer") };
    first.rollback.sql = { QStringLiteral("ALTER TABLE t DROP COLUMN a") };
    Step second;
    second.id = QStringLiteral("s02");
    second.kind = StepKind::Backfill;
    second.backfill = BackfillSpec{ lockstep::schema::objectId(lockstep::schema::Kind::Table,
                                                               QStringLiteral("public"), QStringLiteral("t")),
                                    QStringLiteral("a = 1"),
                                    QStringLiteral("a IS NULL"),
                                    Batcher::Keyset,
                                    { QStringLiteral("id") },
                                    { QStringLiteral("bigint") } };
    plan.steps = { first, second };
    return plan;
}

} // namespace

void TestPlan::knowsWhichLocksConflict_data()
{
    // PostgreSQL documentation, table 13.2, one row a mode; x: the modes conflict.
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("row");
    const char *rows[] = { "       x", "      xx", "    xxxx", "   xxxxx",
                           "  xx xxx", "  xxxxxx", " xxxxxxx", "xxxxxxxx" };
    for (int mode = 0; mode < 8; ++mode)
        QTest::newRow(qPrintable(name(LockMode(mode)))) << mode << QString::fromLatin1(rows[mode]);
}

void TestPlan::knowsWhichLocksConflict()
{
    QFETCH(int, mode);
    QFETCH(QString, row);
    for (int other = 0; other < 8; ++other)
        QCOMPARE(conflicts(LockMode(mode), LockMode(other)), row[other] == QLatin1Char('x'));
}

void TestPlan::saysWhatALockBlocks()
{
    QCOMPARE(blockedBy(LockMode::RowExclusive), Blocks::Nothing);
    QCOMPARE(blockedBy(LockMode::ShareUpdateExclusive), Blocks::Ddl);
    QCOMPARE(blockedBy(LockMode::Share), Blocks::Writes);
    QCOMPARE(blockedBy(LockMode::Exclusive), Blocks::Writes);
    QCOMPARE(blockedBy(LockMode::AccessExclusive), Blocks::ReadsAndWrites);
    QCOMPARE(name(Blocks::ReadsAndWrites), QStringLiteral("reads+writes"));
}

void TestPlan::isNoLongerProvedOnceAStepChanges()
{
    Plan plan = twoSteps();
    plan.proof.status = ProofStatus::Proved;
    QVERIFY(!plan.isProved());
    plan.proof.planDigest = plan.digest();
    QVERIFY(plan.isProved());
    plan.steps[0].title = QStringLiteral("Titles do not run");
    QVERIFY(plan.isProved());
    plan.steps[0].sql[0] += QStringLiteral(" NOT NULL");
    QVERIFY(!plan.isProved());
}

void TestPlan::hasAnotherDigestForEveryChangeOfWhatRuns()
{
    const QByteArray before = twoSteps().digest();
    QCOMPARE(twoSteps().digest(), before);
    QVERIFY(before.startsWith("sha256:"));
    QSet<QByteArray> digests{ before };
    const std::function<void(Plan &)> changes[] = {
        [](Plan &plan) { plan.steps[0].id = QStringLiteral("s03"); },
        [](Plan &plan) { plan.steps[0].sql += QString(); },
        [](Plan &plan) { plan.steps[0].transaction = TransactionMode::None; },
        [](Plan &plan) { plan.steps[0].rollback.sql.clear(); },
        [](Plan &plan) { plan.steps[0].rollback.irreversible = QStringLiteral("no"); },
        [](Plan &plan) { plan.steps[0].rollback.transaction = TransactionMode::None; },
        [](Plan &plan) { plan.steps[1].kind = StepKind::Ddl; },
        [](Plan &plan) { plan.steps[1].backfill->where.clear(); },
        [](Plan &plan) { plan.steps[1].backfill->key += QStringLiteral("b"); },
        [](Plan &plan) { plan.steps[1].backfill->batcher = Batcher::Ctid; },
        [](Plan &plan) { std::swap(plan.steps[0], plan.steps[1]); },
        [](Plan &plan) {
            plan.steps[0].verify = { { QStringLiteral("SELECT 1"), QStringLiteral("1") } };
        },
    };
    for (const auto &change : changes) {
        Plan plan = twoSteps();
        change(plan);
        QVERIFY(!digests.contains(plan.digest()));
        digests.insert(plan.digest());
    }
}

void TestPlan::findsStepsById()
{
    const Plan plan = twoSteps();
    QCOMPARE(plan.find(QStringLiteral("s02")), &plan.steps[1]);
    QCOMPARE(plan.find(QStringLiteral("s99")), nullptr);
}

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
