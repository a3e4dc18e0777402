#include <model/analysis/analysis.h>
#include <model/diff/changeset.h>
#include <model/plan/planner.h>
#include <model/proof/proof.h>
#include <model/scratch/scriptloader.h>
#include <model/sources/catalogreader.h>

#include <QTest>

#include <tests/support/postgrestest.h>

using namespace lockstep;
using plan::Plan;
using plan::PlanPtr;
using plan::ProofStatus;

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

schema::CatalogPtr catalogOf(const QString &sql)
{
    const auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("side"));
    const auto session = (*database)->open();
    const auto report = scratch::loadScript(**session, sql, QStringLiteral("side.sql"), false);
    if (!report.has_value())
        qFatal("%s", qPrintable(report.error().toText()));
    const auto catalog = sources::readCatalog(**session);
    if (!catalog.has_value())
        qFatal("%s", qPrintable(catalog.error().toText()));
    return *catalog;
}

PlanPtr planFor(const QString &from, const QString &to)
{
    const schema::CatalogPtr current = catalogOf(from);
    const auto changes = diff::diff(current, catalogOf(to), {}, {});
    if (!changes.has_value())
        qFatal("%s", qPrintable(changes.error().toText()));
    plan::PlanOptions options;
    options.currentScript = { QStringLiteral("current.sql"), from };
    options.targetScript = { QStringLiteral("target.sql"), to };
    const auto plan = plan::makePlan(*changes, nullptr, options, {});
    if (!plan.has_value())
        qFatal("%s", qPrintable(plan.error().toText()));
    const auto analysed = analysis::analyse(*plan, current, {}, {});
    if (!analysed.has_value())
        qFatal("%s", qPrintable(analysed.error().toText()));
    return *analysed;
}

PlanPtr proved(const PlanPtr &plan)
{
    const auto result = proof::prove(plan, testing::server(), {}, {});
    if (!result.has_value())
        qFatal("%s", qPrintable(result.error().toText()));
    return *result;
}

/// Index of the first step with a statement that contains the text.
int stepWith(const Plan &plan, const char *text)
{
    for (int i = 0; i < plan.steps.size(); ++i) {
        if (plan.steps[i].sql.join(QLatin1Char('\n')).contains(QLatin1String(text)))
            return i;
    }
    qFatal("No step contains %s", text);
    return -1;
}

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
    void brokenScriptIsAnInputError();
    void stopIsObeyed();

private:
    PlanPtr m_plan;
};

void ProofTest::initTestCase()
{
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
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
