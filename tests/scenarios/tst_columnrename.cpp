#include "scenario.h"
#include "verify.h"

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;
using execution::RunState;

/// S4 and S5: a column gets another name while a release that says the old one and a release that
/// says the new one are at work.
class TestColumnRename : public QObject
{
    Q_OBJECT

private slots:
    void bothReleasesWorkUntilTheGate_data();
    void bothReleasesWorkUntilTheGate();
    void comesBackFromTheGateWithWhatTheNewReleaseWrote_data();
    void comesBackFromTheGateWithWhatTheNewReleaseWrote();
    void comesBackFromTheMiddleOfTheFilling();
    void theUsersOwnTriggersWorkOnBothNames();
    void goesBesideAPartitionThatJoins();
    void saysWhyThereCannotBeTwoNames_data();
    void saysWhyThereCannotBeTwoNames();
};

namespace {

constexpr int trafficMs = 600;

Release releaseSaying(const QString &name, const QString &column, const QString &read)
{
    return { name,
             QStringLiteral("INSERT INTO users (id, %1) VALUES (%2, %3)")
                 .arg(column, QStringLiteral("%1"), QStringLiteral("%2")),
             QStringLiteral("UPDATE users SET %1 = %2 WHERE id = %3")
                 .arg(column, QStringLiteral("%2"), QStringLiteral("%1")),
             read.arg(column, QStringLiteral("%1")) };
}

void columns()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("read");
    const auto add = [&](const char *name, const char *table, const char *rest, const char *targetRest,
                         const char *read = "SELECT %1::text FROM users WHERE id = %2") {
        const QString before = QString::fromUtf8(table).arg(QStringLiteral("user_name"));
        const QString after = QString::fromUtf8(table).arg(QStringLiteral("username"));
        const QString type =
            before.contains(QLatin1String(" json")) ? QStringLiteral("json") : QStringLiteral("text");
        const QString rows =
            QStringLiteral(
                "INSERT INTO users (id, user_name) SELECT i, i::text::%1 FROM generate_series(1, 30000) i;")
                .arg(type);
        QTest::newRow(name) << before + rows + QString::fromUtf8(rest)
                            << after + QString::fromUtf8(targetRest) << QString::fromUtf8(read);
    };
    add("a text column that nothing uses", "CREATE TABLE users (id bigint PRIMARY KEY, %1 text);", "", "");
    add("a column with keys, indexes, checks, a view, a policy, grants and a generated column",
        "CREATE TABLE users (id bigint PRIMARY KEY, %1 text NOT NULL CONSTRAINT users_name_key UNIQUE, "
        "CONSTRAINT "
        "users_name_check CHECK (%1 <> ''), upper_name text GENERATED ALWAYS AS (upper(%1)) STORED); CREATE "
        "INDEX "
        "users_lower ON users (lower(%1)); CREATE POLICY p ON users USING (%1 IS NOT NULL); GRANT SELECT "
        "(%1), "
        "UPDATE (%1) ON users TO PUBLIC; COMMENT ON COLUMN users.%1 IS 'said'; CREATE STATISTICS st ON id, "
        "%1 FROM "
        "users;",
        "CREATE VIEW v AS SELECT id, user_name AS shown FROM users;",
        "CREATE VIEW v AS SELECT id, username AS shown FROM users;");
    add("a column that other tables refer to",
        "CREATE TABLE users (id bigint, %1 text CONSTRAINT users_pkey PRIMARY KEY); CREATE INDEX ON users "
        "(id);",
        "CREATE TABLE orders (who text REFERENCES users (user_name) ON UPDATE CASCADE); CREATE TABLE visits "
        "(who "
        "text REFERENCES users (user_name) ON UPDATE CASCADE); INSERT INTO orders SELECT i::text FROM "
        "generate_series(1, 300) i; INSERT INTO visits SELECT i::text FROM generate_series(1, 300) i;",
        "CREATE TABLE orders (who text REFERENCES users (username) ON UPDATE CASCADE); CREATE TABLE visits "
        "(who "
        "text REFERENCES users (username) ON UPDATE CASCADE);");
    add("a column of a type without an equality operator",
        "CREATE TABLE users (id bigint PRIMARY KEY, %1 json);", "", "");
    add("a column of a partitioned table",
        "CREATE TABLE users (id bigint NOT NULL, %1 text) PARTITION BY RANGE (id); CREATE TABLE users_1 "
        "PARTITION "
        "OF users FOR VALUES FROM (0) TO (20000); CREATE TABLE users_2 PARTITION OF users DEFAULT; ALTER "
        "TABLE "
        "users ADD PRIMARY KEY (id); CREATE INDEX users_1_name ON users_1 (%1); CREATE INDEX users_2_name ON "
        "users_2 (%1); "
        "CREATE INDEX users_name ON users (%1);",
        "", "");
    add("a column whose names are keywords and have blanks",
        "CREATE TABLE users (id bigint PRIMARY KEY, %1 text DEFAULT 'none');",
        "ALTER TABLE users RENAME user_name TO \"table\"; ",
        "ALTER TABLE users RENAME username TO \"Né à\";");
}

QByteArray renaming(const QString &current)
{
    return current.contains(QLatin1String("\"table\""))
               ? QByteArray(
                   "{\"renames\": [{\"kind\": \"column\", \"from\": \"public.users.\\\"table\\\"\", \"to\": "
                   "\"public.users.\\\"Né à\\\"\"}]}")
               : QByteArray(
                   "{\"renames\": [{\"kind\": \"column\", \"from\": \"public.users.user_name\", \"to\": "
                   "\"public.users.username\"}]}");
}

struct Names
{
    explicit Names(const QString &current)
        : isOdd(current.contains(QLatin1String("\"table\"")))
        , from(isOdd ? QStringLiteral("\"table\"") : QStringLiteral("user_name"))
        , to(isOdd ? QStringLiteral("\"Né à\"") : QStringLiteral("username"))
    { }
    bool isOdd;
    QString from;
    QString to;
};

QString disagreeing(const Names &names)
{
    return QStringLiteral("SELECT count(*) FROM users WHERE %1::text IS DISTINCT FROM %2::text")
        .arg(names.from, names.to);
}

} // namespace

void TestColumnRename::bothReleasesWorkUntilTheGate_data()
{
    columns();
}

void TestColumnRename::bothReleasesWorkUntilTheGate()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    QFETCH(QString, read);
    const Names names(current);
    Scenario scenario(current, target, renaming(current));
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const Release old = releaseSaying(QStringLiteral("old"), names.from, read);
    const Release fresh = releaseSaying(QStringLiteral("new"), names.to, read);
    scenario.deploy(old);
    const auto atGate = scenario.run(false);
    VERIFY_OK(atGate);
    QCOMPARE(atGate->state, RunState::WaitingGate);
    QCOMPARE(scenario.one(disagreeing(names)), QStringLiteral("0"));
    scenario.deploy(fresh);
    QTest::qWait(trafficMs);
    QCOMPARE(scenario.one(disagreeing(names)), QStringLiteral("0"));
    scenario.retire(old);
    const auto done = scenario.run(true);
    VERIFY_OK(done);
    QCOMPARE(done->state, RunState::Done);
    QTest::qWait(trafficMs / 2);
    scenario.retire(fresh);
    qInfo("longest wait %.0f ms in %lld statements", scenario.traffic().longestMs,
          scenario.traffic().statements);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QVERIFY(scenario.traffic().written.size() > 100);
    QCOMPARE(scenario.lost(fresh.read), QStringList());
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
    QCOMPARE(scenario.lost(old.read), QStringList());
}

void TestColumnRename::comesBackFromTheGateWithWhatTheNewReleaseWrote_data()
{
    columns();
}

void TestColumnRename::comesBackFromTheGateWithWhatTheNewReleaseWrote()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    QFETCH(QString, read);
    const Names names(current);
    Scenario scenario(current, target, renaming(current));
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const Release old = releaseSaying(QStringLiteral("old"), names.from, read);
    const Release fresh = releaseSaying(QStringLiteral("new"), names.to, read);
    VERIFY_OK(scenario.run(false));
    scenario.deploy(old);
    scenario.deploy(fresh);
    QTest::qWait(trafficMs);
    scenario.retire(fresh);
    VERIFY_OK(scenario.rollBack());
    scenario.retire(old);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QVERIFY(scenario.traffic().written.size() > 100);
    QCOMPARE(scenario.lost(old.read), QStringList());
    QVERIFY(scenario.isAtStart());
}

void TestColumnRename::comesBackFromTheMiddleOfTheFilling()
{
    Scenario scenario(
        QStringLiteral("CREATE TABLE users (id bigint PRIMARY KEY, user_name text); INSERT INTO users "
                       "SELECT i, i FROM generate_series(1, 60000) i;"),
        QStringLiteral("CREATE TABLE users (id bigint PRIMARY KEY, username text);"), renaming({}));
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    const Release old = releaseSaying(QStringLiteral("old"), QStringLiteral("user_name"),
                                      QStringLiteral("SELECT %1 FROM users WHERE id = %2"));
    scenario.deploy(old);
    const auto stopped = scenario.runIntoBackfill(5000);
    VERIFY_OK(stopped);
    QCOMPARE(stopped->state, RunState::Stopped);
    QVERIFY(scenario.one(QStringLiteral("SELECT count(*) FROM users WHERE username IS NULL")).toInt() > 1000);
    VERIFY_OK(scenario.rollBack());
    scenario.retire(old);
    QCOMPARE(scenario.traffic().failures.join(QLatin1Char(10)), QString());
    QCOMPARE(scenario.lost(old.read), QStringList());
    QVERIFY(scenario.isAtStart());
}

void TestColumnRename::theUsersOwnTriggersWorkOnBothNames()
{
    const QString trigger = QStringLiteral(
        "CREATE FUNCTION tidy() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN NEW.%1 := trim(NEW.%1); "
        "RETURN NEW; END$$; CREATE TRIGGER tidy BEFORE INSERT OR UPDATE ON users FOR EACH ROW "
        "EXECUTE FUNCTION tidy();");
    const QString table = QStringLiteral("CREATE TABLE users (id bigint PRIMARY KEY, %1 text);");
    const QString old = QStringLiteral("user_name");
    Scenario scenario(table.arg(old) + trigger.arg(old)
                          + QStringLiteral("INSERT INTO users SELECT i, i FROM generate_series(1, 100) i;"),
                      table.arg(QStringLiteral("username")) + trigger.arg(old), renaming({}));
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(false));
    scenario.exec(QStringLiteral("UPDATE users SET username = ' new ' WHERE id = 1"));
    scenario.exec(QStringLiteral("UPDATE users SET user_name = ' old ' WHERE id = 2"));
    scenario.exec(QStringLiteral("INSERT INTO users (id, username) VALUES (101, ' added ')"));
    QCOMPARE(scenario.one(
                 QStringLiteral("SELECT string_agg(user_name || '=' || username, ',' ORDER BY id) FROM users "
                                "WHERE id IN (1, 2, 101)")),
             QStringLiteral("new=new,old=old,added=added"));
}

void TestColumnRename::goesBesideAPartitionThatJoins()
{
    const QString parent =
        QStringLiteral("CREATE TABLE users (id int, %1 text) PARTITION BY LIST (id); CREATE "
                       "TABLE users_1 PARTITION OF users FOR VALUES IN (1);");
    Scenario scenario(parent.arg(QStringLiteral("user_name")),
                      parent.arg(QStringLiteral("username"))
                          + QStringLiteral("CREATE TABLE users_2 PARTITION OF users FOR VALUES IN (2);"),
                      renaming({}));
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
    VERIFY_OK(scenario.rollBack());
    QVERIFY(scenario.isAtStart());
}

void TestColumnRename::saysWhyThereCannotBeTwoNames_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("why");
    const auto add = [](const char *name, const char *form, const char *why) {
        QTest::newRow(name) << QString::fromUtf8(form).arg(QStringLiteral("user_name"))
                            << QString::fromUtf8(form).arg(QStringLiteral("username"))
                            << QString::fromUtf8(why);
    };
    add("a generated column", "CREATE TABLE users (id int, %1 int GENERATED ALWAYS AS (id * 2) STORED);",
        "A generated column cannot be written");
    add("a column of the partition key", "CREATE TABLE users (id int, %1 text) PARTITION BY LIST (%1);",
        "A row finds its partition");
    add("a column that tables inherit",
        "CREATE TABLE users (id int, %1 text); CREATE TABLE more () INHERITS (users);",
        "Tables inherit the column");
    add("a domain that checks",
        "CREATE DOMAIN word AS text CHECK (VALUE <> ''); CREATE TABLE users (id int, %1 word);",
        "Its domain's constraints");
}

void TestColumnRename::saysWhyThereCannotBeTwoNames()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    QFETCH(QString, why);
    Scenario scenario(current, target, renaming({}));
    QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
    QCOMPARE(scenario.plan()->steps.size(), 1);
    QVERIFY2(scenario.plan()->steps.first().why.contains(why),
             qPrintable(scenario.plan()->steps.first().why));
    VERIFY_OK(scenario.run(true));
    QVERIFY(scenario.isAtTarget());
}

QTEST_GUILESS_MAIN(TestColumnRename)
#include "tst_columnrename.moc"
