#include <model/proof/bulkseeder.h>
#include <model/scratch/scriptloader.h>

#include <QTest>

#include <tests/support/postgrestest.h>

using namespace lockstep;

namespace {

/// A database with many rows, seeded for a change to another schema.
struct Filled
{
    std::unique_ptr<scratch::ScratchDatabase> database;
    proof::SeedReport small;
    proof::BulkReport report;
    QString failure;
};

std::unique_ptr<scratch::ScratchDatabase> loaded(const QString &sql)
{
    auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("bulk"));
    if (!database.has_value())
        qFatal("%s", qPrintable(database.error().toText()));
    const auto session = (*database)->open();
    const auto report = scratch::loadScript(**session, sql, QStringLiteral("bulk.sql"), false);
    if (!report.has_value())
        qFatal("%s", qPrintable(report.error().toText()));
    return std::move(*database);
}

Filled filled(const QString &sql, qint64 rows, const QString &target = {},
              const schema::StatisticsPtr &statistics = {})
{
    Filled result;
    result.database = loaded(sql);
    const auto wanted = loaded(target.isEmpty() ? sql : target);
    const auto session = result.database->open();
    const auto other = wanted->open();
    const auto small = proof::seedRows(**session, {}, {});
    if (!small.has_value()) {
        result.failure = small.error().toText();
        return result;
    }
    result.small = *small;
    const auto report = proof::seedBulk(**session, **other, { rows, 1, {}, statistics }, {}, {});
    if (report.has_value())
        result.report = *report;
    else
        result.failure = report.error().toText();
    return result;
}

QString value(const Filled &filled, const QString &sql)
{
    const auto session = filled.database->open();
    const auto rows = (*session)->query(sql);
    if (!rows.has_value())
        return rows.error().message;
    return rows->count() > 0 ? rows->text(0, 0) : QString();
}

/// Every constraint is looked at again by the server: the rows went in without triggers.
QString recheck(const Filled &filled)
{
    return value(filled, QStringLiteral(R"(
DO $$
DECLARE k record;
BEGIN
  FOR k IN SELECT c.conname, c.conrelid::regclass AS t, pg_get_constraintdef(c.oid) AS d FROM pg_constraint c
           JOIN pg_class r ON r.oid = c.conrelid AND r.relkind = 'r' AND NOT r.relispartition
           WHERE c.contype IN ('f', 'c') LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I, ADD CONSTRAINT %I %s', k.t, k.conname, k.conname, k.d);
  END LOOP;
END $$)"));
}

} // namespace

/// Many rows for schemas of every shape, on a real server.
class BulkSeederTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void fillsTables_data();
    void fillsTables();
    void givesTheSameRowsAgain();
    void followsStatistics();
    void meetsWhatTheTargetAsks();
    void findsRowsForOtherPartitions();
    void namesWhatCannotBeFilled();
    void valuesAreOfManyKinds();
};

void BulkSeederTest::initTestCase()
{
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
}

void BulkSeederTest::fillsTables_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("counts"); // A query with one text.
    QTest::addColumn<QString>("expected");
    const auto add = [](const char *name, const char *sql, const char *counts, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(sql) << QString::fromUtf8(counts)
                            << QString::fromUtf8(expected);
    };
    add("users and their orders",
        "CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email varchar(60) NOT NULL "
        "UNIQUE, "
        "name text, born date);"
        "CREATE TABLE orders (id serial PRIMARY KEY, user_id bigint NOT NULL REFERENCES users, total "
        "numeric(10,2) "
        "CHECK (total >= 0), note text);",
        "SELECT (SELECT count(*) FROM users) || ' ' || (SELECT count(*) FROM orders) || ' ' || "
        "(SELECT count(DISTINCT user_id) > 500 FROM orders)",
        "1000 5000 true");
    add("a tree", "CREATE TABLE node (id int PRIMARY KEY, parent int REFERENCES node, label text NOT NULL);",
        "SELECT count(*) || ' ' || (count(DISTINCT parent) > 50) FROM node", "1000 true");
    add("a cycle of keys that may be NULL",
        "CREATE TABLE team (id int PRIMARY KEY, lead int);"
        "CREATE TABLE person (id int PRIMARY KEY, team int REFERENCES team);"
        "ALTER TABLE team ADD FOREIGN KEY (lead) REFERENCES person;",
        "SELECT (SELECT count(*) FROM team) || ' ' || (SELECT count(*) FROM person)", "5000 5000");
    add("keys of several columns that share one",
        "CREATE TABLE tenant (id int PRIMARY KEY);"
        "CREATE TABLE account (tenant int REFERENCES tenant, id int, PRIMARY KEY (tenant, id));"
        "CREATE TABLE entry (tenant int NOT NULL REFERENCES tenant, account int NOT NULL, n bigint PRIMARY "
        "KEY, "
        "FOREIGN KEY (tenant, account) REFERENCES account);",
        "SELECT count(*)::text FROM entry", "5000");
    add("pairs",
        "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY);"
        "CREATE TABLE ab (a int REFERENCES a, b int REFERENCES b, PRIMARY KEY (a, b));",
        "SELECT count(*)::text FROM ab", "5000");
    add("one to one",
        "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE a1 (id int PRIMARY KEY REFERENCES a);",
        "SELECT (count(*) = 1000)::text FROM a1", "true");
    add("leaves of a partitioned table",
        "CREATE TABLE log (id bigint GENERATED BY DEFAULT AS IDENTITY, at timestamptz NOT NULL, kind text, "
        "PRIMARY KEY (id, at)) PARTITION BY RANGE (at);"
        "CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');"
        "CREATE TABLE log_2 PARTITION OF log FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');",
        "SELECT (SELECT count(*) FROM log_1) || ' ' || (SELECT count(*) FROM log_2)", "500 500");
    add("conditions over columns",
        "CREATE TABLE t (id int PRIMARY KEY, low int, high int, kind text NOT NULL, "
        "CHECK (low < high), CHECK (kind IN ('a', 'b')), CHECK (kind <> 'a' OR low > 0));",
        "SELECT count(*)::text FROM t", "1000");
    add("generated columns, domains, enums",
        "CREATE DOMAIN code AS text CHECK (VALUE ~ '^[A-Z]{2}$'); CREATE TYPE mood AS ENUM ('sad', 'ok', "
        "'fine');"
        "CREATE TABLE t (id int PRIMARY KEY, c code NOT NULL, m mood, n int, d int GENERATED ALWAYS AS (n % "
        "7) STORED);",
        "SELECT count(*) || ' ' || (count(DISTINCT m)) FROM t", "1000 3");
    add("a deferrable key",
        "CREATE TABLE t (id int PRIMARY KEY DEFERRABLE INITIALLY DEFERRED, x text UNIQUE);",
        "SELECT count(*)::text FROM t", "1000");
    add("an index on an expression", "CREATE TABLE t (x text NOT NULL); CREATE UNIQUE INDEX ON t (lower(x));",
        "SELECT count(*)::text FROM t", "1000");
    add("ranges that do not overlap",
        "CREATE TABLE t (during tstzrange NOT NULL, EXCLUDE USING gist (during WITH &&));",
        "SELECT (count(*) > 900)::text FROM t", "true");
    add("odd names",
        "CREATE SCHEMA \"A b\"; CREATE TABLE \"A b\".\"T %1\" (\"i d\" int PRIMARY KEY, \"se\"\"lect\" text, "
        "CHECK (\"i d\" > 0));",
        "SELECT count(*)::text FROM \"A b\".\"T %1\"", "1000");
    add("names that look like places of a template",
        "CREATE TABLE \"%2\" (\"%1\" varchar(30) PRIMARY KEY, \"%3\" text NOT NULL UNIQUE, \"%5\" date);"
        "CREATE TABLE \"%4\" (\"%6\" varchar(30) NOT NULL REFERENCES \"%2\", \"%2\" int, "
        "CHECK (\"%2\" <> 1));",
        "SELECT (SELECT count(*) FROM \"%2\") || ' ' || (SELECT count(*) FROM \"%4\")", "1000 5000");
    add("columns that must differ and match",
        "CREATE TABLE t (mail text NOT NULL UNIQUE CHECK (mail LIKE '%@%.%'), slug varchar(12) UNIQUE);",
        "SELECT count(*)::text FROM t", "1000");
}

void BulkSeederTest::fillsTables()
{
    QFETCH(QString, sql);
    QFETCH(QString, counts);
    QFETCH(QString, expected);
    const Filled database = filled(sql, 1000);
    QVERIFY2(database.failure.isEmpty(), qPrintable(database.failure));
    const QString told =
        database.report.missing.join(QLatin1Char('\n')) + database.small.missing.join(QLatin1Char('\n'));
    const QString found = value(database, counts);
    QVERIFY2(found == expected, qPrintable(found + QLatin1Char('\n') + told));
    QCOMPARE(recheck(database), QString());
}

void BulkSeederTest::givesTheSameRowsAgain()
{
    const QString sql = QStringLiteral(
        "CREATE TABLE u (id int PRIMARY KEY, name text, at timestamptz);"
        "CREATE TABLE o (id int PRIMARY KEY, u int REFERENCES u, x numeric(8,2), j jsonb, m text[]);");
    const QString sum = QStringLiteral("SELECT sum(hashtextextended(o::text, 0)) || ' ' || (SELECT "
                                       "sum(hashtextextended(u::text, 0)) FROM u) FROM o");
    const Filled first = filled(sql, 400);
    const Filled second = filled(sql, 400);
    QCOMPARE(value(first, sum), value(second, sum));
}

void BulkSeederTest::followsStatistics()
{
    auto statistics = std::make_shared<schema::Statistics>();
    schema::RelationStatistics table;
    table.columns.insert(QStringLiteral("x"), { 0.5, 10, 200, 0 });
    statistics->relations.insert(
        schema::objectId(schema::Kind::Table, QStringLiteral("public"), QStringLiteral("t")), table);
    const Filled database =
        filled(QStringLiteral("CREATE TABLE t (id int PRIMARY KEY, x text)"), 10000, {}, statistics);
    const double nulls = value(database, QStringLiteral("SELECT avg((x IS NULL)::int) FROM t")).toDouble();
    QVERIFY2(nulls > 0.45 && nulls < 0.6, qPrintable(QString::number(nulls)));
    const int distinct = value(database, QStringLiteral("SELECT count(DISTINCT x) FROM t")).toInt();
    QVERIFY2(distinct >= 10 && distinct <= 20, qPrintable(QString::number(distinct)));
    const double width =
        value(database,
              QStringLiteral("SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY length(x)) FROM t"))
            .toDouble();
    QVERIFY2(width > 150 && width < 250, qPrintable(QString::number(width)));
}

void BulkSeederTest::meetsWhatTheTargetAsks()
{
    const Filled database = filled(
        QStringLiteral("CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, mail text, "
                       "p int, n int);"),
        1000,
        QStringLiteral(
            "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, mail text UNIQUE, "
            "p int REFERENCES p, n int NOT NULL CHECK (n > 0));"));
    QVERIFY2(database.failure.isEmpty(), qPrintable(database.failure));
    // The few rows that were there are not judged by the target here.
    QVERIFY(value(database, QStringLiteral("SELECT count(*) FROM t WHERE n IS NULL OR n <= 0")).toInt() <= 7);
    QVERIFY(value(database, QStringLiteral("SELECT count(mail) - count(DISTINCT mail) FROM t")).toInt() <= 7);
    QVERIFY(
        value(database, QStringLiteral("SELECT count(*) FROM t WHERE p NOT IN (SELECT id FROM p)")).toInt()
        <= 7);
    QVERIFY(value(database, QStringLiteral("SELECT count(*) FROM t")).toInt() > 900);
}

void BulkSeederTest::findsRowsForOtherPartitions()
{
    const QString table =
        QStringLiteral("CREATE TABLE v (id bigint NOT NULL, site int NOT NULL, PRIMARY KEY (id, site)) ");
    const Filled database = filled(
        table
            + QStringLiteral("PARTITION BY RANGE (id); CREATE TABLE v1 PARTITION OF v FOR VALUES FROM "
                             "(MINVALUE) TO (90000);"
                             "CREATE TABLE v2 PARTITION OF v FOR VALUES FROM (90000) TO (MAXVALUE);"),
        1000,
        table
            + QStringLiteral("PARTITION BY LIST (site); CREATE TABLE v1 PARTITION OF v FOR VALUES IN (1, 2);"
                             "CREATE TABLE v2 PARTITION OF v FOR VALUES IN (3, 4);"));
    QVERIFY2(database.failure.isEmpty(), qPrintable(database.failure));
    QVERIFY(value(database, QStringLiteral("SELECT count(*) FROM v WHERE site NOT IN (1, 2, 3, 4)")).toInt()
            <= 14);
    QVERIFY2(value(database, QStringLiteral("SELECT count(*) FROM v")).toInt() > 500,
             qPrintable(database.report.missing.join(QLatin1Char('\n'))));
}

void BulkSeederTest::namesWhatCannotBeFilled()
{
    const Filled database = filled(QStringLiteral("CREATE TABLE t (id bool PRIMARY KEY)"), 100);
    QCOMPARE(database.report.missing.size(), 1);
    QVERIFY(database.report.missing.first().startsWith(
        QStringLiteral("Table public.t has 2 rows instead of 100")));
}

void BulkSeederTest::valuesAreOfManyKinds()
{
    const Filled database = filled(
        QStringLiteral(
            "CREATE TABLE t (id int PRIMARY KEY, x varchar(20), d date, u uuid, b bytea, j jsonb, a int[], "
            "r int4range, i inet, v interval, f float8, s smallint)"),
        2000);
    QCOMPARE(value(database, QStringLiteral("SELECT count(*)::text FROM t")), QStringLiteral("2000"));
    for (const char *condition :
         { "x IS NULL", "x = ''", "length(x) = 20", "x ~ '[^\\x01-\\x7f]'", "d > '9999-01-01'",
           "j IS NOT NULL", "cardinality(a) > 1", "a = '{}'", "r IS NOT NULL", "s < 0" }) {
        const QString found =
            value(database, QStringLiteral("SELECT count(*) FROM t WHERE ") + QLatin1String(condition));
        QVERIFY2(found.toInt() > 0, condition);
    }
}

QTEST_GUILESS_MAIN(BulkSeederTest)
#include "tst_bulkseeder.moc"
