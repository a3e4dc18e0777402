#include <model/postgres/session.h>

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <tests/support/postgrestest.h>

using namespace lockstep;

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
    void namesTheLineThatDoesNotLoad();
    void saysWhyItCannotConnect();
    void saysThatThePasswordIsWrong();
    void refusesAnIntentForAMissingObject();
    void refusesAPlanThatIsCutInHalf();
    void saysWhyTheScratchServerDoesNotStart();
    void refusesAStepThePlanDoesNotHave();
    void snapshotsComeBackIdentical();
    void writesNothingWhereItCannot();
    void plansRunsAndTakesBack();
    void stopsAtAGateWithoutATerminal();
    void stopsWhenInterrupted();

private:
    struct Outcome
    {
        int code = -1;
        QString out;
        QString err;
    };
    Outcome run(const QStringList &arguments,
                const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());
    QString file(const QString &name, const QByteArray &content);
    static QString program();
    QTemporaryDir m_directory;
    QString m_scratch;
};

namespace {

const QByteArray before =
    "CREATE TABLE users (id bigint PRIMARY KEY, name text);\nCREATE TABLE old (x int);\n";
const QByteArray after =
    "CREATE TABLE users (id bigint PRIMARY KEY, name text, tier text NOT NULL DEFAULT 'free');\n"
    "CREATE INDEX users_name ON users (name);\n";

} // namespace

QString CliTest::program()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/../app/lockstep-cli");
}

CliTest::Outcome CliTest::run(const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_directory.path());
    process.start(program(), arguments);
    Outcome outcome;
    if (!process.waitForFinished(120000)) {
        process.kill();
        process.waitForFinished();
        return outcome;
    }
    outcome.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    outcome.out = QString::fromUtf8(process.readAllStandardOutput());
    outcome.err = QString::fromUtf8(process.readAllStandardError());
    return outcome;
}

QString CliTest::file(const QString &name, const QByteArray &content)
{
    QFile target(m_directory.filePath(name));
    if (!target.open(QIODevice::WriteOnly) || target.write(content) != content.size())
        qFatal("cannot write a test file");
    return target.fileName();
}

void CliTest::initTestCase()
{
    if (!QFileInfo(program()).isExecutable())
        QSKIP("lockstep-cli is not built.");
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
    m_scratch = testing::server()->maintenance().text;
    file(QStringLiteral("a.sql"), before);
    file(QStringLiteral("b.sql"), after);
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
    row("later command", QStringLiteral("lint a.sql"), 2, QString(),
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
    const Outcome outcome = run(arguments);
    QTEST(outcome.code, "code");
    QVERIFY2(out.isEmpty() ? outcome.out.isEmpty() : outcome.out.contains(out), qPrintable(outcome.out));
    QVERIFY2(err.isEmpty() ? outcome.err.isEmpty() : outcome.err.contains(err), qPrintable(outcome.err));
}

void CliTest::comparesByTheRulesOfAPlan()
{
    file(QStringLiteral("old.sql"),
         "CREATE TABLE t (a int); COMMENT ON TABLE t IS 'x'; CREATE TABLE tmp_x (a int);");
    file(QStringLiteral("new.sql"), "CREATE TABLE t (b int);");
    file(QStringLiteral("intents.json"),
         R"({"renames": [{"kind": "column", "from": "public.t.a", "to": "public.t.b"}],
             "ignore": {"what": ["comments"], "objects": ["public.tmp_*"], "only": []}})");
    for (const char *command : { "compare", "plan" }) {
        QStringList words{
            QLatin1String(command),      QStringLiteral("--scratch"), m_scratch,
            QStringLiteral("--current"), QStringLiteral("old.sql"),   QStringLiteral("--target"),
            QStringLiteral("new.sql"),   QStringLiteral("--intents"), QStringLiteral("intents.json"),
            QStringLiteral("--format"),  QStringLiteral("text")
        };
        const Outcome ruled = run(words);
        QVERIFY2(ruled.code >= 0 && ruled.code <= 1, qPrintable(ruled.err));
        QVERIFY2(ruled.out.contains(QStringLiteral("public.t.a")), qPrintable(ruled.out));
        QVERIFY2(!ruled.out.contains(QStringLiteral("- table public.tmp_x")), qPrintable(ruled.out));
        QVERIFY2(!ruled.out.contains(QStringLiteral("COMMENT ON")), qPrintable(ruled.out));
        QVERIFY2(ruled.out.contains(QStringLiteral("Ignored by rule: comments, objects like public.tmp_*")),
                 qPrintable(ruled.out));
    }
}

void CliTest::comparesTwoFiles()
{
    const QStringList base{ QStringLiteral("compare"), QStringLiteral("--scratch"), m_scratch,
                            QStringLiteral("--current"), QStringLiteral("a.sql") };
    const Outcome equal = run(base + QStringList{ QStringLiteral("--target"), QStringLiteral("a.sql") });
    QVERIFY2(equal.code == 0, qPrintable(equal.err));
    const Outcome differ = run(base
                               + QStringList{ QStringLiteral("--target"), QStringLiteral("b.sql"),
                                              QStringLiteral("--format=json") });
    QVERIFY2(differ.code == 1, qPrintable(differ.err));
    const QJsonObject document = QJsonDocument::fromJson(differ.out.toUtf8()).object();
    QVERIFY(!document.value(QStringLiteral("identical")).toBool(true));
    QVERIFY(differ.out.contains(QStringLiteral("public.users.tier")));
}

void CliTest::namesTheLineThatDoesNotLoad()
{
    file(QStringLiteral("broken.sql"), "CREATE TABLE a (x int);\n\nCREATE TABLE b (\n  y itn\n);\n");
    const Outcome outcome =
        run({ QStringLiteral("compare"), QStringLiteral("--scratch"), m_scratch, QStringLiteral("--current"),
              QStringLiteral("broken.sql"), QStringLiteral("--target"), QStringLiteral("a.sql") });
    QCOMPARE(outcome.code, 3);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.err.contains(QStringLiteral("broken.sql:4")), qPrintable(outcome.err));
    QVERIFY(outcome.err.contains(QStringLiteral("42704")));
    QVERIFY(outcome.err.contains(QStringLiteral("CREATE TABLE b")));
}

void CliTest::saysWhyItCannotConnect()
{
    const Outcome outcome = run({ QStringLiteral("compare"), QStringLiteral("--current"),
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
    const Outcome outcome = run({ QStringLiteral("compare"), QStringLiteral("--current"), target,
                                  QStringLiteral("--target"), target });
    QCOMPARE(outcome.code, 4);
    QVERIFY2(outcome.err.contains(QStringLiteral("28P01")), qPrintable(outcome.err));
    QVERIFY(outcome.err.contains(QStringLiteral(".pgpass")));
    QVERIFY(!outcome.err.contains(QStringLiteral("geheim")));
}

void CliTest::refusesAnIntentForAMissingObject()
{
    file(QStringLiteral("intents.json"),
         R"({"backfills":[{"column":"public.users.teir","expression":"'x'"}]})");
    const Outcome outcome =
        run({ QStringLiteral("plan"), QStringLiteral("--scratch"), m_scratch, QStringLiteral("--current"),
              QStringLiteral("a.sql"), QStringLiteral("--target"), QStringLiteral("b.sql"),
              QStringLiteral("--intents"), QStringLiteral("intents.json") });
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains(QStringLiteral("public.users.teir")), qPrintable(outcome.err));
    QVERIFY(outcome.out.isEmpty());
}

void CliTest::refusesAPlanThatIsCutInHalf()
{
    const Outcome made =
        run({ QStringLiteral("plan"), QStringLiteral("--scratch"), m_scratch, QStringLiteral("--no-proof"),
              QStringLiteral("--current"), QStringLiteral("a.sql"), QStringLiteral("--target"),
              QStringLiteral("b.sql"), QStringLiteral("--fail-on"), QStringLiteral("none") });
    QVERIFY2(made.code == 0, qPrintable(made.err));
    file(QStringLiteral("half.lockplan"), made.out.toUtf8().left(made.out.size() / 2));
    for (const QStringList &arguments :
         { QStringList{ QStringLiteral("prove"), QStringLiteral("half.lockplan") },
           QStringList{ QStringLiteral("run"), QStringLiteral("half.lockplan"), QStringLiteral("--database"),
                        m_scratch } }) {
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.err.count(QStringLiteral("half.lockplan")) == 1, qPrintable(outcome.err));
    }
}

void CliTest::saysWhyTheScratchServerDoesNotStart()
{
    const Outcome outcome =
        run({ QStringLiteral("compare"), QStringLiteral("--scratch"), QStringLiteral("host=/nowhere user=x"),
              QStringLiteral("--current"), QStringLiteral("a.sql"), QStringLiteral("--target"),
              QStringLiteral("b.sql") });
    QCOMPARE(outcome.code, 4);
    QVERIFY2(outcome.err.contains(QStringLiteral("/nowhere")), qPrintable(outcome.err));
}

void CliTest::refusesAStepThePlanDoesNotHave()
{
    QVERIFY(run({ QStringLiteral("plan"), QStringLiteral("--scratch"), m_scratch,
                  QStringLiteral("--no-proof"), QStringLiteral("--current"), QStringLiteral("a.sql"),
                  QStringLiteral("--target"), QStringLiteral("b.sql"), QStringLiteral("--fail-on=none"),
                  QStringLiteral("-o"), QStringLiteral("c.lockplan") })
                .code
            == 0);
    const Outcome outcome =
        run({ QStringLiteral("run"), QStringLiteral("c.lockplan"), QStringLiteral("--database"), m_scratch,
              QStringLiteral("--approve-gates"), QStringLiteral("s99") });
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.err.contains(QStringLiteral("s99")));
}

void CliTest::snapshotsComeBackIdentical()
{
    const Outcome taken =
        run({ QStringLiteral("snapshot"), QStringLiteral("a.sql"), QStringLiteral("--scratch"), m_scratch,
              QStringLiteral("-o"), QStringLiteral("a.json") });
    QVERIFY2(taken.code == 0, qPrintable(taken.err));
    const Outcome compared =
        run({ QStringLiteral("compare"), QStringLiteral("--scratch"), m_scratch, QStringLiteral("--current"),
              QStringLiteral("a.json"), QStringLiteral("--target"), QStringLiteral("a.sql") });
    QVERIFY2(compared.code == 0, qPrintable(compared.out + compared.err));
}

void CliTest::writesNothingWhereItCannot()
{
    const Outcome outcome =
        run({ QStringLiteral("snapshot"), QStringLiteral("a.sql"), QStringLiteral("--scratch"), m_scratch,
              QStringLiteral("-o"), QStringLiteral("no/such/directory/a.json") });
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.err.contains(QStringLiteral("cannot be written")));
    QVERIFY(outcome.err.contains(QStringLiteral("there is no directory")));
}

void CliTest::plansRunsAndTakesBack()
{
    const auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("cli run"));
    QVERIFY(database.has_value());
    const QString target = database.value()->target().text;
    const auto session = database.value()->open();
    QVERIFY(session.value()
                ->executeScript(
                    QString::fromUtf8(before)
                    + QStringLiteral("INSERT INTO users SELECT i, 'n' FROM generate_series(1, 100) i"))
                .has_value());
    const Outcome made =
        run({ QStringLiteral("plan"), QStringLiteral("--scratch"), m_scratch, QStringLiteral("--current"),
              target, QStringLiteral("--target"), QStringLiteral("b.sql"), QStringLiteral("--fail-on=none"),
              QStringLiteral("-o"), QStringLiteral("run.lockplan") });
    QVERIFY2(made.code == 0, qPrintable(made.err));
    const QStringList runIt{ QStringLiteral("run"), QStringLiteral("run.lockplan"),
                             QStringLiteral("--database"), target };
    const Outcome done =
        run(runIt + QStringList{ QStringLiteral("--yes"), QStringLiteral("--allow-loss=all") });
    QVERIFY2(done.code == 0, qPrintable(done.err));
    const QStringList compareIt{ QStringLiteral("compare"),
                                 QStringLiteral("--scratch"),
                                 m_scratch,
                                 QStringLiteral("--current"),
                                 target,
                                 QStringLiteral("--target") };
    const Outcome reached = run(compareIt + QStringList{ QStringLiteral("b.sql") });
    QVERIFY2(reached.code == 0, qPrintable(reached.out + reached.err));
    const Outcome status = run({ QStringLiteral("run"), QStringLiteral("--database"), target,
                                 QStringLiteral("--status"), QStringLiteral("--progress=json") });
    QCOMPARE(status.code, 0);
    QVERIFY(QJsonDocument::fromJson(status.out.toUtf8()).object().value(QStringLiteral("has_run")).toBool());
    const QStringList cleanUp{ QStringLiteral("run"), QStringLiteral("--database"), target,
                               QStringLiteral("--remove-journal") };
    const Outcome back = run(runIt + QStringList{ QStringLiteral("--rollback"), QStringLiteral("--yes") });
    QVERIFY2(back.code == 0, qPrintable(back.err));
    const Outcome restored = run(compareIt + QStringList{ QStringLiteral("a.sql") });
    QVERIFY2(restored.code == 0, qPrintable(restored.out + restored.err));
    const Outcome cleaned = run(cleanUp);
    QVERIFY2(cleaned.code == 0, qPrintable(cleaned.err));
    const auto journal = session.value()->query(QStringLiteral("SELECT to_regnamespace('lockstep') IS NULL"));
    QVERIFY(journal.has_value() && journal->boolean(0, 0));
}

void CliTest::stopsAtAGateWithoutATerminal()
{
    const auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("cli gate"));
    QVERIFY(database.has_value());
    const QString target = database.value()->target().text;
    QVERIFY(database.value()->open().value()->executeScript(QString::fromUtf8(before)).has_value());
    QVERIFY(run({ QStringLiteral("plan"), QStringLiteral("--scratch"), m_scratch, QStringLiteral("--current"),
                  target, QStringLiteral("--target"), QStringLiteral("b.sql"),
                  QStringLiteral("--fail-on=none"), QStringLiteral("-o"), QStringLiteral("gate.lockplan") })
                .code
            == 0);
    const Outcome stopped =
        run({ QStringLiteral("run"), QStringLiteral("gate.lockplan"), QStringLiteral("--database"), target });
    QCOMPARE(stopped.code, 6);
    const Outcome kept = run(
        { QStringLiteral("run"), QStringLiteral("--database"), target, QStringLiteral("--remove-journal") });
    QCOMPARE(kept.code, 6);
    QVERIFY2(kept.err.contains(QStringLiteral("--rollback")), qPrintable(kept.err));
    const Outcome again =
        run({ QStringLiteral("run"), QStringLiteral("gate.lockplan"), QStringLiteral("--database"), target });
    QCOMPARE(again.code, 6);
    QVERIFY2(again.err.count(QStringLiteral("is not finished")) == 1, qPrintable(again.err));
    QVERIFY2(stopped.err.contains(QStringLiteral("--resume --approve-gates")), qPrintable(stopped.err));
    const Outcome refused =
        run({ QStringLiteral("run"), QStringLiteral("gate.lockplan"), QStringLiteral("--database"), target,
              QStringLiteral("--resume"), QStringLiteral("--approve-gates=all") });
    QCOMPARE(refused.code, 6);
    QVERIFY2(refused.err.contains(QStringLiteral("--allow-loss")), qPrintable(refused.err));
    const auto session = database.value()->open();
    QVERIFY(session.value()->query(QStringLiteral("SELECT * FROM old")).has_value());
}

void CliTest::stopsWhenInterrupted()
{
    file(QStringLiteral("slow.sql"), "DO $$ BEGIN PERFORM pg_sleep(60); END $$;\n");
    QProcess process;
    process.setWorkingDirectory(m_directory.path());
    process.start(program(), { QStringLiteral("snapshot"), QStringLiteral("slow.sql"),
                               QStringLiteral("--scratch"), m_scratch });
    QVERIFY(process.waitForStarted());
    QTest::qWait(1500);
    QElapsedTimer timer;
    timer.start();
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(20000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 7);
    QVERIFY(timer.elapsed() < 15000);
}

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
