#include <model/proof/calibration.h>
#include <tests/support/postgrestest.h>

#include <QElapsedTimer>
#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;

/// Measuring a real server, and what is left of it there: nothing.
class TestCalibration : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void measuresAServerAndLeavesNothing();
    void leavesNothingWhenStopped_data();
    void leavesNothingWhenStopped();
    void removesWhatACrashLeft();
    void keepsAwayFromSomebodyElsesSchema();
    void keepsRowsFromSubscribers();
    void runsOnceADatabase();
    void leavesNothingWhenAProbeFails();
    void saysWhatKeepsItFromMeasuring();

private:
    QString count(const QString &sql) const;
    scratch::ScratchServerPtr m_server;
    std::unique_ptr<scratch::ScratchDatabase> m_database;
    std::unique_ptr<postgres::Session> m_session;
};

namespace {

constexpr double someRows = 0.02;

const QString relationsLeft =
    QStringLiteral("SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                   " WHERE n.nspname LIKE 'lockstep%' OR n.nspname LIKE 'pg_temp%'");
const QString schemasLeft =
    QStringLiteral("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'lockstep%'");
const QString locksLeft =
    QStringLiteral("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database ="
                   " (SELECT oid FROM pg_database WHERE datname = current_database())");

} // namespace

void TestCalibration::initTestCase()
{
    QString why;
    m_server = server(&why);
    QVERIFY2(m_server, qPrintable(why));
}

void TestCalibration::init()
{
    m_session.reset();
    auto database = scratch::ScratchDatabase::create(m_server, QStringLiteral("calibration"));
    QVERIFY(database.has_value());
    m_database = std::move(*database);
    auto session = m_database->open();
    QVERIFY(session.has_value());
    m_session = std::move(*session);
    QVERIFY(m_session->execute(QStringLiteral("CREATE TABLE public.mine AS SELECT 1 AS a")).has_value());
}

QString TestCalibration::count(const QString &sql) const
{
    const auto rows = m_session->query(sql);
    return rows.has_value() ? rows->text(0, 0) : rows.error().toText();
}

void TestCalibration::measuresAServerAndLeavesNothing()
{
    QStringList told;
    double last = 0;
    bool onward = true;
    const auto progress = [&](const QString &what, double done) {
        told.append(what);
        onward &= done >= last && done <= 1;
        last = done;
    };
    const QString before = count(QStringLiteral("SHOW statement_timeout"));
    const auto rates = proof::calibrate(*m_session, { someRows }, progress, {});
    QVERIFY2(rates.has_value(), rates.has_value() ? "" : qPrintable(rates.error().toText()));
    QCOMPARE((*rates)->origin, analysis::RatesOrigin::Calibration);
    QVERIFY((*rates)->server.startsWith(QLatin1String("PostgreSQL ")));
    QVERIFY((*rates)->server.contains(m_database->name()));
    QVERIFY((*rates)->measuredAt.secsTo(QDateTime::currentDateTimeUtc()) < 60);
    QVERIFY((*rates)->costs.sortText != analysis::UnitCosts().sortText);
    QVERIFY((*rates)->costs.updateRow != analysis::UnitCosts().updateRow);
    QVERIFY((*rates)->settings.sharedBuffers > 1e6);
    const auto again = analysis::ratesFromJson(analysis::toJson(**rates), QStringLiteral("rates.json"));
    QVERIFY2(again.has_value(), again.has_value() ? "" : qPrintable(again.error().toText()));
    QVERIFY(onward);
    QVERIFY(told.contains(QLatin1String("Checking a foreign key")));
    QCOMPARE(count(relationsLeft), QStringLiteral("0"));
    QCOMPARE(count(schemasLeft), QStringLiteral("0"));
    QCOMPARE(count(locksLeft), QStringLiteral("0"));
    QCOMPARE(count(QStringLiteral("SELECT sum(a) FROM public.mine")), QStringLiteral("1"));
    QCOMPARE(count(QStringLiteral("SHOW statement_timeout")), before);
}

void TestCalibration::leavesNothingWhenStopped_data()
{
    QTest::addColumn<QString>("at");
    QTest::newRow("while tables are filled") << QStringLiteral("Filling tables");
    QTest::newRow("while an index is built concurrently") << QStringLiteral("Building an index concurrently");
    QTest::newRow("while a table is rewritten") << QStringLiteral("Rewriting a table");
    QTest::newRow("within a batch") << QStringLiteral("Updating rows in batches");
}

void TestCalibration::leavesNothingWhenStopped()
{
    QFETCH(QString, at);
    std::stop_source source;
    const auto progress = [&](const QString &what, double) {
        if (what == at)
            source.request_stop();
    };
    const auto rates = proof::calibrate(*m_session, { someRows }, progress, source.get_token());
    QVERIFY(!rates.has_value());
    QVERIFY2(rates.error().isCanceled(), qPrintable(rates.error().toText()));
    QCOMPARE(count(schemasLeft), QStringLiteral("0"));
    QCOMPARE(count(relationsLeft), QStringLiteral("0"));
    QCOMPARE(count(locksLeft), QStringLiteral("0"));
    QVERIFY(!m_session->inTransaction());
}

void TestCalibration::removesWhatACrashLeft()
{
    QVERIFY(
        m_session
            ->executeScript(QStringLiteral(
                "CREATE SCHEMA lockstep_calibration; CREATE TABLE lockstep_calibration.narrow (a int); "
                "COMMENT ON"
                " SCHEMA lockstep_calibration IS 'Made by Lockstep to measure this server; may be dropped.'"))
            .has_value());
    QVERIFY(proof::calibrate(*m_session, { someRows }, {}, {}).has_value());
    QCOMPARE(count(schemasLeft), QStringLiteral("0"));
}

void TestCalibration::keepsAwayFromSomebodyElsesSchema()
{
    QVERIFY(m_session
                ->executeScript(QStringLiteral("CREATE SCHEMA lockstep_calibration;"
                                               " CREATE TABLE lockstep_calibration.narrow AS SELECT 7 AS a"))
                .has_value());
    const auto rates = proof::calibrate(*m_session, { someRows }, {}, {});
    QVERIFY(!rates.has_value());
    QCOMPARE(rates.error().kind, base::ErrorKind::Refused);
    QCOMPARE(count(QStringLiteral("SELECT a FROM lockstep_calibration.narrow")), QStringLiteral("7"));
    QCOMPARE(count(locksLeft), QStringLiteral("0"));
}

void TestCalibration::keepsRowsFromSubscribers()
{
    QVERIFY(m_session->execute(QStringLiteral("CREATE PUBLICATION everything FOR ALL TABLES")).has_value());
    const auto rates = proof::calibrate(*m_session, { someRows }, {}, {});
    QVERIFY(!rates.has_value());
    QCOMPARE(rates.error().kind, base::ErrorKind::Refused);
    QCOMPARE(count(schemasLeft), QStringLiteral("0"));
}

void TestCalibration::runsOnceADatabase()
{
    auto another = m_session->openAnother();
    QVERIFY(another.has_value());
    bool wasRefused = false;
    const auto progress = [&](const QString &what, double) {
        if (what != QLatin1String("Checking rows") || wasRefused)
            return;
        const auto second = proof::calibrate(**another, { someRows }, {}, {});
        wasRefused = !second.has_value() && second.error().kind == base::ErrorKind::Refused;
    };
    QVERIFY(proof::calibrate(*m_session, { someRows }, progress, {}).has_value());
    QVERIFY(wasRefused);
}

void TestCalibration::leavesNothingWhenAProbeFails()
{
    auto another = m_session->openAnother();
    QVERIFY(another.has_value());
    const auto progress = [&](const QString &what, double) {
        if (what == QLatin1String("Building a hash index"))
            (void)(*another)->execute(QStringLiteral("DROP TABLE lockstep_calibration.narrow"));
    };
    const auto rates = proof::calibrate(*m_session, { someRows }, progress, {});
    QVERIFY(!rates.has_value());
    QCOMPARE(rates.error().kind, base::ErrorKind::Server);
    QCOMPARE(count(schemasLeft), QStringLiteral("0"));
    QCOMPARE(count(locksLeft), QStringLiteral("0"));
}

void TestCalibration::saysWhatKeepsItFromMeasuring()
{
    QVERIFY(m_session->execute(QStringLiteral("SET default_transaction_read_only = on")).has_value());
    const auto readOnly = proof::calibrate(*m_session, {}, {}, {});
    QVERIFY(!readOnly.has_value());
    QVERIFY2(readOnly.error().message.contains(QLatin1String("read-only")),
             qPrintable(readOnly.error().toText()));
    QVERIFY(m_session->execute(QStringLiteral("SET default_transaction_read_only = off")).has_value());

    QVERIFY(m_session
                ->executeScript(QStringLiteral("DROP ROLE IF EXISTS ls_guest; CREATE ROLE ls_guest; "
                                               "SET ROLE ls_guest"))
                .has_value());
    const auto refused = proof::calibrate(*m_session, {}, {}, {});
    QVERIFY(m_session->executeScript(QStringLiteral("RESET ROLE; DROP ROLE ls_guest")).has_value());
    QVERIFY(!refused.has_value());
    QVERIFY2(refused.error().message.startsWith(QLatin1String("ls_guest may not make a schema")),
             qPrintable(refused.error().toText()));
    QVERIFY2(refused.error().hint.contains(QLatin1String("GRANT CREATE ON DATABASE")),
             qPrintable(refused.error().hint));
    QCOMPARE(count(schemasLeft), QStringLiteral("0"));
}

QTEST_GUILESS_MAIN(TestCalibration)
#include "tst_calibration.moc"
