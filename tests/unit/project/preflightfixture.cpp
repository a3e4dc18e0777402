#include "preflightfixture.h"

#include <QTest>

namespace lockstep::testing {

plan::Step lockingStep(const QString &id, const QString &sql, const QString &relation, plan::LockMode mode)
{
    plan::Step step;
    step.id = id;
    step.title = QStringLiteral("Step ") + id;
    step.sql = { sql };
    step.relations = { relation };
    step.assessment.analysed = true;
    step.assessment.locks = { { relation, mode } };
    step.assessment.lockHoldMs = 10;
    step.assessment.estimate = { 5, 10, 20, QString() };
    return step;
}

plan::Step questionStep(const QString &id, const QString &sql, const QString &expect, const QString &sample)
{
    plan::Step step;
    step.id = id;
    step.kind = plan::StepKind::Verify;
    step.title = QStringLiteral("Ask ") + id;
    step.relations = { QStringLiteral("public.orders") };
    step.verify = { { sql, expect, false, sample } };
    return step;
}

void PreflightFixture::prepare()
{
    QString why;
    if (!testing::server(&why))
        QSKIP(qPrintable(why));
    auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("preflight"));
    QVERIFY(database.has_value());
    m_database = std::move(*database);
    m_session = open();
    QUIET(exec(QStringLiteral("CREATE TABLE users (id integer PRIMARY KEY); "
                              "CREATE TABLE orders (id serial PRIMARY KEY, user_id integer, note text); "
                              "INSERT INTO users SELECT generate_series(1, 10); "
                              "INSERT INTO orders (user_id, note) SELECT i, nullif(i, 7)::text FROM "
                              "generate_series(1, 12) i")));
}

void PreflightFixture::exec(const QString &sql)
{
    const auto done = m_session->executeScript(sql);
    QVERIFY2(done.has_value(), qPrintable(done.has_value() ? QString() : done.error().toText()));
}

plan::Plan PreflightFixture::plan() const
{
    plan::Plan plan;
    plan.serverVersion = m_session->server().version;
    plan.steps = { lockingStep(QStringLiteral("s01"), QStringLiteral("ALTER TABLE orders ADD COLUMN a text"),
                               QStringLiteral("public.orders"), plan::LockMode::AccessExclusive) };
    return plan;
}

project::PreflightOptions PreflightFixture::quick()
{
    project::PreflightOptions options;
    options.sampleMs = 0;
    options.readSchema = false;
    options.longTransactionSeconds = 0.6;
    options.stuckTransactionSeconds = 60;
    return options;
}

void PreflightFixture::ask(const plan::Plan &plan, const project::PreflightOptions &options,
                           const QString &extra)
{
    postgres::ConnectionTarget target = m_database->target();
    target.text += extra;
    plan::Plan proved = plan;
    proved.proof.status = plan::ProofStatus::Proved;
    proved.proof.planDigest = proved.digest();
    const auto list = project::readChecklist(std::make_shared<plan::Plan>(proved), target, options);
    QVERIFY2(list.has_value(), qPrintable(list.has_value() ? QString() : list.error().toText()));
    m_list = *list;
}

void PreflightFixture::verdict(const QString &id, CheckVerdict verdict, const QStringList &words)
{
    QVERIFY(m_list);
    const analysis::CheckItem *item = m_list->find(id);
    QVERIFY2(item, qPrintable(id));
    QVERIFY2(item->verdict == verdict, qPrintable(id + QStringLiteral(" is ") + analysis::name(item->verdict)
                                                  + QStringLiteral(": ") + item->consequence));
    const QString said = item->consequence + QLatin1Char(' ') + item->advice;
    for (const QString &word : words)
        QVERIFY2(said.contains(word), qPrintable(said));
}

} // namespace lockstep::testing
