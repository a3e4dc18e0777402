#include <model/schema/objectid.h>

#include <QTest>

#include <tests/support/postgrestest.h>

using namespace lockstep;
using namespace lockstep::schema;

/// Names and literals as PostgreSQL itself would write them.
class QuotingTest : public QObject
{
    Q_OBJECT

private slots:
    void quotesAsTheServerDoes_data();
    void quotesAsTheServerDoes();
    void quotesEveryKeywordOfTheServer();
    void literalsComeBackAsTheyWere_data();
    void literalsComeBackAsTheyWere();
    void namesAreWrittenForSqlAndForPeople_data();
    void namesAreWrittenForSqlAndForPeople();
    void kindNamesAreReadBack();
    void partsKnowTheirParent();

private:
    static QString value(const QString &sql, const postgres::Parameters &parameters);
};

QString QuotingTest::value(const QString &sql, const postgres::Parameters &parameters)
{
    const auto session = postgres::Session::open(testing::server()->maintenance());
    if (!session.has_value())
        return session.error().toText();
    const auto rows = (*session)->query(sql, parameters);
    return rows.has_value() ? rows->text(0, 0) : rows.error().toText();
}

void QuotingTest::quotesAsTheServerDoes_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : { "users", "_x1",   "Users", "two words", "we\"ird", "1st", "a$b", "select",
                              "name",  "user",  "id",    "Käse",      "🧀",    "a.b", "",    "between",
                              "value", "table", "int",   "index",     "over",    "left" })
        QTest::newRow(*name ? name : "empty") << QString::fromUtf8(name);
}

void QuotingTest::quotesAsTheServerDoes()
{
    QFETCH(const QString, name);
    QVERIFY(testing::server());
    QCOMPARE(quoteIdent(name), value(QStringLiteral("SELECT quote_ident($1)"), { name }));
}

void QuotingTest::quotesEveryKeywordOfTheServer()
{
    const auto session = postgres::Session::open(testing::server()->maintenance());
    QVERIFY(session.has_value());
    const auto words =
        (*session)->query(QStringLiteral("SELECT word FROM pg_get_keywords() WHERE catcode <> 'U'"));
    QVERIFY(words.has_value() && words->count() > 100);
    for (int i = 0; i < words->count(); ++i)
        QVERIFY2(quoteIdent(words->text(i, 0)).startsWith(QLatin1Char('"')), qPrintable(words->text(i, 0)));
}

void QuotingTest::literalsComeBackAsTheyWere_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : { "plain", "it's", "back\\slash", "both\\'", "new\nline", "", "🧀 $$ $1" })
        QTest::newRow(*text ? text : "empty") << QString::fromUtf8(text);
}

void QuotingTest::literalsComeBackAsTheyWere()
{
    QFETCH(const QString, text);
    QCOMPARE(value(QStringLiteral("SELECT ") + quoteLiteral(text), {}), text);
    QCOMPARE(quoteLiteral(text).startsWith(QLatin1Char('E')), text.contains(QLatin1Char('\\')));
}

void QuotingTest::namesAreWrittenForSqlAndForPeople_data()
{
    QTest::addColumn<ObjectId>("id");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("display");
    QTest::addColumn<QString>("dotted");
    const QString app = QStringLiteral("app");
    const ObjectId table = objectId(Kind::Table, app, QStringLiteral("Users"));
    const ObjectId column = subId(Kind::Column, app, QStringLiteral("Users"), QStringLiteral("tier"));
    const ObjectId function =
        routineId(Kind::Function, app, QStringLiteral("f"), QStringLiteral("integer, app.\"T\""));
    const auto row = [](const char *name, const ObjectId &id, const char *sql, const char *display,
                        const char *dotted) {
        QTest::newRow(name) << id << QString::fromLatin1(sql) << QString::fromLatin1(display)
                            << QString::fromLatin1(dotted);
    };
    row("schema", schemaId(QStringLiteral("my app")), "\"my app\"", "schema \"my app\"", "\"my app\"");
    row("table", table, "app.\"Users\"", "table app.\"Users\"", "app.\"Users\"");
    row("column", column, "tier", "column app.\"Users\".tier", "app.\"Users\".tier");
    row("default", subId(Kind::Default, app, QStringLiteral("t"), QStringLiteral("c")), "c",
        "default of app.t.c", "app.t.c");
    row("constraint", subId(Kind::Constraint, app, QStringLiteral("t"), QStringLiteral("t_pkey")), "t_pkey",
        "constraint t_pkey on app.t", "app.t.t_pkey");
    row("function", function, "app.f(integer, app.\"T\")", "function app.f(integer, app.\"T\")",
        "app.f(integer, app.\"T\")");
    row("function without arguments", routineId(Kind::Function, app, QStringLiteral("g"), {}), "app.g()",
        "function app.g()", "app.g()");
    row("comment", commentId(column), "tier", "comment on column app.\"Users\".tier", "app.\"Users\".tier");
    row("grant", grantId(table, QStringLiteral("bob")), "app.\"Users\"",
        "privileges of bob on table app.\"Users\"", "app.\"Users\"");
    row("grant to all", grantId(function, {}), "app.f(integer, app.\"T\")",
        "privileges of PUBLIC on function app.f(integer, app.\"T\")", "app.f(integer, app.\"T\")");
}

void QuotingTest::namesAreWrittenForSqlAndForPeople()
{
    QFETCH(const ObjectId, id);
    QTEST(sqlName(id), "sql");
    QTEST(displayName(id), "display");
    QTEST(dottedName(id), "dotted");
}

void QuotingTest::kindNamesAreReadBack()
{
    for (int i = 0; i <= int(Kind::Unmodelled); ++i) {
        Kind kind = Kind::Schema;
        QVERIFY(parseKind(kindName(Kind(i)), &kind));
        QCOMPARE(int(kind), i);
    }
    Kind kind = Kind::View;
    QVERIFY(!parseKind(QStringLiteral("cheese"), &kind));
    QVERIFY(kind == Kind::View);
}

void QuotingTest::partsKnowTheirParent()
{
    const QString app = QStringLiteral("app");
    const ObjectId column = subId(Kind::Column, app, QStringLiteral("t"), QStringLiteral("c"));
    QCOMPARE(column.parent(), objectId(Kind::Table, app, QStringLiteral("t")));
    QCOMPARE(column.parent(Kind::View), objectId(Kind::View, app, QStringLiteral("t")));
    QCOMPARE(commentId(column).parent(), column);
    QCOMPARE(grantId(column, QStringLiteral("bob")).parent(), column);
    QCOMPARE(subId(Kind::DomainConstraint, app, QStringLiteral("d"), QStringLiteral("k")).parent(),
             objectId(Kind::Domain, app, QStringLiteral("d")));
    const ObjectId index = objectId(Kind::Index, app, QStringLiteral("i"));
    QCOMPARE(index.parent(), index);
}

QTEST_GUILESS_MAIN(QuotingTest)
#include "tst_quoting.moc"
