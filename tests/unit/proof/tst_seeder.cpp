#include <model/proof/seeder.h>
#include <model/proof/seedhints.h>
#include <model/scratch/scriptloader.h>

#include <QRegularExpression>
#include <QTest>

#include <tests/support/postgrestest.h>

using namespace lockstep;

namespace {

struct Seeded
{
    std::unique_ptr<scratch::ScratchDatabase> database;
    proof::SeedReport report;
    QString failure;
};

Seeded seeded(const QString &sql, const QSet<QString> &touched = {})
{
    Seeded result;
    auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("seed"));
    if (!database.has_value()) {
        result.failure = database.error().toText();
        return result;
    }
    result.database = std::move(*database);
    {
        const auto session = result.database->open();
        const auto loaded = scratch::loadScript(**session, sql, QStringLiteral("seed.sql"), false);
        if (!loaded.has_value()) {
            result.failure = loaded.error().toText();
            return result;
        }
    }
    const auto session = result.database->open();
    const auto report = proof::seedRows(**session, touched, {});
    if (report.has_value())
        result.report = *report;
    else
        result.failure = report.error().toText();
    return result;
}

QString value(const Seeded &seeded, const QString &sql)
{
    const auto session = seeded.database->open();
    const auto rows = (*session)->query(sql);
    return rows.has_value() ? rows->text(0, 0) : rows.error().message;
}

} // namespace

/// Rows for schemas of every shape, on a real server.
class SeederTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void rowsMeetTheConstraints_data();
    void rowsMeetTheConstraints();
    void tableWithoutRowsIsNamed_data();
    void tableWithoutRowsIsNamed();
    void valuesAreOfManyKinds();
    void sequencesGoOnAfterTheRows();
    void triggersDoNotRunAndForeignKeysHold();
    void bigSchemaGetsASample();
    void patternsAreMatched_data();
    void patternsAreMatched();
};

void SeederTest::initTestCase()
{
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
}

void SeederTest::rowsMeetTheConstraints_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("least"); // Rows of public.t
    const auto row = [](const char *name, const char *sql, int least = 7) {
        QTest::newRow(name) << QString::fromUtf8(sql) << least;
    };
    row("numbers",
        "CREATE TABLE t (a smallint NOT NULL, b int, c bigint PRIMARY KEY, d numeric, e numeric(5,2), "
        "f numeric(3,3) NOT NULL, g real, h double precision, i money, j oid)");
    row("texts",
        "CREATE TABLE t (a text NOT NULL, b varchar(3) NOT NULL UNIQUE, c char(1), d name, e \"char\")");
    row("times",
        "CREATE TABLE t (a date NOT NULL, b time, c timetz, d timestamp NOT NULL, e timestamptz(3), f "
        "interval, g interval day to second)");
    row("everything else",
        "CREATE TABLE t (a bool NOT NULL, b uuid NOT NULL, c json NOT NULL, d jsonb NOT NULL, e "
        "bytea NOT NULL, f inet NOT NULL, g cidr NOT NULL, h macaddr NOT NULL, i macaddr8 NOT NULL, j bit(3) "
        "NOT NULL, k "
        "bit varying(5) NOT NULL, l tsvector NOT NULL, m tsquery NOT NULL, n pg_lsn NOT NULL)");
    row("geometry",
        "CREATE TABLE t (a point NOT NULL, b line NOT NULL, c lseg NOT NULL, d box NOT NULL, e path NOT "
        "NULL, f polygon NOT NULL, g circle NOT NULL)");
    row("arrays",
        "CREATE TYPE e AS ENUM ('x', 'y\"z'); CREATE TABLE t (a int[] NOT NULL UNIQUE, b text[][] NOT "
        "NULL, c e[] NOT NULL, d numeric(4,2)[])");
    row("enum", "CREATE TYPE e AS ENUM ('x', 'y z', 'q''uote'); CREATE TABLE t (a e NOT NULL, b e)");
    row("unique enum", "CREATE TYPE e AS ENUM ('x', 'y', 'z'); CREATE TABLE t (a e PRIMARY KEY)", 3);
    row("domains",
        "CREATE DOMAIN positive AS int CHECK (VALUE > 100); CREATE DOMAIN code AS text NOT NULL CHECK "
        "(VALUE ~ '^[A-Z]{2}-\\d{3}$'); CREATE DOMAIN twice AS positive CHECK (VALUE < 110); CREATE TABLE "
        "t (a positive NOT NULL, b code, c twice)");
    row("composites", "CREATE TYPE inner_type AS (x int, y text); CREATE TYPE c AS (a inner_type, b date, c "
                      "text[]); CREATE TABLE t (a c NOT NULL, b inner_type[])");
    row("ranges", "CREATE TYPE textrange AS RANGE (subtype = text); CREATE TABLE t (a int4range NOT NULL, b "
                  "tstzrange NOT NULL, c daterange NOT NULL, d numrange, e textrange NOT NULL)");
    row("identity and generated",
        "CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n bigserial, a "
        "int NOT NULL, b int GENERATED ALWAYS AS (a / 2) STORED)");
    row("comparisons", "CREATE TABLE t (a int CHECK (a BETWEEN 500 AND 900) NOT NULL, b int NOT NULL CHECK "
                       "(b <> 3), c numeric "
                       "NOT NULL CHECK (c >= 0.01 AND c < 1))");
    row("lists",
        "CREATE TABLE t (a text NOT NULL CHECK (a IN ('open', 'closed', 'it''s')), b int NOT NULL CHECK (b "
        "= ANY (ARRAY[10, 20, 30])), c varchar(10) NOT NULL CHECK (c IN ('one', 'two')))");
    row("lengths",
        "CREATE TABLE t (a text NOT NULL CHECK (length(a) = 12), b text NOT NULL CHECK (char_length(b) "
        "BETWEEN 20 AND 25), c text NOT NULL CHECK (a <> c AND length(trim(c)) > 30))");
    row("patterns",
        "CREATE TABLE t (a text NOT NULL CHECK (a ~ '^[a-z0-9_]+\\.[a-z]{2,3}$'), b text NOT NULL CHECK "
        "(b LIKE 'id_%'), c text NOT NULL CHECK (c ~* '^[^@\\s]+@[^@\\s]+\\.[a-z]+$'), d text NOT NULL CHECK "
        "(d ~ "
        "'^(\\+|00)[1-9]\\d{6,14}$'), e text NOT NULL CHECK (e ~ '^#[0-9a-fA-F]{6}$'))");
    row("columns against columns",
        "CREATE TABLE t (a date NOT NULL, b date NOT NULL, CHECK (a < b), c int, d "
        "int, CHECK (num_nonnulls(c, d) = 1), CHECK (c IS NULL OR c > 50))");
    row("columns by kind",
        "CREATE TABLE t (kind text NOT NULL CHECK (kind IN ('card', 'bank')), card text, iban text, CHECK "
        "((kind = 'card' AND card IS NOT NULL AND iban IS NULL) OR (kind = 'bank' AND iban IS NOT NULL AND "
        "length(iban) = 22)))");
    row("check through a function",
        "CREATE FUNCTION odd(int) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 % "
        "2 = 1'; CREATE TABLE t (a int NOT NULL CHECK (odd(a)))");
    row("check that fails for some", "CREATE TABLE t (a int NOT NULL, b int NOT NULL CHECK (100 / b > 10))",
        1);
    row("json keys",
        "CREATE TABLE t (a jsonb NOT NULL CHECK (a ? 'name' AND jsonb_typeof(a -> 'name') = 'string'))");
    row("exclusion", "CREATE TABLE t (during daterange NOT NULL, EXCLUDE USING gist (during WITH &&))", 5);
    row("unique over expressions", "CREATE TABLE t (a text NOT NULL); CREATE UNIQUE INDEX ON t (lower(a))",
        5);
    row("two unique booleans", "CREATE TABLE t (a boolean, b boolean, UNIQUE (a, b))", 4);
    row("parent", "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, p int NOT NULL "
                  "REFERENCES p)");
    row("parent of two columns",
        "CREATE TABLE p (a int, b text, PRIMARY KEY (a, b)); CREATE TABLE t (id int PRIMARY KEY, a int "
        "NOT NULL, b text NOT NULL, FOREIGN KEY (a, b) REFERENCES p, CHECK (a > 1))");
    row("one to one",
        "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY REFERENCES p)");
    row("self reference", "CREATE TABLE t (id int PRIMARY KEY, parent int REFERENCES t)");
    row("self reference not null", "CREATE TABLE t (id int PRIMARY KEY, parent int NOT NULL REFERENCES t)");
    row("cycle with null",
        "CREATE TABLE t (id int PRIMARY KEY, q int); CREATE TABLE q (id int PRIMARY KEY, t int NOT NULL "
        "REFERENCES t); ALTER TABLE t ADD FOREIGN KEY (q) REFERENCES q");
    row("cycle not null", "CREATE TABLE t (id int PRIMARY KEY, q int NOT NULL); CREATE TABLE q (id int "
                          "PRIMARY KEY, t int NOT NULL "
                          "REFERENCES t); ALTER TABLE t ADD FOREIGN KEY (q) REFERENCES q");
    row("match full",
        "CREATE TABLE p (a int, b int, PRIMARY KEY (a, b)); CREATE TABLE t (a int, b int, FOREIGN KEY (a, b) "
        "REFERENCES p MATCH FULL)");
    row("names",
        "CREATE TABLE \"Odd \"\"Name\" (\"K\u00f6y\" int PRIMARY KEY); CREATE TABLE t (\"select\" int "
        "NOT NULL REFERENCES \"Odd "
        "\"\"Name\" CHECK (\"select\" > 0), \"i\" int, \"a'b\" text NOT NULL)");
    row("rule and trigger",
        "CREATE TABLE t (a int); CREATE RULE r AS ON INSERT TO t DO INSTEAD NOTHING; CREATE FUNCTION no() "
        "RETURNS "
        "trigger LANGUAGE plpgsql AS $$BEGIN RAISE 'no'; END$$; CREATE TRIGGER g BEFORE INSERT ON t FOR EACH "
        "ROW EXECUTE FUNCTION no()");
    row("row security", "CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; ALTER TABLE t "
                        "FORCE ROW LEVEL SECURITY");
    row("a table without columns", "CREATE TABLE t ()");
    row("a quoted check name",
        "CREATE TABLE t (a int NOT NULL CONSTRAINT \"\u00d6 c\" CHECK (a > 10 AND a < 12))");
    row("names and conditions that look like places of a template",
        "CREATE TABLE \"%1\" (\"%3\" int PRIMARY KEY); CREATE TABLE t (\"%2\" text NOT NULL CHECK (\"%2\" IN "
        "('%3', '%4 %1')), \"%4\" int REFERENCES \"%1\", CHECK (\"%2\" LIKE '%1'))");
    row("extension types", "CREATE EXTENSION citext; CREATE EXTENSION hstore; CREATE TABLE t (a citext NOT "
                           "NULL UNIQUE, b hstore NOT NULL, c "
                           "citext[] NOT NULL)");
}

void SeederTest::rowsMeetTheConstraints()
{
    QFETCH(const QString, sql);
    QFETCH(const int, least);
    const Seeded result = seeded(sql);
    QVERIFY2(result.failure.isEmpty(), qPrintable(result.failure));
    QCOMPARE(result.report.missing, QStringList());
    const int rows = value(result, QStringLiteral("SELECT count(*) FROM t")).toInt();
    QVERIFY2(rows >= least, qPrintable(QStringLiteral("%1 rows").arg(rows)));
    // The judge of foreign keys is the server: a key that does not hold cannot be validated anew.
    QCOMPARE(
        value(result,
              QStringLiteral("SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND NOT convalidated")),
        QStringLiteral("0"));
    const auto session = result.database->open();
    const auto keys =
        (*session)->query(QStringLiteral("SELECT format('ALTER TABLE %s ADD CONSTRAINT again_%s %s', "
                                         "conrelid::regclass, oid, pg_get_constraintdef(oid)) "
                                         "FROM pg_constraint WHERE contype IN ('f', 'c') AND conrelid <> 0"));
    QVERIFY(keys.has_value());
    for (int i = 0; i < keys->count(); ++i) {
        const auto added = (*session)->execute(keys->text(i, 0));
        QVERIFY2(added.has_value(), added.has_value() ? "" : qPrintable(added.error().toText()));
    }
}

void SeederTest::tableWithoutRowsIsNamed_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *sql, const char *reason) {
        QTest::newRow(name) << QString::fromUtf8(sql) << QString::fromUtf8(reason);
    };
    row("impossible check", "CREATE TABLE t (a int NOT NULL CONSTRAINT t_c CHECK (a > 10 AND a < 5))",
        "table public.t: no value for check t_c was found.");
    row("check of a secret", "CREATE TABLE t (a text NOT NULL CONSTRAINT t_c CHECK (md5(a) = 'x'))",
        "table public.t: no value for check t_c was found.");
    row("child of a table without rows",
        "CREATE TABLE p (id int PRIMARY KEY CONSTRAINT never CHECK (false)); CREATE TABLE t (p int NOT "
        "NULL CONSTRAINT t_fk REFERENCES p)",
        "table public.t: no value for foreign key t_fk was found.");
    row("impossible domain",
        "CREATE DOMAIN d AS int CHECK (VALUE > 10 AND VALUE < 5); CREATE TABLE t (a d NOT NULL)",
        "table public.t: no value for column a of type public.d was found.");
}

void SeederTest::tableWithoutRowsIsNamed()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, reason);
    const Seeded result = seeded(sql);
    QVERIFY2(result.failure.isEmpty(), qPrintable(result.failure));
    QVERIFY2(result.report.missing.contains(reason),
             qPrintable(result.report.missing.join(QLatin1Char('\n'))));
}

void SeederTest::valuesAreOfManyKinds()
{
    const Seeded result = seeded(QStringLiteral(
        "CREATE TABLE t (a int, b text, c varchar(5) NOT NULL, d timestamptz); CREATE TABLE u (id int "
        "PRIMARY KEY);"
        "CREATE TABLE parts (id int, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);"
        "CREATE TABLE parts_a PARTITION OF parts FOR VALUES FROM ('2020-01-01') TO ('2020-02-01');"
        "CREATE TABLE parts_b PARTITION OF parts DEFAULT;"
        "CREATE TABLE lists (id int NOT NULL, k text) PARTITION BY LIST (k);"
        "CREATE TABLE lists_a PARTITION OF lists FOR VALUES IN ('eu', 'us');"
        "CREATE TABLE lists_n PARTITION OF lists FOR VALUES IN (NULL);"
        "CREATE TABLE hashes (id int PRIMARY KEY) PARTITION BY HASH (id);"
        "CREATE TABLE hashes_0 PARTITION OF hashes FOR VALUES WITH (MODULUS 2, REMAINDER 0);"
        "CREATE TABLE hashes_1 PARTITION OF hashes FOR VALUES WITH (MODULUS 2, REMAINDER 1);"
        "CREATE TABLE on_parts (id int, at date, h int REFERENCES hashes, FOREIGN KEY (id, at) REFERENCES "
        "parts)"));
    QVERIFY2(result.failure.isEmpty(), qPrintable(result.failure));
    QCOMPARE(result.report.missing, QStringList());
    QCOMPARE(
        value(result,
              QStringLiteral(
                  "SELECT bool_or(a IS NULL) AND bool_or(a = 2147483647) AND bool_or(b = '') AND bool_or(b "
                  "~ '[^[:ascii:]]') AND bool_or(b IS NULL) AND count(DISTINCT a) < count(*) FROM t")),
        QStringLiteral("t"));
    for (const char *leaf :
         { "parts_a", "parts_b", "lists_a", "lists_n", "hashes_0", "hashes_1", "on_parts" }) {
        const QString rows =
            value(result, QStringLiteral("SELECT count(*) > 1 FROM %1").arg(QLatin1String(leaf)));
        QVERIFY2(rows == QLatin1String("t"), leaf);
    }
}

void SeederTest::sequencesGoOnAfterTheRows()
{
    const Seeded result = seeded(QStringLiteral(
        "CREATE TABLE t (id serial PRIMARY KEY, n int GENERATED BY DEFAULT AS IDENTITY UNIQUE, a text)"));
    QCOMPARE(value(result, QStringLiteral("INSERT INTO t (a) VALUES ('new') RETURNING 'in'")),
             QStringLiteral("in"));
}

void SeederTest::triggersDoNotRunAndForeignKeysHold()
{
    const Seeded result =
        seeded(QStringLiteral("CREATE TABLE a (id int PRIMARY KEY, b int); CREATE TABLE b (id int PRIMARY "
                              "KEY, c int NOT NULL); CREATE TABLE c (id int PRIMARY KEY "
                              "CHECK (id > 500), a int NOT NULL REFERENCES a); ALTER TABLE a ADD FOREIGN KEY "
                              "(b) REFERENCES b; ALTER TABLE b ADD FOREIGN KEY (c) "
                              "REFERENCES c;"));
    QVERIFY2(result.failure.isEmpty(), qPrintable(result.failure));
    QCOMPARE(result.report.missing, QStringList());
    QCOMPARE(value(result, QStringLiteral("SELECT count(*) FROM b WHERE c NOT IN (SELECT id FROM c)")),
             QStringLiteral("0"));
    QCOMPARE(value(result, QStringLiteral("SELECT count(*) FROM c WHERE a NOT IN (SELECT id FROM a)")),
             QStringLiteral("0"));
}

void SeederTest::bigSchemaGetsASample()
{
    QString sql;
    for (int i = 0; i < 200; ++i)
        sql += QStringLiteral("CREATE TABLE t%1 (id int PRIMARY KEY, a text NOT NULL);").arg(i);
    sql +=
        QStringLiteral("ALTER TABLE t7 ADD p int REFERENCES t100; ALTER TABLE t8 ADD p int REFERENCES t7;");
    const Seeded result = seeded(sql, { QStringLiteral("public.t7") });
    QVERIFY2(result.failure.isEmpty(), qPrintable(result.failure));
    QVERIFY(result.report.tables.size() >= 10 && result.report.tables.size() <= 30);
    for (const char *table : { "t7", "t100", "t8" })
        QCOMPARE(value(result, QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table))),
                 QStringLiteral("7"));
    QVERIFY(
        result.report.notes.join(QLatin1Char('\n')).contains(QLatin1String("tables stayed empty by choice")));
}

void SeederTest::patternsAreMatched_data()
{
    QTest::addColumn<QString>("pattern");
    for (const char *pattern :
         { "^[A-Z]{3}-[0-9]{4}$", "^(foo|bar)+baz?$", "^\\d+(\\.\\d{1,2})?$", "^[^@]+@[^@]+\\.[a-z]{2,}$",
           "^a.c$", "^[[:digit:]]{5}$", "^[\\w.+-]+$", "^(?:[a-z]|[0-9]){3,8}$", "^x{2}y*z+$", "^[]a-c]$" })
        QTest::newRow(pattern) << QString::fromUtf8(pattern);
}

void SeederTest::patternsAreMatched()
{
    QFETCH(const QString, pattern);
    for (int variant = 0; variant < 4; ++variant) {
        const QString sample = proof::patternSample(pattern, variant);
        QVERIFY2(QRegularExpression(pattern).match(sample).hasMatch(), qPrintable(sample));
    }
}

QTEST_GUILESS_MAIN(SeederTest)
#include "tst_seeder.moc"
