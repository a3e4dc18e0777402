#include "scenario.h"
#include "verify.h"

#include <tests/support/postgrestest.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using execution::RunState;

/// S14: while a table becomes partitioned, or plain again, what refers to it stays guarded and what numbers
/// it goes on.
class TestPartitionedKeys : public QObject
{
    Q_OBJECT

private slots:
    void noRowIsUnguardedThereAndBack_data();
    void noRowIsUnguardedThereAndBack();
    void noNumberIsGivenTwice_data();
    void noNumberIsGivenTwice();
};

namespace {

constexpr int trafficMs = 600;

const Release app{ QStringLiteral("the"),
                   QStringLiteral("INSERT INTO events (id, region, value) VALUES (%1, mod(%1, 3), %2)"),
                   QStringLiteral("UPDATE events SET value = %2 WHERE id = %1"),
                   QStringLiteral("SELECT value FROM events WHERE id = %1") };
const QString rows = QStringLiteral(
    "INSERT INTO events (id, region, value) SELECT i, mod(i, 3), i FROM generate_series(1, 30000) i; ");
/// Tries what a foreign key has to refuse.
const Release intruder{ QStringLiteral("intruder"), QStringLiteral("SELECT probe(%1, %2)"),
                        QStringLiteral("SELECT probe(%1, %2)"),
                        QStringLiteral("SELECT value FROM probes WHERE key = %1") };
const QString probe = QStringLiteral(R"(
CREATE TABLE probes (key bigint PRIMARY KEY, value text);
CREATE FUNCTION probe(k bigint, v text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  BEGIN
    INSERT INTO clicks VALUES (-1);
    SET CONSTRAINTS ALL IMMEDIATE;
    RAISE EXCEPTION 'A row refers to nothing.';
  EXCEPTION WHEN foreign_key_violation THEN NULL;
  END;
  BEGIN
    DELETE FROM events WHERE id = 4321;
    SET CONSTRAINTS ALL IMMEDIATE;
    RAISE EXCEPTION 'A row went that another one refers to.';
  EXCEPTION WHEN foreign_key_violation THEN NULL;
  END;
  INSERT INTO probes VALUES (k, v) ON CONFLICT (key) DO UPDATE SET value = v;
END $$;
)");

} // namespace

void TestPartitionedKeys::noRowIsUnguardedThereAndBack_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    const QString plain =
        QStringLiteral("CREATE TABLE events (id bigint PRIMARY KEY, region int, value text); ");
    const QString parts = QStringLiteral(
        "CREATE TABLE events (id bigint PRIMARY KEY, region int, value text) PARTITION BY RANGE (id); CREATE "
        "TABLE events_1 PARTITION OF events FOR VALUES FROM (MINVALUE) TO (10000); CREATE TABLE events_2 "
        "PARTITION OF events DEFAULT; ");
    const QString other = QStringLiteral(
        "CREATE TABLE events (id bigint PRIMARY KEY, region int, value text) PARTITION BY HASH (id); CREATE "
        "TABLE events_1 PARTITION OF events FOR VALUES WITH (MODULUS 2, REMAINDER 0); CREATE TABLE events_2 "
        "PARTITION OF events FOR VALUES WITH (MODULUS 2, REMAINDER 1); ");
    const QString fast =
        QStringLiteral("CREATE TABLE clicks (event bigint NOT NULL REFERENCES events); CREATE "
                       "INDEX ON clicks (event); ");
    const QString late = QStringLiteral(
        "CREATE TABLE clicks (event bigint NOT NULL REFERENCES events ON UPDATE CASCADE DEFERRABLE); CREATE "
        "INDEX ON clicks (event); CREATE TABLE notes (event bigint REFERENCES events ON DELETE SET NULL); ");
    QTest::newRow("of a table that becomes partitioned") << plain + fast << parts + fast;
    QTest::newRow("two, one of them deferrable") << plain + late << parts + late;
    QTest::newRow("of a table that becomes plain") << parts + fast << plain + fast;
    QTest::newRow("of a table that is partitioned differently") << parts + fast << other + fast;
}

void TestPartitionedKeys::noRowIsUnguardedThereAndBack()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    Scenario scenario(current + probe + rows
                          + QStringLiteral("INSERT INTO clicks SELECT i FROM generate_series(1, 5000) i;"),
                      target + probe, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    scenario.deploy(app);
    scenario.deploy(intruder);
    QTest::qWait(trafficMs / 2);
    const auto atGate = scenario.run(false);
    VERIFY_OK(atGate);
    QCOMPARE(atGate->state, RunState::WaitingGate);
    QTest::qWait(trafficMs);
    VERIFY_OK(scenario.run(true));
    QTest::qWait(trafficMs / 2);
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    scenario.retire(app);
    QVERIFY(scenario.traffic().written.size() > 50);
    QCOMPARE(scenario.lost(app.read), QStringList());
    scenario.retire(intruder);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QVERIFY(scenario.isAtStart());
    QCOMPARE(
        scenario.one(QStringLiteral("SELECT count(*) FROM clicks c WHERE NOT EXISTS (SELECT FROM events e "
                                    "WHERE e.id = c.event)")),
        QStringLiteral("0"));
}

void TestPartitionedKeys::noNumberIsGivenTwice_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    const auto add = [](const char *name, const char *before, const char *after) {
        QTest::newRow(name) << QStringLiteral("CREATE TABLE events (id bigint %1 PRIMARY KEY, value text); ")
                                   .arg(QString::fromUtf8(before))
                            << QStringLiteral(
                                   "CREATE TABLE events (id bigint %1 PRIMARY KEY, value text) PARTITION "
                                   "BY RANGE (id); CREATE TABLE events_1 PARTITION OF events DEFAULT; ")
                                   .arg(QString::fromUtf8(after));
    };
    const char *serial = "DEFAULT nextval('events_id_seq')";
    add("from identity to a sequence", "GENERATED ALWAYS AS IDENTITY", serial);
    if (server()->version() >= 170000) {
        add("from identity to identity", "GENERATED ALWAYS AS IDENTITY", "GENERATED ALWAYS AS IDENTITY");
        add("from a sequence to identity", serial, "GENERATED BY DEFAULT AS IDENTITY");
    }
    add("a sequence goes on", serial, serial);
}

/// Nobody names the key, and nobody notices.
void TestPartitionedKeys::noNumberIsGivenTwice()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    const auto complete = [](const QString &schema) -> QString {
        if (!schema.contains(QLatin1String("nextval")))
            return schema;
        return QStringLiteral("CREATE SEQUENCE events_id_seq; ") + schema
               + QStringLiteral("ALTER SEQUENCE events_id_seq OWNED BY events.id; ");
    };
    const QString memory = QStringLiteral("CREATE TABLE given (key bigint PRIMARY KEY, id bigint UNIQUE); ");
    const Release numbered{
        QStringLiteral("the"),
        QStringLiteral("WITH made AS (INSERT INTO events (value) VALUES (%2) RETURNING id) INSERT "
                       "INTO given SELECT %1, id FROM made"),
        QStringLiteral("UPDATE events SET value = %2 WHERE id = (SELECT id FROM given WHERE key "
                       "= %1)"),
        QStringLiteral("SELECT e.value FROM events e JOIN given g USING (id) WHERE g.key = %1")
    };
    Scenario scenario(
        complete(current) + memory
            + QStringLiteral(
                "INSERT INTO events (value) SELECT i FROM generate_series(1, 5000) i; INSERT INTO given "
                "SELECT id, id FROM events;"),
        complete(target) + memory, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    scenario.deploy(numbered);
    VERIFY_OK(scenario.run(false));
    QTest::qWait(trafficMs);
    VERIFY_OK(scenario.run(true));
    QTest::qWait(trafficMs / 2);
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    QTest::qWait(trafficMs / 2);
    scenario.retire(numbered);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QVERIFY(scenario.traffic().written.size() > 50);
    QCOMPARE(scenario.lost(numbered.read), QStringList());
    QVERIFY(scenario.isAtStart());
}

QTEST_GUILESS_MAIN(TestPartitionedKeys)
#include "tst_partitionedkeys.moc"
