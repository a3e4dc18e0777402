#include "preflightfixture.h"

#include <model/schema/objectid.h>
#include <model/sources/catalogreader.h>

#include <QScopeGuard>
#include <QTest>

#include <thread>

using namespace lockstep;
using namespace lockstep::testing;
using analysis::CheckVerdict;

/// The checklist asked of a real server in which there is something to find.
class PreflightTest : public testing::PreflightFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void cleanup() { m_list.reset(); }
    void findsNothingWhereAllIsWell();
    void asksEveryServerAlike();
    void namesALongTransactionThatHoldsALock();
    void namesAnIdleTransaction();
    void namesAPreparedTransaction();
    void namesASlotWithoutAReader();
    void namesInvalidIndexesAndConstraints();
    void tellsARoleWhatItLacks();
    void asksForRightsOnWhatIsMadeAndChanged();
    void saysWhatARoleMayNotSee();
    void saysWhatTheRunWouldRefuse();
    void stopsAtDrift();
    void namesPublicationsSequencesAndEventTriggers();
    void saysWhichTimeoutsAreInForce();
    void saysThatStatementsAreNotKnown();
    void saysThatTrafficWaitsAlready();
    void showsNoSecrets();
    void leavesOutWhatARunAsksAnyway();
    void failsWithoutAServer();
};

void PreflightTest::findsNothingWhereAllIsWell()
{
    QUIET(ask(plan()));
    for (const analysis::CheckItem &item : m_list->items)
        QVERIFY2(item.verdict == CheckVerdict::Ok,
                 qPrintable(item.id + QStringLiteral(": ") + item.consequence));
    QVERIFY(m_list->items.size() >= 20);
    QVERIFY(
        m_list->find(QStringLiteral("long-transactions"))->query.contains(QLatin1String("pg_stat_activity")));
}

/// Whatever is shown as a query can be run again as it stands.
void PreflightTest::asksEveryServerAlike()
{
    QUIET(ask(plan()));
    int asked = 0;
    for (const analysis::CheckItem &item : m_list->items) {
        if (item.query.isEmpty())
            continue;
        const auto rows = m_session->query(item.query);
        QVERIFY2(rows.has_value(), qPrintable(item.id));
        QCOMPARE(rows->columns(), item.columns);
        QVERIFY2(!item.query.contains(QLatin1Char('{')) && !item.query.contains(QLatin1String("-- ")),
                 qPrintable(item.query));
        ++asked;
    }
    QVERIFY(asked >= 18);
}

void PreflightTest::namesALongTransactionThatHoldsALock()
{
    const auto other = open();
    QVERIFY(
        other->executeScript(QStringLiteral("SET application_name = 'billing'; BEGIN; SELECT * FROM orders"))
            .has_value());
    QTest::qWait(1200);
    QUIET(ask(plan()));
    const QString pid = QStringLiteral("pid %1").arg(other->server().backendPid);
    QUIET(verdict(QStringLiteral("long-transactions"), CheckVerdict::Attention,
                  { pid, QStringLiteral("billing"), QStringLiteral("ACCESS SHARE on public.orders"),
                    QStringLiteral("step s01") }));
    project::PreflightOptions impatient = quick();
    impatient.stuckTransactionSeconds = 1;
    QUIET(ask(plan(), impatient));
    QUIET(verdict(QStringLiteral("long-transactions"), CheckVerdict::Stop, { pid }));
    QCOMPARE(m_list->worst(), CheckVerdict::Stop);
}

void PreflightTest::namesAnIdleTransaction()
{
    const auto other = open();
    QVERIFY(other->executeScript(QStringLiteral("BEGIN; SELECT * FROM users")).has_value());
    QTest::qWait(700);
    plan::Plan concurrent = plan();
    concurrent.steps.first().sql = { QStringLiteral("CREATE INDEX CONCURRENTLY i ON orders (user_id)") };
    QUIET(ask(concurrent));
    QUIET(verdict(QStringLiteral("long-transactions"), CheckVerdict::Attention,
                  { QStringLiteral("idle in transaction"), QString::number(other->server().backendPid) }));
}

void PreflightTest::namesAPreparedTransaction()
{
    QUIET(exec(QStringLiteral(
        "BEGIN; UPDATE orders SET note = 'x' WHERE id = 1; PREPARE TRANSACTION 'left behind'")));
    QUIET(ask(plan()));
    (void)m_session->execute(QStringLiteral("ROLLBACK PREPARED 'left behind'"));
    QUIET(verdict(QStringLiteral("prepared-transactions"), CheckVerdict::Stop,
                  { QStringLiteral("left behind"), QStringLiteral("ROW EXCLUSIVE on public.orders"),
                    QStringLiteral("ROLLBACK PREPARED") }));
    QVERIFY(!m_list->blast.queues.isEmpty());
    QCOMPARE(m_list->blast.queues.first().session.preparedName, QStringLiteral("left behind"));
    QCOMPARE(m_list->blast.queues.first().relation, QStringLiteral("public.orders"));
}

void PreflightTest::namesASlotWithoutAReader()
{
    QUIET(exec(QStringLiteral("SELECT pg_create_physical_replication_slot('ls_preflight', true)")));
    QUIET(ask(plan()));
    (void)m_session->execute(QStringLiteral("SELECT pg_drop_replication_slot('ls_preflight')"));
    QUIET(verdict(QStringLiteral("replication-slots"), CheckVerdict::Attention,
                  { QStringLiteral("ls_preflight"), QStringLiteral("no reader") }));
}

void PreflightTest::namesInvalidIndexesAndConstraints()
{
    QUIET(exec(QStringLiteral("INSERT INTO orders (user_id) VALUES (1)")));
    QVERIFY(!m_session->execute(QStringLiteral("CREATE UNIQUE INDEX CONCURRENTLY half ON orders (user_id)"))
                 .has_value());
    QUIET(exec(QStringLiteral("ALTER TABLE orders ADD CONSTRAINT hope CHECK (user_id > 5) NOT VALID")));
    QUIET(ask(plan()));
    QUIET(exec(QStringLiteral("DROP INDEX half; ALTER TABLE orders DROP CONSTRAINT hope")));
    QUIET(verdict(QStringLiteral("invalid-indexes"), CheckVerdict::Attention,
                  { QStringLiteral("public.half") }));
    QUIET(verdict(QStringLiteral("not-valid-constraints"), CheckVerdict::Attention,
                  { QStringLiteral("hope") }));
}

void PreflightTest::tellsARoleWhatItLacks()
{
    QUIET(exec(QStringLiteral("DROP ROLE IF EXISTS ls_guest; CREATE ROLE ls_guest LOGIN")));
    QUIET(ask(plan(), quick(), QStringLiteral(" user=ls_guest")));
    QUIET(verdict(QStringLiteral("privileges"), CheckVerdict::Stop,
                  { QStringLiteral("ownership of table public.orders"),
                    QStringLiteral("CREATE (for the journal in schema lockstep) in database") }));
    QUIET(exec(QStringLiteral("DROP ROLE ls_guest")));
}

void PreflightTest::asksForRightsOnWhatIsMadeAndChanged()
{
    QUIET(exec(QStringLiteral(
        "DROP ROLE IF EXISTS ls_guest; CREATE ROLE ls_guest LOGIN; CREATE SCHEMA mine AUTHORIZATION "
        "ls_guest; "
        "CREATE SCHEMA theirs; GRANT USAGE ON SCHEMA theirs TO ls_guest; CREATE TYPE theirs.mood AS ENUM "
        "('a'); "
        "CREATE FUNCTION theirs.f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TABLE theirs.t (id int); "
        "ALTER TABLE theirs.t OWNER TO ls_guest; CREATE TABLE mine.t (id int); ALTER TABLE mine.t OWNER TO "
        "ls_guest")));
    const QString database = m_database->name();
    QUIET(exec(QStringLiteral("GRANT CREATE ON DATABASE %1 TO ls_guest").arg(schema::quoteIdent(database))));
    plan::Plan own = plan();
    own.steps = { lockingStep(QStringLiteral("s01"), QStringLiteral("CREATE INDEX i ON mine.t (id)"),
                              QStringLiteral("mine.t"), plan::LockMode::Share),
                  lockingStep(QStringLiteral("s02"), QStringLiteral("ALTER TABLE theirs.t ADD COLUMN a int"),
                              QStringLiteral("theirs.t"), plan::LockMode::AccessExclusive) };
    QUIET(ask(own, quick(), QStringLiteral(" user=ls_guest")));
    // A column needs no right on the schema.
    QUIET(verdict(QStringLiteral("privileges"), CheckVerdict::Ok));
    own.steps.append(lockingStep(
        QStringLiteral("s03"), QStringLiteral("CREATE EVENT TRIGGER e ON sql_drop EXECUTE FUNCTION mine.f()"),
        {}, plan::LockMode::AccessShare));
    QUIET(ask(own, quick(), QStringLiteral(" user=ls_guest")));
    QUIET(verdict(QStringLiteral("privileges"), CheckVerdict::Attention,
                  { QStringLiteral("CREATE EVENT TRIGGER (step s03)") }));
    own.steps[1].sql = { QStringLiteral("CREATE INDEX i ON theirs.t (id)"),
                         QStringLiteral("ALTER TYPE theirs.mood ADD VALUE 'b'"),
                         QStringLiteral(
                             "CREATE OR REPLACE FUNCTION theirs.f() RETURNS int LANGUAGE sql AS 'SELECT 2'"),
                         QStringLiteral("DROP SCHEMA theirs") };
    QUIET(ask(own, quick(), QStringLiteral(" user=ls_guest")));
    QUIET(exec(
        QStringLiteral("DROP SCHEMA mine CASCADE; DROP SCHEMA theirs CASCADE; REVOKE ALL ON DATABASE %1 FROM "
                       "ls_guest; DROP ROLE ls_guest")
            .arg(schema::quoteIdent(database))));
    QUIET(
        verdict(QStringLiteral("privileges"), CheckVerdict::Stop,
                { QStringLiteral("CREATE in schema theirs"), QStringLiteral("ownership of type theirs.mood"),
                  QStringLiteral("ownership of function theirs.f()"),
                  QStringLiteral("ownership of schema theirs") }));
}

void PreflightTest::saysWhatARoleMayNotSee()
{
    QUIET(exec(QStringLiteral("DROP ROLE IF EXISTS ls_guest; CREATE ROLE ls_guest LOGIN")));
    const auto other = open();
    QVERIFY(other->executeScript(QStringLiteral("BEGIN; SELECT * FROM orders")).has_value());
    QUIET(ask(plan(), quick(), QStringLiteral(" user=ls_guest")));
    QUIET(verdict(QStringLiteral("visibility"), CheckVerdict::Attention, { QStringLiteral("pg_monitor") }));
    QVERIFY(!m_list->blast.notes.isEmpty());
    // A question that may not be asked is an answer too, and the others go on.
    QUIET(exec(QStringLiteral("REVOKE ALL ON pg_catalog.pg_publication_tables FROM PUBLIC")));
    QUIET(ask(plan(), quick(), QStringLiteral(" user=ls_guest")));
    QUIET(exec(QStringLiteral("GRANT SELECT ON pg_catalog.pg_publication_tables TO PUBLIC")));
    QUIET(verdict(QStringLiteral("publications"), CheckVerdict::NotKnown,
                  { QStringLiteral("ls_guest may not read") }));
    QUIET(verdict(QStringLiteral("sequences"), CheckVerdict::Ok));
    QUIET(exec(QStringLiteral("DROP ROLE ls_guest")));
}

void PreflightTest::saysWhatTheRunWouldRefuse()
{
    plan::Plan refused = plan();
    refused.steps.first().sql = { QStringLiteral("GRANT SELECT ON orders TO nobody_at_all") };
    refused.steps.first().loses = { { QStringLiteral("column public.orders.old"), 12, 100 } };
    QUIET(ask(refused));
    QUIET(verdict(QStringLiteral("names"), CheckVerdict::Stop, { QStringLiteral("nobody_at_all (s01") }));
    QUIET(verdict(QStringLiteral("losses"), CheckVerdict::Attention,
                  { QStringLiteral("s01 loses data for good") }));
    QUIET(verdict(QStringLiteral("proof"), CheckVerdict::Ok));
    const auto list =
        project::readChecklist(std::make_shared<plan::Plan>(refused), m_database->target(), quick());
    QVERIFY(list.has_value());
    QCOMPARE((*list)->find(QStringLiteral("proof"))->verdict, CheckVerdict::Stop);
}

void PreflightTest::stopsAtDrift()
{
    project::PreflightOptions options = quick();
    options.readSchema = true;
    plan::Plan made = plan();
    made.fingerprint = sources::readCatalog(*m_session).value()->fingerprint();
    QUIET(ask(made, options));
    QUIET(verdict(QStringLiteral("drift"), CheckVerdict::Ok));
    QUIET(exec(QStringLiteral("ALTER TABLE users ADD COLUMN late text")));
    QUIET(ask(made, options));
    QUIET(exec(QStringLiteral("ALTER TABLE users DROP COLUMN late")));
    QUIET(verdict(QStringLiteral("drift"), CheckVerdict::Stop, { QStringLiteral("new plan") }));
}

void PreflightTest::namesPublicationsSequencesAndEventTriggers()
{
    QUIET(exec(QStringLiteral(
        "CREATE PUBLICATION ls_pub FOR TABLE orders; CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE "
        "plpgsql "
        "AS 'BEGIN END'; CREATE EVENT TRIGGER ls_watch ON ddl_command_end EXECUTE FUNCTION watch(); "
        "SELECT setval('orders_id_seq', 2000000000)")));
    QUIET(ask(plan()));
    QUIET(exec(QStringLiteral("DROP PUBLICATION ls_pub; DROP EVENT TRIGGER ls_watch; DROP FUNCTION watch(); "
                              "SELECT setval('orders_id_seq', 100)")));
    QUIET(verdict(QStringLiteral("publications"), CheckVerdict::Attention,
                  { QStringLiteral("public.orders (ls_pub)"), QStringLiteral("subscribers") }));
    QUIET(verdict(QStringLiteral("event-triggers"), CheckVerdict::Attention, { QStringLiteral("ls_watch") }));
    QUIET(verdict(QStringLiteral("sequences"), CheckVerdict::Attention,
                  { QStringLiteral("public.orders_id_seq for public.orders.id (integer), 93.1 % used"),
                    QStringLiteral("bigint") }));
}

void PreflightTest::saysWhichTimeoutsAreInForce()
{
    QUIET(exec(QStringLiteral("DROP ROLE IF EXISTS ls_guest; CREATE ROLE ls_guest LOGIN; "
                              "ALTER ROLE ls_guest SET statement_timeout = '7s'")));
    QUIET(ask(plan(), quick(), QStringLiteral(" user=ls_guest")));
    QUIET(exec(QStringLiteral("DROP ROLE ls_guest")));
    QUIET(verdict(
        QStringLiteral("timeouts"), CheckVerdict::Ok,
        { QStringLiteral("statement_timeout = 7 s (role or database)"), QStringLiteral("sets its own") }));
}

void PreflightTest::saysThatStatementsAreNotKnown()
{
    QUIET(ask(plan()));
    QUIET(verdict(QStringLiteral("traffic"), CheckVerdict::Ok,
                  { QStringLiteral("pg_stat_statements is not installed") }));
}

void PreflightTest::saysThatTrafficWaitsAlready()
{
    const auto holder = open();
    const auto writer = open();
    QVERIFY(holder->executeScript(QStringLiteral("BEGIN; LOCK TABLE orders IN EXCLUSIVE MODE")).has_value());
    {
        const std::jthread writing(
            [&] { (void)writer->execute(QStringLiteral("UPDATE orders SET note = note WHERE id = 1")); });
        const auto release = qScopeGuard([&] { (void)holder->execute(QStringLiteral("ROLLBACK")); });
        QTest::qWait(700);
        QUIET(ask(plan()));
    }
    QUIET(verdict(QStringLiteral("traffic"), CheckVerdict::Attention,
                  { QStringLiteral("waits for somebody already"),
                    QStringLiteral("pid %1").arg(writer->server().backendPid) }));
}

void PreflightTest::showsNoSecrets()
{
    const auto other = open();
    QVERIFY(
        other->executeScript(QStringLiteral("BEGIN; CREATE ROLE ls_spy PASSWORD 'topsecret'")).has_value());
    // What is shown of a query may end within the secret.
    const auto cut = open();
    const QString padded =
        QStringLiteral("CREATE ROLE ls_spy2 /* %1 */ PASSWORD 'topsecret and longer still'")
            .arg(QString(240, QLatin1Char('x')));
    QVERIFY(cut->execute(QStringLiteral("BEGIN")).has_value() && cut->execute(padded).has_value());
    QTest::qWait(700);
    QUIET(ask(plan()));
    QVERIFY(other->execute(QStringLiteral("ROLLBACK")).has_value());
    QVERIFY(cut->execute(QStringLiteral("ROLLBACK")).has_value());
    const analysis::CheckItem *item = m_list->find(QStringLiteral("long-transactions"));
    QCOMPARE(item->verdict, CheckVerdict::Attention);
    QVERIFY(!item->rows.isEmpty());
    for (const QStringList &row : item->rows)
        QVERIFY2(!row.join(QLatin1Char(' ')).contains(QLatin1String("topsecret")), qPrintable(row.last()));
    for (const auto &queue : m_list->blast.queues)
        QVERIFY(!queue.session.query.contains(QLatin1String("topsecret")));
}

void PreflightTest::leavesOutWhatARunAsksAnyway()
{
    plan::Plan asking = plan();
    asking.steps.append(questionStep(QStringLiteral("s02"), QStringLiteral("SELECT 1"), QStringLiteral("0")));
    QUIET(ask(asking, project::PreflightOptions::beforeRun()));
    for (const char *id : { "drift", "traffic", "data-s02" })
        QVERIFY2(!m_list->find(QLatin1String(id)), id);
    QVERIFY(m_list->find(QStringLiteral("long-transactions")));
    QVERIFY(m_list->isBrief);
    asking.steps.append(questionStep(QStringLiteral("s03"), QStringLiteral("SELECT 1"), QStringLiteral("0")));
    QUIET(ask(asking, project::PreflightOptions::beforeRun({ QStringLiteral("data-s03") })));
    QVERIFY(!m_list->find(QStringLiteral("data-s02")));
    QUIET(verdict(QStringLiteral("data-s03"), CheckVerdict::Stop));
    QUIET(ask(asking));
    QVERIFY(!m_list->isBrief);
}

void PreflightTest::failsWithoutAServer()
{
    postgres::ConnectionTarget nowhere;
    nowhere.text = QStringLiteral("host=/nowhere dbname=none password=topsecret");
    const auto list = project::readChecklist(std::make_shared<plan::Plan>(plan()), nowhere, quick());
    QVERIFY(!list.has_value());
    QCOMPARE(list.error().kind, base::ErrorKind::Connection);
    QVERIFY(!list.error().toText().contains(QLatin1String("topsecret")));
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = project::readChecklist(std::make_shared<plan::Plan>(plan()), m_database->target(),
                                                quick(), stop.get_token());
    QVERIFY(!stopped.has_value() && stopped.error().isCanceled());
}

QTEST_GUILESS_MAIN(PreflightTest)
#include "tst_preflight.moc"
