#include "scenario.h"

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using execution::RunState;

/// A table gets another name while a release that says the old one and a release that says the new
/// one are at work.
class TestTableRename : public QObject
{
    Q_OBJECT

private slots:
    void bothReleasesWorkUntilTheGate();
    void comesBackFromTheGate();
    void roleSeesThroughTheViewWhatItSawInTheTable_data();
    void roleSeesThroughTheViewWhatItSawInTheTable();
    void goesTogetherWithARenamedColumn();
    void keepsNoViewWhereItWouldBeInTheWay_data();
    void keepsNoViewWhereItWouldBeInTheWay();
};

namespace {

const QByteArray renaming =
    "{\"renames\": [{\"kind\": \"table\", \"from\": \"public.users\", \"to\": \"public.accounts\"}]}";

const QString users = QStringLiteral("CREATE TABLE %1 (id bigint CONSTRAINT users_pkey PRIMARY KEY, name "
                                     "text NOT NULL DEFAULT 'none', note text); "
                                     "CREATE INDEX users_name ON %1 (name); CREATE TABLE orders (who bigint "
                                     "REFERENCES %1); CREATE VIEW v AS SELECT "
                                     "id, name FROM %1; GRANT SELECT, INSERT ON %1 TO PUBLIC;");
const QString rows = QStringLiteral("INSERT INTO users SELECT i, i FROM generate_series(1, 20000) i;");

Release releaseSaying(const QString &name, const QString &table)
{
    return { name,
             QStringLiteral("INSERT INTO %1 (id, name) VALUES (%2, %3) ON CONFLICT (id) DO NOTHING")
                 .arg(table, QStringLiteral("%1"), QStringLiteral("%2")),
             QStringLiteral("UPDATE %1 SET name = %2 WHERE id = %3")
                 .arg(table, QStringLiteral("%2"), QStringLiteral("%1")),
             QStringLiteral("SELECT name FROM %1 WHERE id = %2").arg(table, QStringLiteral("%1")) };
}

const Release old = releaseSaying(QStringLiteral("old"), QStringLiteral("users"));
const Release fresh = releaseSaying(QStringLiteral("new"), QStringLiteral("accounts"));

} // namespace

void TestTableRename::bothReleasesWorkUntilTheGate()
{
    Scenario scenario(users.arg(QStringLiteral("users")) + rows, users.arg(QStringLiteral("accounts")),
                      renaming);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    scenario.deploy(old);
    const auto atGate = scenario.run(false);
    QVERIFY2(atGate.has_value(), atGate.has_value() ? "" : qPrintable(atGate.error().toText()));
    QCOMPARE(atGate->state, RunState::WaitingGate);
    scenario.deploy(fresh);
    QTest::qWait(500);
    scenario.retire(old);
    const auto done = scenario.run(true);
    QVERIFY2(done.has_value(), done.has_value() ? "" : qPrintable(done.error().toText()));
    QTest::qWait(200);
    scenario.retire(fresh);
    qInfo("longest wait %.0f ms in %lld statements", scenario.traffic().longestMs,
          scenario.traffic().statements);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QCOMPARE(scenario.lost(fresh.read), QStringList());
    QVERIFY(scenario.isAtTarget());
    QVERIFY(scenario.rollBack().has_value());
    QVERIFY(scenario.isAtStart());
    QCOMPARE(scenario.lost(old.read), QStringList());
}

void TestTableRename::comesBackFromTheGate()
{
    Scenario scenario(users.arg(QStringLiteral("users")) + rows, users.arg(QStringLiteral("accounts")),
                      renaming);
    QVERIFY(scenario.run(false).has_value());
    scenario.deploy(old);
    scenario.deploy(fresh);
    QTest::qWait(500);
    scenario.retire(fresh);
    QVERIFY(scenario.rollBack().has_value());
    scenario.retire(old);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QCOMPARE(scenario.lost(old.read), QStringList());
    QVERIFY(scenario.isAtStart());
}

void TestTableRename::roleSeesThroughTheViewWhatItSawInTheTable_data()
{
    QTest::addColumn<QString>("rest");
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("secret");
    QTest::newRow("row security") << QStringLiteral(
        "ALTER TABLE %1 ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON %1 "
        "USING (id < 3); GRANT SELECT ON %1 TO PUBLIC;")
                                  << QStringLiteral("2") << QStringLiteral("s");
    QTest::newRow("columns") << QStringLiteral("GRANT SELECT (id) ON %1 TO PUBLIC;") << QStringLiteral("5")
                             << QStringLiteral("permission denied");
}

void TestTableRename::roleSeesThroughTheViewWhatItSawInTheTable()
{
    QFETCH(QString, rest);
    QFETCH(QString, rows);
    QFETCH(QString, secret);
    const QString table =
        QStringLiteral("CREATE TABLE %1 (id int CONSTRAINT users_pkey PRIMARY KEY, secret text);") + rest;
    Scenario scenario(table.arg(QStringLiteral("users"))
                          + QStringLiteral("INSERT INTO users SELECT i, 's' FROM generate_series(1, 5) i;"),
                      table.arg(QStringLiteral("accounts")), renaming);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    if (scenario.plan()->serverVersion < 150000)
        QSKIP("Before 15 there is no such view.");
    QVERIFY(scenario.run(false).has_value());
    scenario.exec(QStringLiteral("SET ROLE pg_monitor"));
    QCOMPARE(scenario.one(QStringLiteral("SELECT count(id) FROM users")), rows);
    QVERIFY(scenario.one(QStringLiteral("SELECT secret FROM users")).startsWith(secret));
    scenario.exec(QStringLiteral("RESET ROLE"));
    QVERIFY(scenario.run(true).has_value());
    QVERIFY(scenario.isAtTarget());
}

void TestTableRename::goesTogetherWithARenamedColumn()
{
    QString target = users.arg(QStringLiteral("accounts"));
    target.replace(QStringLiteral("(name)"), QStringLiteral("(full_name)"))
        .replace(QStringLiteral("name text"), QStringLiteral("full_name text"))
        .replace(QStringLiteral("id, name FROM"), QStringLiteral("id, full_name AS name FROM"));
    const QByteArray both =
        "{\"renames\": [{\"kind\": \"table\", \"from\": \"public.users\", \"to\": "
        "\"public.accounts\"}, {\"kind\": \"column\", \"from\": \"public.users.name\", \"to\": "
        "\"public.accounts.full_name\"}]}";
    Scenario scenario(users.arg(QStringLiteral("users")) + rows, target, both);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    Release newest = fresh;
    for (QString *sql : { &newest.insert, &newest.update, &newest.read })
        sql->replace(QStringLiteral("name"), QStringLiteral("full_name"));
    scenario.deploy(old);
    QVERIFY(scenario.run(false).has_value());
    scenario.deploy(newest);
    QTest::qWait(500);
    scenario.retire(old);
    const auto done = scenario.run(true);
    QVERIFY2(done.has_value(), done.has_value() ? "" : qPrintable(done.error().toText()));
    scenario.retire(newest);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QCOMPARE(scenario.lost(newest.read), QStringList());
    QVERIFY(scenario.isAtTarget());
    QVERIFY(scenario.rollBack().has_value());
    QVERIFY(scenario.isAtStart());
}

void TestTableRename::keepsNoViewWhereItWouldBeInTheWay_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("why");
    QTest::newRow("something else takes the name")
        << QStringLiteral("CREATE TABLE users (id int);")
        << QStringLiteral("CREATE TABLE accounts (id int); CREATE TABLE users (n text);")
        << QStringLiteral("Something else takes the old name.");
    QTest::newRow("a column changes its type") << QStringLiteral("CREATE TABLE users (id int);")
                                               << QStringLiteral("CREATE TABLE accounts (id bigint);")
                                               << QStringLiteral("The types of columns change");
}

void TestTableRename::keepsNoViewWhereItWouldBeInTheWay()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    QFETCH(QString, why);
    Scenario scenario(current, target, renaming);
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    QVERIFY2(scenario.plan()->steps.first().why.contains(why),
             qPrintable(scenario.plan()->steps.first().why));
    QVERIFY(!scenario.statements().join(QLatin1Char('\n')).contains(QLatin1String("CREATE VIEW")));
    QVERIFY(scenario.run(true).has_value());
    QVERIFY(scenario.isAtTarget());
}

QTEST_GUILESS_MAIN(TestTableRename)
#include "tst_tablerename.moc"
