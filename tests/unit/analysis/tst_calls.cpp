#include "shopplan.h"

#include <model/analysis/builtins.h>
#include <model/analysis/lint/lint.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::analysis::lint;

/// What the functions and procedures do that a statement calls.
class TestCalls : public QObject
{
    Q_OBJECT

private slots:
    void locksWhatTheRoutineLocks_data();
    void locksWhatTheRoutineLocks();
    void takesAsLongAsTheStatementAlone();
    void saysOfWhichRoutineNothingIsKnown_data();
    void saysOfWhichRoutineNothingIsKnown();
    void followsTriggersThatFire_data();
    void followsTriggersThatFire();
    void knowsWhatIsBuiltIn();
};

namespace {

LintedStatement last(const QString &script)
{
    const auto report = lint({ { QStringLiteral("x.sql"), script } }, nullptr, {}, {});
    return report.has_value() && !report->statements.isEmpty() ? report->statements.last()
                                                               : LintedStatement();
}

QString routines()
{
    return QStringLiteral(R"(
CREATE FUNCTION purge() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DELETE FROM orders; PERFORM app.deeper(); END $$;
CREATE FUNCTION app.deeper() RETURNS void LANGUAGE sql AS 'TRUNCATE lines; SELECT purge()';
CREATE FUNCTION standard() RETURNS bigint LANGUAGE sql BEGIN ATOMIC INSERT INTO orders VALUES (1); SELECT 1; END;
CREATE FUNCTION returned() RETURNS bigint LANGUAGE sql RETURN (SELECT max(id) FROM orders);
CREATE PROCEDURE step() LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'ALTER TABLE orders ADD a int'; END $$;
CREATE PROCEDURE any_table(t text) LANGUAGE plpgsql AS $$ BEGIN EXECUTE format('DROP TABLE %I', t); END $$;
CREATE FUNCTION lower(t text) RETURNS text LANGUAGE sql AS 'SELECT note FROM orders';
CREATE FUNCTION inner_c() RETURNS int LANGUAGE c AS 'lib', 'inner_c';
CREATE FUNCTION around_c() RETURNS int LANGUAGE sql AS 'SELECT inner_c()';
)");
}

} // namespace

void TestCalls::locksWhatTheRoutineLocks_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("locks");
    const auto add = [](const char *statement, const char *locks) {
        QTest::newRow(statement) << QString::fromLatin1(statement) << QString::fromLatin1(locks);
    };
    add("SELECT purge()", "lines: ACCESS EXCLUSIVE, orders: ROW EXCLUSIVE");
    add("DO $$ BEGIN PERFORM purge(); END $$", "lines: ACCESS EXCLUSIVE, orders: ROW EXCLUSIVE");
    add("SELECT app.deeper()", "lines: ACCESS EXCLUSIVE, orders: ROW EXCLUSIVE");
    add("SELECT standard()", "orders: ROW EXCLUSIVE");
    add("SELECT id FROM lines WHERE id = returned()", "lines: ACCESS SHARE, orders: ACCESS SHARE");
    add("UPDATE lines SET a = returned() WHERE id = 1", "lines: ROW EXCLUSIVE, orders: ACCESS SHARE");
    add("CALL step()", "orders: ACCESS EXCLUSIVE");
    add("COPY (SELECT standard()) TO STDOUT", "orders: ROW EXCLUSIVE");
    add("DO $$ DECLARE n int; BEGIN n := (SELECT max(id) FROM orders); END $$", "orders: ACCESS SHARE");
    add("SELECT lower('X')", "");
    add("EXPLAIN SELECT standard()", "");
    add("PREPARE p AS SELECT standard()", "");
}

void TestCalls::locksWhatTheRoutineLocks()
{
    QFETCH(const QString, statement);
    QFETCH(const QString, locks);
    QStringList found;
    for (const plan::RelationLock &lock : last(routines() + statement).locks)
        found.append(lock.relation + QLatin1String(": ") + plan::name(lock.mode));
    QCOMPARE(found.join(QLatin1String(", ")), locks);
}

void TestCalls::takesAsLongAsTheStatementAlone()
{
    const QString made =
        QStringLiteral("CREATE FUNCTION empty() RETURNS void LANGUAGE sql AS 'DELETE FROM orders';");
    const qint64 alone = last(QStringLiteral("DELETE FROM orders")).estimate.likelyMs;
    QVERIFY(alone > 1000);
    QCOMPARE(last(made + QStringLiteral("SELECT empty()")).estimate.likelyMs, alone);
    QCOMPARE(last(QStringLiteral("DO $$ BEGIN DELETE FROM orders; END $$")).estimate.likelyMs, alone);
}

void TestCalls::saysOfWhichRoutineNothingIsKnown_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("routine");
    const auto add = [](const char *statement, const char *routine) {
        QTest::newRow(statement) << QString::fromLatin1(statement) << QString::fromLatin1(routine);
    };
    add("CALL any_table('orders')", "any_table()");
    add("CALL somewhere.else_made(1)", "somewhere.else_made()");
    add("SELECT migrate_all()", "migrate_all()");
    add("DO $$ BEGIN PERFORM migrate_all(); END $$", "migrate_all()");
    add("SELECT inner_c()", "inner_c()");
    add("SELECT around_c()", "inner_c()");
    // What makes a value for a row is hardly a migration of its own.
    add("UPDATE orders SET note = shorten(note) WHERE id = 1", "");
    add("SELECT purge()", "");
    add("SELECT now(), pg_sleep(1), setval('s', 1), pg_catalog.some_new_one()", "");
}

void TestCalls::saysOfWhichRoutineNothingIsKnown()
{
    QFETCH(const QString, statement);
    QFETCH(const QString, routine);
    QStringList messages;
    for (const plan::Finding &finding : last(routines() + statement).findings) {
        if (finding.rule == QLatin1String("unknown-statement"))
            messages.append(finding.message);
    }
    QCOMPARE(messages.size(), routine.isEmpty() ? 0 : 1);
    if (!routine.isEmpty())
        QVERIFY2(messages.first().contains(routine), qPrintable(messages.first()));
}

void TestCalls::followsTriggersThatFire_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<bool>("fires");
    QTest::newRow("insert") << "INSERT INTO orders VALUES (1)" << true;
    QTest::newRow("copy") << "COPY orders FROM '/rows'" << true;
    QTest::newRow("delete") << "WITH gone AS (DELETE FROM orders WHERE id = 1) SELECT 1" << true;
    QTest::newRow("update") << "UPDATE orders SET id = 2 WHERE id = 1" << false;
    QTest::newRow("select") << "SELECT * FROM orders" << false;
    QTest::newRow("explained") << "EXPLAIN DELETE FROM orders" << false;
}

void TestCalls::followsTriggersThatFire()
{
    QFETCH(const QString, statement);
    QFETCH(const bool, fires);
    using namespace lockstep::testing;
    const QString orders = QStringLiteral("orders");
    schema::RoutineAttributes routine;
    routine.definition =
        QStringLiteral("CREATE FUNCTION public.logs() RETURNS trigger LANGUAGE plpgsql AS $$ "
                       "BEGIN UPDATE audit SET at = now() WHERE id = 1; RETURN NEW; END $$");
    schema::TriggerAttributes trigger;
    trigger.function = schema::routineId(schema::Kind::Function, QStringLiteral("public"),
                                         QStringLiteral("logs"), QString());
    trigger.definition =
        QStringLiteral("CREATE TRIGGER t AFTER INSERT OR DELETE ON public.orders FOR EACH ROW "
                       "EXECUTE FUNCTION public.logs()");
    std::vector<schema::Fact> facts{
        table(orders),
        table(QStringLiteral("audit")),
        { trigger.function, routine, {} },
        { schema::subId(schema::Kind::Trigger, QStringLiteral("public"), orders, QStringLiteral("t")),
          trigger,
          {} },
    };
    LintOptions options;
    options.knowsSchema = true;
    const auto catalog =
        std::make_shared<const schema::Catalog>(150018, std::move(facts), std::vector<schema::Dependency>());
    const auto report = lint({ { QStringLiteral("x.sql"), statement } }, catalog, options, {});
    QVERIFY(report.has_value());
    const auto &locks = report->statements.last().locks;
    const bool locksAudit = std::any_of(locks.begin(), locks.end(), [](const plan::RelationLock &lock) {
        return lock.relation == QLatin1String("public.audit") && lock.mode == plan::LockMode::RowExclusive;
    });
    QCOMPARE(locksAudit, fires);
}

void TestCalls::knowsWhatIsBuiltIn()
{
    for (const char *name : { "now", "random", "count", "generate_series", "setval", "pg_advisory_lock",
                              "pg_catalog.anything", "lo_unlink" })
        QVERIFY2(analysis::isBuiltInFunction(QLatin1String(name)), name);
    for (const char *name : { "migrate", "app.now", "uuid_generate_v4" })
        QVERIFY2(!analysis::isBuiltInFunction(QLatin1String(name)), name);
}

QTEST_GUILESS_MAIN(TestCalls)
#include "tst_calls.moc"
