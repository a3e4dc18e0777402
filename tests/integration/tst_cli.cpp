#include "program.h"

#include <model/analysis/rates.h>
#include <model/postgres/session.h>

#include <tests/support/postgrestest.h>

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;

/// The program as a shell sees it: exit codes, results on stdout, everything else on stderr.
class CliTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void answersWithoutASource_data();
    void answersWithoutASource();
    void comparesTwoFiles();
    void comparesByTheRulesOfAPlan();
    void leavesOutWhatTheIntentsSay();
    void namesTheLineThatDoesNotLoad();
    void saysWhyItCannotConnect();
    void saysThatThePasswordIsWrong();
    void refusesAnIntentForAMissingObject();
    void estimatesWithMeasuredRates();
    void refusesAPlanThatIsCutInHalf();
    void saysWhyTheScratchServerDoesNotStart();
    void refusesAStepThePlanDoesNotHave();
    void snapshotsComeBackIdentical();
    void writesNothingWhereItCannot();

private:
    Program m_cli;
    QString m_scratch;
};

void CliTest::initTestCase()
{
    if (!m_cli.fault().isEmpty())
        QSKIP(qPrintable(m_cli.fault()));
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
    m_scratch = testing::server()->maintenance().text;
}

void CliTest::answersWithoutASource_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("out");
    QTest::addColumn<QString>("err");
    const auto row = [](const char *name, const QString &arguments, int code, const QString &out,
                        const QString &err) {
        QTest::newRow(name) << arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts) << code << out << err;
    };
    row("nothing", QString(), 2, QString(), QStringLiteral("Commands:"));
    row("help", QStringLiteral("--help"), 0, QStringLiteral("Commands:"), QString());
    row("version", QStringLiteral("--version"), 0, QStringLiteral("lockstep-cli "), QString());
    row("help of a command", QStringLiteral("plan --help"), 0, QStringLiteral("Examples:"), QString());
    row("misspelt command", QStringLiteral("plam"), 2, QString(), QStringLiteral("Did you mean plan?"));
    row("later command", QStringLiteral("export a.lockplan"), 2, QString(),
        QStringLiteral("not part of this version"));
    row("misspelt flag", QStringLiteral("plan --curent a.sql"), 2, QString(),
        QStringLiteral("Did you mean --current?"));
    row("missing value", QStringLiteral("plan --current"), 2, QString(), QStringLiteral("needs a value"));
    row("flag twice", QStringLiteral("compare --current a --current b"), 2, QString(),
        QStringLiteral("given twice"));
    row("missing side", QStringLiteral("compare --current a.sql"), 2, QString(),
        QStringLiteral("--target is missing"));
    row("bad choice", QStringLiteral("compare --current a.sql --target b.sql --format yaml"), 2, QString(),
        QStringLiteral("text, json"));
    row("bad version", QStringLiteral("plan --current a.sql --target b.sql --server-version x"), 2, QString(),
        QStringLiteral("such as 14"));
    row("bad level", QStringLiteral("compare --current a.sql --target b.sql --log-level loud"), 2, QString(),
        QStringLiteral("--log-level"));
    row("no such file", QStringLiteral("compare --current none.sql --target b.sql"), 3, QString(),
        QStringLiteral("none.sql"));
    row("no database", QStringLiteral("run plan.lockplan"), 2, QString(),
        QStringLiteral("--database is missing"));
    row("two modes", QStringLiteral("run p --database x=y --pause --resume"), 2, QString(),
        QStringLiteral("do not go together"));
    row("no plan file", QStringLiteral("prove none.lockplan"), 3, QString(), QStringLiteral("none.lockplan"));
    row("no plan", QStringLiteral("prove"), 2, QString(), QStringLiteral("plan file is missing"));
}

void CliTest::answersWithoutASource()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, out);
    QFETCH(QString, err);
    const Program::Outcome outcome = m_cli.run(arguments);
    QTEST(outcome.code, "code");
    QVERIFY2(out.isEmpty() ? outcome.out.isEmpty() : outcome.out.contains(out), qPrintable(outcome.out));
    QVERIFY2(err.isEmpty() ? outcome.err.isEmpty() : outcome.err.contains(err), qPrintable(outcome.err));
}

void CliTest::comparesByTheRulesOfAPlan()
{
    m_cli.file(QStringLiteral("old.sql"),
               "CREATE TABLE t (a int); COMMENT ON TABLE t IS 'x'; CREATE TABLE tmp_x (a int);");
    m_cli.file(QStringLiteral("new.sql"), "CREATE TABLE t (b int);");
    m_cli.file(QStringLiteral("intents.json"),
               R"({"renames": [{"kind": "column", "from": "public.t.a", "to": "public.t.b"}],
             "ignore": {"what": ["comments"], "objects": ["public.tmp_*"], "only": []}})");
    for (const char *command : { "compare", "plan" }) {
        QStringList words{
            QLatin1String(command),      QStringLiteral("--scratch"), m_scratch,
            QStringLiteral("--current"), QStringLiteral("old.sql"),   QStringLiteral("--target"),
            QStringLiteral("new.sql"),   QStringLiteral("--intents"), QStringLiteral("intents.json"),
            QStringLiteral("--format"),  QStringLiteral("text")
        };
        const Program::Outcome ruled = m_cli.run(words);
        QVERIFY2(ruled.code >= 0 && ruled.code <= 1, qPrintable(ruled.err));
        QVERIFY2(ruled.out.contains(QStringLiteral("public.t.a")), qPrintable(ruled.out));
        QVERIFY2(!ruled.out.contains(QStringLiteral("- table public.tmp_x")), qPrintable(ruled.out));
        QVERIFY2(!ruled.out.contains(QStringLiteral("COMMENT ON")), qPrintable(ruled.out));
        QVERIFY2(ruled.out.contains(QStringLiteral("Ignored by rule: comments, objects like public.tmp_*")),
                 qPrintable(ruled.out));
    }
}

void CliTest::leavesOutWhatTheIntentsSay()
{
    m_cli.file(QStringLiteral("left.sql"), "CREATE TABLE t (a int, b int);");
    m_cli.file(QStringLiteral("right.sql"), "CREATE TABLE t (a bigint, c int); CREATE INDEX i ON t (c);");
    m_cli.file(QStringLiteral("left.json"), R"({"exclude": ["column public.t.c"], "drop": []})");
    const QStringList sides{ QStringLiteral("--scratch"), m_scratch,
                             QStringLiteral("--current"), QStringLiteral("left.sql"),
                             QStringLiteral("--target"),  QStringLiteral("right.sql") };
    const QStringList intents{ QStringLiteral("--intents"), QStringLiteral("left.json") };
    const Program::Outcome compared = m_cli.run(QStringList{ QStringLiteral("compare") } + sides + intents);
    QCOMPARE(compared.code, 1);
    QVERIFY2(
        compared.out.contains(QStringLiteral("= left out: index public.i, because of column public.t.c")),
        qPrintable(compared.out));
    QVERIFY2(compared.out.contains(QStringLiteral("= kept: column public.t.b")), qPrintable(compared.out));
    const Program::Outcome planned =
        m_cli.run(QStringList{ QStringLiteral("plan") } + sides + intents
                  + QStringList{ QStringLiteral("--fail-on"), QStringLiteral("none") });
    QVERIFY2(planned.code == 0, qPrintable(planned.err));
    QVERIFY2(planned.out.contains(QStringLiteral("\"status\": \"proved\"")),
             qPrintable(planned.out.right(2000)));
    QVERIFY2(!planned.out.contains(QStringLiteral("DROP COLUMN b")), qPrintable(planned.out));
    // Without them the plan converges to the target, as ever.
    const Program::Outcome whole = m_cli.run(
        QStringList{ QStringLiteral("plan") } + sides
        + QStringList{ QStringLiteral("--no-proof"), QStringLiteral("--fail-on"), QStringLiteral("none") });
    QVERIFY2(whole.out.contains(QStringLiteral("DROP COLUMN b")), qPrintable(whole.err));
    m_cli.file(QStringLiteral("wrong.json"), R"({"exclude": ["column public.t.nowhere"]})");
    const Program::Outcome refused =
        m_cli.run(QStringList{ QStringLiteral("plan") } + sides
                  + QStringList{ QStringLiteral("--intents"), QStringLiteral("wrong.json") });
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains(QStringLiteral("exclude[0] names column public.t.nowhere")),
             qPrintable(refused.err));
}

void CliTest::comparesTwoFiles()
{
    const QStringList base{ QStringLiteral("compare"), QStringLiteral("--scratch"), m_scratch,
                            QStringLiteral("--current"), QStringLiteral("a.sql") };
    const Program::Outcome equal =
        m_cli.run(base + QStringList{ QStringLiteral("--target"), QStringLiteral("a.sql") });
    QVERIFY2(equal.code == 0, qPrintable(equal.err));
    const Program::Outcome differ =
        m_cli.run(base
                  + QStringList{ QStringLiteral("--target"), QStringLiteral("b.sql"),
                                 QStringLiteral("--format=json") });
    QVERIFY2(differ.code == 1, qPrintable(differ.err));
    const QJsonObject document = QJsonDocument::fromJson(differ.out.toUtf8()).object();
    QVERIFY(!document.value(QStringLiteral("identical")).toBool(true));
    QVERIFY(differ.out.contains(QStringLiteral("public.users.tier")));
}

void CliTest::namesTheLineThatDoesNotLoad()
{
    m_cli.file(QStringLiteral("broken.sql"), "CREATE TABLE a (x int);\n\nCREATE TABLE b (\n  y itn\n);\n");
    const Program::Outcome outcome = m_cli.run(
        { QStringLiteral("compare"), QStringLiteral("--scratch"), m_scratch, QStringLiteral("--current"),
          QStringLiteral("broken.sql"), QStringLiteral("--target"), QStringLiteral("a.sql") });
    QCOMPARE(outcome.code, 3);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.err.contains(QStringLiteral("broken.sql:4")), qPrintable(outcome.err));
    QVERIFY(outcome.err.contains(QStringLiteral("42704")));
    QVERIFY(outcome.err.contains(QStringLiteral("CREATE TABLE b")));
}

void CliTest::saysWhyItCannotConnect()
{
    const Program::Outcome outcome = m_cli.run({ QStringLiteral("compare"), QStringLiteral("--current"),
                                                 QStringLiteral("postgresql://app:geheim@127.0.0.1:1/shop"),
                                                 QStringLiteral("--target"), QStringLiteral("a.sql") });
    QCOMPARE(outcome.code, 4);
    QVERIFY2(outcome.err.contains(QStringLiteral("Hint:")), qPrintable(outcome.err));
    QVERIFY(!outcome.err.contains(QStringLiteral("geheim")));
}

void CliTest::saysThatThePasswordIsWrong()
{
    const auto server = testing::server();
    const auto session = postgres::Session::open(server->maintenance());
    const auto path =
        session.value()->query(QStringLiteral("SELECT current_setting('hba_file')"))->text(0, 0);
    QFile rules(path);
    QVERIFY(rules.open(QIODevice::ReadWrite));
    const QByteArray old = rules.readAll();
    rules.seek(0);
    rules.write("local all locked scram-sha-256\n" + old);
    rules.close();
    QVERIFY(
        session.value()->execute(QStringLiteral("CREATE ROLE locked LOGIN PASSWORD 'right'")).has_value());
    QVERIFY(session.value()->execute(QStringLiteral("SELECT pg_reload_conf()")).has_value());
    QTest::qWait(300);
    const QString target = m_scratch + QStringLiteral(" user=locked password=geheim");
    const Program::Outcome outcome = m_cli.run({ QStringLiteral("compare"), QStringLiteral("--current"),
                                                 target, QStringLiteral("--target"), target });
    QCOMPARE(outcome.code, 4);
    QVERIFY2(outcome.err.contains(QStringLiteral("28P01")), qPrintable(outcome.err));
    QVERIFY(outcome.err.contains(QStringLiteral(".pgpass")));
    QVERIFY(!outcome.err.contains(QStringLiteral("geheim")));
}

void CliTest::refusesAnIntentForAMissingObject()
{
    m_cli.file(QStringLiteral("intents.json"),
               R"({"backfills":[{"column":"public.users.teir","expression":"'x'"}]})");
    const Program::Outcome outcome =
        m_cli.run({ QStringLiteral("plan"), QStringLiteral("--scratch"), m_scratch,
                    QStringLiteral("--current"), QStringLiteral("a.sql"), QStringLiteral("--target"),
                    QStringLiteral("b.sql"), QStringLiteral("--intents"), QStringLiteral("intents.json") });
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains(QStringLiteral("public.users.teir")), qPrintable(outcome.err));
    QVERIFY(outcome.out.isEmpty());
}

void CliTest::estimatesWithMeasuredRates()
{
    analysis::Rates rates;
    rates.origin = analysis::RatesOrigin::Calibration;
    rates.server = QStringLiteral("PostgreSQL 15.18, shop @ db1");
    rates.measuredAt = QDateTime(QDate(2026, 11, 21), QTime(20, 15), Qt::UTC);
    const QByteArray json = analysis::toJson(rates);
    m_cli.file(QStringLiteral("shop.rates.json"), json);
    m_cli.file(QStringLiteral("cut.rates.json"), json.left(json.size() / 2));
    m_cli.file(QStringLiteral("nullable.sql"), "CREATE TABLE big (a integer);");
    m_cli.file(QStringLiteral("notnull.sql"), "CREATE TABLE big (a integer NOT NULL);");
    m_cli.file(QStringLiteral("rows.json"), R"({"rows":{"public.big":50000000}})");
    const auto plan = [this](const QString &file) {
        return m_cli.run(
            { QStringLiteral("plan"), QStringLiteral("--scratch"), m_scratch, QStringLiteral("--no-proof"),
              QStringLiteral("--current"), QStringLiteral("nullable.sql"), QStringLiteral("--target"),
              QStringLiteral("notnull.sql"), QStringLiteral("--intents"), QStringLiteral("rows.json"),
              QStringLiteral("--format"), QStringLiteral("text"), QStringLiteral("--fail-on"),
              QStringLiteral("none"), QStringLiteral("--rates"), file });
    };
    const Program::Outcome measured = plan(QStringLiteral("shop.rates.json"));
    QVERIFY2(measured.code == 0, qPrintable(measured.err));
    QVERIFY2(measured.out.contains(
                 QStringLiteral("MB/s, measured on PostgreSQL 15.18, shop @ db1 on 2026-11-21.")),
             qPrintable(measured.out));
    const Program::Outcome cut = plan(QStringLiteral("cut.rates.json"));
    QCOMPARE(cut.code, 3);
    QVERIFY2(cut.err.count(QStringLiteral("cut.rates.json")) == 1, qPrintable(cut.err));
    QVERIFY(cut.out.isEmpty());
}

void CliTest::refusesAPlanThatIsCutInHalf()
{
    const Program::Outcome made = m_cli.run(
        { QStringLiteral("plan"), QStringLiteral("--scratch"), m_scratch, QStringLiteral("--no-proof"),
          QStringLiteral("--current"), QStringLiteral("a.sql"), QStringLiteral("--target"),
          QStringLiteral("b.sql"), QStringLiteral("--fail-on"), QStringLiteral("none") });
    QVERIFY2(made.code == 0, qPrintable(made.err));
    m_cli.file(QStringLiteral("half.lockplan"), made.out.toUtf8().left(made.out.size() / 2));
    for (const QStringList &arguments :
         { QStringList{ QStringLiteral("prove"), QStringLiteral("half.lockplan") },
           QStringList{ QStringLiteral("run"), QStringLiteral("half.lockplan"), QStringLiteral("--database"),
                        m_scratch } }) {
        const Program::Outcome outcome = m_cli.run(arguments);
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.err.count(QStringLiteral("half.lockplan")) == 1, qPrintable(outcome.err));
    }
}

void CliTest::saysWhyTheScratchServerDoesNotStart()
{
    const Program::Outcome outcome =
        m_cli.run({ QStringLiteral("compare"), QStringLiteral("--scratch"),
                    QStringLiteral("host=/nowhere user=x"), QStringLiteral("--current"),
                    QStringLiteral("a.sql"), QStringLiteral("--target"), QStringLiteral("b.sql") });
    QCOMPARE(outcome.code, 4);
    QVERIFY2(outcome.err.contains(QStringLiteral("/nowhere")), qPrintable(outcome.err));
}

void CliTest::refusesAStepThePlanDoesNotHave()
{
    QVERIFY(m_cli
                .run({ QStringLiteral("plan"), QStringLiteral("--scratch"), m_scratch,
                       QStringLiteral("--no-proof"), QStringLiteral("--current"), QStringLiteral("a.sql"),
                       QStringLiteral("--target"), QStringLiteral("b.sql"), QStringLiteral("--fail-on=none"),
                       QStringLiteral("-o"), QStringLiteral("c.lockplan") })
                .code
            == 0);
    const Program::Outcome outcome =
        m_cli.run({ QStringLiteral("run"), QStringLiteral("c.lockplan"), QStringLiteral("--database"),
                    m_scratch, QStringLiteral("--approve-gates"), QStringLiteral("s99") });
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.err.contains(QStringLiteral("s99")));
}

void CliTest::snapshotsComeBackIdentical()
{
    const Program::Outcome taken =
        m_cli.run({ QStringLiteral("snapshot"), QStringLiteral("a.sql"), QStringLiteral("--scratch"),
                    m_scratch, QStringLiteral("-o"), QStringLiteral("a.json") });
    QVERIFY2(taken.code == 0, qPrintable(taken.err));
    const Program::Outcome compared = m_cli.run(
        { QStringLiteral("compare"), QStringLiteral("--scratch"), m_scratch, QStringLiteral("--current"),
          QStringLiteral("a.json"), QStringLiteral("--target"), QStringLiteral("a.sql") });
    QVERIFY2(compared.code == 0, qPrintable(compared.out + compared.err));
}

void CliTest::writesNothingWhereItCannot()
{
    const Program::Outcome outcome =
        m_cli.run({ QStringLiteral("snapshot"), QStringLiteral("a.sql"), QStringLiteral("--scratch"),
                    m_scratch, QStringLiteral("-o"), QStringLiteral("no/such/directory/a.json") });
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.err.contains(QStringLiteral("cannot be written")));
    QVERIFY(outcome.err.contains(QStringLiteral("there is no directory")));
}

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
