#include "scenario.h"
#include "verify.h"

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using execution::RunState;

/// S14: a big table becomes partitioned while an application reads and writes it.
class TestPartitioning : public QObject
{
    Q_OBJECT

private slots:
    void everyWriteSurvivesThereAndBack_data();
    void everyWriteSurvivesThereAndBack();
    void comesBackFromTheGateWithWhatWasWrittenSince_data();
    void comesBackFromTheGateWithWhatWasWrittenSince();
    void comesBackFromTheMiddleOfTheCopying();
    void countsRowsWithoutAPartitionFirst();
    void theUsersTriggersWorkOnce();
    void deletedAndMovedRowsFollow();
    void oldKeyHoldsUntilTheGate();
    void saysWhyRowsAreCopiedUnderALock_data();
    void saysWhyRowsAreCopiedUnderALock();
};

namespace {

constexpr int trafficMs = 600;

const Release app{ QStringLiteral("the"),
                   QStringLiteral("INSERT INTO events (id, region, value) VALUES (%1, mod(%1, 3), %2)"),
                   QStringLiteral("UPDATE events SET value = %2 WHERE id = %1"),
                   QStringLiteral("SELECT value FROM events WHERE id = %1") };
const QString rows = QStringLiteral(
    "INSERT INTO events (id, region, value) SELECT i, mod(i, 3), i FROM generate_series(1, 30000) i; ");
const QString sums = QStringLiteral(
    "SELECT count(*) || ' ' || sum(hashtextextended(ROW(id, region, value)::text, 0)) FROM events");

void layouts()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    const auto add = [](const char *name, const char *before, const char *after, const char *rest = "") {
        QTest::newRow(name) << QString::fromUtf8(before) + rows + QString::fromUtf8(rest)
                            << QString::fromUtf8(after) + QString::fromUtf8(rest);
    };
    add("by ranges of its key", "CREATE TABLE events (id bigint PRIMARY KEY, region int, value text); ",
        "CREATE TABLE events (id bigint PRIMARY KEY, region int, value text) PARTITION BY RANGE (id); CREATE "
        "TABLE events_1 PARTITION OF events FOR VALUES FROM (MINVALUE) TO (10000); CREATE TABLE events_2 "
        "PARTITION OF events FOR VALUES FROM (10000) TO (MAXVALUE); ");
    add("by a list that joins the key",
        "CREATE TABLE events (id bigint PRIMARY KEY, region int NOT NULL, value text); ",
        "CREATE TABLE events (id bigint, region int, value text, PRIMARY KEY (id, region)) PARTITION BY LIST "
        "(region); CREATE TABLE events_0 PARTITION OF events FOR VALUES IN (0); CREATE TABLE events_1 "
        "PARTITION "
        "OF events FOR VALUES IN (1, 2); ");
    add("by hash, with an odd name",
        "CREATE TABLE events (id bigint CONSTRAINT \"Key 1\" PRIMARY KEY, region int, value text); ",
        "CREATE TABLE events (id bigint CONSTRAINT \"Key 1\" PRIMARY KEY, region int, value text) PARTITION "
        "BY "
        "HASH (id); CREATE TABLE \"Part 0\" PARTITION OF events FOR VALUES WITH (MODULUS 2, REMAINDER 0); "
        "CREATE "
        "TABLE \"Part 1\" PARTITION OF events FOR VALUES WITH (MODULUS 2, REMAINDER 1); ");
    add("in two levels with a DEFAULT partition",
        "CREATE TABLE events (id bigint PRIMARY KEY, region int, value text); ",
        "CREATE TABLE events (id bigint PRIMARY KEY, region int, value text) PARTITION BY RANGE (id); CREATE "
        "TABLE events_1 PARTITION OF events FOR VALUES FROM (MINVALUE) TO (10000) PARTITION BY RANGE (id); "
        "CREATE "
        "TABLE events_11 PARTITION OF events_1 FOR VALUES FROM (MINVALUE) TO (500); CREATE TABLE events_12 "
        "PARTITION OF events_1 FOR VALUES FROM (500) TO (10000); CREATE TABLE events_2 PARTITION OF events "
        "DEFAULT; ");
    add("with all that can hang on a table",
        "CREATE SEQUENCE events_id_seq; CREATE TABLE others (id int PRIMARY KEY); INSERT INTO others VALUES "
        "(0), "
        "(1), (2); CREATE TABLE events (id bigint DEFAULT nextval('events_id_seq') PRIMARY KEY, region int "
        "NOT "
        "NULL DEFAULT 1 REFERENCES others, value text CHECK (value <> ''), upper_value text GENERATED ALWAYS "
        "AS "
        "(upper(value)) STORED); ALTER SEQUENCE events_id_seq OWNED BY events.id; ",
        "CREATE SEQUENCE events_id_seq; CREATE TABLE others (id int PRIMARY KEY); CREATE TABLE events (id "
        "bigint "
        "DEFAULT nextval('events_id_seq') PRIMARY KEY, region int NOT NULL DEFAULT 1 REFERENCES others, "
        "value "
        "text CHECK (value <> ''), upper_value text GENERATED ALWAYS AS (upper(value)) STORED) PARTITION BY "
        "RANGE "
        "(id); ALTER SEQUENCE events_id_seq OWNED BY events.id; CREATE TABLE events_1 PARTITION OF events "
        "FOR "
        "VALUES FROM (MINVALUE) TO (10000); CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM "
        "(10000) TO "
        "(MAXVALUE); ",
        "CREATE INDEX events_region ON events (region); COMMENT ON INDEX events_region IS 'quick'; COMMENT "
        "ON "
        "TABLE events IS 'all'; COMMENT ON COLUMN events.value IS 'said'; GRANT SELECT, INSERT ON events TO "
        "PUBLIC; GRANT UPDATE (value) ON events TO PUBLIC; ALTER TABLE events ENABLE ROW LEVEL SECURITY; "
        "CREATE "
        "POLICY p ON events USING (region < 9); CREATE VIEW seen AS SELECT id, value FROM events; CREATE "
        "VIEW "
        "above AS SELECT id FROM seen; GRANT SELECT ON seen TO PUBLIC; CREATE FUNCTION tidy() RETURNS "
        "trigger "
        "LANGUAGE plpgsql AS $$BEGIN NEW.value := trim(NEW.value); RETURN NEW; END$$; CREATE FUNCTION "
        "first_of(e "
        "events) RETURNS text LANGUAGE sql AS $$ SELECT e.value $$;");
}

} // namespace

void TestPartitioning::everyWriteSurvivesThereAndBack_data()
{
    layouts();
}

void TestPartitioning::everyWriteSurvivesThereAndBack()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    Scenario scenario(current, target, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    scenario.deploy(app);
    const auto atGate = scenario.run(false);
    VERIFY_OK(atGate);
    QCOMPARE(atGate->state, RunState::WaitingGate);
    QCOMPARE(scenario.one(QStringLiteral("SELECT relkind FROM pg_class WHERE oid = 'events'::regclass")),
             QStringLiteral("p"));
    QTest::qWait(trafficMs);
    const auto done = scenario.run(true);
    VERIFY_OK(done);
    QCOMPARE(done->state, RunState::Done);
    QTest::qWait(trafficMs / 2);
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    scenario.retire(app);
    qInfo("longest wait %.0f ms in %lld statements", scenario.traffic().longestMs,
          scenario.traffic().statements);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QVERIFY(scenario.traffic().written.size() > 50);
    QCOMPARE(scenario.lost(app.read), QStringList());
    QVERIFY(scenario.one(QStringLiteral("SELECT count(*) FROM events")).toInt() > 30000);
    QCOMPARE(scenario.one(QStringLiteral("SELECT count(*) FROM generate_series(1, 30000) i WHERE NOT EXISTS "
                                         "(SELECT FROM events WHERE id = i)")),
             QStringLiteral("0"));
    QVERIFY(scenario.isAtStart());
}

void TestPartitioning::comesBackFromTheGateWithWhatWasWrittenSince_data()
{
    layouts();
}

void TestPartitioning::comesBackFromTheGateWithWhatWasWrittenSince()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    Scenario scenario(current, target, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(false));
    scenario.deploy(app);
    QTest::qWait(trafficMs);
    VERIFY_OK(scenario.rollBack());
    scenario.retire(app);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QVERIFY(scenario.traffic().written.size() > 50);
    QCOMPARE(scenario.lost(app.read), QStringList());
    QVERIFY(scenario.one(QStringLiteral("SELECT count(*) FROM events")).toInt() >= 30000);
    QVERIFY(scenario.isAtStart());
}

void TestPartitioning::comesBackFromTheMiddleOfTheCopying()
{
    Scenario scenario(
        QStringLiteral("CREATE TABLE events (id bigint PRIMARY KEY, region int NOT NULL, value text); ")
            + rows
            + QStringLiteral("INSERT INTO events SELECT i, 0, i FROM generate_series(30001, 90000) i;"),
        QStringLiteral(
            "CREATE TABLE events (id bigint, region int NOT NULL, value text, PRIMARY KEY (id, region)) "
            "PARTITION BY LIST (region); CREATE TABLE events_0 PARTITION OF events FOR VALUES IN (0); "
            "CREATE TABLE events_1 PARTITION OF events DEFAULT;"),
        {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    scenario.deploy(app);
    const auto stopped = scenario.runIntoBackfill(5000);
    VERIFY_OK(stopped);
    QCOMPARE(stopped->state, RunState::Stopped);
    QVERIFY(scenario.one(QStringLiteral("SELECT count(*) FROM events_0")).toInt() > 0);
    VERIFY_OK(scenario.rollBack());
    scenario.retire(app);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QCOMPARE(scenario.lost(app.read), QStringList());
    QVERIFY(scenario.one(QStringLiteral("SELECT count(*) FROM events")).toInt() >= 90000);
    QVERIFY(scenario.isAtStart());
}

void TestPartitioning::countsRowsWithoutAPartitionFirst()
{
    Scenario scenario(
        QStringLiteral("CREATE TABLE events (id bigint PRIMARY KEY, region int, value text); ") + rows
            + QStringLiteral(
                "UPDATE events SET region = NULL WHERE id < 4; UPDATE events SET region = 7 WHERE id "
                "IN (5, 6);"),
        QStringLiteral(
            "CREATE TABLE events (id bigint, region int, value text, PRIMARY KEY (id, region)) PARTITION "
            "BY LIST (region); CREATE TABLE events_0 PARTITION OF events FOR VALUES IN (0, 1, 2);"),
        {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const auto failed = scenario.run(false);
    QVERIFY(!failed.has_value() || failed->state == RunState::Failed);
    QStringList counts;
    for (const plan::Step &step : scenario.plan()->steps) {
        if (step.title.contains(QLatin1String("takes every row")))
            counts << scenario.one(step.verify.first().sql);
    }
    QCOMPARE(counts, QStringList({ QStringLiteral("3"), QStringLiteral("5") }));
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
    QCOMPARE(scenario.one(QStringLiteral("SELECT count(*) FROM events")), QStringLiteral("30000"));
}

void TestPartitioning::theUsersTriggersWorkOnce()
{
    const QString log = QStringLiteral("CREATE TABLE log (n bigint); CREATE FUNCTION note() RETURNS trigger "
                                       "LANGUAGE plpgsql AS $$BEGIN INSERT "
                                       "INTO log VALUES (NEW.id); RETURN NULL; END$$; CREATE TRIGGER note "
                                       "AFTER INSERT OR UPDATE ON events FOR "
                                       "EACH ROW EXECUTE FUNCTION note(); ");
    Scenario scenario(
        QStringLiteral("CREATE TABLE events (id bigint PRIMARY KEY, region int, value text); ") + log + rows,
        QStringLiteral(
            "CREATE TABLE events (id bigint PRIMARY KEY, region int, value text) PARTITION BY RANGE (id); "
            "CREATE TABLE events_1 PARTITION OF events DEFAULT; ")
            + log,
        {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const QString noted = QStringLiteral("SELECT count(*) FROM log WHERE n >= 100000");
    VERIFY_OK(scenario.run(false));
    QCOMPARE(scenario.one(QStringLiteral("SELECT count(*) FROM log")), QStringLiteral("30000"));
    scenario.exec(QStringLiteral("INSERT INTO events VALUES (100000, 1, 'x')"));
    QCOMPARE(scenario.one(noted), QStringLiteral("1"));
    VERIFY_OK(scenario.rollBack());
    scenario.exec(QStringLiteral("UPDATE events SET value = 'y' WHERE id = 100000"));
    QCOMPARE(scenario.one(noted), QStringLiteral("2"));
    QVERIFY(scenario.isAtStart());
}

void TestPartitioning::deletedAndMovedRowsFollow()
{
    Scenario scenario(
        QStringLiteral("CREATE TABLE events (id bigint PRIMARY KEY, region int NOT NULL, value text); ")
            + rows,
        QStringLiteral(
            "CREATE TABLE events (id bigint, region int NOT NULL, value text, PRIMARY KEY (id, region)) "
            "PARTITION BY LIST (region); CREATE TABLE events_0 PARTITION OF events FOR VALUES IN (0); "
            "CREATE TABLE events_1 PARTITION OF events DEFAULT;"),
        {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const auto stopped = scenario.runIntoBackfill(5000);
    VERIFY_OK(stopped);
    const auto change = [&](int first) {
        scenario.exec(QStringLiteral("DELETE FROM events WHERE id BETWEEN %1 AND %1 + 9").arg(first));
        scenario.exec(
            QStringLiteral("UPDATE events SET region = 2 - region WHERE id BETWEEN %1 + 10 AND %1 + 19")
                .arg(first));
        scenario.exec(
            QStringLiteral("UPDATE events SET id = -id WHERE id BETWEEN %1 + 20 AND %1 + 29").arg(first));
        scenario.exec(
            QStringLiteral("INSERT INTO events VALUES (%1, 0, 'a') ON CONFLICT DO NOTHING").arg(first));
    };
    change(1);
    change(29900);
    const QString before = scenario.one(sums);
    VERIFY_OK(scenario.run(false));
    QCOMPARE(scenario.one(sums), before);
    change(100);
    const QString after = scenario.one(sums);
    QVERIFY(before != after);
    VERIFY_OK(scenario.rollBack());
    QCOMPARE(scenario.one(sums), after);
    QCOMPARE(scenario.fault(), QString());
    QVERIFY(scenario.isAtStart());
}

void TestPartitioning::oldKeyHoldsUntilTheGate()
{
    Scenario scenario(
        QStringLiteral("CREATE TABLE events (id bigint PRIMARY KEY, region int NOT NULL, value text); ")
            + rows,
        QStringLiteral(
            "CREATE TABLE events (id bigint, region int NOT NULL, value text, PRIMARY KEY (id, region)) "
            "PARTITION BY LIST (region); CREATE TABLE events_1 PARTITION OF events DEFAULT;"),
        {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(false));
    scenario.exec(
        QStringLiteral("DO $$BEGIN UPDATE events SET id = 2, region = 77 WHERE id = 3; EXCEPTION WHEN "
                       "unique_violation THEN NULL; END$$"));
    QCOMPARE(scenario.fault(), QString());
    QCOMPARE(scenario.one(QStringLiteral(
                 "SELECT string_agg(id::text, ' ' ORDER BY id) FROM events WHERE id IN (2, 3)")),
             QStringLiteral("2 3"));
    const QString twice = QStringLiteral("INSERT INTO events VALUES (1, 8, 'a')");
    scenario.exec(twice);
    QVERIFY(scenario.fault().contains(QLatin1String("its key holds as well")));
    scenario.exec(QStringLiteral("TRUNCATE events"));
    VERIFY_OK(scenario.rollBack());
    QCOMPARE(scenario.one(QStringLiteral("SELECT count(*) FROM events")), QStringLiteral("0"));
}

void TestPartitioning::saysWhyRowsAreCopiedUnderALock_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("why");
    const auto add = [](const char *name, const char *before, const char *after, const char *why) {
        QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after)
                            << QString::fromUtf8(why);
    };
    add("no key", "CREATE TABLE events (id bigint, r int);",
        "CREATE TABLE events (id bigint, r int) PARTITION BY RANGE (id); CREATE TABLE e PARTITION OF events "
        "DEFAULT;",
        "No key of the old table");
    add("another type", "CREATE TABLE events (id int PRIMARY KEY, r int);",
        "CREATE TABLE events (id bigint PRIMARY KEY, r int) PARTITION BY RANGE (id); CREATE TABLE e "
        "PARTITION "
        "OF events DEFAULT;",
        "The type of column public.events.id changes");
    add("a foreign key to itself", "CREATE TABLE events (id bigint PRIMARY KEY, r bigint REFERENCES events);",
        "CREATE TABLE events (id bigint PRIMARY KEY, r bigint REFERENCES events) PARTITION BY RANGE (id); "
        "CREATE TABLE e PARTITION OF events DEFAULT;",
        "refers to its own table");
    add("row security on its owner",
        "CREATE TABLE events (id bigint PRIMARY KEY, r int); ALTER TABLE events ENABLE ROW LEVEL SECURITY, "
        "FORCE ROW LEVEL SECURITY;",
        "CREATE TABLE events (id bigint PRIMARY KEY, r int) PARTITION BY RANGE (id); CREATE TABLE e "
        "PARTITION "
        "OF events DEFAULT; ALTER TABLE events ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;",
        "Row security is forced");
    add("a materialized view of it",
        "CREATE TABLE events (id bigint PRIMARY KEY, r int); CREATE MATERIALIZED VIEW m AS SELECT id FROM "
        "events;",
        "CREATE TABLE events (id bigint PRIMARY KEY, r int) PARTITION BY RANGE (id); CREATE TABLE e "
        "PARTITION "
        "OF events DEFAULT; CREATE MATERIALIZED VIEW m AS SELECT id FROM events;",
        "filled anew");
    add("from a bigger key",
        "CREATE TABLE events (id bigint, r int, PRIMARY KEY (id, r)) PARTITION BY LIST (r); CREATE TABLE e "
        "PARTITION OF events DEFAULT;",
        "CREATE TABLE events (id bigint PRIMARY KEY, r int);", "No key of the old table");
}

void TestPartitioning::saysWhyRowsAreCopiedUnderALock()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, why);
    Scenario scenario(before
                          + QStringLiteral("INSERT INTO events (id, r) SELECT i, i FROM "
                                           "generate_series(1, 100) i;"),
                      after, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    QStringList reasons;
    for (const plan::Step &step : scenario.plan()->steps) {
        reasons += step.why;
        QCOMPARE(step.loses.size(), 0);
    }
    QVERIFY2(reasons.join(QLatin1Char('\n')).contains(why), qPrintable(reasons.join(QLatin1Char('\n'))));
    const QString all = QStringLiteral("SELECT count(*) || ' ' || sum(id) || ' ' || sum(r) FROM events");
    const QString rowsBefore = scenario.one(all);
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
    QCOMPARE(scenario.one(all), rowsBefore);
    scenario.exec(QStringLiteral("INSERT INTO events (id, r) VALUES (1000, 1)"));
    const QString rowsAfter = scenario.one(all);
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
    QCOMPARE(scenario.one(all), rowsAfter);
}

QTEST_GUILESS_MAIN(TestPartitioning)
#include "tst_partitioning.moc"
