#include "../support/postgrestest.h"
#include "program.h"

#include <QTest>

using namespace lockstep;
using testing::Program;

/// lockstep-cli plan --script: the plan that does what somebody else's script wants.
class CliScriptTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void plansWhatAScriptMakes();
    void takesSeveralFilesInTheirOrder();
    void namesTheStatementThatFails();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();

private:
    [[nodiscard]] Program::Outcome plan(const QStringList &arguments);

    Program m_cli;
    QString m_scratch;
    QString m_current;
};

void CliScriptTest::initTestCase()
{
    if (!m_cli.fault().isEmpty())
        QSKIP(qPrintable(m_cli.fault()));
    QString why;
    QVERIFY2(testing::server(&why), qPrintable(why));
    m_scratch = testing::server()->maintenance().text;
    m_current = m_cli.file(QStringLiteral("current.sql"),
                           "CREATE TABLE users (id bigint PRIMARY KEY, user_name text);\n");
}

Program::Outcome CliScriptTest::plan(const QStringList &arguments)
{
    return m_cli.run(QStringList{ QStringLiteral("plan"), QStringLiteral("--scratch"), m_scratch }
                     + arguments);
}

void CliScriptTest::plansWhatAScriptMakes()
{
    const QString script =
        m_cli.file(QStringLiteral("0042.sql"), "ALTER TABLE users RENAME user_name TO username;\n"
                                               "CREATE INDEX users_name ON users (username);\n"
                                               "DELETE FROM users WHERE username = '';\n");
    const auto outcome = plan({ QStringLiteral("--current"), m_current, QStringLiteral("--script"), script,
                                QStringLiteral("--format"), QStringLiteral("text") });
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    QVERIFY2(outcome.out.contains(QStringLiteral("Proved forward and back.")), qPrintable(outcome.out));
    QVERIFY(outcome.out.contains(QStringLiteral("CREATE INDEX CONCURRENTLY")));
    QVERIFY2(outcome.out.contains(QStringLiteral("a second name of user_name")), qPrintable(outcome.out));
    QVERIFY(!outcome.out.contains(QStringLiteral("loses:     column")));
    QVERIFY2(outcome.err.contains(QStringLiteral("Line 3 of 0042.sql changes rows")),
             qPrintable(outcome.err));
}

void CliScriptTest::takesSeveralFilesInTheirOrder()
{
    const QString first = m_cli.file(QStringLiteral("1.sql"), "CREATE TABLE a (i int);\n");
    const QString second = m_cli.file(QStringLiteral("2.sql"), "ALTER TABLE a ADD j int;\n");
    const auto outcome = plan({ QStringLiteral("--current"), m_current, QStringLiteral("--script"), first,
                                second, QStringLiteral("--format"), QStringLiteral("sql") });
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    QVERIFY2(outcome.out.contains(QStringLiteral("j integer")), qPrintable(outcome.out));
    const auto wrong =
        plan({ QStringLiteral("--current"), m_current, QStringLiteral("--script"), second, first });
    QCOMPARE(wrong.code, 3);
    QVERIFY2(wrong.err.contains(QStringLiteral("2.sql:1")), qPrintable(wrong.err));
}

void CliScriptTest::namesTheStatementThatFails()
{
    const QString script =
        m_cli.file(QStringLiteral("bad.sql"), "SELECT 1;\nALTER TABLE users DROP COLUMN nothing;\n");
    const auto outcome = plan({ QStringLiteral("--current"), m_current, QStringLiteral("--script"), script });
    QCOMPARE(outcome.code, 3);
    QVERIFY2(outcome.err.contains(QStringLiteral("bad.sql:2")), qPrintable(outcome.err));
    QVERIFY(outcome.out.isEmpty());
}

void CliScriptTest::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("part");
    QTest::newRow("both") << QStringLiteral("--current a.sql --target b.sql --script c.sql") << 2
                          << QStringLiteral("--target and --script");
    QTest::newRow("files alone") << QStringLiteral("--current a.sql --target b.sql c.sql") << 2
                                 << QStringLiteral("not expected here");
    QTest::newRow("no such file") << QStringLiteral("--current a.sql --script missing.sql") << 3
                                  << QStringLiteral("missing.sql");
}

void CliScriptTest::refusesWhatMakesNoSense()
{
    QFETCH(QString, arguments);
    QFETCH(int, code);
    QFETCH(QString, part);
    for (const char *name : { "a.sql", "b.sql", "c.sql" })
        m_cli.file(QLatin1String(name), "CREATE TABLE t (i int);\n");
    QStringList words = arguments.split(QLatin1Char(' '));
    for (QString &word : words) {
        if (word.endsWith(QLatin1String(".sql")))
            word = m_cli.directory() + QLatin1Char('/') + word;
    }
    const auto outcome = plan(words);
    QCOMPARE(outcome.code, code);
    QVERIFY2(outcome.err.contains(part), qPrintable(outcome.err));
}

QTEST_GUILESS_MAIN(CliScriptTest)
#include "tst_cliscript.moc"
