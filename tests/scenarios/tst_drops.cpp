#include "scenario.h"
#include "verify.h"

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using execution::RunState;

/// S10: what the target lacks goes behind a gate, is parked or stays.
class TestDrops : public QObject
{
    Q_OBJECT

private slots:
    void parkedObjectsComeHomeWithWhatIsInThem_data();
    void parkedObjectsComeHomeWithWhatIsInThem();
    void oldReleaseWorksUntilTheGate();
    void laterPlansLeaveTheGraveyardAside();
    void keepsWhatTheTargetLacks();
    void saysWhyItCannotBeParkedOrKept_data();
    void saysWhyItCannotBeParkedOrKept();
    void foreignKeysGoOneByOneBehindTheGate();
    void foreignKeysComeBackThoughTheirRowsDoNot();
    void columnsAndIndexesGoWithoutALongLock();
    void aColumnComesBackThoughItsRowsHaveNoValues();
    void nothingBeforeTheGateWaitsForWhatIsBehindIt_data();
    void nothingBeforeTheGateWaitsForWhatIsBehindIt();
};

namespace {

const QString orders = QStringLiteral("CREATE TABLE orders (id int PRIMARY KEY, who bigint%1);");
const QString users =
    QStringLiteral("CREATE TABLE users (id bigint PRIMARY KEY, number serial, name text NOT NULL DEFAULT "
                   "'none'); CREATE INDEX users_name ON users (name); COMMENT ON TABLE users IS 'who'; "
                   "GRANT SELECT ON users TO PUBLIC; INSERT INTO users (id, name) SELECT i, i FROM "
                   "generate_series(1, 2000) i;");
const QString usersRows = QStringLiteral("SELECT count(*) || ':' || sum(id) FROM %1");
const QString graveyard = QStringLiteral("lockstep_graveyard_public");

QByteArray parking(const char *names)
{
    return QByteArrayLiteral("{\"park\": [") + names + "]}";
}

} // namespace

void TestDrops::parkedObjectsComeHomeWithWhatIsInThem_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("intents");
    QTest::addColumn<QString>("relation");
    QTest::newRow("a table with a serial, an index and a grant")
        << users << QString() << parking("\"public.users\"") << QStringLiteral("users");
    QTest::newRow("a table with foreign keys from and to others")
        << users + orders.arg(QStringLiteral(" REFERENCES users"))
               + QStringLiteral("CREATE TABLE cities (id int PRIMARY KEY); ALTER TABLE users ADD city int "
                                "REFERENCES cities; INSERT INTO orders SELECT i, i FROM "
                                "generate_series(1, 100) i;")
        << orders.arg(QString()) + QStringLiteral("CREATE TABLE cities (id int PRIMARY KEY);")
        << parking("\"public.users\"") << QStringLiteral("users");
    QTest::newRow("a table and the enum and the function it needs") << QStringLiteral(
        "CREATE TYPE mood AS ENUM ('sad', 'glad'); CREATE FUNCTION word(mood) RETURNS text LANGUAGE "
        "sql IMMUTABLE AS $$SELECT 'w'$$; CREATE TABLE moods (id int, m mood CHECK (word(m) = 'w'), "
        "n text DEFAULT word('sad')); INSERT INTO moods SELECT i, 'sad' FROM generate_series(1, 50) "
        "i;") << QString() << parking("\"public.moods\", \"public.mood\", \"public.word(public.mood)\"")
                                                                    << QStringLiteral("moods");
    QTest::newRow("a table under a view that goes")
        << users + QStringLiteral("CREATE VIEW v AS SELECT id, name FROM users;") << QString()
        << parking("\"public.users\"") << QStringLiteral("users");
    QTest::newRow("a table and the view on it")
        << users + QStringLiteral("CREATE VIEW v AS SELECT id, name FROM users;") << QString()
        << parking("\"public.users\", \"public.v\"") << QStringLiteral("v");
    QTest::newRow("a materialized view")
        << users
               + QStringLiteral("CREATE MATERIALIZED VIEW m AS SELECT id FROM users; CREATE INDEX ON m (id);")
        << users << parking("\"public.m\"") << QStringLiteral("m");
    QTest::newRow("a partitioned table") << QStringLiteral(
        "CREATE TABLE logs (id int, day int, PRIMARY KEY (id, day)) PARTITION BY RANGE (day); "
        "CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10); CREATE TABLE "
        "logs_2 PARTITION OF logs DEFAULT; INSERT INTO logs SELECT i, i % 20 FROM "
        "generate_series(1, 200) i;") << QString()
                                         << parking("\"public.logs\"") << QStringLiteral("logs");
    QTest::newRow("a published table with statistics of its own")
        << users
               + QStringLiteral("CREATE PUBLICATION p FOR TABLE users; CREATE STATISTICS s ON id, name FROM "
                                "users;")
        << QStringLiteral("CREATE PUBLICATION p;") << parking("\"public.users\"") << QStringLiteral("users");
    QTest::newRow("a name that something else takes")
        << users
        << QStringLiteral("CREATE TABLE people (id int); CREATE VIEW users AS SELECT id FROM people;")
        << parking("\"public.users\"") << QString();
}

void TestDrops::parkedObjectsComeHomeWithWhatIsInThem()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    QFETCH(QByteArray, intents);
    QFETCH(QString, relation);
    Scenario scenario(current, target.isEmpty() ? QStringLiteral("SELECT 1") : target, intents);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    for (const plan::Step &step : scenario.plan()->steps)
        QVERIFY2(!step.title.contains(QLatin1String("Park")) || step.loses.isEmpty(), qPrintable(step.title));
    const QString before = scenario.one(QStringLiteral("SELECT count(*) FROM ") + relation);
    const auto atGate = scenario.run(false);
    VERIFY_OK(atGate);
    QCOMPARE(atGate->state, RunState::WaitingGate);
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
    if (!relation.isEmpty())
        QCOMPARE(scenario.one(QStringLiteral("SELECT count(*) FROM %1.%2").arg(graveyard, relation)), before);
    QVERIFY(
        scenario.one(QStringLiteral("SELECT pg_catalog.obj_description('%1'::regnamespace)").arg(graveyard))
            .contains(scenario.one(QStringLiteral("SELECT current_date"))));
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
    if (!relation.isEmpty())
        QCOMPARE(scenario.one(QStringLiteral("SELECT count(*) FROM ") + relation), before);
    QCOMPARE(scenario.one(QStringLiteral("SELECT count(*) FROM pg_catalog.pg_namespace WHERE nspname = '%1'")
                              .arg(graveyard)),
             QStringLiteral("0"));
}

void TestDrops::oldReleaseWorksUntilTheGate()
{
    Scenario scenario(users, QStringLiteral("SELECT 1"), parking("\"public.users\""));
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const Release old{ QStringLiteral("old"), QStringLiteral("INSERT INTO users (id, name) VALUES (%1, %2)"),
                       QStringLiteral("UPDATE users SET name = %2 WHERE id = %1"),
                       QStringLiteral("SELECT name FROM users WHERE id = %1") };
    scenario.deploy(old);
    VERIFY_OK(scenario.run(false));
    QTest::qWait(300);
    scenario.retire(old);
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QVERIFY(scenario.traffic().written.size() > 20);
    QCOMPARE(scenario.lost(old.read), QStringList());
    QVERIFY(scenario.isAtStart());
}

void TestDrops::laterPlansLeaveTheGraveyardAside()
{
    const QString parkedBefore = QStringLiteral(
        "CREATE SCHEMA lockstep_graveyard_public; CREATE TABLE lockstep_graveyard_public.users "
        "(id int PRIMARY KEY); INSERT INTO lockstep_graveyard_public.users VALUES (7);");
    Scenario scenario(parkedBefore + users, QStringLiteral("CREATE TABLE fresh (id int);"),
                      parking("\"public.users\""));
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
    QCOMPARE(scenario.one(QStringLiteral("SELECT id FROM lockstep_graveyard_public.users")),
             QStringLiteral("7"));
    QCOMPARE(scenario.one(QStringLiteral("SELECT count(*) FROM lockstep_graveyard_public_2.users")),
             QStringLiteral("2000"));
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
}

void TestDrops::keepsWhatTheTargetLacks()
{
    Scenario scenario(users + QStringLiteral("CREATE TABLE logs (id int); ALTER TABLE logs ADD note text;"),
                      QStringLiteral("CREATE TABLE logs (id int); CREATE TABLE fresh (id int);"),
                      "{\"keep\": [\"public.users\", \"public.logs.note\"]}");
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    QCOMPARE(scenario.plan()->steps.size(), 1);
    QCOMPARE(
        scenario.plan()->warnings,
        QStringList{ QStringLiteral("Kept, though the target does not have it: table public.users, column "
                                    "public.logs.note.") });
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
    QCOMPARE(scenario.one(QStringLiteral("SELECT count(*) FROM users")), QStringLiteral("2000"));
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
}

void TestDrops::saysWhyItCannotBeParkedOrKept_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("intents");
    QTest::addColumn<QString>("why");
    QTest::newRow("a column") << users << QStringLiteral("CREATE TABLE users (id bigint PRIMARY KEY);")
                              << parking("\"public.users.name\"")
                              << QStringLiteral("PostgreSQL can rename a column but not take it out");
    QTest::newRow("an index") << users << QStringLiteral("SELECT 1") << parking("\"public.users_name\"")
                              << QStringLiteral(
                                     "it is of kind index, which cannot move to another schema by itself");
    QTest::newRow("what stays") << users << users << parking("\"public.users\"")
                                << QStringLiteral("the target schema has it as well");
    QTest::newRow("a partition") << QStringLiteral(
        "CREATE TABLE logs (id int) PARTITION BY LIST (id); CREATE TABLE logs_1 PARTITION OF "
        "logs FOR VALUES IN (1);")
                                 << QStringLiteral("CREATE TABLE logs (id int) PARTITION BY LIST (id);")
                                 << parking("\"public.logs_1\"")
                                 << QStringLiteral("its rows belong to table public.logs as well");
    QTest::newRow("a view of what goes")
        << users + QStringLiteral("CREATE VIEW v AS SELECT id FROM users;") << QStringLiteral("SELECT 1")
        << parking("\"public.v\"")
        << QStringLiteral("wherever it is, it needs column public.users.id, which the plan drops");
    QTest::newRow("a name nobody has") << users << QStringLiteral("SELECT 1") << parking("\"public.user\"")
                                       << QStringLiteral("the current schema does not have it");
    QTest::newRow("keeping what stays") << users << users << QByteArray("{\"keep\": [\"public.users\"]}")
                                        << QStringLiteral("which the target schema has as well");
    QTest::newRow("keeping a view of what goes")
        << users + QStringLiteral("CREATE VIEW v AS SELECT id FROM users;") << QStringLiteral("SELECT 1")
        << QByteArray("{\"keep\": [\"public.v\"]}")
        << QStringLiteral("view public.v is kept and needs column public.users.id, which would be dropped");
}

void TestDrops::saysWhyItCannotBeParkedOrKept()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    QFETCH(QByteArray, intents);
    QFETCH(QString, why);
    const Scenario scenario(current, target, intents);
    QVERIFY2(scenario.fault().contains(why), qPrintable(scenario.fault()));
}

void TestDrops::foreignKeysGoOneByOneBehindTheGate()
{
    const QString others =
        QStringLiteral("CREATE TABLE cities (id int PRIMARY KEY); CREATE TABLE teams (id int "
                       "PRIMARY KEY);");
    Scenario scenario(users + others
                          + QStringLiteral("ALTER TABLE users ADD city int REFERENCES cities, ADD team int "
                                           "REFERENCES teams;")
                          + orders.arg(QStringLiteral(" REFERENCES users")),
                      others + orders.arg(QString()), "{\"rows\": {\"public.users\": 2000}}");
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    QVector<plan::Step> steps = scenario.plan()->steps;
    QCOMPARE(steps.size(), 5);
    QCOMPARE(steps.first().kind, plan::StepKind::Gate);
    QVERIFY(steps.first().gateText.contains(QStringLiteral("Nothing uses table public.users any more.")));
    for (int i = 1; i < 4; ++i) {
        QCOMPARE(steps[i].sql.size(), 1);
        QVERIFY2(steps[i].sql.first().contains(QStringLiteral(" DROP CONSTRAINT ")),
                 qPrintable(steps[i].sql.first()));
    }
    QCOMPARE(steps.last().sql, QStringList{ QStringLiteral("DROP TABLE public.users") });
    QCOMPARE(steps.last().loses.first().rows, 2000);
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
}

void TestDrops::foreignKeysComeBackThoughTheirRowsDoNot()
{
    const QString cities = QStringLiteral("CREATE TABLE cities (id bigint PRIMARY KEY);");
    const QString visits = QStringLiteral("CREATE TABLE visits (id bigint, city_id bigint%1);");
    Scenario scenario(
        cities + visits.arg(QStringLiteral(" CONSTRAINT k REFERENCES cities"))
            + QStringLiteral("INSERT INTO cities VALUES (7); INSERT INTO visits VALUES (1, 7);"),
        visits.arg(QString()), {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    QCOMPARE(scenario.one(QStringLiteral("SELECT convalidated FROM pg_constraint WHERE conname = 'k'")),
             QStringLiteral("f"));
    QCOMPARE(scenario.one(QStringLiteral("SELECT city_id FROM visits")), QStringLiteral("7"));
}

void TestDrops::columnsAndIndexesGoWithoutALongLock()
{
    QString target = users;
    target.replace(QStringLiteral(", name text NOT NULL DEFAULT 'none'"), QString());
    target = target.section(QStringLiteral("CREATE INDEX"), 0, 0)
             + QStringLiteral("COMMENT ON TABLE users IS 'who'; GRANT SELECT ON users TO PUBLIC;");
    const QString index = QStringLiteral("CREATE INDEX users_number ON users (number);");
    Scenario scenario(users + index, target, "{\"rows\": {\"public.users\": 2000}}");
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const QStringList statements = scenario.statements();
    QVERIFY(statements.contains(QStringLiteral("DROP INDEX CONCURRENTLY public.users_number")));
    const plan::Step &last = scenario.plan()->steps.last();
    QCOMPARE(last.sql, QStringList{ QStringLiteral("ALTER TABLE public.users DROP COLUMN name") });
    QCOMPARE(last.loses.first().rows, 2000);
    const auto atGate = scenario.run(false);
    VERIFY_OK(atGate);
    QCOMPARE(atGate->state, RunState::WaitingGate);
    scenario.exec(QStringLiteral("UPDATE users SET name = 'still there' WHERE id = 1"));
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
}

void TestDrops::aColumnComesBackThoughItsRowsHaveNoValues()
{
    const QString table = QStringLiteral("CREATE TABLE items (id bigint PRIMARY KEY%1);");
    Scenario scenario(table.arg(QStringLiteral(", label text NOT NULL"))
                          + QStringLiteral("INSERT INTO items VALUES (1, 'a');"),
                      table.arg(QString()), {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    scenario.exec(QStringLiteral("INSERT INTO items VALUES (2, 'b')"));
    QCOMPARE(
        scenario.one(QStringLiteral("SELECT string_agg(id || ':' || coalesce(label, '?'), ' ' ORDER BY id) "
                                    "FROM items")),
        QStringLiteral("1:? 2:b"));
    scenario.exec(
        QStringLiteral("UPDATE items SET label = 'a' WHERE id = 1; ALTER TABLE items ALTER label SET "
                       "NOT NULL"));
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    QVERIFY(scenario.isAtStart());
}

void TestDrops::nothingBeforeTheGateWaitsForWhatIsBehindIt_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    QTest::newRow("the key changes that a table refers to which goes")
        << QStringLiteral(
               "CREATE TABLE u (id int, x text, CONSTRAINT p1 PRIMARY KEY (id)); CREATE TABLE o (id "
               "int REFERENCES u); INSERT INTO u VALUES (1, 'a');")
        << QStringLiteral("CREATE TABLE u (id int, x text, CONSTRAINT p2 PRIMARY KEY (id));");
    QTest::newRow("the key's column goes and another one becomes the key")
        << QStringLiteral("CREATE TABLE u (id int, x text NOT NULL, CONSTRAINT p1 PRIMARY KEY (id)); INSERT "
                          "INTO u VALUES (1, 'a');")
        << QStringLiteral("CREATE TABLE u (x text, CONSTRAINT p2 PRIMARY KEY (x));");
    QTest::newRow("an index of another column takes the name") << QStringLiteral(
        "CREATE TABLE u (id int, x text); CREATE INDEX i ON u (id); INSERT INTO u VALUES (1, "
        "'a');") << QStringLiteral("CREATE TABLE u (x text); CREATE INDEX i ON u (x);");
    QTest::newRow("a check of another column takes the name") << QStringLiteral(
        "CREATE TABLE u (id int CONSTRAINT c CHECK (id > 0), x text); INSERT INTO u VALUES (1, "
        "'a');") << QStringLiteral("CREATE TABLE u (x text CONSTRAINT c CHECK (x <> ''));");
}

void TestDrops::nothingBeforeTheGateWaitsForWhatIsBehindIt()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    Scenario scenario(current, target, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
}

QTEST_GUILESS_MAIN(TestDrops)
#include "tst_drops.moc"
