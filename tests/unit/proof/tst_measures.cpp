#include <model/proof/filenodes.h>
#include <model/proof/locksample.h>
#include <model/proof/rowcontent.h>
#include <model/proof/seedsearch.h>
#include <model/proof/seedvalues.h>

#include <QTest>

#include <tests/support/postgrestest.h>

using namespace lockstep;
using plan::Effect;
using plan::LockMode;

/// What a proof measures by itself on a server: locks, files, rows, and values that it makes up.
class MeasuresTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void seesLocks_data();
    void seesLocks();
    void mergesLocksByStrength();
    void namesLocksThatWereNotStated();
    void seesNewFiles_data();
    void seesNewFiles();
    void comparesEffects_data();
    void comparesEffects();
    void readsRowsByAttribute();
    void countsRowsOfManyTables();
    void findsValuesForConditions_data();
    void findsValuesForConditions();
    void spreadsItsChoices();
    void knowsValuesOfTypes_data();
    void knowsValuesOfTypes();

private:
    void run(const char *sql);

    std::unique_ptr<scratch::ScratchDatabase> m_database;
    std::unique_ptr<postgres::Session> m_session;
};

void MeasuresTest::run(const char *sql)
{
    const auto done = m_session->executeScript(QString::fromUtf8(sql));
    QVERIFY2(done.has_value(), qPrintable(done.has_value() ? QString() : done.error().toText()));
}

void MeasuresTest::initTestCase()
{
    QString why;
    if (!testing::server(&why))
        QSKIP(qPrintable(why));
    auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("measures"));
    QVERIFY(database.has_value());
    m_database = std::move(*database);
}

/// Each test finds the same three relations.
void MeasuresTest::init()
{
    auto session = m_database->open();
    QVERIFY(session.has_value());
    m_session = std::move(*session);
    run("DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public; CREATE TABLE t (id int PRIMARY KEY, v "
        "text);"
        "CREATE INDEX i ON t (v); CREATE VIEW w AS SELECT id FROM t; INSERT INTO t VALUES (1, 'a'), (2, "
        "NULL)");
}

void MeasuresTest::seesLocks_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QStringList>("locks");
    const auto row = [](const char *sql, const QStringList &locks) {
        QTest::newRow(sql) << QString::fromLatin1(sql) << locks;
    };
    row("SELECT * FROM t", { QStringLiteral("public.t ACCESS SHARE") });
    row("SELECT id FROM w",
        { QStringLiteral("public.t ACCESS SHARE"), QStringLiteral("public.w ACCESS SHARE") });
    row("UPDATE t SET v = 'b'", { QStringLiteral("public.t ROW EXCLUSIVE") });
    row("LOCK TABLE t IN SHARE MODE", { QStringLiteral("public.t SHARE") });
    row("ALTER TABLE t ADD COLUMN n int", { QStringLiteral("public.t ACCESS EXCLUSIVE") });
    row("CREATE INDEX n ON t (id)", { QStringLiteral("public.t SHARE") });
    row("ALTER INDEX i RENAME TO j", { QStringLiteral("public.i SHARE UPDATE EXCLUSIVE") });
    row("CREATE TABLE of_ours (a int)", {});
}

void MeasuresTest::seesLocks()
{
    QFETCH(const QString, sql);
    const auto observer = m_database->open();
    QVERIFY(observer.has_value());
    const proof::LockObserver locks(**observer, m_session->server().backendPid);
    QVERIFY(m_session->execute(QStringLiteral("BEGIN")).has_value());
    QVERIFY(m_session->execute(sql).has_value());
    const auto held = locks.sample();
    QVERIFY(m_session->execute(QStringLiteral("ROLLBACK")).has_value());
    QVERIFY(held.has_value());
    QStringList texts;
    for (const plan::RelationLock &lock : *held)
        texts << lock.relation + QLatin1Char(' ') + plan::name(lock.mode);
    QTEST(texts, "locks");
    QVERIFY(locks.sample()->isEmpty());
}

void MeasuresTest::mergesLocksByStrength()
{
    QVector<plan::RelationLock> locks{ { QStringLiteral("b"), LockMode::Share } };
    proof::mergeLocks(locks, { { QStringLiteral("c"), LockMode::AccessShare },
                               { QStringLiteral("b"), LockMode::AccessExclusive },
                               { QStringLiteral("a"), LockMode::RowShare },
                               { QStringLiteral("b"), LockMode::AccessShare } });
    QStringList texts;
    for (const plan::RelationLock &lock : std::as_const(locks))
        texts << lock.relation + QLatin1Char(' ') + plan::name(lock.mode);
    QCOMPARE(texts, QStringList({ QStringLiteral("a ROW SHARE"), QStringLiteral("b ACCESS EXCLUSIVE"),
                                  QStringLiteral("c ACCESS SHARE") }));
}

void MeasuresTest::namesLocksThatWereNotStated()
{
    const QVector<plan::RelationLock> measured{ { QStringLiteral("a"), LockMode::Share },
                                                { QStringLiteral("b"), LockMode::AccessExclusive },
                                                { QStringLiteral("c"), LockMode::RowShare } };
    const QVector<plan::RelationLock> stated{ { QStringLiteral("a"), LockMode::AccessExclusive },
                                              { QStringLiteral("b"), LockMode::Share } };
    QCOMPARE(proof::uncoveredLocks(QStringLiteral("s01"), measured, stated),
             QStringList({ QStringLiteral("s01: really held ACCESS EXCLUSIVE on b, stated SHARE."),
                           QStringLiteral("s01: really held ROW SHARE on c, stated nothing.") }));
}

void MeasuresTest::seesNewFiles_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QStringList>("changed");
    const auto row = [](const char *sql, const QStringList &changed) {
        QTest::newRow(sql) << QString::fromLatin1(sql) << changed;
    };
    const QStringList all{ QStringLiteral("public.i of public.t"), QStringLiteral("public.t of "),
                           QStringLiteral("public.t_pkey of public.t") };
    row("ALTER TABLE t ALTER COLUMN v TYPE bytea USING v::bytea", all.mid(1)); // The index is another one.
    row("VACUUM FULL t", all);
    row("TRUNCATE t", all);
    row("REINDEX INDEX i", { QStringLiteral("public.i of public.t") });
    row("ALTER TABLE t ADD COLUMN n int DEFAULT 4", {});
    row("ALTER TABLE t ALTER COLUMN v TYPE varchar", {});
    row("UPDATE t SET v = 'x'", {});
    row("CREATE TABLE n (a int); TRUNCATE n", {});
}

void MeasuresTest::seesNewFiles()
{
    QFETCH(const QString, sql);
    const auto observer = m_database->open();
    QVERIFY(observer.has_value());
    proof::FileNodes files(**observer);
    QVERIFY(files.start().has_value());
    for (const QString &statement : sql.split(QLatin1Char(';')))
        QVERIFY2(m_session->execute(statement).has_value(), qPrintable(statement));
    const auto changes = files.changes();
    QVERIFY(changes.has_value());
    QStringList texts;
    for (const proof::FileChange &change : *changes)
        texts << change.relation + QLatin1String(" of ") + change.table;
    QTEST(texts, "changed");
    QVERIFY(files.changes()->isEmpty());
}

void MeasuresTest::comparesEffects_data()
{
    QTest::addColumn<int>("stated");
    QTest::addColumn<bool>("isRewritten");
    QTest::addColumn<bool>("isBuilt");
    QTest::addColumn<int>("errors");
    QTest::addColumn<int>("notes");
    QTest::newRow("instant and so") << int(Effect::Instant) << false << false << 0 << 0;
    QTest::newRow("instant, but rewritten") << int(Effect::Instant) << true << true << 1 << 0;
    QTest::newRow("instant, but built") << int(Effect::Instant) << false << true << 1 << 0;
    QTest::newRow("scan, but rewritten") << int(Effect::Scan) << true << false << 1 << 0;
    QTest::newRow("rewrite with its indexes") << int(Effect::Rewrite) << true << true << 0 << 0;
    QTest::newRow("rewrite that is none") << int(Effect::Rewrite) << false << false << 0 << 1;
    QTest::newRow("index build") << int(Effect::IndexBuild) << false << true << 0 << 0;
    QTest::newRow("index build, but rewritten") << int(Effect::IndexBuild) << true << true << 1 << 0;
}

void MeasuresTest::comparesEffects()
{
    QFETCH(const int, stated);
    QFETCH(const bool, isRewritten);
    QFETCH(const bool, isBuilt);
    plan::Step step;
    step.id = QStringLiteral("s01");
    step.assessment.effect = Effect(stated);
    QVector<proof::FileChange> changed;
    if (isRewritten)
        changed.append({ QLatin1Char('r'), QStringLiteral("public.t"), {} });
    if (isBuilt)
        changed.append({ QLatin1Char('i'), QStringLiteral("public.i"), QStringLiteral("public.t") });
    const proof::EffectComparison compared = proof::compareEffects(step, changed);
    QTEST(int(compared.errors.size()), "errors");
    QTEST(int(compared.notes.size()), "notes");
}

void MeasuresTest::readsRowsByAttribute()
{
    run("CREATE TYPE c AS (a int, b text); CREATE DOMAIN d AS c; CREATE TABLE comp (x c, y d[], z int);"
        "INSERT INTO comp VALUES ('(1,)', '{\"(2,z)\"}', 5), (NULL, NULL, NULL), ('(,)', '{}', 6)");
    const QStringList names{ QStringLiteral("public.comp"), QStringLiteral("public.none") };
    const auto before = proof::readContent(*m_session, names);
    QVERIFY2(before.has_value(), qPrintable(before.has_value() ? QString() : before.error().toText()));
    QCOMPARE(before->size(), 1);
    const proof::TableContent &table = before->first();
    QCOMPARE(table.rows.size(), 3);
    const int x = table.indexOf(QStringLiteral("x"));
    QVERIFY(table.columns[x].isComposite()
            && table.columns[table.indexOf(QStringLiteral("y"))].isComposite());
    QVERIFY(!table.columns[table.indexOf(QStringLiteral("z"))].isComposite());
    QCOMPARE(table.rows[0][x], std::optional(QStringLiteral("{\"a\": 1}")));
    QCOMPARE(table.rows[1][x], std::nullopt);
    QCOMPARE(table.rows[2][x], std::optional(QStringLiteral("{}")));
    run("ALTER TYPE public.c ADD ATTRIBUTE n date");
    const auto after = proof::readContent(*m_session, names);
    QVERIFY(after.has_value());
    QCOMPARE(after->first().rows, table.rows);
    run("ALTER TYPE public.c DROP ATTRIBUTE a");
    QVERIFY(proof::readContent(*m_session, names)->first().rows != table.rows);
}

void MeasuresTest::countsRowsOfManyTables()
{
    run("DO $$BEGIN FOR i IN 1..250 LOOP EXECUTE format('CREATE TABLE public.n%s (a int)', i);"
        "EXECUTE format('INSERT INTO public.n%s SELECT generate_series(1, %s)', i, i % 3); END LOOP; END$$;"
        "CREATE TABLE public.\"Odd name\" (a int) PARTITION BY LIST (a);"
        "CREATE TABLE public.part PARTITION OF public.\"Odd name\" DEFAULT; INSERT INTO public.part VALUES "
        "(1)");
    QStringList names{ QStringLiteral("public.\"Odd name\""), QStringLiteral("public.part"),
                       QStringLiteral("public.gone"), QStringLiteral("public.w") };
    for (int i = 1; i <= 250; ++i)
        names << QStringLiteral("public.n%1").arg(i);
    const auto counts = proof::countRows(*m_session, names);
    QVERIFY2(counts.has_value(), qPrintable(counts.has_value() ? QString() : counts.error().toText()));
    QCOMPARE(counts->size(), 252);
    QCOMPARE(counts->value(QStringLiteral("public.\"Odd name\"")), 1);
    for (int i = 1; i <= 250; ++i)
        QCOMPARE(counts->value(QStringLiteral("public.n%1").arg(i)), i % 3);
}

void MeasuresTest::findsValuesForConditions_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<int>("found");
    QTest::newRow("none") << QString() << 5;
    QTest::newRow("greater") << QStringLiteral("a > 2") << 2;
    QTest::newRow("unknown is not false") << QStringLiteral("(a > 2) IS NOT FALSE") << 3;
    QTest::newRow("impossible") << QStringLiteral("a > 99") << 0;
    QTest::newRow("fails on some") << QStringLiteral("10 / a > 4") << 2;
    QTest::newRow("cannot always be calculated")
        << QStringLiteral("(a + 2147483645) IS NULL OR (a + 2147483645) IS NOT NULL") << 3;
}

void MeasuresTest::findsValuesForConditions()
{
    QFETCH(const QString, condition);
    QVector<proof::SeedValue> values{ std::nullopt };
    for (const char *value : { "0", "1", "2", "4" })
        values.append(QString::fromLatin1(value));
    values[1] = QStringLiteral("3");
    if (condition.contains(QLatin1Char('/')))
        values[1] = QStringLiteral("0");
    const auto choices = proof::findChoices(
        *m_session, { { QStringLiteral("a"), QStringLiteral("integer"), values } }, condition);
    QVERIFY2(choices.has_value(), qPrintable(choices.has_value() ? QString() : choices.error().toText()));
    QTEST(int(choices->size()), "found");
}

void MeasuresTest::spreadsItsChoices()
{
    const QVector<proof::SeedValue> values{ QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3") };
    const auto choices = proof::findChoices(*m_session,
                                            { { QStringLiteral("a"), QStringLiteral("integer"), values },
                                              { QStringLiteral("b"), QStringLiteral("integer"), values } },
                                            QStringLiteral("a + b < 7"));
    QVERIFY(choices.has_value());
    QCOMPARE(choices->size(), 9);
    // The first three differ in both columns, so unique columns can have them.
    QSet<int> first;
    QSet<int> second;
    for (const QVector<int> &choice : choices->mid(0, 3)) {
        first.insert(choice[0]);
        second.insert(choice[1]);
    }
    QCOMPARE(first.size() + second.size(), 6);
}

void MeasuresTest::knowsValuesOfTypes_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("least");
    for (const char *type : { "smallint",
                              "bigint",
                              "numeric(6,2)",
                              "numeric",
                              "real",
                              "text",
                              "character varying(3)",
                              "character(2)",
                              "date",
                              "timestamp(0) without time zone",
                              "timestamp with time zone",
                              "time without time zone",
                              "interval",
                              "uuid",
                              "jsonb",
                              "bytea",
                              "inet",
                              "cidr",
                              "macaddr",
                              "bit(5)",
                              "bit varying(7)",
                              "point",
                              "tsvector",
                              "int4range",
                              "money",
                              "integer[]",
                              "public.pair",
                              "public.positive" })
        QTest::newRow(type) << QString::fromLatin1(type) << 5;
    QTest::newRow("boolean") << QStringLiteral("boolean") << 2;
    QTest::newRow("public.kind[]") << QStringLiteral("public.kind[]") << 4;
    QTest::newRow("public.kind") << QStringLiteral("public.kind") << 3;
    QTest::newRow("double precision") << QStringLiteral("double precision") << 5;
}

void MeasuresTest::knowsValuesOfTypes()
{
    QFETCH(const QString, type);
    QFETCH(const int, least);
    run("CREATE TYPE kind AS ENUM ('a', 'b', 'c', 'it''s'); CREATE TYPE pair AS (k kind, n int);"
        "CREATE DOMAIN positive AS int CHECK (value > 0)");
    const auto oid =
        m_session->query(QStringLiteral("SELECT %1::regtype::oid").arg(schema::quoteLiteral(type)));
    QVERIFY2(oid.has_value(), qPrintable(oid.has_value() ? QString() : oid.error().toText()));
    const auto number = proof::Oid(oid->integer(0, 0));
    proof::SeedValues values(*m_session);
    QVERIFY(values.readTypes({ number }).has_value());
    const proof::ValuePool &pool = values.pool(number, type);
    QVERIFY2(pool.plain.size() >= least, qPrintable(pool.plain.join(QStringLiteral(", "))));
    QCOMPARE(QSet<QString>(pool.plain.begin(), pool.plain.end()).size(), pool.plain.size());
    QVERIFY(m_session->execute(QStringLiteral("CREATE TABLE public.kept (v %1)").arg(type)).has_value());
    for (const QString &value : pool.plain + pool.extreme) {
        const auto kept = m_session->execute(
            QStringLiteral("INSERT INTO public.kept VALUES (%1)").arg(schema::quoteLiteral(value)));
        QVERIFY2(kept.has_value(), qPrintable(kept.has_value() ? QString() : kept.error().toText()));
    }
}

QTEST_GUILESS_MAIN(MeasuresTest)
#include "tst_measures.moc"
