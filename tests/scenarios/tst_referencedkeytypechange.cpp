#include "scenario.h"
#include "verify.h"

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using execution::RunState;

/// S7: a key that foreign keys refer to changes its type while an application reads and writes all of it.
class TestReferencedKeyTypeChange : public QObject
{
    Q_OBJECT

private slots:
    void noRowIsUnguardedThereAndBack_data();
    void noRowIsUnguardedThereAndBack();
    void comesBackFromTheGateWithWhatWasWrittenSince_data();
    void comesBackFromTheGateWithWhatWasWrittenSince();
    void comesBackFromBehindEveryStep_data();
    void comesBackFromBehindEveryStep();
    void saysWhyItIsOneStatement_data();
    void saysWhyItIsOneStatement();
};

namespace {

constexpr int trafficMs = 600;

/// A row and one that refers to it, in one statement.
Release release(const char *name)
{
    return { QString::fromUtf8(name),
             QStringLiteral("WITH made AS (INSERT INTO items (ref, value) VALUES (%1, %2) RETURNING id) "
                            "INSERT INTO first (item) SELECT id FROM made"),
             QStringLiteral("UPDATE items SET value = %2 WHERE ref = %1"),
             QStringLiteral("SELECT i.value FROM items i JOIN first f ON f.item = i.id WHERE i.ref = %1") };
}
const Release oldRelease = release("old");
const Release newRelease = release("new");
/// Tries what the foreign key has to refuse.
const Release intruder{ QStringLiteral("intruder"), QStringLiteral("SELECT probe(%1, %2)"),
                        QStringLiteral("SELECT probe(%1, %2)"),
                        QStringLiteral("SELECT value FROM probes WHERE key = %1") };

const char *const probe = R"(
CREATE TABLE probes (key bigint PRIMARY KEY, value text);
CREATE FUNCTION probe(k bigint, v text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  BEGIN
    INSERT INTO first (item) VALUES (-1);
    RAISE EXCEPTION 'A row refers to nothing.';
  EXCEPTION WHEN foreign_key_violation THEN NULL;
  END;
  BEGIN
    DELETE FROM items WHERE ref = 200;
    RAISE EXCEPTION 'A row went that another one refers to.';
  EXCEPTION WHEN foreign_key_violation THEN NULL;
  END;
  INSERT INTO probes VALUES (k, v) ON CONFLICT (key) DO UPDATE SET value = v;
END $$;
)";

QString rows(int count)
{
    return QStringLiteral("INSERT INTO items (ref, value) SELECT i, i FROM generate_series(1, %1) i; "
                          "INSERT INTO first (item) SELECT id FROM items;")
        .arg(count);
}

/// %1 is the type of the key, %2 that of what refers to it, %3 what numbers the key.
void references(const QStringList &only = {})
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<bool>("follows");
    QTest::addColumn<bool>("isIdentity");
    const auto add = [&](const char *name, const char *schema, bool follows, bool isIdentity = false) {
        if (only.isEmpty() || only.contains(QString::fromUtf8(name)))
            QTest::newRow(name) << QString::fromUtf8(schema) + QString::fromUtf8(probe) << follows
                                << isIdentity;
    };
    const char *one =
        "CREATE TABLE items (id %1 PRIMARY KEY, ref bigint, value text); CREATE INDEX items_ref ON "
        "items (ref); CREATE TABLE first (id serial PRIMARY KEY, item %2 NOT NULL REFERENCES "
        "items); CREATE INDEX first_item ON first (item); COMMENT ON CONSTRAINT first_item_fkey ON "
        "first IS 'guards'; ";
    const QByteArray three =
        QByteArray(one)
        + "CREATE TABLE another (item %2 REFERENCES items ON DELETE CASCADE ON UPDATE CASCADE, more int); "
          "CREATE "
          "TABLE zeroth (item %2, CONSTRAINT to_items FOREIGN KEY (item) REFERENCES items (id) ON DELETE SET "
          "NULL "
          "DEFERRABLE INITIALLY DEFERRED); INSERT INTO another SELECT NULL FROM generate_series(1, 1000); ";
    const QByteArray view = three
                            + "CREATE VIEW seen AS SELECT i.id, f.item FROM items i JOIN first f ON f.item = "
                              "i.id; CREATE UNIQUE INDEX items_pair ON items (id, ref); ";
    add("one that stays as it is", one, false);
    add("one that changes, too", one, true);
    add("three that stay as they are", three.constData(), false, true);
    add("three that change, too", three.constData(), true, true);
    add("three that change, too, and a view over both sides", view.constData(), true);
    add("one within the table",
        "CREATE TABLE items (id %1 PRIMARY KEY, ref bigint, value text, above %2 REFERENCES items); CREATE "
        "INDEX "
        "items_ref ON items (ref); CREATE TABLE first (item %2 NOT NULL REFERENCES items); CREATE INDEX "
        "first_item "
        "ON first (item); ",
        true);
    add("one within the table that stays as it is",
        "CREATE TABLE items (id %1 PRIMARY KEY, ref bigint, value text, above %2 REFERENCES items); CREATE "
        "INDEX "
        "items_ref ON items (ref); CREATE TABLE first (item %2 NOT NULL REFERENCES items); CREATE INDEX "
        "first_item "
        "ON first (item); ",
        false);
    add("a key that is one itself",
        "CREATE TABLE items (id %1 PRIMARY KEY, ref bigint, value text); CREATE INDEX items_ref ON items "
        "(ref); "
        "CREATE TABLE first (item %2 PRIMARY KEY REFERENCES items); CREATE TABLE second (item %2 REFERENCES "
        "first); ",
        true);
    add("a key of two columns",
        "CREATE TABLE items (id %1, ref bigint, value text, part %2 DEFAULT 1 NOT NULL, PRIMARY KEY (id, "
        "part)); "
        "CREATE INDEX items_ref ON items (ref); CREATE TABLE first (item %2 NOT NULL, part %2 DEFAULT 1 NOT "
        "NULL, "
        "CONSTRAINT to_items FOREIGN KEY (item, part) REFERENCES items (id, part)); CREATE INDEX first_item "
        "ON "
        "first (item); ",
        true);
}

QString currentSchema(const QString &schema, bool isIdentity)
{
    return schema.arg(isIdentity ? QStringLiteral("integer GENERATED BY DEFAULT AS IDENTITY")
                                 : QStringLiteral("serial"),
                      QStringLiteral("integer"));
}

QString targetSchema(const QString &schema, bool follows, bool isIdentity)
{
    return schema.arg(isIdentity ? QStringLiteral("bigint GENERATED BY DEFAULT AS IDENTITY")
                                 : QStringLiteral("bigserial"),
                      follows ? QStringLiteral("bigint") : QStringLiteral("integer"));
}

/// The forms that differ in what the way back has to do.
const QStringList differentWaysBack{ QStringLiteral("three that stay as they are"),
                                     QStringLiteral("three that change, too, and a view over both sides"),
                                     QStringLiteral("one within the table"),
                                     QStringLiteral("a key that is one itself") };

const QString notValid = QStringLiteral("SELECT count(*) FROM pg_constraint WHERE NOT convalidated");

} // namespace

void TestReferencedKeyTypeChange::noRowIsUnguardedThereAndBack_data()
{
    references();
}

void TestReferencedKeyTypeChange::noRowIsUnguardedThereAndBack()
{
    QFETCH(QString, schema);
    QFETCH(bool, follows);
    QFETCH(bool, isIdentity);
    Scenario scenario(currentSchema(schema, isIdentity) + rows(4000),
                      targetSchema(schema, follows, isIdentity), {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    QVERIFY(scenario.statements().join(QLatin1Char('\n')).contains(QLatin1String("RENAME COLUMN id")));
    scenario.deploy(oldRelease);
    scenario.deploy(intruder);
    const auto atGate = scenario.run(false);
    VERIFY_OK(atGate);
    QCOMPARE(atGate->state, RunState::WaitingGate);
    scenario.deploy(newRelease);
    QTest::qWait(trafficMs);
    scenario.retire(oldRelease);
    const auto done = scenario.run(true);
    VERIFY_OK(done);
    QCOMPARE(done->state, RunState::Done);
    QTest::qWait(trafficMs / 2);
    scenario.retire(newRelease);
    qInfo("longest wait %.0f ms in %lld statements", scenario.traffic().longestMs,
          scenario.traffic().statements);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QVERIFY(scenario.traffic().written.size() > 50);
    QCOMPARE(scenario.lost(newRelease.read), QStringList());
    QVERIFY(scenario.isAtTarget());
    QCOMPARE(scenario.one(notValid), QStringLiteral("0"));
    VERIFY_OK(scenario.rollBack());
    scenario.retire(intruder);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QVERIFY(scenario.isAtStart());
    QCOMPARE(scenario.one(notValid), QStringLiteral("0"));
}

void TestReferencedKeyTypeChange::comesBackFromTheGateWithWhatWasWrittenSince_data()
{
    references(differentWaysBack);
}

void TestReferencedKeyTypeChange::comesBackFromTheGateWithWhatWasWrittenSince()
{
    QFETCH(QString, schema);
    QFETCH(bool, follows);
    QFETCH(bool, isIdentity);
    Scenario scenario(currentSchema(schema, isIdentity) + rows(5000),
                      targetSchema(schema, follows, isIdentity), {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(false));
    scenario.deploy(oldRelease);
    scenario.deploy(newRelease);
    scenario.deploy(intruder);
    QTest::qWait(trafficMs);
    VERIFY_OK(scenario.rollBack());
    scenario.retire(oldRelease);
    scenario.retire(newRelease);
    scenario.retire(intruder);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QVERIFY(scenario.traffic().written.size() > 50);
    for (auto it = scenario.traffic().written.cbegin(); it != scenario.traffic().written.cend(); ++it)
        QVERIFY(it.value().toLongLong() > 0);
    QVERIFY(scenario.isAtStart());
    QCOMPARE(scenario.one(notValid), QStringLiteral("0"));
}

void TestReferencedKeyTypeChange::comesBackFromBehindEveryStep_data()
{
    references(differentWaysBack);
}

void TestReferencedKeyTypeChange::comesBackFromBehindEveryStep()
{
    QFETCH(QString, schema);
    QFETCH(bool, follows);
    QFETCH(bool, isIdentity);
    const QString current = currentSchema(schema, isIdentity) + rows(50);
    const QString target = targetSchema(schema, follows, isIdentity);
    // Each time from where the way back of the one before ended, which is where it began.
    Scenario scenario(current, target, {});
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    // What comes before these is taken back in other tests, and takes time here.
    for (const plan::Step &step : scenario.plan()->steps) {
        if (step.phase != plan::Phase::Switch)
            continue;
        VERIFY_OK(scenario.runThrough(step.id));
        const auto back = scenario.rollBack();
        QVERIFY2(back.has_value(),
                 qPrintable(step.id + (back.has_value() ? QString() : back.error().toText())));
        QVERIFY2(scenario.isAtStart(), qPrintable(step.id + QLatin1Char(' ') + step.title));
        QCOMPARE(scenario.one(notValid), QStringLiteral("0"));
    }
}

void TestReferencedKeyTypeChange::saysWhyItIsOneStatement_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("why");
    const auto add = [](const char *name, const char *schema, const char *from, const char *to,
                        const char *why) {
        const QString form = QString::fromUtf8(schema);
        QTest::newRow(name) << form.arg(QString::fromUtf8(from)) << form.arg(QString::fromUtf8(to))
                            << QString::fromUtf8(why);
    };
    add("tables that refer to each other with their keys",
        "CREATE TABLE items (id %1 PRIMARY KEY); CREATE TABLE more (id %1 PRIMARY KEY REFERENCES items); "
        "ALTER "
        "TABLE items ADD FOREIGN KEY (id) REFERENCES more;",
        "integer", "bigint", "would wait for each other");
    add("a partitioned table that refers to it",
        "CREATE TABLE items (id %1 PRIMARY KEY); CREATE TABLE more (id integer REFERENCES items) PARTITION "
        "BY "
        "LIST (id);",
        "integer", "bigint", "belongs to a partitioned table");
}

void TestReferencedKeyTypeChange::saysWhyItIsOneStatement()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    QFETCH(QString, why);
    Scenario scenario(current, target, {});
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

QTEST_GUILESS_MAIN(TestReferencedKeyTypeChange)
#include "tst_referencedkeytypechange.moc"
