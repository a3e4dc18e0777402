#include <model/base/sqlscript.h>

#include <QTest>

using namespace lockstep;

/// Cutting scripts the way psql does.
class SqlScriptTest : public QObject
{
    Q_OBJECT

private slots:
    void cutsStatements_data();
    void cutsStatements();
    void keepsCopyDataApart();
    void countsLinesAndOffsets();
    void leavesBackslashCommandsOut();
    void countsPositionsInCharacters();
};

void SqlScriptTest::cutsStatements_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("statements");
    const auto row = [](const char *name, const QString &text, const QStringList &statements) {
        QTest::newRow(name) << text << statements;
    };

    row("empty", QString(), {});
    row("only comments", QStringLiteral("-- a;\n/* b; /* c; */ d; */ ;;\n"), {});
    row("two", QStringLiteral("SELECT 1; SELECT 2"),
        { QStringLiteral("SELECT 1"), QStringLiteral("SELECT 2") });
    row("comment before", QStringLiteral("-- x\n/* y */ SELECT 1 -- z\n;"),
        { QStringLiteral("SELECT 1 -- z") });
    row("semicolon in string", QStringLiteral("SELECT ';''a;'; SELECT 2"),
        { QStringLiteral("SELECT ';''a;'"), QStringLiteral("SELECT 2") });
    row("standard strings keep backslashes", QStringLiteral("SELECT 'a\\'; SELECT 2"),
        { QStringLiteral("SELECT 'a\\'"), QStringLiteral("SELECT 2") });
    row("escape string", QStringLiteral("SELECT E'a\\';b'; SELECT 2"),
        { QStringLiteral("SELECT E'a\\';b'"), QStringLiteral("SELECT 2") });
    row("name ending in e is no escape string", QStringLiteral("SELECT date'2\\'; SELECT 2"),
        { QStringLiteral("SELECT date'2\\'"), QStringLiteral("SELECT 2") });
    row("quoted name", QStringLiteral("SELECT \"a;\"\"b\"; SELECT 2"),
        { QStringLiteral("SELECT \"a;\"\"b\""), QStringLiteral("SELECT 2") });
    row("dollar quotes", QStringLiteral("DO $$ a; b $$; DO $x$ $$; $y$ $x$; SELECT $1"),
        { QStringLiteral("DO $$ a; b $$"), QStringLiteral("DO $x$ $$; $y$ $x$"),
          QStringLiteral("SELECT $1") });
    row("dollar inside a name", QStringLiteral("SELECT a$b$; SELECT c$b$"),
        { QStringLiteral("SELECT a$b$"), QStringLiteral("SELECT c$b$") });
    row("rule with two commands",
        QStringLiteral("CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); SELECT 3"),
        { QStringLiteral("CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)"),
          QStringLiteral("SELECT 3") });
    const QString body = QStringLiteral("CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC "
                                        "SELECT CASE WHEN true THEN 1 END; SELECT 2; END");
    row("atomic body", body + QStringLiteral("; SELECT 1"), { body, QStringLiteral("SELECT 1") });
    row("transaction is no body", QStringLiteral("BEGIN; SELECT 1; END"),
        { QStringLiteral("BEGIN"), QStringLiteral("SELECT 1"), QStringLiteral("END") });
    row("unterminated string", QStringLiteral("SELECT 'a; SELECT 2"),
        { QStringLiteral("SELECT 'a; SELECT 2") });
    row("unterminated comment", QStringLiteral("SELECT 1; /* x; "),
        { QStringLiteral("SELECT 1"), QStringLiteral("/* x;") });
    row("byte order mark", QStringLiteral("\ufeffSELECT 1"), { QStringLiteral("SELECT 1") });
    row("windows line ends", QStringLiteral("SELECT 1;\r\n\\connect x\r\nSELECT 2;\r\n"),
        { QStringLiteral("SELECT 1"), QStringLiteral("SELECT 2") });
    row("sent by \\g", QStringLiteral("SELECT 1 \\g\nSELECT 2;"),
        { QStringLiteral("SELECT 1"), QStringLiteral("SELECT 2") });
    row("carriage returns alone", QStringLiteral("SELECT 1;\r-- a; b\rSELECT 2;\r"),
        { QStringLiteral("SELECT 1"), QStringLiteral("SELECT 2") });
    row("sent together by psql", QStringLiteral("SELECT 1\\; SELECT 2;\nSELECT 3"),
        { QStringLiteral("SELECT 1"), QStringLiteral("SELECT 2"), QStringLiteral("SELECT 3") });
    row("rows behind \\copy", QStringLiteral("\\copy t from stdin\n1\t;\nDROP\n\\.\nSELECT 2;"),
        { QStringLiteral("SELECT 2") });
    row("stray closing parenthesis", QStringLiteral("SELECT 1); SELECT 2"),
        { QStringLiteral("SELECT 1)"), QStringLiteral("SELECT 2") });
}

void SqlScriptTest::cutsStatements()
{
    QFETCH(QString, text);
    QStringList found;
    for (const base::ScriptStatement &statement : base::splitScript(text)) {
        found.append(statement.sql);
        QCOMPARE(QStringView(text).mid(statement.offset, statement.sql.size()), QStringView(statement.sql));
    }
    QTEST(found, "statements");
}

void SqlScriptTest::keepsCopyDataApart()
{
    const auto statements = base::splitScript(
        QStringLiteral("COPY public.\"from\" (a, b) FROM stdin;\n1\tit's; $$ \\.x\n2\t\\N\n\\.\nCOPY t TO "
                       "stdout;\nCOPY t FROM stdin;\n\\.\nSELECT 1;"));
    QCOMPARE(statements.size(), 4);
    QVERIFY(statements[0].isCopy);
    QCOMPARE(statements[0].copyData, QByteArray("1\tit's; $$ \\.x\n2\t\\N\n"));
    QVERIFY(!statements[1].isCopy);
    QVERIFY(statements[2].isCopy);
    QVERIFY(statements[2].copyData.isEmpty());
    QCOMPARE(statements[3].line, 8);
}

void SqlScriptTest::countsLinesAndOffsets()
{
    const auto statements = base::splitScript(QStringLiteral("\n-- a\n  SELECT\n 1;\n\nSELECT 2;SELECT 3;"));
    QCOMPARE(statements.size(), 3);
    QCOMPARE(statements[0].line, 3);
    QCOMPARE(statements[0].offset, qsizetype(8));
    QCOMPARE(statements[1].line, 6);
    QCOMPARE(statements[2].line, 6);
}

void SqlScriptTest::leavesBackslashCommandsOut()
{
    const base::Script script =
        base::readScript(QStringLiteral("\\restrict abc\nSELECT '\\x';\n\\connect shop\nCREATE TABLE t "
                                        "(\n\\echo half\nx int);\n\\unrestrict abc\n"));
    QCOMPARE(script.statements.size(), 2);
    QCOMPARE(script.statements[1].line, 4);
    QCOMPARE(script.metaCommands.size(), 4);
    QCOMPARE(script.metaCommands[1].text, QStringLiteral("\\connect shop"));
    QCOMPARE(script.metaCommands[1].line, 3);
}

void SqlScriptTest::countsPositionsInCharacters()
{
    const QString text = QString::fromUtf8("a\n\xF0\x9F\x98\x80 x");
    QCOMPARE(base::offsetOfCharacter(text, 1), qsizetype(0));
    QCOMPARE(base::offsetOfCharacter(text, 5), qsizetype(5));
    QCOMPARE(base::offsetOfCharacter(text, 50), text.size());
    const base::TextPosition position = base::positionAt(text, 5);
    QCOMPARE(position.line, 2);
    QCOMPARE(position.column, 3);
}

QTEST_GUILESS_MAIN(SqlScriptTest)
#include "tst_sqlscript.moc"
