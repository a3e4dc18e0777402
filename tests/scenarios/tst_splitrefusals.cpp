#include "scenario.h"
#include "splits.h"

#include <QTest>

using namespace lockstep;
using namespace lockstep::testing;

/// Splits and merges that no plan can do, each with its reason.
class TestSplitRefusals : public QObject
{
    Q_OBJECT

private slots:
    void saysWhyItCannotBeDone_data();
    void saysWhyItCannotBeDone();
};

void TestSplitRefusals::saysWhyItCannotBeDone_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("intents");
    QTest::addColumn<QString>("why");
    const QByteArray noBack =
        R"json({"splits": [{"from": "public.contacts.full_name", "to": {"first_name": "'a'"}}]})json";
    QTest::newRow("no way back") << bothNames.arg(QString()) << noBack
                                 << QStringLiteral(
                                        "does not say how column public.contacts.full_name comes back");
    QTest::newRow("the old column stays")
        << QStringLiteral("CREATE TABLE contacts (id bigint PRIMARY KEY, full_name text, first_name text, "
                          "last_name text);")
        << splitName << QStringLiteral("which the plan does not drop");
    QTest::newRow("no such new column")
        << QStringLiteral("CREATE TABLE contacts (id bigint PRIMARY KEY, first_names text, last_name text);")
        << splitName << QStringLiteral("public.contacts.first_names");
    QTest::newRow("no such old column")
        << bothNames.arg(QString())
        << QByteArray(
               R"json({"merges": [{"from": ["public.contacts.full_nam"], "to": "public.contacts.first_name",
            "expression": "'a'", "back": {}}]})json")
        << QStringLiteral("The nearest names there are: public.contacts.full_name");
    QTest::newRow("no such column comes back")
        << bothNames.arg(QString())
        << QByteArray(
               R"json({"merges": [{"from": ["public.contacts.full_name"], "to": "public.contacts.first_name",
            "expression": "'a'", "back": {"ful_name": "'b'"}}]})json")
        << QStringLiteral("merges[0].back");
    QTest::newRow("another table")
        << bothNames.arg(QString()) + QStringLiteral("CREATE TABLE others (id int, a text);")
        << QByteArray(
               R"json({"merges": [{"from": ["public.contacts.full_name"], "to": "public.contacts.first_name",
            "expression": "'a'", "back": {"full_name": "'b'"}}, {"from": ["public.contacts.full_name"],
            "to": "public.contacts.last_name", "expression": "'a'", "back": {"full_name": "'b'"}}]})json")
        << QStringLiteral("names column public.contacts.full_name a second time");
}

void TestSplitRefusals::saysWhyItCannotBeDone()
{
    QFETCH(QString, target);
    QFETCH(QByteArray, intents);
    QFETCH(QString, why);
    const Scenario scenario(fullName.arg(QString()), target, intents);
    QVERIFY2(scenario.fault().contains(why), qPrintable(scenario.fault()));
}

QTEST_GUILESS_MAIN(TestSplitRefusals)
#include "tst_splitrefusals.moc"
