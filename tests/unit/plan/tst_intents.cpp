#include <model/plan/commentedsql.h>
#include <model/plan/planner.h>

#include <QTest>

using namespace lockstep;
using namespace lockstep::plan;

class TestIntents : public QObject
{
    Q_OBJECT

private slots:
    void readsTheExampleOfTheDesign();
    void writesTheSameBytesAfterReading();
    void namesThePathOfWhatIsWrong_data();
    void namesThePathOfWhatIsWrong();
    void refusesNamesThatDoNotExist_data();
    void refusesNamesThatDoNotExist();
    void becomesRenameDecisions();
    void putsNoCommentIntoAStatement();
};

namespace {

const char *example =
    R"json({"renames":[{"kind":"column","from":"public.users.user_name","to":"public.users.username"}],
"backfills":[{"column":"public.users.tier","expression":"'free'"}],
"conversions":[{"column":"public.users.age","using":"age::int","back":"age::text"}],
"splits":[{"from":"public.contacts.full_name","to":{"first_name":"a","last_name":"b"},"back":"c"}],
"merges":[{"from":["public.users.street","public.users.city"],"to":"public.users.address",
"expression":"street || city","back":{"street":"a","city":"b"}}],
"moves":[{"from":"public.orders","each":"unnest(items) AS e(item)","where":"items <> '{}'","to":"public.lines",
"columns":{"sku":"item"},"owner":{"order_id":"id"},"back":{"items":"x"}}],
"keep":["public.old"],"park":["public.older"],
"tolerance":{"public.audit_log":"window"}, "rows":{"public.users":2300000}})json";

schema::Fact column(const char *table, const char *name)
{
    return { schema::subId(schema::Kind::Column, QStringLiteral("public"), QString::fromLatin1(table),
                           QString::fromLatin1(name)),
             schema::ColumnAttributes{},
             {} };
}

schema::Fact table(const char *name)
{
    return { schema::objectId(schema::Kind::Table, QStringLiteral("public"), QString::fromLatin1(name)),
             schema::TableAttributes{},
             {} };
}

schema::Catalog currentCatalog()
{
    return schema::Catalog(150018,
                           { table("users"), column("users", "user_name"), column("users", "id"),
                             table("Odd.Name"), column("Odd.Name", "a") },
                           {});
}

schema::Catalog targetCatalog()
{
    return schema::Catalog(
        150018,
        { table("users"), column("users", "username"), column("users", "id"), column("users", "tier") }, {});
}

} // namespace

/// Comments to the end of a line would swallow the condition of an UPDATE.
void TestIntents::putsNoCommentIntoAStatement()
{
    QByteArray commented(example);
    const auto comment = [&commented](const QByteArray &before, const QByteArray &expression) {
        commented.replace(QByteArray(before + '"' + expression + '"'),
                          QByteArray(before + "\"/* so */ " + expression + " -- it is\""));
    };
    for (const char *expression :
         { "'free'", "age::int", "age::text", "street || city", "unnest(items) AS e(item)", "items <> '{}'" })
        comment({}, expression);
    for (const char *column : { "a", "b", "c", "x", "item" })
        comment(":", column);
    const auto read = intentsFromJson(commented, QStringLiteral("i.json"));
    QVERIFY2(read.has_value(), read.has_value() ? "" : qPrintable(read.error().toText()));
    QCOMPARE(toJson(*read).count("-- it is"), 13);
    QCOMPARE(toJson(withoutComments(*read)), toJson(intentsFromJson(example, {}).value()));
}

void TestIntents::readsTheExampleOfTheDesign()
{
    const auto read = intentsFromJson(example, QStringLiteral("i.json"));
    QVERIFY(read.has_value());
    const Intents &intents = read.value();
    QCOMPARE(intents.renames.size(), 1);
    QCOMPARE(intents.renames[0].kind, schema::Kind::Column);
    QCOMPARE(intents.renames[0].to, QStringLiteral("public.users.username"));
    QCOMPARE(intents.backfills[0].expression, QStringLiteral("'free'"));
    QCOMPARE(intents.conversions[0].back, QStringLiteral("age::text"));
    QCOMPARE(intents.splits[0].to.size(), 2);
    QCOMPARE(intents.merges[0].from.size(), 2);
    QCOMPARE(intents.merges[0].expression, QStringLiteral("street || city"));
    QCOMPARE(intents.merges[0].back[1], qMakePair(QStringLiteral("street"), QStringLiteral("a")));
    QCOMPARE(intents.moves[0].each, QStringLiteral("unnest(items) AS e(item)"));
    QCOMPARE(intents.moves[0].where, QStringLiteral("items <> '{}'"));
    QCOMPARE(intents.moves[0].to, QStringLiteral("public.lines"));
    QCOMPARE(intents.moves[0].columns[0], qMakePair(QStringLiteral("sku"), QStringLiteral("item")));
    QCOMPARE(intents.moves[0].owner[0], qMakePair(QStringLiteral("order_id"), QStringLiteral("id")));
    QCOMPARE(intents.moves[0].back[0], qMakePair(QStringLiteral("items"), QStringLiteral("x")));
    QCOMPARE(intents.keep, QStringList{ QStringLiteral("public.old") });
    QCOMPARE(intents.tolerance.value(QStringLiteral("public.audit_log")), Policy::Window);
    QCOMPARE(intents.rows.value(QStringLiteral("public.users")), 2300000);
    QVERIFY(intentsFromJson("{}", QStringLiteral("i.json")).has_value());
}

void TestIntents::writesTheSameBytesAfterReading()
{
    const QByteArray written = toJson(intentsFromJson(example, QStringLiteral("i")).value());
    QCOMPARE(toJson(intentsFromJson(written, QStringLiteral("i")).value()), written);
}

void TestIntents::namesThePathOfWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown member") << QByteArray("{\"rename\":[]}") << QStringLiteral("rename: this member");
    QTest::newRow("unknown kind") << QByteArray(R"({"renames":[{"kind":"row","from":"a","to":"b"}]})")
                                  << QStringLiteral("renames[0].kind");
    QTest::newRow("missing") << QByteArray(R"({"backfills":[{"column":"a"}]})")
                             << QStringLiteral("backfills[0].expression");
    QTest::newRow("type") << QByteArray(R"({"backfills":[{"column":"a","expression":1}]})")
                          << QStringLiteral("backfills[0].expression");
    QTest::newRow("merge without a way back")
        << QByteArray(R"({"merges":[{"from":["a"],"to":"b","expression":"1"}]})")
        << QStringLiteral("merges[0].back");
    QTest::newRow("merge of one") << QByteArray(
        R"({"merges":[{"from":"a","to":"b","expression":"1","back":{}}]})")
                                  << QStringLiteral("merges[0].from");
    QTest::newRow("move without an owner")
        << QByteArray(R"({"moves":[{"from":"a","to":"b","columns":{},"back":{}}]})")
        << QStringLiteral("moves[0].owner");
    QTest::newRow("move with an unknown member")
        << QByteArray(R"({"moves":[{"from":"a","to":"b","columns":{},"owner":{},"back":{},"all":1}]})")
        << QStringLiteral("moves[0].all: this member");
    QTest::newRow("tolerance") << QByteArray(R"({"tolerance":{"t":"sometimes"}})")
                               << QStringLiteral("tolerance.t");
    QTest::newRow("rows") << QByteArray(R"({"rows":{"t":-1}})") << QStringLiteral("rows.t");
    QTest::newRow("list") << QByteArray(R"({"keep":"t"})") << QStringLiteral("keep: a list");
    QTest::newRow("cut") << QByteArray(R"({"keep":["t")") << QStringLiteral("line 1");
}

void TestIntents::namesThePathOfWhatIsWrong()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const auto read = intentsFromJson(json, QStringLiteral("i.json"));
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, base::ErrorKind::Input);
    QVERIFY2(read.error().message.startsWith(QStringLiteral("i.json: ") + named),
             qPrintable(read.error().message));
}

void TestIntents::refusesNamesThatDoNotExist_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("hint");
    QTest::newRow("fine") << QByteArray(R"({"backfills":[{"column":"public.users.tier","expression":"1"}],
        "renames":[{"kind":"column","from":"public.users.user_name","to":"public.users.username"}],
        "rows":{"public.users":1,"public.\"Odd.Name\"":2}})")
                          << QString() << QString();
    QTest::newRow("quoted needlessly")
        << QByteArray(R"({"rows":{"\"public\".\"users\"":1}})") << QString() << QString();
    QTest::newRow("typo") << QByteArray(R"({"backfills":[{"column":"public.users.teir","expression":"1"}]})")
                          << QStringLiteral("backfills[0].column") << QStringLiteral("public.users.tier");
    QTest::newRow("rename from") << QByteArray(R"({"renames":[{"kind":"column","from":"public.users.name",
        "to":"public.users.username"}]})")
                                 << QStringLiteral("renames[0].from")
                                 << QStringLiteral("public.users.user_name");
    QTest::newRow("merge to") << QByteArray(R"({"merges":[{"from":["public.users.user_name"],
        "to":"public.users.tear","expression":"1","back":{"user_name":"2"}}]})")
                              << QStringLiteral("merges[0].to") << QStringLiteral("public.users.tier");
    QTest::newRow("merge back") << QByteArray(R"({"merges":[{"from":["public.users.user_name"],
        "to":"public.users.tier","expression":"1","back":{"username":"2"}}]})")
                                << QStringLiteral("merges[0].back")
                                << QStringLiteral("public.users.user_name");
    QTest::newRow("split to") << QByteArray(R"({"splits":[{"from":"public.users.user_name",
        "to":{"teir":"1"},"back":"2"}]})")
                              << QStringLiteral("splits[0].to") << QStringLiteral("public.users.tier");
    QTest::newRow("move column") << QByteArray(
        R"({"moves":[{"from":"public.users","to":"public.users","columns":{"teir":"1"},
        "owner":{"id":"id"},"back":{"user_name":"1"}}]})")
                                 << QStringLiteral("moves[0].columns") << QStringLiteral("public.users.tier");
    QTest::newRow("move owner") << QByteArray(
        R"({"moves":[{"from":"public.users","to":"public.users","columns":{},
        "owner":{"id":"idd"},"back":{"user_name":"1"}}]})")
                                << QStringLiteral("moves[0].owner") << QStringLiteral("public.users.id");
    QTest::newRow("rename to") << QByteArray(
        R"({"renames":[{"kind":"table","from":"public.users","to":"public.people"}]})")
                               << QStringLiteral("renames[0].to") << QString();
    QTest::newRow("tolerance") << QByteArray(R"({"tolerance":{"public.user":"window"}})")
                               << QStringLiteral("tolerance") << QStringLiteral("public.users");
    QTest::newRow("keep") << QByteArray(R"({"keep":["public.gone"]})") << QStringLiteral("keep[0]")
                          << QString();
}

void TestIntents::refusesNamesThatDoNotExist()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, message);
    QFETCH(QString, hint);
    const Intents intents = intentsFromJson(json, QStringLiteral("i")).value();
    const auto checked = checkIntents(intents, currentCatalog(), targetCatalog());
    QCOMPARE(checked.has_value(), message.isEmpty());
    if (message.isEmpty())
        return;
    QCOMPARE(checked.error().kind, base::ErrorKind::Usage);
    QVERIFY2(checked.error().message.contains(message), qPrintable(checked.error().message));
    QVERIFY2(checked.error().hint.contains(hint), qPrintable(checked.error().hint));
}

void TestIntents::becomesRenameDecisions()
{
    const Intents intents = intentsFromJson(R"({"renames":[{"kind":"column","from":"public.users.user_name",
        "to":"public.users.username"}]})",
                                            QStringLiteral("i"))
                                .value();
    const auto options = diffOptions(intents, currentCatalog(), targetCatalog());
    QVERIFY(options.has_value());
    QCOMPARE(options.value().renames.size(), 1);
    QCOMPARE(options.value().renames[0].from.sub, QStringLiteral("user_name"));
    QCOMPARE(options.value().renames[0].to.sub, QStringLiteral("username"));
    QVERIFY(!diffOptions(intents, targetCatalog(), targetCatalog()).has_value());
}

QTEST_GUILESS_MAIN(TestIntents)
#include "tst_intents.moc"
