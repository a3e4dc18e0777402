#include "shopplan.h"

#include <QTest>

using namespace lockstep;
using namespace lockstep::analysis;
using namespace lockstep::testing;

/// What each kind of statement locks, costs and is warned of.
class TestAssessments : public QObject
{
    Q_OBJECT

private slots:
    void assessesStatements_data();
    void assessesStatements();
    void knowsWhatTypeChangesCost_data();
    void knowsWhatTypeChangesCost();
    void assumesTheWorstOfWhatIsNotUnderstood();
    void warnsOfMoreWhereAPersonHasWrittenTheStep();
    void knowsVersions();
};

void TestAssessments::assessesStatements_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("inTransaction");
    QTest::addColumn<QString>("blocks");
    QTest::addColumn<QString>("effect");
    QTest::addColumn<QString>("rules");
    const auto row = [](const char *sql, const char *blocks, const char *effect, const char *rules,
                        bool own = true) {
        QTest::newRow(sql) << QString::fromUtf8(sql) << own << QString::fromUtf8(blocks)
                           << QString::fromUtf8(effect) << QString::fromUtf8(rules);
    };
    const auto outside = [&](const char *sql, const char *blocks, const char *effect, const char *rules) {
        row(sql, blocks, effect, rules, false);
    };
    row("ALTER TABLE users ADD x int NOT NULL DEFAULT 0", "reads+writes", "instant", "");
    row("ALTER TABLE users ADD x timestamptz DEFAULT now()", "reads+writes", "instant", "");
    row("ALTER TABLE users ADD x text DEFAULT public.tier_of(1)", "reads+writes", "instant", "");
    row("ALTER TABLE users ADD x uuid DEFAULT gen_random_uuid()", "reads+writes", "rewrite",
        "add-column-rewrite");
    row("ALTER TABLE users ADD x text DEFAULT app.unknown_function()", "reads+writes", "rewrite",
        "add-column-rewrite");
    row("ALTER TABLE users ADD x bigserial", "reads+writes", "rewrite", "add-column-rewrite");
    row("ALTER TABLE users ADD x int NOT NULL", "reads+writes", "instant",
        "add-column-not-null-without-default");
    row("ALTER TABLE users ADD x int CHECK (x > 0)", "reads+writes", "scan", "add-column-inline-constraint");
    row("ALTER TABLE users ALTER name SET NOT NULL", "reads+writes", "instant", "");
    row("ALTER TABLE users ALTER tier SET NOT NULL", "reads+writes", "scan", "set-not-null-scan");
    row("ALTER TABLE users ALTER id SET NOT NULL", "reads+writes", "instant", "");
    row("ALTER TABLE users ADD CONSTRAINT c CHECK (old > 0)", "reads+writes", "scan", "add-check-validated");
    row("ALTER TABLE users ADD CONSTRAINT c CHECK (old > 0) NOT VALID", "reads+writes", "instant", "");
    row("ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (user_id) REFERENCES users", "writes", "scan",
        "add-foreign-key-validated,foreign-key-without-index");
    row("ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (user_id) REFERENCES users NOT VALID", "writes",
        "instant", "foreign-key-without-index");
    row("ALTER TABLE users ADD CONSTRAINT u UNIQUE (old)", "reads+writes", "index-build",
        "add-unique-blocking");
    row("ALTER TABLE users ADD CONSTRAINT u UNIQUE USING INDEX users_tier_idx", "reads+writes", "instant",
        "");
    row("ALTER TABLE users ADD CONSTRAINT e EXCLUDE USING gist (old WITH =)", "reads+writes", "index-build",
        "add-exclude-blocking");
    row("ALTER TABLE users DROP COLUMN old", "reads+writes", "instant", "drop-column");
    row("ALTER TABLE users VALIDATE CONSTRAINT users_name", "ddl", "instant", "");
    row("CREATE INDEX i ON users (old)", "writes", "index-build", "create-index-blocking");
    outside("CREATE INDEX CONCURRENTLY i ON users (old)", "ddl", "index-build", "");
    row("CREATE INDEX CONCURRENTLY i ON users (old)", "ddl", "index-build", "concurrently-in-transaction");
    row("DROP INDEX users_tier_idx", "reads+writes", "instant", "drop-index-blocking");
    outside("DROP INDEX CONCURRENTLY users_tier_idx", "ddl", "wait", "");
    row("DROP TABLE users", "reads+writes", "instant", "drop-table");
    row("ALTER TABLE users RENAME old TO new", "reads+writes", "instant", "rename-breaks-code");
    row("TRUNCATE users", "reads+writes", "instant", "truncate");
    row("UPDATE users SET old = 1", "nothing", "scan", "write-without-where");
    row("COMMENT ON COLUMN users.old IS 'x'", "ddl", "instant", "");
    row("GRANT SELECT ON users TO PUBLIC", "nothing", "instant", "");
    row("CREATE TRIGGER g BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION f()", "writes", "instant", "");
    row("CREATE POLICY p ON users USING (true)", "reads+writes", "instant", "");
    row("CREATE TYPE mood AS ENUM ('a')", "nothing", "instant", "");
    row("ALTER TYPE mood ADD VALUE 'b'", "nothing", "instant", "");
    row("CREATE VIEW v AS SELECT * FROM users", "nothing", "instant", "");
    row("ALTER TABLE users SET (fillfactor = 70)", "ddl", "instant", "");
    row("ALTER TABLE users ALTER old TYPE bigint", "reads+writes", "rewrite", "alter-type-rewrite");
    row("SELEC 1", "reads+writes", "instant", "syntax-error");
}

void TestAssessments::assessesStatements()
{
    QFETCH(QString, sql);
    QFETCH(bool, inTransaction);
    const plan::Assessment assessment =
        one(sql, inTransaction ? plan::TransactionMode::Own : plan::TransactionMode::None);
    QTEST(plan::name(assessment.blocks), "blocks");
    QTEST(plan::name(assessment.effect), "effect");
    QTEST(ruleNames(assessment).join(QLatin1Char(',')), "rules");
    QVERIFY(assessment.estimate.lowMs <= assessment.estimate.likelyMs);
    QVERIFY(assessment.estimate.likelyMs <= assessment.estimate.highMs);
    QVERIFY(!assessment.estimate.basis.isEmpty());
}

void TestAssessments::knowsWhatTypeChangesCost_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("effect");
    const auto row = [](const char *from, const char *to, const char *effect) {
        QTest::addRow("%s to %s", from, to)
            << QString::fromUtf8(from) << QString::fromUtf8(to) << QString::fromUtf8(effect);
    };
    row("varchar(50)", "varchar(100)", "instant");
    row("varchar(50)", "text", "instant");
    row("varchar(50)", "varchar", "instant");
    row("varchar(50)", "varchar(20)", "rewrite");
    row("text", "varchar", "instant");
    row("text", "varchar(20)", "rewrite");
    row("numeric(10,2)", "numeric(12,2)", "instant");
    row("numeric(10,2)", "numeric", "instant");
    row("numeric(10,2)", "numeric(12,3)", "rewrite");
    row("numeric", "numeric(12,2)", "rewrite");
    row("int", "bigint", "rewrite");
    row("timestamp(3)", "timestamp(6)", "instant");
    row("timestamp(3)", "timestamp", "instant");
    row("timestamp", "timestamptz", "rewrite");
    row("cidr", "inet", "instant");
    row("inet", "cidr", "rewrite");
    row("varbit(8)", "varbit(16)", "instant");
    row("char(5)", "char(10)", "rewrite");
    row("json", "jsonb", "rewrite");
}

void TestAssessments::knowsWhatTypeChangesCost()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    const auto plan = analysed(
        { step(QStringLiteral("s01"), { QStringLiteral("ALTER TABLE users ADD c %1").arg(from) }),
          step(QStringLiteral("s02"), { QStringLiteral("ALTER TABLE users ALTER c TYPE %1").arg(to) }) });
    QTEST(plan::name(plan->steps.at(1).assessment.effect), "effect");
}

void TestAssessments::assumesTheWorstOfWhatIsNotUnderstood()
{
    const QString sql = QStringLiteral("ALTER TABLE users SPLIT EVERYTHING INTO PIECES");
    const plan::Assessment older = one(sql);
    QVERIFY(!older.analysed);
    QCOMPARE(older.findings.first().severity, plan::Severity::Error);
    const plan::Assessment newer = one(sql, plan::TransactionMode::Own, 180000);
    QCOMPARE(newer.findings.first().rule, QStringLiteral("not-parsed"));
    QCOMPARE(newer.findings.first().severity, plan::Severity::Warning);
    QCOMPARE(newer.locks.first().relation, QStringLiteral("public.users"));
    QCOMPARE(newer.blocks, plan::Blocks::ReadsAndWrites);
    const plan::Assessment block =
        one(QStringLiteral("DO $$ BEGIN EXECUTE format('DROP TABLE %I', lower('USERS')); END $$"));
    QCOMPARE(ruleNames(block), QStringList(QStringLiteral("unknown-statement")));
    QCOMPARE(block.blocks, plan::Blocks::ReadsAndWrites);
    const plan::Assessment dated =
        one(QStringLiteral("DO $$BEGIN EXECUTE pg_catalog.format('COMMENT ON SCHEMA s IS %L', 'On ' || "
                           "current_date); END$$"));
    QVERIFY(dated.findings.isEmpty());
    const plan::Assessment plain =
        one(QStringLiteral("DO $$ BEGIN EXECUTE 'ALTER TABLE users ADD x int'; END $$"));
    QVERIFY(plain.analysed);
    QCOMPARE(plain.locks.size(), 1);
    QCOMPARE(plain.locks.first().relation, QStringLiteral("public.users"));
    QCOMPARE(dated.blocks, plan::Blocks::Nothing);
}

void TestAssessments::warnsOfMoreWhereAPersonHasWrittenTheStep()
{
    plan::Step written = step(QStringLiteral("s01"), { QStringLiteral("DROP TABLE users CASCADE"),
                                                       QStringLiteral("ALTER TABLE orders OWNER TO app") });
    QCOMPARE(ruleNames(analysed({ written })->steps.first().assessment),
             QStringList{ QStringLiteral("drop-table") });
    written.edited = true;
    // The run sets the lock_timeout of a step, so that nothing is said of short locks.
    QCOMPARE(ruleNames(analysed({ written })->steps.first().assessment),
             QStringList({ QStringLiteral("drop-table"), QStringLiteral("drop-cascade") }));
    written.timeouts.lockMs = 0;
    QVERIFY(ruleNames(analysed({ written })->steps.first().assessment)
                .contains(QStringLiteral("short-exclusive-lock")));
}

void TestAssessments::knowsVersions()
{
    const auto effect = [](const char *sql, int version) {
        return one(QLatin1String(sql), plan::TransactionMode::Own, version).effect;
    };
    QCOMPARE(effect("ALTER TABLE users ADD x int DEFAULT 0", 100000), plan::Effect::Rewrite);
    QCOMPARE(effect("ALTER TABLE users ALTER name SET NOT NULL", 110000), plan::Effect::Scan);
    QCOMPARE(effect("ALTER TABLE users ADD CONSTRAINT n NOT NULL tier NOT VALID", 180000),
             plan::Effect::Instant);
    QCOMPARE(effect("ALTER TABLE users ADD CONSTRAINT n NOT NULL tier", 180000), plan::Effect::Scan);
    QVERIFY(one(QStringLiteral("GRANT SELECT ON users TO PUBLIC"), plan::TransactionMode::Own, 170000)
                .locks.isEmpty());
    QCOMPARE(one(QStringLiteral("GRANT SELECT ON users TO PUBLIC"), plan::TransactionMode::Own, 180000)
                 .locks.size(),
             1);
}

QTEST_GUILESS_MAIN(TestAssessments)
#include "tst_assessments.moc"
