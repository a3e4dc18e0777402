#include "program.h"

#include <model/postgres/session.h>

#include <tests/support/pooler.h>
#include <tests/support/patience.h>
#include <tests/support/postgrestest.h>

#include <QTest>

#include <atomic>
#include <thread>

using namespace lockstep;
using namespace lockstep::testing;

/// A plan with every phase - expand, backfill, concurrent index, validation, gate, contract - from the
/// command line to the way back while an application writes, on the server itself and beside poolers.
class CliAllPhasesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void runsToTheTargetAndBack_data();
    void runsToTheTargetAndBack();
    void leavesTheSessionsOfAPoolAlone();

private:
    Program::Outcome call(const QStringList &arguments) { return m_cli.run(arguments); }
    QStringList comparison(const QString &database, const QString &with) const;
    Program m_cli;
    QString m_scratch;
};

namespace {

const QByteArray schemaBefore = "CREATE TABLE customers (id integer PRIMARY KEY, name text NOT NULL);\n"
                                "CREATE TABLE orders (id integer PRIMARY KEY, customer integer NOT NULL,\n"
                                "    amount integer NOT NULL, note text);\n";
const QByteArray schemaAfter = "CREATE TABLE customers (id integer PRIMARY KEY, name text NOT NULL);\n"
                               "CREATE TABLE orders (id integer PRIMARY KEY,\n"
                               "    customer integer NOT NULL REFERENCES customers,\n"
                               "    amount bigint NOT NULL, note text NOT NULL);\n"
                               "CREATE INDEX orders_customer_idx ON orders (customer);\n";

/// Writes as the application does, until it is destroyed. Counts what did not come through.
class Writer
{
public:
    explicit Writer(const postgres::ConnectionTarget &target)
        : m_thread([this, target](const std::stop_token &stop) { write(target, stop); })
    { }
    /// Returns once the last write is through.
    void finish()
    {
        m_thread.request_stop();
        if (m_thread.joinable())
            m_thread.join();
    }
    [[nodiscard]] int writes() const { return m_writes; }
    /// What the first write that failed said; to be asked after finish().
    [[nodiscard]] const QString &failure() const { return m_failure; }

private:
    void write(const postgres::ConnectionTarget &target, const std::stop_token &stop)
    {
        auto session = postgres::Session::open(target);
        for (int i = 0; session.has_value() && !stop.stop_requested(); ++i) {
            const auto done = (*session)->execute(
                QStringLiteral("UPDATE orders SET amount = amount + 1 WHERE id = 1 + %1 % 20000")
                    .arg(i * 37));
            m_writes += done.has_value();
            if (!done.has_value() && m_failure.isEmpty())
                m_failure = done.error().toText();
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }
    std::atomic<int> m_writes = 0;
    QString m_failure;
    std::jthread m_thread;
};

} // namespace

void CliAllPhasesTest::initTestCase()
{
    if (!m_cli.fault().isEmpty())
        QSKIP(qPrintable(m_cli.fault()));
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
    m_scratch = testing::server()->maintenance().text;
    m_cli.file(QStringLiteral("before.sql"), schemaBefore);
    m_cli.file(QStringLiteral("after.sql"), schemaAfter);
}

QStringList CliAllPhasesTest::comparison(const QString &database, const QString &with) const
{
    return { QStringLiteral("compare"),
             QStringLiteral("--scratch"),
             m_scratch,
             QStringLiteral("--current"),
             database,
             QStringLiteral("--target"),
             with };
}

void CliAllPhasesTest::runsToTheTargetAndBack_data()
{
    QTest::addColumn<QString>("poolMode");
    QTest::newRow("on the server itself") << QString();
    QTest::newRow("through a pool in session mode") << "session";
    QTest::newRow("beside a pool in transaction mode") << "transaction";
}

void CliAllPhasesTest::runsToTheTargetAndBack()
{
    QFETCH(QString, poolMode);
    const auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("all phases"));
    QVERIFY(database.has_value());
    const auto session = (*database)->open();
    QVERIFY(session.has_value());
    QVERIFY((*session)
                ->executeScript(QString::fromUtf8(schemaBefore)
                                + QStringLiteral("INSERT INTO customers SELECT i, 'c' || i FROM "
                                                 "generate_series(1, 500) i;"
                                                 "INSERT INTO orders SELECT i, 1 + i % 500, 0, 'n' FROM "
                                                 "generate_series(1, 20000) i;"
                                                 "ANALYZE"))
                .has_value());
    QString why;
    std::unique_ptr<Pooler> pool;
    if (!poolMode.isEmpty()) {
        pool = Pooler::start(testing::server(), poolMode, 10, &why);
        QVERIFY2(pool, qPrintable(why));
    }
    const postgres::ConnectionTarget target =
        pool ? pool->through((*database)->target()) : (*database)->target();
    // pg_dump does not go through a pool in transaction mode: it would spoil the application's sessions.
    const QString current =
        poolMode == QLatin1String("transaction") ? (*database)->target().text : target.text;
    const Program::Outcome planned =
        call({ QStringLiteral("plan"), QStringLiteral("--scratch"), m_scratch, QStringLiteral("--current"),
               current, QStringLiteral("--target"), QStringLiteral("after.sql"),
               QStringLiteral("--fail-on=none"), QStringLiteral("-o"), QStringLiteral("all.lockplan") });
    QVERIFY2(planned.code == 0, qPrintable(planned.err));
    QStringList onDatabase{ QStringLiteral("run"), QStringLiteral("all.lockplan"),
                            QStringLiteral("--database"), target.text };
    if (poolMode == QLatin1String("transaction"))
        onDatabase << QStringLiteral("--direct") << (*database)->target().text;
    Writer writer(target);
    QTRY_VERIFY_WITH_TIMEOUT(writer.writes() > 20, longEnoughMs);
    const Program::Outcome stopped = call(onDatabase);
    QCOMPARE(stopped.code, 6); // At the gate.
    QVERIFY2(stopped.err.contains(QStringLiteral("--resume --approve-gates")), qPrintable(stopped.err));
    const Program::Outcome done = call(onDatabase
                                       + QStringList{ QStringLiteral("--resume"), QStringLiteral("--yes"),
                                                      QStringLiteral("--allow-loss=all") });
    QVERIFY2(done.code == 0, qPrintable(done.err));
    const Program::Outcome reached = call(comparison(target.text, QStringLiteral("after.sql")));
    QVERIFY2(reached.code == 0, qPrintable(reached.out + reached.err));
    const Program::Outcome back =
        call(onDatabase + QStringList{ QStringLiteral("--rollback"), QStringLiteral("--yes") });
    QVERIFY2(back.code == 0, qPrintable(back.err));
    const Program::Outcome restored = call(comparison(target.text, QStringLiteral("before.sql")));
    QVERIFY2(restored.code == 0, qPrintable(restored.out + restored.err));
    writer.finish();
    QVERIFY2(writer.failure().isEmpty(), qPrintable(writer.failure()));
    // Every committed write is there: none lost, none made twice.
    QCOMPARE((*session)->query(QStringLiteral("SELECT sum(amount) FROM orders")).value().integer(0, 0),
             qint64(writer.writes()));
}

void CliAllPhasesTest::leavesTheSessionsOfAPoolAlone()
{
    const auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("pool"));
    QVERIFY(database.has_value());
    QVERIFY((*database)->open().value()->executeScript(QString::fromUtf8(schemaBefore)).has_value());
    QString why;
    const auto pool = Pooler::start(testing::server(), QStringLiteral("transaction"), 1, &why);
    QVERIFY2(pool, qPrintable(why));
    const QString target = pool->through((*database)->target()).text;
    const Program::Outcome planned =
        call({ QStringLiteral("plan"), QStringLiteral("--scratch"), m_scratch, QStringLiteral("--current"),
               target, QStringLiteral("--target"), QStringLiteral("after.sql"),
               QStringLiteral("--fail-on=none"), QStringLiteral("-o"), QStringLiteral("pooled.lockplan") });
    QVERIFY2(planned.err.contains(QStringLiteral("The plan cannot be proved: pg_dump would leave")),
             qPrintable(planned.err));
    (void)call(
        { QStringLiteral("check"), QStringLiteral("pooled.lockplan"), QStringLiteral("--database"), target });
    // The only session of the pool, as the application gets it.
    auto session = postgres::Session::open(pool->through((*database)->target()));
    QVERIFY(session.has_value());
    const auto changed = (*session)->query(QStringLiteral(
        "SELECT string_agg(name || '=' || setting, ', ') FROM pg_settings WHERE source = 'session'"
        " AND name NOT IN ('application_name', 'client_encoding', 'DateStyle', 'TimeZone')"));
    QVERIFY(changed.has_value());
    QCOMPARE(changed->text(0, 0), QString());
    QVERIFY((*session)->execute(QStringLiteral("SELECT FROM orders")).has_value());
}

QTEST_GUILESS_MAIN(CliAllPhasesTest)
#include "tst_cliallphases.moc"
