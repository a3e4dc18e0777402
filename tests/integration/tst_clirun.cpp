#include "program.h"

#include <model/postgres/session.h>

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

QTEST_GUILESS_MAIN(CliRunTest)
#include "tst_clirun.moc"
