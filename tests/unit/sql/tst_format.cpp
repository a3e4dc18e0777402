#include <model/sql/format.h>
#include <model/sql/tokens.h>

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace lockstep;

namespace {

/// Tokens one after the other: what PostgreSQL sees of a text.
QStringList code(const QString &sql)
{
    QStringList parts;
    for (const sql::Token &token : sql::tokenize(sql))
        parts.append(token.word.isEmpty() ? sql.mid(token.begin, token.end - token.begin) : token.word);
    return parts;
}

} // namespace

/// SQL laid out for reading.
class TestFormat : public QObject
{
    Q_OBJECT

private slots:
    void laysStatementsOut_data();
    void laysStatementsOut();
    void leavesAloneWhatItMustNotTouch_data();
    void leavesAloneWhatItMustNotTouch();
    void changesNoTokenOfAnyScript();
};

void TestFormat::laysStatementsOut_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const char *before, const char *after) {
        QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(after);
    };
    row("a short one on one line", "select  a ,b\nfrom t;", "SELECT a, b FROM t;");
    row("a line for each clause",
        "select o.id, u.name from public.orders o left join public.users u on u.id = o.user_id where o.total "
        "> "
        "10 and o.at between 1 and 2 order by o.id;",
        "SELECT o.id, u.name\nFROM public.orders o\nLEFT JOIN public.users u ON u.id = o.user_id\nWHERE "
        "o.total "
        "> 10\n    AND o.at BETWEEN 1 AND 2\nORDER BY o.id;");
    row("a line for each column",
        "create table public.t (id bigint primary key, total numeric(10,2) not null default 0, name text "
        "check (name <> ''));",
        "CREATE TABLE public.t (\n    id bigint PRIMARY KEY,\n    total numeric(10, 2) NOT NULL DEFAULT 0,\n "
        "   "
        "name text CHECK (name <> '')\n);");
    row("a line for each action",
        "alter table public.orders add column account_id bigint, alter column total set not null, drop "
        "column "
        "old;",
        "ALTER TABLE public.orders\n    ADD COLUMN account_id bigint,\n    ALTER COLUMN total SET NOT "
        "NULL,\n    "
        "DROP COLUMN old;");
    row("a query in brackets one level in",
        "update public.orders set account_id = 1 where user_id in (select id from public.users where name is "
        "distinct from 'x');",
        "UPDATE public.orders\nSET account_id = 1\nWHERE user_id IN (\n    SELECT id\n    FROM "
        "public.users\n    "
        "WHERE name IS DISTINCT FROM 'x'\n);");
    row("what is no clause in brackets",
        "select extract(year from at), array_agg(x order by y), count(*) filter (where z) from "
        "some_long_table_name "
        "group by 1;",
        "SELECT extract(year FROM at), array_agg(x ORDER BY y), count(*) filter (WHERE z)\nFROM "
        "some_long_table_name\nGROUP BY 1;");
}

void TestFormat::laysStatementsOut()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QCOMPARE(sql::formatted(before), after);
    QCOMPARE(sql::formatted(after), after);
}

void TestFormat::leavesAloneWhatItMustNotTouch_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("strings on two lines") << QStringLiteral("SELECT 'a'\n  'b';");
    QTest::newRow("a body in dollars")
        << QStringLiteral("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ select   1\n  from t $$;");
    QTest::newRow("a body without quotes")
        << QStringLiteral("create function f() returns int begin   atomic select   1; end;");
    QTest::newRow("comments") << QStringLiteral("-- why   so\nSELECT 1; /* and\n   more */\n\n-- end");
    QTest::newRow("quoted names") << QStringLiteral("SELECT \"select\", \"Odd   name\" FROM \"t\";");
    QTest::newRow("COPY data") << QStringLiteral("COPY t FROM stdin;\n1\tselect   a\n\\.\nSELECT 1;");
    QTest::newRow("operators") << QStringLiteral("SELECT a::text, b #>> '{x}', c @> d, -1;");
}

void TestFormat::leavesAloneWhatItMustNotTouch()
{
    QFETCH(QString, script);
    QCOMPARE(sql::formatted(script), script);
}

void TestFormat::changesNoTokenOfAnyScript()
{
    const QString root = qEnvironmentVariable("LOCKSTEP_SOURCE_DIR", QStringLiteral("."));
    int files = 0;
    for (const char *folder : { "/resources", "/tests/data" }) {
        QDirIterator it(root + QLatin1String(folder), { QStringLiteral("*.sql") }, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString before = QString::fromUtf8(file.readAll());
            const QString after = sql::formatted(before);
            QVERIFY2(code(before) == code(after), qPrintable(file.fileName()));
            QVERIFY2(sql::formatted(after) == after, qPrintable(file.fileName()));
            ++files;
        }
    }
    QVERIFY(files > 50);
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
