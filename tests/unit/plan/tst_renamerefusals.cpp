#include "renameplan.h"

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;

/// Renames that no plan can carry out: refused with the reason and a hint.
class TestRenameRefusals : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void refusesWhatCannotBeRenamed_data();
    void refusesWhatCannotBeRenamed();
};

void TestRenameRefusals::initTestCase()
{
    QString failure;
    if (!testing::server(&failure))
        QSKIP(qPrintable(failure));
}

void TestRenameRefusals::refusesWhatCannotBeRenamed_data()
{
    QTest::addColumn<QString>("renames");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("hint");
    const auto add = [](const char *name, const char *renames, const char *message, const char *hint) {
        QTest::newRow(name) << QString::fromUtf8(renames) << QString::fromUtf8(message)
                            << QString::fromUtf8(hint);
    };
    add("not in current", "table public.nobody > public.new",
        "renames[0].from names the table public.nobody, but the current", "nearest");
    add("not in target", "table public.a > public.nobody",
        "renames[0].to names the table public.nobody, but the target", "nearest");
    add("of another kind", "view public.a > public.new", "names the view public.a",
        "There is table public.a");
    add("a name that is taken", "table public.a > public.b",
        "gives table public.a the name of table public.b, which the current schema has already",
        "drop it in a plan of its own");
    add("a column's name that is taken in a renamed table",
        "table public.a > public.new\ncolumn public.a.x > public.new.y",
        "which the current schema has already", "List a rename");
    add("one object twice", "table public.a > public.new\ntable public.a > public.b",
        "Two renames name table public.a", "Keep the one");
    add("a column of another table", "column public.a.x > public.b.z",
        "moves column public.a.x to column public.b.z", "same object");
    add("a routine with other arguments", "function public.f(integer) > public.f(bigint)",
        "whose arguments are others", "dropped and created anew");
    add("a kind without RENAME", "cast (text AS public.m) > (text AS public.m)", "", "");
    add("a label that is not there", "enum label public.m.c > public.m.b", "names the enum label public.m.c",
        "");
}

void TestRenameRefusals::refusesWhatCannotBeRenamed()
{
    QFETCH(QString, renames);
    QFETCH(QString, message);
    QFETCH(QString, hint);
    const Made made = makePlan(
        QStringLiteral("CREATE TABLE a (x int, y int); CREATE TABLE b (x int); CREATE TYPE m AS ENUM ('a');"
                       "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';"),
        QStringLiteral("CREATE TABLE new (y int); CREATE TABLE b (x int, z int); CREATE TYPE m AS ENUM ('b');"
                       "CREATE FUNCTION f(bigint) RETURNS int LANGUAGE sql AS 'SELECT 1';"),
        renamesOf(renames));
    QVERIFY(!made.plan);
    QCOMPARE(made.error.kind, base::ErrorKind::Usage);
    QVERIFY2(made.error.message.contains(message), qPrintable(made.error.toText()));
    QVERIFY2(made.error.hint.contains(hint), qPrintable(made.error.toText()));
}

QTEST_GUILESS_MAIN(TestRenameRefusals)
#include "tst_renamerefusals.moc"
