#include <model/analysis/analysis.h>
#include <model/diff/changeset.h>
#include <model/plan/planjson.h>
#include <model/plan/planner.h>
#include <model/plan/script.h>
#include <model/proof/proof.h>
#include <model/schema/snapshot.h>
#include <model/sources/source.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <tests/support/postgrestest.h>

using namespace lockstep;

/// Plans about secrets and other servers: proved, saying what a person has to do, telling nothing.
class OutsideProofTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void provesSubscriptionsAndForeignData();
    void saysWhatIsLeftToAPerson();
    void tellsNoSecrets();
    void plansNothingWhereOnlySecretsDiffer();

private:
    sources::LoadedSourcePtr load(const QString &name, const QString &sql);
    plan::PlanPtr planFor(const QString &from, const QString &to);

    QTemporaryDir m_directory;
    plan::PlanPtr m_plan;
    sources::LoadedSourcePtr m_current;
};

namespace {

const QString outsideBefore = QStringLiteral(
    "CREATE EXTENSION postgres_fdw; CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'a');"
    "CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (\"user\" 'u', password 'geheim1');"
    "CREATE SUBSCRIPTION kept CONNECTION 'host=h password=geheim2' PUBLICATION p WITH (connect = false);"
    "CREATE SUBSCRIPTION gone CONNECTION 'host=h' PUBLICATION p WITH (connect = false, slot_name = 'left');"
    "COMMENT ON SUBSCRIPTION kept IS 'kept';");
const QString outsideAfter = QStringLiteral(
    "CREATE EXTENSION postgres_fdw; CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'b');"
    "CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (\"user\" 'v', password 'geheim3', sslkey 'geheim4');"
    "CREATE SUBSCRIPTION kept CONNECTION 'host=i password=geheim5' PUBLICATION p, q WITH (connect = false);"
    "CREATE SUBSCRIPTION new CONNECTION 'postgresql://u:geheim6@h/d' PUBLICATION p WITH (connect = false);"
    "COMMENT ON SUBSCRIPTION kept IS 'kept';"
    "CREATE FOREIGN TABLE f (a int) SERVER s OPTIONS (table_name 't');");

} // namespace

void OutsideProofTest::initTestCase()
{
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
    m_plan = planFor(outsideBefore, outsideAfter);
    QVERIFY(m_plan);
}

sources::LoadedSourcePtr OutsideProofTest::load(const QString &name, const QString &sql)
{
    QFile file(m_directory.filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        return nullptr;
    file.write(sql.toUtf8());
    file.close();
    const auto loaded =
        sources::load(sources::SqlFileSource{ file.fileName() },
                      [] { return base::Result<scratch::ScratchServerPtr>(testing::server()); }, {}, {});
    if (!loaded.has_value())
        qWarning("%s", qPrintable(loaded.error().toText()));
    return loaded.has_value() ? *loaded : nullptr;
}

plan::PlanPtr OutsideProofTest::planFor(const QString &from, const QString &to)
{
    m_current = load(QStringLiteral("current.sql"), from);
    const auto target = load(QStringLiteral("target.sql"), to);
    if (!m_current || !target)
        return nullptr;
    const auto changes = diff::diff(m_current->catalog, target->catalog, {}, {});
    plan::PlanOptions options;
    options.currentScript = { m_current->display, m_current->script };
    options.targetScript = { target->display, target->script };
    const auto plan = changes.has_value() ? plan::makePlan(*changes, nullptr, options, {})
                                          : base::Result<plan::PlanPtr>(changes.error());
    const auto analysed = plan.has_value() ? analysis::analyse(*plan, m_current->catalog, {}, {}) : plan;
    if (!analysed.has_value())
        qWarning("%s", qPrintable(analysed.error().toText()));
    return analysed.has_value() ? *analysed : nullptr;
}

void OutsideProofTest::provesSubscriptionsAndForeignData()
{
    const auto proved = proof::prove(m_plan, testing::server(), {}, {});
    QVERIFY2(proved.has_value(), proved.has_value() ? "" : qPrintable(proved.error().toText()));
    const plan::Proof &proof = (*proved)->proof;
    QVERIFY2(proof.status == plan::ProofStatus::Proved,
             qPrintable((proof.forward + proof.rollback).join(QLatin1Char('\n'))));
    QVERIFY((*proved)->isComplete());
}

void OutsideProofTest::saysWhatIsLeftToAPerson()
{
    QStringList reasons;
    for (const plan::Step &step : m_plan->steps)
        reasons << step.why;
    const QString all = reasons.join(QLatin1Char('\n'));
    QVERIFY2(all.contains(QLatin1String("SELECT pg_drop_replication_slot('left')")), qPrintable(all));
    QVERIFY2(all.contains(QLatin1String("ALTER SUBSCRIPTION \"new\" ENABLE"))
                 || all.contains(QLatin1String("ALTER SUBSCRIPTION new ENABLE")),
             qPrintable(all));
    QVERIFY2(all.contains(QLatin1String("ALTER SUBSCRIPTION kept REFRESH PUBLICATION")), qPrintable(all));
    QVERIFY2(all.contains(QLatin1String("Secrets are not part of a plan")), qPrintable(all));
}

void OutsideProofTest::tellsNoSecrets()
{
    const QByteArray snapshot =
        schema::toJson(schema::Snapshot{ m_current->catalog, nullptr, m_current->script, {} });
    for (const QByteArray &text : { plan::toJson(*m_plan), snapshot, plan::forwardScript(*m_plan).toUtf8(),
                                    plan::rollbackScript(*m_plan).toUtf8() }) {
        QVERIFY(text.contains("********"));
        QVERIFY2(!text.contains("geheim"), text.constData());
    }
}

void OutsideProofTest::plansNothingWhereOnlySecretsDiffer()
{
    QString other = outsideBefore;
    const auto plan = planFor(outsideBefore, other.replace(QLatin1String("geheim"), QLatin1String("anders")));
    QVERIFY(plan);
    QCOMPARE(plan->steps.size(), 0);
}

QTEST_GUILESS_MAIN(OutsideProofTest)
#include "tst_outsideproof.moc"
