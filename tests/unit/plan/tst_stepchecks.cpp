#include <model/plan/stepchecks.h>

#include <QTest>

using namespace lockstep::plan;

/// The checks that steps get from what their statements say. That they hold on a server is part of each
/// proof.
class TestStepChecks : public QObject
{
    Q_OBJECT

private slots:
    void asksForWhatAStatementMakesTrue_data();
    void asksForWhatAStatementMakesTrue();
    void asksNothingThatIsChangedImplicitly_data();
    void asksNothingThatIsChangedImplicitly();
    void marksWhatLaterStepsChangeAgain();
    void keepsTheChecksThatAStepHas();
};

namespace {

Step step(const QStringList &sql)
{
    Step step;
    step.sql = sql;
    return step;
}

QStringList checksOf(const QString &sql)
{
    QVector<Step> steps{ step(sql.split(QStringLiteral("; "))) };
    addStepChecks(&steps);
    QStringList queries;
    for (const Verification &check : steps.first().verify)
        queries += QStringLiteral("%1 = %2").arg(check.sql, check.expect);
    return queries;
}

} // namespace

void TestStepChecks::asksForWhatAStatementMakesTrue_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("query");
    const auto row = [](const char *sql, const char *query, int expect) {
        QTest::newRow(sql) << QString::fromLatin1(sql)
                           << QStringLiteral("%1 = %2").arg(QLatin1String(query)).arg(expect);
    };
    row("CREATE TABLE a.t (x int)", "SELECT count(pg_catalog.to_regclass('a.t'))", 1);
    row("DROP VIEW a.v", "SELECT count(pg_catalog.to_regclass('a.v'))", 0);
    row("CREATE SCHEMA s", "SELECT count(pg_catalog.to_regnamespace('s'))", 1);
    row("DROP TYPE a.\"My type\"", "SELECT count(pg_catalog.to_regtype('a.\"My type\"'))", 0);
    row("CREATE INDEX i ON a.t (x)",
        "SELECT count(*) FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('a.i') AND "
        "indisvalid",
        1);
    row("CREATE INDEX i ON ONLY a.t (x)",
        "SELECT count(*) FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('a.i')", 1);
    row("ALTER TABLE a.t DROP COLUMN x",
        "SELECT count(*) FROM pg_catalog.pg_attribute WHERE "
        "attrelid = pg_catalog.to_regclass('a.t') "
        "AND attname = 'x' AND NOT attisdropped",
        0);
    row("ALTER TABLE a.t ADD CONSTRAINT c CHECK (x > 0) NOT VALID",
        "SELECT count(*) FROM pg_catalog.pg_constraint WHERE conrelid = pg_catalog.to_regclass('a.t') "
        "AND "
        "conname = 'c'",
        1);
    row("ALTER TABLE a.t VALIDATE CONSTRAINT c",
        "SELECT count(*) FROM pg_catalog.pg_constraint WHERE "
        "conrelid = pg_catalog.to_regclass('a.t') AND "
        "conname = 'c' AND convalidated",
        1);
    row("ALTER TABLE a.p ATTACH PARTITION a.t DEFAULT",
        "SELECT count(*) FROM pg_catalog.pg_inherits "
        "WHERE inhrelid = pg_catalog.to_regclass('a.t') AND "
        "inhparent = pg_catalog.to_regclass('a.p')",
        1);
    row("ALTER TYPE a.mood ADD VALUE 'it''s'",
        "SELECT count(*) FROM pg_catalog.pg_enum WHERE enumtypid = pg_catalog.to_regtype('a.mood') AND "
        "enumlabel = 'it''s'",
        1);
}

void TestStepChecks::asksForWhatAStatementMakesTrue()
{
    QFETCH(QString, sql);
    QFETCH(QString, query);
    QCOMPARE(checksOf(sql), QStringList(query));
}

void TestStepChecks::asksNothingThatIsChangedImplicitly_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("checks");
    const auto row = [](const char *sql, int checks) {
        QTest::newRow(sql) << QString::fromLatin1(sql) << checks;
    };
    row("CREATE INDEX i ON a.t (x); ALTER TABLE a.t DROP COLUMN x", 1);
    row("ALTER SEQUENCE a.t_x_seq RENAME TO old; ALTER TABLE a.t ALTER x ADD GENERATED ALWAYS AS IDENTITY",
        1);
    row("CREATE UNIQUE INDEX i ON a.t (x); ALTER TABLE a.t ADD CONSTRAINT c UNIQUE USING INDEX i", 1);
    row("CREATE TABLE a.t (x int); DROP SCHEMA b CASCADE", 1);
    row("ALTER TABLE a.t ALTER x SET DEFAULT NULL", 0);
    row("CREATE TABLE t (x int)", 0);
    row("DROP FUNCTION a.f(int)", 0);
    row("COMMENT ON TABLE a.t IS 'said'", 0);
    row("no SQL at all", 0);
}

void TestStepChecks::asksNothingThatIsChangedImplicitly()
{
    QFETCH(QString, sql);
    QFETCH(int, checks);
    QCOMPARE(checksOf(sql).size(), checks);
}

void TestStepChecks::marksWhatLaterStepsChangeAgain()
{
    QVector<Step> steps{ step({ QStringLiteral("CREATE TABLE a.fresh (x int)") }),
                         step({ QStringLiteral("ALTER TABLE a.t RENAME TO old"),
                                QStringLiteral("ALTER TABLE a.fresh RENAME TO t") }),
                         step({ QStringLiteral("CREATE TABLE a.other (x int)") }) };
    addStepChecks(&steps);
    QVERIFY(steps[0].verify.first().isInterim);
    QCOMPARE(steps[1].verify.size(), 3); // fresh is gone, old and t are there.
    for (const Verification &check : std::as_const(steps[1].verify))
        QVERIFY2(!check.isInterim, qPrintable(check.sql));
    QVERIFY(!steps[2].verify.first().isInterim);
}

void TestStepChecks::keepsTheChecksThatAStepHas()
{
    QVector<Step> steps{ step({ QStringLiteral("CREATE TABLE a.t (x int)") }) };
    steps.first().verify = { { QStringLiteral("SELECT 1"), QStringLiteral("1") } };
    addStepChecks(&steps);
    QCOMPARE(steps.first().verify.size(), 1);
    QCOMPARE(steps.first().verify.first().sql, QStringLiteral("SELECT 1"));
}

QTEST_APPLESS_MAIN(TestStepChecks)
#include "tst_stepchecks.moc"
