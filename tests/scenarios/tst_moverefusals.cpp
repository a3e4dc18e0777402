#include "scenario.h"

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;

/// `moves` that no plan can do, each with its reason.
class TestMoveRefusals : public QObject
{
    Q_OBJECT

private slots:
    void saysWhyItCannotBeDone_data();
    void saysWhyItCannotBeDone();
};

namespace {

const QString flat = QStringLiteral("CREATE TABLE users (id int PRIMARY KEY, name text, city text, zip text "
                                    "NOT NULL DEFAULT '');");
const QString moved = QStringLiteral("CREATE TABLE users (id int PRIMARY KEY, name text); CREATE TABLE homes "
                                     "(user_id int PRIMARY KEY, city text, zip text);");

/// One intent, of which each test changes a part.
QByteArray intent(const QByteArray &part = {}, const QByteArray &other = {})
{
    const QByteArray whole =
        R"json({"moves": [{"from": "public.users", "to": "public.homes", "where": "city <> ''",
        "owner": {"user_id": "id"}, "columns": {"city": "city", "zip": "zip"},
        "back": {"city": "(SELECT h.city FROM homes h WHERE h.user_id = users.id)",
                 "zip": "COALESCE((SELECT h.zip FROM homes h WHERE h.user_id = users.id), '')"}}]})json";
    return part.isEmpty() ? whole : QByteArray(whole).replace(part, other);
}

} // namespace

void TestMoveRefusals::saysWhyItCannotBeDone_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("intents");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, const QByteArray &intents, const char *why,
                        const QString &current = flat, const QString &target = moved) {
        QTest::newRow(name) << current << target << intents << QString::fromLatin1(why);
    };
    row("fine", intent(), "");
    row("no such table", intent("public.homes", "public.home"), "The nearest names there are: public.homes");
    row("no such column", intent("\"zip\": \"zip\"", "\"zipp\": \"zip\""), "public.homes.zip");
    row("no such owner", intent("{\"user_id\": \"id\"}", "{\"user_id\": \"ids\"}"),
        "The intent moves[0].owner names the column public.users.ids");
    row("the owner is no key", intent("{\"user_id\": \"id\"}", "{\"user_id\": \"name\"}"),
        "lets name name the row of public.users that a row comes from, which is no key of it");
    row("nothing comes back", intent("\"zip\": \"COALESCE", "\"name\": \"COALESCE"),
        "brings back column public.users.name, which the plan does not drop");
    row("no way back",
        R"json({"moves": [{"from": "public.users", "to": "public.homes", "owner": {"user_id": "id"},
        "columns": {}, "back": {}}]})json",
        "does not say how the columns of public.users come back");
    row("no expression", intent("\"zip\": \"zip\"", "\"zip\": \"zip +\""),
        "gives column public.homes.zip an expression that does not parse");
    row("no condition", intent("city <> ''", "city <>"), "gives \"where\" an expression that does not parse");
    row("no rows", intent("\"where\": \"city <> ''\"", "\"each\": \"jsonb_array_elements(city\""),
        "gives \"each\" an expression that does not parse");
    row("a value in every row", intent("\"where\": \"city <> ''\",", ""),
        "does not say which rows of public.users have something to move");
    row("the table is there", intent(), "moves rows to public.homes, which is there already",
        flat + QStringLiteral("CREATE TABLE homes (user_id int);"));
    row("the table goes", intent(), "moves rows of public.users, which the target does not have", flat,
        QStringLiteral("CREATE TABLE homes (user_id int PRIMARY KEY, city text, zip text);"));
    row("no key", intent(),
        "moves rows to public.homes, which has no key that tells the rows of one owner apart", flat,
        QString(moved).replace(QStringLiteral("user_id int PRIMARY KEY"), QStringLiteral("user_id int")));
    row("a value is missing", intent(), "gives no value for column public.homes.since, which must have one",
        flat,
        QString(moved).replace(QStringLiteral("zip text"), QStringLiteral("zip text, since date NOT NULL")));
    row("PostgreSQL makes the value", intent(),
        "names column public.homes.zip, whose values PostgreSQL makes", flat,
        QString(moved).replace(QStringLiteral("zip text"),
                               QStringLiteral("zip text GENERATED ALWAYS AS ('x') STORED")));
    row("twice", intent("}]}", QByteArray("}, ") + intent().mid(int(qstrlen(R"({"moves": [)")))),
        "names table public.homes, which another one moves already");
}

void TestMoveRefusals::saysWhyItCannotBeDone()
{
    QFETCH(QString, current);
    QFETCH(QString, target);
    QFETCH(QByteArray, intents);
    QFETCH(QString, why);
    const Scenario scenario(current, target, intents);
    if (why.isEmpty())
        QCOMPARE(scenario.fault(), QString());
    else
        QVERIFY2(scenario.fault().contains(why), qPrintable(scenario.fault()));
}

QTEST_GUILESS_MAIN(TestMoveRefusals)
#include "tst_moverefusals.moc"
