#include "runfixture.h"

using namespace lockstep;
using namespace lockstep::execution;
using namespace lockstep::testing;

/// Keys of every kind, and tables without one: each row is written once, nothing else changes.
class BackfillKeysTest : public QObject
{
    Q_OBJECT
private slots:
    void walksEveryKindOfKey_data();
    void walksEveryKindOfKey();
    void refusesAKeyThatMayBeNullWithoutACondition();
    void writesWideRowsInSmallBatches();
    void fillsATableThatWasNeverAnalysed();
};

namespace {

const QString doneSql = QStringLiteral("filled = 'f' || src");
const QString leftSql = QStringLiteral("filled IS NULL");

plan::Step itemsStep(const QStringList &key, const QStringList &types, const QString &where = leftSql)
{
    plan::Step step = backfill(QStringLiteral("s01"), QStringLiteral("items"), doneSql, where, key, types);
    if (key.isEmpty())
        step.backfill->batcher = plan::Batcher::Ctid;
    return step;
}

void runAll(RunDatabase &db, const QString &script)
{
    for (const QString &sql : script.split(QStringLiteral(";;"), Qt::SkipEmptyParts))
        db.exec(sql);
}

/// Counts how often a row is written. On each partition, because PostgreSQL 12 has no such triggers above
/// them.
const QString countSql = QStringLiteral("CREATE FUNCTION count_items() RETURNS trigger LANGUAGE plpgsql AS "
                                        "$$BEGIN NEW.n := OLD.n + 1; RETURN NEW; "
                                        "END$$;;"
                                        "DO $$DECLARE part regclass; BEGIN FOR part IN WITH RECURSIVE tree "
                                        "(relid) AS (SELECT 'items'::regclass::oid UNION "
                                        "SELECT inhrelid FROM pg_inherits JOIN tree ON inhparent = relid) "
                                        "SELECT relid FROM tree JOIN pg_class c ON c.oid = "
                                        "relid WHERE relkind = 'r' LOOP EXECUTE format('CREATE TRIGGER "
                                        "counted BEFORE UPDATE ON %s FOR EACH ROW EXECUTE "
                                        "FUNCTION count_items()', part); END LOOP; END$$");

const QString rest =
    QStringLiteral("src integer NOT NULL, filled text, n integer NOT NULL DEFAULT 0, pad text");

/// 60 000 rows of about 150 bytes; %1 makes the key of row i.
QString fillSql(const QString &key)
{
    return QStringLiteral(
               "INSERT INTO items SELECT %1, i, NULL, 0, repeat('x', 100) FROM generate_series(1, 60000) i;;"
               "VACUUM ANALYZE items")
        .arg(key);
}

QString table(const QString &keyColumns)
{
    return QStringLiteral("CREATE TABLE items (%1, %2);;").arg(keyColumns, rest);
}

} // namespace

void BackfillKeysTest::walksEveryKindOfKey_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QStringList>("key");
    QTest::addColumn<QStringList>("types");
    QTest::addColumn<QString>("batcher");
    const QStringList id{ QStringLiteral("id") };
    const QStringList two{ QStringLiteral("a"), QStringLiteral("b") };
    const QStringList integers{ QStringLiteral("integer"), QStringLiteral("integer") };
    const QString keyset = QStringLiteral("keyset");
    const QString ctid = QStringLiteral("ctid");
    QTest::newRow("integers with gaps of a billion, half of them negative")
        << table(QStringLiteral("id bigint PRIMARY KEY"))
               + fillSql(QStringLiteral(
                   "CASE WHEN i % 2 = 0 THEN -1 ELSE 1 END * (i + (i / 1000) * 1000000007::bigint)"))
        << id << QStringList{ QStringLiteral("bigint") } << keyset;
    QTest::newRow("composite, some columns equal for long")
        << table(QStringLiteral("a integer, b integer, PRIMARY KEY (a, b)"))
               + fillSql(QStringLiteral("i / 30000, i"))
        << two << integers << keyset;
    QTest::newRow("composite, on an index that runs both ways")
        << table(QStringLiteral("a integer NOT NULL, b integer NOT NULL"))
               + QStringLiteral("CREATE UNIQUE INDEX items_key ON items (a, b DESC);;")
               + fillSql(QStringLiteral("i % 3, i"))
        << two << integers << ctid;
    QTest::newRow("random uuids, rows not in their order")
        << table(QStringLiteral("id uuid PRIMARY KEY")) + fillSql(QStringLiteral("md5(i::text)::uuid")) << id
        << QStringList{ QStringLiteral("uuid") } << ctid;
    QTest::newRow("text in a language's order")
        << table(QStringLiteral("id text COLLATE \"en-x-icu\" PRIMARY KEY"))
               + fillSql(QStringLiteral("lpad((i / 10)::text, 6, '0') || "
                                        "(ARRAY['a','B','ä','Å','ç','c','-',' ','z','Z'])[1 + i % 10]"))
        << id << QStringList{ QStringLiteral("text") } << keyset;
    QTest::newRow("text that does not tell upper from lower case")
        << QStringLiteral("CREATE COLLATION anycase (provider = icu, locale = 'und-u-ks-level2', "
                          "deterministic = false);;")
               + table(QStringLiteral("id text COLLATE anycase PRIMARY KEY"))
               + fillSql(
                   QStringLiteral("(CASE WHEN i % 2 = 0 THEN 'Key' ELSE 'kEY' END) || lpad(i::text, 6, '0')"))
        << id << QStringList{ QStringLiteral("text") } << keyset;
    QTest::newRow("text with quotes, backslashes and line ends")
        << table(QStringLiteral("id text PRIMARY KEY"))
               + fillSql(QStringLiteral("lpad(i::text, 6, '0') || E'\\'\"\\\\ \\n\\t{,}\\u00e9'"))
        << id << QStringList{ QStringLiteral("text") } << keyset;
    QTest::newRow("padded characters") << table(QStringLiteral("id character(12) PRIMARY KEY"))
                                              + fillSql(QStringLiteral("lpad(i::text, 6, '0')"))
                                       << id << QStringList{ QStringLiteral("character(12)") } << keyset;
    QTest::newRow("numeric with NaN, fractions, negative and huge")
        << table(QStringLiteral("id numeric PRIMARY KEY"))
               + fillSql(
                   QStringLiteral("CASE WHEN i = 777 THEN 'NaN'::numeric WHEN i < 100 THEN -i * 1e30::numeric"
                                  " WHEN i > 59900 THEN i * 1e40::numeric ELSE i / 7.0 END"))
        << id << QStringList{ QStringLiteral("numeric") } << keyset;
    QTest::newRow("floats with infinity and NaN")
        << table(QStringLiteral("id double precision PRIMARY KEY"))
               + fillSql(QStringLiteral(
                   "CASE i WHEN 1 THEN '-infinity'::float8 WHEN 60000 THEN 'NaN' WHEN 59999 THEN "
                   "'infinity' ELSE i / 3.0 END"))
        << id << QStringList{ QStringLiteral("double precision") } << keyset;
    QTest::newRow("timestamps with infinity")
        << table(QStringLiteral("id timestamptz PRIMARY KEY"))
               + fillSql(QStringLiteral(
                   "CASE i WHEN 1 THEN '-infinity'::timestamptz WHEN 60000 THEN 'infinity' ELSE "
                   "'epoch'::timestamptz + i * interval '1.000001 s' END"))
        << id << QStringList{ QStringLiteral("timestamp with time zone") } << keyset;
    QTest::newRow("dates before Christ and a number")
        << table(QStringLiteral("a date, b integer, PRIMARY KEY (a, b)"))
               + fillSql(QStringLiteral("'0044-03-15 BC'::date + i / 10, i"))
        << two << QStringList{ QStringLiteral("date"), QStringLiteral("integer") } << keyset;
    QTest::newRow("a domain") << QStringLiteral("CREATE DOMAIN code AS integer CHECK (VALUE > 0);;")
                                     + table(QStringLiteral("id code PRIMARY KEY"))
                                     + fillSql(QStringLiteral("i"))
                              << id << QStringList{ QStringLiteral("code") } << keyset;
    QTest::newRow("a unique key that may be NULL is not walked")
        << table(QStringLiteral("id integer UNIQUE"))
               + fillSql(QStringLiteral("CASE WHEN i % 100 = 0 THEN NULL ELSE i END"))
        << id << QStringList{ QStringLiteral("integer") } << ctid;
    QTest::newRow("no key") << table(QStringLiteral("id integer")) + fillSql(QStringLiteral("i % 1000"))
                            << QStringList{} << QStringList{} << ctid;
    QTest::newRow("partitions, also of partitions, one of them empty")
        << QStringLiteral("CREATE TABLE items (id integer, %1, PRIMARY KEY (id)) PARTITION BY RANGE (id);;")
                   .arg(rest)
               + QStringLiteral(
                   "CREATE TABLE items_1 PARTITION OF items FOR VALUES FROM (0) TO (20000);;"
                   "CREATE TABLE items_2 PARTITION OF items FOR VALUES FROM (20000) TO (50000) PARTITION BY "
                   "HASH (id);;"
                   "CREATE TABLE items_2a PARTITION OF items_2 FOR VALUES WITH (MODULUS 2, REMAINDER 0);;"
                   "CREATE TABLE items_2b PARTITION OF items_2 FOR VALUES WITH (MODULUS 2, REMAINDER 1);;"
                   "CREATE TABLE items_3 PARTITION OF items FOR VALUES FROM (90000) TO (90001);;"
                   "CREATE TABLE items_d PARTITION OF items DEFAULT;;")
               + fillSql(QStringLiteral("i"))
        << id << QStringList{ QStringLiteral("integer") } << keyset;
    QTest::newRow("partitions without a key")
        << QStringLiteral("CREATE TABLE items (id integer, %1) PARTITION BY HASH (id);;").arg(rest)
               + QStringLiteral(
                   "CREATE TABLE items_a PARTITION OF items FOR VALUES WITH (MODULUS 2, REMAINDER 0);;"
                   "CREATE TABLE items_b PARTITION OF items FOR VALUES WITH (MODULUS 2, REMAINDER 1);;")
               + fillSql(QStringLiteral("i % 1000"))
        << QStringList{} << QStringList{} << ctid;
    QTest::newRow("children by inheritance, with the parent's numbers again")
        << table(QStringLiteral("id integer PRIMARY KEY"))
               + QStringLiteral("CREATE TABLE items_child () INHERITS (items);;"
                                "INSERT INTO items_child SELECT i, i FROM generate_series(1, 5000) i;;")
               + fillSql(QStringLiteral("i"))
        << id << QStringList{ QStringLiteral("integer") } << keyset;
}

void BackfillKeysTest::walksEveryKindOfKey()
{
    QFETCH(QString, script);
    QFETCH(QStringList, key);
    QFETCH(QStringList, types);
    QFETCH(QString, batcher);
    RunDatabase db(0);
    REQUIRE_DATABASE(db);
    runAll(db, script);
    runAll(db, countSql);
    const int version = db.open()->server().version;
    const QString others =
        QStringLiteral("SELECT md5(string_agg(t::text, '|' ORDER BY t::text COLLATE \"C\")) FROM (SELECT "
                       "%1src, pad FROM items) t")
            .arg(key.isEmpty() ? QString() : key.join(QStringLiteral(", ")) + QStringLiteral(", "));
    const QString before = db.one(others);
    // Without a condition rows can only be walked by key, and each of them just once.
    const bool isByKey = batcher == QLatin1String("keyset");
    VERIFY_OK(db.run(planOf({ itemsStep(key, types, isByKey ? QString() : leftSql) })));
    QCOMPARE(db.one(QStringLiteral(
                 "SELECT count(*) FROM items WHERE n <> 1 OR filled IS DISTINCT FROM 'f' || src")),
             QStringLiteral("0"));
    QCOMPARE(db.one(others), before);
    const QString used = db.one(QStringLiteral(
        "SELECT string_agg(DISTINCT batcher, ',') FROM lockstep.backfill_range WHERE bound IS NOT NULL"));
    // Before 14 random order is walked by key all the same.
    const bool isFixed = version >= 140000 || !script.contains(QStringLiteral("md5(i::text)::uuid"));
    if (isFixed)
        QCOMPARE(used, batcher);
    const BackfillProgress end = db.events.of<BackfillAdvanced>().last().progress;
    QCOMPARE(end.rowsDone, db.one(QStringLiteral("SELECT count(*) FROM items")).toLongLong());
    QCOMPARE(end.fractionDone, 1.0);
}

void BackfillKeysTest::refusesAKeyThatMayBeNullWithoutACondition()
{
    RunDatabase db(0);
    REQUIRE_DATABASE(db);
    runAll(db, table(QStringLiteral("id integer UNIQUE")) + fillSql(QStringLiteral("nullif(i, 5)")));
    const auto refused =
        db.run(planOf({ itemsStep({ QStringLiteral("id") }, { QStringLiteral("integer") }, {}) }));
    QVERIFY(!refused.has_value());
    QVERIFY2(refused.error().message.contains(QStringLiteral("may be NULL")),
             qPrintable(refused.error().toText()));
    QCOMPARE(db.one(QStringLiteral("SELECT count(*) FROM items WHERE filled IS NOT NULL")),
             QStringLiteral("0"));
}

void BackfillKeysTest::writesWideRowsInSmallBatches()
{
    RunDatabase db(0);
    REQUIRE_DATABASE(db);
    runAll(db, table(QStringLiteral("id integer PRIMARY KEY"))
                   + QStringLiteral("ALTER TABLE items ALTER pad SET STORAGE EXTERNAL;;"
                                    "INSERT INTO items SELECT i, i, NULL, 0, repeat(md5(i::text), 8000) FROM "
                                    "generate_series(1, 400) i;;VACUUM ANALYZE items;;"));
    runAll(db, countSql);
    const QString toast =
        QStringLiteral("SELECT pg_relation_size(reltoastrelid) FROM pg_class WHERE oid = 'items'::regclass");
    const QString before = db.one(toast);
    RunOptions options = quickOptions();
    options.targetBatchMs = 5;
    // Each row is read whole for its new value.
    plan::Step step = backfill(QStringLiteral("s01"), QStringLiteral("items"),
                               QStringLiteral("filled = 'f' || src || left(md5(md5(md5(pad))), 0)"), leftSql);
    VERIFY_OK(db.run(planOf({ step }), options));
    QCOMPARE(db.one(QStringLiteral(
                 "SELECT count(*) FROM items WHERE n <> 1 OR filled IS DISTINCT FROM 'f' || src")),
             QStringLiteral("0"));
    QCOMPARE(db.one(toast), before); // What is stored aside stays where it is.
    QVERIFY(db.events.of<BackfillAdvanced>().last().progress.batchRows < 100);
}

void BackfillKeysTest::fillsATableThatWasNeverAnalysed()
{
    RunDatabase db(0);
    REQUIRE_DATABASE(db);
    runAll(db, table(QStringLiteral("id integer"))
                   + QStringLiteral("ALTER TABLE items SET (autovacuum_enabled = off);;"
                                    "INSERT INTO items SELECT i, i FROM generate_series(1, 30000) i;;"
                                    "SELECT pg_stat_reset();;"));
    runAll(db, countSql);
    VERIFY_OK(db.run(planOf({ itemsStep({}, {}) })));
    QCOMPARE(db.one(QStringLiteral(
                 "SELECT count(*) FROM items WHERE n <> 1 OR filled IS DISTINCT FROM 'f' || src")),
             QStringLiteral("0"));
}

QTEST_GUILESS_MAIN(BackfillKeysTest)
#include "tst_backfillkeys.moc"
