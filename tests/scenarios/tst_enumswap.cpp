#include "scenario.h"
#include "verify.h"

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using execution::RunState;

/// S11: an enum loses labels or has them in another order while an application reads and writes columns of
/// it.
class TestEnumSwap : public QObject
{
    Q_OBJECT

private slots:
    void everyWriteSurvivesThereAndBack_data();
    void everyWriteSurvivesThereAndBack();
    void comesBackFromTheGateWithWhatWasWrittenSince_data();
    void comesBackFromTheGateWithWhatWasWrittenSince();
    void comesBackFromTheMiddleOfTheFilling();
    void countsRowsOfALabelThatGoesFirst();
    void givesRowsTheLabelThatAnIntentSays();
    void saysWhyItIsOneStatement_data();
    void saysWhyItIsOneStatement();
};

namespace {

constexpr int trafficMs = 600;

const QString before = QStringLiteral("'new', 'paid', 'lost'");
const QString after = QStringLiteral("'paid', 'new'");
const QString type = QStringLiteral("CREATE TYPE state AS ENUM (%1); ");
const QString rows = QStringLiteral(
    "INSERT INTO items (id, value, s) SELECT i, i, (ARRAY['new', 'paid'])[mod(i, 2) + 1]::state%1 FROM "
    "generate_series(1, 20000) i; ");
const QString readValue = QStringLiteral("SELECT value FROM items WHERE id = %1");
const QString strange = QStringLiteral(
    "SELECT count(*) FROM items WHERE s::text NOT LIKE '%' || (ARRAY['new', 'paid'])[mod(id, 2) + 1] || '%'");

/// Each row's label follows from its key, whoever writes it.
Release release(bool isArray)
{
    const QString label = isArray ? QStringLiteral("ARRAY[(ARRAY['new', 'paid'])[mod(%1, 2) + 1]]::state[]")
                                  : QStringLiteral("(ARRAY['new', 'paid'])[mod(%1, 2) + 1]::state");
    return { QStringLiteral("the"),
             QStringLiteral("INSERT INTO items (id, value, s) VALUES (%1, %2, ") + label + QLatin1Char(')'),
             QStringLiteral("UPDATE items SET value = %2, s = ") + label + QStringLiteral(" WHERE id = %1"),
             readValue };
}

void swaps()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    const auto add = [](const char *name, const QString &from, const QString &to, const char *table,
                        const char *rest = "") {
        const QString form = QString::fromUtf8(table);
        const bool isArray = form.contains(QLatin1String("state[]"));
        const QString filled =
            isArray ? QStringLiteral("INSERT INTO items (id, value, s) SELECT i, i, ARRAY[(ARRAY['new', "
                                     "'paid'])[mod(i, 2) + 1]]::state[] FROM generate_series(1, 20000) i; ")
                    : rows.arg(QString());
        QTest::newRow(name) << type.arg(from) + form + filled + QString::fromUtf8(rest)
                            << type.arg(to) + form + QString::fromUtf8(rest);
    };
    const char *plain = "CREATE TABLE items (id bigint PRIMARY KEY, value text, s state); ";
    add("a label goes and others change places", before, after, plain);
    add("labels change places", QStringLiteral("'new', 'paid'"), QStringLiteral("'paid', 'new'"), plain);
    add("a label goes and another comes", before, QStringLiteral("'new', 'sent', 'paid'"), plain);
    add("a default, NOT NULL, indexes, a check, a view, a policy, privileges and comments", before, after,
        "CREATE TABLE items (id bigint PRIMARY KEY, value text, s state NOT NULL DEFAULT 'new' CONSTRAINT "
        "known "
        "CHECK (s IN ('new', 'paid'))); ",
        "CREATE INDEX items_s ON items (s); CREATE INDEX items_new ON items (id) WHERE s = 'new'; CREATE "
        "UNIQUE "
        "INDEX items_both ON items (s, id); CREATE VIEW seen AS SELECT id FROM items WHERE s = 'paid'; "
        "CREATE "
        "POLICY p ON items USING (s <> 'paid'); GRANT SELECT (s) ON items TO PUBLIC; COMMENT ON COLUMN "
        "items.s IS "
        "'said'; COMMENT ON TYPE state IS 'of an item'; COMMENT ON INDEX items_new IS 'small'; GRANT USAGE "
        "ON "
        "TYPE state TO PUBLIC;");
    add("functions with arguments and variables of it", before, after, plain,
        "CREATE FUNCTION is_new(x state) RETURNS boolean LANGUAGE sql AS $$ SELECT x = 'new' $$; CREATE "
        "FUNCTION "
        "tidy() RETURNS trigger LANGUAGE plpgsql AS $$DECLARE mine state := NEW.s; BEGIN NEW.s := mine; "
        "RETURN "
        "NEW; END$$; CREATE TRIGGER tidy BEFORE INSERT OR UPDATE ON items FOR EACH ROW EXECUTE FUNCTION "
        "tidy();");
    add("an array", before, after, "CREATE TABLE items (id bigint PRIMARY KEY, value text, s state[]); ");
    add("two columns of a table and a check of both", before, after,
        "CREATE TABLE items (id bigint PRIMARY KEY, value text, s state, t state DEFAULT 'new', CHECK (s <> "
        "t OR "
        "t <> 'paid' OR id > 0)); ");
    add("columns of two tables, one of them in a key", before, after,
        "CREATE TABLE items (id bigint, value text, s state, PRIMARY KEY (id, s)); CREATE TABLE others (id "
        "bigint "
        "PRIMARY KEY, s state DEFAULT 'paid'); INSERT INTO others SELECT generate_series(1, 1000); ");
}

} // namespace

void TestEnumSwap::everyWriteSurvivesThereAndBack_data()
{
    swaps();
}

void TestEnumSwap::everyWriteSurvivesThereAndBack()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    Scenario scenario(current, target, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const Release app = release(current.contains(QLatin1String("state[]")));
    scenario.deploy(app);
    const auto atGate = scenario.run(false);
    VERIFY_OK(atGate);
    QCOMPARE(atGate->state, RunState::WaitingGate);
    QVERIFY(scenario.statements().join(QLatin1Char('\n')).contains(QLatin1String("RENAME COLUMN")));
    QTest::qWait(trafficMs);
    QCOMPARE(scenario.one(strange), QStringLiteral("0"));
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
    QCOMPARE(scenario.lost(readValue), QStringList());
    QCOMPARE(scenario.one(strange), QStringLiteral("0"));
    QVERIFY(scenario.isAtStart());
}

void TestEnumSwap::comesBackFromTheGateWithWhatWasWrittenSince_data()
{
    swaps();
}

void TestEnumSwap::comesBackFromTheGateWithWhatWasWrittenSince()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    Scenario scenario(current, target, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const Release app = release(current.contains(QLatin1String("state[]")));
    VERIFY_OK(scenario.run(false));
    scenario.deploy(app);
    QTest::qWait(trafficMs);
    VERIFY_OK(scenario.rollBack());
    scenario.retire(app);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QVERIFY(scenario.traffic().written.size() > 50);
    QCOMPARE(scenario.lost(readValue), QStringList());
    QCOMPARE(scenario.one(strange), QStringLiteral("0"));
    QVERIFY(scenario.isAtStart());
}

void TestEnumSwap::comesBackFromTheMiddleOfTheFilling()
{
    const QString table = QStringLiteral("CREATE TABLE items (id bigint PRIMARY KEY, value text, s state); ");
    Scenario scenario(type.arg(before) + table + rows.arg(QString()), type.arg(after) + table, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    scenario.deploy(release(false));
    const auto stopped = scenario.runIntoBackfill(5000);
    VERIFY_OK(stopped);
    QCOMPARE(stopped->state, RunState::Stopped);
    VERIFY_OK(scenario.rollBack());
    scenario.retire(release(false));
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QCOMPARE(scenario.lost(readValue), QStringList());
    QVERIFY(scenario.isAtStart());
}

void TestEnumSwap::countsRowsOfALabelThatGoesFirst()
{
    const QString table = QStringLiteral("CREATE TABLE items (id bigint PRIMARY KEY, value text, s state); ");
    Scenario scenario(type.arg(before) + table + rows.arg(QString())
                          + QStringLiteral("UPDATE items SET s = 'lost' WHERE id < 8"),
                      type.arg(after) + table, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const auto failed = scenario.run(false);
    QVERIFY(!failed.has_value() || failed->state == RunState::Failed);
    const plan::Step &step = scenario.plan()->steps.at(1);
    QCOMPARE(scenario.one(step.verify.first().sql), QStringLiteral("7"));
    QVERIFY2(step.why.contains(QLatin1String("Rows that hold 'lost' have to get another label")),
             qPrintable(step.why));
    QCOMPARE(scenario.one(QStringLiteral("SELECT count(*) FROM pg_attribute WHERE attrelid = "
                                         "'items'::regclass AND attnum > 0")),
             QStringLiteral("3"));
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
}

void TestEnumSwap::givesRowsTheLabelThatAnIntentSays()
{
    const QString table = QStringLiteral("CREATE TABLE items (id bigint PRIMARY KEY, value text, s state); ");
    Scenario scenario(
        type.arg(before) + table + rows.arg(QString())
            + QStringLiteral("UPDATE items SET s = 'lost' WHERE id < 8"),
        type.arg(after) + table,
        "{\"conversions\": [{\"column\": \"public.items.s\", \"using\": \"CASE s WHEN 'lost' THEN "
        "'new' ELSE s END\", \"back\": \"s\"}]}");
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.runToLastGate());
    const QString labels =
        QStringLiteral("SELECT string_agg(s::text, ',' ORDER BY id) FROM items WHERE id IN "
                       "(6, 7, 9)");
    QCOMPARE(scenario.one(labels), QStringLiteral("new,new,paid"));
    scenario.exec(QStringLiteral("UPDATE items SET s = 'paid' WHERE id = 6"));
    VERIFY_OK(scenario.rollBack());
    QCOMPARE(scenario.one(labels), QStringLiteral("paid,lost,paid"));
    QVERIFY(scenario.isAtStart());
}

void TestEnumSwap::saysWhyItIsOneStatement_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("why");
    const auto add = [](const char *name, const char *table, const char *why) {
        QTest::newRow(name) << QString::fromUtf8(table) << QString::fromUtf8(why);
    };
    add("a domain of it", "CREATE DOMAIN known AS state; CREATE TABLE items (id int, s state, k known);",
        "only enums are converted");
    add("an index over a function of it",
        "CREATE FUNCTION rank(x state) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT 1 $$; CREATE TABLE "
        "items "
        "(id int, s state); CREATE INDEX items_rank ON items (rank(s));",
        "changes at the same time");
}

void TestEnumSwap::saysWhyItIsOneStatement()
{
    QFETCH(QString, table);
    QFETCH(QString, why);
    Scenario scenario(type.arg(before) + table, type.arg(after) + table, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    QStringList reasons;
    for (const plan::Step &step : scenario.plan()->steps)
        reasons += step.why;
    QVERIFY2(reasons.join(QLatin1Char('\n')).contains(why), qPrintable(reasons.join(QLatin1Char('\n'))));
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
}

QTEST_GUILESS_MAIN(TestEnumSwap)
#include "tst_enumswap.moc"
