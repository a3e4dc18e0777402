#include <model/scratch/scriptloader.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <tests/support/postgrestest.h>
#include <thread>

using namespace lockstep;

/// Loading scripts as people and pg_dump write them.
class ScriptLoaderTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void loadsStatementsOutOfOrder();
    void takesTheSchemaThatEveryDatabaseHas();
    void remembersTheSearchPathOfWhatItPutsOff();
    void createsRolesThatAreMissing();
    void goesOnWithoutAnExtensionThatIsNotInstalled();
    void runsPlainSettingsAndSkipsUnknownOnes();
    void acceptsBlocksAndDropsWhatTheScriptRollsBack();
    void loadsRowsOnlyWhenAsked();
    void doesNotDropLaterWhatWasNotThere();
    void namesTheLineOfABrokenStatement_data();
    void namesTheLineOfABrokenStatement();
    void readsWhatPgDumpWrites();
    void loadsManyStatementsAtOnce();
    void stopsWhenAsked();
    void loadsTheCorpus();

private:
    struct Loaded
    {
        std::unique_ptr<scratch::ScratchDatabase> database;
        std::unique_ptr<postgres::Session> session;
        scratch::LoadReport report;
        base::Error error;
        bool ok = false;
    };
    static Loaded load(const QString &sql, bool withRows = false, std::stop_token stop = {});
    static QString value(const Loaded &loaded, const QString &query);
};

void ScriptLoaderTest::initTestCase()
{
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
}

ScriptLoaderTest::Loaded ScriptLoaderTest::load(const QString &sql, bool withRows, std::stop_token stop)
{
    Loaded loaded;
    auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("loader"));
    if (!database.has_value())
        qFatal("%s", qPrintable(database.error().toText()));
    loaded.database = std::move(*database);
    loaded.session = loaded.database->open().value();
    const auto report = scratch::loadScript(*loaded.session, sql, QStringLiteral("shop.sql"), withRows, stop);
    loaded.ok = report.has_value();
    if (loaded.ok)
        loaded.report = *report;
    else
        loaded.error = report.error();
    return loaded;
}

QString ScriptLoaderTest::value(const Loaded &loaded, const QString &query)
{
    const auto rows = loaded.session->query(query);
    return rows.has_value() ? rows->text(0, 0) : rows.error().toText();
}

void ScriptLoaderTest::loadsStatementsOutOfOrder()
{
    const Loaded loaded = load(QStringLiteral(
        "CREATE VIEW recent AS SELECT id FROM orders;\n"
        "CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users, state order_state);\n"
        "CREATE TYPE order_state AS ENUM ('new', 'sent');\n"
        "CREATE TABLE users (id int PRIMARY KEY);\n"));
    QVERIFY2(loaded.ok, qPrintable(loaded.error.toText()));
    QVERIFY(loaded.report.rounds > 1);
    QCOMPARE(value(loaded, QStringLiteral(
                               "SELECT count(*) FROM pg_class WHERE relname IN ('recent', 'orders', 'users') "
                               "AND relkind IN ('r', 'v')")),
             QStringLiteral("3"));
}

void ScriptLoaderTest::takesTheSchemaThatEveryDatabaseHas()
{
    const Loaded loaded = load(QStringLiteral("CREATE SCHEMA public;\nCOMMENT ON SCHEMA public IS 'ours';\n"
                                              "CREATE TABLE public.orders (id int);\n"));
    QVERIFY2(loaded.ok, qPrintable(loaded.error.toText()));
    const Loaded twice = load(QStringLiteral("CREATE SCHEMA app;\nCREATE SCHEMA app;\n"));
    QVERIFY(!twice.ok);
    QCOMPARE(twice.error.position->line, 2);
}

void ScriptLoaderTest::remembersTheSearchPathOfWhatItPutsOff()
{
    const Loaded loaded = load(QStringLiteral("CREATE SCHEMA a; CREATE SCHEMA b;\n"
                                              "SET search_path = a;\nCREATE VIEW v AS SELECT * FROM t;\n"
                                              "SET search_path = b;\nCREATE TABLE u (x int);\n"
                                              "SET search_path = a;\nCREATE TABLE t (x int);\n"
                                              "SELECT pg_catalog.set_config('search_path', '', false);\n"));
    QVERIFY2(loaded.ok, qPrintable(loaded.error.toText()));
    QCOMPARE(value(loaded,
                   QStringLiteral("SELECT string_agg(n.nspname || '.' || c.relname, ' ' ORDER BY nspname, "
                                  "relname) FROM pg_class c "
                                  "JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname IN ('a', 'b')")),
             QStringLiteral("a.t a.v b.u"));
    QCOMPARE(value(loaded, QStringLiteral("SHOW search_path")), QStringLiteral("\"$user\", public"));
}

void ScriptLoaderTest::createsRolesThatAreMissing()
{
    const QString role = QStringLiteral("Shop \"owner\" %1").arg(QCoreApplication::applicationPid());
    QString quoted = role;
    quoted = QLatin1Char('"') + quoted.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    const Loaded loaded = load(QStringLiteral("CREATE TABLE t (x int);\nALTER TABLE t OWNER TO %1;\n"
                                              "GRANT SELECT ON t TO reader_%2, writer_%2;\n"
                                              "ALTER TABLE t ENABLE ROW LEVEL SECURITY;\n"
                                              "CREATE POLICY p ON t TO auditor_%2 USING (x > 0);\n")
                                   .arg(quoted)
                                   .arg(QCoreApplication::applicationPid()));
    QVERIFY2(loaded.ok, qPrintable(loaded.error.toText()));
    QCOMPARE(loaded.report.createdRoles.size(), 4);
    QCOMPARE(value(loaded, QStringLiteral("SELECT tableowner FROM pg_tables WHERE tablename = 't'")), role);
}

void ScriptLoaderTest::goesOnWithoutAnExtensionThatIsNotInstalled()
{
    const Loaded loaded =
        load(QStringLiteral("CREATE EXTENSION IF NOT EXISTS no_such_extension WITH SCHEMA public;\n"
                            "COMMENT ON EXTENSION no_such_extension IS 'x';\nCREATE TABLE t (x int);\n"));
    QVERIFY2(loaded.ok, qPrintable(loaded.error.toText()));
    QCOMPARE(loaded.report.warnings.size(), 1);
    QVERIFY(loaded.report.warnings.first().contains(QStringLiteral("no_such_extension")));
}

void ScriptLoaderTest::runsPlainSettingsAndSkipsUnknownOnes()
{
    const Loaded loaded =
        load(QStringLiteral("SET transaction_timeout_of_the_future = 0;\nSET client_encoding = 'LATIN1';\n"
                            "CREATE TABLE \"gr\u00f6\u00dfe\" (x int);\n"));
    QVERIFY2(loaded.ok, qPrintable(loaded.error.toText()));
    QCOMPARE(loaded.report.skippedStatements.size(), 2);
    QCOMPARE(value(loaded, QStringLiteral("SELECT relname FROM pg_class WHERE relname LIKE 'gr%'")),
             QStringLiteral("gr\u00f6\u00dfe"));
}

void ScriptLoaderTest::acceptsBlocksAndDropsWhatTheScriptRollsBack()
{
    const Loaded loaded = load(QStringLiteral(
        "BEGIN;\nCREATE TABLE kept (x int);\nCOMMIT;\nBEGIN;\nCREATE TABLE gone (x int);\nROLLBACK;\n"));
    QVERIFY2(loaded.ok, qPrintable(loaded.error.toText()));
    QCOMPARE(
        value(loaded,
              QStringLiteral("SELECT string_agg(tablename, ' ') FROM pg_tables WHERE schemaname = 'public'")),
        QStringLiteral("kept"));
}

void ScriptLoaderTest::loadsRowsOnlyWhenAsked()
{
    const QString sql =
        QStringLiteral("CREATE TABLE t (id serial, name text);\nCOPY t (id, name) FROM stdin;\n1\tit's; x\n"
                       "2\t\\N\n\\.\nINSERT INTO t VALUES (3, 'c');\n"
                       "SELECT pg_catalog.setval('t_id_seq', 3, true);\n");
    const Loaded without = load(sql);
    QVERIFY2(without.ok, qPrintable(without.error.toText()));
    QCOMPARE(value(without, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("0"));
    const Loaded with = load(sql, true);
    QVERIFY2(with.ok, qPrintable(with.error.toText()));
    QCOMPARE(value(with, QStringLiteral("SELECT count(*) || ' ' || max(name) FROM t")),
             QStringLiteral("3 it's; x"));
    QCOMPARE(value(with, QStringLiteral("SELECT nextval('t_id_seq')")), QStringLiteral("4"));
}

void ScriptLoaderTest::doesNotDropLaterWhatWasNotThere()
{
    const Loaded loaded =
        load(QStringLiteral("DROP TABLE t;\nCREATE VIEW v AS SELECT * FROM t;\nCREATE TABLE t (x int);\n"));
    QVERIFY2(loaded.ok, qPrintable(loaded.error.toText()));
    QCOMPARE(value(loaded, QStringLiteral("SELECT count(*) FROM v")), QStringLiteral("0"));
    QVERIFY(!loaded.report.warnings.isEmpty());
}

void ScriptLoaderTest::namesTheLineOfABrokenStatement_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("sqlstate");

    QTest::newRow("syntax") << QStringLiteral(
        "CREATE TABLE a (x int);\n\nCREATE TABLE b (\n  x int,\n  y itn(\n);\n")
                            << 6 << 1 << QStringLiteral("42601");
    QTest::newRow("unknown type") << QStringLiteral("-- caf\u00e9\nCREATE TABLE b (\n  x int,\n  y itn\n);\n")
                                  << 4 << 5 << QStringLiteral("42704");
    QTest::newRow("second on a line") << QStringLiteral("SELECT 1; CREATE VIEW v AS SELECT x FROM nowhere;")
                                      << 1 << 42 << QStringLiteral("42P01");
    QTest::newRow("twice") << QStringLiteral("CREATE TABLE a (x int);\nCREATE TABLE a (x int);") << 2 << 1
                           << QStringLiteral("42P07");
    QTest::newRow("psql variable") << QStringLiteral("\nCREATE SCHEMA :name;") << 2 << 15
                                   << QStringLiteral("42601");
    QTest::newRow("cut off in a block")
        << QStringLiteral("BEGIN;\nCOMMIT;\nBEGIN;\nCREATE TABLE a (x int);\n") << 3 << 1 << QString();
    QTest::newRow("a block begun twice")
        << QStringLiteral("SELECT 1;\nBEGIN;\nBEGIN;\n") << 2 << 1 << QString();
    QTest::newRow("dump cut off between statements")
        << QStringLiteral("--\n-- PostgreSQL database dump\n--\n\nCREATE TABLE a (x int);\n-- Name: b; Ty")
        << 2 << 1 << QString();
    QTest::newRow("second dump cut off")
        << QStringLiteral("-- PostgreSQL database dump\r\n-- PostgreSQL database dump complete\r\n\r\n"
                          "-- PostgreSQL database dump\r\nSELECT 1;\r\n")
        << 4 << 1 << QString();
    QTest::newRow("dump of a cluster cut off")
        << QStringLiteral("-- PostgreSQL database cluster dump\n-- PostgreSQL database dump\n"
                          "-- PostgreSQL database dump complete\n")
        << 1 << 1 << QString();
    QTest::newRow("include") << QStringLiteral("SELECT 1;\n\\i other.sql\n") << 2 << 1 << QString();
}

void ScriptLoaderTest::namesTheLineOfABrokenStatement()
{
    QFETCH(QString, sql);
    const Loaded loaded = load(sql);
    QVERIFY(!loaded.ok);
    QCOMPARE(loaded.error.kind, base::ErrorKind::Input);
    QTEST(loaded.error.sqlstate, "sqlstate");
    QVERIFY(loaded.error.position.has_value());
    QCOMPARE(loaded.error.position->file, QStringLiteral("shop.sql"));
    QTEST(loaded.error.position->line, "line");
    QTEST(loaded.error.position->column, "column");
}

void ScriptLoaderTest::readsWhatPgDumpWrites()
{
    const QString body = testing::server()->version() >= 140000
                             ? QStringLiteral("BEGIN ATOMIC SELECT CASE WHEN x > 0 THEN 1 ELSE 2 END; END")
                             : QStringLiteral("AS 'SELECT CASE WHEN x > 0 THEN 1 ELSE 2 END;'");
    const Loaded made = load(QStringLiteral("CREATE SCHEMA app; CREATE TYPE app.state AS ENUM ('a', 'b');\n"
                                            "CREATE FUNCTION app.f(x int) RETURNS int LANGUAGE sql %1;\n"
                                            "CREATE TABLE app.t (id int GENERATED ALWAYS AS IDENTITY PRIMARY "
                                            "KEY, s app.state DEFAULT 'a', n int DEFAULT app.f(1));\n"
                                            "INSERT INTO app.t (s) VALUES ('a'), ('b'); CREATE RULE r AS ON "
                                            "INSERT TO app.t DO ALSO (SELECT 1; SELECT 2);\n"
                                            "COMMENT ON TABLE app.t IS 'semicolon; and ''quote''';\n")
                                 .arg(body),
                             true);
    QVERIFY2(made.ok, qPrintable(made.error.toText()));
    QProcess dump;
    const auto process = postgres::forProcess(made.database->target());
    dump.start(testing::server()->toolDirectory() + QStringLiteral("/pg_dump"),
               { QStringLiteral("-d"), process.conninfo });
    QVERIFY(dump.waitForFinished(30000));
    QCOMPARE(dump.exitCode(), 0);
    const QString text = QString::fromUtf8(dump.readAllStandardOutput());
    const Loaded again = load(text, true);
    QVERIFY2(again.ok, qPrintable(again.error.toText()));
    QCOMPARE(again.report.rounds, 1);
    QCOMPARE(
        value(again, QStringLiteral("SELECT string_agg(id || s::text || n, ' ' ORDER BY id) FROM app.t")),
        QStringLiteral("1a1 2b1"));
}

void ScriptLoaderTest::loadsManyStatementsAtOnce()
{
    QString sql;
    for (int i = 0; i < 500; ++i)
        sql += QStringLiteral("CREATE TABLE t%1 (id int PRIMARY KEY, other int REFERENCES t%2);\n-- one\n")
                   .arg(i)
                   .arg(i == 250   ? 300
                        : i == 251 ? 0
                                   : qMax(0, i - 1));
    const Loaded loaded = load(sql);
    QVERIFY2(loaded.ok, qPrintable(loaded.error.toText()));
    QCOMPARE(value(loaded, QStringLiteral("SELECT count(*) FROM pg_constraint WHERE contype = 'f'")),
             QStringLiteral("500"));
}

void ScriptLoaderTest::stopsWhenAsked()
{
    std::stop_source source;
    std::thread stopper([&source] {
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        source.request_stop();
    });
    const Loaded loaded =
        load(QStringLiteral("DO $$ BEGIN PERFORM pg_sleep(30); END $$;"), false, source.get_token());
    stopper.join();
    QVERIFY(!loaded.ok);
    QVERIFY(loaded.error.isCanceled());
}

void ScriptLoaderTest::loadsTheCorpus()
{
    const QString corpora = testing::corporaDirectory();
    if (corpora.isEmpty())
        QSKIP("No corpora here; set LOCKSTEP_CORPORA.");
    QStringList failed;
    int loadedFiles = 0;
    const QDir directory(corpora + QStringLiteral("/diff/migra"));
    for (const QString &pair : directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QString &name : QDir(directory.filePath(pair)).entryList({ QStringLiteral("*.sql") })) {
            QFile file(directory.filePath(pair + QLatin1Char('/') + name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const Loaded loaded = load(QString::fromUtf8(file.readAll()));
            ++loadedFiles;
            if (!loaded.ok)
                failed.append(pair + QLatin1Char('/') + name + QStringLiteral(": ") + loaded.error.toText());
        }
    }
    QVERIFY(loadedFiles > 0);
    QVERIFY2(failed.isEmpty(), qPrintable(failed.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(ScriptLoaderTest)
#include "tst_scriptloader.moc"
