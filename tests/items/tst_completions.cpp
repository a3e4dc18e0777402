#include <model/items/completions.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::items;
using schema::Fact;
using schema::Kind;

namespace {

Fact column(const char *schema, const char *table, const char *name, int position)
{
    schema::ColumnAttributes attributes;
    attributes.position = position;
    return { schema::subId(Kind::Column, QLatin1String(schema), QLatin1String(table), QLatin1String(name)),
             attributes,
             {} };
}

Fact table(const char *schema, const char *name)
{
    return { schema::objectId(Kind::Table, QLatin1String(schema), QLatin1String(name)),
             schema::TableAttributes{},
             {} };
}

CompletionScope shop()
{
    std::vector<Fact> facts{ { schema::schemaId(QStringLiteral("public")), schema::SchemaAttributes{}, {} },
                             { schema::schemaId(QStringLiteral("billing")), schema::SchemaAttributes{}, {} },
                             table("public", "orders"),
                             column("public", "orders", "id", 1),
                             column("public", "orders", "user_id", 2),
                             table("public", "users"),
                             column("public", "users", "name", 2),
                             column("public", "users", "id", 1),
                             table("billing", "Invoice Lines"),
                             column("billing", "Invoice Lines", "amount", 1) };
    CompletionScope scope;
    scope.current =
        std::make_shared<const schema::Catalog>(150018, std::move(facts), std::vector<schema::Dependency>{});
    return scope;
}

QStringList written(const Completions &completions)
{
    QStringList words;
    for (const Completion &one : completions.words)
        words.append(one.written);
    return words;
}

/// The caret is where the bar stands.
Completions at(const QString &text, const CompletionScope &scope = shop())
{
    QString sql = text;
    return completionsAt(sql.remove(QLatin1Char('|')), text.indexOf(QLatin1Char('|')), scope);
}

} // namespace

/// What is offered while somebody types.
class TestCompletions : public QObject
{
    Q_OBJECT

private slots:
    void offersWhatCanStandThere_data();
    void offersWhatCanStandThere();
    void saysNothingWhereNoCodeIs_data();
    void saysNothingWhereNoCodeIs();
    void knowsSqlWithoutACatalog();
    void offersBothSidesButEachOnce();
    void isBoundedInAnEndlessScript();
};

void TestCompletions::offersWhatCanStandThere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QStringList>("first");
    const auto row = [](const char *name, const char *text, const char *prefix, const char *first) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(prefix)
                            << QString::fromLatin1(first).split(QLatin1Char('|'), Qt::SkipEmptyParts);
    };
    row("columns behind a table, as it has them", "SELECT users.| FROM users", "", "id|name");
    row("columns behind an alias", "SELECT u.n| FROM public.users AS u", "n", "name");
    row("an alias without AS", "UPDATE orders o SET o.u|", "u", "user_id");
    row("a column by schema and table", "SELECT public.orders.us|", "us", "user_id");
    row("what a schema holds, quoted", "SELECT * FROM billing.|", "", "\"Invoice Lines\"");
    row("the statement's own columns first", "SELECT us| FROM orders", "us", "user_id|public.users");
    row("tables by their bare name", "ALTER TABLE ord|", "ord", "public.orders");
    row("tables by their schema", "ALTER TABLE public.or|", "or", "orders");
    row("only the statement at the caret", "SELECT 1 FROM users; SELECT na| FROM orders", "na", "");
    row("SQL's own words", "VALID|", "VALID", "VALIDATE");
    row("nothing that is typed whole", "SELECT user_id| FROM orders", "user_id", "");
    row("a new table's name after its keyword", "CREATE TABLE x (id int REFERENCES us|", "us",
        "public.users");
}

void TestCompletions::offersWhatCanStandThere()
{
    QFETCH(QString, text);
    QFETCH(QString, prefix);
    QFETCH(QStringList, first);
    const Completions found = at(text);
    QCOMPARE(found.prefix, prefix);
    QCOMPARE(written(found).mid(0, first.size()), first);
    QVERIFY2(!first.isEmpty() || found.words.isEmpty(), qPrintable(written(found).join(QLatin1Char(' '))));
    for (const Completion &one : found.words)
        QVERIFY2(one.shown.startsWith(prefix, Qt::CaseInsensitive), qPrintable(one.shown));
}

void TestCompletions::saysNothingWhereNoCodeIs_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a string") << QStringLiteral("SELECT 'us|er' FROM users");
    QTest::newRow("an open string") << QStringLiteral("SELECT 'us|");
    QTest::newRow("a line comment") << QStringLiteral("SELECT 1 -- us|");
    QTest::newRow("a block comment") << QStringLiteral("SELECT 1 /* us| */");
}

void TestCompletions::saysNothingWhereNoCodeIs()
{
    QFETCH(QString, text);
    QVERIFY(at(text).words.isEmpty());
}

void TestCompletions::knowsSqlWithoutACatalog()
{
    QCOMPARE(written(at(QStringLiteral("CONCUR|"), {})), QStringList{ QStringLiteral("CONCURRENTLY") });
}

void TestCompletions::offersBothSidesButEachOnce()
{
    CompletionScope scope = shop();
    std::vector<Fact> facts{ table("public", "orders"), column("public", "orders", "id", 1),
                             column("public", "orders", "account_id", 2) };
    scope.target =
        std::make_shared<const schema::Catalog>(150018, std::move(facts), std::vector<schema::Dependency>{});
    QCOMPARE(written(at(QStringLiteral("UPDATE orders SET orders.|"), scope)),
             (QStringList{ QStringLiteral("id"), QStringLiteral("user_id"), QStringLiteral("account_id") }));
}

void TestCompletions::isBoundedInAnEndlessScript()
{
    const QString many = QStringLiteral("INSERT INTO t VALUES (1, 'x');\n").repeated(20'000);
    const Completions found = at(many + QStringLiteral("SELECT u.| FROM users u;\n") + many);
    QCOMPARE(written(found).mid(0, 2), (QStringList{ QStringLiteral("id"), QStringLiteral("name") }));
}

QTEST_GUILESS_MAIN(TestCompletions)
#include "tst_completions.moc"
