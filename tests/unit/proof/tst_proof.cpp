#include "proofharness.h"

#include <model/plan/planjson.h>
#include <model/plan/script.h>

#include <QTest>

using namespace lockstep;
using plan::Plan;
using plan::PlanPtr;
using plan::ProofStatus;
using testing::planFor;
using testing::proved;
using testing::stepWith;

namespace {

const QString currentSql = QStringLiteral(R"(
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);
)");
const QString targetSql = QStringLiteral(R"(
CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL, tier varchar(20) DEFAULT 'free' NOT NULL,
                    token uuid DEFAULT gen_random_uuid());
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users, CONSTRAINT positive CHECK (id > 0));
CREATE INDEX orders_user_idx ON orders (user_id);
CREATE VIEW user_names AS SELECT id, name FROM users;
)");

} // namespace

/// Proofs on a real server: what holds is proved, what does not is found by either observer.
class ProofTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void goodPlanIsProved();
    void missingStepIsFound();
    void failingStatementIsNamed();
    void wrongRollbackIsFound();
    void irreversibleStepIsANote();
    void failedCheckIsFound();
    void otherSchemaThanPlannedIsFound();
    void understatedLocksAreNoted();
    void planWithoutScriptsIsRefused();
    void unknownScriptIsNoFailure();
    void brokenScriptIsAnInputError();
    void stopIsObeyed();

private:
    PlanPtr m_plan;
};

void ProofTest::initTestCase()
{
    QString why;
    if (!testing::canProve(&why))
        QSKIP(qPrintable(why));
    m_plan = planFor(currentSql, targetSql);
}

void ProofTest::goodPlanIsProved()
{
    QStringList phases;
    const auto result = proof::prove(m_plan, testing::server(),
                                     [&phases](const QString &phase, int done, int total) {
                                         phases.append(phase);
                                         QVERIFY(done <= total);
                                     },
                                     {});
    QVERIFY2(result.has_value(), result.has_value() ? "" : qPrintable(result.error().toText()));
    const plan::Proof &proof = (*result)->proof;
    QCOMPARE(proof.forward, QStringList());
    QCOMPARE(proof.rollback, QStringList());
    QCOMPARE(proof.status, ProofStatus::Proved);
    QVERIFY((*result)->isProved());
    QVERIFY(phases.size() > m_plan->steps.size());
    QVERIFY(!proof.measured.isEmpty());
    for (const QString &note : proof.notes)
        QVERIFY2(!note.contains(QLatin1String("really held")), qPrintable(note));
}

void ProofTest::missingStepIsFound()
{
    auto plan = std::make_shared<Plan>(*m_plan);
    plan->steps.removeAt(stepWith(*plan, "CREATE VIEW"));
    const PlanPtr result = proved(plan);
    QCOMPARE(result->proof.status, ProofStatus::Failed);
    QVERIFY(result->proof.forward.contains(QStringLiteral("view public.user_names is missing.")));
    QVERIFY(result->proof.forward.join(QLatin1Char('\n'))
                .contains(QLatin1String("pg_dump: + CREATE VIEW public.user_names")));
}

void ProofTest::failingStatementIsNamed()
{
    auto plan = std::make_shared<Plan>(*m_plan);
    plan::Step &step = plan->steps[stepWith(*plan, "CREATE VIEW")];
    step.sql = QStringList{ QStringLiteral("SELECT 1"),
                            QStringLiteral("CREATE VIEW user_names AS SELECT nothing FROM users") };
    const PlanPtr result = proved(plan);
    QCOMPARE(result->proof.status, ProofStatus::Failed);
    QCOMPARE(result->proof.forward.size(), 1);
    const QString text = result->proof.forward.first();
    QVERIFY2(text.startsWith(step.id + QStringLiteral(", statement 2, failed:")), qPrintable(text));
    QVERIFY(text.contains(QLatin1String("42703")));
}

void ProofTest::wrongRollbackIsFound()
{
    auto plan = std::make_shared<Plan>(*m_plan);
    plan->steps[stepWith(*plan, "CREATE VIEW")].rollback.sql.clear();
    const int index = stepWith(*plan, "orders_user_idx");
    plan->steps[index].rollback.sql.clear();
    const PlanPtr result = proved(plan);
    QCOMPARE(result->proof.status, ProofStatus::Failed);
    QCOMPARE(result->proof.forward, QStringList());
    QVERIFY(!result->proof.rollback.isEmpty());
}

void ProofTest::irreversibleStepIsANote()
{
    auto plan = std::make_shared<Plan>(*m_plan);
    plan::Step &step = plan->steps[stepWith(*plan, "orders_user_idx")];
    step.rollback.sql.clear();
    step.rollback.irreversible = QStringLiteral("It is only a test.");
    const PlanPtr result = proved(plan);
    QCOMPARE(result->proof.status, ProofStatus::Proved);
    const QString notes = result->proof.notes.join(QLatin1Char('\n'));
    QVERIFY(notes.contains(step.id + QStringLiteral(" has no way back: It is only a test.")));
    QVERIFY(notes.contains(QLatin1String("index public.orders_user_idx should not be there.")));
}

void ProofTest::failedCheckIsFound()
{
    auto plan = std::make_shared<Plan>(*m_plan);
    plan::Step &step = plan->steps[stepWith(*plan, "CREATE VIEW")];
    step.verify.append({ QStringLiteral("SELECT count(*) FROM user_names"), QStringLiteral("5") });
    const PlanPtr result = proved(plan);
    QCOMPARE(result->proof.status, ProofStatus::Failed);
    QVERIFY(result->proof.forward.first().contains(QLatin1String("gives \"0\" instead of \"5\"")));
}

void ProofTest::otherSchemaThanPlannedIsFound()
{
    auto plan = std::make_shared<Plan>(*m_plan);
    plan->current.sql += QStringLiteral("CREATE TABLE surprise (id int);");
    const PlanPtr result = proved(plan);
    QCOMPARE(result->proof.status, ProofStatus::Failed);
    QVERIFY(result->proof.forward.first().contains(QLatin1String("make the plan again")));
}

void ProofTest::understatedLocksAreNoted()
{
    auto plan = std::make_shared<Plan>(*m_plan);
    plan::Step &step = plan->steps[stepWith(*plan, "tier")];
    step.assessment.analysed = true;
    step.assessment.locks = { { QStringLiteral("public.users"), plan::LockMode::Share } };
    const PlanPtr result = proved(plan);
    QCOMPARE(result->proof.status, ProofStatus::Proved);
    QVERIFY(result->proof.notes.contains(
        QStringLiteral("%1: really held ACCESS EXCLUSIVE on public.users, stated SHARE.").arg(step.id)));
}

void ProofTest::planWithoutScriptsIsRefused()
{
    auto plan = std::make_shared<Plan>(*m_plan);
    plan->current.sql.clear();
    plan->target.sql.clear();
    const auto result = proof::prove(plan, testing::server(), {}, {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().kind, base::ErrorKind::Input);
}

void ProofTest::unknownScriptIsNoFailure()
{
    const QString reason = QStringLiteral("The role may not read them.");
    const auto plan = std::make_shared<Plan>(
        *planFor(QStringLiteral("CREATE TABLE t (a int);"), QStringLiteral("CREATE TABLE t (a bigint);")));
    plan->current = { QStringLiteral("live"), {}, reason };
    const PlanPtr result = proved(plan);
    QCOMPARE(result->proof.status, ProofStatus::Skipped);
    QCOMPARE(result->proof.forward + result->proof.rollback, QStringList());
    QVERIFY(!result->isProved());
    const QString text = plan::planText(*result);
    QVERIFY2(text.contains(QStringLiteral("Not proved, because")) && text.contains(reason), qPrintable(text));
    const auto read = plan::planFromJson(plan::toJson(*result), QStringLiteral("p.lockplan"));
    QVERIFY(read.has_value());
    QCOMPARE((*read)->current.missing, reason);
}

void ProofTest::brokenScriptIsAnInputError()
{
    auto plan = std::make_shared<Plan>(*m_plan);
    plan->target.sql = QStringLiteral("CREATE TABLE t (id int);\nCREATE TABEL u (id int);");
    const auto result = proof::prove(plan, testing::server(), {}, {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().kind, base::ErrorKind::Input);
    QCOMPARE(result.error().position->file, QStringLiteral("target.sql"));
    QCOMPARE(result.error().position->line, 2);
}

void ProofTest::stopIsObeyed()
{
    std::stop_source source;
    const auto result = proof::prove(
        m_plan, testing::server(),
        [&source](const QString &phase, int, int) {
            if (phase.startsWith(QLatin1String("Running")))
                source.request_stop();
        },
        source.get_token());
    QVERIFY(!result.has_value());
    QVERIFY(result.error().isCanceled());
}

QTEST_GUILESS_MAIN(ProofTest)
#include "tst_proof.moc"
