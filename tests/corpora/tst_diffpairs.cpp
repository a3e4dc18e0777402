#include <model/proof/proof.h>

#include <QTest>

#include <tests/support/diffpair.h>
#include <tests/support/postgrestest.h>

using namespace lockstep;
using base::Result;
using testing::PairName;
using testing::PairOutcome;

/// Other people's old/new pairs: planned, run by psql, compared by pg_dump, taken back, compared.
class DiffPairsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void suiteConvergesBothWays_data();
    void suiteConvergesBothWays();
    void migraPlansAreProved_data();
    void migraPlansAreProved();

private:
    scratch::ScratchServerPtr m_server;
};

void DiffPairsTest::initTestCase()
{
    if (testing::corporaDirectory().isEmpty())
        QSKIP("No corpora: set LOCKSTEP_CORPORA.");
    QString why;
    m_server = testing::server(&why);
    QVERIFY2(m_server, qPrintable(why));
}

void DiffPairsTest::suiteConvergesBothWays_data()
{
    QTest::addColumn<QString>("suite");
    QTest::addColumn<int>("needed"); // Per cent of the pairs.
    const QString chosen = qEnvironmentVariable("LOCKSTEP_SUITE", QStringLiteral("migra,pgschema"));
    for (const QString &suite : chosen.split(QLatin1Char(','), Qt::SkipEmptyParts))
        QTest::addRow("%s", qPrintable(suite)) << suite << (suite == QLatin1String("migra") ? 100 : 90);
}

void DiffPairsTest::suiteConvergesBothWays()
{
    QFETCH(const QString, suite);
    QFETCH(const int, needed);
    const QVector<PairName> names = testing::pairNames({ suite });
    QVERIFY(!names.isEmpty());
    const Result<void> roles = testing::createRoles(m_server, names);
    QVERIFY2(roles.has_value(), roles.has_value() ? "" : qPrintable(roles.error().toText()));

    int good = 0;
    for (const PairName &name : names) {
        const PairOutcome outcome = testing::DiffPair(m_server, name).check();
        if (outcome.isGood())
            ++good;
        else
            qInfo("%s: %s", qPrintable(name.text()), qPrintable(outcome.reason().left(300)));
    }
    QVERIFY2(good * 100 >= needed * names.size(),
             qPrintable(QStringLiteral("%1 of %2 pairs are good").arg(good).arg(names.size())));
}

void DiffPairsTest::migraPlansAreProved_data()
{
    QTest::addColumn<PairName>("name");
    const QString chosen = qEnvironmentVariable("LOCKSTEP_PROVE", QStringLiteral("migra"));
    for (const PairName &name : testing::pairNames(chosen.split(QLatin1Char(','))))
        QTest::newRow(qPrintable(name.text())) << name;
}

void DiffPairsTest::migraPlansAreProved()
{
    QFETCH(const PairName, name);
    const Result<void> roles = testing::createRoles(m_server, { name });
    QVERIFY2(roles.has_value(), roles.has_value() ? "" : qPrintable(roles.error().toText()));
    const Result<plan::PlanPtr> proved = testing::DiffPair(m_server, name).prove();
    QVERIFY2(proved.has_value(), proved.has_value() ? "" : qPrintable(proved.error().toText()));
    const plan::Proof &proof = (*proved)->proof;
    if (qEnvironmentVariableIsSet("LOCKSTEP_PAIRS_NOTES"))
        qInfo("%s", qPrintable(proof.notes.join(QLatin1Char('\n'))));
    QVERIFY2(proof.status == plan::ProofStatus::Proved,
             qPrintable((proof.forward + proof.rollback).join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(DiffPairsTest)
#include "tst_diffpairs.moc"
