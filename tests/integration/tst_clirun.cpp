#include "program.h"

#include <model/postgres/session.h>

#include <tests/support/patience.h>
#include <tests/support/postgrestest.h>

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>

using namespace lockstep;
using namespace lockstep::testing;

/// `lockstep-cli run` as a shell sees it, from the plan to the way back.
class CliRunTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void plansRunsAndTakesBack();
    void stopsAtAGateWithoutATerminal();
    void stopsWhenInterrupted();
    void saysHowAWayBackGoesOn();

private:
    Program m_cli;
    QString m_scratch;
};

void CliRunTest::initTestCase()
{
    if (!m_cli.fault().isEmpty())
        QSKIP(qPrintable(m_cli.fault()));
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
    m_scratch = testing::server()->maintenance().text;
}

void CliRunTest::plansRunsAndTakesBack()
{
    const auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("cli run"));
    QVERIFY(database.has_value());
    const QString target = database.value()->target().text;
    const auto session = database.value()->open();
    QVERIFY(session.value()
                ->executeScript(
                    QString::fromUtf8(Program::before)
                    + QStringLiteral("INSERT INTO users SELECT i, 'n' FROM generate_series(1, 100) i"))
                .has_value());
    const Program::Outcome made =
        m_cli.run({ QStringLiteral("plan"), QStringLiteral("--scratch"), m_scratch,
                    QStringLiteral("--current"), target, QStringLiteral("--target"), QStringLiteral("b.sql"),
                    QStringLiteral("--fail-on=none"), QStringLiteral("-o"), QStringLiteral("run.lockplan") });
    QVERIFY2(made.code == 0, qPrintable(made.err));
    const QStringList runIt{ QStringLiteral("run"), QStringLiteral("run.lockplan"),
                             QStringLiteral("--database"), target };
    const Program::Outcome done =
        m_cli.run(runIt + QStringList{ QStringLiteral("--yes"), QStringLiteral("--allow-loss=all") });
    QVERIFY2(done.code == 0, qPrintable(done.err));
    const QStringList compareIt{ QStringLiteral("compare"),
                                 QStringLiteral("--scratch"),
                                 m_scratch,
                                 QStringLiteral("--current"),
                                 target,
                                 QStringLiteral("--target") };
    const Program::Outcome reached = m_cli.run(compareIt + QStringList{ QStringLiteral("b.sql") });
    QVERIFY2(reached.code == 0, qPrintable(reached.out + reached.err));
    const Program::Outcome status =
        m_cli.run({ QStringLiteral("run"), QStringLiteral("--database"), target, QStringLiteral("--status"),
                    QStringLiteral("--progress=json") });
    QCOMPARE(status.code, 0);
    QVERIFY(QJsonDocument::fromJson(status.out.toUtf8()).object().value(QStringLiteral("has_run")).toBool());
    const QStringList cleanUp{ QStringLiteral("run"), QStringLiteral("--database"), target,
                               QStringLiteral("--remove-journal") };
    // Without the plan's file: the journal has it.
    const Program::Outcome back = m_cli.run({ QStringLiteral("run"), QStringLiteral("--database"), target,
                                              QStringLiteral("--rollback"), QStringLiteral("--yes") });
    QVERIFY2(back.code == 0, qPrintable(back.err));
    const Program::Outcome restored = m_cli.run(compareIt + QStringList{ QStringLiteral("a.sql") });
    QVERIFY2(restored.code == 0, qPrintable(restored.out + restored.err));
    const Program::Outcome cleaned = m_cli.run(cleanUp);
    QVERIFY2(cleaned.code == 0, qPrintable(cleaned.err));
    const auto journal = session.value()->query(QStringLiteral("SELECT to_regnamespace('lockstep') IS NULL"));
    QVERIFY(journal.has_value() && journal->boolean(0, 0));
}

void CliRunTest::stopsAtAGateWithoutATerminal()
{
    const auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("cli gate"));
    QVERIFY(database.has_value());
    const QString target = database.value()->target().text;
    QVERIFY(database.value()->open().value()->executeScript(QString::fromUtf8(Program::before)).has_value());
    QVERIFY(
        m_cli
            .run({ QStringLiteral("plan"), QStringLiteral("--scratch"), m_scratch,
                   QStringLiteral("--current"), target, QStringLiteral("--target"), QStringLiteral("b.sql"),
                   QStringLiteral("--fail-on=none"), QStringLiteral("-o"), QStringLiteral("gate.lockplan") })
            .code
        == 0);
    const Program::Outcome stopped = m_cli.run(
        { QStringLiteral("run"), QStringLiteral("gate.lockplan"), QStringLiteral("--database"), target });
    QCOMPARE(stopped.code, 6);
    const Program::Outcome kept = m_cli.run(
        { QStringLiteral("run"), QStringLiteral("--database"), target, QStringLiteral("--remove-journal") });
    QCOMPARE(kept.code, 6);
    QVERIFY2(kept.err.contains(QStringLiteral("--rollback")), qPrintable(kept.err));
    const Program::Outcome again = m_cli.run(
        { QStringLiteral("run"), QStringLiteral("gate.lockplan"), QStringLiteral("--database"), target });
    QCOMPARE(again.code, 6);
    QVERIFY2(again.err.count(QStringLiteral("is not finished")) == 1, qPrintable(again.err));
    QVERIFY2(stopped.err.contains(QStringLiteral("--resume --approve-gates")), qPrintable(stopped.err));
    const Program::Outcome refused =
        m_cli.run({ QStringLiteral("run"), QStringLiteral("gate.lockplan"), QStringLiteral("--database"),
                    target, QStringLiteral("--resume"), QStringLiteral("--approve-gates=all") });
    QCOMPARE(refused.code, 6);
    QVERIFY2(refused.err.contains(QStringLiteral("--allow-loss")), qPrintable(refused.err));
    const auto session = database.value()->open();
    QVERIFY(session.value()->query(QStringLiteral("SELECT * FROM old")).has_value());
}

void CliRunTest::stopsWhenInterrupted()
{
    m_cli.file(QStringLiteral("slow.sql"), "DO $$ BEGIN PERFORM pg_sleep(60); END $$;\n");
    QProcess process;
    process.setWorkingDirectory(m_cli.directory());
    process.start(Program::path(), { QStringLiteral("snapshot"), QStringLiteral("slow.sql"),
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

/// Forward is refused then.
void CliRunTest::saysHowAWayBackGoesOn()
{
    const auto database = scratch::ScratchDatabase::create(testing::server(), QStringLiteral("cli back"));
    QVERIFY(database.has_value());
    const QString target = database.value()->target().text;
    const auto session = std::move(database.value()->open()).value();
    const auto exec = [&](const char *sql) {
        const auto done = session->executeScript(QString::fromUtf8(sql));
        QVERIFY2(done.has_value(), done.has_value() ? "" : qPrintable(done.error().toText()));
    };
    exec(Program::before.constData());
    const QStringList planIt{ QStringLiteral("plan"),
                              QStringLiteral("--scratch"),
                              m_scratch,
                              QStringLiteral("--current"),
                              target,
                              QStringLiteral("--target"),
                              QStringLiteral("b.sql"),
                              QStringLiteral("--fail-on=none"),
                              QStringLiteral("-o"),
                              QStringLiteral("back.lockplan") };
    QCOMPARE(m_cli.run(planIt).code, 0);
    const QStringList where{ QStringLiteral("--database"), target, QStringLiteral("--yes") };
    const Program::Outcome done =
        m_cli.run(QStringList{ QStringLiteral("run"), QStringLiteral("back.lockplan"),
                               QStringLiteral("--allow-loss=all") }
                  + where);
    QVERIFY2(done.code == 0, qPrintable(done.err));
    const QStringList back = QStringList{ QStringLiteral("run"), QStringLiteral("--rollback") } + where;
    const QString goesOn = QStringLiteral("What is taken back stays so; --rollback goes on.");
    exec(
        "CREATE FUNCTION no_way() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN RAISE 'not today'; END$$;"
        "CREATE EVENT TRIGGER no_way ON ddl_command_start WHEN TAG IN ('ALTER TABLE') EXECUTE FUNCTION "
        "no_way()");
    const Program::Outcome failed = m_cli.run(back);
    QCOMPARE(failed.code, 6);
    QVERIFY2(failed.err.contains(QStringLiteral("not today")) && failed.err.contains(goesOn)
                 && !failed.err.contains(QStringLiteral("--resume")),
             qPrintable(failed.err));
    exec("DROP EVENT TRIGGER no_way; BEGIN; LOCK users IN ACCESS SHARE MODE");
    const auto startAndWait = [&](QProcess &process) {
        process.setWorkingDirectory(m_cli.directory());
        process.start(Program::path(), back);
        return QTest::qWaitFor(
            [&] {
                const auto state = session->query(QStringLiteral("SELECT state FROM lockstep.run"));
                return state.has_value() && state->text(0, 0) == QLatin1String("waiting_lock");
            },
            longEnoughMs);
    };
    QProcess stopped;
    QVERIFY(startAndWait(stopped));
    ::kill(pid_t(stopped.processId()), SIGINT);
    QVERIFY(stopped.waitForFinished(longEnoughMs));
    QCOMPARE(stopped.exitCode(), 7);
    const QString said = QString::fromUtf8(stopped.readAllStandardError());
    QVERIFY2(said.contains(goesOn) && !said.contains(QStringLiteral("--resume")), qPrintable(said));
    exec("UPDATE lockstep.run SET state = 'rolling_back'; COMMIT; BEGIN; LOCK users IN ACCESS SHARE MODE");
    QProcess lost;
    QVERIFY(startAndWait(lost));
    exec("COMMIT; BEGIN; LOCK users IN ACCESS SHARE MODE; DROP SCHEMA lockstep CASCADE; COMMIT");
    QVERIFY(lost.waitForFinished(longEnoughMs));
    QCOMPARE(lost.exitCode(), 6);
    const QString gone = QString::fromUtf8(lost.readAllStandardError());
    QVERIFY2(
        gone.contains(QStringLiteral("--adopt STEP goes forward again from the first step that is gone")),
        qPrintable(gone));
    QVERIFY2(!gone.contains(QStringLiteral("A new run can go on")), qPrintable(gone));
}

QTEST_GUILESS_MAIN(CliRunTest)
#include "tst_clirun.moc"
