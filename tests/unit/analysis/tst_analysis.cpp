#include <model/analysis/analysis.h>
#include <model/analysis/sizes.h>

#include <QElapsedTimer>
#include <QTest>

using namespace lockstep;
using namespace lockstep::analysis;
using schema::Kind;

namespace {

constexpr qint64 metadataLikelyScanMs = 100;

schema::Fact table(const QString &name)
{
    return { schema::objectId(Kind::Table, QStringLiteral("public"), name), schema::TableAttributes(), {} };
}

schema::Fact column(const QString &tableName, const QString &name, const QString &type, bool notNull = false)
{
    schema::ColumnAttributes attributes;
    attributes.type = type;
    attributes.notNull = notNull;
    return { schema::subId(Kind::Column, QStringLiteral("public"), tableName, name), attributes, {} };
}

schema::Fact constraint(const QString &tableName, const QString &name,
                        const schema::ConstraintAttributes &attributes)
{
    return { schema::subId(Kind::Constraint, QStringLiteral("public"), tableName, name), attributes, {} };
}

/// users(id, name, tier, old) with 2.3 million rows, orders(id, user_id) with an unknown number.
schema::CatalogPtr shop()
{
    const QString users = QStringLiteral("users");
    const QString orders = QStringLiteral("orders");
    schema::ConstraintAttributes key;
    key.type = schema::ConstraintType::PrimaryKey;
    key.columns = { QStringLiteral("id") };
    key.indexName = QStringLiteral("users_pkey");
    schema::ConstraintAttributes check;
    check.columns = { QStringLiteral("name") };
    check.expression = QStringLiteral("(name IS NOT NULL)");
    schema::RoutineAttributes routine;
    routine.volatility = schema::Volatility::Stable;
    schema::IndexAttributes index;
    index.table = schema::objectId(Kind::Table, QStringLiteral("public"), users);
    index.columns = { QStringLiteral("tier") };
    std::vector<schema::Fact> facts = {
        table(users),
        column(users, QStringLiteral("id"), QStringLiteral("bigint"), true),
        column(users, QStringLiteral("name"), QStringLiteral("character varying(50)")),
        column(users, QStringLiteral("tier"), QStringLiteral("text")),
        column(users, QStringLiteral("old"), QStringLiteral("integer")),
        constraint(users, QStringLiteral("users_pkey"), key),
        constraint(users, QStringLiteral("users_name"), check),
        table(orders),
        column(orders, QStringLiteral("id"), QStringLiteral("bigint"), true),
        column(orders, QStringLiteral("user_id"), QStringLiteral("bigint")),
        { schema::routineId(Kind::Function, QStringLiteral("public"), QStringLiteral("tier_of"),
                            QStringLiteral("bigint")),
          routine,
          {} },
        { schema::objectId(Kind::Index, QStringLiteral("public"), QStringLiteral("users_tier_idx")),
          index,
          {} },
    };
    return std::make_shared<const schema::Catalog>(150018, std::move(facts),
                                                   std::vector<schema::Dependency>());
}

plan::Step step(const QString &id, const QStringList &sql,
                plan::TransactionMode mode = plan::TransactionMode::Own)
{
    plan::Step result;
    result.id = id;
    result.sql = sql;
    result.transaction = mode;
    result.relations = { QStringLiteral("public.users") };
    return result;
}

AnalysisOptions sized()
{
    AnalysisOptions options;
    options.rows.insert(QStringLiteral("public.users"), 2300000);
    return options;
}

plan::PlanPtr analysed(const QVector<plan::Step> &steps, const AnalysisOptions &options = sized(),
                       int version = 150018)
{
    auto plan = std::make_shared<plan::Plan>();
    plan->serverVersion = version;
    plan->steps = steps;
    return analyse(plan, shop(), options, {}).value();
}

plan::Assessment one(const QString &sql, plan::TransactionMode mode = plan::TransactionMode::Own,
                     int version = 150018)
{
    return analysed({ step(QStringLiteral("s01"), { sql }, mode) }, sized(), version)
        ->steps.first()
        .assessment;
}

QStringList ruleNames(const plan::Assessment &assessment)
{
    QStringList result;
    for (const plan::Finding &finding : assessment.findings)
        result.append(finding.rule);
    return result;
}

} // namespace

class TestAnalysis : public QObject
{
    Q_OBJECT

private slots:
    void assessesStatements_data();
    void assessesStatements();
    void knowsWhatTypeChangesCost_data();
    void knowsWhatTypeChangesCost();
    void followsTheSchemaThroughTheSteps();
    void countsNoLockOnRelationsOfThePlan();
    void findsValidationInTheSameTransaction();
    void holdsANotValidConstraintForMillisecondsOnly();
    void saysWhereTheNumbersComeFrom();
    void saysThatASizeIsUnknown();
    void batchesBackfills();
    void timesVerificationsAsScans();
    void leavesGatesAlone();
    void assumesTheWorstOfWhatIsNotUnderstood();
    void callsSmallTablesAndWindowsInformation();
    void knowsVersions();
    void sumsUpThePlan();
    void stopsWhenAsked();
    void assessesFiveThousandSteps();
};

void TestAnalysis::assessesStatements_data()
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

void TestAnalysis::assessesStatements()
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

void TestAnalysis::knowsWhatTypeChangesCost_data()
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

void TestAnalysis::knowsWhatTypeChangesCost()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    const auto plan = analysed(
        { step(QStringLiteral("s01"), { QStringLiteral("ALTER TABLE users ADD c %1").arg(from) }),
          step(QStringLiteral("s02"), { QStringLiteral("ALTER TABLE users ALTER c TYPE %1").arg(to) }) });
    QTEST(plan::name(plan->steps.at(1).assessment.effect), "effect");
}

void TestAnalysis::followsTheSchemaThroughTheSteps()
{
    const auto plan = analysed({
        step(QStringLiteral("s01"),
             { QStringLiteral("ALTER TABLE users ADD CONSTRAINT nn CHECK (tier IS NOT NULL) NOT VALID") }),
        step(QStringLiteral("s02"), { QStringLiteral("ALTER TABLE users ALTER tier SET NOT NULL") }),
        step(QStringLiteral("s03"), { QStringLiteral("ALTER TABLE users ALTER tier DROP NOT NULL") }),
        step(QStringLiteral("s04"), { QStringLiteral("ALTER TABLE users VALIDATE CONSTRAINT nn") }),
        step(QStringLiteral("s05"), { QStringLiteral("ALTER TABLE users ALTER tier SET NOT NULL") }),
    });
    QCOMPARE(plan->steps.at(1).assessment.effect, plan::Effect::Scan);
    QCOMPARE(plan->steps.at(3).assessment.effect, plan::Effect::Scan);
    QCOMPARE(plan->steps.at(3).assessment.blocks, plan::Blocks::Ddl);
    QCOMPARE(plan->steps.at(4).assessment.effect, plan::Effect::Instant);
    QVERIFY(plan->steps.at(4).assessment.findings.isEmpty());
}

void TestAnalysis::countsNoLockOnRelationsOfThePlan()
{
    const auto plan = analysed({
        step(QStringLiteral("s01"), { QStringLiteral("CREATE TABLE fresh (a int, b int)") }),
        step(QStringLiteral("s02"), { QStringLiteral("CREATE INDEX i ON fresh (a)") }),
        step(QStringLiteral("s03"),
             { QStringLiteral("ALTER TABLE fresh ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES users") }),
    });
    const plan::Assessment &index = plan->steps.at(1).assessment;
    QCOMPARE(index.blocks, plan::Blocks::Nothing);
    QCOMPARE(index.effect, plan::Effect::Instant);
    QVERIFY(index.findings.isEmpty());
    QCOMPARE(index.locks.size(), 1);
    QCOMPARE(index.lockHoldMs, 0);
    QCOMPARE(plan->steps.at(2).assessment.blocks, plan::Blocks::Writes);
}

void TestAnalysis::findsValidationInTheSameTransaction()
{
    const QStringList sql = { QStringLiteral("ALTER TABLE users ADD CONSTRAINT c CHECK (old > 0) NOT VALID"),
                              QStringLiteral("\nALTER TABLE users\n  VALIDATE CONSTRAINT c") };
    const auto plan = analysed({ step(QStringLiteral("s01"), sql) });
    const plan::Assessment &assessment = plan->steps.first().assessment;
    QCOMPARE(ruleNames(assessment), QStringList(QStringLiteral("validate-in-same-transaction")));
    QCOMPARE(assessment.findings.first().statement, 1);
    QCOMPARE(assessment.findings.first().line, 3);
    QVERIFY(assessment.lockHoldMs > 100);
}

void TestAnalysis::holdsANotValidConstraintForMillisecondsOnly()
{
    const plan::Assessment assessment = one(QStringLiteral(
        "ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (user_id) REFERENCES users NOT VALID"));
    QVERIFY(assessment.lockHoldMs > 0);
    QVERIFY(assessment.lockHoldMs < 50);
    QCOMPARE(assessment.locks.size(), 2);
    QCOMPARE(assessment.locks.first().relation, QStringLiteral("public.orders"));
    QCOMPARE(assessment.locks.first().mode, plan::LockMode::ShareRowExclusive);
}

void TestAnalysis::saysWhereTheNumbersComeFrom()
{
    const plan::Assessment assessment = one(QStringLiteral("CREATE INDEX i ON users (old)"));
    QVERIFY2(assessment.estimate.basis.contains(QStringLiteral("2 300 000 rows \u00f7 1 000 000 rows/s")),
             qPrintable(assessment.estimate.basis));
    QVERIFY(assessment.estimate.likelyMs >= 2300 && assessment.estimate.likelyMs < 2400);
}

void TestAnalysis::saysThatASizeIsUnknown()
{
    const plan::Assessment assessment = one(QStringLiteral("CREATE INDEX i ON orders (user_id)"));
    QVERIFY(assessment.estimate.basis.contains(QStringLiteral("size of public.orders is unknown")));
    QVERIFY(assessment.estimate.highMs > 8 * assessment.estimate.likelyMs);
}

void TestAnalysis::batchesBackfills()
{
    plan::Step backfill =
        step(QStringLiteral("s01"), { QStringLiteral("UPDATE users SET old = 1 WHERE id >= :from") },
             plan::TransactionMode::None);
    backfill.kind = plan::StepKind::Backfill;
    backfill.backfill = plan::BackfillSpec();
    backfill.backfill->table =
        schema::objectId(Kind::Table, QStringLiteral("public"), QStringLiteral("users"));
    const auto plan = analysed({ backfill });
    const plan::Assessment &assessment = plan->steps.first().assessment;
    QCOMPARE(assessment.effect, plan::Effect::Batched);
    QCOMPARE(assessment.blocks, plan::Blocks::Nothing);
    QCOMPARE(assessment.locks.first().mode, plan::LockMode::RowExclusive);
    QVERIFY(assessment.estimate.basis.contains(QStringLiteral("30 000 rows/s")));
    QVERIFY(assessment.estimate.likelyMs > 70000);
    QVERIFY(assessment.lockHoldMs < 1000);
}

void TestAnalysis::timesVerificationsAsScans()
{
    plan::Step verify = step(QStringLiteral("s01"), {});
    verify.kind = plan::StepKind::Verify;
    verify.verify = { { QStringLiteral("SELECT count(*) FROM public.users WHERE tier IS NULL"),
                        QStringLiteral("0") } };
    const auto plan = analysed({ verify });
    const plan::Assessment &assessment = plan->steps.first().assessment;
    QCOMPARE(assessment.effect, plan::Effect::Scan);
    QCOMPARE(assessment.blocks, plan::Blocks::Nothing);
    QCOMPARE(assessment.locks.first().mode, plan::LockMode::AccessShare);
    QVERIFY(assessment.estimate.likelyMs > metadataLikelyScanMs);
}

void TestAnalysis::leavesGatesAlone()
{
    plan::Step gate = step(QStringLiteral("s01"), {});
    gate.kind = plan::StepKind::Gate;
    const auto plan = analysed({ gate });
    const plan::Assessment &assessment = plan->steps.first().assessment;
    QVERIFY(assessment.analysed);
    QVERIFY(assessment.locks.isEmpty());
    QCOMPARE(assessment.estimate.highMs, 0);
}

void TestAnalysis::assumesTheWorstOfWhatIsNotUnderstood()
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
    const plan::Assessment block = one(QStringLiteral("DO $$ BEGIN NULL; END $$"));
    QCOMPARE(ruleNames(block), QStringList(QStringLiteral("unknown-statement")));
    QCOMPARE(block.blocks, plan::Blocks::ReadsAndWrites);
}

void TestAnalysis::callsSmallTablesAndWindowsInformation()
{
    const plan::Step index = step(QStringLiteral("s01"), { QStringLiteral("CREATE INDEX i ON users (old)") });
    AnalysisOptions small;
    small.rows.insert(QStringLiteral("public.users"), smallTableRows - 1);
    QCOMPARE(analysed({ index }, small)->steps.first().assessment.findings.first().severity,
             plan::Severity::Info);
    QCOMPARE(analysed({ index })->steps.first().assessment.findings.first().severity,
             plan::Severity::Warning);
    auto window = std::make_shared<plan::Plan>();
    window->serverVersion = 150018;
    window->policy = plan::Policy::Window;
    window->steps = { index };
    const auto result = analyse(window, shop(), sized(), {});
    QCOMPARE(result.value()->steps.first().assessment.findings.first().severity, plan::Severity::Info);
}

void TestAnalysis::knowsVersions()
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

void TestAnalysis::sumsUpThePlan()
{
    const auto plan = analysed({
        step(QStringLiteral("s01"), { QStringLiteral("CREATE INDEX i ON users (old)") }),
        step(QStringLiteral("s02"), { QStringLiteral("CREATE INDEX CONCURRENTLY j ON users (old)") },
             plan::TransactionMode::None),
        step(QStringLiteral("s03"), { QStringLiteral("ALTER TABLE users ADD x int") }),
    });
    const PlanTotals sum = totals(*plan);
    QCOMPARE(sum.longestBlockMs, plan->steps.first().assessment.lockHoldMs);
    QVERIFY(sum.total.likelyMs > plan->steps.at(1).assessment.estimate.likelyMs);
    QVERIFY(!sum.total.basis.isEmpty());
}

void TestAnalysis::stopsWhenAsked()
{
    std::stop_source source;
    source.request_stop();
    auto plan = std::make_shared<plan::Plan>();
    plan->steps = { step(QStringLiteral("s01"), { QStringLiteral("SELECT 1") }) };
    const auto result = analyse(plan, shop(), {}, source.get_token());
    QVERIFY(!result.has_value());
    QVERIFY(result.error().isCanceled());
}

void TestAnalysis::assessesFiveThousandSteps()
{
    QVector<plan::Step> steps;
    for (int i = 0; i < 5000; ++i)
        steps.append(step(QStringLiteral("s%1").arg(i),
                          { QStringLiteral("ALTER TABLE users ADD c%1 int NOT NULL DEFAULT 0").arg(i) }));
    QElapsedTimer timer;
    timer.start();
    const auto plan = analysed(steps);
    qInfo("5 000 steps in %lld ms", timer.elapsed());
    QVERIFY(plan->steps.last().assessment.analysed);
}

QTEST_GUILESS_MAIN(TestAnalysis)
#include "tst_analysis.moc"
