#include <model/postgres/session.h>

#include <QElapsedTimer>
#include <QTest>

#include <tests/support/postgrestest.h>
#include <thread>

using namespace lockstep;

/// Connections and statements on a real server.
class SessionTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void knowsItsServer();
    void readsRowsAndNulls();
    void reportsEveryFieldOfAnError_data();
    void reportsEveryFieldOfAnError();
    void countsPositionsInCharacters();
    void cancelsFromAnotherThread();
    void doesNotCancelWhatDoesNotRun();
    void tellsATimeoutFromACancel();
    void stopsWithItsToken();
    void neverReconnects();
    void leavesTransactionsToItsCaller();
    void copiesRowsIn();
    void survivesACopyItCannotServe();
    void readsInBatches();
    void keepsRowsOfOneKeyTogether();
    void throwsTheRestOfABigResultAway();
    void failsInTheMiddleOfABigResult();
    void doesNotConnectOnceItWasToldToStop();
    void passesNoticesOn();
    void refusesNulCharacters();
    void explainsWhyItCannotConnect_data();
    void explainsWhyItCannotConnect();

private:
    std::unique_ptr<postgres::Session> open();
    std::unique_ptr<scratch::ScratchDatabase> m_database;
};

void SessionTest::initTestCase()
{
    QString why;
    const auto server = testing::server(&why);
    QVERIFY2(server, qPrintable(why));
    auto database = scratch::ScratchDatabase::create(server, QStringLiteral("session"));
    QVERIFY(database.has_value());
    m_database = std::move(database).value();
    const auto made = open()->executeScript(QStringLiteral(
        "CREATE TABLE users (id int PRIMARY KEY, age int NOT NULL CONSTRAINT adult CHECK (age > 17));"
        "CREATE DOMAIN percent AS int CHECK (VALUE BETWEEN 0 AND 100)"));
    QVERIFY2(made.has_value(), qPrintable(made.has_value() ? QString() : made.error().toText()));
}

std::unique_ptr<postgres::Session> SessionTest::open()
{
    auto session = m_database->open();
    if (!session.has_value())
        qFatal("%s", qPrintable(session.error().toText()));
    return std::move(session).value();
}

void SessionTest::knowsItsServer()
{
    const auto session = open();
    QVERIFY(session->server().version >= 120000);
    QCOMPARE(session->server().database, m_database->name());
    QCOMPARE(session->server().user, scratch::scratchRole());
    QVERIFY(!session->server().inRecovery);
    QVERIFY(!session->server().readOnly);
    QVERIFY(!session->server().systemIdentifier.isEmpty());
    QVERIFY(session->server().databaseOid > 0);
    const auto pid =
        session->query(QStringLiteral("SELECT pg_backend_pid(), current_setting('client_encoding')"));
    QCOMPARE(pid->integer(0, 0), qint64(session->server().backendPid));
    QCOMPARE(pid->text(0, 1), QStringLiteral("UTF8"));
}

void SessionTest::readsRowsAndNulls()
{
    const auto session = open();
    const auto rows = session->query(
        QStringLiteral("SELECT $1::text AS a, $2::int AS b, true AS c UNION ALL SELECT 'x', 7, false"),
        { QStringLiteral("gr\u00fcn"), std::nullopt });
    QVERIFY(rows.has_value());
    QCOMPARE(rows->count(), 2);
    QCOMPARE(rows->columns(), QStringList({ QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c") }));
    QCOMPARE(rows->text(0, 0), QStringLiteral("gr\u00fcn"));
    QVERIFY(rows->isNull(0, 1));
    QCOMPARE(rows->integer(1, 1), qint64(7));
    QVERIFY(rows->boolean(0, 2));
    const auto touched = session->query(QStringLiteral("UPDATE users SET age = 20 WHERE false"));
    QCOMPARE(touched->affected, qint64(0));
}

void SessionTest::reportsEveryFieldOfAnError_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("sqlstate");
    QTest::addColumn<QString>("object");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");

    QTest::newRow("syntax") << QStringLiteral("SELECT 1\n  FRM x") << QStringLiteral("42601") << QString()
                            << 2 << 7;
    QTest::newRow("unknown column") << QStringLiteral("SELECT nme FROM users") << QStringLiteral("42703")
                                    << QString() << 1 << 8;
    QTest::newRow("check") << QStringLiteral("INSERT INTO users VALUES (1, 3)") << QStringLiteral("23514")
                           << QStringLiteral("constraint adult on public.users") << 0 << 0;
    QTest::newRow("not null") << QStringLiteral("INSERT INTO users VALUES (1, NULL)")
                              << QStringLiteral("23502") << QStringLiteral("column public.users.age") << 0
                              << 0;
    QTest::newRow("domain") << QStringLiteral("SELECT 200::percent") << QStringLiteral("23514")
                            << QStringLiteral("constraint percent_check") << 0 << 0;
    QTest::newRow("raised") << QStringLiteral(
        "DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = 'P0099', HINT = 'h', DETAIL = 'd'; END $$")
                            << QStringLiteral("P0099") << QString() << 0 << 0;
}

void SessionTest::reportsEveryFieldOfAnError()
{
    QFETCH(QString, sql);
    QFETCH(int, line);
    const auto result = open()->execute(sql);
    QVERIFY(!result.has_value());
    const base::Error &error = result.error();
    QCOMPARE(error.kind, base::ErrorKind::Server);
    QCOMPARE(error.statement, sql);
    QVERIFY(!error.message.isEmpty());
    QTEST(error.sqlstate, "sqlstate");
    QTEST(error.object, "object");
    QCOMPARE(error.position.has_value(), line > 0);
    if (line > 0) {
        QCOMPARE(error.position->line, line);
        QTEST(error.position->column, "column");
    }
    if (error.sqlstate == QLatin1String("P0099")) {
        QCOMPARE(error.hint, QStringLiteral("h"));
        QVERIFY(error.detail.startsWith(QLatin1Char('d')));
    }
}

void SessionTest::countsPositionsInCharacters()
{
    const auto result =
        open()->query(QString::fromUtf8("SELECT 'gr\xC3\xB6\xC3\x9F\xF0\x9F\x98\x80', nowhere"));
    QVERIFY(!result.has_value());
    QVERIFY(result.error().position.has_value());
    QCOMPARE(result.error().position->column, 17);
}

void SessionTest::cancelsFromAnotherThread()
{
    const auto session = open();
    QElapsedTimer timer;
    timer.start();
    std::thread canceller([&session] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        session->cancel();
    });
    const auto result = session->query(QStringLiteral("SELECT pg_sleep(30)"));
    canceller.join();
    QVERIFY(!result.has_value());
    QVERIFY(result.error().isCanceled());
    QCOMPARE(result.error().sqlstate, QStringLiteral("57014"));
    QVERIFY(timer.elapsed() < 10000);
    QVERIFY(session->query(QStringLiteral("SELECT 1")).has_value());
}

void SessionTest::doesNotCancelWhatDoesNotRun()
{
    const auto session = open();
    session->cancel();
    const auto result = session->query(QStringLiteral("SELECT pg_sleep(0.05)"));
    QVERIFY2(result.has_value(), "a cancel that came too early hit the next statement");
}

void SessionTest::tellsATimeoutFromACancel()
{
    const auto session = open();
    QVERIFY(session->execute(QStringLiteral("SET statement_timeout = 50")).has_value());
    const auto result = session->query(QStringLiteral("SELECT pg_sleep(5)"));
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().sqlstate, QStringLiteral("57014"));
    QCOMPARE(result.error().kind, base::ErrorKind::Server);
}

void SessionTest::stopsWithItsToken()
{
    const auto session = open();
    std::stop_source source;
    const postgres::CancelOnStop guard(*session, source.get_token());
    std::thread stopper([&source] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        source.request_stop();
    });
    const auto result = session->query(QStringLiteral("SELECT pg_sleep(30)"));
    stopper.join();
    QVERIFY(!result.has_value() && result.error().isCanceled());
}

void SessionTest::neverReconnects()
{
    const auto session = open();
    QVERIFY(session->execute(QStringLiteral("SELECT pg_advisory_lock(42)")).has_value());
    const auto killed = open()->query(QStringLiteral("SELECT pg_terminate_backend($1::int)"),
                                      { QString::number(session->server().backendPid) });
    QVERIFY(killed.has_value());
    for (int attempt = 0; attempt < 3; ++attempt) {
        const auto result = session->query(QStringLiteral("SELECT 1"));
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().kind, base::ErrorKind::Connection);
    }
    QVERIFY(!session->isConnected());
}

void SessionTest::leavesTransactionsToItsCaller()
{
    const auto session = open();
    QVERIFY(!session->inTransaction());
    QVERIFY(
        session->execute(QStringLiteral("CREATE INDEX CONCURRENTLY users_age ON users (age)")).has_value());
    QVERIFY(session->execute(QStringLiteral("BEGIN")).has_value());
    QVERIFY(session->inTransaction());
    QVERIFY(session->execute(QStringLiteral("DROP INDEX users_age")).has_value());
    QVERIFY(session->execute(QStringLiteral("ROLLBACK")).has_value());
    QVERIFY(!session->inTransaction());
    QCOMPARE(session->query(QStringLiteral("SELECT count(*) FROM pg_class WHERE relname = 'users_age'"))
                 ->text(0, 0),
             QStringLiteral("1"));
}

void SessionTest::copiesRowsIn()
{
    const auto session = open();
    QVERIFY(session->execute(QStringLiteral("CREATE TEMP TABLE t (a int, b text)")).has_value());
    QVERIFY(session->copyIn(QStringLiteral("COPY t FROM STDIN"), "1\tx\n2\t\\N\n").has_value());
    QCOMPARE(session->query(QStringLiteral("SELECT sum(a) || max(b) FROM t"))->text(0, 0),
             QStringLiteral("3x"));
    const auto wrong = session->copyIn(QStringLiteral("COPY t FROM STDIN"), "x\ty\n");
    QVERIFY(!wrong.has_value());
    QCOMPARE(wrong.error().sqlstate, QStringLiteral("22P02"));
}

void SessionTest::survivesACopyItCannotServe()
{
    const auto session = open();
    QVERIFY(!session->execute(QStringLiteral("COPY users FROM STDIN")).has_value());
    QVERIFY(!session->execute(QStringLiteral("COPY pg_class TO STDOUT")).has_value());
    QVERIFY(session->query(QStringLiteral("SELECT 1")).has_value());
}

void SessionTest::readsInBatches()
{
    const auto session = open();
    const QString hard = QStringLiteral("E'\\t \\n \\r \\b \\f \\x0b \\\\ \\\\N gr\u00fcn'");
    const QString sql =
        QStringLiteral("SELECT i, %1, NULL, '', i % 2 = 0 FROM generate_series(1, 50000) i -- %2")
            .arg(hard, QStringLiteral("end"));
    qint64 sum = 0;
    int batches = 0;
    const auto taken = session->queryInBatches(sql, 0, [&](postgres::Rows &&rows) {
        ++batches;
        for (int i = 0; i < rows.count(); ++i) {
            sum += rows.integer(i, 0);
            if (rows.text(i, 1) != QStringLiteral("\t \n \r \b \f \v \\ \\N gr\u00fcn") || !rows.isNull(i, 2)
                || rows.isNull(i, 3) || !rows.text(i, 3).isEmpty())
                return false;
        }
        return true;
    });
    QVERIFY2(taken.has_value(), taken.has_value() ? "" : qPrintable(taken.error().toText()));
    QCOMPARE(sum, qint64(50000) * 50001 / 2);
    QVERIFY(batches > 1);
    QCOMPARE(session->query(QStringLiteral("SELECT 1"))->integer(0, 0), 1);
}

void SessionTest::keepsRowsOfOneKeyTogether()
{
    const auto session = open();
    qint64 last = -1;
    int rowCount = 0;
    int batches = 0;
    const auto taken = session->queryInBatches(
        QStringLiteral(
            "SELECT i / 70000, i, repeat('x', 20) FROM generate_series(0, 279999) i ORDER BY 1, 2"),
        1, [&](postgres::Rows &&rows) {
            ++batches;
            const bool isCutAtAKey = rows.integer(0, 0) != last;
            last = rows.integer(rows.count() - 1, 0);
            rowCount += rows.count();
            return isCutAtAKey;
        });
    QVERIFY(taken.has_value());
    QCOMPARE(batches, 4);
    QCOMPARE(rowCount, 280000);
}

void SessionTest::throwsTheRestOfABigResultAway()
{
    const auto session = open();
    QElapsedTimer timer;
    timer.start();
    const auto taken =
        session->queryInBatches(QStringLiteral("SELECT repeat('x', 1000), generate_series(1, 100000000)"), 0,
                                [](postgres::Rows &&) { return false; });
    QVERIFY(!taken.has_value() && taken.error().isCanceled());
    QVERIFY(timer.elapsed() < 10000);
    QCOMPARE(session->query(QStringLiteral("SELECT 1"))->integer(0, 0), 1);
}

void SessionTest::failsInTheMiddleOfABigResult()
{
    const auto session = open();
    const auto taken =
        session->queryInBatches(QStringLiteral("SELECT 1 / (5000 - i) FROM generate_series(1, 9999) i"), 0,
                                [](postgres::Rows &&) { return true; });
    QVERIFY(!taken.has_value());
    QCOMPARE(taken.error().sqlstate, QStringLiteral("22012"));
    QCOMPARE(session->query(QStringLiteral("SELECT 1"))->integer(0, 0), 1);
}

void SessionTest::doesNotConnectOnceItWasToldToStop()
{
    std::stop_source source;
    source.request_stop();
    const auto another = open()->openAnother(source.get_token());
    QVERIFY(!another.has_value() && another.error().isCanceled());
}

void SessionTest::passesNoticesOn()
{
    const auto session = open();
    QStringList seen;
    session->setNoticeHandler([&seen](const QString &severity, const QString &message) {
        seen.append(severity + QLatin1Char(' ') + message);
    });
    QVERIFY(session->execute(QStringLiteral("DO $$ BEGIN RAISE WARNING 'careful'; END $$")).has_value());
    QCOMPARE(seen, QStringList{ QStringLiteral("WARNING careful") });
}

void SessionTest::refusesNulCharacters()
{
    const auto result = open()->query(QStringLiteral("SELECT 1") + QChar(0) + QStringLiteral("; SELECT 2"));
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().kind, base::ErrorKind::Input);
}

void SessionTest::explainsWhyItCannotConnect_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("sqlstate");
    QTest::addColumn<QString>("hintPart");

    QTest::newRow("no database") << QStringLiteral("dbname=nowhere") << QStringLiteral("3D000")
                                 << QStringLiteral("existing database");
    QTest::newRow("no role") << QStringLiteral("user=nobody_at_all") << QStringLiteral("28000")
                             << QStringLiteral("role");
    QTest::newRow("role without login") << QStringLiteral("user=ls_group") << QStringLiteral("28000")
                                        << QStringLiteral("ALTER ROLE ... LOGIN");
    QTest::newRow("no server") << QStringLiteral("host=/nowhere/at/all") << QString()
                               << QStringLiteral("socket");
    QTest::newRow("refused port") << QStringLiteral("host=127.0.0.1 port=1") << QString()
                                  << QStringLiteral("check the port");
    QTest::newRow("unknown host") << QStringLiteral("host=no.such.host.invalid") << QString()
                                  << QStringLiteral("spelled");
    QTest::newRow("no service") << QStringLiteral("service=lockstep_no_such_service") << QString()
                                << QStringLiteral("pg_service.conf");
    QTest::newRow("no sense") << QStringLiteral("host=x bogus") << QString()
                              << QStringLiteral("postgresql://");
}

void SessionTest::explainsWhyItCannotConnect()
{
    QFETCH(QString, change);
    const auto own = m_database->open();
    QVERIFY(own.has_value());
    (void)(*own)->execute(
        QStringLiteral("CREATE ROLE ls_group NOLOGIN")); // There already after the first row.
    const postgres::ConnectionTarget target{ m_database->target().text + QLatin1Char(' ') + change
                                             + QStringLiteral(" password='top secret'") };
    const auto session = postgres::Session::open(target);
    QVERIFY(!session.has_value());
    QCOMPARE(session.error().kind, base::ErrorKind::Connection);
    QTEST(session.error().sqlstate, "sqlstate");
    QFETCH(QString, hintPart);
    QVERIFY2(session.error().hint.contains(hintPart), qPrintable(session.error().toText()));
    QVERIFY2(!session.error().toText().contains(QStringLiteral("top secret")),
             qPrintable(session.error().toText()));
}

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
