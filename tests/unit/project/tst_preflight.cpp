#include <model/project/preflight.h>
#include <model/schema/objectid.h>
#include <model/sources/catalogreader.h>

#include <tests/support/postgrestest.h>

#include <QTest>

#include <memory>

using namespace lockstep;
using analysis::CheckVerdict;

/// The checklist asked of a real server in which there is something to find.
class PreflightTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
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
    void countsRowsThatWouldStopThePlan();
    void leavesRowsToABackfillBeforeThem();
    void tellsWhichQueriesMustWait();
    void givesUpOnASlowQueryAndGoesOn();
    void namesPublicationsSequencesAndEventTriggers();
    void saysWhichTimeoutsAreInForce();
    void comparesWhatIsNeededWithWhatIsFree();
    void knowsAServerThatBuildsFaultyIndexes();
    void saysThatStatementsAreNotKnown();
    void showsNoSecrets();
    void leavesOutWhatARunAsksAnyway();
    void failsWithoutAServer();

private:
    [[nodiscard]] std::unique_ptr<postgres::Session> open() const { return m_database->open().value(); }
    [[nodiscard]] plan::Plan plan() const;
    [[nodiscard]] static project::PreflightOptions quick();
    void ask(const plan::Plan &plan, const project::PreflightOptions &options = quick(),
             const QString &extra = {});
    void verdict(const QString &id, CheckVerdict verdict, const QStringList &words = {});
    void exec(const QString &sql);

    std::unique_ptr<scratch::ScratchDatabase> m_database;
    std::unique_ptr<postgres::Session> m_session;
    analysis::ChecklistPtr m_list;
};

#define QUIET(call)                                                                                          \
    call;                                                                                                    \
    if (QTest::currentTestFailed())                                                                          \
    return

namespace {

plan::Step lockingStep(const QString &id, const QString &sql, const QString &relation, plan::LockMode mode)
{
    plan::Step step;
    step.id = id;
    step.title = QStringLiteral("Step ") + id;
    step.sql = { sql };
    step.relations = { relation };
    step.assessment.analysed = true;
    step.assessment.locks = { { relation, mode } };
    step.assessment.lockHoldMs = 10;
    step.assessment.estimate = { 5, 10, 20, QString() };
    return step;
}

plan::Step questionStep(const QString &id, const QString &sql, const QString &expect,
                        const QString &sample = {})
{
    plan::Step step;
    step.id = id;
    step.kind = plan::StepKind::Verify;
    step.title = QStringLiteral("Ask ") + id;
    step.relations = { QStringLiteral("public.orders") };
    step.verify = { { sql, expect, false, sample } };
    return step;
}

} // namespace

void PreflightTest::initTestCase()
{
    QString why;
    if (!testing::server(&why))
        QSKIP(qPrintable(why));
    auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("preflight"));
    QVERIFY(database.has_value());
    m_database = std::move(*database);
    m_session = open();
    QUIET(exec(QStringLiteral("CREATE TABLE users (id integer PRIMARY KEY); "
                              "CREATE TABLE orders (id serial PRIMARY KEY, user_id integer, note text); "
                              "INSERT INTO users SELECT generate_series(1, 10); "
                              "INSERT INTO orders (user_id, note) SELECT i, nullif(i, 7)::text FROM "
                              "generate_series(1, 12) i")));
}

void PreflightTest::cleanup()
{
    m_list.reset();
}

void PreflightTest::exec(const QString &sql)
{
    const auto done = m_session->executeScript(sql);
    QVERIFY2(done.has_value(), qPrintable(done.has_value() ? QString() : done.error().toText()));
}

plan::Plan PreflightTest::plan() const
{
    plan::Plan plan;
    plan.serverVersion = m_session->server().version;
    plan.steps = { lockingStep(QStringLiteral("s01"), QStringLiteral("ALTER TABLE orders ADD COLUMN a text"),
                               QStringLiteral("public.orders"), plan::LockMode::AccessExclusive) };
    return plan;
}

project::PreflightOptions PreflightTest::quick()
{
    project::PreflightOptions options;
    options.sampleMs = 0;
    options.readSchema = false;
    options.longTransactionSeconds = 0.6;
    options.stuckTransactionSeconds = 60;
    return options;
}

void PreflightTest::ask(const plan::Plan &plan, const project::PreflightOptions &options,
                        const QString &extra)
{
    postgres::ConnectionTarget target = m_database->target();
    target.text += extra;
    plan::Plan proved = plan;
    proved.proof.status = plan::ProofStatus::Proved;
    proved.proof.planDigest = proved.digest();
    const auto list = project::readChecklist(std::make_shared<plan::Plan>(proved), target, options);
    QVERIFY2(list.has_value(), qPrintable(list.has_value() ? QString() : list.error().toText()));
    m_list = *list;
}

void PreflightTest::verdict(const QString &id, CheckVerdict verdict, const QStringList &words)
{
    QVERIFY(m_list);
    const analysis::CheckItem *item = m_list->find(id);
    QVERIFY2(item, qPrintable(id));
    QVERIFY2(item->verdict == verdict, qPrintable(id + QStringLiteral(" is ") + analysis::name(item->verdict)
                                                  + QStringLiteral(": ") + item->consequence));
    const QString said = item->consequence + QLatin1Char(' ') + item->advice;
    for (const QString &word : words)
        QVERIFY2(said.contains(word), qPrintable(said));
}

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

void PreflightTest::countsRowsThatWouldStopThePlan()
{
    plan::Plan asking = plan();
    asking.steps.prepend(questionStep(
        QStringLiteral("s00"), QStringLiteral("SELECT count(*) FROM public.orders WHERE user_id > 10"),
        QStringLiteral("0"),
        QStringLiteral("SELECT id, user_id FROM public.orders WHERE user_id > 10 ORDER BY id")));
    QUIET(ask(asking));
    QUIET(verdict(QStringLiteral("data-s00"), CheckVerdict::Stop,
                  { QStringLiteral("gives 2 and must give 0") }));
    const analysis::CheckItem *item = m_list->find(QStringLiteral("data-s00"));
    QCOMPARE(item->columns, (QStringList{ QStringLiteral("id"), QStringLiteral("user_id") }));
    QCOMPARE(item->rows.size(), 2);
    QCOMPARE(item->rows.first().last(), QStringLiteral("11"));
}

void PreflightTest::leavesRowsToABackfillBeforeThem()
{
    plan::Plan asking = plan();
    plan::Step fill;
    fill.id = QStringLiteral("s01");
    fill.kind = plan::StepKind::Backfill;
    fill.relations = { QStringLiteral("public.orders") };
    asking.steps = { fill, questionStep(QStringLiteral("s02"),
                                        QStringLiteral("SELECT count(*) FROM orders WHERE note IS NULL"),
                                        QStringLiteral("0")) };
    QUIET(ask(asking));
    QUIET(verdict(QStringLiteral("data-s02"), CheckVerdict::Ok, { QStringLiteral("a backfill before it") }));
}

void PreflightTest::tellsWhichQueriesMustWait()
{
    plan::Plan asking = plan();
    asking.steps.append(questionStep(QStringLiteral("s02"),
                                     QStringLiteral("SELECT count(*) FROM orders WHERE a IS NULL"),
                                     QStringLiteral("0")));
    QUIET(ask(asking));
    QVERIFY(!m_list->find(QStringLiteral("data-s02")));
    QUIET(verdict(QStringLiteral("data-later"), CheckVerdict::Ok, { QStringLiteral("step s02") }));
}

void PreflightTest::givesUpOnASlowQueryAndGoesOn()
{
    plan::Plan asking = plan();
    asking.steps.append(
        questionStep(QStringLiteral("s02"), QStringLiteral("SELECT pg_sleep(20)"), QStringLiteral("0")));
    asking.steps.append(questionStep(QStringLiteral("s03"), QStringLiteral("SELECT 0"), QStringLiteral("0")));
    project::PreflightOptions options = quick();
    options.rowsTimeoutMs = 300;
    QUIET(ask(asking, options));
    QUIET(verdict(QStringLiteral("data-s02"), CheckVerdict::NotKnown, { QStringLiteral("within 0.3 s") }));
    QUIET(verdict(QStringLiteral("data-s03"), CheckVerdict::Ok));
    // Nothing is waited for: a locked table is not known, and nobody queues behind the question.
    const auto other = open();
    QVERIFY(other->executeScript(QStringLiteral("BEGIN; LOCK TABLE orders")).has_value());
    asking.steps.last().verify.first().sql = QStringLiteral("SELECT count(*) FROM orders");
    QUIET(ask(asking, options));
    QUIET(verdict(QStringLiteral("data-s03"), CheckVerdict::NotKnown));
    QVERIFY(other->execute(QStringLiteral("ROLLBACK")).has_value());
    // And nothing is written, whatever a query says.
    asking.steps.last().verify.first().sql = QStringLiteral("SELECT setval('orders_id_seq', 5)");
    QUIET(ask(asking, options));
    QUIET(verdict(QStringLiteral("data-s03"), CheckVerdict::NotKnown, { QStringLiteral("read-only") }));
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

void PreflightTest::comparesWhatIsNeededWithWhatIsFree()
{
    constexpr qint64 gigabyte = 1024LL * 1024 * 1024;
    plan::Plan rewriting = plan();
    rewriting.steps.first().assessment.effect = plan::Effect::Rewrite;
    const schema::CheckReadings sizes{
        { QStringLiteral("disk-space"),
          { QStringLiteral("disk-space"),
            QStringLiteral("SELECT 1"),
            { QStringLiteral("relation"), QStringLiteral("table_bytes"), QStringLiteral("index_bytes") },
            { { QStringLiteral("public.orders"), QString::number(8 * gigabyte),
                QString::number(2 * gigabyte) } } } }
    };
    analysis::CheckInput input{ rewriting, sizes };
    const auto disk = [&input] { return *analysis::judge(input).find(QStringLiteral("disk-space")); };
    QCOMPARE(disk().verdict, CheckVerdict::Attention);
    QVERIFY2(disk().consequence.contains(QLatin1String("10 GB more on disk"))
                 && disk().consequence.contains(QLatin1String("cannot be asked through SQL")),
             qPrintable(disk().consequence));
    input.freeBytes = 15 * gigabyte;
    QCOMPARE(disk().verdict, CheckVerdict::Stop);
    input.freeBytes = 500 * gigabyte;
    QCOMPARE(disk().verdict, CheckVerdict::Ok);
    // An estimate wins where it can be of this table.
    rewriting.steps.first().assessment.estimate.diskBytes = 7 * gigabyte;
    rewriting.steps.first().assessment.estimate.walBytes = 1 * gigabyte;
    QVERIFY2(disk().consequence.contains(QLatin1String("7 GB more on disk")), qPrintable(disk().consequence));
    QVERIFY2(disk().consequence.contains(QLatin1String("1 GB of WAL")), qPrintable(disk().consequence));
    rewriting.steps.first().assessment.estimate.diskBytes = 900 * gigabyte;
    QVERIFY2(disk().consequence.contains(QLatin1String("10 GB more on disk")),
             qPrintable(disk().consequence));
}

void PreflightTest::knowsAServerThatBuildsFaultyIndexes()
{
    plan::Plan concurrent = plan();
    concurrent.steps.first().sql = { QStringLiteral("create index concurrently i on orders (user_id)") };
    const schema::CheckReadings none;
    analysis::CheckInput input{ concurrent, none };
    for (const auto &[version, expected] :
         { std::pair(140003, CheckVerdict::Stop), std::pair(140004, CheckVerdict::Ok),
           std::pair(130001, CheckVerdict::Ok) }) {
        input.serverVersion = version;
        QCOMPARE(analysis::judge(input).find(QStringLiteral("concurrent-indexes"))->verdict, expected);
    }
    // Without an answer nothing is well.
    QCOMPARE(analysis::judge(input).find(QStringLiteral("server"))->verdict, CheckVerdict::NotKnown);
}

void PreflightTest::saysThatStatementsAreNotKnown()
{
    QUIET(ask(plan()));
    QUIET(verdict(QStringLiteral("traffic"), CheckVerdict::Ok,
                  { QStringLiteral("pg_stat_statements is not installed") }));
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
