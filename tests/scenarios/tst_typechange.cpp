#include "scenario.h"
#include "verify.h"

#include <tests/support/postgrestest.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using execution::RunState;

/// S7: a column gets another type while an application reads and writes it.
class TestTypeChange : public QObject
{
    Q_OBJECT

private slots:
    void everyWriteSurvivesThereAndBack_data();
    void everyWriteSurvivesThereAndBack();
    void comesBackFromTheGateWithWhatWasWrittenSince_data();
    void comesBackFromTheGateWithWhatWasWrittenSince();
    void comesBackFromTheMiddleOfTheFilling();
    void countsWhatDoesNotConvertBeforeAnythingElse();
    void untouchedValuesComeBackAsTheyWere();
    void saysWhyItIsOneStatement_data();
    void saysWhyItIsOneStatement();
};

namespace {

constexpr int trafficMs = 600;

/// The same before, while and after the type changes: the values are literals.
Release release(const QString &read)
{
    return { QStringLiteral("the"), QStringLiteral("INSERT INTO items (id, value) VALUES (%1, %2)"),
             QStringLiteral("UPDATE items SET value = %2 WHERE id = %1"), read };
}

QByteArray conversion(const char *usingExpression, const char *back)
{
    return QByteArray("{\"conversions\": [{\"column\": \"public.items.value\", \"using\": \"")
           + usingExpression + "\", \"back\": \"" + back + "\"}]}";
}

void changes()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("intents");
    QTest::addColumn<QString>("read");
    const QString plainRead = QStringLiteral("SELECT value::bigint::text FROM items WHERE id = %1");
    const auto add = [](const char *name, const char *table, const char *from, const char *to,
                        const char *rows, const char *rest, const QByteArray &intents, const QString &read) {
        const QString form = QString::fromUtf8(table);
        const QString after = QString::fromUtf8(rest);
        QTest::newRow(name) << form.arg(QString::fromUtf8(from)) + QString::fromUtf8(rows) + after
                            << form.arg(QString::fromUtf8(to)) + after << intents << read;
    };
    const char *numbers = "INSERT INTO items (id, value) SELECT i, i FROM generate_series(1, 30000) i;";
    const char *moments =
        "INSERT INTO items (id, value) SELECT i, '2020-01-01'::timestamp + i * interval '1 s' FROM "
        "generate_series(1, 30000) i;";
    add("numbers that were text", "CREATE TABLE items (id bigint PRIMARY KEY, value %1);", "varchar(20)",
        "integer", numbers, "", {}, plainRead);
    add("with a key, indexes, a default and NOT NULL",
        "CREATE TABLE items (id bigint PRIMARY KEY, value %1 DEFAULT '7' NOT NULL, more int); ", "text",
        "integer", numbers,
        "CREATE UNIQUE INDEX items_pair ON items (value, id); CREATE INDEX items_value ON items (value) "
        "INCLUDE "
        "(more) WHERE value IS NOT NULL; ALTER TABLE items ADD CONSTRAINT items_both UNIQUE (id, value);",
        {}, plainRead);
    add("with a view, a policy, privileges and comments",
        "CREATE TABLE items (id bigint PRIMARY KEY, value %1 CONSTRAINT filled CHECK (value IS NOT NULL)); ",
        "varchar(20)", "integer", numbers,
        "CREATE VIEW seen AS SELECT id, value FROM items; CREATE VIEW above AS SELECT value FROM seen; "
        "CREATE "
        "POLICY p ON items USING (value IS NOT NULL); GRANT SELECT (value), UPDATE (value) ON items TO "
        "PUBLIC; "
        "COMMENT ON COLUMN items.value IS 'said'; COMMENT ON CONSTRAINT filled ON items IS 'always'; CREATE "
        "INDEX "
        "items_value ON items (value); COMMENT ON INDEX items_value IS 'quick'; ALTER TABLE items ALTER "
        "value SET "
        "STATISTICS 500; GRANT SELECT ON seen TO PUBLIC;",
        {}, plainRead);
    add("a price in cents", "CREATE TABLE items (id bigint PRIMARY KEY, value %1 CHECK (value > 0)); ",
        "double precision", "integer",
        "INSERT INTO items (id, value) SELECT i, i + 0.019 FROM generate_series(1, 30000) i;",
        "CREATE INDEX items_value ON items (value);",
        conversion("round(value * 100)::integer", "value / 100.0"),
        QStringLiteral("SELECT value::text FROM items WHERE id = %1 AND value <> 7"));
    add("a moment without a time zone", "CREATE TABLE items (id bigint PRIMARY KEY, value %1 NOT NULL); ",
        "timestamp", "timestamptz", moments, "CREATE INDEX items_value ON items (value);", {},
        QStringLiteral("SELECT extract(epoch FROM value)::bigint::text FROM items WHERE id = %1"));
    add("an integer that grows", "CREATE TABLE items (id bigint PRIMARY KEY, value %1 UNIQUE); ", "integer",
        "bigint", numbers, "", {}, plainRead);
    add("a key", "CREATE TABLE items (value %1 PRIMARY KEY, id bigint); ", "integer", "bigint", numbers,
        "CREATE INDEX ON items (id);", {}, plainRead);
    add("a column that refers to another table",
        "CREATE TABLE others (id bigint PRIMARY KEY); INSERT INTO others SELECT generate_series(1, 30000) "
        "UNION "
        "ALL SELECT generate_series(1000000, 1010000) UNION ALL SELECT generate_series(2000000, 2010000); "
        "CREATE "
        "TABLE items (id bigint PRIMARY KEY, value %1 REFERENCES others); ",
        "integer", "bigint", numbers, "", {}, plainRead);
    add("two columns with an index, a key and a check over both",
        "CREATE TABLE items (id bigint PRIMARY KEY, value %1, other %1 DEFAULT '-1' NOT NULL, UNIQUE (value, "
        "id, other), CHECK (value <> other)); ",
        "integer", "bigint", numbers,
        "CREATE INDEX items_both ON items (other, value); CREATE VIEW seen AS SELECT value, other FROM "
        "items;",
        {}, plainRead);
    add("two columns that were text", "CREATE TABLE items (id bigint PRIMARY KEY, value %1, other %1); ",
        "text", "integer", numbers, "CREATE INDEX items_other ON items (other);", {}, plainRead);
    if (server()->version() >= 130000) {
        add("a partitioned table",
            "CREATE TABLE items (id bigint PRIMARY KEY, value %1 DEFAULT '7' NOT NULL CHECK (value IS NOT "
            "NULL), "
            "note text) PARTITION BY RANGE (id); CREATE TABLE few PARTITION OF items FOR VALUES FROM (0) TO "
            "(10000); CREATE TABLE many PARTITION OF items FOR VALUES FROM (10000) TO (100000000) PARTITION "
            "BY "
            "RANGE (id); CREATE TABLE more PARTITION OF many DEFAULT; CREATE VIEW seen AS SELECT id, value "
            "FROM "
            "items; COMMENT ON COLUMN items.value IS 'said'; ",
            "text", "integer", numbers, "", {}, plainRead);
    }
    add("names that are keywords",
        "CREATE TABLE items (id bigint PRIMARY KEY, value %1, \"group\" int, \"row\" int);", "varchar(20)",
        "integer", numbers, "CREATE INDEX \"select\" ON items (value, \"group\");", {}, plainRead);
}

Release releaseFor(const QString &target, const QString &read)
{
    Release app = release(read);
    if (target.contains(QLatin1String("timestamptz"))) {
        app.insert = QStringLiteral("INSERT INTO items (id, value) VALUES (%1, to_timestamp(%2) AT TIME ZONE "
                                    "current_setting('TimeZone'))");
        app.update = QStringLiteral("UPDATE items SET value = to_timestamp(%2) AT TIME ZONE "
                                    "current_setting('TimeZone') WHERE id = %1");
    }
    return app;
}

} // namespace

void TestTypeChange::everyWriteSurvivesThereAndBack_data()
{
    changes();
}

void TestTypeChange::everyWriteSurvivesThereAndBack()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    QFETCH(QByteArray, intents);
    QFETCH(QString, read);
    Scenario scenario(current, target, intents);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    // Cents are written as cents: only after the swap do they mean the same.
    const bool isScaled = !intents.isEmpty();
    const Release app = releaseFor(target, read);
    if (!isScaled)
        scenario.deploy(app);
    const auto atGate = scenario.runToLastGate();
    VERIFY_OK(atGate);
    QCOMPARE(atGate->state, RunState::WaitingGate);
    QVERIFY(scenario.statements().join(QLatin1Char('\n')).contains(QLatin1String("RENAME COLUMN")));
    if (isScaled)
        scenario.deploy(app);
    QTest::qWait(trafficMs);
    const auto done = scenario.run(true);
    VERIFY_OK(done);
    QCOMPARE(done->state, RunState::Done);
    QTest::qWait(trafficMs / 2);
    scenario.retire(app);
    qInfo("longest wait %.0f ms in %lld statements", scenario.traffic().longestMs,
          scenario.traffic().statements);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QVERIFY(scenario.traffic().written.size() > 50);
    QCOMPARE(scenario.lost(app.read), QStringList());
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
    if (!isScaled)
        QCOMPARE(scenario.lost(app.read), QStringList());
}

void TestTypeChange::comesBackFromTheGateWithWhatWasWrittenSince_data()
{
    changes();
}

void TestTypeChange::comesBackFromTheGateWithWhatWasWrittenSince()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    QFETCH(QByteArray, intents);
    QFETCH(QString, read);
    Scenario scenario(current, target, intents);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const bool isScaled = !intents.isEmpty();
    const Release app = releaseFor(target, read);
    VERIFY_OK(scenario.runToLastGate());
    scenario.deploy(app);
    QTest::qWait(trafficMs);
    if (isScaled)
        scenario.retire(app);
    VERIFY_OK(scenario.rollBack());
    scenario.retire(app);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QVERIFY(scenario.traffic().written.size() > 50);
    QCOMPARE(scenario.lost(isScaled
                               ? QStringLiteral("SELECT round(value * 100)::text FROM items WHERE id = %1")
                               : app.read),
             QStringList());
    QVERIFY(scenario.isAtStart());
}

void TestTypeChange::comesBackFromTheMiddleOfTheFilling()
{
    Scenario scenario(
        QStringLiteral("CREATE TABLE items (id bigint PRIMARY KEY, value text); INSERT INTO items "
                       "SELECT i, i FROM generate_series(1, 60000) i;"),
        QStringLiteral("CREATE TABLE items (id bigint PRIMARY KEY, value integer);"), {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const Release app = release(QStringLiteral("SELECT value FROM items WHERE id = %1"));
    scenario.deploy(app);
    const auto stopped = scenario.runIntoBackfill(5000);
    VERIFY_OK(stopped);
    QCOMPARE(stopped->state, RunState::Stopped);
    VERIFY_OK(scenario.rollBack());
    scenario.retire(app);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QCOMPARE(scenario.lost(app.read), QStringList());
    QVERIFY(scenario.isAtStart());
}

void TestTypeChange::countsWhatDoesNotConvertBeforeAnythingElse()
{
    Scenario scenario(
        QStringLiteral("CREATE TABLE items (id bigint PRIMARY KEY, value text); INSERT INTO items "
                       "SELECT i, CASE WHEN i % 100 = 0 THEN 'none' ELSE i::text END FROM "
                       "generate_series(1, 1000) i;"),
        QStringLiteral("CREATE TABLE items (id bigint PRIMARY KEY, value integer);"), {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const auto failed = scenario.run(false);
    QVERIFY(!failed.has_value() || failed->state == RunState::Failed);
    const QString query = scenario.plan()->steps.at(1).verify.first().sql;
    QCOMPARE(scenario.one(query), QStringLiteral("10"));
    const QString sample = scenario.plan()->steps.at(1).verify.first().sample;
    QCOMPARE(
        scenario.one(QStringLiteral("SELECT string_agg(id || ' ' || value, ',' ORDER BY id) FROM (%1) AS s")
                         .arg(sample)),
        QStringLiteral("100 none,200 none,300 none,400 none,500 none,600 none,700 none,800 none,900 "
                       "none,1000 none"));
    QCOMPARE(scenario.one(
                 QStringLiteral("SELECT count(*) FROM pg_attribute WHERE attrelid = 'items'::regclass AND "
                                "attnum > 0")),
             QStringLiteral("2"));
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
}

void TestTypeChange::untouchedValuesComeBackAsTheyWere()
{
    Scenario scenario(
        QStringLiteral("CREATE TABLE items (id bigint PRIMARY KEY, value double precision, note text); "
                       "INSERT INTO items SELECT i, i + 0.0012, '' FROM generate_series(1, 100) i;"),
        QStringLiteral("CREATE TABLE items (id bigint PRIMARY KEY, value integer, note text);"),
        conversion("round(value * 100)::integer", "value / 100.0"));
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.runToLastGate());
    scenario.exec(QStringLiteral("UPDATE items SET note = 'seen'"));
    scenario.exec(QStringLiteral("UPDATE items SET value = 250 WHERE id = 2"));
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
    QCOMPARE(scenario.one(
                 QStringLiteral("SELECT string_agg(value::text, ',' ORDER BY id) FROM items WHERE id < 4")),
             QStringLiteral("1.0012,2.5,3.0012"));
}

void TestTypeChange::saysWhyItIsOneStatement_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QByteArray>("intents");
    QTest::addColumn<QString>("why");
    const auto add = [](const char *name, const char *table, const char *why,
                        const QByteArray &intents = {}) {
        QTest::newRow(name) << QString::fromUtf8(table) << intents << QString::fromUtf8(why);
    };
    const bool hasRowTriggers = server()->version() >= 130000; // On partitioned tables.
    add("a partition with an index of its own",
        "CREATE TABLE items (id int, value %1) PARTITION BY LIST (id); CREATE TABLE few PARTITION OF items "
        "DEFAULT; CREATE INDEX ON few (value);",
        hasRowTriggers ? "has something of its own" : "Before PostgreSQL 13");
    add("a partition with a default of its own",
        "CREATE TABLE items (id int, value %1) PARTITION BY LIST (id); CREATE TABLE few PARTITION OF items "
        "DEFAULT; ALTER TABLE few ALTER value SET DEFAULT 3;",
        hasRowTriggers ? "has something of its own" : "Before PostgreSQL 13");
    add("a table with children",
        "CREATE TABLE items (id int, value %1); CREATE TABLE more () INHERITS (items);",
        "Tables inherit the column");
    add("a published table",
        "CREATE TABLE items (id int, value %1); CREATE PUBLICATION pub FOR TABLE items WITH (publish = "
        "'insert');",
        "The table is published");
    add("a table published with all others",
        "CREATE TABLE items (id int, value %1); CREATE PUBLICATION pub FOR ALL TABLES;",
        "The table is published");
    add("a column beside one that has no online way",
        "CREATE TABLE items (id int, value %1, other %1); CREATE STATISTICS st ON id, other FROM items;",
        "column public.items.other changes its type at the same time and rewrites the table anyway");
    add("statistics", "CREATE TABLE items (id int, value %1); CREATE STATISTICS st ON id, value FROM items;",
        "uses the column and is not copied");
    add("a conversion without a way back", "CREATE TABLE items (id int, value %1);",
        "Nothing says how values come back",
        "{\"conversions\": [{\"column\": \"public.items.value\", \"using\": \"value * 100\"}]}");
}

void TestTypeChange::saysWhyItIsOneStatement()
{
    QFETCH(QString, table);
    QFETCH(QByteArray, intents);
    QFETCH(QString, why);
    Scenario scenario(table.arg(QStringLiteral("integer")), table.arg(QStringLiteral("bigint")), intents);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    QStringList reasons;
    for (const plan::Step &step : scenario.plan()->steps)
        reasons += step.why;
    const QString all = reasons.join(QLatin1Char('\n'));
    QVERIFY2(all.contains(why), qPrintable(all));
    QVERIFY(!scenario.statements().join(QLatin1Char('\n')).contains(QLatin1String("RENAME COLUMN")));
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
}

QTEST_GUILESS_MAIN(TestTypeChange)
#include "tst_typechange.moc"
