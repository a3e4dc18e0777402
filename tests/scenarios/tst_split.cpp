#include "scenario.h"
#include "splits.h"
#include "verify.h"

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using execution::RunState;

/// S6 and the first half of S12: columns take the place of others while a release that knows the ones and
/// a release that knows the others are at work.
class TestSplit : public QObject
{
    Q_OBJECT

private slots:
    void bothReleasesWorkUntilTheGate_data();
    void bothReleasesWorkUntilTheGate();
    void comesBackFromTheGateWithWhatTheNewReleaseWrote_data();
    void comesBackFromTheGateWithWhatTheNewReleaseWrote();
    void comesBackFromTheMiddleOfTheFilling();
    void namesOfAllKindsSurvive();
    void whoWritesDecidesTheDirection();
    void newReleaseMayGiveNoValue();
    void usersTriggersSeeWhatNewReleasesWrite();
    void rowsThatCannotBeSplitStopThePlanFirst();
    void happensAtOnceWhereNobodyWrites_data();
    void happensAtOnceWhereNobodyWrites();
    void whatIsOnTheOldColumnStaysUntilTheGate();
};

namespace {

constexpr int trafficMs = 500;

const QString contactRows =
    QStringLiteral("INSERT INTO contacts SELECT i, 'Ann ' || i FROM generate_series(1, 20000) i;");

/// One set of columns as a release writes and reads it.
Release releaseOf(const QString &name, const QString &columns, const QString &values, const QString &read)
{
    return { name,
             QStringLiteral("INSERT INTO contacts (id, ") + columns + QStringLiteral(") VALUES (%1, ")
                 + values + QStringLiteral(")"),
             QStringLiteral("UPDATE contacts SET (id, ") + columns + QStringLiteral(") = ROW(%1, ") + values
                 + QStringLiteral(") WHERE id = %1"),
             QStringLiteral("SELECT ") + read + QStringLiteral(" FROM contacts WHERE id = %1") };
}

struct Case
{
    QString current;
    QString target;
    QByteArray intents;
    Release old;
    Release fresh;
    QString disagreeing; ///< A condition.
};

Case caseOf(const QString &name)
{
    if (name == QLatin1String("split")) {
        return { fullName.arg(QStringLiteral(" NOT NULL")) + contactRows,
                 bothNames.arg(QStringLiteral(" NOT NULL")),
                 splitName,
                 releaseOf(QStringLiteral("old"), QStringLiteral("full_name"), QStringLiteral("'Bob ' || %2"),
                           QStringLiteral("substr(full_name, 5)")),
                 releaseOf(QStringLiteral("new"), QStringLiteral("first_name, last_name"),
                           QStringLiteral("'Eve', %2"), QStringLiteral("last_name")),
                 QStringLiteral("full_name IS DISTINCT FROM concat_ws(' ', first_name, last_name)") };
    }
    if (name == QLatin1String("merge to jsonb")) {
        return {
            QStringLiteral("CREATE TABLE contacts (id bigint PRIMARY KEY, street text, number int NOT NULL "
                           "DEFAULT 1); INSERT INTO contacts SELECT i, 'S' || i, i FROM generate_series(1, "
                           "20000) i;"),
            QStringLiteral("CREATE TABLE contacts (id bigint PRIMARY KEY, address jsonb NOT NULL); CREATE "
                           "INDEX ON contacts ((address->>'street'));"),
            R"json({"merges": [{"from": ["public.contacts.street", "public.contacts.number"],
                     "to": "public.contacts.address",
                     "expression": "jsonb_build_object('street', street, 'number', number)",
                     "back": {"street": "address->>'street'", "number": "(address->>'number')::int"}}]})json",
            releaseOf(QStringLiteral("old"), QStringLiteral("street, number"), QStringLiteral("%2, 7"),
                      QStringLiteral("street")),
            releaseOf(QStringLiteral("new"), QStringLiteral("address"),
                      QStringLiteral("jsonb_build_object('street', %2, 'number', 9)"),
                      QStringLiteral("address->>'street'")),
            QStringLiteral("address IS DISTINCT FROM jsonb_build_object('street', street, 'number', "
                           "number)")
        };
    }
    return {
        QStringLiteral("CREATE TABLE contacts (id bigint PRIMARY KEY, address jsonb NOT NULL); INSERT INTO "
                       "contacts SELECT i, jsonb_build_object('street', 'S' || i, 'number', i) FROM "
                       "generate_series(1, 20000) i;"),
        QStringLiteral("CREATE TABLE contacts (id bigint PRIMARY KEY, street text, number int NOT NULL "
                       "DEFAULT 1);"),
        R"json({"splits": [{"from": "public.contacts.address",
                 "to": {"street": "address->>'street'", "number": "(address->>'number')::int"},
                 "back": "jsonb_build_object('street', street, 'number', number)"}]})json",
        releaseOf(QStringLiteral("old"), QStringLiteral("address"),
                  QStringLiteral("jsonb_build_object('street', %2, 'number', 9)"),
                  QStringLiteral("address->>'street'")),
        releaseOf(QStringLiteral("new"), QStringLiteral("street, number"), QStringLiteral("%2, 7"),
                  QStringLiteral("street")),
        QStringLiteral("address IS DISTINCT FROM jsonb_build_object('street', street, 'number', number)")
    };
}

void cases()
{
    QTest::addColumn<QString>("name");
    for (const char *name : { "split", "merge to jsonb", "split of jsonb" })
        QTest::newRow(name) << QString::fromUtf8(name);
}

QString disagreements(const Scenario &scenario, const Case &one)
{
    return scenario.one(QStringLiteral("SELECT count(*) FROM contacts WHERE ") + one.disagreeing);
}

} // namespace

void TestSplit::bothReleasesWorkUntilTheGate_data()
{
    cases();
}

void TestSplit::bothReleasesWorkUntilTheGate()
{
    QFETCH(QString, name);
    const Case one = caseOf(name);
    Scenario scenario(one.current, one.target, one.intents);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    scenario.deploy(one.old);
    const auto atGate = scenario.run(false);
    VERIFY_OK(atGate);
    QCOMPARE(atGate->state, RunState::WaitingGate);
    QCOMPARE(disagreements(scenario, one), QStringLiteral("0"));
    scenario.deploy(one.fresh);
    QTest::qWait(trafficMs);
    QCOMPARE(disagreements(scenario, one), QStringLiteral("0"));
    scenario.retire(one.old);
    const auto done = scenario.run(true);
    VERIFY_OK(done);
    QCOMPARE(done->state, RunState::Done);
    QTest::qWait(trafficMs / 2);
    scenario.retire(one.fresh);
    qInfo("longest wait %.0f ms in %lld statements", scenario.traffic().longestMs,
          scenario.traffic().statements);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QVERIFY(scenario.traffic().written.size() > 100);
    QCOMPARE(scenario.lost(one.fresh.read), QStringList());
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
    QCOMPARE(scenario.lost(one.old.read), QStringList());
}

void TestSplit::comesBackFromTheGateWithWhatTheNewReleaseWrote_data()
{
    cases();
}

void TestSplit::comesBackFromTheGateWithWhatTheNewReleaseWrote()
{
    QFETCH(QString, name);
    const Case one = caseOf(name);
    Scenario scenario(one.current, one.target, one.intents);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(false));
    scenario.deploy(one.old);
    scenario.deploy(one.fresh);
    QTest::qWait(trafficMs);
    scenario.retire(one.fresh);
    VERIFY_OK(scenario.rollBack());
    scenario.retire(one.old);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QVERIFY(scenario.traffic().written.size() > 100);
    QCOMPARE(scenario.lost(one.old.read), QStringList());
    QVERIFY(scenario.isAtStart());
}

void TestSplit::comesBackFromTheMiddleOfTheFilling()
{
    const Case one = caseOf(QStringLiteral("split"));
    Scenario scenario(one.current, one.target, one.intents);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    scenario.deploy(one.old);
    const auto stopped = scenario.runIntoBackfill(3000);
    VERIFY_OK(stopped);
    QCOMPARE(stopped->state, RunState::Stopped);
    QVERIFY(scenario.one(QStringLiteral("SELECT count(*) FROM contacts WHERE first_name IS NULL")).toInt()
            > 1000);
    VERIFY_OK(scenario.rollBack());
    scenario.retire(one.old);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QCOMPARE(scenario.lost(one.old.read), QStringList());
    QVERIFY(scenario.isAtStart());
}

void TestSplit::namesOfAllKindsSurvive()
{
    Scenario scenario(
        fullName.arg(QString())
            + QStringLiteral(
                "INSERT INTO contacts VALUES (1, NULL), (2, ''), (3, 'Cher'), (4, "
                "'\u0141ucja \u017b\u00f3\u0142\u0107'), (5, '\u738b \u5c0f\u660e'), "
                "(6, 'Ana Mar\u00eda L\u00f3pez'), (7, ' lead'), (8, 'two  blanks'), (9, 'trail '), "
                "(10, '\U0001f600 smile');"),
        bothNames.arg(QString()), splitName);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
    const QString split =
        QStringLiteral("SELECT coalesce(first_name, '-') || '|' || coalesce(last_name, '-') "
                       "FROM contacts WHERE id = %1");
    const QStringList wanted{ QStringLiteral("-|-"),
                              QStringLiteral("|-"),
                              QStringLiteral("Cher|-"),
                              QStringLiteral("\u0141ucja|\u017b\u00f3\u0142\u0107"),
                              QStringLiteral("\u738b|\u5c0f\u660e"),
                              QStringLiteral("Ana|Mar\u00eda L\u00f3pez"),
                              QStringLiteral("|lead"),
                              QStringLiteral("two| blanks"),
                              QStringLiteral("trail|-"),
                              QStringLiteral("\U0001f600|smile") };
    for (int id = 1; id <= wanted.size(); ++id)
        QCOMPARE(scenario.one(split.arg(id)), wanted[id - 1]);
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
    const QString whole = QStringLiteral("SELECT '[' || full_name || ']' FROM contacts WHERE id = %1");
    QCOMPARE(scenario.one(whole.arg(8)), QStringLiteral("[two  blanks]"));
    QCOMPARE(scenario.one(whole.arg(5)), QStringLiteral("[\u738b \u5c0f\u660e]"));
    QCOMPARE(scenario.one(whole.arg(9)), QStringLiteral("[trail]")); // As the plan says, "back" decides.
}

void TestSplit::whoWritesDecidesTheDirection()
{
    Scenario scenario(fullName.arg(QString()) + QStringLiteral("INSERT INTO contacts VALUES (1, 'A B');"),
                      bothNames.arg(QString()), splitName);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(false));
    const auto row = [&](int id) {
        return scenario.one(QStringLiteral("SELECT concat_ws('|', full_name, first_name, last_name) FROM "
                                           "contacts WHERE id = %1")
                                .arg(id));
    };
    // What the new release writes is not split again, though the expressions would do it otherwise.
    scenario.exec(QStringLiteral("UPDATE contacts SET first_name = 'Ana Maria' WHERE id = 1"));
    QCOMPARE(row(1), QStringLiteral("Ana Maria B|Ana Maria|B"));
    scenario.exec(QStringLiteral("UPDATE contacts SET id = 2 WHERE id = 1"));
    QCOMPARE(row(2), QStringLiteral("Ana Maria B|Ana Maria|B"));
    scenario.exec(QStringLiteral("UPDATE contacts SET full_name = 'C D' WHERE id = 2"));
    QCOMPARE(row(2), QStringLiteral("C D|C|D"));
    scenario.exec(QStringLiteral("UPDATE contacts SET full_name = 'E F', first_name = 'G' WHERE id = 2"));
    QCOMPARE(row(2), QStringLiteral("G D|G|D"));
    scenario.exec(QStringLiteral("INSERT INTO contacts (id, full_name) VALUES (3, 'H I')"));
    QCOMPARE(row(3), QStringLiteral("H I|H|I"));
    scenario.exec(QStringLiteral("INSERT INTO contacts (id, last_name) VALUES (4, 'J')"));
    QCOMPARE(row(4), QStringLiteral("J|J"));
    scenario.exec(QStringLiteral("INSERT INTO contacts (id) VALUES (5)"));
    QCOMPARE(row(5), QString());
    scenario.exec(QStringLiteral("UPDATE contacts SET full_name = NULL WHERE id = 2"));
    QCOMPARE(row(2), QString());
    QCOMPARE(scenario.fault(), QString());
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
}

/// The old column needs a value, the new ones do not: who leaves it out is the new release.
void TestSplit::newReleaseMayGiveNoValue()
{
    Scenario scenario(fullName.arg(QStringLiteral(" NOT NULL"))
                          + QStringLiteral("INSERT INTO contacts VALUES (1, 'A B');"),
                      bothNames.arg(QString()), splitName);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(false));
    scenario.exec(QStringLiteral("INSERT INTO contacts (id) VALUES (2)"));
    QCOMPARE(
        scenario.one(QStringLiteral("SELECT concat(full_name, '|', first_name IS NULL) FROM contacts WHERE "
                                    "id = 2")),
        QStringLiteral("|t"));
    QCOMPARE(scenario.fault(), QString());
    VERIFY_OK(scenario.run(true));
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
}

void TestSplit::usersTriggersSeeWhatNewReleasesWrite()
{
    const QString trigger =
        QStringLiteral("CREATE FUNCTION tidy() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN IF "
                       "NEW.full_name IS NULL THEN RAISE "
                       "'no name'; END IF; NEW.full_name := upper(NEW.full_name); RETURN NEW; END$$;");
    const QString fires =
        QStringLiteral("CREATE TRIGGER tidy BEFORE INSERT OR UPDATE ON contacts FOR EACH ROW "
                       "EXECUTE FUNCTION tidy();");
    Scenario scenario(fullName.arg(QString()) + QStringLiteral("INSERT INTO contacts VALUES (1, 'A B');")
                          + trigger + fires,
                      bothNames.arg(QString()) + trigger, splitName);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    for (const plan::Step &step : scenario.plan()->steps)
        QVERIFY2(step.kind != plan::StepKind::Verify || step.phase != plan::Phase::Contract,
                 qPrintable(step.title));
    VERIFY_OK(scenario.run(false));
    scenario.exec(QStringLiteral("INSERT INTO contacts (id, full_name) VALUES (2, 'c d')"));
    scenario.exec(QStringLiteral("INSERT INTO contacts (id, first_name, last_name) VALUES (3, 'e', 'f')"));
    QCOMPARE(scenario.fault(), QString());
    QCOMPARE(
        scenario.one(QStringLiteral("SELECT string_agg(concat_ws('|', full_name, first_name, last_name), "
                                    "',' ORDER BY id) FROM contacts")),
        QStringLiteral("A B|A|B,C D|C|D,E F|e|f"));
}

void TestSplit::rowsThatCannotBeSplitStopThePlanFirst()
{
    Scenario scenario(
        QStringLiteral(
            "CREATE TABLE contacts (id int PRIMARY KEY, day text); INSERT INTO contacts VALUES (1, "
            "'7-8'), (2, '9-none');"),
        QStringLiteral("CREATE TABLE contacts (id int PRIMARY KEY, d int, m int);"),
        R"json({"splits": [{"from": "public.contacts.day", "to": {"d": "split_part(day, '-', 1)::int",
            "m": "split_part(day, '-', 2)::int"}, "back": "concat_ws('-', d, m)"}]})json");
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const auto run = scenario.run(true);
    QVERIFY(!run.has_value() || run->state != RunState::Done);
    QCOMPARE(scenario.one(QStringLiteral("SELECT count(*) FROM pg_catalog.pg_attribute WHERE attrelid = "
                                         "'contacts'::regclass AND attnum > 0")),
             QStringLiteral("2"));
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
}

void TestSplit::happensAtOnceWhereNobodyWrites_data()
{
    QTest::addColumn<QString>("child");
    QTest::addColumn<bool>("isWindow");
    QTest::newRow("in a window") << QString() << true;
    QTest::newRow("where tables inherit the columns")
        << QStringLiteral("CREATE TABLE friends () INHERITS (contacts);") << false;
}

void TestSplit::happensAtOnceWhereNobodyWrites()
{
    QFETCH(QString, child);
    QFETCH(bool, isWindow);
    const Case one = caseOf(QStringLiteral("split"));
    Scenario scenario(one.current + child, one.target + child, one.intents,
                      isWindow ? plan::Policy::Window : plan::Policy::ZeroDowntime);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    QVERIFY(!scenario.statements().join(QLatin1Char('\n')).contains(QLatin1String("TRIGGER")));
    if (!isWindow)
        QVERIFY(scenario.plan()->steps[1].why.contains(QStringLiteral("Tables inherit the column")));
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
    QCOMPARE(scenario.one(QStringLiteral("SELECT last_name FROM contacts WHERE id = 77")),
             QStringLiteral("77"));
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
    QCOMPARE(scenario.one(QStringLiteral("SELECT full_name FROM contacts WHERE id = 77")),
             QStringLiteral("Ann 77"));
}

void TestSplit::whatIsOnTheOldColumnStaysUntilTheGate()
{
    Scenario scenario(
        fullName.arg(QStringLiteral(" NOT NULL DEFAULT 'x y' CHECK (full_name <> '')"))
            + QStringLiteral("CREATE INDEX by_name ON contacts (full_name); COMMENT ON COLUMN "
                             "contacts.full_name IS 'c'; GRANT SELECT (full_name) ON contacts TO PUBLIC;")
            + contactRows,
        bothNames.arg(QStringLiteral(" NOT NULL DEFAULT 'n' CHECK (first_name <> '')"))
            + QStringLiteral(
                "CREATE INDEX by_last ON contacts (last_name); CREATE UNIQUE INDEX u ON contacts "
                "(last_name, id);"),
        splitName);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(false));
    QCOMPARE(scenario.one(QStringLiteral("SELECT count(*) FROM pg_catalog.pg_index WHERE indrelid = "
                                         "'contacts'::regclass AND indisvalid")),
             QStringLiteral("4"));
    QCOMPARE(scenario.one(QStringLiteral("SELECT count(*) FROM pg_catalog.pg_constraint WHERE conrelid = "
                                         "'contacts'::regclass AND contype = 'c' AND convalidated")),
             QStringLiteral("2"));
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
    QCOMPARE(scenario.one(QStringLiteral("SELECT full_name FROM contacts WHERE id = 77")),
             QStringLiteral("Ann 77"));
}

QTEST_GUILESS_MAIN(TestSplit)
#include "tst_split.moc"
