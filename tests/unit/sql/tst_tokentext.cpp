#include <model/sql/tokentext.h>

#include <QTest>

using namespace lockstep;

/// Cutting statements by their tokens.
class TestTokenText : public QObject
{
    Q_OBJECT

private slots:
    void findsWordsOutsideBracketsAndTexts();
    void splitsAtCommasOutsideBrackets_data();
    void splitsAtCommasOutsideBrackets();
    void readsNamesAsTheyAreMeant();
    void writesIntoWhatItsAuthorWrote();
    void staysWithinWhatIsBroken();
};

void TestTokenText::findsWordsOutsideBracketsAndTexts()
{
    const sql::TokenText text(QStringLiteral("CREATE INDEX \"on\" /* on */ ON t (a, (on)) WHERE 'on' = x"));
    QCOMPARE(text.find("on"), 3);
    QCOMPARE(text.find("where"), 12);
    QCOMPARE(text.find("where", 0, 12), -1);
    QCOMPARE(text.find("a"), -1);
    QVERIFY(text.is(1, "index"));
    QVERIFY(text.isAnyOf(3, { "to", "on" }));
    QVERIFY(!text.is(99, "on"));
}

void TestTokenText::splitsAtCommasOutsideBrackets_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("one") << "a int" << QStringList{ QStringLiteral("a int") };
    QTest::newRow("brackets") << "CHECK (a IN (1, 2)), b numeric(10,2)"
                              << QStringList{ QStringLiteral("CHECK (a IN (1, 2))"),
                                              QStringLiteral("b numeric(10,2)") };
    QTest::newRow("array") << "a DEFAULT ARRAY[1, 2], b DEFAULT 'x,y'"
                           << QStringList{ QStringLiteral("a DEFAULT ARRAY[1, 2]"),
                                           QStringLiteral("b DEFAULT 'x,y'") };
    QTest::newRow("comment") << "a -- x, y\n int, \"b,c\""
                             << QStringList{ QStringLiteral("a -- x, y\n int"), QStringLiteral("\"b,c\"") };
}

void TestTokenText::splitsAtCommasOutsideBrackets()
{
    QFETCH(QString, list);
    QFETCH(QStringList, parts);
    const sql::TokenText text(list);
    QStringList found;
    for (const auto &[from, to] : text.split(0, text.size()))
        found.append(text.text(from, to));
    QCOMPARE(found, parts);
}

void TestTokenText::readsNamesAsTheyAreMeant()
{
    const sql::TokenText text(QStringLiteral("ALTER TABLE App.\"Odd \"\"t\" ADD x int"));
    QCOMPARE(text.name(2), QStringLiteral("app"));
    QCOMPARE(text.name(4), QStringLiteral("Odd \"t"));
    QCOMPARE(text.afterName(2), 5);
    QCOMPARE(text.text(2, 5), QStringLiteral("App.\"Odd \"\"t\""));
}

void TestTokenText::writesIntoWhatItsAuthorWrote()
{
    const sql::TokenText text(QStringLiteral("create  index\n  i on t(a)"));
    QCOMPARE(text.withInserted(1, QStringLiteral("CONCURRENTLY")),
             QStringLiteral("create  index CONCURRENTLY\n  i on t(a)"));
    QCOMPARE(text.withReplaced(2, 3, QStringLiteral("j")), QStringLiteral("create  index\n  j on t(a)"));
}

void TestTokenText::staysWithinWhatIsBroken()
{
    const sql::TokenText open(QStringLiteral("a (b, c"));
    QCOMPARE(open.closing(1), open.size());
    QCOMPARE(open.split(0, open.size()).size(), 1);
    const sql::TokenText nothing{ QString() };
    QCOMPARE(nothing.size(), 0);
    QCOMPARE(nothing.find("a"), -1);
    QCOMPARE(nothing.text(0, 5), QString());
}

QTEST_GUILESS_MAIN(TestTokenText)
#include "tst_tokentext.moc"
